"""What the styles of a Word document make of its text: headings, and words that nobody sees."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.articles import archive
from factcheck.articles.document import Kind
from factcheck.articles.docx_parts import Links, Parts, attribute, child, of_kind

if TYPE_CHECKING:
    from lxml.etree import _Element

# The ids of styles are in the language of the program, their names always in English.
_HEADING = re.compile(
    r"(?P<title>title|titel|titre)?(?:heading|(?:ü|u)?berschrift)?\s?(?P<level>[1-9]?)"
)


@dataclass(frozen=True, slots=True)
class Styles:
    """The ids of styles that hide their text, and what the others make of a paragraph."""

    hidden: frozenset[str]
    kinds: Mapping[str, Kind]

    def kind(self, paragraph: _Element) -> Kind:
        """What ``paragraph`` is, by its own outline level or by its style."""
        style = attribute(child(child(paragraph, "pPr"), "pStyle"), "val")
        return _outlined(paragraph) or self.kinds.get(style) or _called(style) or "prose"


def read(parts: Parts, links: Links) -> Styles:
    """The styles of a document; one that says nothing of headings does as the one below it."""
    hidden: set[str] = set()
    kinds: dict[str, Kind] = {}
    based: dict[str, str] = {}
    for data in of_kind(parts, links, "styles"):
        for style in archive.parse(data).iterchildren("*"):
            key = attribute(style, "styleId")
            if child(child(style, "rPr"), "vanish") is not None:
                hidden.add(key)
            kind = _outlined(style) or _called(attribute(child(style, "name"), "val"))
            if kind:
                kinds[key] = kind
            else:
                based[key] = attribute(child(style, "basedOn"), "val")
    inherited = {key: kinds[last] for key in based if (last := _root(based, key)) in kinds}
    return Styles(frozenset(hidden), kinds | inherited)


def _root(based: Mapping[str, str], key: str) -> str:
    """The first style below ``key`` that is based on no other, or that speaks for itself."""
    seen: set[str] = set()
    while key in based and key not in seen:
        seen.add(key)
        key = based[key]
    return key


def _called(style: str) -> Kind | None:
    """What a style of that name makes of a paragraph, if it is one of headings."""
    found = _HEADING.fullmatch(style.lower())
    if not found or not (found["level"] or found["title"]) or style.isdigit():
        return None
    return "title" if found["level"] in ("", "1") else "heading"


def _outlined(holder: _Element) -> Kind | None:
    """What the outline level of a paragraph or style says: 0 is the first, 9 is running text."""
    level = child(child(holder, "pPr"), "outlineLvl")
    if level is None:
        return None
    levels: dict[str, Kind] = {"0": "title", "9": "prose"}
    return levels.get(attribute(level, "val"), "heading")
