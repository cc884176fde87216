"""An address that is evidence, or a file at hand, becomes a source, described once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from factcheck import worksheet
from factcheck.checks import addresses
from factcheck.errors import WorksheetError
from factcheck.model import SOURCE_KINDS, TIERS, Source
from factcheck.sourcing import pages
from factcheck.worksheet import Block, Document, edit, paths
from factcheck.worksheet.format import SOURCE
from factcheck.worksheet.slips import suggest
from factcheck.worksheet.whole import refuse_broken

_ONLINE = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Added:
    """What :func:`add` did: the new source, and the ids of assertions whose evidence names its address.

    ``stripped`` says that a name and password were taken out of the address.
    """

    path: Path
    source: Source
    bears: tuple[str, ...]
    stripped: bool = False


def add(
    path: str | Path,
    url: str = "",
    *,
    identity: str = "",
    kind: str = "",
    tier: str = "",
    title: str = "",
    file: Path | None = None,
) -> Added:
    """Describe ``url`` as a source of the worksheet at ``path``; evidence that names the address is its evidence.

    ``file`` is a copy that was saved by hand, or with no ``url`` the source itself: what it says of its title,
    author, publisher and day is written down, with its hash. ``title`` wins over what it says. Nothing is
    fetched. Raises WorksheetError if the worksheet cannot be read whole or written, for an address that cannot
    be right, for one or a file that is described already, and for a word or an id that is not free.
    """
    document = worksheet.read(path)
    refuse_broken(document, "add the source")
    plain = addresses.without_credentials(url.strip())
    if plain or file is None:
        _refuse_address(document, plain)
    _refuse(document, identity, kind, tier)
    source = Source(identity or _free(document), kind, tier, url=plain)
    values = {"id": source.id, "kind": kind, "tier": tier, "title": title, "url": plain}
    if file is not None:
        values |= _copied(document, file, values)
    after = edit.apply(document.text, [_inserted(document, values)])
    made = worksheet.parse(after, document.path).worksheet.sources[_place(document)]
    if made.url != plain or made.id != source.id:
        raise AssertionError("the source could not be read back")
    worksheet.revise(path, document, after)
    bears = tuple(
        a.id
        for a in document.worksheet.assertions
        if any(plain and e.url == plain for e in a.evidence)
    )
    return Added(Path(path), made, bears, stripped=plain != url.strip())


def undescribed(path: str | Path) -> tuple[str, ...]:
    """The addresses that are evidence in the worksheet at ``path`` and no source yet. Raises WorksheetError."""
    sheet = worksheet.read(path).worksheet
    known = {each.url for each in sheet.sources}
    cited = (e.url for a in sheet.assertions for e in a.evidence if e.url.startswith(_ONLINE))
    return tuple(dict.fromkeys(url for url in cited if url not in known))


def _refuse_address(document: Document, url: str) -> None:
    fault = addresses.fault(url) if url else ("no address", "copy it from the browser")
    if fault:
        raise WorksheetError(f"{url}: {fault[0]}", fault[1])
    if not url.startswith(_ONLINE):
        raise WorksheetError(f"{url}: no page of the web", "describe it in a [[source]] by hand")
    for each in document.worksheet.sources:
        if each.url == url:
            raise WorksheetError(f"{url}: {each.id} describes it already", "nothing was changed")


def _refuse(document: Document, identity: str, kind: str, tier: str) -> None:
    for each in document.worksheet.sources:
        if each.id == identity:
            raise WorksheetError(f'the id "{identity}" is taken', "give it another one, or none")
    for what, word, words in (("kind", kind, SOURCE_KINDS), ("tier", tier, TIERS)):
        if word and word not in words:
            raise WorksheetError(f'"{word}" is no {what} of a source', suggest(word, words))


def _free(document: Document) -> str:
    """The first of s1, s2 … that nothing is called, and no evidence means."""
    sheet = document.worksheet
    taken = {each.id for each in sheet.sources}
    for each in (*sheet.assertions, *sheet.retired):
        taken.update(e.source for e in each.evidence)
        taken.update(e.source for o in each.opinion for e in o.evidence)
    return next(name for number in range(1, len(taken) + 2) if (name := f"s{number}") not in taken)


def _copied(document: Document, file: Path, known: dict[str, Any]) -> dict[str, Any]:
    """What a copy that was saved by hand gives: where it is, its hash, what it says of itself."""
    place = paths.counted(file, Path(document.path).parent)
    for each in document.worksheet.sources:
        if each.file == place:
            raise WorksheetError(f"{file}: {each.id} describes it already", "nothing was changed")
    try:
        data = file.read_bytes()
    except OSError as error:
        raise WorksheetError(
            f"{file}: cannot be read: {error.strerror}", "check the path"
        ) from None
    about = pages.about(data, file.suffix.lower(), known["url"])
    told = {each.name: getattr(about, each.name) for each in fields(about)}
    named = known["title"] or about.title or ("" if known["url"] else file.stem)
    digest = hashlib.sha256(data).hexdigest()
    kind = known["kind"] or about.kind
    return {**told, "title": named, "kind": kind, "file": place, "sha256": digest}


def _place(document: Document) -> int:
    return len(document.rows("source"))


def _inserted(document: Document, values: dict[str, Any]) -> edit.Edit:
    return edit.insert(document, _above(document), SOURCE.name, values)


def _above(document: Document) -> Block:
    """The block below which a new source goes: the last source, else what stands above the assertions."""
    names: Iterable[str] = ("source", "signoff", "article", "worksheet")
    return next(rows[-1] for name in names if (rows := document.rows(name)))
