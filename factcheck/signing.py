"""Signing a piece off: a person lets it go, and the worksheet remembers who, when and what it was."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck import checking, report, worksheet
from factcheck.errors import WorksheetError
from factcheck.model import Finding, Signoff
from factcheck.report.record import Report
from factcheck.report.wording import plural
from factcheck.worksheet import Block, Document, edit, seal
from factcheck.worksheet.edit import Edit
from factcheck.worksheet.format import SIGNOFF
from factcheck.worksheet.whole import refuse_broken


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why a piece cannot be signed off: a sentence for people, and the assertions concerned."""

    text: str
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signed:
    """What :func:`sign` did at ``path``: signed, if there is no obstacle.

    ``signoff`` is what the worksheet has now. ``unchanged`` says that the same person had signed the
    same already, so that nothing was written.
    """

    path: Path
    signoff: Signoff | None
    obstacles: tuple[Obstacle, ...] = ()
    unchanged: bool = False


def sign(
    path: str | Path,
    by: str,
    role: str = "",
    *,
    policy: str = "",
    now: dt.datetime | None = None,
) -> Signed:
    """Sign the worksheet at ``path`` off in the name of ``by``, as ``role`` (editor, lawyer …).

    ``policy`` wins over the one of the house, see :func:`factcheck.desk.of`.

    Nothing is written while its check has errors, while an assertion of high priority is open or has to
    be checked again, or while somebody else's sign-off holds. Raises WorksheetError if ``by`` is blank,
    if the worksheet cannot be read whole, or if it cannot be written.
    """
    if not by.strip():
        raise WorksheetError("nobody signs", "say who: --by NAME")
    document = worksheet.read(path)
    refuse_broken(document, "sign off")
    sheet = document.worksheet
    standing = sheet.signoff if sheet.signoff and sheet.signoff.by.strip() else None
    holds = standing is not None and not seal.broken(sheet)
    if standing and holds and (standing.by, standing.role) == (by, role or standing.role):
        return Signed(Path(path), standing, unchanged=True)
    findings, rules = checking.look(document, policy=policy)
    compiled = report.compile(sheet, findings, rules)
    obstacles = tuple(_obstacles(compiled, findings, standing if holds else None))
    if obstacles:
        return Signed(Path(path), sheet.signoff, obstacles)
    moment = now or dt.datetime.now(dt.UTC).replace(microsecond=0)
    signoff = Signoff(by, role, moment, sheet.article.sha256, seal.verdicts(sheet))
    after = edit.apply(document.text, _written(document, signoff))
    read = worksheet.parse(after, document.path).worksheet
    if read.signoff != signoff or seal.broken(read):
        raise AssertionError("the sign-off could not be read back")
    worksheet.revise(path, document, after)
    return Signed(Path(path), signoff)


def _obstacles(
    compiled: Report, findings: Sequence[Finding], other: Signoff | None
) -> Iterator[Obstacle]:
    errors = sum(each.severity == "error" for each in findings)
    if errors:
        yield Obstacle(f"factcheck check finds {plural(errors, 'error')}")
    high = [item for item in compiled.items if item.assertion.priority == "high"]
    left = [item for item in high if item.state in ("unchecked", "unrecognised")]
    if left:
        verb = "is" if len(left) == 1 else "are"
        said = f"{plural(len(left), 'high-priority assertion')} {verb} open"
        yield Obstacle(said, tuple(item.assertion.id for item in left))
    again = [item for item in high if item.recheck]
    if again:
        verb = "has" if len(again) == 1 else "have"
        said = f"{plural(len(again), 'high-priority assertion')} {verb} to be checked again"
        yield Obstacle(said, tuple(item.assertion.id for item in again))
    if not compiled.checked:
        yield Obstacle("no assertion has a verdict: nothing was checked")
    if other is not None:
        yield Obstacle(f"{other.by} has signed it off already, and nothing was changed since")


def _written(document: Document, signoff: Signoff) -> Iterator[Edit]:
    blocks = document.rows("signoff")
    if not blocks:
        values = {name: getattr(signoff, name) for name in SIGNOFF.names}
        above = _above(document)
        yield edit.insert(document, above, SIGNOFF.name, values, above_comments=True)
        return
    block = blocks[0]
    for name in SIGNOFF.names:
        value = getattr(signoff, name)
        if value:
            yield from edit.renew_value(document, block, name, value)
        elif name in block.keys:
            yield edit.remove_key(document, block, name)


def _above(document: Document) -> Block:
    """The block below which the sign-off goes."""
    return (*document.rows("worksheet"), *document.rows("article"))[-1]
