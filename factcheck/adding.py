"""Numbering a passage by hand: what ``factcheck add`` does, as functions.

The finder misses some statements and joins others. A passage that lies in an assertion splits it:
7 stays and 7a stands below it. One that lies in a sentence that was set aside, or beside the
assertions of its sentence, gets a number of its own. No verdict is ever copied.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from factcheck import locating, worksheet
from factcheck.errors import WorksheetError
from factcheck.locating import Sheet
from factcheck.model import KINDS, LAYERS, PRIORITIES, Assertion, Detail, SetAside, Span
from factcheck.worksheet import Block, Document, edit, numbering, passages
from factcheck.worksheet.assertion_format import ASSERTION
from factcheck.worksheet.format import SET_ASIDE
from factcheck.worksheet.slips import suggest
from factcheck.worksheet.standing import Claim


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person says of a new assertion; empty, or None for ``speaker``, where nothing is said."""

    layer: str = ""
    kind: str = ""
    speaker: str | None = None
    priority: str = ""


@dataclass(frozen=True, slots=True)
class Added:
    """An assertion that was added, and the line of its block in the file at ``path``.

    ``parent`` is the id of the assertion that it was split from. ``aside`` is the sentence that was
    set aside and has the passage; ``promoted`` says that its block is gone, since all of it is
    asserted now.
    """

    assertion: Assertion
    path: Path
    line: int
    parent: str = ""
    aside: SetAside | None = None
    promoted: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a new assertion belongs.

    ``holders`` are the assertions that hold the passage, the smallest first; ``parent`` is the one
    that is split, ``aside`` the sentence set aside that has it.
    """

    span: Span
    holders: tuple[Claim[Assertion], ...]
    parent: Claim[Assertion] | None
    aside: Claim[SetAside] | None


def add(
    path: str | Path,
    words: str,
    *,
    nth: int | None = None,
    within: str = "",
    layer: str = "",
    kind: str = "",
    speaker: str | None = None,
    priority: str = "",
) -> Added:
    """Number the passage ``words`` of the article in the worksheet at ``path``.

    The article's own words are written, whatever quotation marks, dashes and blanks were given.
    Where the passage stands several times, ``nth`` (from 1) or ``within``, the id of an assertion,
    says which is meant; ``within`` also says which of several assertions is split. ``layer``,
    ``kind``, ``speaker`` and ``priority`` win over those of the assertion that is split.

    Raises :class:`WorksheetError`, with nothing written, if the words are not in the article, stand
    there several times or are numbered already; if a word is unknown; if the worksheet cannot be
    read whole; or as :func:`factcheck.worksheet.revise` does.
    """
    document = worksheet.read(path)
    wanted = Wanted(layer, kind, speaker, priority)
    after, added = insert(document, words, wanted, nth=nth, within=within)
    worksheet.revise(path, document, after)
    return added


def insert(
    document: Document,
    words: str,
    wanted: Wanted | None = None,
    *,
    nth: int | None = None,
    within: str = "",
) -> tuple[str, Added]:
    """The text of ``document`` with the passage numbered, and what was added; see :func:`add`."""
    wanted = wanted or Wanted()
    _refuse_unknown(wanted)
    sheet = locating.sheet_of(document)
    chosen = locating.named(sheet, within) if within else None
    span = locating.chosen(sheet, words, nth, chosen)
    _refuse_numbered(sheet, span, wanted.layer)
    held = [claim for claim in sheet.assertions if claim.span.holds(span)]
    holders = tuple(sorted(held, key=lambda claim: len(claim.span)))
    parent = chosen or next(iter(holders), None)
    aside = next((claim for claim in sheet.set_aside if claim.span.holds(span)), None)
    place = _Place(span, holders, parent, aside)
    gone = aside if aside and _covered(sheet, aside, span) else None
    new = _made(sheet, place, wanted)
    after = edit.apply(document.text, _edits(sheet, new, parent, gone))
    return after, Added(
        new,
        Path(document.path),
        _line(document, after, new, gone),
        parent=parent.noun.id if parent else "",
        aside=aside.noun if aside else None,
        promoted=gone is not None,
    )


def _refuse_unknown(wanted: Wanted) -> None:
    known = {"layer": LAYERS, "kind": KINDS, "priority": PRIORITIES}
    for name, words in known.items():
        word = getattr(wanted, name)
        if word and word not in words:
            raise WorksheetError(f"no {name} is called {word!r}", suggest(word, words))


def _refuse_numbered(sheet: Sheet, span: Span, layer: str) -> None:
    """Raise if the very words are an assertion already, unless ``layer`` is another than its own."""
    same = [claim for claim in sheet.assertions if claim.span == span]
    if same and (not layer or any(claim.noun.layer == layer for claim in same)):
        line = same[0].block.line
        raise WorksheetError(
            f"{sheet.document.path}:{line}: these words are numbered already: {same[0].noun.id}",
            "give more or fewer words; for what is claimed in another layer, give --layer",
        )


def _covered(sheet: Sheet, aside: Claim[SetAside], span: Span) -> bool:
    """Whether no word of a sentence set aside is outside ``span`` and its other assertions.

    Only then does its block go, and only if it has no key of a person's own: what is not numbered
    stays listed.
    """
    spans = [span, *(claim.span for claim in sheet.assertions)]
    left = (
        at
        for at in range(aside.span.start, aside.span.end)
        if sheet.text[at].isalnum() and not any(each.start <= at < each.end for each in spans)
    )
    return next(left, None) is None and set(aside.block.data) <= set(SET_ASIDE.names)


def _made(sheet: Sheet, place: _Place, wanted: Wanted) -> Assertion:
    parent = place.parent.noun if place.parent else None
    text = place.span.of(sheet.text)
    sentence, paragraph = locating.numbers(sheet, place.span, place.parent or place.aside)
    split = parent is not None and numbering.number(parent.id)
    number = str(numbering.following(sheet.document))
    speaker = wanted.speaker if wanted.speaker is not None or not parent else parent.speaker
    return Assertion(
        id=numbering.part(sheet.document, parent.id) if parent and split else number,
        text=text,
        sentence=sentence,
        paragraph=paragraph,
        span=place.span,
        layer=wanted.layer or (parent.layer if parent else "narration"),
        kind=wanted.kind or (parent.kind if parent else "description"),
        speaker=speaker or "",
        speaker_inferred=parent is not None and wanted.speaker is None and parent.speaker_inferred,
        priority=wanted.priority or (parent.priority if parent else "normal"),
        details=_details(place.holders, text),
    )


def _details(holders: Iterable[Claim[Assertion]], text: str) -> tuple[Detail, ...]:
    """The details of those that hold the passage which lie in its words, in their order."""
    known = dict.fromkeys(detail for claim in holders for detail in claim.noun.details)
    places = {detail: passages.find(detail.text, text) for detail in known}
    return tuple(sorted((d for d in known if places[d]), key=lambda d: places[d][0]))


def _edits(
    sheet: Sheet,
    new: Assertion,
    parent: Claim[Assertion] | None,
    gone: Claim[SetAside] | None,
) -> list[edit.Edit]:
    document = sheet.document
    values = {name: getattr(new, name) for name in ASSERTION.names}
    edits = [edit.insert(document, _above(sheet, new, parent), ASSERTION.name, values)]
    if new.id.isdecimal():
        top = document.rows("worksheet")[0]
        edits.append(edit.set_value(document, top, "highest", int(new.id)))
    if gone:
        edits.append(edit.remove_block(document, gone.block))
    return edits


def _above(sheet: Sheet, new: Assertion, parent: Claim[Assertion] | None) -> Block:
    """The block below which a new assertion goes: its parent's last part, else in article order."""
    document = sheet.document
    rows = document.rows("assertion")
    earlier = [
        claim
        for claim in sheet.assertions
        if (claim.span.start, -claim.span.end) <= (new.span.start, -new.span.end)
    ]
    last = parent or max(
        earlier, key=lambda claim: (claim.span.start, -claim.span.end), default=None
    )
    if last is None:
        first = (*rows, *document.rows("set_aside"), *document.rows("snapshot"))[0]
        return document.blocks[max(0, edit.position(document, first) - 1)]
    number = numbering.number(last.noun.id)
    above = last.block
    for block in rows[rows.index(above) + 1 :]:
        if not number or numbering.number(str(block.data.get("id", ""))) != number:
            break
        above = block
    return above


def _line(document: Document, after: str, new: Assertion, gone: Claim[SetAside] | None) -> int:
    """The line of the new block, once ``after`` is proved to mean the same but for it."""
    again = worksheet.parse(after, document.path)
    mine = next(block for block in again.rows("assertion") if block.data.get("id") == new.id)
    skipped = [gone.block] if gone else []
    before = _meaning(block for block in document.blocks if block not in skipped)
    if new not in again.worksheet.assertions or before != _meaning(
        block for block in again.blocks if block is not mine
    ):
        raise AssertionError("an addition would have changed more than it should")
    return mine.line


def _meaning(blocks: Iterable[Block]) -> list[tuple[str, dict[str, str]]]:
    """What the blocks say, but for the highest number."""
    said = []
    for block in blocks:
        values = {name: repr(value) for name, value in block.data.items()}
        if block.table == "worksheet":
            values.pop("highest", None)
        said.append((block.table, values))
    return said
