"""Front matter: the metadata that Markdown files carry between ``---`` (YAML) or ``+++`` (TOML)."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from dataclasses import dataclass

from factcheck.articles import dates

_FENCED = re.compile(
    r"(?:---[ \t]*\n(?P<yaml>.*?)\n(?:---|\.\.\.)|\+\+\+[ \t]*\n(?P<toml>.*?)\n\+\+\+)[ \t]*(?:\n|\Z)",
    re.DOTALL,
)
_LONGEST = 65_536
_TITLE = ("title", "headline")
_BYLINE = ("byline", "author", "authors", "by", "creator")
_PUBLISHED = ("published", "date", "publishdate", "pubdate", "published_at", "datepublished")
_URL = ("url", "canonical", "canonical_url", "canonicalurl", "permalink", "link", "source_url")
_SITE = ("site", "publication", "publisher", "source", "outlet", "site_name")
_LANGUAGE = ("lang", "language")


@dataclass(frozen=True, slots=True)
class Matter:
    """What the front matter says; ``rest`` is the text after it."""

    rest: str
    title: str = ""
    byline: str = ""
    published: dt.date | None = None
    url: str = ""
    site: str = ""
    language: str = ""


def read(text: str) -> Matter:
    """The front matter on top of ``text`` (line ends are line feeds), and the rest.

    What stands between two rules but is no table of names and values is text.
    """
    text = text.lstrip("\n")
    fenced = _FENCED.match(text)
    if not fenced or fenced.end() > _LONGEST:
        return Matter(text)
    table = _yaml(fenced["yaml"]) if fenced["yaml"] is not None else _toml(fenced["toml"])
    if not table:
        return Matter(text)
    url = _words(_pick(table, _URL))
    return Matter(
        rest=text[fenced.end() :],
        title=_words(_pick(table, _TITLE)),
        byline=_words(_pick(table, _BYLINE)),
        published=_day(_pick(table, _PUBLISHED)),
        url=url if url.startswith(("http://", "https://")) else "",
        site=_words(_pick(table, _SITE)),
        language=_words(_pick(table, _LANGUAGE)).lower()[:2],
    )


def _yaml(text: str) -> dict[str, object]:
    import yaml

    try:
        found = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError):
        # A colon in a title is enough to break YAML: read the lines that are plain, at least.
        plain = re.findall(r"^([\w-]+):[ \t]+(\S.*?)[ \t]*$", text, re.MULTILINE)
        return {key.lower(): value.strip("'\"") for key, value in plain}
    return _keys(found)


def _toml(text: str) -> dict[str, object]:
    try:
        return _keys(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}


def _keys(found: object) -> dict[str, object]:
    return {str(k).lower(): v for k, v in found.items()} if isinstance(found, dict) else {}


def _pick(table: dict[str, object], names: tuple[str, ...]) -> object:
    return next((table[name] for name in names if table.get(name)), None)


def _words(value: object) -> str:
    """A string, a name in a table, or a list of those; "" for anything else."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        names = [_words(item) for item in value if not isinstance(item, list)]
        names = list(filter(None, names))
        return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _day(value: object) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return value.date()
    return value if isinstance(value, dt.date) else dates.iso(_words(value))
