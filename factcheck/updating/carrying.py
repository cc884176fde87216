"""Every assertion of a worksheet carried to a new draft, as data; nothing is read or written.

:mod:`.placing` says where words stand now, :mod:`.matching` which of the finder's assertions they are.
What is left of the finder's is new.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from factcheck.model import Article, Assertion, Found, SetAside, Span, Worksheet
from factcheck.updating import machine, numbering, returning
from factcheck.updating.alignment import Alignment, align
from factcheck.updating.asking import queries
from factcheck.updating.matching import Cut, match, overlap
from factcheck.updating.passages import SMALL, Passages
from factcheck.updating.placing import GONE, Placer, Placing
from factcheck.updating.record import Aside, Carried, Outcome
from factcheck.updating.versions import Version, version

_WIDER = 0.6  # share of words from which a reworded assertion takes the finder's cut


@dataclass(frozen=True, slots=True)
class Job:
    """What an update works from.

    ``found`` is what the finder makes of ``article``, the new draft; ``sentences`` are those of the
    worksheet's snapshot; ``again`` finds what the finder makes of the snapshot, asked for only
    where a machine's key and the new draft differ.
    """

    sheet: Worksheet
    article: Article
    found: Found
    sentences: Sequence[Span]
    new_sentences: Sequence[Span]
    again: Callable[[], Found]


def carry(job: Job) -> Outcome:
    """What becomes of every assertion, set-aside and query of the worksheet."""
    sheet = job.sheet
    old = version(sheet.article.text, job.sentences)
    new = version(job.article.text, job.new_sentences)
    alignment = align(old, new, returning.sentences(sheet.retired))
    free = _free(alignment, new)
    placer = Placer(Passages(old, new, alignment), free)
    placings = [placer.place(each, _span(each, sheet.article.text)) for each in sheet.assertions]
    back = returning.find(sheet.retired, new, free, [p.tokens for p in placings if p.tokens])
    before = (*sheet.assertions, *sheet.retired)
    layers = machine.Machine(job, old, new)
    carried, matched = _settled(before, (*placings, *back), layers, new, job.found, len(placings))
    asides, new_asides = _set_aside(job, old, new, alignment, carried)
    fresh = _new(job.found, matched, carried, asides, (new, free))
    highest = numbering.highest(sheet)
    numbered = tuple(
        replace(each, id=str(highest + n), status="new") for n, each in enumerate(fresh, 1)
    )
    covered = {each.sentence for each in numbered} | {
        c.now.sentence for c in carried if c.now is not None
    }
    kept_asides = {a.now.span for a in asides}
    new_asides = tuple(
        a for a in new_asides if a.sentence not in covered and a.span not in kept_asides
    )
    names = numbering.names(job.found, carried, numbered, new)
    asked, new_asked = queries(sheet.queries, job.found.queries, names, job.again)
    return Outcome(
        job.article,
        carried,
        numbered,
        asides,
        new_asides,
        asked,
        new_asked,
        highest + len(numbered),
    )


def _span(claim: Assertion | SetAside, text: str) -> Span | None:
    """Where the words stand in the old draft, if that is sure."""
    if claim.span and claim.span.of(text) == claim.text:
        return claim.span
    start = text.find(claim.text) if claim.text else -1
    if start < 0 or text.find(claim.text, start + 1) >= 0:
        return None
    return Span(start, start + len(claim.text))


def _free(alignment: Alignment, new: Version) -> frozenset[int]:
    """The new sentences that are not, word for word, those of the old draft."""
    same = {alignment.partners[i][0] for i in alignment.exact}
    return frozenset(range(len(new.bounds))) - same


def _settled(
    before: Sequence[Assertion],
    placings: Sequence[Placing],
    layers: machine.Machine,
    new: Version,
    found: Found,
    current: int,
) -> tuple[tuple[Carried, ...], dict[int, int]]:
    """Each assertion with its state and machine's half; and the finder's number to its number."""
    placed = [n for n, placing in enumerate(placings) if placing.tokens]
    cuts = [Cut(new.touched(f.span), f.layer, f.kind) for f in found.assertions]
    ours = [Cut(placings[n].tokens or Span(0, 0), before[n].layer, before[n].kind) for n in placed]
    matched = {placed[a]: b for a, b in match(ours, cuts).items()}
    carried = []
    for n, (assertion, placing) in enumerate(zip(before, placings, strict=True)):
        number, retired = (n, False) if n < current else (n - current, True)
        if placing.tokens is None:
            if not retired:
                told = _to_remember(assertion, placing)
                carried.append(Carried("gone", number, assertion, None, told))
            continue
        twin = found.assertions[matched[n]] if n in matched else None
        tokens = placing.tokens
        if twin and not placing.firm and twin.layer == assertion.layer:
            tokens = _widened(tokens, cuts[matched[n]].tokens, new)
        carried.append(
            layers.settle(assertion, replace(placing, tokens=tokens), twin, number, retired=retired)
        )
    return tuple(carried), {b: n for n, b in matched.items()}


def _widened(tokens: Span, cut: Span, new: Version) -> Span:
    """The finder's ``cut``, if it is not much wider than ``tokens`` and leaves none of their words out."""
    outside = [n for n in range(tokens.start, tokens.end) if not cut.start <= n < cut.end]
    whole = all(not new.tokens[n].said or new.tokens[n].form in SMALL for n in outside)
    return cut if whole and overlap(cut, tokens) >= _WIDER else tokens


def _to_remember(assertion: Assertion, placing: Placing) -> str:
    return assertion.recheck or placing.recheck


def _new(
    found: Found,
    matched: dict[int, int],
    carried: Sequence[Carried],
    asides: Sequence[Aside],
    drafts: tuple[Version, frozenset[int]],
) -> list[Assertion]:
    """The finder's assertions that nobody has: of changed sentences, and of any that nothing covers."""
    new, free = drafts
    places = {c.now.span for c in carried if c.now is not None}
    covered = {c.now.sentence for c in carried if c.now is not None}
    covered |= {a.now.sentence for a in asides}
    fresh = []
    for n, each in enumerate(found.assertions):
        changed = any(s in free for s in new.sentences(new.touched(each.span)))
        if (
            n not in matched
            and each.span not in places
            and (changed or each.sentence not in covered)
        ):
            fresh.append(each)
    return fresh


def _set_aside(
    job: Job, old: Version, new: Version, alignment: Alignment, carried: Sequence[Carried]
) -> tuple[tuple[Aside, ...], tuple[SetAside, ...]]:
    """The set-asides that stay, brought to the new draft; and the finder's others."""
    both = Passages(old, new, alignment)
    by_span = {a.span: a for a in job.found.set_aside}
    covered = {c.now.sentence for c in carried if c.now is not None}
    kept: list[Aside] = []
    for number, each in enumerate(job.sheet.set_aside):
        span = _span(each, old.text)
        tokens = old.touched(span) if span else Span(0, 0)
        passage = both.of(tokens)
        if passage is None:
            continue
        if passage.exact:
            image = Span(passage.kept[tokens.start], passage.kept[tokens.end - 1] + 1)
            kept.append(Aside(number, _moved(each, new.place(image), job)))
            continue
        place = new.place(Span(passage.news[0], passage.news[-1] + 1))
        twin = by_span.get(place)
        if twin is not None and twin.sentence not in covered:
            kept.append(Aside(number, twin))
    spans = {aside.now.span for aside in kept}
    return tuple(kept), tuple(a for a in job.found.set_aside if a.span not in spans)


def _moved(aside: SetAside, span: Span, job: Job) -> SetAside:
    sentence, paragraph = numbering.place(job.found, span)
    text = span.of(job.article.text)
    return replace(aside, text=text, span=span, sentence=sentence, paragraph=paragraph)


__all__ = ["GONE", "Job", "carry"]
