"""Rules about the assertions' numbers: is one of them lost, is one named that is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from factcheck.checks.case import Case, Mark, clip
from factcheck.model import Span
from factcheck.worksheet import Block

_NUMBER = re.compile(r"([1-9][0-9]{0,8})([A-Za-z]*)")
_FEWEST = 3  # words; what links two assertions ("and that he") is in no block from the start


def number_missing(case: Case) -> Iterator[Mark]:
    """A number is missing between 1 and the highest ever given: an assertion was lost.

    Why: numbers are never given twice and never changed, so a gap is a block that was deleted, and
    its verdict went with it. A number that was split is there: 7a stands for 7. The highest number
    ever given stands at the top, as highest in [worksheet].

    Bad:

        id = "7"
        id = "9"      # and there is no "8"

    Good:

        id = "7"
        id = "8"      # with verdict = "not-checkable", as it needs no check
        id = "9"
    """
    known = _numbers(case)
    if any(block.broken for block in case.document.blocks):
        return
    if not all(each.id.strip() for each in case.worksheet.assertions):
        return  # missing-id tells the number
    before = 0
    for number, block in sorted(_with_highest(case, known).items()):
        if number > before + 1:
            one = number == before + 2
            lost = (
                f"assertion {before + 1} is"
                if one
                else f"assertions {before + 1} to {number - 1} are"
            )
            words = _unclaimed(case, before, number)
            more = f"; no block has the words {words}" if words else ""
            hint = f"restore {'its block' if one else 'their blocks'} from an earlier copy"
            place = case.document.place(block, "highest" if block.table == "worksheet" else "id")
            yield Mark(
                place,
                f"{lost} missing{more}",
                f"{hint}; what needs no check gets the verdict not-checkable",
            )
        before = number


def _with_highest(case: Case, known: Mapping[int, Block]) -> dict[int, Block]:
    """The numbers that are there and, as the end of a gap, the one after the highest ever given."""
    after = case.worksheet.highest + 1
    top = case.document.rows("worksheet")
    return {after: top[0], **known} if top and after > 1 else dict(known)


def unknown_assertion(case: Case) -> Iterator[Mark]:
    """A query that names an assertion which is not there.

    Why: nobody can look it up. Either the number is mistyped or its block was deleted.

    Bad:

        assertions = ["99"]      # there is no [[assertion]] with id = "99"

    Good:

        assertions = ["9"]
    """
    numbers = _numbers(case)
    known = {each.id for each in (*case.worksheet.assertions, *case.worksheet.retired)}
    if not numbers:
        return
    for block, query in case.queries:
        for item, name in enumerate(query.assertions):
            match = _NUMBER.fullmatch(name)
            if name not in known and not (match and not match[2] and int(match[1]) in numbers):
                place = case.document.place(block, "assertions", item=item)
                hint = "correct the number, or restore the assertion's block from an earlier copy"
                yield Mark(place, f'no [[assertion]] has the id "{name}"', hint)


def free(case: Case, block: Block) -> str:
    """An id that ``block``, an assertion that has none, may be given.

    The number missing between its neighbours if there is just one, else the next after the highest
    ever given.
    """
    numbers = _numbers(case)
    earlier = [number for number, each in numbers.items() if each.start < block.start]
    before = max(earlier, default=0)
    unused = max([case.worksheet.highest, *numbers]) + 1
    after = min((number for number in numbers if number > before), default=unused)
    return str(before + 1 if after == before + 2 else unused)


def _numbers(case: Case) -> dict[int, Block]:
    """Each number that is there with its first block; none while something is not TOML.

    A block may hold its number though its header is misspelt or of a table that we do not know.
    """
    found: dict[int, Block] = {}
    for block in case.document.blocks:
        if block.broken:
            return {}
        if block.table != "source" and (match := _NUMBER.fullmatch(str(block.data.get("id", "")))):
            found.setdefault(int(match[1]), block)
    return found


def _unclaimed(case: Case, before: int, after: int) -> str:
    """The longest words from number ``before`` to ``after`` that are in no block, or ``""``."""
    snapshot = case.snapshot
    if not case.intact:
        return ""
    near = {
        int(match[1]): each.span
        for each in reversed(case.worksheet.assertions)
        if (match := _NUMBER.fullmatch(each.id))
    }
    start = near[before].start if before in near else 0
    last = len(snapshot) if after == case.worksheet.highest + 1 else 0
    end = near[after].end if after in near else last
    sheet = case.worksheet
    spans = [*(each.span for each in sheet.assertions), *(each.span for each in sheet.set_aside)]
    stretch = max(_gaps(sorted(spans), start, end), default=Span(0, 0), key=len)
    words = stretch.of(snapshot).strip(" \n\t,.;:!?)”’\"'")
    return clip(words, 80) if len(re.findall(r"\w+", words)) >= _FEWEST else ""


def _gaps(spans: list[Span], start: int, end: int) -> Iterator[Span]:
    """The stretches from ``start`` to ``end`` that none of ``spans``, which are sorted, touches."""
    for span in spans:
        if start >= end:
            return
        if span.start > start:
            yield Span(start, min(span.start, end))
        start = max(start, span.end)
    if start < end:
        yield Span(start, end)
