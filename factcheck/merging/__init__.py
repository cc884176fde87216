"""Worksheets of several reviewers of one story become one.

:func:`merge` joins worksheets that were filled in apart; :func:`drive` two branches of one, as git's
merge driver. Both go through :mod:`.joining`: findings in :mod:`.halves`, what is the same in
:mod:`.pairing`, other keys in :mod:`.keys`, whole blocks in :mod:`.moving`, the last look before
writing in :mod:`.accounting`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from factcheck import desk, worksheet
from factcheck.errors import WorksheetError
from factcheck.merging.driving import Driven, drive
from factcheck.merging.joining import join
from factcheck.merging.rebasing import rebase
from factcheck.merging.record import Difference, Outcome, Renamed
from factcheck.worksheet import Document
from factcheck.worksheet.whole import refuse_ambiguous, refuse_broken

__all__ = ["Difference", "Driven", "Merged", "Outcome", "Renamed", "drive", "join", "merge"]


@dataclass(frozen=True, slots=True)
class Merged:
    """What :func:`merge` made of the worksheets at ``paths``.

    ``outcomes`` has one for each but the first, in their order. ``kept`` is where a worksheet that
    was replaced now is.
    """

    path: Path
    paths: tuple[Path, ...]
    after: Document
    outcomes: tuple[Outcome, ...]
    kept: Path | None = None

    @property
    def clean(self) -> bool:
        """Whether nobody has to settle anything."""
        disagreed = any(each.disagreed for each in self.after.worksheet.assertions)
        return not disagreed and all(each.clean for each in self.outcomes)


def merge(
    paths: Sequence[str | Path],
    out: str | Path,
    *,
    force: bool = False,
    now: dt.datetime | None = None,
) -> Merged:
    """Join the worksheets at ``paths``, all of the same draft of a story, and write them to ``out``.

    The first one's file is what the others are worked into: its order, comments and ids stay. Paths of
    saved copies are counted from the folder of ``out``.
    Raises WorksheetError for fewer than two worksheets, for one that cannot be read whole or is of
    another draft or scale, or if ``out`` exists, without ``force``; DeskError; LostError, a bug of ours, if a
    byte that a person wrote would be missing. Then nothing is written.
    """
    if len(paths) < 2:
        raise WorksheetError("there is nothing to merge", "name two worksheets or more")
    documents = [worksheet.read(path) for path in paths]
    for each in documents:
        refuse_broken(each, "merge")
        refuse_ambiguous(each, "merge")
        _refuse_other(documents[0], each)
    documents = [rebase(each, Path(out).parent) for each in documents]
    scale = desk.of(Path(out).parent).scale_of(documents[0].worksheet.scale)
    moment = now or dt.datetime.now(dt.UTC).replace(microsecond=0)
    outcomes = []
    merged = documents[0]
    for each in documents[1:]:
        text, outcome = join(merged, each, None, moment)
        merged = worksheet.parse(text, merged.path)
        outcomes.append(outcome)
    kept = worksheet.write(out, merged.text, force=force)
    desk.put_schema(Path(out).parent, scale)
    return Merged(
        Path(out),
        tuple(map(Path, paths)),
        replace(merged, path=str(out)),
        tuple(outcomes),
        kept,
    )


def _refuse_other(first: Document, other: Document) -> None:
    one, two = first.worksheet, other.worksheet
    if one.article.text != two.article.text:
        raise WorksheetError(
            f"{first.path} and {other.path} are of different drafts, or of different articles",
            "bring each to the last draft with factcheck update WORKSHEET ARTICLE, then merge",
        )
    if one.scale != two.scale:
        raise WorksheetError(
            f"{first.path} and {other.path} take their verdicts from different scales: "
            f"{one.scale} and {two.scale}",
            "agree on one, then merge; nothing was changed",
        )
