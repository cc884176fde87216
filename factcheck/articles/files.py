"""Bytes from a file or from standard input, with a limit."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

from factcheck.errors import ArticleError

LIMIT = 50 * 1024 * 1024
"""The largest article that is read, in bytes."""


def read(source: str) -> bytes:
    """The bytes of the file at ``source``, or of standard input for ``-``.

    Raises ArticleError if it is missing, no ordinary file, not readable, empty or over LIMIT.
    """
    data = sys.stdin.buffer.read(LIMIT + 1) if source == "-" else _read_file(source)
    if len(data) > LIMIT:
        raise too_large(source)
    if not data.strip():
        raise empty(source)
    return data


def is_folder(source: str) -> bool:
    """Whether ``source`` is the path of a folder; a path that no system takes is none."""
    try:
        return Path(source).is_dir()
    except (OSError, ValueError):
        return False


def too_large(source: str) -> ArticleError:
    """The error for an article over LIMIT."""
    return ArticleError(
        f"{name(source)} is over {LIMIT // 1024**2} MB, too large for an article",
        "give one article at a time",
    )


def empty(source: str) -> ArticleError:
    """The error for an article without a word."""
    return ArticleError(f"{name(source)} is empty: no words in it", "check that it was saved")


def name(source: str) -> str:
    """How messages call ``source``: in one line, with control characters shown as escapes."""
    if source == "-":
        return "standard input"
    return "".join(
        c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in source
    )


def _read_file(source: str) -> bytes:
    path = Path(source)
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise ArticleError(f"{name(source)} is a folder", "name one article in it")
        if not stat.S_ISREG(found.st_mode):
            raise ArticleError(
                f"{name(source)} is not an ordinary file", "use - to read from standard input"
            )
        if found.st_size > LIMIT:
            raise too_large(source)
        # Opened without waiting, lest the file became a pipe since we looked.
        with os.fdopen(
            os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)),
            "rb",
        ) as file:
            return file.read(LIMIT + 1)
    except FileNotFoundError:
        raise ArticleError(
            f"{name(source)}: no such file", "check the name and the folder"
        ) from None
    except PermissionError:
        raise ArticleError(
            f"{name(source)}: no permission to read it",
            "ask its owner, or copy it to a folder of yours",
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a name of a file"
        raise ArticleError(f"{name(source)}: {reason}", "check the name and the folder") from None
