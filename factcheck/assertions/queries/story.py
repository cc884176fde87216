"""What the rules look at, what they find, and how they quote it."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.assertions.queries import amounts
from factcheck.assertions.queries.amounts import Amount
from factcheck.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from factcheck.assertions.details import Inventory, Item
    from factcheck.assertions.reading import Reading

_AROUND = 60  # characters quoted on each side of what a query is about
_BLANK = re.compile(r"\s")


@dataclass(frozen=True)
class Story:
    """An article that was read: its parse, what there is to tick in it, the day of publication."""

    read: Reading
    inventory: Inventory
    published: dt.date | None

    @property
    def text(self) -> str:
        """The article's text."""
        return self.read.text

    @cached_property
    def amounts(self) -> tuple[Amount, ...]:
        """Every number of the article that can be counted with, in text order."""
        found = (
            amounts.read(self.text, item.span, item.kind)
            for item in self.inventory.items
            if item.kind in amounts.KINDS
        )
        return tuple(amount for amount in found if amount is not None)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The article's tokens, made once: to go over a ``Doc`` makes them anew each time."""
        return tuple(self.read.doc)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(sentence.span.start for sentence in self.read.sentences)

    @cached_property
    def _token_starts(self) -> tuple[int, ...]:
        return tuple(token.idx for token in self.tokens)

    @cached_property
    def _amount_starts(self) -> tuple[int, ...]:
        return tuple(amount.span.start for amount in self.amounts)

    def sentence(self, offset: int) -> int:
        """Number (from 1) of the sentence that holds the character at ``offset``."""
        return max(bisect_right(self._starts, offset), 1)

    def home(self, offset: int) -> Span:
        """The place of the sentence that holds the character at ``offset``."""
        return self.read.sentences[self.sentence(offset) - 1].span

    def token(self, offset: int) -> Token:
        """The token that holds the character at ``offset``."""
        return self.tokens[max(bisect_right(self._token_starts, offset) - 1, 0)]

    def counted(self, span: Span) -> tuple[Amount, ...]:
        """The numbers that begin inside ``span``."""
        first = bisect_left(self._amount_starts, span.start)
        return self.amounts[first : bisect_left(self._amount_starts, span.end)]

    def meaning(self, item: Item) -> str:
        """What a date of the inventory means, as its detail in a worksheet has it; "" if open."""
        details = self.inventory.within(item.span, self.published)
        words = item.span.of(self.text)
        return next((d.resolved for d in details if d.text == words), "")

    def is_prose(self, number: int) -> bool:
        """Whether sentence ``number`` ends as a sentence does; a heading or a caption does not."""
        words = self.read.sentences[number - 1].span.of(self.text).rstrip("\"'”’)]» ")
        return words.endswith((".", "!", "?", "…", ",", ":", ";"))

    def is_quoted(self, offset: int) -> bool:
        """Whether the character at ``offset`` stands between quotation marks."""
        return self.read.quoted[self.token(offset).i] >= 0

    def quote(self, *spans: Span) -> str:
        """The words at ``spans`` with some around them, and the sentence's number.

        The spans lie in one sentence. What is between the quotation marks stands in the article.
        """
        home = self.home(spans[0].start)
        start = max(min(s.start for s in spans) - _AROUND, home.start)
        end = min(max(s.end for s in spans) + _AROUND, home.end)
        while start > home.start and not _BLANK.match(self.text, start - 1):
            start -= 1
        while end < home.end and not _BLANK.match(self.text, end):
            end += 1
        before = "… " if start > home.start else ""
        after = " …" if end < home.end else ""
        words = Span(start, end).of(self.text).strip()
        return f"“{before}{words}{after}” (sentence {self.sentence(spans[0].start)})"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A query before the assertions are known: the question, the proof, the places concerned."""

    text: str
    why: str
    places: tuple[Span, ...]


def span_of(token: Token) -> Span:
    """The place of a token."""
    return Span(token.idx, token.idx + len(token))


def two_spellings(story: Story, odd: str, usual: str, there: Span, here: Span) -> Doubt:
    """A doubt about a name that stands as ``usual`` at ``here`` and as ``odd`` at ``there``."""
    first, second = sorted((here, there))
    return Doubt(
        f'One name in two spellings? "{usual}" and "{odd}"',
        f"{story.quote(first)}; {story.quote(second)}",
        (there, here),
    )


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with texts that it fires on, once each, and texts that look like it and must not.

    The examples are read as articles published on ``PUBLISHED``.
    """

    name: str
    find: Callable[[Story], Iterator[Doubt]]
    fires: tuple[str, ...]
    silent: tuple[str, ...]


PUBLISHED = dt.date(2024, 6, 28)
"""The day, a Friday, on which the rules' examples are published."""
