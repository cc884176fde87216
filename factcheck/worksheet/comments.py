"""The comments of a worksheet: a person's words that no key holds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import Span

_STRING_OR_COMMENT = re.compile(
    r'"""(?:[^"\\]|\\.|""?(?!"))*"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|(#[^\n]*)',
    re.DOTALL,
)


def find(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """The places of the comments of TOML ``text`` from ``start`` to ``end``, ``#`` included.

    ``start`` stands outside of any string. A carriage return at the end of a line is no part of it.
    """
    for match in _STRING_OR_COMMENT.finditer(text, start, len(text) if end is None else end):
        if match[1] is not None:
            yield Span(match.start(), match.start() + len(match.group().rstrip("\r")))
