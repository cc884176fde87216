from __future__ import annotations

import datetime as dt
import io
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from factcheck import articles
from factcheck.articles import LOADERS, expand, load
from factcheck.errors import ArticleError
from factcheck.model import Article

PROSE = "The mayor opened the bridge on Sunday."
WEB = f'<html lang="en"><head><title>Bridge opens</title></head><p>{PROSE}</p></html>'
SEEDS = Path(__file__).parents[2] / "seeds"


def saved(folder: Path, name: str, text: str | bytes) -> str:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


def test_an_article(tmp_path: Path) -> None:
    source = saved(
        tmp_path, "a.txt", f"Title: Bridge opens\nDate: 2024-06-30\n\n{PROSE}\r\n\r\nMore."
    )
    assert load(source) == Article(
        text=f"{PROSE}\n\nMore.",
        title="Bridge opens",
        published=dt.date(2024, 6, 30),
        source=source,
    )


def test_what_the_user_says_wins(tmp_path: Path) -> None:
    source = saved(
        tmp_path, "a.txt", f"Title: A\nBy: B\nDate: 2024-06-30\nURL: http://e.org\n\n{PROSE}"
    )
    day = dt.date(2020, 1, 2)
    assert load(source, title="C\x1b[1m", byline="D", published=day, url="http://f.org") == Article(
        text=PROSE, title="C", byline="D", published=day, source=source, url="http://f.org"
    )


def test_the_seeds() -> None:
    (source,) = expand(str(SEEDS))
    article = load(source)
    assert article.published == dt.date(2024, 6, 30)
    assert article.text.startswith("Mexican drug cartels are reportedly arming up")
    assert article.text.endswith('much less a foreign force."')
    assert article.text.count("\n\n") == 11
    assert article.text.count("\n") == 22
    assert article.warnings == ()


@pytest.mark.parametrize(
    ("name", "text", "warnings"),
    [
        ("a.TXT", PROSE, ()),
        ("a.text", PROSE, ()),
        ("noname", PROSE, ()),
        ("a.md", PROSE, ()),
        ("a.Markdown", PROSE, ()),
        ("a.html", WEB, ()),
        ("a.htm", WEB, ()),
        ("a.htm", PROSE, ()),
        ("noname", WEB, ()),
        ("a.md", f"<div>{PROSE}</div>", ()),
        ("a.txt", WEB, ("named .txt, but it is HTML: read as that",)),
        ("a.pdf", WEB, ("named .pdf, but it is HTML: read as that",)),
        ("a.doc", WEB, ("named .doc, but it is HTML: read as that",)),
    ],
)
def test_the_content_decides(
    tmp_path: Path, name: str, text: str, warnings: tuple[str, ...]
) -> None:
    article = load(saved(tmp_path, name, text))
    assert article.text == PROSE
    assert article.warnings == warnings


@pytest.mark.parametrize("data", [PROSE.encode(), WEB.encode(), PROSE.encode("utf-16")])
def test_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    article = load("-")
    assert (article.text, article.source, article.warnings) == (PROSE, "-", ())


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.csv", b"a,b\n1,2", "unknown type .csv"),
        ("a.pdf", b"words", "this is not PDF, or only a damaged part of it"),
        ("a.docx", b"words", "this is not DOCX, or only a damaged part of it"),
        ("a.txt", bytes(range(256)) * 9, "this is not text: it is full of control bytes"),
        ("a.txt", b"\x89PNG\r\n\x1a\n....", "this is a PNG image, not an article"),
        ("a.md", b"PK\x03\x04 rubbish", "this is a zip archive, not an article"),
    ],
)
def test_what_is_no_article(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    source = saved(tmp_path, name, data)
    with pytest.raises(ArticleError) as caught:
        load(source)
    assert caught.value.message == f"{source}: {message}"
    assert caught.value.hint


def test_the_hint_lists_what_is_known(tmp_path: Path) -> None:
    with pytest.raises(ArticleError) as caught:
        load(saved(tmp_path, "a.csv", "a,b"))
    assert caught.value.hint == "known types: " + " ".join(LOADERS)


@pytest.mark.parametrize(
    "data", [b" \n", b"Title: A\nDate: 2024-06-30\n", b"* * *\n", b"\xef\xbb\xbf\n"]
)
def test_no_words(tmp_path: Path, data: bytes) -> None:
    source = saved(tmp_path, "a.txt", data)
    with pytest.raises(ArticleError) as caught:
        load(source)
    assert caught.value.message == f"{source} is empty: no words in it"


@pytest.mark.parametrize("source", ["ftp://example.org/a.txt", "file:///etc/passwd", "gopher://x"])
def test_other_addresses_are_not_read(source: str) -> None:
    with pytest.raises(ArticleError, match="only http and https addresses are read"):
        load(source)


@pytest.mark.parametrize(
    ("text", "language", "warned"),
    [
        (WEB, "en", False),
        (WEB.replace('"en"', '"fr-CA"'), "fr", True),
        ("<html><p>Мэр открыл мост в воскресенье.</p></html>", "en", True),
    ],
)
def test_language(tmp_path: Path, text: str, language: str, warned: bool) -> None:
    article = load(saved(tmp_path, "a.html", text))
    assert article.language == language
    assert ("not English: the finder is made for English" in article.warnings) is warned


def test_a_folder_is_its_articles_in_order(tmp_path: Path) -> None:
    for name in ("b.TXT", "a.md", ".hidden.txt", "~$lock.md", "c.csv", "z.html"):
        saved(tmp_path, name, PROSE)
    (tmp_path / "d.txt").mkdir()
    assert expand(str(tmp_path)) == tuple(str(tmp_path / n) for n in ("a.md", "b.TXT", "z.html"))


def test_anything_else_is_itself() -> None:
    for source in ("-", "https://example.org/", "no/such/file.txt", "a\0b", "x" * 5000):
        assert expand(source) == (source,)


def test_a_folder_without_articles(tmp_path: Path) -> None:
    with pytest.raises(ArticleError) as caught:
        expand(str(tmp_path))
    assert caught.value.message == f"no articles in {tmp_path}"
    with pytest.raises(ArticleError, match="is a folder"):
        load(str(tmp_path))


def test_plain_text_imports_nothing_heavy() -> None:
    heavy = "trafilatura lxml yaml markdown_it charset_normalizer pypdf pdfminer urllib.request"
    code = (
        "import sys; from factcheck import articles\n"
        f"articles.load({str(next(SEEDS.glob('*.txt')))!r})\n"
        f"print([name for name in {heavy!r}.split() if name in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout == "[]\n"


def test_every_recognised_type_has_a_loader() -> None:
    assert {".txt", ".md", ".html", ".docx", ".odt", ".fodt", ".rtf", ".pdf"} <= set(LOADERS)
    assert articles.LOADERS is LOADERS
