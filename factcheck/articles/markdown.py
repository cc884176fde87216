"""Markdown: .md and .markdown. The markup goes, the words stay.

CommonMark with tables, strikethrough and footnotes; HTML inside is read as HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.articles import encoding, flow, front, heading, prose
from factcheck.articles import html as web
from factcheck.articles.document import Document, Paragraph, build

_FENCE = re.compile(
    r"(?:^|\n)(?P<fence>```+|~~~+)[^\n]*\n.*?(?:\n(?P=fence)[`~]*[ \t]*(?=\n|\Z)|\Z)", re.DOTALL
)
_NOTE = re.compile(
    r"^ {0,3}\[\^([^\]\s]+)\]:[ \t]*(?P<text>.*(?:\n(?:[ \t]+\S.*|[ \t]*(?=\n[ \t]+\S)))*)\n?",
    re.MULTILINE,
)
_MARK = re.compile(r"\[\^[^\]\s]+\]")
_EMPHASIS = re.compile(r"(?<!\w)([*_]{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)")
_HEADLINE = re.compile(r"\s*#[ \t]+(?P<title>[^\n]+?)[ \t#]*\n")
_APART = frozenset({"script", "style", "template", "svg", "iframe", "textarea"})


def read(data: bytes) -> Document:
    """The article in ``data``: its words as paragraphs, footnotes last.

    Front matter and a block of metadata on top are read as such; a first-level heading on top is
    the title where neither names one, and a warning where the front matter names another. Raises ArticleError for bytes that are no text.
    """
    text, guessed = encoding.decode(data)
    text, dropped = prose.clean(text)
    matter = front.read(text)
    headline = _HEADLINE.match(matter.rest)
    head = heading.read(_plain_top(matter.rest[headline.end() if headline else 0 :]))
    top = [headline[0]] if headline else []
    body, notes = _notes("\n".join((*top, head.rest)))
    heading_text = _line(headline["title"]) if headline else ""
    return build(
        _paragraphs("\n\n".join((body, *notes))),
        title=matter.title or heading_text or _line(head.title),
        byline=matter.byline or head.byline,
        published=matter.published or head.published,
        url=matter.url or head.url,
        site=matter.site or head.site,
        language=matter.language,
        warnings=(*guessed, *dropped, *head.warnings, *_two_titles(matter.title, heading_text)),
    )


def _two_titles(named: str, shown: str) -> Iterator[str]:
    """A warning where the front matter and the text's own heading disagree on the words."""
    if named and shown and _letters(named) != _letters(shown):
        yield (
            f"two titles, in the front matter: {named}; in the text's heading: {shown}; "
            "the first is used unless --title names one"
        )


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _plain_top(text: str) -> str:
    """``text`` without emphasis in its first lines, where "*By Ann Example*" may stand."""
    lines = text.split("\n", maxsplit=12)
    return "\n".join((*(_EMPHASIS.sub(r"\2", line) for line in lines[:12]), *lines[12:]))


def _notes(text: str) -> tuple[str, list[str]]:
    """``text`` without footnotes and their marks, and the footnotes; code is left alone."""
    out: list[str] = []
    notes: list[str] = []
    at = 0
    for fence in (*_FENCE.finditer(text), None):
        plain = text[at : fence.start() if fence else None]
        notes += [re.sub(r"\n[ \t]+", "\n", note["text"]) for note in _NOTE.finditer(plain)]
        out.append(_MARK.sub("", _NOTE.sub("\n", plain)))
        if fence:
            out.append(fence[0])
            at = fence.end()
    return "".join(out), notes


def _paragraphs(text: str) -> list[Paragraph]:
    from markdown_it import MarkdownIt

    markup = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    tree = web.parse(markup.render(text))
    return [block.paragraph for block in flow.blocks(tree, apart=_APART)]


def _line(text: str) -> str:
    return " ".join(paragraph.text for paragraph in _paragraphs(text))
