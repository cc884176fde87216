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
    of_report: Annotated[
        bool, typer.Option("--report", help="The schema of factcheck report -f json instead.")
    ] = False,
    scale: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="The scale of verdicts, as in factcheck init. Its worksheets look for "
            "worksheet.NAME.schema.json.",
        ),
    ] = "desk",
) -> None:
    """Print the JSON Schema of a worksheet: completion and checking while you type.

    Editors with a TOML extension (Even Better TOML, Tombi, taplo) use it.

    Example: factcheck schema -o worksheets/worksheet.schema.json
    """
    from factcheck import desk, worksheet
    from factcheck.errors import DeskError
    from factcheck.report.json_schema import schema_text as report_schema

    scales = desk.of(out.parent if out else Path()).scales
    if scale not in scales:
        raise DeskError(f"no scale is called {scale}", f"known: {', '.join(scales)}")
    text = report_schema() if of_report else worksheet.schema_text(scales[scale])
    if out is None:
        typer.echo(text, nl=False)
        return
    if kept := worksheet.renew(out, text):
        typer.echo(f"kept the old file as {kept}", err=True)
    typer.echo(f"wrote {out}", err=True)
