"""Two people's worksheets of one story of a few sentences, without a language model."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from factcheck import worksheet
from factcheck.model import Article, Assertion, SetAside, Source, Span, Worksheet, sha256
from factcheck.worksheet import Document

NOW = dt.datetime(2026, 11, 24, 10, tzinfo=dt.UTC)
TEXT = (
    "The pool opened in 1957. Ana Ruiz said it cost 40,000 pounds. It has two slides. What a day!"
)


def _assertion(number: int, text: str, sentence: int, layer: str = "narration") -> Assertion:
    start = TEXT.index(text)
    span = Span(start, start + len(text))
    return Assertion(str(number), text, sentence, 1, span, layer, "event")


SHEET = Worksheet(
    Article(TEXT, title="Pool"),
    NOW,
    "factcheck 0.1.0",
    highest=4,
    sha256=sha256(TEXT),
    assertions=(
        _assertion(1, "The pool opened in 1957.", 1),
        _assertion(2, "Ana Ruiz said it cost 40,000 pounds.", 2, "said"),
        _assertion(3, "it cost 40,000 pounds", 2, "content"),
        _assertion(4, "It has two slides.", 3),
    ),
    set_aside=(SetAside("What a day!", 4, 1, Span(81, 92), "opinion"),),
)

Fill = Callable[..., Document]


def filled(
    changes: Mapping[str, Mapping[str, object]] | None = None,
    *sources: Source,
    path: str = "w.toml",
) -> Document:
    """The worksheet with keys of assertions ``changes``, by id, and ``sources``."""
    assertions = tuple(
        replace(each, **dict((changes or {}).get(each.id, {})))  # type: ignore[arg-type]
        for each in SHEET.assertions
    )
    sheet = replace(SHEET, assertions=assertions, sources=sources)
    return worksheet.parse(worksheet.render(sheet), path)


@pytest.fixture
def fill() -> Fill:
    """``fill({"1": {"verdict": "wrong"}}, source …)`` is a worksheet of the story."""
    return filled


@pytest.fixture
def now() -> dt.datetime:
    """The time of a merge."""
    return NOW
