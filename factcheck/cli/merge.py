"""``factcheck merge``: several reviewers' worksheets become one."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer


def merge(
    worksheets: Annotated[
        list[Path],
        typer.Argument(metavar="WORKSHEET...", help="The worksheets, all of the same draft."),
    ],
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="PATH", help="Where the merged worksheet goes."),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Replace PATH; the old file is kept beside it.")
    ] = False,
    driver: Annotated[
        bool,
        typer.Option(
            "--driver",
            help="For git: the files are %O %A %B and, if given, %P; the result goes to %A.",
        ),
    ] = False,
) -> None:
    """Join the worksheets of several reviewers of one story. Nothing that anybody filled in is lost.

    Findings with the same verdict join: the evidence of both, notes under names. Where verdicts or
    corrections differ, each stands as an [[assertion.opinion]], and verdict is empty until a person
    gives the one that holds; factcheck check names them. Assertions that one reviewer added are
    kept; an id or a source's id that means something else in another worksheet is changed there.
    The first worksheet's order and comments stay. How far the reviewers agree is printed, and stands
    in the report.

    Exit code 0: merged. 1: merged, and somebody has to settle something. 2: worksheets of different
    drafts (factcheck update first), or one that cannot be read whole; nothing was written. 3: a bug
    of ours; nothing was written.

    Example: factcheck merge ana.toml ben.toml -o worksheets/bridge.toml
    """
    from factcheck import console, merging

    if driver:
        raise typer.Exit(_drive(worksheets))
    if out is None:
        raise typer.BadParameter("say with -o where the merged worksheet goes", param_hint="-o")
    done = merging.merge(worksheets, out, force=force)
    console.merged(done)
    if not done.clean:
        raise typer.Exit(1)


def _drive(files: list[Path]) -> int:
    from factcheck import console, merging

    if len(files) not in (3, 4):
        raise typer.BadParameter("git gives three files, and a name: %O %A %B %P")
    base, ours, theirs, *name = files
    done = merging.drive(base, ours, theirs, str(*name))
    console.driven(done)
    sys.stderr.flush()
    return 0 if done.clean else 1
