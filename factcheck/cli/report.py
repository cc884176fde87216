"""``factcheck report``: worksheets in, the documents for everybody else out."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli import options


def _formats() -> list[str]:
    from factcheck.report import NAMES

    return list(NAMES)


def report(
    sources: Annotated[
        list[Path], typer.Argument(metavar="WORKSHEET...", help="The worksheet, or several.")
    ],
    style: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="NAME",
            help="terminal, markdown, html, memo (the corrections alone), csv, docx, json or "
            "claimreview. [what the suffix of -o asks for, else terminal]",
            autocompletion=_formats,
            show_default=False,
        ),
    ] = "",
    out: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help="Write to a file (.md, .html, .csv, .docx, .json, .jsonld, .txt), or several to a "
            "folder. An earlier report is replaced, a worksheet or the article never.",
            show_default=False,
        ),
    ] = None,
    public: Annotated[
        bool,
        typer.Option(
            "--public",
            help="For everybody: without sources that are not on the record, notes marked private: "
            "and paths of files.",
        ),
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Replace a file even if it is not a report.")
    ] = False,
    policy: options.Policy = "",
) -> None:
    """Compile a worksheet into the memo that an editor acts on, or into another document.

    It says first whether the piece is clear, clear after fixes, or on hold and why; then what must
    change, what could not be confirmed, what is open, and the whole record line by line. On a
    terminal it is as wide as that, up to 100 columns: longer lines are hard to read. html is one file with
    the article underlined, to filter, search and print. Several worksheets make a file each in the
    folder -o, and as html an index.

    Exit code 0: made, whatever it says; factcheck check is the one that judges. 2: a worksheet cannot
    be read, or a file cannot be written.

    Example: factcheck report worksheets/bridge.toml -o bridge.html
    """
    from factcheck import checking, console
    from factcheck import report as reports

    look = partial(checking.look, policy=policy)
    if len(sources) > 1 or sources[0].is_dir() or (out is not None and out.is_dir()):
        _site(sources, style, out, public=public, force=force, policy=policy)
        return
    (source,) = sources
    name = reports.choose(style, out, reports.NAMES)
    compiled = reports.read(source, look)
    if (public or name == "claimreview") and compiled.standing.outcome == "hold":
        console.warn(
            ["the piece is on hold; factcheck report says why. Nothing of it should go out"]
        )
    if public:
        compiled = reports.public(compiled)
    if out is not None:
        document = reports.make(name, compiled)
        reports.save(out, document, keep=(source, Path(compiled.article.source)), force=force)
        console.wrote(out)
    elif name == "terminal":
        console.show(compiled)
    else:
        console.document(reports.make(name, compiled))


def _site(
    sources: list[Path], style: str, out: Path | None, *, public: bool, force: bool, policy: str
) -> None:
    from factcheck import checking, console, worksheet
    from factcheck import report as reports
    from factcheck.report import site

    if out is None:
        raise typer.BadParameter("several worksheets go to a folder: -o FOLDER", param_hint="-o")
    done = site.write(
        worksheet.find(sources),
        out,
        reports.choose(style or "html", None, reports.NAMES),
        partial(checking.look, policy=policy),
        public=public,
        force=force,
    )
    for path in done.written:
        console.wrote(path)
    for error in done.errors:
        console.fail(error)
    if done.errors:
        raise typer.Exit(2)
