"""``factcheck status``: who has what left, over all worksheets."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli import options


def status(
    worksheets: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="WORKSHEET",
            help="Worksheets, or folders of them. [worksheets/*.toml]",
            show_default=False,
        ),
    ] = None,
    style: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="text|json",
            help="text for people, json for programs.",
            autocompletion=lambda: ["text", "json"],
        ),
    ] = "text",
    policy: options.Policy = "",
) -> None:
    """Show a table over worksheets: how far each is, who has what left, what blocks sign-off.

    An open assertion belongs to the person whose name is in its reviewer; without one it is
    nobody's yet.

    Exit code 0: all could be read, whatever their state. 2: one could not, or not the whole of it;
    the others still show.

    Example: factcheck status worksheets/bridge.toml worksheets/harbour.toml
    """
    from factcheck import checking, console, worksheet
    from factcheck.report import overview

    if style not in {"text", "json"}:
        raise typer.BadParameter(f"{style!r} is none of text, json")
    rows = overview.survey(worksheet.find(worksheets or []), partial(checking.look, policy=policy))
    if style == "json":
        console.document(overview.document(rows))
    else:
        console.overview(rows)
    if any(row.error or row.broken for row in rows):
        raise typer.Exit(2)
