"""The block of metadata that a plain-text article may begin with.

Only labelled lines, a byline and a date that stands alone are taken, and only before the first
line of prose; whatever is not recognised with certainty is prose.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from factcheck.articles import dates

_LABELS = {
    "title": "title headline head hed subject",
    "published": "date published posted pubdate dated|publication date|date published"
    "|published on|posted on|published at",
    "updated": "updated modified|last updated|updated on|last modified|date modified",
    "byline": "by byline author authors writer reporter",
    "site": "source site publisher publication outlet newspaper website",
    "url": "url link permalink|original url|source url",
    # Labels of newsroom systems and of mail that say nothing about the world: left out, said so.
    "": "section category categories tags keywords slug language lang words id type status desk"
    " edition page from to cc lines path newsgroups organization references sender"
    "|word count|message-id|reply-to|content-type|content-transfer-encoding|mime-version",
}
_FIELDS = {
    label: field
    for field, labels in _LABELS.items()
    for group, _, phrases in (labels.partition("|"),)
    for label in (*group.split(), *filter(None, phrases.split("|")))
}
_LABELLED = re.compile(r"(?P<label>[A-Za-z][A-Za-z -]{0,25}?)\s*:\s*(?P<value>\S.*)")
_DATED = re.compile(
    r"(?:(?P<date>date)|(?:first |last )?(?:published|posted|(?P<updated>updated|modified))"
    r"(?:\s+(?:on|at))?)\s*:?\s+(?=\S)",
    re.IGNORECASE,
)
_NAME = r"(?:[A-Z][\w.'’-]*|[a-z]['’][A-Z]\w+|van|von|de|der|den|del|la|le|da|di|al|bin|el|the|and|&|for|of|in)(?![\w&])"
_BYLINE = re.compile(rf"(?:By|BY|by)\s+(?P<names>{_NAME}(?:(?:,|\s\||\s/)?\s+{_NAME}){{0,15}})")
_NOT_A_NAME = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July"
    r"|August|September|October|November|December|(?:The )?(?:Time|End|Then|Now|Day|Year|Law))\b"
)
_SEPARATOR = re.compile(r"\s+[|•·–—-]\s+|\s*,\s+")
_SENTENCE_END = re.compile(r"[.!?]['\"”’)]*$")


@dataclass(frozen=True, slots=True)
class Heading:
    """What the block says; ``rest`` is everything after it."""

    rest: str
    title: str = ""
    byline: str = ""
    published: dt.date | None = None
    url: str = ""
    site: str = ""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the block: its field ("" for one that is left out), value and the prose after."""

    field: str
    value: str
    left: str = ""


def read(text: str) -> Heading:
    """The block of metadata on top of ``text`` (line ends are line feeds), and the rest.

    A headline without a label is the title and stays in the text, for it is checked as well.
    """
    lines = text.strip("\n").split("\n")
    headline = lines[0].strip() if _is_headline(lines) else ""
    body = lines[1:] if headline else lines
    taken, rest = _take(body, after_headline=bool(headline))
    if taken and not taken[-1].left and not headline and _has_headline(taken, rest):
        headline = rest[0].strip()  # below the date, above the byline
        more, rest = _take(rest[1:], after_headline=True)
        taken += more
    if headline:
        rest = [headline, "", *rest]
    if not any(line.field for line in taken):
        return Heading(text, title=headline)
    known: dict[str, str] = {}
    for line in taken:
        known.setdefault(line.field, line.value)
    return Heading(
        rest="\n".join(rest),
        title=known.get("title", "") or headline,
        byline=known.get("byline", ""),
        published=_date(known),
        url=known.get("url", ""),
        site=known.get("site", ""),
        warnings=tuple(_warnings(taken)),
    )


def _take(lines: list[str], *, after_headline: bool) -> tuple[list[_Line], list[str]]:
    """The lines of metadata that ``lines`` begins with, and the lines after them."""
    taken: list[_Line] = []
    for number, line in enumerate(lines):
        if not line.strip():
            continue
        # After a headline without a label, a date alone may be the first words of the story.
        found = _read_line(line.strip(), bare_date=bool(taken) or not after_headline)
        if not found:
            return taken, lines[number:]
        taken += found
        if found[-1].left:
            return taken, [found[-1].left, *lines[number + 1 :]]
    return taken, []


def _has_headline(taken: list[_Line], rest: list[str]) -> bool:
    return bool(rest) and all(line.field != "title" for line in taken) and _is_headline(rest)


def _is_headline(lines: list[str]) -> bool:
    first, following = lines[0].strip(), next((i for i in lines[1:] if i.strip()), "")
    followed = bool(_read_line(following.strip(), bare_date=False))
    alone = len(lines) > 1 and (not lines[1].strip() or bool(_read_line(following.strip())))
    least = 2 if followed else 4  # what stands above a byline may be short
    return (
        alone
        and bool(following)
        and least <= len(first.split()) <= 25
        and len(first) <= 160
        and first[-1] not in ".,;:"
        and not _SENTENCE_END.search(first.rstrip("?!"))
        and not _read_line(first)
    )


def _read_line(line: str, *, bare_date: bool = True) -> list[_Line]:
    """What one line says about the article; nothing for a line of prose."""
    labelled = _LABELLED.fullmatch(line)
    if labelled and (field := _FIELDS.get(" ".join(labelled["label"].lower().split()))) is not None:
        value = labelled["value"]
        if field not in {"published", "updated"}:
            return [_Line(field, value)] if _plausible(field, value) else []
    return _read_dated(line) or _read_byline(line) or (_read_date(line) if bare_date else [])


def _plausible(field: str, value: str) -> bool:
    if field == "url":
        return re.fullmatch(r"(?:https?://|www\.)\S+", value) is not None
    if field == "title":
        return len(value) <= 300
    return len(value) <= 100 and not (_SENTENCE_END.search(value) and len(value.split()) > 5)


def _read_dated(line: str) -> list[_Line]:
    label = _DATED.match(line) or re.match(r"(?P<date>date):(?P<updated>)", line, re.IGNORECASE)
    if not label:
        return []
    field = "updated" if label["updated"] else "published"
    value = line[label.end() :].strip()
    if dates.read(value) or (dates.ambiguous(value) and len(value) <= 40):
        return [_Line(field, value)]
    found = dates.prefix(value)
    if not found:
        return []
    day, left = value[: found[1]], value[found[1] :].lstrip(" \t.,;|–—-")
    if more := _read_line(left):  # "Published June 30, 2024 | Updated July 1, 2024"
        return [_Line(field, day), *more]
    return [_Line(field, day, left)] if label["date"] else []


def _read_byline(line: str) -> list[_Line]:
    by = _BYLINE.match(line)
    if not by or _NOT_A_NAME.match(by["names"]) or len(line) > 150:
        return []
    if by.end() == len(line):
        return [_Line("byline", by["names"])]
    for separator in _SEPARATOR.finditer(line):  # "By Ann Example | June 30, 2024"
        names = _BYLINE.fullmatch(line[: separator.start()])
        tail = line[separator.end() :]
        if names and (more := _read_dated(tail) or _read_date(tail)) and not more[-1].left:
            return [_Line("byline", names["names"]), *more]
    return []


def _read_date(line: str) -> list[_Line]:
    return [_Line("published", line)] if dates.read(line) else []


def _date(known: dict[str, str]) -> dt.date | None:
    return dates.read(known.get("published", "")) or dates.read(known.get("updated", ""))


def _warnings(taken: list[_Line]) -> list[str]:
    left_out = [f"left out of the heading: {line.value}" for line in taken if not line.field]
    unclear = [
        f"the date {line.value} may be two days: name it with --date"
        for line in taken
        if line.field in {"published", "updated"} and dates.ambiguous(line.value)
    ]
    return left_out + unclear
