"""The machine's half of an assertion, brought to the new draft.

A key that a person changed by hand stays. Which ones those are shows the finder, run once more over the
old draft: only where the worksheet and the new draft differ, and so seldom.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from factcheck.model import Assertion, Found, Span
from factcheck.updating import numbering
from factcheck.updating.drafts import Drafts
from factcheck.updating.matching import overlap
from factcheck.updating.normal import same
from factcheck.updating.placing import Placing
from factcheck.updating.record import State
from factcheck.updating.returning import due
from factcheck.updating.versions import Version

_SAME = 0.75  # share of words from which the finder's keys are those of an assertion
_ALIKE = 75  # of 100: letters that two spellings of a name share


class Machine:
    """Settles the machine's half of assertions that were placed."""

    def __init__(self, drafts: Drafts) -> None:
        self._drafts = drafts
        self._old, self._new = drafts.old, drafts.new

    def settle(
        self, assertion: Assertion, placing: Placing, twin: Assertion | None, *, retired: bool
    ) -> tuple[State, Assertion]:
        """What becomes of ``assertion``, and it as it stands in the new draft.

        ``twin`` is the finder's for about the same words.
        """
        tokens = placing.tokens or Span(0, 0)
        span = self._span(assertion, tokens)
        sentence, paragraph = numbering.place(self._drafts.found, span)
        text = span.of(self._new.text)
        now = replace(assertion, text=text, span=span, sentence=sentence, paragraph=paragraph)
        state, recheck = placing.state, placing.recheck
        if twin is not None and overlap(self._new.touched(twin.span), tokens) >= _SAME:
            now, turned = self._described(assertion, now, twin, retired=retired)
        else:
            turned = self._unheard(assertion, tokens)
        if turned and not recheck:
            state, recheck = "back" if state == "back" else "reworded", turned
        # What is only there to know the sentence by goes once the words are back in it.
        spent = retired and not recheck and not due(assertion)
        kept = "" if spent else assertion.recheck
        told = kept or (recheck if _worked_on(assertion) else "")
        status = {"back": "reworded" if told else "unchanged"}.get(state, state)
        return state, replace(now, status=status, recheck=told)

    def _span(self, assertion: Assertion, tokens: Span) -> Span:
        """The characters of ``tokens``, but where the assertion began or ended inside of a token."""
        span = self._new.place(tokens)
        if span.of(self._new.text) == assertion.text:
            return span
        at = self._new.text.find(assertion.text, span.start, span.end) if assertion.text else -1
        exact = at >= 0 and self._new.touched(Span(at, at + len(assertion.text))) == tokens
        return Span(at, at + len(assertion.text)) if exact else span

    def _described(
        self, assertion: Assertion, now: Assertion, twin: Assertion, *, retired: bool
    ) -> tuple[Assertion, str]:
        """The keys that the finder may set, and what was checked if they ask something else now."""
        differs = [
            name
            for name in ("layer", "kind", "speaker", "speaker_inferred", "priority", "details")
            if getattr(assertion, name) != getattr(twin, name)
        ]
        if not differs:
            return now, ""
        first = assertion if retired else self._first(assertion)
        if first is None:
            return now, _shifted(assertion, twin)
        if first.span == assertion.span:
            mine = (n for n in differs if getattr(first, n) == getattr(assertion, n))
            now = replace(now, **{name: getattr(twin, name) for name in mine})
        if first.layer == twin.layer:
            turned = not _same_person(first.speaker, twin.speaker)
        else:
            turned = first.span == assertion.span and same(assertion.text, twin.text)
        return now, _told(assertion) if turned else _shifted(first, twin)

    def _unheard(self, assertion: Assertion, tokens: Span) -> str:
        """What was said, if the finder heard the speaker in the old draft and does not in the new."""
        if assertion.layer == "narration" or not assertion.speaker:
            return ""
        before = self._drafts.again, self._old, self._old.touched(assertion.span)
        now = (lambda: self._drafts.found), self._new, tokens
        if _hears(assertion.speaker, *now) or not _hears(assertion.speaker, *before):
            return ""
        return _told(assertion)

    def _first(self, assertion: Assertion) -> Assertion | None:
        """What the finder made of the same words, or nearly the same, in the old draft."""
        tokens = self._old.touched(assertion.span)

        def near(other: Assertion) -> tuple[float, bool, bool]:
            share = overlap(self._old.touched(other.span), tokens)
            return share, other.layer == assertion.layer, other.kind == assertion.kind

        alike = (a for a in self._drafts.again().assertions if a.span.meets(assertion.span))
        best = max(alike, key=near, default=None)
        return best if best is not None and near(best)[0] >= _SAME else None


def _hears(speaker: str, found: Callable[[], Found], version: Version, tokens: Span) -> bool:
    """Whether the finder hears ``speaker`` in the sentence of ``tokens``."""
    heard = found()
    sentence, _ = numbering.place(heard, version.place(tokens))
    return any(
        each.sentence == sentence and _same_person(each.speaker, speaker)
        for each in heard.assertions
        if each.layer != "narration"
    )


def _told(assertion: Assertion) -> str:
    return f"{assertion.speaker}: {assertion.text}" if assertion.speaker else assertion.text


def _shifted(before: Assertion, now: Assertion) -> str:
    """What was checked, if a day that the words name from where they stand is another day now."""
    days = {detail.text: detail.resolved for detail in before.details if detail.resolved}
    for detail in now.details:
        day = days.get(detail.text, "")
        if day and detail.resolved and detail.resolved != day:
            return f"{before.text} ({detail.text}: {day})"
    return ""


def _worked_on(assertion: Assertion) -> bool:
    """Whether a person has done anything that would have to be done again."""
    return any(
        getattr(assertion, name)
        for name in ("verdict", "evidence", "correction", "reply", "note", "opinion")
    )


def _same_person(one: str, other: str) -> bool:
    """Whether two speakers are one: the same, one more fully named, or one spelt better."""
    from rapidfuzz import fuzz

    if one == other:
        return True
    if not one or not other:
        return False
    words = set(one.casefold().split()), set(other.casefold().split())
    return words[0] <= words[1] or words[1] <= words[0] or fuzz.ratio(one, other) >= _ALIKE
