"""Words of the Markdown report: verdicts, references, ids, each escaped."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.report import wording
from factcheck.report.commonmark import URL, address, escape
from factcheck.report.record import Citation, Item, State


def verdict(item: Item) -> str:
    """The verdict of ``item`` as a person reads it."""
    return word(item.assertion.verdict, item.state)


def word(name: str, state: State) -> str:
    """A verdict as a person reads it."""
    return escape(wording.verdict(name, state))


def reference(name: str) -> str:
    """The id or the address of a source."""
    return address(name) if URL.fullmatch(name) else escape(name)


def cited(citation: Citation) -> str:
    """One piece of evidence on one line."""
    text = reference(citation.reference)
    if name := wording.named(citation.source):
        text = f"\\[{text}\\] {escape(name)}"
    if not citation.known:
        text += " (not described in the worksheet)"
    text += "".join(f", {escape(part)}" for part in (citation.locator, citation.stance) if part)
    return text + (f": “{escape(citation.passage)}”" if citation.passage.strip() else "")


def ids(names: Iterable[str]) -> str:
    """Ids, in ranges where they follow one another."""
    return listed(wording.ranges(names))


def listed(names: Iterable[str]) -> str:
    """Words with commas between."""
    return ", ".join(map(escape, names))
