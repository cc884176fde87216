"""Rules about corrections: the words that the editor is to put where the text stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checks.case import Case, Mark

_STAYS = ("confirmed", "not-checkable")  # outcomes that ask for no change
_CUTS = ("cut", "delete")

_LONG = 5  # words; of less than that one may be enough
_SHARE = 0.4
_WORD = re.compile(r"\w+(?:[.,'’]\w+)*")


def is_cut(correction: str) -> bool:
    """Whether the correction asks that the text goes."""
    return correction.strip().rstrip(".").casefold() in _CUTS


def fix_without_correction(case: Case) -> Iterator[Mark]:
    """A verdict that asks for a change of the article without saying which.

    Why: the editor acts on the correction. It is what should stand where the text stands, or "cut".

    Bad:

        verdict = "wrong"
        correction = ""

    Good:

        verdict = "wrong"
        correction = "The bridge opened in 2018."
    """
    for block, each in case.assertions:
        verdict = case.scale.get(each.verdict)
        if verdict and verdict.outcome == "fix" and not each.correction.strip():
            key = "correction" if "correction" in block.keys else "verdict"
            message = f'the verdict "{verdict.word}" asks for a change, but none is proposed'
            hint = "say in correction what the article should say"
            yield Mark(case.document.place(block, key), message, hint)


def correction_without_fix(case: Case) -> Iterator[Mark]:
    """A correction beside a verdict that asks for no change.

    Why: one of the two is not meant; the editor would not know which.

    Bad:

        verdict = "confirmed"
        correction = "opened in May 2019"

    Good:

        verdict = "confirmed-with-change"
        correction = "opened in May 2019"
    """
    for block, each in case.assertions:
        verdict = case.scale.get(each.verdict)
        stays = verdict and verdict.outcome in _STAYS
        if verdict and stays and each.correction.strip():
            message = f'the verdict "{verdict.word}" asks for no change, yet one is proposed'
            hint = "change the verdict, or move the remark to note"
            yield Mark(case.document.place(block, "correction"), message, hint)


def correction_incomplete(case: Case) -> Iterator[Mark]:
    """A correction that cannot stand where the text stands: a remark, or the changed words alone.

    Why: report and memo show it in place of the whole text, and the editor pastes it. Remarks belong in
    note; "cut" takes the text out.

    Bad:

        text = "The bridge at Dunmere opened in 2019."
        correction = "2018"

    Good:

        correction = "The bridge at Dunmere opened in 2018."
    """
    for block, each in case.assertions:
        verdict = case.scale.get(each.verdict)
        wanted = verdict and verdict.outcome not in _STAYS
        if wanted and each.correction.strip() and _is_fragment(each.text, each.correction):
            message = f"the correction would replace all {len(_words(each.text))} words of the text"
            hint = 'write the whole passage as it should read, or "cut"; remarks go to note'
            yield Mark(case.document.place(block, "correction"), message, hint)


def _is_fragment(text: str, correction: str) -> bool:
    words = _words(text)
    if len(words) < _LONG or is_cut(correction):
        return False
    begins_small = text.lstrip()[:1].isupper() and correction.lstrip()[:1].islower()
    return begins_small or len(_words(correction)) < _SHARE * len(words)


def _words(text: str) -> list[str]:
    return _WORD.findall(text)
