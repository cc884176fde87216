"""factcheck in a git repository: its merge driver, and worksheets that ``git diff`` shows readably.

What all who work in the repository share stands in ``.gitattributes``; what git runs stands in the
configuration of this one clone, since git takes no command from a file that others can change.
"""

from __future__ import annotations

import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.worksheet.digest import HEADS

PATTERN = "*.toml"
"""The files that are worksheets, or may be; others are merged and shown as ever."""


@dataclass(frozen=True, slots=True)
class SetUp:
    """What was set up in the repository at ``root``.

    ``line`` is the one in ``attributes``; ``added`` says that it was not there. ``settings`` are
    those of git's configuration.
    """

    root: Path
    attributes: Path
    line: str
    added: bool
    settings: dict[str, str]


def set_up(folder: str | Path = ".", pattern: str = PATTERN) -> SetUp:
    """Set up the merge driver and the readable diff in the repository that has ``folder``.

    A line is added to ``.gitattributes`` if it is not there, and the clone's configuration names the
    commands. Twice is as good as once. Raises FactcheckError if there is no git, or no repository.
    """
    root = Path(_git(Path(folder), "rev-parse", "--show-toplevel").rstrip("\n"))
    line = f"{_quoted(pattern)} merge=factcheck diff=factcheck"
    attributes = root / ".gitattributes"
    settings = _settings()
    for name, value in settings.items():
        _git(root, "config", "--local", name, value)
    return SetUp(root, attributes, line, _append(attributes, line), settings)


def _settings() -> dict[str, str]:
    command = _command()
    return {
        "merge.factcheck.name": "factcheck worksheets, assertion by assertion",
        "merge.factcheck.driver": f"{command} merge --driver %O %A %B %P",
        "diff.factcheck.textconv": f"{command} textconv",
        "diff.factcheck.xfuncname": HEADS,
    }


def _command() -> str:
    """This very program, for a shell: it need not be on the path when git runs it."""
    name = "factcheck.exe" if sys.platform == "win32" else "factcheck"
    script = Path(sys.executable).with_name(name)
    if script.is_file():
        return shlex.quote(script.as_posix())
    # -P: a folder called factcheck in the repository is not this package.
    return f"{shlex.quote(Path(sys.executable).as_posix())} -P -m factcheck"


def _quoted(pattern: str) -> str:
    escaped = pattern.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"' if any(c.isspace() for c in pattern) else pattern


def _append(attributes: Path, line: str) -> bool:
    """Add ``line`` to the end of the file unless it is in it; whether it was added."""
    try:
        before = attributes.read_bytes() if attributes.exists() else b""
        if line in before.decode("utf-8", "replace").splitlines():
            return False
        ended = b"" if not before or before.endswith(b"\n") else b"\n"
        with attributes.open("ab") as stream:
            stream.write(ended + line.encode() + b"\n")
    except OSError as error:
        raise FactcheckError(
            f"{attributes}: cannot be written: {error.strerror or error}",
            f"add this line to it: {line}",
        ) from None
    return True


def _git(folder: Path, *words: str) -> str:
    try:
        command = ("git", *words)
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603
    except FileNotFoundError:
        missing = "git is not installed" if folder.is_dir() else f"{folder}: no such folder"
        raise FactcheckError(missing, "factcheck works without git too") from None
    except OSError as error:
        raise FactcheckError(f"{folder}: {error.strerror or error}", "name a folder") from None
    if done.returncode == 0:
        return done.stdout
    said = done.stderr.strip().splitlines()
    if any("not a git repository" in each for each in said):
        raise FactcheckError(
            f"{folder.resolve()} is in no git repository",
            "make one with git init, then run this again",
        )
    raise FactcheckError(f"git {words[0]}: {said[-1] if said else 'failed'}", "see git's own help")
