"""A worksheet as code: a small made-up story with every verdict and some hostile strings in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck import report
from factcheck.desk import Desk, Publisher
from factcheck.model import (
    Article,
    Assertion,
    Detail,
    Evidence,
    Finding,
    Query,
    SetAside,
    Source,
    Span,
    Worksheet,
)
from factcheck.worksheet import render

PARAGRAPHS = (
    'The harbour town of Vessnay lost 412 jobs last year, the most in the county, "a wound that '
    'will not close," mayor Orla Quent said on Friday.',
    "The Brack & Daughters cannery closed in March 2023 after a fire killed two night workers. "
    "It had paid a fine of $1.2 million in 2019 for blocked exits.",
    "Quent denied that the council had known. What did the council know?",
    "The buyer, the 東海水産 group of 東京都港区, promised [link](https://vessnay.example/jobs) "
    "<b>90</b> jobs *by spring*. The street once called طريق الميناء will be renamed.",
    "The mayor has led the town since 2011. It is the loveliest harbour on the coast.",
)
TEXT = "\n\n".join(PARAGRAPHS)
CONTACT = "+00 555 0199, ask for Ilse"


def assertion(
    identity: str, words: str, sentence: int, paragraph: int, **facts: object
) -> Assertion:
    start = TEXT.index(words)
    given: dict[str, object] = {"layer": "narration", "kind": "event", **facts}
    return Assertion(
        identity,
        words,
        sentence,
        paragraph,
        Span(start, start + len(words)),
        **given,  # type: ignore[arg-type]
    )


def assertions() -> tuple[Assertion, ...]:
    return (
        assertion(
            "1",
            "The harbour town of Vessnay lost 412 jobs last year",
            1,
            1,
            kind="statistic",
            priority="high",
            details=(Detail("figure", "412"), Detail("date", "last year", "2023")),
            verdict="wrong",
            evidence=(
                Evidence(
                    "s1",
                    locator="table 4, row Vessnay",
                    passage="Net change in employees, Vessnay: -142.",
                    stance="contradicts",
                ),
            ),
            correction="The harbour town of Vessnay lost 142 jobs last year",
            note="Digits swapped. The bureau gives the same figure by telephone.",
            reviewer="A. Ruiz",
        ),
        assertion(
            "2",
            "the most in the county",
            1,
            1,
            kind="statistic",
            priority="high",
            verdict="unsupported",
            note="The bureau has no county table for 2023 yet.\nAsked twice.",
            reviewer="A. Ruiz",
        ),
        assertion(
            "3",
            PARAGRAPHS[0],
            1,
            1,
            layer="said",
            kind="quotation",
            speaker="Orla Quent",
            verdict="confirmed",
            evidence=(Evidence("s2", locator="00:14:02", passage="a wound that will not close"),),
            reviewer="A. Ruiz",
        ),
        assertion(
            "4",
            "mayor Orla Quent",
            1,
            1,
            kind="identity-title",
            priority="low",
            verdict="confirmed",
            evidence=(Evidence(url="https://vessnay.example/council"), Evidence("s2")),
            reviewer="Bo Lindqvist-Aranguren",
        ),
        assertion(
            "5",
            "The Brack & Daughters cannery closed in March 2023",
            2,
            2,
            verdict="confirmed-with-change",
            evidence=(Evidence("s3", locator="p. 2", passage="Closed 3 April 2023."),),
            correction="The Brack & Daughters cannery closed in April 2023",
            reviewer="A. Ruiz",
        ),
        assertion(
            "6",
            "a fire killed two night workers",
            2,
            2,
            priority="high",
            verdict="disputed",
            evidence=(
                Evidence("s3", locator="p. 7", passage="two fatalities", stance="supports"),
                Evidence("s4", passage="Three of us did not come out.", stance="contradicts"),
                Evidence("s1", stance="context"),
            ),
            note="The court has not ruled.",
            reviewer="A. Ruiz",
        ),
        assertion(
            "7",
            "It had paid a fine of $1.2 million in 2019 for blocked exits.",
            3,
            2,
            kind="statistic",
            priority="high",
            details=(Detail("money", "$1.2 million"), Detail("date", "2019", "2019")),
        ),
        assertion(
            "7a",
            "for blocked exits",
            3,
            2,
            kind="causal",
            priority="high",
            verdict="misleading",
            evidence=(Evidence("s9", passage="for blocked exits \x1b[31mand\x07 late filing"),),
            reviewer="Bo Lindqvist-Aranguren",
        ),
        assertion(
            "8",
            "Quent denied that the council had known.",
            4,
            3,
            layer="said",
            kind="attribution",
            speaker="Orla Quent",
            reviewer="Bo Lindqvist-Aranguren",
        ),
        assertion(
            "9",
            "the council had known",
            4,
            3,
            layer="content",
            kind="event",
            speaker="Orla Quent",
            speaker_inferred=True,
            priority="low",
            verdict="not-checkable",
            note="Minutes are sealed until 2040.",
            reviewer="A. Ruiz",
        ),
        assertion(
            "10",
            PARAGRAPHS[3].partition(" The street")[0],
            6,
            4,
            layer="content",
            kind="schedule",
            speaker="the 東海水産 group",
            details=(Detail("name", "東海水産"), Detail("place", "東京都港区")),
        ),
        assertion(
            "11",
            "The street once called طريق الميناء will be renamed.",
            7,
            4,
            kind="description",
            verdict="outdated",
            evidence=(Evidence(url="https://vessnay.example/" + "street-names/" * 9 + "2024"),),
            correction="The street once called طريق الميناء was renamed in May.",
            reviewer="Bo Lindqvist-Aranguren",
        ),
        assertion("12", "The mayor has led the town since 2011.", 8, 5, verdict="confrimed"),
    )


SOURCES = (
    Source(
        "s1",
        kind="dataset",
        tier="primary",
        title="Employment by municipality 2023",
        publisher="County Bureau of Statistics",
        url="https://bureau.example/jobs-2023.csv",
        archived="https://archive.example/2024/jobs-2023",
        accessed=dt.date(2024, 7, 1),
        sha256="ab" * 32,
    ),
    Source(
        "s2",
        kind="recording",
        tier="primary",
        title="Council meeting, 28 June",
        file="evidence/council.ogg",
        on_record=True,
    ),
    Source("s3", kind="document", title="Fire inquiry: *interim* <report>", author="K. Osei"),
    Source(
        "s4",
        kind="interview",
        tier="primary",
        title="Night-shift worker",
        on_record=False,
        interest="claims damages from the cannery",
        independent_of=("s3",),
        contact=CONTACT,
    ),
    Source("s5", kind="web-page", title="Never used", url="javascript:alert(1)"),
)

SET_ASIDE = (
    SetAside("What did the council know?", 5, 3, Span(0, 26), "question"),
    SetAside("It is the loveliest harbour on the coast.", 9, 5, Span(0, 41), "opinion"),
)

QUERIES = (
    Query(
        "412 *jobs* or 142?",
        ("1",),
        "“lost 412 jobs last year” (sentence 1)",
        "142, by the bureau's table.\nThe mayor's office says so too.",
    ),
    Query(
        'One name in two spellings? "Vessnay" and "Vesnay [x](y)"',
        ("1", "7a", "11"),
        "“The harbour town of Vessnay …” (sentence 1); “… \x1b[31mVesnay” (sentence 7)",
    ),
    Query("A question that a person wrote"),
)

FINDINGS = (
    Finding("w.toml", 88, 1, "error", "unknown-verdict", "verdict 'confrimed' is not on the scale"),
    Finding("w.toml", 61, 12, "error", "unknown-source", "evidence names s9, which is not there"),
    Finding(
        "w.toml",
        12,
        1,
        "warning",
        "off-record",
        "s4 is off the record",
        "",
        f'contact = "{CONTACT}"',
    ),
)


def sheet() -> Worksheet:
    article = Article(
        TEXT,
        title="Vessnay counts what the *fire* took [updated]",
        byline="Mira Dahl",
        published=dt.date(2024, 6, 30),
        source="stories/vessnay.txt",
        url="https://paper.example/vessnay",
    )
    return Worksheet(
        article,
        created=dt.datetime(2024, 6, 30, 9, 0, tzinfo=dt.UTC),
        tool="factcheck 0.1.0",
        sha256=article.sha256,
        sources=SOURCES,
        queries=QUERIES,
        assertions=assertions(),
        set_aside=SET_ASIDE,
    )


@pytest.fixture
def worksheet() -> Worksheet:
    return sheet()


@pytest.fixture
def findings() -> tuple[Finding, ...]:
    return FINDINGS


@pytest.fixture
def contact() -> str:
    return CONTACT


@pytest.fixture(scope="session")
def compiled() -> report.Report:
    publisher = Publisher(
        "The Vessnay Desk",
        "https://desk.example/",
        "https://desk.example/checks/{slug}",
        "https://licence.example/by",
    )
    return report.compile(sheet(), FINDINGS, Desk(publisher=publisher))


@pytest.fixture
def worksheet_file(tmp_path: Path) -> Path:
    path = tmp_path / "vessnay.toml"
    path.write_text(render(sheet()), encoding="utf-8")
    return path


@pytest.fixture(scope="session", autouse=True)
def one_version() -> Iterator[None]:
    """The golden files do not change with the version."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("factcheck.report.compilation.__version__", "0.1.0")
        yield
