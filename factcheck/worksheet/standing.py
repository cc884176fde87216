"""What a worksheet claims of the article's words, each claim at its certain place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from factcheck.model import Assertion, SetAside, Span
from factcheck.worksheet import passages
from factcheck.worksheet.document import Document
from factcheck.worksheet.loading import Block

Noun = TypeVar("Noun", Assertion, SetAside)


@dataclass(frozen=True, slots=True)
class Claim(Generic[Noun]):
    """A block that stands on words of the article, and where they are."""

    block: Block
    noun: Noun
    span: Span


def assertions(document: Document) -> tuple[Claim[Assertion], ...]:
    """The assertions whose place is certain, in the file's order."""
    return tuple(_certain(document, "assertion", document.worksheet.assertions))


def set_aside(document: Document) -> tuple[Claim[SetAside], ...]:
    """The sentences set aside whose place is certain, in the file's order."""
    return tuple(_certain(document, "set_aside", document.worksheet.set_aside))


def _certain(document: Document, table: str, nouns: Iterable[Noun]) -> Iterator[Claim[Noun]]:
    """Those whose span cuts out their words, or whose words stand in the article only once."""
    text = document.worksheet.article.text
    for block, noun in zip(document.rows(table), nouns, strict=True):
        span = passages.certain(noun.text, noun.span, text)
        if span is not None:
            yield Claim(block, noun, span)
