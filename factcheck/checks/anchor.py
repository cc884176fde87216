"""Rules about the article: does every block still stand on its words, is none of them lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from factcheck.checks.case import Case, Mark, clip
from factcheck.model import Assertion, SetAside, Span
from factcheck.worksheet import Block, passages

_MOST_PASSAGES = 20  # finding the nearest passage is slow; a file in which all fail needs no more
_PARAGRAPH = re.compile(r"[^\n]*\w[^\n]*")
_FINISHED = re.compile(r"[.!?…][\"'”’)\]]*\s*\Z")
# Not where a figure or a small letter follows: "pp. 12" is the middle of a sentence.
_FINISHES = re.compile(r"[\"'”’)\],]*[.!?…][\"'”’)\]]*\s+(?![\s\da-z])")


def _claims(case: Case) -> Iterator[tuple[Block, Assertion | SetAside]]:
    yield from case.assertions
    yield from case.set_aside


def text_not_in_article(case: Case) -> Iterator[Mark]:
    """The text of an assertion is no longer in the article's snapshot.

    Why: a verdict is about the article's exact words; changed words are another statement.

    Bad:

        text = "the bridge was opened in 2019"    # the article says: the bridge opened in 2019

    Good:

        text = "the bridge opened in 2019"
    """
    count = 0
    for block, claim in _claims(case):
        stands = claim.span.of(case.snapshot) == claim.text or claim.text in case.snapshot
        if stands or not case.snapshot:
            continue
        count += 1
        hint = "put back the article's exact words"
        if count <= _MOST_PASSAGES:
            near = passages.nearest(claim.text, case.snapshot)
            hint = f"nearest passage: {clip(near.of(case.snapshot), 160)}" if near else hint
        if not case.intact:
            hint = f"put the snapshot right first; {hint}"
        place = case.document.place(block, "text", value=True)
        yield Mark(place, "these words are not in the article", hint)


def span_disagrees(case: Case) -> Iterator[Mark]:
    """The span of an assertion does not cut its text out of the snapshot.

    Why: the words stand in the article, but the worksheet does not say where. Blocks written by
    hand may leave the span out if the words stand in the article only once. Nothing is said of
    spans while the snapshot is not the text that was numbered (see snapshot-changed).

    Bad:

        text = "in 2019"
        span = [0, 7]      # "The bri"

    Good:

        text = "in 2019"
        span = [18, 25]
    """
    for block, claim in _claims(case) if case.intact else ():
        if not claim.text or claim.span.of(case.snapshot) == claim.text:
            continue
        places = _places(claim.text, case.snapshot)
        if not places:
            continue
        if len(places) == 1:
            hint = f"write span = [{places[0].start}, {places[0].end}]"
        else:
            shown = " or ".join(f"[{place.start}, {place.end}]" for place in places)
            hint = f"these words stand in the article more than once: choose span = {shown}"
        known = "span" in block.keys
        message = "the span does not cut out these words" if known else "the span is missing"
        yield Mark(
            case.document.place(block, "span" if known else "text", value=True), message, hint
        )


def _places(text: str, snapshot: str, most: int = 3) -> list[Span]:
    found: list[Span] = []
    start = snapshot.find(text)
    while start >= 0 and len(found) < most:
        found.append(Span(start, start + len(text)))
        start = snapshot.find(text, start + 1)
    return found


def snapshot_changed(case: Case) -> Iterator[Mark]:
    """The snapshot is not the text that the worksheet was made from.

    Why: every span counts its characters, so this comes first among the findings. A later draft
    needs a worksheet of its own.

    Bad:

        text = '''The bridge opened in 2020.'''    # edited by hand

    Good:

        text = '''The bridge opened in 2019.'''    # as factcheck init wrote it
    """
    if case.snapshot and not case.intact:
        for block in case.document.rows("snapshot")[:1]:
            yield Mark(
                case.document.place(block, "text"),
                "the snapshot is not the text that was numbered (its SHA-256 differs)",
                "restore it from an earlier copy; make a worksheet of its own for a later draft",
            )


def sentence_uncovered(case: Case) -> Iterator[Mark]:
    """A sentence of the article is neither numbered nor set aside.

    Why: nothing is dropped in silence. A sentence shows here when its last block was deleted:
    sentence numbers must have no gap, each paragraph must be in some block, and nothing may follow
    the last block that ends a sentence. A block that was deleted beside others of its sentence
    shows as a gap in their numbers (see number-missing). An assertion that needs no check is given
    the verdict not-checkable.

    Bad:

        the only [[assertion]] block of sentence 4 is deleted

    Good:

        every sentence has an [[assertion]] or a [[set_aside]] block
    """
    claims = [
        claim for block, claim in _claims(case) if "sentence" in block.data or not block.broken
    ]
    broken = any(block.broken and "sentence" not in block.data for block, _ in _claims(case))
    if broken or not case.snapshot.strip():
        return
    gaps = list(_number_gaps(claims))
    sound = case.intact
    if sound:
        gaps += _untouched_paragraphs(case.snapshot, claims, [gap for gap, _ in gaps])
        gaps += _tail(case.snapshot, claims)
    for gap, subject in sorted(gaps):
        stretch = gap.of(case.snapshot)
        start = gap.start + len(stretch) - len(stretch.lstrip(" \n\t,.;:!?)”’\"'"))
        words = clip(case.snapshot[start : gap.end], 80)
        shown = sound and start < gap.end
        place = case.document.snapshot_place(start if shown else 0)
        message = f"{subject} neither numbered nor set aside" + (f": {words}" if shown else "")
        hint = "restore its block from an earlier copy"
        yield Mark(place, message, hint)


def _number_gaps(claims: list[Assertion | SetAside]) -> Iterator[tuple[Span, str]]:
    """Numbers that no block has, with the stretch between the blocks before and after."""
    numbered = sorted((claim.sentence, claim.span) for claim in claims if claim.sentence > 0)
    unnumbered = [claim.span for claim in claims if claim.sentence <= 0]
    ends = list(accumulate((span.end for _, span in numbered), max, initial=0))
    last = max((claim.span.end for claim in claims), default=0)
    starts = list(accumulate((span.start for _, span in reversed(numbered)), min, initial=last))[
        ::-1
    ]
    before = 0
    for index, (number, _) in enumerate(numbered):
        if number > before + 1:
            gap = Span(ends[index], max(ends[index], starts[index]))
            if not any(span.meets(gap) for span in unnumbered):
                one = number == before + 2
                several = f"sentences {before + 1} to {number - 1} are"
                yield gap, f"sentence {before + 1} is" if one else several
        before = number


def _untouched_paragraphs(
    snapshot: str, claims: list[Assertion | SetAside], gaps: list[Span]
) -> list[tuple[Span, str]]:
    spans = sorted([*(claim.span for claim in claims), *gaps])
    reach = list(accumulate((span.end for span in spans), max, initial=0))
    found = []
    index = 0
    for number, match in enumerate(_PARAGRAPH.finditer(snapshot), start=1):
        while index < len(spans) and spans[index].start < match.end():
            index += 1
        if reach[index] <= match.start():
            found.append((Span(*match.span()), f"paragraph {number} is"))
    return found


def _tail(snapshot: str, claims: list[Assertion | SetAside]) -> list[tuple[Span, str]]:
    """What follows the last block in its paragraph, if that block ends a sentence."""
    end = max((claim.span.end for claim in claims), default=0)
    line_end = snapshot.find("\n", end)
    rest = snapshot[end : line_end if line_end >= 0 else None]
    finished = _FINISHED.search(snapshot[max(0, end - 5) : end]) or _FINISHES.match(rest)
    if end and finished and re.search(r"\w", rest):
        return [(Span(end, end + len(rest)), "the end of a paragraph is")]
    return []
