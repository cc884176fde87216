"""``factcheck init``: an article in, a worksheet out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer


def day(text: str) -> dt.date:
    """The day that ``--date`` names."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(
            f"{text} is no day in the form YYYY-MM-DD, such as 2024-06-30"
        ) from None


def _scales() -> list[str]:
    from factcheck.scales import SCALES

    return list(SCALES)


def init(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="ARTICLE",
            help="An article (txt, md, html, docx, odt, rtf, pdf), a folder of them, a web "
            "address, or - for standard input.",
        ),
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help="The worksheet (a .toml file), or a folder for it. [worksheets/]",
        ),
    ] = None,
    title: Annotated[str, typer.Option(metavar="TEXT", help="The headline.")] = "",
    byline: Annotated[str, typer.Option(metavar="TEXT", help="Who wrote it.")] = "",
    date: Annotated[
        dt.date | None,
        typer.Option(
            parser=day,
            metavar="YYYY-MM-DD",
            help='The day it was or will be published; "Sunday" and "last year" are read from it.',
        ),
    ] = None,
    url: Annotated[str, typer.Option(metavar="URL", help="Where it was published.")] = "",
    scale: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="The scale of verdicts: desk, politifact, snopes, africa-check, averitec, or one of "
            "factcheck.toml. [what factcheck.toml says, else desk]",
            autocompletion=_scales,
            show_default=False,
        ),
    ] = "",
    keep_all: Annotated[
        bool, typer.Option("--keep-all", help="Number every sentence, set none aside.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Number only what surely states a fact.")
    ] = False,
    force: Annotated[
        bool,
        typer.Option("--force", help="Replace a worksheet; the old one is kept as NAME.1.bak."),
    ] = False,
) -> None:
    """Number the checkable assertions of an article and write a worksheet.

    Example: factcheck init seeds/000_f774619cc8fce55b.txt
    """
    from factcheck import articles, console, desk, drafting
    from factcheck.errors import FactcheckError

    if keep_all and strict:
        raise typer.BadParameter("--keep-all and --strict exclude one another; give one of them")
    drafting.accept(out)
    rules = desk.of(drafting.folder_of(out))
    wanted = [each for source in sources for each in articles.expand(source)]
    if len(wanted) > 1 and out is not None and drafting.names_worksheet(out):
        raise typer.BadParameter("one worksheet cannot hold several articles; name a folder")
    done: dict[Path, str] = {}
    failed = 0
    for source in console.progress(wanted):
        try:
            made = drafting.draft(
                source,
                title=title,
                byline=byline,
                published=date,
                url=url,
                scale=scale,
                rules=rules,
                mesh="all" if keep_all else "strict" if strict else "usual",
            )
            path = drafting.destination(source, made.worksheet.article.title, out)
            drafting.keep_apart(source, path, done)
            kept = drafting.save(made, path, force=force)
            done[path] = source
        except FactcheckError as error:
            if len(wanted) == 1:
                raise
            console.fail(error)
            failed += 1
        else:
            console.inventory(made.found, made.article, made.seconds, path, kept=kept)
    if len(wanted) > 1:
        console.summary(len(wanted) - failed, failed)
    if failed:
        raise typer.Exit(2)
