"""Whether a passage stands in a text: as it is, up to how it is typed, nearly, or not at all.

Quotation marks, dashes, blanks, punctuation, capitals, ligatures and hyphens at line ends differ between
a page, a PDF and what somebody copied from them, and none of them changes what was said. Letters and
figures do. What a person left out (``…``, ``[...]``) or put in (``[sic]``) may be missing.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from factcheck.checks import numerals
from factcheck.model import Span

Match = Literal["exact", "alike", "near", "none"]
NEAR = 75
"""From this share of letters in common, of 100, a text is shown as what was perhaps meant."""

_CUT = re.compile(r"\[[^\[\]]*\]|\([.…\s]*\)|…|\.\s?\.\s?\.(?:\s?\.)?")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_WORDS = re.compile(r"[^\W_]")
# Between figures these tell one number from another; beside one a sign or a unit does.
_TELLING = re.compile(
    r"(?<=\d)[.,:/](?=\d)|(?<!\w)[-+](?=\d)|[$€£¥%‰°](?=\s?\d)|(?<=\d)\s?[%‰°€£$]"
)
_MINUS = re.compile("[\u2212\u2010-\u2015]")
_LONGEST = 400_000  # characters that a near passage is looked for in
_WORD = re.compile(
    r"(?:(?<!\w)[-$€£¥]{1,2}(?=\d))?[^\W_]+(?:[.,:/'’-][^\W_]+)*(?:(?<=\d)\s?[%‰°€£$])?"
)
_NEGATIONS = frozenset("no not never none nor neither nothing nobody without cannot".split())


@dataclass(frozen=True, slots=True)
class Found:
    """How well a passage fits; ``words`` are those of the text that come nearest, for ``near``."""

    match: Match
    words: str = ""


class Text:
    """A text that passages are looked for in, prepared once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tight, self._places = _tight(text)

    def find(self, passage: str) -> Found:
        """Where ``passage`` stands in the text, and how well it fits; one without a word fits nowhere."""
        if not _WORDS.search(passage):
            return Found("none")
        if (at := self._text.find(passage)) >= 0 and _is_whole(self._text, at, at + len(passage)):
            return Found("exact")
        if self._has_all(_CUT.split(passage)):
            return Found("alike")
        return self._nearest(passage)

    def _has_all(self, pieces: list[str]) -> bool:
        """Whether the pieces stand in the text one after another, each in whole words."""
        place, some = 0, False
        for piece in pieces:
            letters, _ = _tight(piece)
            if not letters:
                continue
            some = True
            place = self._after(letters, place)
            if place < 0:
                return False
        return some

    def _after(self, letters: str, start: int) -> int:
        """The place after ``letters``, in whole words, from ``start`` on; -1 if they are not there."""
        while (at := self._tight.find(letters, start)) >= 0:
            end = at + len(letters)
            if _is_whole(self._text, self._places[at], self._places[end - 1] + 1):
                return end
            start = at + 1
        return -1

    def _nearest(self, passage: str) -> Found:
        from rapidfuzz import fuzz

        wanted, _ = _tight(_CUT.sub(" ", passage))
        if not wanted or not self._tight:
            return Found("none")
        best = fuzz.partial_ratio_alignment(wanted, self._tight[:_LONGEST], score_cutoff=NEAR)
        if best is None or best.dest_end <= best.dest_start:
            return Found("none")
        span = Span(self._places[best.dest_start], self._places[best.dest_end - 1] + 1)
        return Found("near", " ".join(_whole_words(self._text, span).of(self._text).split()))


def alters(passage: str, words: str) -> bool:
    """Whether ``passage`` says something else than the nearly equal ``words`` of a source.

    Another figure, another name or a negation more or less changes what was said; other words may be a
    slip, or letters that a scanner misread.
    """
    mine, theirs = (_WORD.findall(_MINUS.sub("-", each)) for each in (passage, words))
    one, other = ([word.casefold() for word in each] for each in (mine, theirs))
    changes = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    last = len(theirs)
    for kind, low, high, start, end in changes:
        # What the source has before and after was left out, not changed.
        outside = kind == "insert" and (start == 0 or end == last)
        if kind != "equal" and not outside and _is_other(mine[low:high], theirs[start:end]):
            return True
    return False


def _is_other(mine: list[str], theirs: list[str]) -> bool:
    one, other = " ".join(mine), " ".join(theirs)
    if numerals.named(one) != numerals.named(other) or _signs(one) != _signs(other):
        return True
    if any(_is_negation(word) for word in (*mine, *theirs)):
        return True
    return bool(mine and theirs) and all(_is_name(word) for word in (mine[-1], theirs[-1]))


def _signs(text: str) -> list[str]:
    """The signs and units that belong to figures."""
    return sorted(each.group().strip() for each in _TELLING.finditer(text) if each.group() != ",")


def _is_negation(word: str) -> bool:
    small = word.casefold().replace("’", "'")
    return small in _NEGATIONS or small.endswith("n't")


def _is_name(word: str) -> bool:
    return word[:1].isupper()


def _tight(text: str) -> tuple[str, list[int]]:
    """The letters and figures of ``text``, small, and where each stands."""
    kept: list[str] = []
    places: list[int] = []
    telling = {i for m in _TELLING.finditer(_MINUS.sub("-", text)) for i in range(*m.span())}
    for place, character in enumerate(text):
        if character.isascii():
            plain = character if character.isalnum() else ""
        elif _UNSEEN.match(character):
            continue
        else:
            spread = unicodedata.normalize("NFKC", character)
            plain = "".join(c for c in spread if c.isalnum())
        if place in telling and not character.isspace():
            plain = "-" if _MINUS.match(character) else character
        for each in plain.casefold():
            kept.append(each)
            places.append(place)
    return "".join(kept), places


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether the words from ``start`` to ``end`` are not part of longer ones, nor of a longer number."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if text[start].isalnum() and before[-1:].isalnum():
        return False
    if text[end - 1].isalnum() and after[:1].isalnum():
        return False
    if text[start].isdigit() and re.fullmatch(r"\d[.,]", before):
        return False
    return not (text[end - 1].isdigit() and re.fullmatch(r"[.,]\d", after))


def _whole_words(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return Span(start, end)
