from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import sourcing, worksheet
from factcheck.errors import WorksheetError
from factcheck.sourcing import keeping

Write = Callable[..., Path]
URL = "https://council.example/minutes"


def test_an_address_becomes_a_source_and_nothing_else_changes(bridge: Write) -> None:
    path = bridge("", f'["{URL}"]', f'["https://other.example/a", "{URL}"]')
    before = path.read_text("utf-8")
    made = sourcing.add(path, URL, tier="primary", kind="document")
    assert (made.source.id, made.source.url, made.bears) == ("s1", URL, ("1", "2"))
    block = f'\n[[source]]\nid = "s1"\nkind = "document"\ntier = "primary"\nurl = "{URL}"\n'
    after = path.read_text("utf-8")
    assert after.count(block) == 1
    assert after.replace(block, "", 1) == before
    assert after.index('# id = "s1"') < after.index(block) < after.index("[[assertion]]")
    assert sourcing.undescribed(path) == ("https://other.example/a",)


def test_it_stands_below_the_others_under_a_free_name(bridge: Write) -> None:
    path = bridge('\n[[source]]\nid = "s1"\n', f'["s2", "{URL}"]')
    assert sourcing.add(path, URL).source.id == "s3"
    assert sourcing.add(path, "https://b.example/", identity="mayor").source.id == "mayor"
    ids = [each.id for each in worksheet.read(path).worksheet.sources]
    assert ids == ["s1", "s3", "mayor"]


def test_credentials_are_left_out(bridge: Write) -> None:
    path = bridge("", "[]")
    made = sourcing.add(path, "https://ana:secret@council.example:8443/a?b#c")
    assert (made.source.url, made.stripped) == ("https://council.example:8443/a?b#c", True)
    assert "secret" not in path.read_text("utf-8")


def test_a_copy_saved_by_hand_is_read(bridge: Write) -> None:
    path = bridge("", f'["{URL}"]')
    copy = path.parent / "kept" / "minutes.html"
    copy.parent.mkdir()
    copy.write_text(
        '<title>Bridge opens</title><meta name="author" content="Ana Ruiz">'
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Bridge opens",'
        ' "datePublished": "2019-05-03", "publisher": {"name": "The Courier"}}</script><p>Open.',
        "utf-8",
    )
    source = sourcing.add(path, URL, file=copy).source
    assert (source.kind, source.title, source.author) == ("news-report", "Bridge opens", "Ana Ruiz")
    assert str(source.published) == "2019-05-03"
    assert source.file == "kept/minutes.html"
    assert source.sha256 == hashlib.sha256(copy.read_bytes()).hexdigest()
    assert source.accessed is None


def test_a_file_at_hand_is_a_source_without_an_address(bridge: Write) -> None:
    path = bridge("", "[]")
    notes = path.parent / "talks" / "call with the clerk.txt"
    notes.parent.mkdir()
    notes.write_text("Six to one, she says.", "utf-8")
    source = sourcing.add(path, file=notes, identity="tape", tier="primary").source
    assert (source.id, source.tier, source.url) == ("tape", "primary", "")
    assert (source.title, source.kind) == ("call with the clerk", "document")
    assert source.file == "talks/call with the clerk.txt"
    assert source.sha256 == hashlib.sha256(notes.read_bytes()).hexdigest()
    with pytest.raises(WorksheetError) as caught:
        sourcing.add(path, file=notes)
    assert "tape describes it already" in caught.value.message


def test_a_title_that_is_given_wins(bridge: Write) -> None:
    path = bridge("", "[]")
    notes = path.parent / "notes.txt"
    notes.write_text("Six to one.", "utf-8")
    assert sourcing.add(path, file=notes, title="Call with the clerk").source.title == (
        "Call with the clerk"
    )


@pytest.mark.parametrize(
    ("url", "options", "message", "hint"),
    [
        ("", {}, "no address", "browser"),
        ("council.example/a", {}, "does not begin with https://", "https://council.example/a"),
        ("file:///etc/passwd", {}, "a file on your machine", "file"),
        ("https://council.example/…", {}, "cut off", "whole"),
        ("doi:10.1/x", {}, "no page of the web", "by hand"),
        ("https://known.example/", {}, "s1 describes it already", "nothing"),
        (URL, {"identity": "s1"}, 'the id "s1" is taken', "another"),
        (URL, {"kind": "documnt"}, '"documnt" is no kind of a source', "document"),
        (URL, {"tier": "first"}, '"first" is no tier of a source', "primary"),
        (URL, {"file": Path("gone.html")}, "gone.html: cannot be read", "path"),
    ],
)
def test_what_cannot_be_added_changes_nothing(
    bridge: Write, url: str, options: dict[str, object], message: str, hint: str
) -> None:
    path = bridge('\n[[source]]\nid = "s1"\nurl = "https://known.example/"\n', "[]")
    before = path.read_bytes()
    with pytest.raises(WorksheetError) as caught:
        sourcing.add(path, url, **options)  # type: ignore[arg-type]
    assert message in caught.value.message
    assert hint in caught.value.hint
    assert path.read_bytes() == before


@given(st.text(max_size=60))
def test_an_id_is_a_safe_part_of_a_name(
    tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    folder = tmp_path_factory.mktemp("kept")
    file, digest = keeping.keep(folder, name, b"x", ".html")
    assert (folder / file).read_bytes() == b"x"
    assert (folder / file).resolve().parent == (folder / "evidence").resolve()
    assert digest == hashlib.sha256(b"x").hexdigest()


def test_a_damaged_copy_of_that_name_is_put_right(tmp_path: Path) -> None:
    file, _ = keeping.keep(tmp_path, "s1", b"whole", ".txt")
    (tmp_path / file).write_bytes(b"who")
    assert keeping.keep(tmp_path, "s1", b"whole", ".txt")[0] == file
    assert (tmp_path / file).read_bytes() == b"whole"
