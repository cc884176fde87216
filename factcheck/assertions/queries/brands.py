"""The name of a body, a work or a brand that is written in two ways: a small word, capitals, a label."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from factcheck.assertions.queries.story import Doubt, Rule, Story, span_of, two_spellings
from factcheck.model import Span

_LABEL = re.compile(r"\b(?P<word>[A-Z][a-z]{5,})[ \xa0](?P<mark>[A-Z]|\d{1,3})(?=[\s,.;:)]|$)")
_SHARED = 6  # letters at the beginning that two words for one label share


def body(story: Story) -> Iterator[Doubt]:
    """``National Council of Marriage`` and ``National Council for Marriage``."""
    seen: dict[tuple[str, ...], tuple[tuple[str, ...], Span]] = {}
    for item in story.inventory.items:
        words = item.span.of(story.text).split() if item.kind in ("name", "place") else []
        small = tuple(w for w in words if w in ("of", "for", "on", "in", "to"))
        if len(small) != 1 or len(words) < 4:
            continue
        bare = tuple(w.casefold() for w in words if w not in small and w.casefold() != "the")
        first = seen.setdefault(bare, (small, item.span))
        if first[0] != small:
            yield two_spellings(
                story, item.span.of(story.text), first[1].of(story.text), item.span, first[1]
            )
            seen[bare] = (small, first[1])


def capitals(story: Story) -> Iterator[Doubt]:
    """``PlayStation`` and ``Playstation``."""
    forms: dict[str, Counter[str]] = {}
    places: dict[str, Span] = {}
    for token in story.tokens:
        text = token.text
        if len(text) > 4 and token.is_alpha and text[0].isupper() and not text.isupper():
            forms.setdefault(text.casefold(), Counter())[text] += 1
            places.setdefault(text, span_of(token))
    for spelt in forms.values():
        if len(spelt) == 2:
            (usual, _), (other, _) = sorted(
                spelt.items(), key=lambda pair: (-pair[1], places[pair[0]])
            )
            if not any(_is_web(story, places[form]) for form in spelt):
                yield two_spellings(story, other, usual, places[other], places[usual])


def _is_web(story: Story, span: Span) -> bool:
    """Part of an address, a handle or a tag."""
    return any(c in "@#./_" for c in story.text[max(span.start - 1, 0) : span.start]) or bool(
        re.match(r"\.\w|[/_@]", story.text[span.end : span.end + 2])
    )


def label(story: Story) -> Iterator[Doubt]:
    """``Protected B`` and ``Protection B``."""
    told: dict[str, tuple[str, Span]] = {}
    for match in _LABEL.finditer(story.text):
        here = (match["word"], Span(*match.span()))
        word, place = told.setdefault(match["mark"], here)
        shorter, longer = sorted((word, here[0]), key=len)
        if shorter[:_SHARED] == longer[:_SHARED] and not longer.startswith(shorter):
            yield two_spellings(story, match[0], place.of(story.text), here[1], place)
            return


RULES: tuple[Rule, ...] = (
    Rule(
        "body",
        body,
        (
            "The National Council of Marriage sued on Monday. "
            "Ann Hale leads the National Council for Marriage.",
        ),
        (
            "The National Council of Marriage sued on Monday. "
            "Ann Hale leads the National Council of Marriage.",
        ),
    ),
    Rule(
        "capitals",
        capitals,
        ("Ann Hale bought a PlayStation on Monday. The Playstation broke on Tuesday.",),
        (
            "Ann Hale bought a PlayStation on Monday. The PLAYSTATION broke on Tuesday.",
            "Ann Hale bought a PlayStation on Monday. See www.Playstation.example for more.",
        ),
    ),
    Rule(
        "label",
        label,
        ("The document had the stamp Protected B. It said that Protection B documents are dull.",),
        (
            "The document had the stamp Protected B. Another was in Protection C.",
            "The bill changes Section 8. It was said that Sections 8 and 9 are dull.",
        ),
    ),
)
