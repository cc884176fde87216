"""Putting a worksheet on disk without ever losing what is there."""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import glob
import os
import re
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from itertools import count
from pathlib import Path

from factcheck.errors import WorksheetError
from factcheck.model import Article, Found, Worksheet

FOLDER = "worksheets"
"""Where worksheets lie, in the folder that one works in."""

_TITLE_WORDS = 8
_HEADER = re.compile(rb"^\s*\[\[?[ \t]*[\"']?worksheet\b", re.MULTILINE)


def new(
    article: Article, found: Found, *, scale: str, created: dt.datetime, tool: str
) -> Worksheet:
    """The worksheet of an article that nobody has checked yet.

    An article without a headline is called by its first words. Its ``site`` and ``warnings`` have
    no place in a worksheet and are left out.
    """
    return Worksheet(
        replace(article, title=article.title or first_words(article.text), site="", warnings=()),
        created=created,
        tool=tool,
        scale=scale,
        highest=len(found.assertions),
        sha256=article.sha256,
        queries=found.queries,
        assertions=found.assertions,
        set_aside=found.set_aside,
    )


def first_words(text: str) -> str:
    """What an article without a headline is called."""
    words = text.split()
    return " ".join(words[:_TITLE_WORDS]) + (" …" if len(words) > _TITLE_WORDS else "")


def write(path: str | Path, text: str, *, force: bool = False) -> Path | None:
    """Write ``text`` to ``path`` as UTF-8, whole or not at all.

    The folder is made if it is missing. A file that is there already stays: that is an error, or
    with ``force`` it is kept beside the new one as ``NAME.1.bak``, ``NAME.2.bak`` …; the path of
    that copy is returned.

    Raises :class:`WorksheetError` if the file exists, or cannot be written.
    """
    # A link stays a link: what it leads to is replaced.
    target = Path(path).resolve() if Path(path).is_symlink() else Path(path)
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise WorksheetError(
            f"{target}: cannot be written: the text has half a character at offset {error.start}",
            "the article was damaged before it came here; save it again as UTF-8",
        ) from None
    try:
        _make_folder(target.parent)
        return _replace(target, data, force=force)
    except FileExistsError:
        raise WorksheetError(
            f"{target}: exists already",
            "give another name with -o, or --force: the old file is then kept beside the new one",
        ) from None
    except OSError as error:
        raise _cannot_write(target, error) from None


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR)) from None


def renew(path: str | Path, text: str) -> Path | None:
    """Write ``text`` to ``path`` unless that is what it holds; keep another file as :func:`write`.

    Raises :class:`WorksheetError` if there is no such folder, or it cannot be written.
    """
    if not Path(path).parent.is_dir():
        raise WorksheetError(
            f"{path}: cannot be written: there is no folder {Path(path).parent}",
            "make it first, or name another place with -o",
        )
    with contextlib.suppress(OSError):
        if Path(path).read_bytes() == text.encode("utf-8"):
            return None
    return write(path, text, force=True)


def find(paths: Iterable[str | Path] = ()) -> tuple[Path, ...]:
    """The worksheets that ``paths`` mean: files, folders, and patterns such as ``*.toml``.

    A folder means the worksheets directly in it; no paths at all mean the folder ``worksheets``.
    A file that is named is taken as it is, whether it is a worksheet or not.

    Raises :class:`WorksheetError` if a folder or a pattern has no worksheet.
    """
    wanted = [Path(each) for each in paths] or [Path(FOLDER)]
    return tuple(dict.fromkeys(each for path in wanted for each in _meant(path)))


def _meant(path: Path) -> list[Path]:
    name = str(path)
    if path.is_dir():
        found = [each for each in sorted(path.glob("*.toml")) if _has_header(each)]
        missing = f"{name}: no worksheet in this folder"
    elif glob.has_magic(name) and not path.exists():
        anchor = Path(path.anchor)
        found = sorted(anchor.glob(str(path.relative_to(path.anchor))))
        missing = f"{name}: no file is called so"
    elif path == Path(FOLDER) and not path.exists():
        found = []
        missing = f"there is no folder {FOLDER} here"
    else:
        return [path]
    if not found:
        raise WorksheetError(missing, "make one with factcheck init ARTICLE, or name a worksheet")
    return found


def _has_header(path: Path) -> bool:
    """Whether the file has a [worksheet] header; one that cannot be read may have."""
    try:
        return bool(_HEADER.search(path.read_bytes()))
    except OSError:
        return path.is_file()


def _replace(target: Path, data: bytes, *, force: bool) -> Path | None:
    backup = None
    temporary = _temporary(target, data)
    try:
        if force and os.path.lexists(target):
            backup = _keep(target)
            temporary.replace(target)
        else:
            _link(temporary, target)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
    return backup


def _temporary(target: Path, data: bytes) -> Path:
    """A finished file in the target's own folder, so that it can be moved into place at once."""
    handle, name = tempfile.mkstemp(
        prefix=f".{target.name[:80]}.", suffix=".tmp", dir=target.parent
    )
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(_mode(target))
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _mode(target: Path) -> int:
    """The permissions of the file that is there, else those of any new file."""
    try:
        return target.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _keep(target: Path) -> Path:
    """Copy the old file to the first free backup name; a name that is taken is never used."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    data = target.read_bytes()
    for number in count(1):
        backup = target.with_name(f"{target.name}.{number}.bak")
        try:
            with backup.open("xb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
        except FileExistsError:
            continue
        except OSError:
            backup.unlink(missing_ok=True)
            raise
        return backup
    raise AssertionError  # pragma: no cover - there is always a next number


def _link(temporary: Path, target: Path) -> None:
    """Give the finished file its name, which must be free: no moment for a race in between."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise
    except OSError:
        # No hard links here (FAT, some network drives): claim the name first, then fill it.
        with target.open("xb"):
            pass
        temporary.replace(target)


def _cannot_write(target: Path, error: OSError) -> WorksheetError:
    reason = error.strerror or str(error)
    hints = {
        errno.EACCES: "you may not write there; name another place with -o",
        errno.EPERM: "you may not write there; name another place with -o",
        errno.EROFS: "the disk is read-only; name another place with -o",
        errno.ENOSPC: "make room and run it again; nothing was changed",
        errno.EISDIR: "this is a folder; name a file in it",
        errno.ENOTDIR: "part of the path is a file, not a folder",
        errno.ENAMETOOLONG: "name a shorter file with -o",
    }
    hint = hints.get(error.errno or 0, "nothing was changed")
    return WorksheetError(f"{target}: cannot be written: {reason[:1].lower()}{reason[1:]}", hint)
