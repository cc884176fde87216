"""Passages looked up in saved copies: every format, as people type them, and misquoted."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck import checking, copies, worksheet
from factcheck.errors import ArticleError
from factcheck.model import Detail, Evidence, Source
from factcheck.worksheet import Document

from .articles import test_docx as docx
from .articles import test_pdf as pdf
from .merging.conftest import SHEET

# Fifty passages of a made-up report: as a person types them, and as they stand in the file.
STREETS = ("Alder", "Birch", "Cedar", "Damson", "Elder")
TRUE = [
    line
    for number, street in enumerate(STREETS, start=1)
    for line in (
        f"The office on {street} Street closed on {number} May 2021",
        f'"We will not reopen {street} Street," the clerk\'s deputy said',
        f"rents rose by {number}.5 % - the highest increase of the decade",
        f"{number},{number}00 households in the {street} ward were affected",
        f"an efficient and well-known scheme for {street} Street",
        f"the contract, worth ${number}2 million, was signed in {2010 + number}",
        f"no complaint about {street} Street has ever been filed",
        f"its figures differ from those of the {number}th survey",
        f"Between {1950 + number} and {1990 + number} the ward lost a fifth of its shops",
        f"The board of {street} ward met {number + 10} times that year",
    )
]
FALSE = [
    line.replace("closed", "opened")
    .replace("will not", "will")
    .replace(".5 %", ".6 %")
    .replace("00 households", "01 households")
    .replace("efficient", "inefficient")
    .replace("2 million", "3 million")
    .replace("no complaint", "a complaint")
    .replace("differ", "differed")
    .replace("a fifth", "a third")
    .replace("met 1", "met 2")
    for line in TRUE
]


def typeset(line: str) -> str:
    """``line`` with curly quotes, ligatures, dashes and blanks that do not break."""
    return (
        line.replace(' "', " “").replace('"We', "“We").replace('"', "”")
        .replace("'", "’").replace("ffi", "ﬃ").replace("ff", "ﬀ").replace("fi", "ﬁ")
        .replace(" - ", " – ").replace(" %", "\u00a0%").replace(" May", "\u00a0May")
        .replace("well-known", "well‐known")
    )  # fmt: skip


def html() -> bytes:
    rows = "".join(f"<p>{typeset(line)}.</p><!-- x -->" for line in TRUE[:40])
    cells = "".join(f"<tr><td>{typeset(line)}</td><td>x</td></tr>" for line in TRUE[40:])
    return (
        "<html><head><title>Report</title><script>var lost = 'households';</script></head><body>"
        f"<nav>Home</nav>{rows}<aside><table>{cells}</table></aside></body></html>"
    ).encode()


def text() -> bytes:
    """Lines of 40 letters, long words broken with hyphens at the end of a line."""
    lines: list[str] = []
    for line in TRUE:
        words = (
            typeset(line).replace("households", "house-\nholds").replace("highest", "high-\nest")
        )
        half = words.find(" ", len(words) // 2)
        lines += (f"{words[:half]}\n{words[half + 1 :]}.", "")
    return "\n".join(lines).encode()


def pages() -> bytes:
    painted = []
    for start in range(0, len(TRUE), 10):
        lines: list[str] = []
        for line in TRUE[start : start + 10]:
            half = line.find(" ", len(line) // 2)
            lines += (line[:half], f"{line[half + 1 :]}.", "")
        painted.append(pdf.column("\n".join(lines)))
    return pdf.make(*painted)


def word() -> bytes:
    return docx.make(
        "".join(docx.p(docx.run(typeset(line).replace("&", "&amp;"))) for line in TRUE)
    )


def table() -> bytes:
    return "\r\n".join(
        f'{n};"{typeset(line).replace(chr(34), chr(34) * 2)}";x' for n, line in enumerate(TRUE)
    ).encode()


FILES: dict[str, Callable[[], bytes]] = {
    ".html": html,
    ".txt": text,
    ".pdf": pages,
    ".docx": word,
    ".csv": table,
}


@pytest.mark.parametrize("suffix", FILES)
def test_fifty_true_passages_are_found_and_fifty_misquotations_are_not(
    tmp_path: Path, suffix: str
) -> None:
    assert len(TRUE) == len(FALSE) == 50
    assert not set(TRUE) & set(FALSE)
    (tmp_path / f"report{suffix}").write_bytes(FILES[suffix]())
    saved = copies.SavedCopies(tmp_path)
    missed = [p for p in TRUE if saved.find(f"report{suffix}", p).match not in ("exact", "alike")]
    assert missed == []
    let_pass = [p for p in FALSE if saved.find(f"report{suffix}", p).match in ("exact", "alike")]
    assert let_pass == []


def test_what_a_reader_cannot_see_is_no_part_of_a_page() -> None:
    shown = copies.read(b"<p>One<b>two</b> three</p><script>four</script><p>five</p>tail", ".html")
    assert shown.split() == ["Onetwo", "three", "five", "tail"]


def test_rows_stand_as_they_are_and_with_blanks() -> None:
    assert copies.read(b'a,"b, c"\r\n1,2\r\n', ".csv").splitlines() == [
        'a,"b, c"',
        "1,2",
        "",
        "a b, c",
        "1 2",
    ]
    assert copies.read(b"a\tb\n", ".tsv").splitlines()[-1] == "a b"


def test_a_file_without_text_is_told() -> None:
    with pytest.raises(ArticleError):
        copies.read(b"not a document", ".docx")


def checked(folder: Path, source: Source, **values: object) -> list[tuple[str, str]]:
    assertions = (replace(SHEET.assertions[0], **values), *SHEET.assertions[1:])  # type: ignore[arg-type]
    sheet = replace(SHEET, sources=(source,), assertions=assertions)
    path = folder / "w.toml"
    path.write_text(worksheet.render(sheet), "utf-8")
    document: Document = worksheet.read(path)
    about = ("file-", "passage-", "unquoted-")
    return [(f.rule, f.message) for f in checking.check(document) if f.rule.startswith(about)]


@pytest.fixture
def source(tmp_path: Path) -> Source:
    (tmp_path / "evidence").mkdir()
    data = b"The pool opened in 1957 and cost 40,000 pounds."
    (tmp_path / "evidence" / "m.txt").write_bytes(data)
    return Source("s1", title="M", file="evidence/m.txt", sha256=hashlib.sha256(data).hexdigest())


def quoted(passage: str, stance: str = "") -> dict[str, object]:
    return {"verdict": "confirmed", "evidence": (Evidence("s1", passage=passage, stance=stance),)}


def test_a_copy_as_it_was_saved_is_no_finding(tmp_path: Path, source: Source) -> None:
    assert checked(tmp_path, source, **quoted("opened in 1957")) == []
    assert checked(tmp_path, replace(source, sha256=source.sha256.upper())) == []
    assert checked(tmp_path, replace(source, file="", sha256=""), **quoted("whales")) == []


def test_a_copy_that_changed_or_is_gone(tmp_path: Path, source: Source) -> None:
    ((rule, message),) = checked(tmp_path, replace(source, sha256="0" * 64))
    assert (rule, message) == (
        "file-changed",
        f"evidence/m.txt was changed since it was saved (its SHA-256 is {source.sha256})",
    )
    ((rule, message),) = checked(tmp_path, replace(source, file="evidence/none.txt"))
    assert rule == "file-unreadable"
    assert message == "the saved copy cannot be read: No such file or directory"


def test_a_copy_that_no_text_can_be_read_from(tmp_path: Path, source: Source) -> None:
    (tmp_path / "evidence" / "m.docx").write_bytes(b"broken")
    broken = replace(source, file="evidence/m.docx", sha256="")
    assert checked(tmp_path, broken) == []
    ((rule, message),) = checked(tmp_path, broken, **quoted("opened"))
    assert rule == "file-unreadable"
    assert message.startswith("the saved copy cannot be read: ")


def test_a_passage_that_is_not_there(tmp_path: Path, source: Source) -> None:
    assert checked(tmp_path, source, **quoted("whales were seen in the harbour")) == [
        (
            "passage-not-found",
            'evidence/m.txt has no such passage: "whales were seen in the harbour"',
        )
    ]
    assert checked(tmp_path, source, **quoted("opened in 1967 and cost")) == [
        (
            "passage-misquoted",
            'evidence/m.txt says "opened in 1957 and cost", not "opened in 1967 and cost"',
        )
    ]


def test_an_address_means_the_source_that_has_it(tmp_path: Path, source: Source) -> None:
    addressed = replace(source, url="https://c.example/m")
    evidence = (Evidence(url="https://c.example/m", passage="opened in 1967 and cost"),)
    assert [rule for rule, _ in checked(tmp_path, addressed, evidence=evidence)] == [
        "passage-misquoted"
    ]


@pytest.mark.parametrize(
    ("text", "passage", "verdict", "stance", "told"),
    [
        ("40,000", "cost 40,000 pounds", "confirmed", "", False),
        ("forty thousand", "cost 40,000 pounds", "confirmed", "supports", False),
        ("41,000", "cost 40,000 pounds", "confirmed", "", True),
        ("41,000", "cost 40,000 pounds", "wrong", "", False),
        ("41,000", "cost 40,000 pounds", "confirmed", "context", False),
        ("many", "cost 40,000 pounds", "confirmed", "", False),
    ],
)
def test_a_figure_that_no_passage_has(
    tmp_path: Path, source: Source, text: str, passage: str, verdict: str, stance: str, told: bool
) -> None:
    values = {**quoted(passage, stance), "verdict": verdict, "details": (Detail("figure", text),)}
    found = checked(tmp_path, source, **values)
    message = f'no passage of its evidence has "{text}"'
    assert found == ([("unquoted-figure", message)] if told else [])
