"""How a worksheet names a file that lies elsewhere."""

from __future__ import annotations

import os
from pathlib import Path


def counted(file: Path, folder: Path) -> str:
    """The path of ``file`` counted from ``folder``, with slashes; the whole path if there is no way."""
    try:
        return os.path.relpath(file, folder).replace(os.sep, "/")
    except ValueError:  # another drive
        return file.resolve().as_posix()
