"""The persons of an article as the rules for spellings see them: bare names without any title.

The finder's own list follows the pipeline's entities, which now and then hold a title, or a surname
without the first name before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.assertions.queries.story import Story
from factcheck.assertions.roles import HONORIFICS, NO_NAMES, ROLES
from factcheck.language.date_forms import MONTHS, WEEKDAYS
from factcheck.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

PLACES = frozenset(("GPE", "LOC", "FAC", "NORP", "LANGUAGE", "DATE"))
"""The pipeline's labels of what is no person."""

_TITLES = HONORIFICS | ROLES
_NO_FIRST_NAMES = _TITLES | NO_NAMES | MONTHS.keys() | WEEKDAYS.keys()
_NICKNAMED = re.compile(r"\b([A-Z]\w+)\s[\"“(]\w+[\"”)]\s([A-Z]\w+)")  # William "Mo" Cowan
_PAIR = re.compile(r"\b([A-Z][\w’'-]+) (?=([A-Z][\w-]+))")
_TITLED = re.compile(r"\b(?:[A-Z][\w-]+\.? ){1,4}[A-Z][\w-]+ [A-Z][\w-]+")


@dataclass(frozen=True, slots=True)
class Named:
    """A person's name at its place, in words."""

    words: tuple[str, ...]
    span: Span


def named(story: Story) -> Iterator[Named]:
    """Every mention of a person: those of the finder, nicknamed ones, and those behind a title."""
    doc = story.read.doc
    for mention in story.read.people.mentions:
        words = tuple(mention.name.split())
        if words and all(word[:1].isupper() for word in words):
            end = doc[mention.end - 1]
            bare = bare_of(words)
            first = _first(doc[mention.start]) if len(words) == 1 else None
            start = doc[mention.start].idx if first is None else first.idx
            yield Named((first.text, *bare) if first else bare, Span(start, end.idx + len(end)))
    for match in _NICKNAMED.finditer(story.text):
        yield Named((match[1], match[2]), Span(*match.span()))
    for match in _TITLED.finditer(story.text):
        words = tuple(match[0].split())
        bare = bare_of(words)
        if len(bare) == 2 and len(bare) < len(words):
            yield Named(bare, Span(match.end() - len(" ".join(bare)), match.end()))


def bare_of(words: Sequence[str]) -> tuple[str, ...]:
    """A name without its titles: what follows the last of them, the whole where nothing does."""
    folded = [word.casefold().rstrip(".") for word in words]
    last = max((n for n, word in enumerate(folded[:-1], 1) if word in _TITLES), default=0)
    return tuple(words[last:])


def _first(token: Token) -> Token | None:
    """The first name that stands before a lone surname."""
    if not token.i:
        return None
    before = token.nbor(-1)
    fits = before.pos_ == "PROPN" and before.is_alpha and before.text.istitle()
    known = before.ent_type_ in PLACES or before.ent_type_ == "ORG"
    return before if fits and not known and before.lower_ not in _NO_FIRST_NAMES else None


def in_pairs(story: Story) -> Iterator[Named]:
    """Every two capitalised words that may be first name and surname.

    Too many to be asked about; enough where somebody is called by nearly that surname.
    """
    common = {token.text for token in story.tokens if token.is_lower}
    for match in _PAIR.finditer(story.text):
        first, last = match[1], match[2]
        plain = first.casefold() in common or last.casefold() in common
        if not plain and first.casefold() not in _NO_FIRST_NAMES:
            yield Named((first, last), Span(match.start(), match.end(2)))
