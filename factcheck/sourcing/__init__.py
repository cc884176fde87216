"""The sources of a worksheet: listed with what rests on them, described, saved.

:func:`sources` tells what rests on each and what is missing, :func:`add` makes a source of an address that is
evidence, :func:`save` fetches the pages and keeps them.
"""

from __future__ import annotations

from factcheck.sourcing.adding import Added, add, undescribed
from factcheck.sourcing.listing import Listed, Listing, document, sources
from factcheck.sourcing.saving import Kept, Manners, Saved, save

__all__ = [
    "Added",
    "Kept",
    "Listed",
    "Listing",
    "Manners",
    "Saved",
    "add",
    "document",
    "save",
    "sources",
    "undescribed",
]
