"""``factcheck schema``: the JSON Schema of a worksheet, for editors."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def schema(
    out: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write it to FILE; another file of that name is kept as NAME.1.bak. "
            "Worksheets look for worksheet.schema.json beside themselves.",
        ),
    ] = None,
) -> None:
    """Print the JSON Schema of a worksheet: completion and checking while you type.

    Editors with a TOML extension (Even Better TOML, Tombi, taplo) use it.

    Example: factcheck schema -o worksheets/worksheet.schema.json
    """
    from factcheck import worksheet

    text = worksheet.schema_text()
    if out is None:
        typer.echo(text, nl=False)
        return
    if kept := worksheet.renew(out, text):
        typer.echo(f"kept the old file as {kept}", err=True)
    typer.echo(f"wrote {out}", err=True)
