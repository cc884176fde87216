"""The rules of a house, from the nearest ``factcheck.toml``: its policy, its scales, who owns whom."""

from __future__ import annotations

from pathlib import Path

from factcheck import worksheet
from factcheck.desk import reading
from factcheck.desk.policy import NO_POLICY, PRESETS, SWITCHES, Desk, Owner, Policy, Publisher
from factcheck.errors import DeskError
from factcheck.scales import Scale
from factcheck.worksheet.slips import suggest

__all__ = [
    "NO_POLICY",
    "PRESETS",
    "SWITCHES",
    "Desk",
    "Owner",
    "Policy",
    "Publisher",
    "of",
    "put_schema",
]


def of(folder: str | Path, policy: str = "") -> Desk:
    """The rules that hold for the worksheets of ``folder``: the nearest ``factcheck.toml`` upward.

    ``policy`` wins over it: the name of a preset, ``none``, or the path of another such file. Raises
    DeskError if there is no such policy, or for anything that is wrong in the file.
    """
    if policy.endswith(".toml"):
        return reading.read(policy)
    if policy and policy not in (*PRESETS, NO_POLICY):
        known = (*PRESETS, NO_POLICY)
        raise DeskError(
            f"there is no policy {policy!r}",
            f"{suggest(policy, known)}, or the path of a .toml file",
        )
    found = reading.find(folder)
    desk = reading.read(found) if found else Desk()
    return desk.under(policy) if policy else desk


def put_schema(folder: Path, scale: Scale) -> None:
    """Write the schema of worksheets of ``scale`` to ``folder``, under the name that their first line has.

    A scale without verdicts is one that nobody described: there is nothing to write. Raises
    WorksheetError if it cannot be written.
    """
    if scale.verdicts:
        name = worksheet.schema_file(scale.name)
        worksheet.renew(folder / name, worksheet.schema_text(scale))
