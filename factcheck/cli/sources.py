"""``factcheck sources``: the sources of a worksheet, listed, described, saved."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from factcheck.cli import options

Worksheet = Annotated[Path, typer.Argument(metavar="WORKSHEET", help="The worksheet.")]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Fetch from private networks and this machine.")
]


class _ListFirst(TyperGroup):
    """A group in which the name of no command is the first argument of ``list``."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # click, or typer's copy of it
        if args and args[0] not in self.commands:
            # Two words, and the first no file: a command misspelt, which is told as such.
            if len(args) > 1 and not args[1].startswith("-") and not Path(args[0]).exists():
                return super().resolve_command(ctx, args)
            args = ["list", *args]
        return super().resolve_command(ctx, args)


app = typer.Typer(
    cls=_ListFirst,
    no_args_is_help=True,
    rich_markup_mode=None,
    help=(
        "List the sources of a worksheet, what rests on each and what is missing; describe and save "
        "them.\n\nfactcheck sources WORKSHEET is short for factcheck sources list WORKSHEET.\n\n"
        "Example: factcheck sources worksheets/bridge.toml"
    ),
)


@app.command("list")
def listed(
    path: Worksheet,
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
    """List each source with its tier, what falls if it falls, and what its record lacks.

    Addresses that are evidence and that no [[source]] describes come last.

    Exit code 0: listed, whatever is missing. 2: the worksheet cannot be read.

    Example: factcheck sources worksheets/bridge.toml
    """
    from factcheck import console, sourcing

    if style not in {"text", "json"}:
        raise typer.BadParameter(f"{style!r} is none of text, json")
    listing = sourcing.sources(path, rules=policy)
    if style == "json":
        console.document(sourcing.document(listing))
    else:
        console.listed(listing)


@app.command("add")
def add(
    path: Worksheet,
    urls: Annotated[
        list[str] | None, typer.Argument(metavar="URL", help="Addresses of pages.")
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Every address that is evidence and no source yet.")
    ] = False,
    identity: Annotated[
        str, typer.Option("--id", metavar="NAME", help="Its id, for one URL. [s1, s2 …]")
    ] = "",
    kind: Annotated[str, typer.Option(metavar="WORD", help="web-page, document, dataset …")] = "",
    tier: Annotated[str, typer.Option(metavar="WORD", help="primary or secondary.")] = "",
    title: Annotated[str, typer.Option(metavar="WORDS", help="What it is called.")] = "",
    file: Annotated[
        Path | None,
        typer.Option(
            help="A copy that you saved by hand, or without a URL a document or recording of your "
            "own. Its title, author and date are read."
        ),
    ] = None,
    fetch: Annotated[
        bool, typer.Option("--save", help="Fetch and save the page too, as sources save does.")
    ] = False,
    allow_private: AllowPrivate = False,
) -> None:
    """Describe addresses, or a file, as sources; evidence that names an address then rests on its source.

    Nothing is fetched without --save, and nothing that you typed changes: the new [[source]] stands
    below the others. A name and password in an address are left out.

    Exit code 0: added. 1: added, and a page could not be saved. 2: no such address or file, it is
    described already, or the worksheet cannot be read whole; nothing was written.

    Example: factcheck sources add worksheets/bridge.toml https://council.example/minutes --tier primary
    """
    from factcheck import console, sourcing

    wanted = [*(urls or []), *(sourcing.undescribed(path) if every else ())]
    if not wanted and not every and file is None:
        raise typer.BadParameter(
            "name an address, all of them with --all, or a file with --file", param_hint="URL"
        )
    if len(wanted) > 1 and (identity or title or file):
        raise typer.BadParameter("--id, --title and --file are for one source")
    made = [
        sourcing.add(path, url, identity=identity, kind=kind, tier=tier, title=title, file=file)
        for url in dict.fromkeys(wanted or ([""] if file else []))
    ]
    console.sources_added(path, made)
    online = [each.source.id for each in made if each.source.url]
    if fetch and online:
        _save(path, online, allow_private=allow_private)


@app.command("save")
def save(
    path: Worksheet,
    ids: Annotated[
        list[str] | None,
        typer.Argument(metavar="ID", help="Sources. [all that have a url and no saved copy]"),
    ] = None,
    again: Annotated[
        bool, typer.Option("--again", help="Those that have a copy too: has the page changed?")
    ] = False,
    take_new: Annotated[
        bool,
        typer.Option(
            "--take-new", help="Where a page has changed, name the new copy in the worksheet."
        ),
    ] = False,
    archive: Annotated[
        bool,
        typer.Option(
            "--archive",
            help="Ask the Wayback Machine for a capture too; it is told the address and is public.",
        ),
    ] = False,
    allow_private: AllowPrivate = False,
) -> None:
    """Fetch the pages of sources and keep them in the folder evidence beside the worksheet.

    Each page or file is kept as it came, with its SHA-256; a WARC file has the whole exchange. The
    source's block gets file, sha256 and accessed, and the page's own title, author, publisher and date
    where it has none. A copy that is there stays: where a page has changed, the new one lies beside it.
    One site is asked once a second, and a page of more than 50 MB or 30 seconds is given up.

    Exit code 0: all saved. 1: something could not be saved, or a page has changed. 2: no such source,
    or the worksheet cannot be read or written.

    Example: factcheck sources save worksheets/bridge.toml s1 s3
    """
    _save(path, ids or [], again, take_new, archive, allow_private)


def _save(
    path: Path,
    ids: list[str],
    again: bool = False,
    take_new: bool = False,
    archive: bool = False,
    allow_private: bool = False,
) -> None:
    from factcheck import console, sourcing

    done = sourcing.save(
        path,
        ids,
        again=again,
        take_new=take_new,
        archive=archive,
        allow_private=allow_private,
        watch=console.progress,
    )
    console.saved(done)
    if not all(each.clean for each in done.kept):
        raise typer.Exit(1)
