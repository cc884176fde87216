"""A person's half of an assertion, of two worksheets and what both came from, as one.

Findings with the same verdict join: the evidence of both, notes under names. Findings that differ
become opinions, and the verdict is open until a person gives the one that holds. Nothing is dropped
but what one side took away and the other left as it was.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from factcheck.merging import notes
from factcheck.model import Assertion, Evidence, Opinion, disagree


@dataclass(frozen=True, slots=True)
class Half:
    """What people wrote on one assertion; ``recheck`` is the machine's, for them to take out."""

    verdict: str = ""
    evidence: tuple[Evidence, ...] = ()
    correction: str = ""
    note: str = ""
    reviewer: str = ""
    opinion: tuple[Opinion, ...] = ()
    recheck: str = ""
    reply_sought: bool | None = None
    reply: str = ""

    @property
    def core(self) -> tuple[str, str, str]:
        """The finding itself: verdict, correction and whose it is."""
        return self.verdict, self.correction, self.reviewer

    @property
    def own(self) -> Opinion:
        """What stands in the assertion itself."""
        return Opinion(self.reviewer, self.verdict, self.evidence, self.correction, self.note)

    @property
    def disagreed(self) -> bool:
        """Whether reviewers differ and nobody has said what holds."""
        return disagree(self.verdict, self.opinion)


NAMES = tuple(each.name for each in fields(Half))
_NOTHING = Opinion()


def half(assertion: Assertion) -> Half:
    """A person's half of ``assertion``."""
    return Half(**{name: getattr(assertion, name) for name in NAMES})


def settle(ours: Half, theirs: Half, base: Half | None = None) -> Half:
    """Both halves as one; ``base`` is what both came from, if that is known.

    Without it nothing is known to have been taken away, but a ``recheck`` that one of them lacks.
    """
    base = base or Half(recheck=ours.recheck or theirs.recheck)
    if theirs in (ours, base):
        return ours
    if ours == base:
        return theirs
    opinions = _opinions(ours, theirs, base)
    bare = (replace(each, opinion=(), reply_sought=None, reply="") for each in (ours, theirs, base))
    one, other, before = bare
    if not opinions:
        settled = _joined(one, other, before) or _apart((), one, other)
    elif ours.opinion and theirs.opinion:
        settled = _both_settled(opinions, one, other, before)
    elif ours.opinion:
        settled = _one_settled(opinions, one, other, before)
    else:
        settled = _one_settled(opinions, other, one, before)
    return replace(
        settled,
        recheck=_recheck(ours.recheck, theirs.recheck, base.recheck),
        reply_sought=_sought(ours, theirs, base),
        reply=_reply(ours.reply, theirs.reply, base.reply),
    )


def _both_settled(opinions: tuple[Opinion, ...], one: Half, other: Half, base: Half) -> Half:
    """Two who know of the opinions: what each made of them."""
    for mine, yours in ((one, other), (other, one)):
        if yours in (mine, base) or yours.own == _NOTHING:
            return replace(mine, opinion=opinions)
    joined = _joined(one, other, base)
    if joined is None:
        return _apart(opinions, one, other)
    return replace(joined, opinion=_with(opinions, joined.opinion))


def _one_settled(opinions: tuple[Opinion, ...], settled: Half, plain: Half, base: Half) -> Half:
    """``settled`` knows of the opinions, ``plain`` does not: it is one more, or one of them."""
    if plain == base or plain.own == _NOTHING:
        return replace(settled, opinion=opinions)
    known = _among(plain.own, opinions)
    agrees = _agree(plain.correction, settled.correction)
    theirs = set(notes.names(plain.reviewer)) <= set(notes.names(settled.reviewer))
    if not known and agrees and theirs and plain.verdict == settled.verdict:
        return replace(_joined(settled, plain, base) or settled, opinion=opinions)
    opinions = _with(opinions, (plain.own,))
    if known or settled.own == _NOTHING or (agrees and plain.verdict in ("", settled.verdict)):
        return replace(settled, opinion=opinions)
    return _apart(opinions, settled)


def _apart(opinions: tuple[Opinion, ...], *halves: Half) -> Half:
    """Each finding as an opinion; what holds is open."""
    return Half(opinion=_with(opinions, (each.own for each in halves if each.own != _NOTHING)))


def _joined(ours: Half, theirs: Half, base: Half) -> Half | None:
    """Both findings as one, None if they differ."""
    core = _core(ours, theirs, base)
    if core is not None:
        verdict, correction, reviewer = core
        return Half(
            verdict,
            _united(ours.evidence, theirs.evidence, base.evidence),
            correction,
            _note(ours, theirs, base, reviewer),
            reviewer,
        )
    for found, sought in ((ours, theirs), (theirs, ours)):
        if found.verdict and not sought.verdict and not sought.correction:
            return replace(found, opinion=(sought.own,))  # looked at by one, found by the other
    return None


def _core(ours: Half, theirs: Half, base: Half) -> tuple[str, str, str] | None:
    for one, other in ((ours, theirs), (theirs, ours)):
        # What was added to an old finding may not bear out a new one.
        beside = not base.verdict or other.evidence == base.evidence
        if other.core == base.core and (beside or one.core == base.core):
            return one.core
    if not _agree(ours.correction, theirs.correction):
        return None
    correction = ours.correction or theirs.correction
    if ours.verdict == theirs.verdict:
        return ours.verdict, correction, notes.together(ours.reviewer, theirs.reviewer)
    for one, other in ((ours, theirs), (theirs, ours)):
        known = set(notes.names(other.reviewer)) <= set(notes.names(one.reviewer))
        if one.verdict and not other.verdict and known:
            return one.verdict, correction, one.reviewer
    return None


def _agree(one: str, other: str) -> bool:
    return one.split() == other.split() or not one.strip() or not other.strip()


def _united(
    ours: tuple[Evidence, ...], theirs: tuple[Evidence, ...], base: tuple[Evidence, ...]
) -> tuple[Evidence, ...]:
    kept = [each for each in ours if each in theirs or each not in base]
    new = [each for each in theirs if each not in ours and each not in base]
    return tuple(dict.fromkeys((*kept, *new)))


def _note(ours: Half, theirs: Half, base: Half, reviewer: str) -> str:
    if base.note and base.note in (ours.note, theirs.note):
        return theirs.note if ours.note == base.note else ours.note
    mine = notes.entries(ours.note, ours.reviewer)
    return notes.joined((*mine, *notes.entries(theirs.note, theirs.reviewer)), reviewer)


def _recheck(ours: str, theirs: str, base: str) -> str:
    """It goes when one of them took it out."""
    if theirs in (ours, base):
        return ours
    return theirs if ours == base else ""


def _sought(ours: Half, theirs: Half, base: Half) -> bool | None:
    """Who asked knows; it was asked if one of them did."""
    known = ours.reply_sought, theirs.reply_sought
    if base.reply_sought in known:
        return known[0] if known[1] == base.reply_sought else known[1]
    return True in known


def _reply(ours: str, theirs: str, base: str) -> str:
    """Both answers, where both have one, in an order that hangs on neither."""
    if theirs in (ours, base):
        return ours
    if ours == base:
        return theirs
    first, second = sorted((ours, theirs))
    lines, more = first.split("\n"), second.split("\n")
    if set(lines) <= set(more):
        return second
    return "\n".join((first, *(line for line in more if line not in lines)))


def _opinions(ours: Half, theirs: Half, base: Half) -> tuple[Opinion, ...]:
    gone = {
        each
        for each in base.opinion
        if not (_among(each, ours.opinion) and _among(each, theirs.opinion))
    }
    kept = (each for each in (*ours.opinion, *theirs.opinion) if each not in gone)
    return _with((), kept)


def _among(opinion: Opinion, others: Iterable[Opinion]) -> bool:
    return any(_is_same(opinion, other) for other in others)


def _is_same(one: Opinion, other: Opinion) -> bool:
    """Whether two opinions are one finding of the same people."""
    return (
        set(notes.names(one.reviewer)) == set(notes.names(other.reviewer))
        and one.verdict == other.verdict
        and _agree(one.correction, other.correction)
    )


def _with(opinions: tuple[Opinion, ...], more: Iterable[Opinion]) -> tuple[Opinion, ...]:
    """``opinions`` and ``more``; what is one finding of the same people is one opinion."""
    found = list(opinions)
    for new in more:
        at = next((i for i, each in enumerate(found) if _is_same(each, new)), None)
        if at is None:
            found.append(new)
            continue
        known = found[at]
        texts = dict.fromkeys(each.note for each in (known, new) if each.note.strip())
        found[at] = replace(
            known,
            evidence=_united(known.evidence, new.evidence, ()),
            correction=known.correction or new.correction,
            note="\n".join(texts),
        )
    return tuple(found)
