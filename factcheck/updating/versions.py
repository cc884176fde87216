"""A version of the article, cut into sentences and tokens that another can be compared with."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from factcheck.model import Span
from factcheck.updating.normal import Token, tokens


@dataclass(frozen=True, slots=True)
class Version:
    """``bounds`` has each sentence's range of tokens, ``keys`` its words; see :mod:`.normal`.

    Every token lies in exactly one sentence.
    """

    text: str
    tokens: tuple[Token, ...]
    bounds: tuple[Span, ...]
    keys: tuple[str, ...]
    _starts: tuple[int, ...] = field(repr=False)

    def touched(self, span: Span) -> Span:
        """The tokens that ``span``, characters of the text, touches."""
        first = bisect_right(self._starts, span.start) - 1
        if first < 0 or self.tokens[first].span.end <= span.start:
            first += 1
        return Span(first, max(first, bisect_left(self._starts, span.end)))

    def place(self, tokens: Span) -> Span:
        """The characters from the first to the last of ``tokens``, of which there is at least one."""
        return Span(self.tokens[tokens.start].span.start, self.tokens[tokens.end - 1].span.end)

    def sentences(self, tokens: Span) -> range:
        """The numbers (from 0) of the sentences that ``tokens`` lie in."""
        if not tokens:
            return range(0)
        return range(self.sentence(tokens.start), self.sentence(tokens.end - 1) + 1)

    def sentence(self, token: int) -> int:
        """The number (from 0) of the sentence that ``token`` lies in."""
        return bisect_right(self.bounds, token, key=lambda bound: bound.start) - 1

    def words(self, tokens: Span) -> str:
        """``tokens`` in the form in which texts of the same words are equal."""
        return " ".join(token.form for token in self.tokens[tokens.start : tokens.end])

    def quote(self, sentences: range) -> str:
        """The text of ``sentences``, from the first to the last, on one line."""
        start, end = self.bounds[sentences[0]].start, self.bounds[sentences[-1]].end
        text = self.place(Span(start, end)).of(self.text)
        return " ".join(text.split("\n\n")) if "\n" in text else text


def version(text: str, sentences: Iterable[Span]) -> Version:
    """``text`` cut at the starts of its ``sentences``; what stands before the first is a sentence too."""
    cut = tokens(text)
    starts = tuple(token.span.start for token in cut)
    firsts = sorted({0, *(bisect_left(starts, sentence.start) for sentence in sentences)})
    ends = [*firsts[1:], len(cut)]
    bounds = tuple(Span(a, b) for a, b in zip(firsts, ends, strict=True) if a < b)
    keys = tuple(" ".join(token.form for token in cut[b.start : b.end]) for b in bounds)
    return Version(text, cut, bounds, keys, starts)
