"""The parts of a Word document, how they name one another, and elements by their local names."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from factcheck.articles import archive
from factcheck.errors import ArticleError

if TYPE_CHECKING:
    from lxml.etree import _Element

Parts = dict[str, bytes]
"""The files in the package, by their paths."""

Links = dict[str, tuple[str, str]]
"""A part's relations: id → (the other part, what it is)."""


def name(element: _Element) -> str:
    """The element's name without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(parent: _Element | None, wanted: str) -> _Element | None:
    """The first child of ``parent`` called ``wanted``, if there is one."""
    if parent is None:
        return None
    return next((e for e in parent.iterchildren("*") if name(e) == wanted), None)


def attribute(element: _Element | None, wanted: str) -> str:
    """The attribute ``wanted`` in whatever namespace; empty where there is none."""
    for key, value in () if element is None else element.attrib.items():
        if str(key).rpartition("}")[2] == wanted:
            return str(value)
    return ""


def is_on(switch: _Element | None) -> bool:
    """Whether a property that is on by being there is not turned off."""
    return switch is not None and attribute(switch, "val") not in ("0", "false", "off")


def main(parts: Parts) -> str:
    """The path of the part with the text. Raises ArticleError where there is none."""
    for target, kind in links(parts, "").values():
        if kind == "officeDocument" and target in parts:
            return target
    if "word/document.xml" in parts:
        return "word/document.xml"
    raise ArticleError(
        "there is no Word document in it", "save it again as a Word document (.docx)"
    )


def links(parts: Parts, part: str) -> Links:
    """The relations of ``part``; those of the package where it is empty."""
    folder, file = posixpath.split(part)
    data = parts.get(posixpath.join(folder, "_rels", f"{file}.rels"))
    if data is None:
        return {}
    found = {}
    for element in archive.parse(data).iterchildren("*"):
        target = element.get("Target", "")
        path = target[1:] if target.startswith("/") else posixpath.join(folder, target)
        kind = element.get("Type", "").rpartition("/")[2]
        found[element.get("Id", "")] = (posixpath.normpath(path), kind)
    return found


def of_kind(parts: Parts, linked: Links, kind: str) -> list[bytes]:
    """The parts of that kind."""
    return [parts[target] for target, what in linked.values() if what == kind and target in parts]


def core_property(parts: Parts, wanted: str) -> str:
    """A property of the document, such as its ``title``; empty where it has none."""
    for target, kind in links(parts, "").values():
        if kind == "core-properties" and target in parts:
            found = child(archive.parse(parts[target]), wanted)
            return "" if found is None else found.text or ""
    return ""
