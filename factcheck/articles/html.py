"""Web pages: .html and .htm.

trafilatura finds the body (Barbaresi 2021, https://aclanthology.org/2021.acl-demo.15/); on news
pages its defaults do better than ``favor_precision`` and ``favor_recall``. Headlines that the body
repeats and links to other stories are taken out here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.articles import dates, encoding, flow, logs, page, prose
from factcheck.articles.document import Document, build
from factcheck.articles.flow import Block

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from trafilatura.settings import Document as Extract

_CHARSET = re.compile(
    rb"<(?:meta\b[^>]{0,200}?charset|\?xml\b[^>]{0,100}?encoding)\s*=\s*[\"']?\s*([\w:.-]+)",
    re.IGNORECASE,
)
_XML = re.compile(r"^\s*<\?xml.*?\?>", re.DOTALL)
# Pop-ups that open over a word and marks of notes: in the paragraph, but not of it.
_NOT_PROSE = (
    "(//p|//li)//*[@hidden or contains(translate(@style, ' ', ''), 'display:none')"
    " or contains(@class, 'rollover-block') or contains(@class, 'tooltip-content')]"
    # The mark of a footnote would become a part of the figure before it.
    " | //sup[a[starts-with(@href, '#')] or contains(@class, 'ref') or contains(@class, 'note')]"
    " | //a[starts-with(@href, '#')][count(*) = 1 and sup][not(text()[normalize-space()])]"
)
_APART = frozenset(
    [
        "aside",
        "button",
        "footer",
        "form",
        "head",
        "iframe",
        "nav",
        "noscript",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
    ]
)
_LINES = frozenset(["p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "div", "td", "blockquote"])
_SENTENCE = re.compile(r"[.?!]['\"’”)]*$")
_HEADS = frozenset({"head", "h1", "h2", "h3", "h4", "h5", "h6"})
_RELATED = re.compile(
    r"(?:(?:related|recommended|popular|trending|latest|top)(?: (?:stories|articles|news|content"
    r"|coverage|topics|reading|headlines|videos?|for you))?"
    r"|more(?: (?:from|on|in|about|stories|coverage|news|must-reads)\b.*)?"
    r"|(?:read|see|watch) (?:more|next|also)|don['’]t miss|keep reading|editors?['’]?s?['’]? picks?"
    r"|most (?:read|popular|viewed|shared)\b.*|you (?:may|might|could) (?:also )?(?:like|be interested)\b.*"
    r"|what to read next|sign up\b.*|newsletters?|share this.*|comments?)\s*:?",
    re.IGNORECASE,
)
_TEASER = re.compile(
    r"(?:read|see|watch|listen|related|more|also|don['’]t miss|click here|check out|sign up|subscribe"
    r"|follow|get)\b",
    re.IGNORECASE,
)
_BOILERPLATE = re.compile(
    r"(?:copyright|©|\(c\))\s.{0,80}(?:rights? reserved|\d{4})\b.*|.{0,120}\ball rights reserved\.?"
    r"|this (?:copy|material) is for your personal, non-commercial use\b.*"
    r"|order (?:re)?prints?\b.{0,40}|an error has occurred, please try again.*"
    r"|our standards: the thomson reuters trust principles.*",
    re.IGNORECASE | re.DOTALL,
)
_FEW = 25


def read(data: bytes) -> Document:
    """The article on the page ``data``, with its title, authors, date, site and address.

    A byte-order mark tells the encoding, then a ``<meta charset>``, then the bytes themselves.
    Raises ArticleError for bytes that are no text.
    """
    declared = _CHARSET.search(data[:4096])
    text, guessed = encoding.decode(data, declared[1].decode("ascii", "ignore") if declared else "")
    text, dropped = prose.clean(text)
    tree = parse(text)
    about = page.read(tree)
    for element in tree.xpath(_NOT_PROSE):
        element.clear(keep_tail=True)
    links = _link_lines(tree)
    extract = _extract(tree)
    body = list(_filled(_body(tree, extract, about), tree, links))
    blocks = list(_without_links(body, links))
    return build(
        (block.paragraph for block in _without_title(blocks, about.titles)),
        title=about.title or (extract.title if extract else "") or "",
        byline=about.byline or (extract.author if extract else "") or "",
        published=about.published or dates.iso((extract.date if extract else "") or ""),
        url=about.url,
        site=about.site or (extract.sitename if extract else "") or "",
        language=about.language,
        warnings=(*guessed, *dropped),
    )


def parse(text: str) -> HtmlElement:
    """``text`` as a tree of HTML, however broken it is; comments are left out."""
    from lxml import etree, html

    parser = html.HTMLParser(
        remove_comments=True, remove_pis=True, no_network=True, encoding="utf-8"
    )
    clean = _XML.sub("", text.replace("\0", ""), count=1)
    try:
        return html.document_fromstring(clean.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:  # nothing in it but comments
        return html.document_fromstring(b"<p></p>", parser=parser)


def _extract(tree: HtmlElement) -> Extract | None:
    import trafilatura

    logs.quiet("trafilatura", "htmldate", "courlan", "justext")
    found = trafilatura.bare_extraction(tree, include_comments=False, with_metadata=True)
    return None if isinstance(found, dict) else found


def _body(tree: HtmlElement, extract: Extract | None, about: page.Page) -> list[Block]:
    """What trafilatura found; the whole page if it found next to nothing."""
    found = [] if extract is None or extract.body is None else list(flow.blocks(extract.body))
    if len(found) < 2 or _words(found) < _FEW:
        articles = tree.findall(".//article")
        root = articles[0] if len(articles) == 1 else tree.find(".//main")
        whole = list(flow.blocks(tree if root is None else root, apart=_APART))
        found = whole or found
    said = [Block("p", line) for line in about.body.splitlines() if line.strip()]
    return said if _words(said) > max(100, 2 * _words(found)) else found


def _words(blocks: Iterable[Block]) -> int:
    return sum(len(block.text.split()) for block in blocks)


def _key(text: str) -> str:
    """``text`` by its letters and figures alone, to find it again in another tree."""
    return "".join(c for c in text.casefold() if c.isalnum())


def _link_lines(tree: HtmlElement) -> frozenset[str]:
    """The keys of the lines that are links to other pages from their first word to their last.

    "Read more: <a>…</a>" is one of them; a line that ends as a sentence does is none.
    """
    lines: dict[HtmlElement, None] = {}  # each once, in order
    for link in tree.iter("a"):
        line = next((above for above in link.iterancestors() if above.tag in _LINES), None)
        if line is not None and not (link.get("href") or "#").startswith("#"):
            lines[line] = None
    found: set[str] = set()
    for line in lines:
        text = line.text_content().strip()
        key, linked = _key(text), _key("".join(link.text_content() for link in line.iter("a")))
        teaser = _TEASER.match(text) and key.endswith(linked) and len(linked) > 0.5 * len(key)
        if (key == linked or teaser) and not _SENTENCE.search(text):
            found.add(key)
    return frozenset(found)


def _without_links(blocks: Sequence[Block], links: frozenset[str]) -> Iterator[Block]:
    """``blocks`` without teasers of other stories, their headings, and what no article says.

    What stands between two linked headlines below "Most read" is a teaser as well.
    """
    linked = [_key(block.text) in links for block in blocks]
    related = False
    for number, block in enumerate(blocks):
        if len(block.text) < 80 and _RELATED.fullmatch(block.text):
            related = True
        elif linked[number] or (
            related and linked[number - 1] and any(linked[number + 1 : number + 2])
        ):
            continue
        else:
            related = False
            if not _BOILERPLATE.fullmatch(block.text):
                yield block


def _filled(found: Sequence[Block], tree: HtmlElement, links: frozenset[str]) -> Iterator[Block]:
    """``found`` in the page's own words, with the sentences left out between first and last.

    trafilatura moves a blank here and there, and it drops a short paragraph that is
    mostly a link. One is taken back if it ends as a sentence does and stands in the same sort of
    place as the paragraphs that were found.
    """
    page_blocks = list(flow.blocks(tree, apart=_APART))
    keys = [_key(block.text) for block in page_blocks]
    known = {_key(block.text) for block in found}
    places = {block.place for block, key in zip(page_blocks, keys, strict=True) if key in known}
    phrases = {phrase for block in found for phrase in _phrases(block.text)}
    gaps: dict[str, list[Block]] = {}
    last = ""
    for block, key in zip(page_blocks, keys, strict=True):
        if key in known:
            last = key
        elif (
            block.place in places
            and _is_new(block.text, phrases)
            and key not in links
            and _SENTENCE.search(block.text)
            and len(block.text.split()) > 3
        ):
            gaps.setdefault(last, []).append(block)
    gaps.pop("", None)
    gaps.pop(last, None)
    own = dict(zip(keys, page_blocks, strict=True))
    for block in found:
        twin = own.get(_key(block.text), block)
        yield replace(twin, kind=block.kind) if twin.kind == "prose" else twin
        yield from gaps.pop(_key(block.text), ())


def _phrases(text: str) -> list[tuple[str, ...]]:
    """Every three words in a row."""
    words = re.findall(r"\w+", text.casefold())
    return list(zip(words, words[1:], words[2:], strict=False))


def _is_new(text: str, phrases: set[tuple[str, ...]]) -> bool:
    """Whether most of ``text`` is not said elsewhere, as that of a pull quote is."""
    own = _phrases(text)
    return sum(phrase in phrases for phrase in own) < 0.5 * len(own)


def _without_title(blocks: Iterable[Block], titles: tuple[str, ...]) -> Iterator[Block]:
    """``blocks`` without headings above the first paragraph that only repeat a title."""
    known = {_key(title) for title in titles}
    began = False
    for block in blocks:
        repeats = _key(block.text) in known
        began = began or not (repeats or block.tag in _HEADS)
        if began or not repeats:
            yield block
