"""The sources of a worksheet: what rests on each, what falls with it, what is missing in its record."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from factcheck import desk, report, worksheet
from factcheck.checks import policy
from factcheck.checks.case import Case
from factcheck.copies import SavedCopies
from factcheck.model import Source
from factcheck.report.record import Report, Rest

Copy = Literal["none", "kept", "changed", "gone"]
"""What became of the saved copy: there is none, it is there, it is another file now, it is not there."""
FORMAT = 1
"""Version of the JSON that :func:`document` gives."""
_ONLINE = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Listed:
    """A source, or an address that nobody described.

    ``falls`` are the ids of settled assertions with no other evidence: without the source they rest on
    nothing. ``weakens`` are those that would rest on less than the house asks for. ``missing`` says what its record
    lacks, a phrase each.
    """

    rest: Rest
    falls: tuple[str, ...]
    weakens: tuple[str, ...]
    copy: Copy
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """All sources of the worksheet at ``path``, those described first; ``policy`` is what the house asks for."""

    path: Path
    title: str
    policy: tuple[str, ...]
    sources: tuple[Listed, ...]

    @property
    def undescribed(self) -> tuple[str, ...]:
        """Addresses that are evidence and have no [[source]] of their own."""
        return tuple(each.rest.reference for each in self.sources if not each.rest.source)


def sources(path: str | Path, *, rules: str = "") -> Listing:
    """The sources of the worksheet at ``path``, under the policy ``rules`` (see :func:`factcheck.desk.of`).

    Raises WorksheetError if it cannot be read, DeskError.
    """
    document = worksheet.read(path)
    house = desk.of(Path(path).parent, rules)
    copies = SavedCopies(Path(path).parent)
    case = Case(document, dt.date.today(), copies, house)
    compiled = report.compile(document.worksheet, (), house)
    listed = tuple(_listed(each, case, compiled, copies) for each in compiled.sources)
    return Listing(Path(path), compiled.article.title, house.policy.words, listed)


def _listed(rest: Rest, case: Case, compiled: Report, copies: SavedCopies) -> Listed:
    settled = {i.assertion.id for i in compiled.items if i.state in ("confirmed", "fix")}
    falls = tuple(each for each in rest.alone if each in settled)
    weakens = tuple(i for i in policy.relying(case, rest.reference) if i not in falls)
    copy = _copy(rest.source, copies)
    return Listed(rest, falls, weakens, copy, tuple(_missing(rest, copy)))


def _copy(source: Source | None, copies: SavedCopies) -> Copy:
    if source is None or not source.file.strip():
        return "none"
    try:
        now = copies.sha256(source.file)
    except OSError:
        return "gone"
    return "kept" if source.sha256.strip().lower() in ("", now) else "changed"


def _missing(rest: Rest, copy: Copy) -> Iterator[str]:
    source = rest.source
    if source is None:
        yield "a [[source]] that describes it"
        return
    for name in ("title", "kind", "tier"):
        if not getattr(source, name).strip():
            yield name
    online = source.url.startswith(_ONLINE)
    if online and source.accessed is None:
        yield "accessed, the day on which it was looked at"
    if copy == "none" and online:
        yield "a saved copy" if source.archived.strip() else "a saved copy or an archived link"
    if copy == "gone":
        yield f"its saved copy: {source.file} is not there"
    if copy == "changed":
        yield f"the saved copy as it was: {source.file} has changed since"
    if copy == "kept" and not source.sha256.strip():
        yield "sha256, so that nobody can change the saved copy unseen"


def document(listing: Listing) -> str:
    """The listing as one JSON object: ``format`` (1), ``path``, ``title``, ``policy`` (phrases) and ``sources``,

    each with ``reference`` (an id, or the address that nobody described), ``described``, ``kind``, ``tier``,
    ``title``, ``author``, ``publisher``, ``url``, ``archived``, ``file``, ``copy`` (``none``, ``kept``, ``changed``,
    ``gone``), ``bears``, ``contradicts``, ``context``, ``falls``, ``weakens`` (ids) and ``missing`` (phrases).
    """
    found = {
        "format": FORMAT,
        "path": str(listing.path),
        "title": listing.title,
        "policy": list(listing.policy),
        "sources": [_entry(each) for each in listing.sources],
    }
    return json.dumps(found, indent=2) + "\n"


def _entry(listed: Listed) -> dict[str, Any]:
    rest = listed.rest
    source = rest.source or Source(rest.reference, url=rest.reference if rest.known else "")
    names = ("kind", "tier", "title", "author", "publisher", "url", "archived", "file")
    return {
        "reference": rest.reference,
        "described": rest.source is not None,
        **{name: getattr(source, name) for name in names},
        "copy": listed.copy,
        "bears": list(rest.bears),
        "contradicts": list(rest.contradicts),
        "context": list(rest.context),
        "falls": list(listed.falls),
        "weakens": list(listed.weakens),
        "missing": list(listed.missing),
    }
