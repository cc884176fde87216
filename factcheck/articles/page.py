"""What a web page says of itself: JSON-LD, OpenGraph and other meta elements.

Publishers fill these for search engines and social networks, so they are better kept than
anything that can be read off the page's looks.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from factcheck.articles import dates, prose

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report|NewsStory)$")
_COMMENT = re.compile(
    r"^\s*(?:<!\[CDATA\[|<!--|//.*$|/\*.*?\*/)|(?:\]\]>|-->|//.*$)\s*$", re.MULTILINE
)
_TITLES = ("og:title", "twitter:title", "dc.title", "sailthru.title", "parsely-title", "headline")
_AUTHORS = ("author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator")
_DATES = (
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "publish-date",
    "publication_date",
    "pubdate",
    "article.published",
    "originalpublicationdate",
    "og:pubdate",
    "rnews:datepublished",
    "displaydate",
    "date",
)
_SITES = ("og:site_name", "application-name", "publisher", "dc.publisher")
_PATH_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/-])")


@dataclass(frozen=True, slots=True)
class Page:
    """A page's own word; every field may be empty. ``titles`` are all the names it goes by."""

    titles: tuple[str, ...]
    byline: str
    published: dt.date | None
    url: str
    site: str
    language: str
    body: str

    @property
    def title(self) -> str:
        """The headline: the first of ``titles``."""
        return self.titles[0] if self.titles else ""


def read(tree: HtmlElement) -> Page:
    """The metadata in ``tree``, a parsed page."""
    data, meta = _article(tree), _meta(tree)
    url = _first(
        _address(tree.xpath("string(//link[@rel='canonical']/@href)")),
        _address(meta.get("og:url", "")),
        _address(_text(data.get("url"))),
    )
    return Page(
        titles=_titles(tree, data, meta),
        byline=_byline(data, meta),
        published=_published(tree, data, meta, url),
        url=url,
        site=_site(data, meta, url),
        language=_language(tree),
        body=_text(data.get("articleBody")),
    )


def _titles(tree: HtmlElement, data: dict[str, object], meta: dict[str, str]) -> tuple[str, ...]:
    site = meta.get("og:site_name", "")
    headline = _text(data.get("headline"))
    named = [headline] if not headline.endswith(("...", "…")) else []
    named += [_without_site(meta[key], site) for key in _TITLES if meta.get(key)]
    heads = [prose.one_line(h.text_content()) for h in tree.iter("h1")]
    named += heads[:1] if len(heads) == 1 or not named else []
    named.append(_without_site(tree.xpath("string(//head/title | //title[1])"), site))
    named += [headline, *heads]
    return tuple(dict.fromkeys(filter(None, map(prose.label, named))))


def _without_site(title: str, site: str) -> str:
    """``title`` without the name of the site that many publishers set behind it."""
    head, separator, tail = ([*re.split(r"\s+([|•·–—-])\s+(?=[^|•·–—]*$)", title), "", ""])[:3]
    same = site and tail.strip().casefold() in {
        site.casefold(),
        site.casefold().removeprefix("the "),
    }
    short = separator == "|" and len(tail.split()) <= 4 and len(head.split()) > 3
    return head if same or short else title


def _byline(data: dict[str, object], meta: dict[str, str]) -> str:
    authors = data.get("author") or data.get("creator")
    names = [_name(one) for one in (authors if isinstance(authors, list) else [authors])]
    names = [name for name in names if name and not _address(name)]
    if not names:
        said = (meta[key] for key in _AUTHORS if meta.get(key))
        names = [re.sub(r"^[Bb]y\s+", "", name) for name in said if not _address(name)][:1]
    unique = list(dict.fromkeys(prose.label(name) for name in names))
    return " and ".join(filter(None, (", ".join(unique[:-1]), *unique[-1:])))


def _published(
    tree: HtmlElement, data: dict[str, object], meta: dict[str, str], url: str
) -> dt.date | None:
    said = [
        _text(data.get("datePublished")),
        *(meta.get(key, "") for key in _DATES),
        _text(data.get("dateCreated")),
        tree.xpath("string(//time[@pubdate or @itemprop='datePublished']/@datetime)"),
        _text(data.get("dateModified")),
    ]
    in_path = _PATH_DATE.search(url)
    said.append("-".join(in_path.groups()) if in_path else "")
    stamps = tree.xpath("//article//time/@datetime")
    said += stamps[:1]
    return next((day for day in map(dates.iso, filter(None, said)) if day), None)


def _site(data: dict[str, object], meta: dict[str, str], url: str) -> str:
    said = (_name(data.get("publisher")), *(meta.get(key, "") for key in _SITES))
    return _first(*(name for name in said if not _address(name)), domain(url))


def domain(url: str) -> str:
    """The host of ``url`` without "www"."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _language(tree: HtmlElement) -> str:
    said = tree.xpath("string(/html/@lang | /html/@*[name()='xml:lang'])") or ""
    match = re.match(r"\s*([a-z]{2,3})(?![a-z])", said.lower())
    return match[1] if match else ""


def _meta(tree: HtmlElement) -> dict[str, str]:
    """Meta elements by name, property or itemprop, in small letters; the first of each counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = prose.one_line(unescape(element.get("content") or ""))
        for key in ("property", "name", "itemprop"):
            name = (element.get(key) or "").strip().lower()
            if name and content:
                found.setdefault(name, content)
    return found


def _article(tree: HtmlElement) -> dict[str, object]:
    """The JSON-LD object of the article; of several, the one that says most."""
    found = [
        item
        for script in tree.iter("script")
        if "ld+json" in (script.get("type") or "")
        for item in _objects(_json(script.text or ""))
        if any(_ARTICLE.search(kind) for kind in _kinds(item))
    ]
    wanted = ("headline", "datePublished", "author", "articleBody")
    return max(found, key=lambda item: sum(bool(item.get(key)) for key in wanted), default={})


def _json(text: str) -> object:
    for attempt in (text, _COMMENT.sub("", text), unescape(text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _objects(value: object, depth: int = 0) -> Iterator[dict[str, object]]:
    """``value`` and the objects in its lists, ``@graph`` and ``mainEntity``."""
    if isinstance(value, list) and depth < 6:
        for item in value:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict) and depth < 6:
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
            yield from _objects(value.get(key), depth + 1)


def _kinds(item: dict[str, object]) -> list[str]:
    kinds = item.get("@type")
    return [str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])]


def _name(value: object) -> str:
    if isinstance(value, list):
        return _name(value[0]) if value else ""
    return _text(value.get("name") if isinstance(value, dict) else value)


def _text(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return unescape(value).strip() if isinstance(value, str) else ""


def _address(value: object) -> str:
    text = str(value).strip()
    return text if re.fullmatch(r"https?://[^\s<>\"]+", text) else ""


def _first(*values: str) -> str:
    return next(filter(None, values), "")
