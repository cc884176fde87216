"""Fact-check worksheets: number every assertion, fill in verdicts, compile the memo."""

from __future__ import annotations

__version__ = "0.1.0"
