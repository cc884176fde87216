"""What counts as the same words.

Two texts have the same words if their tokens are equal. A token is a word, a figure or a mark, in a form
in which what a copy-editor's machine changes does not show: the shape of quotation marks and dashes,
blanks of any sort and line breaks around them, ligatures, composed or decomposed letters, soft hyphens.
Everything else shows: a letter's case, a comma, a figure, a hyphen more or less.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from factcheck.model import Span

_UNSEEN = "\u00ad\u200b\u200e\u200f\u2060\ufeff"
_MARKS = "\u0300-\u036f"
_SINGLE = "'‘’‚‛`´′‹›"
_TOKEN = re.compile(
    rf"""
      (?P<ellipsis> \.(?:[ \xa0]?\.){{2,}} | … )
    | (?P<figure>   \.?\d+(?:[.,:]\d+)* )
    | (?P<word>     (?:[^\W_][{_MARKS}{_UNSEEN}]*)+ )
    | (?P<dash>     [-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]+ )
    | (?P<double>   ["“”„‟«»″] | '' | `` )
    | (?P<single>   [{_SINGLE}] )
    | (?P<mark>     [^\s{_UNSEEN}] )
    """,
    re.VERBOSE,
)
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
    | dict.fromkeys(_UNSEEN, "")
)
_OPENS_AFTER = frozenset(" \t\n\u00a0([{-–—")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, figure or mark: its form for comparison and its place in the text."""

    form: str
    span: Span

    @property
    def said(self) -> bool:
        """Whether it is a word or a figure, not a mark."""
        return self.form[-1].isalnum()


def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of ``text`` in order."""
    found: list[Token] = []
    pending = {"single": 0, "double": 0}
    for match in _TOKEN.finditer(text):
        sort = str(match.lastgroup)
        if "\n" in text[found[-1].span.end if found else 0 : match.start()]:
            pending = dict.fromkeys(pending, 0)
        found.append(Token(_form(text, match, sort, pending), Span(*match.span())))
    return tuple(found)


def words(text: str) -> str:
    """``text`` in the form in which texts of the same words are equal."""
    return " ".join(token.form for token in tokens(text))


def same(one: str, other: str) -> bool:
    """Whether two texts have the same words."""
    return one == other or words(one) == words(other)


def _form(text: str, match: re.Match[str], sort: str, pending: dict[str, int]) -> str:
    match sort:
        case "ellipsis":
            return "…"
        case "dash":
            return "-"
        case "single" | "double":
            return _quote(text, match.start(), sort, pending)
        case "word":
            return unicodedata.normalize("NFC", match.group().translate(_LIGATURES))
    return unicodedata.normalize("NFC", match.group())


def _quote(text: str, start: int, sort: str, pending: dict[str, int]) -> str:
    """All quotation marks are one, but feet are no inches: a mark after a figure that closes nothing."""
    if start == 0 or text[start - 1] in _OPENS_AFTER:
        pending[sort] += 1
        return '"'
    if text[start - 1].isdigit() and not pending[sort]:
        return "′" if sort == "single" else "″"
    if not text[start + 1 : start + 2].isalnum():  # not the apostrophe of "it's"
        pending[sort] = max(0, pending[sort] - 1)
    return '"'
