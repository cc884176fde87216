"""Word documents: .docx, transitional and strict.

The elements are those of Office Open XML (ECMA-376, part 1, WordprocessingML); they are told by
their local names, since the strict form has other namespaces. Changes that were tracked are taken
as accepted: what was inserted stays, what was deleted goes, what was moved stands where it came to.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.articles import archive, flow, office
from factcheck.articles.document import Document
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
_HEADINGS = ("title", "heading1", "titel", "titre")
_BESIDE = {"comments": "comments", "header": "page headers", "footer": "page footers"}


@dataclass(slots=True)
class _Story:
    """What is gathered on the way through the text."""

    paragraphs: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    left_out: set[str] = field(default_factory=set)
    headline: str = ""
    open: bool = False  # the last paragraph's mark was deleted: the next one joins it

    def add(self, text: str, *, joins: bool) -> None:
        if self.open and self.paragraphs:
            self.paragraphs[-1] += text
        else:
            self.paragraphs.append(text)
        self.open = joins


def read(data: bytes) -> Document:
    """The article in ``data``.

    Footnotes and endnotes are the last paragraphs, in the order of their marks. Raises ArticleError
    for a damaged or locked file and for one without text.
    """
    parts = archive.unpack(data, "*.xml", "*.rels", "*.htm*", "*.mht", "*.txt", "EncryptedPackage")
    if "EncryptedPackage" in parts:
        raise archive.locked()
    main = _main_part(parts)
    links = _links(parts, main)
    root = archive.parse(parts[main])
    body = next((e for e in root.iter("*") if _name(e) == "body"), None)
    if body is None:
        raise ArticleError("there is no text part in it", "save it again as a Word document")
    story = _Story()
    hidden = _hidden_styles(parts, links)
    _Reader(parts, links, hidden, story).blocks(body)
    notes = _Story()
    bodies = _notes(parts, links)
    for mark in dict.fromkeys(story.notes):
        if mark in bodies:
            _Reader(parts, links, hidden, notes).blocks(bodies[mark])
    story.left_out |= notes.left_out | set(_beside(parts, links))
    return office.compose(
        [line for p in story.paragraphs for line in p.split("\n")],
        notes=notes.paragraphs,
        headline=story.headline,
        title=_property(parts, "title"),
        author=_property(parts, "creator"),
        left_out=story.left_out,
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """Walks one part's elements into a story."""

    parts: dict[str, bytes]
    links: dict[str, tuple[str, str]]
    hidden: frozenset[str]
    story: _Story

    def blocks(self, parent: _Element) -> None:
        """Paragraphs, tables and what holds them, in order."""
        for element in parent.iterchildren("*"):
            name = _name(element)
            if name == "p":
                self._paragraph(element)
            elif name == "tbl":
                self._table(element)
            elif name == "altChunk":
                self._chunk(element)
            elif name in _UNSEEN:
                self._leave(element, name)
            elif name not in ("sectPr", "sdtPr", "pPr", "tblPr"):
                self.blocks(element)

    def _paragraph(self, element: _Element) -> None:
        boxes: list[_Element] = []
        text = "".join(self._words(element, boxes))
        mark = _child(_child(element, "pPr"), "rPr")
        if not self.story.headline and not any(p.strip() for p in self.story.paragraphs):
            self.story.headline = text if _style(element).startswith(_HEADINGS) else ""
        self.story.add(text, joins=_child(mark, "del") is not None)
        for box in boxes:
            self.blocks(box)

    def _words(self, parent: _Element, boxes: list[_Element]) -> Iterator[str]:
        for element in parent.iterchildren("*"):
            name = _name(element)
            if name == "t":
                yield element.text or ""
            elif name in _BLANKS:
                yield _BLANKS[name]
            elif name in ("footnoteReference", "endnoteReference"):
                self.story.notes.append((name.removesuffix("Reference"), _attribute(element, "id")))
            elif name in ("drawing", "pict", "AlternateContent"):
                boxes += _boxes(element)
            elif name in _UNSEEN:
                self._leave(element, name)
            elif name == "r" and self._is_hidden(element):
                if any(e.text for e in element.iter("*") if _name(e) == "t"):
                    self.story.left_out.add("hidden text")
            elif name in _WITHIN:
                yield from self._words(element, boxes)

    def _leave(self, element: _Element, name: str) -> None:
        words = any(
            (e.text or "").strip() for e in element.iter("*") if _name(e) in ("t", "delText")
        )
        if _UNSEEN[name] and (words or name == "object"):
            self.story.left_out.add(_UNSEEN[name])

    def _is_hidden(self, run: _Element) -> bool:
        properties = _child(run, "rPr")
        vanish = _child(properties, "vanish")
        if vanish is not None:
            return _attribute(vanish, "val") not in ("0", "false", "off")
        style = _child(properties, "rStyle")
        return style is not None and _attribute(style, "val") in self.hidden

    def _table(self, table: _Element) -> None:
        """A row is a paragraph, its cells are parted by bars."""
        for row in table.iter("*"):
            if (
                _name(row) != "tr"
                or next(a for a in row.iterancestors() if _name(a) == "tbl") != table
            ):
                continue
            cells = []
            for cell in (e for e in row.iter("*") if _name(e) == "tc"):
                if next(a for a in cell.iterancestors() if _name(a) == "tr") != row:
                    continue
                inner = _Story(notes=self.story.notes, left_out=self.story.left_out)
                inner.headline = "-"
                _Reader(self.parts, self.links, self.hidden, inner).blocks(cell)
                cells.append(" ".join(" ".join(inner.paragraphs).split()))
            if any(cells):
                self.story.add(" | ".join(cells), joins=False)

    def _chunk(self, element: _Element) -> None:
        """A whole web page or text that the document holds as it came."""
        part, _ = self.links.get(_attribute(element, "id"), ("", ""))
        data = self.parts.get(part, b"")
        if part.endswith((".htm", ".html", ".xhtml")) and data.strip():
            from lxml import etree, html

            page = html.fromstring(data)
            etree.strip_elements(page, "style", "script", "head", with_tail=False)
            for block in flow.blocks(page):
                self.story.add(block.text, joins=False)
        else:
            self.story.left_out.add("embedded documents")


def _name(element: _Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _child(parent: _Element | None, name: str) -> _Element | None:
    if parent is None:
        return None
    return next((e for e in parent.iterchildren("*") if _name(e) == name), None)


def _attribute(element: _Element, name: str) -> str:
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""


def _style(paragraph: _Element) -> str:
    style = _child(_child(paragraph, "pPr"), "pStyle")
    return "" if style is None else _attribute(style, "val").lower()


def _boxes(element: _Element) -> list[_Element]:
    """The text boxes of a drawing; of an alternative the first that has some, once."""
    if _name(element) == "AlternateContent":
        for choice in element.iterchildren("*"):
            found = _boxes(choice)
            if found:
                return found
        return []
    found = []
    for child in element.iterchildren("*"):
        if _name(child) == "txbxContent":
            found.append(child)
        else:
            found += _boxes(child)
    return found


def _main_part(parts: dict[str, bytes]) -> str:
    for target, kind in _links(parts, "").values():
        if kind == "officeDocument" and target in parts:
            return target
    if "word/document.xml" in parts:
        return "word/document.xml"
    raise ArticleError(
        "there is no Word document in it", "save it again as a Word document (.docx)"
    )


def _links(parts: dict[str, bytes], part: str) -> dict[str, tuple[str, str]]:
    """A part's relations: id → (the other part, what it is)."""
    folder, name = posixpath.split(part)
    data = parts.get(posixpath.join(folder, "_rels", f"{name}.rels"))
    if data is None:
        return {}
    found = {}
    for element in archive.parse(data).iterchildren("*"):
        target = element.get("Target", "")
        path = target[1:] if target.startswith("/") else posixpath.join(folder, target)
        kind = element.get("Type", "").rpartition("/")[2]
        found[element.get("Id", "")] = (posixpath.normpath(path), kind)
    return found


def _of_kind(parts: dict[str, bytes], links: dict[str, tuple[str, str]], kind: str) -> list[bytes]:
    return [parts[target] for target, what in links.values() if what == kind and target in parts]


def _notes(
    parts: dict[str, bytes], links: dict[str, tuple[str, str]]
) -> dict[tuple[str, str], _Element]:
    """The notes by kind and id, without the separators that a page shows above them."""
    found: dict[tuple[str, str], _Element] = {}
    for kind in ("footnote", "endnote"):
        for data in _of_kind(parts, links, f"{kind}s"):
            for note in archive.parse(data).iterchildren("*"):
                if _name(note) == kind and _attribute(note, "type") in ("", "normal"):
                    found[kind, _attribute(note, "id")] = note
    return found


def _hidden_styles(parts: dict[str, bytes], links: dict[str, tuple[str, str]]) -> frozenset[str]:
    hidden = set()
    for data in _of_kind(parts, links, "styles"):
        for style in archive.parse(data).iterchildren("*"):
            if _child(_child(style, "rPr"), "vanish") is not None:
                hidden.add(_attribute(style, "styleId"))
    return frozenset(hidden)


def _beside(parts: dict[str, bytes], links: dict[str, tuple[str, str]]) -> Iterator[str]:
    """What stands beside the text and holds words."""
    for kind, what in _BESIDE.items():
        for data in _of_kind(parts, links, kind):
            root = archive.parse(data)
            if any((e.text or "").strip() for e in root.iter("*") if _name(e) == "t"):
                yield what


def _property(parts: dict[str, bytes], name: str) -> str:
    for target, kind in _links(parts, "").values():
        if kind == "core-properties" and target in parts:
            found = _child(archive.parse(parts[target]), name)
            return "" if found is None else found.text or ""
    return ""
