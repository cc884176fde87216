"""Set-asides carried to a new draft: those whose words stayed, and those that are new."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from factcheck.model import SetAside, Span
from factcheck.updating import numbering
from factcheck.updating.drafts import Drafts
from factcheck.updating.record import Aside
from factcheck.worksheet import passages


def keep(old: Sequence[SetAside], drafts: Drafts, covered: Collection[int]) -> tuple[Aside, ...]:
    """The set-asides of the worksheet that stay, as they are in the new draft.

    One whose sentence is the same stays whatever the finder makes of it now: a person may have put it
    there. One that was reworded stays if the finder sets the new sentence aside too, and no assertion is
    in it: the numbers of sentences that have one are ``covered``.
    """
    return tuple(_kept(old, drafts, covered))


def _kept(old: Sequence[SetAside], drafts: Drafts, covered: Collection[int]) -> Iterator[Aside]:
    twins = {a.span: a for a in drafts.found.set_aside if a.sentence not in covered}
    for number, each in enumerate(old):
        span = passages.certain(each.text, each.span, drafts.old.text)
        tokens = drafts.old.touched(span) if span else Span(0, 0)
        passage = drafts.both.of(tokens)
        if passage is None:
            continue
        if passage.exact:
            image = Span(passage.kept[tokens.start], passage.kept[tokens.end - 1] + 1)
            yield Aside(number, _moved(each, drafts.new.place(image), drafts))
        else:
            place = drafts.new.place(Span(passage.news[0], passage.news[-1] + 1))
            if twin := twins.pop(place, None):
                yield Aside(number, twin)


def _moved(aside: SetAside, span: Span, drafts: Drafts) -> SetAside:
    sentence, paragraph = numbering.place(drafts.found, span)
    text = span.of(drafts.article.text)
    return replace(aside, text=text, span=span, sentence=sentence, paragraph=paragraph)


def fresh(
    found: Sequence[SetAside], kept: Sequence[Aside], covered: Collection[int]
) -> tuple[SetAside, ...]:
    """The finder's set-asides of sentences that have neither an assertion nor a set-aside yet."""
    spans = {aside.now.span for aside in kept}
    return tuple(a for a in found if a.sentence not in covered and a.span not in spans)
