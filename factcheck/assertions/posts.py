"""Posts that carry their own day: ``— Tessa Roe (@roe) March 3, 2020`` behind or below the words.

"Today" in such a post is that day, whenever the article was published.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.language.dates import Expression
from factcheck.model import Span

_CREDIT = re.compile(r"(?:—|–|--|^-)[ \t]*[^()—–\n]{2,60}\(@\w{2,30}\)[ \t,·|]*$")
_LONGEST = 600  # characters of a post
_REACH = 120  # characters of a credit line before its date


def find(text: str, expressions: Sequence[Expression]) -> tuple[tuple[Span, int], ...]:
    """Each post's words, and the number among ``expressions`` of the day in its credit line."""
    return tuple(_signed(text, expressions))


def _signed(text: str, expressions: Sequence[Expression]) -> Iterator[tuple[Span, int]]:
    for number, expression in enumerate(expressions):
        if expression.form != "day" or "year" not in dict(expression.parts):
            continue
        start, end = expression.span.start, expression.span.end
        line = text.rfind("\n", 0, start) + 1
        stop = text.find("\n", end)
        if text[end : stop if stop >= 0 else len(text)].strip():
            continue
        first = max(line, start - _REACH)
        credit = _CREDIT.search(text[first:start])
        if credit is None:
            continue
        post = Span(line, first + credit.start())
        if not post.of(text).strip():
            post = _above(text, line)
        if 0 < len(post) <= _LONGEST and not post.of(text).rstrip().endswith(":"):
            yield post, number


def _above(text: str, line: int) -> Span:
    """The paragraph above the line that begins at ``line``; empty where there is none."""
    low = max(line - 2 * _LONGEST, 0)  # a longer paragraph is no post
    end = low + len(text[low:line].rstrip())
    return Span(text.rfind("\n", low, end) + 1, end)
