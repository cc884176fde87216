"""The desk's rules on a worksheet and on the saved copies beside it: what ``factcheck check`` does."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from factcheck import checks
from factcheck.copies import SavedCopies
from factcheck.model import Finding
from factcheck.worksheet import Document


def check(document: Document, today: dt.date | None = None) -> tuple[Finding, ...]:
    """Everything that the rules find in ``document``, sorted by place.

    Saved copies are looked for from the folder of its path. ``today`` is the day on which it is checked.
    """
    return checks.run(document, today, copies=SavedCopies(Path(document.path).parent))
