"""The terminal itself: how lines reach it, and their looks."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from factcheck.report.typography import Line

if TYPE_CHECKING:
    from rich.console import Console


STYLES = {
    "title": "bold",
    "heading": "bold",
    "strong": "bold",
    "muted": "dim",
    "faint": "dim",
    "rule": "dim",
    "id": "bold",
    "source": "cyan",
    "high": "bold",
    "was": "red underline",
    "now": "green underline",
    "confirmed": "green",
    "fix": "red",
    "unconfirmed": "yellow",
    "not-checkable": "blue",
    "unrecognised": "magenta",
    "clear": "bold reverse green",
    "clear-after-fixes": "bold reverse yellow",
    "hold": "bold reverse red",
    "error": "red",
    "warning": "yellow",
}
"""The look of each role that :mod:`factcheck.report.terminal` names; another role is plain."""


def document(text: str | bytes) -> None:
    """Put a document on stdout: as it is on a terminal, as UTF-8 into a file or a pipe."""
    if isinstance(text, bytes):
        sys.stdout.flush()
        sys.stdout.buffer.write(text)
        sys.stdout.buffer.flush()
        return
    if sys.stdout.isatty():
        put(text)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


def paint(lines: Iterable[Line], screen: Console) -> str:
    """``lines`` as one string with the colours that ``screen`` shows.

    Built by hand: Rich would measure and wrap each line again, which takes seconds for a long
    record.
    """
    marks = _marks(screen)
    plain = ("", "")
    painted = []
    for line in lines:
        parts = []
        for text, role in line:
            before, after = marks.get(role, plain)
            parts.append(f"{before}{text}{after}" if text else "")
        painted.append("".join(parts).rstrip(" "))
    return "\n".join(painted) + "\n"


def _marks(screen: Console) -> dict[str, tuple[str, str]]:
    """Role → what turns its look on and off; nothing for a pipe or a terminal without colours."""
    from rich.color import ColorSystem
    from rich.style import Style

    if screen.color_system is None or screen.legacy_windows:
        return {}
    marks = {}
    for role, look in STYLES.items():
        style = Style.parse(look)
        if screen.no_color:
            style = style.without_color
        before, _, after = style.render("|", color_system=ColorSystem.STANDARD).partition("|")
        marks[role] = (before, after)
    return marks


def put(text: str) -> None:
    """Write to stdout; what its encoding does not have becomes a question mark."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding))
    sys.stdout.flush()


def say(*parts: str | tuple[str, str]) -> None:
    """One line on stderr, however long; parts may have a style."""
    from rich.console import Console
    from rich.text import Text

    line: Text = Text.assemble(*parts)
    Console(stderr=True).print(line, soft_wrap=True, highlight=False)
