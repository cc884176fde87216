"""Options that several commands have."""

from __future__ import annotations

from typing import Annotated

import typer


def _policies() -> list[str]:
    from factcheck.desk import NO_POLICY, PRESETS

    return [*PRESETS, NO_POLICY]


Policy = Annotated[
    str,
    typer.Option(
        "--policy",
        metavar="NAME|FILE",
        help="What verdicts have to rest on: one, two-independent, primary-or-three, none, or a .toml "
        "file. [the nearest factcheck.toml, from the worksheet's folder upward]",
        autocompletion=_policies,
        show_default=False,
    ),
]
