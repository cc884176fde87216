"""Where the words of one assertion stand in the new draft, and whether they still say the same."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from factcheck.model import Assertion, Span
from factcheck.updating import passages
from factcheck.updating.leaning import Leaning
from factcheck.updating.normal import words
from factcheck.updating.passages import Passage, Passages
from factcheck.updating.record import State
from factcheck.updating.seeking import Seeker

LEAST = 0.4
"""The share of an assertion's words that must be kept for it to be reworded and not gone."""
_BETTER = 0.2  # share of words that a passage elsewhere must have beyond what replaced them
_MUCH = 5.0  # words, small ones hardly counted, that may be looked for by themselves
_FEWEST = 3  # words that may be looked for all over the draft


@dataclass(frozen=True, slots=True)
class Placing:
    """``tokens`` of the new draft that an assertion stands on now; None if it is gone.

    ``firm`` says that they are its very words, which nothing may widen. ``recheck`` is what was
    checked, if that is not certain any more.
    """

    state: State
    tokens: Span | None = None
    firm: bool = True
    recheck: str = ""


GONE = Placing("gone")


class Placer:
    """Places assertions of an old draft in a new one."""

    def __init__(self, both: Passages, free: Collection[int]) -> None:
        self._both = both
        self._old, self._new = both.old, both.new
        self._seeker = Seeker(both.old, both.new, free)
        self._leaning = Leaning(both.old, both.new)
        self._texts = tuple(f" {' '.join(v.keys)} " for v in (both.old, both.new))

    def place(self, assertion: Assertion, span: Span | None) -> Placing:
        """``span`` is where the words stand in the old draft; None if that is not known."""
        tokens = self._old.touched(span) if span else Span(0, 0)
        if not tokens:
            return self._unknown(assertion)
        passage = self._both.of(tokens)
        if passage is not None and passage.exact:
            return self._kept(passage, tokens)
        if passage is not None and (image := passages.unaltered(passage, tokens, self._old)):
            return self._surrounded(passage, tokens, image, assertion)
        image = self._only(self._old.words(passages.bare(self._old, tokens)))
        if image is not None and self._is_much(tokens):
            return Placing("reworded", image, recheck=self._sentence(tokens))
        image = self._nearest(passage, tokens)
        if image is None or self._stood_elsewhere(image, tokens):
            return Placing("gone", recheck=self._sentence(tokens))
        return Placing("reworded", image, firm=False, recheck=assertion.text)

    def _kept(self, passage: Passage, tokens: Span) -> Placing:
        image = Span(passage.kept[tokens.start], passage.kept[tokens.end - 1] + 1)
        state: State = "moved" if passage.moved else "unchanged"
        first, now = self._old.sentence(tokens.start), self._new.sentence(image.start)
        if self._leaning.shifts(first, now):
            told = self._old.quote(range(max(0, first - 1), first + 1))
            return Placing("reworded", image, recheck=told)
        return Placing(state, image)

    def _surrounded(
        self, passage: Passage, tokens: Span, image: Span, assertion: Assertion
    ) -> Placing:
        """The very words, in a sentence that changed."""
        around = passage, tokens, image, self._old, self._new
        spoken = assertion.layer != "narration"
        leans = self._leaning.shifts(
            self._old.sentence(tokens.start), self._new.sentence(image.start)
        )
        safe = passages.harmless(*around) or (not spoken and passages.heads(*around))
        if safe and not leans:
            return Placing("moved" if passage.moved else "unchanged", image)
        return Placing("reworded", image, recheck=self._sentence(tokens))

    def _is_much(self, tokens: Span) -> bool:
        """Whether so many words, or a whole sentence, are hardly said of anything else."""
        ends = self._old.sentences(tokens)
        whole = Span(self._old.bounds[ends[0]].start, self._old.bounds[ends[-1]].end)
        return tokens == whole or passages.weight(self._old, tokens) >= _MUCH

    def _nearest(self, passage: Passage | None, tokens: Span) -> Span | None:
        """The words that stand for ``tokens`` now: what replaced them, or a passage that has more of them."""
        partners = {self._new.sentence(n) for n in passage.news} if passage else set()
        sought = self._seeker.seek(tokens, partners)
        if passage is None:
            return sought.tokens if sought else None
        image = passages.project(passage, tokens, self._new)
        whole = passages.weight(self._old, tokens)
        kept = passages.weight(self._old, tokens, passage.kept)
        if image is None or kept < LEAST * whole:
            return sought.tokens if sought else None
        if sought and sought.share > self._seeker.share(tokens, image) + _BETTER:
            return sought.tokens
        return image

    def _stood_elsewhere(self, image: Span, tokens: Span) -> bool:
        """Whether the words of ``image`` stood in the old draft already, and not within ``tokens``."""
        words = f" {self._new.words(passages.bare(self._new, image))} "
        if sum(form[-1:].isalnum() for form in words.split()) < _FEWEST:
            return False
        own = f" {self._old.words(tokens)} "
        return self._texts[0].count(words) > own.count(words)

    def _unknown(self, assertion: Assertion) -> Placing:
        """Words whose place in the old draft is not known: nothing is known of what stood around."""
        found = self._only(words(assertion.text), in_old=False)
        return GONE if found is None else Placing("reworded", found, recheck=assertion.text)

    def _only(self, wanted: str, *, in_old: bool = True) -> Span | None:
        forms = wanted.split(" ")
        if sum(form[-1:].isalnum() for form in forms) < _FEWEST:
            return None
        old, new = self._texts
        if new.count(f" {wanted} ") != 1 or (in_old and old.count(f" {wanted} ") != 1):
            return None
        start = new.count(" ", 1, new.index(f" {wanted} ") + 1)
        return Span(start, start + len(forms))

    def _sentence(self, tokens: Span) -> str:
        return self._old.quote(self._old.sentences(tokens))
