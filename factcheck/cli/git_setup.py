"""``factcheck git-setup``, and ``textconv``, which git runs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer


def git_setup(
    folder: Annotated[
        Path, typer.Argument(metavar="[FOLDER]", help="A folder of the repository.")
    ] = Path(),
    pattern: Annotated[
        str,
        typer.Option(metavar="PATTERN", help="The worksheets, as .gitattributes names files."),
    ] = "*.toml",
) -> None:
    """Let git merge worksheets assertion by assertion, and show their changes readably.

    Adds one line to .gitattributes, to be committed, and sets a merge driver and a textconv in this
    clone's configuration; so everybody runs it once in their own clone. Two people who fill in
    different assertions then merge without a conflict; where they differ on the same one, the file
    has both opinions, and git names the assertion. Other .toml files are merged and shown as ever.

    Exit code 0: set up. 2: no git, or no repository.

    Example: factcheck git-setup
    """
    from factcheck import console, git

    console.git_set_up(git.set_up(folder, pattern))


def textconv(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A worksheet, or any file.")],
) -> None:
    """Print a worksheet as plain lines, for git diff; any other file as it is.

    Example: factcheck textconv worksheets/bridge.toml
    """
    from factcheck import worksheet
    from factcheck.errors import WorksheetError
    from factcheck.worksheet.digest import digest

    try:
        text = digest(worksheet.read(file)).encode("utf-8", "replace")
    except WorksheetError:
        if not file.is_file():
            raise
        text = file.read_bytes()
    sys.stdout.buffer.write(text)
