"""A tree of markup to paragraphs: blocks divide, inline markup neither splits nor joins words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.articles import prose
from factcheck.articles.document import Kind, Paragraph

if TYPE_CHECKING:
    from lxml.etree import _Element

# HTML's blocks, and those of trafilatura's trees (head, list, item, quote).
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
        "head",
        "list",
        "item",
        "quote",
        "row",
    ]
)
_ROWS = frozenset({"tr", "row"})
_CELLS = frozenset({"td", "th", "cell"})
_HEADS: dict[str, Kind] = {"h1": "title", "head": "heading"}
_HEADS |= {f"h{level}": "heading" for level in range(2, 7)}
_BREAKS = frozenset({"br", "lb"})
_SPACE = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph; the cells of a row are divided by " | ".

    ``tag`` is that of the block that it stands in; ``place`` is the tags and classes of the
    innermost few, which paragraphs of the same sort share; ``kind`` is what all those around it
    make of it.
    """

    tag: str
    text: str
    place: str = ""
    kind: Kind = "prose"

    @property
    def paragraph(self) -> Paragraph:
        """What becomes of it in a document."""
        return Paragraph(self.text, self.kind)


@dataclass(slots=True)
class _Writer:
    """The paragraph that is being put together."""

    parts: list[str] = field(default_factory=list)
    open: list[tuple[str, str]] = field(default_factory=list)
    rows: int = 0
    cells: int = 0  # with words, in the present row, that do not name a column

    def add(self, text: str | None) -> None:
        if text:
            self.parts.append(_SPACE.sub(" ", text))

    def flush(self) -> Iterator[Block]:
        text = "".join(self.parts).strip(" |" if self.rows else " ")
        self.parts.clear()
        tag = self.open[-1][0] if self.open else ""
        place = " ".join(".".join(pair) for pair in self.open[-3:])
        kind = self._kind()
        yield from (Block(tag, line, place, kind) for line in prose.unbroken(text))

    def _kind(self) -> Kind:
        tags = [tag for tag, _ in self.open]
        if self.rows:
            return "row" if self.cells and "thead" not in tags else "header"
        heads = (_HEADS[tag] for tag in reversed(tags) if tag in _HEADS)
        return next(heads, "prose")


def blocks(root: _Element, *, apart: frozenset[str] = frozenset()) -> Iterator[Block]:
    """The paragraphs under ``root``, without what stands in elements called ``apart``.

    A forced line break ends a paragraph, unless a sentence goes on after it.
    """
    from lxml import etree

    writer = _Writer()
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in apart and element is not root:
                walker.skip_subtree()
                continue
            yield from _open(writer, tag, element.get("class") or "")
            writer.cells += tag in _CELLS and writer.rows > 0 and _is_filled(element)
            writer.add(element.text)
        else:
            if tag not in apart or element is root:
                yield from _close(writer, tag)
            if element is not root:
                writer.add(element.tail)
    yield from writer.flush()


def _open(writer: _Writer, tag: str, kind: str) -> Iterator[Block]:
    if tag in _BREAKS:
        writer.parts.append("\n" if not writer.rows else " ")
    elif tag in _BLOCKS and writer.rows:
        writer.parts.append(" ")
    elif tag in _BLOCKS:
        yield from writer.flush()
    if tag in _BLOCKS:
        writer.open.append((tag, kind))
    if tag in _ROWS:
        writer.cells = 0 if not writer.rows else writer.cells
        writer.rows += 1


def _close(writer: _Writer, tag: str) -> Iterator[Block]:
    if tag in _CELLS:
        writer.parts.append(" | ")
    if (tag in _ROWS and writer.rows == 1) or (tag in _BLOCKS and not writer.rows):
        yield from writer.flush()
    elif tag in _BLOCKS:
        writer.parts.append(" ")
    if tag in _BLOCKS:
        writer.open.pop()
    writer.rows -= tag in _ROWS


def _is_filled(cell: _Element) -> bool:
    """Whether ``cell`` holds words and is not marked as the name of its column."""
    names = cell.tag == "th" or cell.get("role") == "head"
    return not names and any(text.strip() for text in cell.itertext())
