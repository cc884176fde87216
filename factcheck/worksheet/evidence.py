"""An entry of ``evidence`` written as a plain string: an address, or the id of a source."""

from __future__ import annotations

import re

from factcheck.model import Evidence

# Two letters or more before the colon, so that the drive of a Windows path is no scheme.
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|www\.|\S*/")


def from_string(text: str) -> Evidence:
    """What ``text`` stands for: an address if it looks like one, else the id of a source."""
    if _ADDRESS.match(text):
        return Evidence(url=text)
    return Evidence(source=text)


def bare(evidence: Evidence) -> str:
    """The string that :func:`from_string` reads as ``evidence``, or ``""`` if there is none."""
    word = evidence.reference
    return word if word and from_string(word) == evidence else ""
