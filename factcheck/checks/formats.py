"""Findings as text for a terminal, as JSON for programs, as annotations for GitHub."""

from __future__ import annotations

import json as jsonlib
import os
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TextIO

from factcheck.checks.characters import fold, head, tail, visible, width
from factcheck.model import SEVERITIES, Finding

if TYPE_CHECKING:
    from factcheck.checks import Rule

VERSION = 1
"""Version of the JSON that :func:`json` gives."""

WIDEST = 100
"""Cells that an excerpt takes at most; a paragraph of a snapshot is one long line."""

_INDENT = "    "
_UNCOUNTED = ("unchecked",)
_COLOURS = {"error": "31", "warning": "33", "note": "36"}
_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def text(
    findings: Iterable[Finding], *, colour: bool = False, cells: int = WIDEST, wrap: bool = False
) -> str:
    """A line for each finding, ``file:line:column: severity: message [rule]``.

    Below it stand the line itself with a caret, and the hint. ``colour`` adds ANSI colours.
    The line itself is cut to ``cells`` cells, at most ``WIDEST``; with ``wrap`` the words are
    wrapped to ``cells``, which a person reads better and a program worse.
    """
    return "".join(_finding(each, cells, colour=colour, wrap=wrap) for each in findings)


def _finding(finding: Finding, cells: int, *, colour: bool, wrap: bool) -> str:
    place = f"{_on_a_line(finding.path)}:{finding.line}:{finding.column}:"
    severity = _painted(finding.severity, _COLOURS[finding.severity], colour=colour)
    rule = _painted(f"[{finding.rule}]", "2", colour=colour)
    lines = [f"{place} {severity}: {_on_a_line(finding.message)} {rule}"]
    hints = [f"{_INDENT}hint: {_on_a_line(finding.hint)}"] if finding.hint else []
    if wrap:
        lines = [fold(line, cells, _INDENT) for line in lines]
        hints = [fold(line, cells, _INDENT + "      ") for line in hints]
    if finding.excerpt.strip():
        room = max(min(cells, WIDEST) - len(_INDENT), 16)
        shown, caret = _window(finding.excerpt, finding.column - 1, room)
        lines += [_INDENT + shown, _INDENT + " " * caret + _painted("^", "32", colour=colour)]
    return "\n".join([*lines, *hints]) + "\n"


def _painted(words: str, code: str, *, colour: bool) -> str:
    return f"\x1b[{code}m{words}\x1b[0m" if colour else words


def _window(line: str, column: int, room: int) -> tuple[str, int]:
    """What of ``line`` around ``column`` fits in ``room`` cells, and how far into it that is."""
    before, after = _on_a_line(line[:column]), _on_a_line(line[column:])
    if width(before) + width(after) > room and width(before) > room // 2:
        left = max(room // 3, room - 1 - width(head(after, room)))
        before = "…" + tail(before, left - 1)
    left = room - width(before)
    if width(after) > left:
        after = head(after, left - 1) + "…"
    return before + after, width(before)


def _on_a_line(words: str) -> str:
    """``words`` made visible, their line ends too."""
    return visible(words).replace("\t", " ").replace("\n", "␊")


def json(findings: Iterable[Finding]) -> str:
    """One JSON object: its ``version``, all ``findings``, and ``counts`` by severity."""
    rows = [
        {name: _encodable(getattr(each, name)) for name in Finding.__dataclass_fields__}
        for each in findings
    ]
    counted = Counter(row["severity"] for row in rows)
    counts = {severity: counted[severity] for severity in SEVERITIES}
    document = {"version": VERSION, "findings": rows, "counts": counts}
    return jsonlib.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _encodable(value: str | int) -> str | int:
    # The name of a file may hold bytes that are no UTF-8.
    return value if isinstance(value, int) else re.sub("[\ud800-\udfff]", "\ufffd", value)


def github(findings: Iterable[Finding]) -> str:
    """A workflow command for each finding, which GitHub Actions shows beside the line.

    Escaped as in "Workflow commands for GitHub Actions": %, CR and LF everywhere, and in
    properties also : and the comma.
    """
    return "".join(map(_command, findings))


def _command(finding: Finding) -> str:
    properties = ",".join(
        f"{name}={_data(str(value)).replace(':', '%3A').replace(',', '%2C')}"
        for name, value in (
            ("file", finding.path),
            ("line", finding.line),
            ("col", finding.column),
            ("title", finding.rule),
        )
    )
    words = finding.message + (f"\nhint: {finding.hint}" if finding.hint else "")
    return f"::{_COMMANDS[finding.severity]} {properties}::{_data(words)}\n"


def _data(words: str) -> str:
    lines = "\n".join(map(_on_a_line, words.split("\n")))
    return lines.replace("%", "%25").replace("\n", "%0A")


def faults(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that are more than a note."""
    return [each for each in findings if each.severity != "note"]


def rules(rules: Iterable[Rule]) -> str:
    """A line for each rule: its id, its severity and what it objects to."""
    rows = [(rule.id, rule.severity, rule.summary) for rule in rules]
    width = max(len(name) for name, _, _ in rows)
    return "".join(f"{name:{width}}  {severity:7}  {words}\n" for name, severity, words in rows)


def colourful(stream: TextIO) -> bool:
    """Whether colours are welcome on ``stream``: a terminal, and NO_COLOR is not set."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def room(stream: TextIO) -> tuple[int, bool]:
    """How many cells ``text`` may fill on ``stream``, and whether its words wrap: on a terminal."""
    return shutil.get_terminal_size((WIDEST, 24)).columns, stream.isatty()


def summary(findings: Sequence[Finding], files: int) -> str:
    """One line: how many errors and warnings in how many files, and the notes by their rule."""
    counts = Counter(each.severity for each in findings)
    notes = Counter(each.rule for each in findings if each.severity == "note")
    faults = [
        f"{counts[severity]} {severity}{'' if counts[severity] == 1 else 's'}"
        for severity in ("error", "warning")
        if counts[severity]
    ]
    where = "1 worksheet" if files == 1 else f"{files} worksheets"
    parts = [f"{where}: {', '.join(faults) or 'no errors'}", *_notes(notes)]
    return "; ".join(parts)


def _notes(notes: Mapping[str, int]) -> list[str]:
    return [f"{number} {_called(rule, number)}" for rule, number in sorted(notes.items())]


def _called(rule: str, number: int) -> str:
    words = rule.replace("-", " ")
    several = words + "s" if not words.endswith("y") else words[:-1] + "ies"
    return words if number == 1 or words in _UNCOUNTED else several


FORMATS: dict[str, Callable[[Iterable[Finding]], str]] = {
    "text": text,
    "json": json,
    "github": github,
}
"""Every format by its name."""
