"""The house's rules on a worksheet and on the saved copies beside it: what ``factcheck check`` does."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from factcheck import checks, desk
from factcheck.copies import SavedCopies
from factcheck.desk import Desk
from factcheck.model import Finding
from factcheck.worksheet import Document


def check(
    document: Document, today: dt.date | None = None, *, policy: str = ""
) -> tuple[Finding, ...]:
    """Everything that the rules find in ``document``, sorted by place.

    Saved copies and ``factcheck.toml`` are looked for from the folder of its path. ``today`` is the day on
    which it is checked; ``policy`` wins over the house's, see :func:`factcheck.desk.of`. Raises DeskError.
    """
    return look(document, today, policy=policy)[0]


def look(
    document: Document, today: dt.date | None = None, *, policy: str = ""
) -> tuple[tuple[Finding, ...], Desk]:
    """What :func:`check` finds, and the rules of the house that it went by."""
    folder = Path(document.path).parent
    rules = desk.of(folder, policy)
    return checks.run(document, today, copies=SavedCopies(folder), desk=rules), rules
