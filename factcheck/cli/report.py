"""``factcheck report``: a worksheet in, the memo for the editor out."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli import options


def _formats() -> list[str]:
    from factcheck.report import FORMATS

    return list(FORMATS)


def report(
    source: Annotated[Path, typer.Argument(metavar="WORKSHEET", help="The worksheet.")],
    style: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="terminal|markdown|json",
            help="The format. [what the suffix of -o asks for, else terminal]",
            autocompletion=_formats,
            show_default=False,
        ),
    ] = "",
    out: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write to FILE (.md, .json, .txt). An earlier report is replaced, a worksheet or "
            "the article never.",
            show_default=False,
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Replace FILE even if it is not a report.")
    ] = False,
    policy: options.Policy = "",
) -> None:
    """Compile a worksheet into the memo that an editor acts on.

    It says first whether the piece is clear, clear after fixes, or on hold and why; then what must
    change, what could not be confirmed, what is open, and the whole record line by line. It is as
    wide as the terminal, up to 100 columns: longer lines are hard to read.

    Exit code 0: the memo was made, whatever it says; factcheck check is the one that judges.
    2: the worksheet cannot be read, or FILE cannot be written.

    Example: factcheck report worksheets/bridge.toml -o bridge.md
    """
    from factcheck import checking, console
    from factcheck import report as reports

    name = reports.choose(style, out, reports.FORMATS)
    compiled = reports.read(source, partial(checking.look, policy=policy))
    if out is not None:
        document = reports.FORMATS[name](compiled)
        reports.save(out, document, keep=(source, Path(compiled.article.source)), force=force)
        console.wrote(out)
    elif name == "terminal":
        console.show(compiled)
    else:
        console.document(reports.FORMATS[name](compiled))
