"""OpenDocument text: .odt, and .fodt, which is the same in one XML file.

The elements are those of OpenDocument 1.3, part 3 (OASIS, 2021). What a reader of the page does
not see is left out; where it held words, a warning says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.articles import archive, flow, office
from factcheck.articles.document import Document
from factcheck.errors import ArticleError

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACE = "urn:oasis:names:tc:opendocument:xmlns:"
_OFFICE = f"{{{_SPACE}office:1.0}}"
_STYLE = f"{{{_SPACE}style:1.0}}"
_TEXT = f"{{{_SPACE}text:1.0}}"
_TABLE = f"{{{_SPACE}table:1.0}}"
_DRAW = f"{{{_SPACE}drawing:1.0}}"
_META = f"{{{_SPACE}meta:1.0}}"
_SVG = f"{{{_SPACE}svg-compatible:1.0}}"
_DC = "{http://purl.org/dc/elements/1.1/}"

_PARAGRAPHS = frozenset({f"{_TEXT}p", f"{_TEXT}h"})
_NAMES = {
    f"{_TEXT}p": "p",
    f"{_TEXT}h": "h1",
    f"{_TEXT}list-item": "li",
    f"{_TEXT}list-header": "li",
    f"{_TEXT}line-break": "br",
    f"{_TABLE}table": "table",
    f"{_TABLE}table-header-rows": "thead",
    f"{_TABLE}table-row": "tr",
    f"{_TABLE}table-cell": "td",
}
"""Elements by the names that :mod:`~factcheck.articles.flow` knows them under."""

_BLANKS = frozenset({f"{_TEXT}s", f"{_TEXT}tab"})
_UNSEEN = {
    f"{_TEXT}deletion": "deleted text",
    f"{_OFFICE}annotation": "comments",
    f"{_TEXT}hidden-text": "hidden text",
    f"{_TEXT}table-of-content": "the table of contents",
    f"{_DRAW}object": "embedded objects",
    f"{_DRAW}object-ole": "embedded objects",
    # No words of the article: who changed what, numbers that the program counts, readings
    # above the line, scripts, descriptions of pictures, cells under a merged one.
    f"{_OFFICE}change-info": "",
    f"{_TEXT}tracked-changes": "",
    f"{_TEXT}number": "",
    f"{_TEXT}note-citation": "",
    f"{_TEXT}ruby-text": "",
    f"{_TEXT}script": "",
    f"{_OFFICE}binary-data": "",
    f"{_OFFICE}event-listeners": "",
    f"{_OFFICE}forms": "",
    f"{_OFFICE}scripts": "",
    f"{_SVG}title": "",
    f"{_SVG}desc": "",
    f"{_TABLE}covered-table-cell": "",
}

_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Style:
    """A style's parent, by family and name, and its own word on whether text is displayed."""

    parent: _Key
    display: str


def read(data: bytes) -> Document:
    """The article in ``data``: a package, or a single XML file.

    Changes that were tracked are taken as accepted. Footnotes and endnotes are the last
    paragraphs. Raises ArticleError for a damaged or locked file and for one without text.
    """
    content, styles, meta = _open(data)
    body = content.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise ArticleError(
            "there is no OpenDocument text in it",
            "save the article as a text document (.odt), not as a spreadsheet or drawing",
        )
    roots = [root for root in (styles, content) if root is not None]
    styled = _styles(roots)
    _mark_titles(body, styled)
    left_out = [*_leave_out(body, styled), *_furniture(roots)]
    notes = _take_notes(body)
    _move_drawings(body)
    blocks = list(_blocks(body))
    return office.compose(
        [block.paragraph for block in blocks],
        notes=[block.paragraph for note in notes for block in _blocks(note)],
        headline=blocks[0].text if blocks and blocks[0].tag in ("h1", "h2") else "",
        title=_property(meta, f"{_DC}title"),
        author=_property(meta, f"{_META}initial-creator") or _property(meta, f"{_DC}creator"),
        left_out=left_out,
    )


def _open(data: bytes) -> tuple[_Element, _Element | None, _Element | None]:
    """The roots of the content, the styles and the metadata."""
    if not data.startswith(b"PK"):
        root = archive.parse(data.lstrip())
        return root, None, root
    names = ("content.xml", "styles.xml", "meta.xml")
    parts = archive.unpack(data, *names, "META-INF/manifest.xml", "encrypted-package")
    if (
        b"encryption-data" in parts.get("META-INF/manifest.xml", b"")
        or "encrypted-package" in parts
    ):
        raise archive.locked()
    if "content.xml" not in parts:
        raise ArticleError(
            "there is no content.xml in it", "save it again as a text document (.odt)"
        )
    styles, meta = (archive.parse(parts[name]) if name in parts else None for name in names[1:])
    return archive.parse(parts["content.xml"]), styles, meta


def _styles(roots: list[_Element]) -> dict[_Key, _Style]:
    styles: dict[_Key, _Style] = {}
    for root in roots:
        for element in root.iter(f"{_STYLE}style"):
            family = element.get(f"{_STYLE}family", "")
            parent = element.get(f"{_STYLE}parent-style-name", "")
            properties = element.find(f"{_STYLE}text-properties")
            display = "" if properties is None else properties.get(f"{_TEXT}display", "")
            styles[family, element.get(f"{_STYLE}name", "")] = _Style((family, parent), display)
    return styles


def _lineage(styles: dict[_Key, _Style], key: _Key) -> list[_Key]:
    """The style called ``key`` and those it inherits from, nearest first."""
    line: list[_Key] = []
    while key[1] and key not in line:
        line.append(key)
        key = styles[key].parent if key in styles else ("", "")
    return line


def _mark_titles(body: _Element, styles: dict[_Key, _Style]) -> None:
    """Make a heading of what stands in the style that word processors offer for the title."""
    for element in body.iter(f"{_TEXT}p"):
        style = element.get(f"{_TEXT}style-name", "")
        if ("paragraph", "Title") in _lineage(styles, ("paragraph", style)):
            element.tag = f"{_TEXT}h"
            element.set(f"{_TEXT}outline-level", "1")


def _leave_out(body: _Element, styles: dict[_Key, _Style]) -> Iterator[str]:
    """Take from ``body`` what the page does not show, and name it where it held words."""
    for element in reversed(list(body.iter("*"))):
        what = _UNSEEN.get(element.tag)
        if what is None and _is_hidden(element, styles):
            what = "hidden text"
        if what is None:
            continue
        if what and (_has_words(element) or what == "embedded objects"):
            yield what
        _take_out(element)


def _is_hidden(element: _Element, styles: dict[_Key, _Style]) -> bool:
    style = element.get(f"{_TEXT}style-name", "")
    if element.tag == f"{_TEXT}span":
        return _undisplayed(styles, ("text", style))
    if element.tag == f"{_TEXT}section":
        shown = element.get(f"{_TEXT}display", "true")
        off = element.get(f"{_TEXT}is-hidden") == "true"
        return shown == "none" or (shown == "condition" and off)
    if element.tag not in _PARAGRAPHS:
        return False
    marks = element.iter(f"{_TEXT}hidden-paragraph")
    off = any(mark.get(f"{_TEXT}is-hidden") == "true" for mark in marks)
    return off or _undisplayed(styles, ("paragraph", style))


def _undisplayed(styles: dict[_Key, _Style], key: _Key) -> bool:
    said = (styles[one].display for one in _lineage(styles, key) if one in styles)
    return next(filter(None, said), "") == "none"


def _furniture(roots: list[_Element]) -> Iterator[str]:
    for root in roots:
        for tag in ("header", "footer"):
            if any(map(_has_words, root.iter(f"{_STYLE}{tag}"))):
                yield f"page {tag}s"


def _take_notes(body: _Element) -> list[_Element]:
    notes = list(body.iter(f"{_TEXT}note"))
    for note in notes:
        _take_out(note)
    return notes


def _move_drawings(body: _Element) -> None:
    """Set drawings and text boxes behind the paragraph that they stand in, lest they split it."""
    for element in reversed(list(body.iter(f"{_DRAW}*"))):
        parent = element.getparent()
        around = next(element.iterancestors(*_PARAGRAPHS), None)
        if around is None or parent is None or parent.tag.startswith(_DRAW):
            continue
        _take_out(element)
        tail, around.tail = around.tail, None
        around.addnext(element)
        element.tail = tail


def _take_out(element: _Element) -> None:
    """Take ``element`` from its tree; the text after it stays."""
    parent, before, tail = element.getparent(), element.getprevious(), element.tail
    if parent is None:
        return
    if tail and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail:
        parent.text = (parent.text or "") + tail
    element.tail = None
    parent.remove(element)


def _blocks(root: _Element) -> Iterator[flow.Block]:
    for element in root.iter("*"):
        if element.tag in _BLANKS:
            element.text = " "
        level = element.get(f"{_TEXT}outline-level", "1")
        lower = element.tag == f"{_TEXT}h" and level != "1"
        element.tag = "h2" if lower else _NAMES.get(element.tag, element.tag)
    return flow.blocks(root)


def _has_words(element: _Element) -> bool:
    return any(text.strip() for text in element.itertext())


def _property(meta: _Element | None, name: str) -> str:
    found = None if meta is None else meta.find(f"{_OFFICE}meta/{name}")
    return "" if found is None else found.text or ""
