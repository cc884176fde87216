"""Pages that sources name are fetched and kept, one after the other.

What one source comes to is on disk before the next one is asked for. A copy that the worksheet names stays
what it is: where a page has changed, the new copy lies beside it, and a person decides.
"""

from __future__ import annotations

import datetime as dt
import shlex
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from factcheck import web, worksheet
from factcheck.articles.fetch import status
from factcheck.errors import WorksheetError
from factcheck.model import Source
from factcheck.sourcing import keeping, pages, wayback
from factcheck.sourcing.adding import undescribed
from factcheck.sourcing.warc import Warc
from factcheck.web import Answer, Limits, Resolve, WebError
from factcheck.worksheet import Block, Document, edit
from factcheck.worksheet.edit import Edit
from factcheck.worksheet.slips import suggest

What = Literal["saved", "unchanged", "changed", "failed"]
_ONLINE = ("http://", "https://")
_UNSENT = ("address", "credentials", "private")  # nothing left the machine
_AGAIN = ("timeout", "unreachable")
_SHUT = (401, 402, 403, 429, 451)  # shut to us; the archive may be let in
_BUSY = (429, 500, 502, 503, 504)
_LONGEST_WAIT = 30.0


@dataclass(frozen=True, slots=True)
class Manners:
    """How sites are treated: seconds between two requests to one, tries, seconds before another try."""

    pause: float = 1.0
    tries: int = 3
    wait: float = 2.0
    limits: Limits = field(default_factory=Limits)
    sleep: Callable[[float], None] = time.sleep
    resolve: Resolve = web.resolve
    service: str = wayback.SERVICE


@dataclass(frozen=True, slots=True)
class Kept:
    """What came of one source.

    ``file`` is the copy that was written or found to be the same, "" if none was. ``message`` and ``hint`` say
    what went wrong, or what there is to know. ``archived`` is the capture that the archive made; ``archive`` why
    it made none.
    """

    source: Source
    what: What
    file: str = ""
    message: str = ""
    hint: str = ""
    archived: str = ""
    archive: str = ""

    @property
    def clean(self) -> bool:
        """Whether nobody has to look at it."""
        return self.what in ("saved", "unchanged") and not self.archive


@dataclass(frozen=True, slots=True)
class Saved:
    """What :func:`save` did; ``warc`` is the record of this run, None if nothing was asked for.

    ``passed`` are ids of sources that have a copy already, ``undescribed`` addresses in evidence without a
    [[source]].
    """

    path: Path
    kept: tuple[Kept, ...]
    warc: Path | None
    passed: tuple[str, ...] = ()
    undescribed: tuple[str, ...] = ()


def save(
    path: str | Path,
    ids: Sequence[str] = (),
    *,
    again: bool = False,
    take_new: bool = False,
    archive: bool = False,
    allow_private: bool = False,
    manners: Manners = Manners(),
    watch: Callable[[Sequence[Source]], Iterable[Source]] = iter,
    now: dt.datetime | None = None,
) -> Saved:
    """Fetch the pages of the sources ``ids`` of the worksheet at ``path``, by default of all without a copy.

    Files go to the folder ``evidence`` beside the worksheet; ``file``, ``sha256`` and ``accessed`` are written
    into the source's block, and kind, title, author, publisher and day of the page where the block says nothing. ``again`` asks for those with a copy too; ``take_new`` lets the worksheet name the new copy of a page that
    has changed. ``archive`` asks the Wayback Machine for a capture as well. ``watch`` is handed the sources
    and gives them back one by one. Raises WorksheetError if the worksheet cannot be read or written, or has no such
    source; OSError if the folder cannot be written.
    """
    path = Path(path)
    wanted, passed = _wanted(worksheet.read(path), ids, again=again, archive=archive)
    moment = now or dt.datetime.now(dt.UTC)
    job = _Job(path, take_new, archive, allow_private, manners, moment)
    warc = Warc(path.parent / keeping.FOLDER, path.stem, moment)
    kept = tuple(_one(job, warc, each) for each in _apart(watch(wanted), manners))
    return Saved(path, kept, warc.path, passed, undescribed(path))


@dataclass(frozen=True, slots=True)
class _Job:
    path: Path
    take_new: bool
    archive: bool
    allow_private: bool
    manners: Manners
    moment: dt.datetime

    @property
    def today(self) -> dt.date:
        """The day on this machine's calendar."""
        return self.moment.astimezone().date()


def _wanted(
    document: Document, ids: Sequence[str], *, again: bool, archive: bool
) -> tuple[list[Source], tuple[str, ...]]:
    """The sources to ask for, and the ids of those that have a copy already."""
    sources = document.worksheet.sources
    names = [each.id for each in sources]
    for each in ids:
        if each not in names:
            hint = suggest(each, names) or "factcheck sources add makes one of an address"
            raise WorksheetError(f'{document.path}: no [[source]] has the id "{each}"', hint)
    if ids:
        return [each for each in sources if each.id in ids], ()
    online = [each for each in sources if each.url.startswith(_ONLINE) and each.id.strip()]
    if again:
        return online, ()
    done = {
        each.id for each in online if each.file.strip() and (each.archived.strip() or not archive)
    }
    passed = tuple(each.id for each in online if each.id in done)
    return [each for each in online if each.id not in done], passed


def _apart(sources: Iterable[Source], manners: Manners) -> Iterator[Source]:
    """``sources``, with a pause before one whose site was asked right before."""
    asked: dict[str, float] = {}
    for source in sources:
        try:
            host = urlsplit(source.url).hostname or ""
        except ValueError:
            host = ""
        left = asked.get(host, -manners.pause) + manners.pause - time.monotonic()
        if host in asked and left > 0:
            manners.sleep(left)
        yield source
        asked[host] = time.monotonic()


def _one(job: _Job, warc: Warc, source: Source) -> Kept:
    try:
        answer = _asked(job, warc, source.url)
    except WebError as error:
        return Kept(source, "failed", message=error.message, hint=error.hint)
    if not 200 <= answer.last.status < 300:
        message, hint = status(answer.last.status)
        failed = Kept(source, "failed", message=message, hint=hint)
        return _archived(job, failed) if answer.last.status in _SHUT else failed
    if not answer.last.body.strip():
        return Kept(source, "failed", message="the page is empty", hint="open it in a browser")
    return _archived(job, _put(job, source, answer))


def _asked(job: _Job, warc: Warc, url: str) -> Answer:
    """What is there, after a few tries. Raises WebError."""
    manners = job.manners
    for tries_left in reversed(range(manners.tries)):
        wait = manners.wait * (manners.tries - tries_left)
        try:
            answer = web.get(
                url, manners.limits, allow_private=job.allow_private, resolve=manners.resolve
            )
        except WebError as error:
            for each in error.exchanges:
                warc.keep(each)
            if error.code not in _UNSENT or error.exchanges:
                warc.failed(url, error, job.moment)
            if error.code not in _AGAIN or not tries_left:
                raise
        else:
            for each in answer.exchanges:
                warc.keep(each)
            if answer.last.status not in _BUSY or not tries_left:
                return answer
            asked = answer.last.header("retry-after")
            if asked.isdigit():
                wait = float(asked)
            if wait > _LONGEST_WAIT:
                return answer
        manners.sleep(wait)
    raise AssertionError("the last try returns or raises")


def _put(job: _Job, source: Source, answer: Answer) -> Kept:
    """Keep what came, and write it down in the source's block."""
    last = answer.last
    ending = keeping.suffix(last)
    file, digest = keeping.keep(job.path.parent, source.id, last.body, ending)
    told = _told(answer, ending)
    noted = source.sha256.strip().lower()
    if source.file.strip() and noted == digest:
        _note(job, source, {"accessed": job.today})
        return Kept(source, "unchanged", source.file, told)
    if source.file.strip() and not job.take_new:
        message = f"it is not what was saved before; the worksheet still names {source.file}"
        command = ("factcheck", "sources", "save", str(job.path), source.id, "--take-new")
        hint = f"compare the two; to name the new one: {shlex.join(command)}"
        return Kept(source, "changed", file, message, hint)
    about = pages.about(last.body, ending, last.url)
    values: dict[str, Any] = {
        name: getattr(about, name)
        for name in ("kind", "title", "author", "publisher", "published")
        if getattr(about, name) and not getattr(source, name)
    }
    _note(job, source, {**values, "accessed": job.today, "file": file, "sha256": digest})
    if source.file.strip():
        told = f"{source.file} stays beside it; check again what rests on {source.id}"
    return Kept(source, "saved", file, told)


def _told(answer: Answer, ending: str) -> str:
    """What a person should know of a page that was saved."""
    told = []
    if len(answer.exchanges) > 1:
        told.append(f"it sent us on to {answer.last.url}")
    if keeping.lies(answer.last, ending):
        told.append(
            f"the server calls it {answer.last.content_type}, but it is {ending[1:].upper()}"
        )
    return "; ".join(told)


def _archived(job: _Job, kept: Kept) -> Kept:
    """``kept`` with the capture that the archive made, if it is to make one.

    Of an address of a private network the archive hears nothing.
    """
    source = kept.source
    if not job.archive or source.archived.strip():
        return kept
    try:
        host = web.addresses.checked(
            web.addresses.normal(source.url), job.manners.resolve, allow_private=False
        )
        link = wayback.capture(source.url, service=job.manners.service) if host else ""
    except WebError as error:
        return replace(kept, archive=f"{error.message}; {error.hint}")
    except OSError:
        return replace(kept, archive="no such host, or no network")
    _note(job, source, {"archived": link})
    return replace(kept, archived=link)


def _note(job: _Job, source: Source, values: dict[str, Any]) -> None:
    """Write ``values`` into the block of ``source``, in the worksheet as it is on disk now."""
    document = worksheet.read(job.path)
    block = _block(document, source)
    worksheet.revise(job.path, document, edit.apply(document.text, _edits(document, block, values)))


def _block(document: Document, source: Source) -> Block:
    for block, each in zip(document.rows("source"), document.worksheet.sources, strict=True):
        if each.id == source.id and each.url == source.url and not block.broken:
            return block
    raise WorksheetError(
        f"{document.path}: the [[source]] {source.id} was changed meanwhile",
        "what was fetched is kept in the folder evidence; save it again",
    )


def _edits(document: Document, block: Block, values: dict[str, Any]) -> Iterator[Edit]:
    for name, value in values.items():
        yield from edit.renew_value(document, block, name, value)
