"""Which format a file asks for, and putting a report on disk without losing anything else."""

from __future__ import annotations

import contextlib
import io
import os
import re
import stat
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

from factcheck.errors import FactcheckError

SUFFIXES: dict[str, str] = {
    ".txt": "terminal",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".csv": "csv",
    ".docx": "docx",
    ".json": "json",
    ".jsonld": "claimreview",
}
"""Suffix of a file, in lower case → name of the format that it asks for."""

_WITHOUT_SUFFIX = ("terminal", "memo", "claimreview")  # they may stand in .md and .json
_WORKSHEET = re.compile(rb"^[ \t]*\[[ \t]*worksheet[ \t]*\]", re.MULTILINE)
_OURS = re.compile(
    rb'\A\{\s*"format": \d+,\s*"compiler": "factcheck |^[ \W]*Compiled by factcheck '
    rb'|<meta name="generator" content="factcheck |\A\xef\xbb\xbfid,verdict,state,priority,'
    rb'|^\xe2\x80\x93 factcheck \d|\A\{\s*"@context": "https://schema.org",\s*"@graph"',
    re.MULTILINE,
)


def choose(name: str, path: Path | None, formats: Iterable[str]) -> str:
    """The name of the format to write: ``name`` if given, else what the suffix of ``path`` asks for.

    With neither it is ``terminal``. Raises :class:`FactcheckError` for one that we do not know, and
    where the two disagree.
    """
    known = tuple(formats)
    if name:
        if name not in known:
            raise FactcheckError(f"there is no format {name!r}", f"one of: {', '.join(known)}")
        meant = SUFFIXES.get(path.suffix.lower(), name) if path else name
        if meant not in (name, "terminal") and name not in _WITHOUT_SUFFIX:
            raise FactcheckError(
                f"{path}: the suffix asks for {meant}, and -f for {name}",
                "leave -f out, or give the file another suffix",
            )
        return name
    if path is None:
        return "terminal"
    asked = SUFFIXES.get(path.suffix.lower())
    if asked is None:
        raise FactcheckError(
            f"{path}: the suffix names no format of report",
            f"one of: {', '.join(SUFFIXES)}; or give -f with one of: {', '.join(known)}",
        )
    return asked


def save(
    path: Path, document: str | bytes, *, keep: Iterable[Path] = (), force: bool = False
) -> None:
    """Write ``document`` to ``path`` as UTF-8, whole or not at all.

    Folders on the way are made. An earlier report is replaced. A worksheet, and any file of ``keep``, never is; another file
    only with ``force``. A link is followed; a device or a pipe is written to as it is.

    Raises :class:`FactcheckError` if something else is in the place, or it cannot be written.
    """
    data = document
    if isinstance(data, str):
        data = data.encode("utf-8", "backslashreplace")
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            _into(target, data)
            return
        _refuse(path, target, keep, force=force)
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target, data)
    except OSError as error:
        reason = error.strerror or "the system does not say why"
        raise FactcheckError(
            f"{path}: cannot be written: {reason[:1].lower()}{reason[1:]}",
            "nothing was changed; name another place with -o",
        ) from None


def _refuse(path: Path, target: Path, keep: Iterable[Path], *, force: bool) -> None:
    if not target.exists():
        return
    if any(_same(target, other) for other in keep):
        raise FactcheckError(
            f"{path}: is what the report is made from", "name another file with -o"
        )
    there = target.read_bytes()
    if _WORKSHEET.search(there):
        raise FactcheckError(
            f"{path}: is a worksheet; a report never replaces one", "name another file with -o"
        )
    if there.strip() and not force and not (_OURS.search(there) or _is_our_word(there)):
        raise FactcheckError(
            f"{path}: exists already and is not a report of factcheck",
            "name another file with -o, or give --force to replace it",
        )


def _is_our_word(data: bytes) -> bool:
    """Whether ``data`` is a Word document that we made, and that nobody has saved since."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return b"Compiled by factcheck " in package.read("docProps/core.xml")
    except (zipfile.BadZipFile, KeyError):
        return False


def _same(target: Path, other: Path) -> bool:
    try:
        return target.samefile(other)
    except (OSError, ValueError):  # the other is not there, or no name of a file at all
        return False


def _into(target: Path, data: bytes) -> None:
    with target.open("wb") as stream:
        stream.write(data)


def _replace(target: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(
        prefix=f".{target.name[:80]}.", suffix=".tmp", dir=target.parent
    )
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        temporary.chmod(_mode(target))
        temporary.replace(target)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _mode(target: Path) -> int:
    """The permissions of the file that is there, else those of any new file."""
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
