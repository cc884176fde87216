"""``factcheck check``: the desk's rules as a linter."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import options

if TYPE_CHECKING:
    from factcheck.model import Finding


def _formats() -> list[str]:
    from factcheck.checks import formats

    return list(formats.FORMATS)


def _rules() -> list[str]:
    from factcheck import checks

    return list(checks.RULES)


def check(
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
            metavar="text|json|github",
            help="text for people, json for programs, github for annotations in GitHub Actions.",
            autocompletion=_formats,
        ),
    ] = "text",
    notes: Annotated[
        bool | None,
        typer.Option(
            "--notes/--no-notes",
            help="Show notes, such as what is unchecked, one by one. [only with --format json]",
            show_default=False,
        ),
    ] = None,
    explain: Annotated[
        str,
        typer.Option(
            metavar="RULE",
            help="Print a rule's manual and leave.",
            autocompletion=_rules,
            show_default=False,
        ),
    ] = "",
    rules: Annotated[bool, typer.Option("--rules", help="List the rules and leave.")] = False,
    policy: options.Policy = "",
) -> None:
    """Check worksheets against the desk's rules: file, line, what is wrong, what to do.

    Exit code 0: nothing but notes. 1: errors or warnings. 2: a worksheet could not be read.

    Example: factcheck check worksheets/bridge.toml
    """
    from factcheck import checking, checks, worksheet
    from factcheck.checks import formats
    from factcheck.errors import DeskError, WorksheetError

    if style not in formats.FORMATS:
        raise typer.BadParameter(f"{style!r} is none of {', '.join(formats.FORMATS)}")
    if rules or explain:
        typer.echo(_manual(explain) if explain else formats.rules(checks.RULES.values()), nl=False)
        return
    findings: list[Finding] = []
    failed = 0
    paths = worksheet.find(worksheets or [])
    for path in paths:
        try:
            findings.extend(checking.check(worksheet.read(path), policy=policy))
        except (DeskError, WorksheetError) as error:
            from factcheck import console

            console.fail(error)
            failed += 1
    shown = findings if notes or (notes is None and style == "json") else formats.faults(findings)
    if style == "text":
        cells, wrap = formats.room(sys.stdout)
        colour = formats.colourful(sys.stdout)
        typer.echo(formats.text(shown, colour=colour, cells=cells, wrap=wrap), nl=False)
    else:
        typer.echo(formats.FORMATS[style](shown), nl=False)
    if len(paths) > failed:
        typer.echo(formats.summary(findings, len(paths) - failed), err=True)
    if failed or formats.faults(findings):
        raise typer.Exit(2 if failed else 1)


def _manual(name: str) -> str:
    from factcheck import checks
    from factcheck.worksheet.slips import suggest

    rule = checks.RULES.get(name)
    if rule is None:
        raise typer.BadParameter(f"there is no rule {name!r}; {suggest(name, checks.RULES)}")
    return f"{rule.id} ({rule.severity})\n\n{rule.manual}\n"
