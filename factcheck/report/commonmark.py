"""Pieces of CommonMark: words escaped, addresses, quotations, lists, tables.

Every word of an article or a worksheet is escaped: it shows as it was written and never becomes
markup, HTML, an entity, a link or a formula. Stretches of spaces become one, as Markdown has it; control
characters are made visible. What a particular site does after rendering (it may make something of
``@name``, ``:smile:`` or an e-mail address) cannot be escaped away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from factcheck.checks.characters import visible

_MARKUP = re.compile(
    r"[\\`*_\[\]<>&|~#$]|(?<=http):|(?<=https):|(?<=ftp):|(?<=www)\.", re.IGNORECASE
)
_BLOCK_START = re.compile(r"[-+=:]|\d{1,9}(?=[.)])")
URL = re.compile(r"https?://[^\s<>\\]+", re.IGNORECASE)
_HASH = re.compile(r"[0-9a-f]{64}")


def escape(text: str) -> str:
    """``text`` on one line, as Markdown that shows exactly its words."""
    flat = " ".join(re.split("[ \t\n]+", visible(text))).strip(" ")
    escaped = _MARKUP.sub(lambda m: "\\" + m.group(), flat)
    start = _BLOCK_START.match(escaped)
    if start is None:
        return escaped
    if escaped[0].isdigit():
        return f"{start.group()}\\{escaped[start.end() :]}"
    return "\\" + escaped


def address(place: str) -> str:
    """A web address as a link, a hash as code, anything else as words: no other scheme links."""
    if URL.fullmatch(place) and visible(place) == place:
        return f"<{place}>"
    return f"`{place}`" if _HASH.fullmatch(place) else escape(place)


def quote(text: str) -> str:
    """``text`` as a block quotation, its own lines kept."""
    shown = [escape(line) for line in visible(text).split("\n")]
    return "\n>\n".join(f"> {line}" for line in shown if line) or "> (no words)"


def named(name: str, text: str) -> str:
    """``name`` in bold, then ``text``; both escaped."""
    bold = escape(name.strip())
    return f"**{bold}** {escape(text)}" if bold else escape(text)


def bullets(entries: Iterable[str], indent: str = "") -> str:
    """``entries``, Markdown already, as a list; nothing for none."""
    return "\n".join(f"{indent}- {entry}" for entry in entries)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], numbers: set[int]) -> str:
    """A table of cells that are Markdown already; the columns of ``numbers`` are right-aligned."""
    rule = ("---:" if column in numbers else "---" for column in range(len(heads)))
    return "\n".join(f"| {' | '.join(row)} |" for row in (heads, rule, *rows))
