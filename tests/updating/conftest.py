"""Worksheets and a finder for articles of a few lines, without a language model."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from factcheck import worksheet
from factcheck.language import sentences
from factcheck.model import Article, Assertion, Found, SetAside, Span
from factcheck.worksheet import Document

NOW = dt.datetime(2026, 11, 24, 10, tzinfo=dt.UTC)
_CLAUSE = re.compile(r",? (?:and|but|which|who) |; |, ")


def found_in(article: Article) -> Found:
    """Each clause of a sentence as an assertion; a question is set aside."""
    asserted: list[Assertion] = []
    aside: list[SetAside] = []
    cut = sentences.split(article.text)
    for sentence in cut:
        text = sentence.span.of(article.text)
        if text.endswith("?"):
            reason = "question"
            aside.append(SetAside(text, sentence.number, sentence.paragraph, sentence.span, reason))
            continue
        marks = [m.span() for m in _CLAUSE.finditer(text)]
        starts, ends = [0, *(end for _, end in marks)], [*(start for start, _ in marks), len(text)]
        for start, end in zip(starts, ends, strict=True):
            span = Span(sentence.span.start + start, sentence.span.start + end)
            if span:
                asserted.append(
                    Assertion(
                        str(len(asserted) + 1),
                        span.of(article.text),
                        sentence.number,
                        sentence.paragraph,
                        span,
                        "narration",
                        "event",
                    )
                )
    return Found(cut, tuple(asserted), tuple(aside))


def laid_out(article: Article, assertions: Sequence[Assertion] | None = None) -> Document:
    """A worksheet of ``article`` with ``assertions``, by default the finder's."""
    found = found_in(article)
    sheet = worksheet.new(article, found, scale="desk", created=NOW, tool="factcheck 0.1.0")
    if assertions is not None:
        sheet = replace(sheet, assertions=tuple(assertions), highest=len(assertions))
    return worksheet.parse(worksheet.render(sheet), "w.toml")


@pytest.fixture
def finder() -> Callable[[Article], Found]:
    """A finder that cuts sentences at their commas; questions are set aside."""
    return found_in


@pytest.fixture
def lay_out() -> Callable[..., Document]:
    """``lay_out(article, assertions)`` is their worksheet."""
    return laid_out
