"""Word documents: .docx, transitional and strict.

The elements are those of Office Open XML (ECMA-376, part 1, WordprocessingML); they are told by
their local names, since the strict form has other namespaces. Changes that were tracked are taken
as accepted: what was inserted stays, what was deleted goes, what was moved stands where it came to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from factcheck.articles import archive, docx_parts, docx_styles, flow, office
from factcheck.articles.document import Document, Kind, Paragraph
from factcheck.articles.docx_parts import attribute, child, is_on, name
from factcheck.articles.docx_styles import Styles
from factcheck.errors import ArticleError

if TYPE_CHECKING:
    from lxml.etree import _Element

_WITHIN = frozenset(
    "ins moveTo smartTag customXml hyperlink fldSimple sdt sdtContent r dir bdo oMath oMathPara "
    "ruby rubyBase e num den sup sub f rad sSub sSup sSubSup d nary func fName".split()
)
"""What a paragraph's words may lie in."""

_UNSEEN = {
    "del": "deleted text",
    "moveFrom": "",
    "rt": "",
    "instrText": "",
    "delText": "",
    "delInstrText": "",
    "object": "embedded objects",
}
_BLANKS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_BESIDE = {"comments": "comments", "header": "page headers", "footer": "page footers"}


@dataclass(slots=True)
class _Story:
    """What is gathered on the way through the text."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    left_out: set[str] = field(default_factory=set)
    headline: str = ""
    open: bool = False  # the last paragraph's mark was deleted: the next one joins it

    def add(self, text: str, kind: Kind = "prose", *, joins: bool = False) -> None:
        if self.open and self.paragraphs:
            last = self.paragraphs[-1]
            self.paragraphs[-1] = replace(last, text=last.text + text)
        else:
            self.paragraphs.append(Paragraph(text, kind))
        self.open = joins


def read(data: bytes) -> Document:
    """The article in ``data``.

    Footnotes and endnotes are the last paragraphs, in the order of their marks. Raises ArticleError
    for a damaged or locked file and for one without text.
    """
    parts = archive.unpack(data, "*.xml", "*.rels", "*.htm*", "*.mht", "*.txt", "EncryptedPackage")
    if "EncryptedPackage" in parts:
        raise archive.locked()
    main = docx_parts.main(parts)
    links = docx_parts.links(parts, main)
    root = archive.parse(parts[main])
    body = next((e for e in root.iter("*") if name(e) == "body"), None)
    if body is None:
        raise ArticleError("there is no text part in it", "save it again as a Word document")
    story = _Story()
    styles = docx_styles.read(parts, links)
    _Reader(parts, links, styles, story).blocks(body)
    notes = _Story()
    bodies = _notes(parts, links)
    for mark in dict.fromkeys(story.notes):
        if mark in bodies:
            _Reader(parts, links, styles, notes).blocks(bodies[mark])
    story.left_out |= notes.left_out | set(_beside(parts, links))
    return office.compose(
        [replace(p, text=line) for p in story.paragraphs for line in p.text.split("\n")],
        notes=notes.paragraphs,
        headline=story.headline,
        title=docx_parts.core_property(parts, "title"),
        author=docx_parts.core_property(parts, "creator"),
        left_out=story.left_out,
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """Walks one part's elements into a story."""

    parts: dict[str, bytes]
    links: dict[str, tuple[str, str]]
    styles: Styles
    story: _Story

    def blocks(self, parent: _Element) -> None:
        """Paragraphs, tables and what holds them, in order."""
        for element in parent.iterchildren("*"):
            tag = name(element)
            if tag == "p":
                self._paragraph(element)
            elif tag == "tbl":
                self._table(element)
            elif tag == "altChunk":
                self._chunk(element)
            elif tag in _UNSEEN:
                self._leave(element, tag)
            elif tag not in ("sectPr", "sdtPr", "pPr", "tblPr"):
                self.blocks(element)

    def _paragraph(self, element: _Element) -> None:
        boxes: list[_Element] = []
        text = "".join(self._words(element, boxes))
        mark = child(child(element, "pPr"), "rPr")
        kind = self.styles.kind(element)
        if not self.story.headline and not any(p.text.strip() for p in self.story.paragraphs):
            self.story.headline = text if kind == "title" else ""
        self.story.add(text, kind, joins=child(mark, "del") is not None)
        for box in boxes:
            self.blocks(box)

    def _words(self, parent: _Element, boxes: list[_Element]) -> Iterator[str]:
        for element in parent.iterchildren("*"):
            tag = name(element)
            if tag == "t":
                yield element.text or ""
            elif tag in _BLANKS:
                yield _BLANKS[tag]
            elif tag in ("footnoteReference", "endnoteReference"):
                self.story.notes.append((tag.removesuffix("Reference"), attribute(element, "id")))
            elif tag in ("drawing", "pict", "AlternateContent"):
                boxes += _boxes(element)
            elif tag in _UNSEEN:
                self._leave(element, tag)
            elif tag == "r" and self._is_hidden(element):
                if any(e.text for e in element.iter("*") if name(e) == "t"):
                    self.story.left_out.add("hidden text")
            elif tag in _WITHIN:
                yield from self._words(element, boxes)

    def _leave(self, element: _Element, tag: str) -> None:
        words = any(
            (e.text or "").strip() for e in element.iter("*") if name(e) in ("t", "delText")
        )
        if _UNSEEN[tag] and (words or tag == "object"):
            self.story.left_out.add(_UNSEEN[tag])

    def _is_hidden(self, run: _Element) -> bool:
        properties = child(run, "rPr")
        vanish = child(properties, "vanish")
        if vanish is not None:
            return is_on(vanish)
        style = child(properties, "rStyle")
        return style is not None and attribute(style, "val") in self.styles.hidden

    def _table(self, table: _Element) -> None:
        """A row is a paragraph, its cells are parted by bars."""
        for row in table.iter("*"):
            if (
                name(row) != "tr"
                or next(a for a in row.iterancestors() if name(a) == "tbl") != table
            ):
                continue
            cells = []
            for cell in (e for e in row.iter("*") if name(e) == "tc"):
                if next(a for a in cell.iterancestors() if name(a) == "tr") != row:
                    continue
                inner = _Story(notes=self.story.notes, left_out=self.story.left_out)
                inner.headline = "-"
                _Reader(self.parts, self.links, self.styles, inner).blocks(cell)
                cells.append(" ".join(" ".join(p.text for p in inner.paragraphs).split()))
            if any(cells):
                self.story.add(
                    " | ".join(cells),
                    "header" if is_on(child(child(row, "trPr"), "tblHeader")) else "row",
                )

    def _chunk(self, element: _Element) -> None:
        """A whole web page or text that the document holds as it came."""
        part, _ = self.links.get(attribute(element, "id"), ("", ""))
        data = self.parts.get(part, b"")
        if part.endswith((".htm", ".html", ".xhtml")) and data.strip():
            from lxml import etree, html

            page = html.fromstring(data)
            etree.strip_elements(page, "style", "script", "head", with_tail=False)
            for block in flow.blocks(page):
                self.story.add(block.text, block.kind)
        else:
            self.story.left_out.add("embedded documents")


def _boxes(element: _Element) -> list[_Element]:
    """The text boxes of a drawing; of an alternative the first that has some, once."""
    if name(element) == "AlternateContent":
        for choice in element.iterchildren("*"):
            found = _boxes(choice)
            if found:
                return found
        return []
    found = []
    for inner in element.iterchildren("*"):
        if name(inner) == "txbxContent":
            found.append(inner)
        else:
            found += _boxes(inner)
    return found


def _notes(
    parts: dict[str, bytes], links: dict[str, tuple[str, str]]
) -> dict[tuple[str, str], _Element]:
    """The notes by kind and id, without the separators that a page shows above them."""
    found: dict[tuple[str, str], _Element] = {}
    for kind in ("footnote", "endnote"):
        for data in docx_parts.of_kind(parts, links, f"{kind}s"):
            for note in archive.parse(data).iterchildren("*"):
                if name(note) == kind and attribute(note, "type") in ("", "normal"):
                    found[kind, attribute(note, "id")] = note
    return found


def _beside(parts: dict[str, bytes], links: dict[str, tuple[str, str]]) -> Iterator[str]:
    """What stands beside the text and holds words."""
    for kind, what in _BESIDE.items():
        for data in docx_parts.of_kind(parts, links, kind):
            root = archive.parse(data)
            if any((e.text or "").strip() for e in root.iter("*") if name(e) == "t"):
                yield what
