"""The command line: parse, call, print, exit. One short module a command."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from factcheck.cli import (
    add,
    check,
    git_setup,
    init,
    merge,
    report,
    schema,
    signoff,
    sources,
    status,
    update,
)

app = typer.Typer(
    name="factcheck",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=(
        "Number every checkable assertion of a news article, fill in verdicts and evidence in "
        "your own editor, compile the memo that an editor acts on.\n\n"
        "Everything happens on this machine. Exit codes: 0 clean, 1 findings, 2 cannot run, "
        "3 a bug of ours, 130 interrupted."
    ),
)
app.command("init")(init.init)
app.command("check")(check.check)
app.command("status")(status.status)
app.command("report")(report.report)
app.command("add")(add.add)
app.command("update")(update.update)
app.command("merge")(merge.merge)
app.add_typer(sources.app, name="sources")
app.command("signoff")(signoff.signoff)
app.command("git-setup")(git_setup.git_setup)
app.command("textconv", hidden=True)(git_setup.textconv)
app.command("schema")(schema.schema)


def _version(wanted: bool) -> None:
    if wanted:
        from factcheck import __version__

        typer.echo(f"factcheck {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run the command line and leave with its exit code."""
    from factcheck.errors import FactcheckError

    try:
        app()
    except FactcheckError as error:
        from factcheck import console

        console.fail(error)
        sys.exit(2)
    except Exception as error:  # noqa: BLE001 - the last resort, by design
        from factcheck import console

        console.bug(error)
        sys.exit(3)
