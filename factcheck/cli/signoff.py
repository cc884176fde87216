"""``factcheck signoff``: a person lets a piece go."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli import options


def signoff(
    path: Annotated[Path, typer.Argument(metavar="WORKSHEET", help="The worksheet.")],
    by: Annotated[str, typer.Option(metavar="NAME", help="Who signs.")],
    role: Annotated[
        str, typer.Option(metavar="WORD", help="As what: checker, editor, lawyer …")
    ] = "",
    policy: options.Policy = "",
) -> None:
    """Sign a piece off. Refused while check has errors or a high-priority assertion is open.

    Writes [signoff] with the hashes of the article and of all verdicts. Any later change of either
    makes it void: check and report say so. Notes may still be added.

    Exit code 0: signed, or signed already by the same person. 1: refused; nothing was written.
    2: the worksheet cannot be read whole, or cannot be written.

    Example: factcheck signoff worksheets/bridge.toml --by "Ada Quill" --role editor
    """
    from factcheck import console, signing

    done = signing.sign(path, by, role, policy=policy)
    console.signed(done)
    if done.obstacles:
        raise typer.Exit(1)
