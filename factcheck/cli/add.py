"""``factcheck add``: a passage of the article becomes an assertion."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer


def add(
    sheet: Annotated[Path, typer.Argument(metavar="WORKSHEET", help="The worksheet.")],
    words: Annotated[
        str,
        typer.Argument(
            metavar="WORDS",
            help="The article's exact words, or - to read them from standard input. Quotation "
            "marks, dashes and blanks may differ.",
        ),
    ],
    nth: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="Which place is meant, from 1.", show_default=False),
    ] = None,
    within: Annotated[
        str,
        typer.Option(
            "--in",
            metavar="ID",
            help="The assertion to split. [the smallest that holds the words]",
            show_default=False,
        ),
    ] = "",
    layer: Annotated[
        str, typer.Option(metavar="WORD", help="narration, said or content.", show_default=False)
    ] = "",
    kind: Annotated[
        str,
        typer.Option(metavar="WORD", help="Such as statistic or event.", show_default=False),
    ] = "",
    speaker: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who said it.", show_default=False)
    ] = None,
    priority: Annotated[
        str, typer.Option(metavar="WORD", help="high, normal or low.", show_default=False)
    ] = "",
) -> None:
    """Number a passage by hand: promote one that was set aside, or split an assertion.

    Words inside assertion 7 become 7a, then 7b, with the layer, kind, speaker and priority of 7
    unless you say otherwise; 7 stays as it is, and no verdict is copied. Words in a sentence that
    was set aside, or that no assertion has, get the next number; the sentence is no longer listed
    as set aside once all of it is numbered. Nothing else in the file changes.

    Exit code 0: added. 2: the words are not in the article, stand there several times or are
    numbered already; or the worksheet cannot be read, or changed meanwhile.

    Example: factcheck add worksheets/bridge.toml "the bridge opened in 2019"
    """
    from factcheck import adding, console

    if words == "-":
        words = sys.stdin.read()
    added = adding.add(
        sheet,
        words,
        nth=nth,
        within=within,
        layer=layer,
        kind=kind,
        speaker=speaker,
        priority=priority,
    )
    console.added(added)
