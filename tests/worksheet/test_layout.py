"""The layout, as a person sees it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import tomllib
from collections.abc import Callable

from factcheck import worksheet
from factcheck.model import (
    Article,
    Assertion,
    Detail,
    Evidence,
    Query,
    SetAside,
    Source,
    Span,
    Worksheet,
)
from factcheck.worksheet.format import TABLES
from factcheck.worksheet.layout import one_line

TEXT = (
    'Mayor Ana Ruiz said "the bridge cost €4 million" on Tuesday.\n\nIt opened in 2019. Lovely.\n'
)
CREATED = dt.datetime(2026, 11, 24, 10, tzinfo=dt.UTC)


ASKED = Query(
    "One bridge, two prices?",
    ("1", "2"),
    '“said "the bridge cost €4 million"” (sentence 1)',
)


def assertion(number: str, text: str, sentence: int, paragraph: int, layer: str) -> Assertion:
    start = TEXT.index(text)
    span = Span(start, start + len(text))
    return Assertion(number, text, sentence, paragraph, span, layer, "statistic")


def fresh() -> Worksheet:
    article = Article(TEXT, title="A bridge", published=dt.date(2024, 6, 30), source="bridge.txt")
    said = dataclasses.replace(
        assertion("1", TEXT.split("\n", maxsplit=1)[0], 1, 1, "said"),
        speaker="Ana Ruiz",
        priority="high",
        details=(Detail("money", "€4 million"), Detail("date", "Tuesday", "2024-06-25")),
    )
    content = dataclasses.replace(
        assertion("2", "the bridge cost €4 million", 1, 1, "content"),
        speaker="Ana Ruiz",
        speaker_inferred=True,
    )
    lovely = TEXT.index("Lovely.")
    return Worksheet(
        article,
        CREATED,
        "factcheck 0.1.0",
        highest=3,
        sha256=article.sha256,
        queries=(ASKED,),
        assertions=(said, content, assertion("3", "It opened in 2019.", 2, 2, "narration")),
        set_aside=(SetAside("Lovely.", 3, 2, Span(lovely, lovely + 7), "opinion"),),
    )


def filled() -> Worksheet:
    first, *others = fresh().assertions
    first = dataclasses.replace(
        first,
        verdict="wrong",
        evidence=(
            Evidence(url="https://council.example/accounts.pdf"),
            Evidence(source="s1"),
            Evidence(source="s1", locator="p. 4", passage='"€5 million"', stance="contradicts"),
        ),
        correction="cost €5 million",
        note="Asked the council.\nIt's in the accounts.",
        reviewer="Ana",
    )
    source = Source(
        "s1",
        kind="document",
        tier="primary",
        title="Accounts 2019",
        accessed=dt.date(2026, 11, 23),
        on_record=False,
        independent_of=("s2", "s3"),
    )
    answered = dataclasses.replace(ASKED, answer="One price:\nit's in the accounts.")
    return dataclasses.replace(
        fresh(), sources=(source,), queries=(answered,), assertions=(first, *others)
    )


def test_a_fresh_worksheet(golden: Callable[[str, str], None]) -> None:
    golden("fresh.toml", worksheet.render(fresh()))


def test_a_filled_worksheet(golden: Callable[[str, str], None]) -> None:
    golden("filled.toml", worksheet.render(filled()))


def test_a_worksheet_without_anything(golden: Callable[[str, str], None]) -> None:
    text = worksheet.render(Worksheet(Article(""), CREATED, ""))
    golden("empty.toml", text)
    assert tomllib.loads(text)["snapshot"] == {"text": ""}


def test_a_title_cannot_leave_its_comment() -> None:
    assert (
        one_line("A\r\n[[assertion]]\x1b[31m\u202e B\x85\u2028C\ud800")
        == "A [[assertion]] [31m B C"
    )


def test_the_template_of_a_source_is_a_source() -> None:
    lines = worksheet.render(fresh()).split("\n")
    start = lines.index("# [[source]]")
    end = lines.index("", start)
    template = "\n".join(line.removeprefix("# ") for line in lines[start:end])
    assert tomllib.loads(template)["source"][0]["kind"] == "document"
    sheet = worksheet.render(fresh()) + "\n" + template + "\n"
    document = worksheet.parse(sheet, "w.toml")
    assert document.problems == ()
    assert document.worksheet.sources[0].id == "s1"


def test_every_key_is_a_field_of_the_model() -> None:
    nouns: dict[str, type] = {
        "source": Source,
        "query": Query,
        "assertion": Assertion,
        "assertion.details": Detail,
        "assertion.evidence": Evidence,
        "set_aside": SetAside,
    }
    for name, noun in nouns.items():
        assert TABLES[name].names == tuple(f.name for f in dataclasses.fields(noun)), name
    article = {f.name for f in dataclasses.fields(Article)} - {
        "text",
        "site",
        "warnings",
        "headings",
        "rows",
    }
    assert set(TABLES["article"].names) == article | {"sha256"}
    assert set(TABLES["worksheet"].names) == {
        "format",
        "created",
        "tool",
        "scale",
        "mesh",
        "highest",
        "merged",
    }
