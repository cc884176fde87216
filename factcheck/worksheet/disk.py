"""Everything that writes a worksheet: one writer at a time, whole or not at all.

A finished file is synced beside its place and then moved into it, so that whoever looks finds the
old one or the new one, whatever was killed meanwhile. A lock of the system's keeps out a second
factcheck and is gone with the process that held it. Editors know nothing of it: what one of them
saved since the worksheet was read shows when the bytes are compared, right before the move.
"""

from __future__ import annotations

import contextlib
import errno
import glob
import os
import stat
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import WorksheetError
from factcheck.worksheet.document import Document

if TYPE_CHECKING:
    from filelock import BaseFileLock

_NAMED = 50  # characters of a name that names beside it begin with: a name has 255 bytes at most
_LOCK = ".factcheck.lock"
_TEMPORARY = ".factcheck.tmp"
_RANDOM = "?" * 8  # what mkstemp puts into a name
_NO_LOCKS = (errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP)
_ELSEWHERE = "; name another place with -o"


def write(path: str | Path, text: str, *, force: bool = False) -> Path | None:
    """Write ``text`` to ``path`` as UTF-8, whole or not at all.

    The folder is made if it is missing. A file that is there already stays: that is an error, or
    with ``force`` it is kept beside the new one as ``NAME.1.bak``, ``NAME.2.bak`` …; the path of
    that copy is returned.

    Raises :class:`WorksheetError` if the file exists, changes meanwhile, is being written by
    another factcheck, or cannot be written.
    """
    target = _followed(path)
    data = _encoded(target, text)
    with _explained(target, _ELSEWHERE):
        _make_folder(target.parent)
        with _alone(target):
            if force and os.path.lexists(target):
                return _exchange(target, _content(target), data, backup=True)
            with _temporary(target, data) as temporary:
                _link(temporary, target)
            _sync(target.parent)
            return None


def revise(path: str | Path, before: Document, after: str, *, backup: bool = False) -> Path | None:
    """Put ``after`` in the place of the file that was read as ``before``.

    With ``backup`` the old file is kept beside it, see :func:`write`; the path of that copy is
    returned. A text that is the same is not written again.

    Raises :class:`WorksheetError`, with nothing written, if the file is not the one that was read
    any more, if another factcheck is writing it, or if it cannot be written.
    """
    target = _followed(path)
    old, new = before.text.encode("utf-8", "surrogatepass"), _encoded(target, after)
    with _explained(target):
        _compare(target, old)
        if old == new:
            return None
        with _alone(target):
            return _exchange(target, old, new, backup=backup)


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


def _followed(path: str | Path) -> Path:
    """A link stays a link: what it leads to is replaced."""
    return Path(path).resolve() if Path(path).is_symlink() else Path(path)


def _encoded(target: Path, text: str) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise WorksheetError(
            f"{target}: cannot be written: the text has half a character at offset {error.start}",
            "the article was damaged before it came here; save it again as UTF-8",
        ) from None


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR)) from None


def _content(target: Path) -> bytes:
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    return target.read_bytes()


@contextlib.contextmanager
def _alone(target: Path) -> Iterator[None]:
    """Keep every other factcheck from writing ``target``; raise WorksheetError if one is at it."""
    path = target.with_name(f".{target.name[:_NAMED]}{_LOCK}")
    lock = _locked(path, target)
    try:
        if lock:
            _clear(target)
        yield
    finally:
        if lock:
            # While it is held: who has opened it by now sees that it is gone and does not take it.
            with contextlib.suppress(OSError):
                path.unlink()
            lock.release()


def _locked(path: Path, target: Path) -> BaseFileLock | None:
    """A lock that is held, at once or not at all; None where the file system has no locks."""
    from filelock import FileLock, Timeout

    # Anybody who works in the folder may take over the file that a killed process left.
    lock = FileLock(path, timeout=0, mode=0o666, fallback_to_soft=False)
    try:
        lock.acquire()
    except Timeout:
        raise WorksheetError(
            f"{target}: another factcheck is writing it",
            "nothing was changed; run this again in a moment",
        ) from None
    except OSError as error:
        if error.errno in _NO_LOCKS:
            return None  # some network drives; comparing the bytes is left
        raise
    return lock


def _clear(target: Path) -> None:
    """Take away what a killed process left: we are the only one who writes ``target`` now."""
    names = f"{glob.escape(f'.{target.name[:_NAMED]}.')}{_RANDOM}{_TEMPORARY}"
    for left in target.parent.glob(names):
        with contextlib.suppress(OSError):
            left.unlink()


def _exchange(target: Path, old: bytes, new: bytes, *, backup: bool) -> Path | None:
    """Put ``new`` in the place of ``old``, which must be what the file holds."""
    if not os.access(target, os.W_OK):  # a move would not mind
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    with _temporary(target, new) as temporary:
        kept = _keep(target, old) if backup else None
        try:
            _compare(target, old)
            temporary.replace(target)
        except BaseException:
            if kept:
                kept.unlink(missing_ok=True)
            raise
    _sync(target.parent)
    return kept


def _compare(target: Path, old: bytes) -> None:
    """Raise WorksheetError unless ``old`` is what the file holds."""
    try:
        if target.read_bytes() == old:
            return
        what = "was changed since it was read"
    except FileNotFoundError:
        what = "is gone since it was read"
    raise WorksheetError(f"{target}: {what}", "nothing was written over it; run this again")


@contextlib.contextmanager
def _temporary(target: Path, data: bytes) -> Iterator[Path]:
    """A finished file in the target's own folder, so that it can be moved into place at once."""
    handle, name = tempfile.mkstemp(
        prefix=f".{target.name[:_NAMED]}.", suffix=_TEMPORARY, dir=target.parent
    )
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            _liken(temporary, target)
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        yield temporary
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _liken(file: Path, target: Path) -> None:
    """Give ``file`` the permissions and the group of the one that is there, else of a new one."""
    try:
        there = target.stat()
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        file.chmod(0o666 & ~mask)
        return
    if hasattr(os, "chown"):
        with contextlib.suppress(OSError):  # a group that is not ours to give
            os.chown(file, -1, there.st_gid)
    file.chmod(stat.S_IMODE(there.st_mode) & 0o777)


def _keep(target: Path, data: bytes) -> Path:
    """Put the old file's bytes under the first free backup name; a taken one is never used."""
    for number in count(1):
        backup = target.with_name(f"{target.name}.{number}.bak")
        try:
            with backup.open("xb") as stream:
                _liken(backup, target)
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


def _sync(folder: Path) -> None:
    """Make a move outlast a power cut, where the system can: Windows opens no folder."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextlib.contextmanager
def _explained(target: Path, elsewhere: str = "") -> Iterator[None]:
    """Turn the system's errors into ours; ``elsewhere`` goes on where another place would help."""
    try:
        yield
    except FileExistsError:
        raise WorksheetError(
            f"{target}: exists already",
            "give another name with -o, or --force: the old file is then kept beside the new one",
        ) from None
    except OSError as error:
        raise _cannot_write(target, error, elsewhere) from None


def _cannot_write(target: Path, error: OSError, elsewhere: str) -> WorksheetError:
    reason = error.strerror or str(error)
    hints = {
        errno.EACCES: f"you may not write there{elsewhere or ', or another program has it open'}",
        errno.EPERM: f"you may not write there{elsewhere}",
        errno.EROFS: f"the disk is read-only{elsewhere}",
        errno.ENOSPC: "make room and run it again; nothing was changed",
        errno.EISDIR: "this is a folder; name a file in it",
        errno.ENOTDIR: "part of the path is a file, not a folder",
        errno.ENAMETOOLONG: "name a shorter file with -o",
    }
    hint = hints.get(error.errno or 0, "nothing was changed")
    return WorksheetError(f"{target}: cannot be written: {reason[:1].lower()}{reason[1:]}", hint)
