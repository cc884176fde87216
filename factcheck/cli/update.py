"""``factcheck update``: a worksheet follows a later draft of its article."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli.init import day


def update(
    path: Annotated[Path, typer.Argument(metavar="WORKSHEET", help="The worksheet.")],
    source: Annotated[
        str,
        typer.Argument(
            metavar="ARTICLE", help="The new draft: a file, a web address, or - for standard input."
        ),
    ],
    dry: Annotated[
        bool, typer.Option("--dry-run", help="Show what would become of it, write nothing.")
    ] = False,
    title: Annotated[str, typer.Option(metavar="TEXT", help="The headline.")] = "",
    byline: Annotated[str, typer.Option(metavar="TEXT", help="Who wrote it.")] = "",
    date: Annotated[
        dt.date | None,
        typer.Option(parser=day, metavar="YYYY-MM-DD", help="The day it was or will be published."),
    ] = None,
    url: Annotated[str, typer.Option(metavar="URL", help="Where it was published.")] = "",
) -> None:
    """Carry a worksheet over to a later draft of its article. Nothing filled in is lost.

    Each assertion ends in one state, kept in its block as status: unchanged or moved (the verdict
    stands), reworded (recheck has what was checked; take the line out once the verdict holds for
    the new words), gone (kept as [[retired]]; it comes back if its words do), or new. A verdict
    whose words have no certain place is never carried to others. The old worksheet stays beside
    the new one as NAME.1.bak; with the same article no byte changes.

    Exit code 0: done, or shown with --dry-run, whatever became of it; factcheck check is the one
    that judges. 2: the worksheet or the article cannot be read, or the worksheet cannot be written.
    3: a bug of ours; nothing was written.

    Example: factcheck update worksheets/bridge.toml bridge-v2.docx --dry-run
    """
    from factcheck import console, updating

    try:
        done = updating.update(
            path, source, title=title, byline=byline, published=date, url=url, write=not dry
        )
    except updating.LostError as error:
        console.warn([f"nothing was written: {error}"])
        raise
    console.updated(done, dry=dry)
