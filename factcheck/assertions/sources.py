"""The source of a reporting clause, as a checker would write it.

A person by the fullest name in the article, a pronoun or a definite noun by whom it means, anybody
else in the words of the article without the clause that trails behind.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.assertions.names import SINGULAR, Names, strip

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLURAL = frozenset(("they", "them", "we", "it", "both", "who", "which", "that"))
_BY_ITSELF = frozenset(("some", "others", "another", "one", "many", "several", "all", "most"))
_LONGEST = 10  # words of a description after its noun


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is who in an article: names, what pronouns and definite nouns mean, organisations in full."""

    names: Names
    meant: Mapping[int, str]
    bodies: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Running:
    """The speaker of the clause before, and the last one that is no single person."""

    speaker: str = ""
    others: str = ""


def name(source: Token, cast: Cast, running: Running) -> str:
    """Whom the token ``source`` means."""
    found = _one(source, cast, running)
    joined = [c for c in source.children if c.dep_ == "conj" and c.i > source.i]
    if not found or not joined or source.pos_ == "PRON":
        return found
    other = joined[0]
    if other.pos_ not in ("NOUN", "PROPN"):
        return found
    if any(c.dep_ == "conj" for c in other.children):
        return found
    return f"{found} and {_one(other, cast, running)}"


def _one(source: Token, cast: Cast, running: Running) -> str:
    meant = cast.meant.get(source.i, "")
    if meant:
        return meant
    if source.lower_ in SINGULAR:
        return running.speaker if cast.names.knows(running.speaker) else source.text
    if source.tag_ == "PRP$":
        return ""
    if source.lower_ in _PLURAL:
        return running.others or running.speaker or source.text
    return _named(source, cast) or described(source)


def _named(source: Token, cast: Cast) -> str:
    """A person or organisation named by the source's head or by its apposition."""
    beside = [
        c for c in source.children if c.dep_ == "appos" and c.pos_ == "PROPN" and c.i > source.i
    ]
    last = _set_off(source)
    if last is not None:
        beside.append(last)
    for token in (source, *beside):
        mention = cast.names.at(token.i)
        if mention:
            return cast.names.person(mention)
    return next((cast.bodies[t.i] for t in (*beside, source) if t.i in cast.bodies), "")


def _set_off(source: Token) -> Token | None:
    """The name between commas that ends the source: ``The firm that runs it, Brightwater, denies``."""
    doc, end = source.doc, source.right_edge.i
    if doc[end].text != "," or doc[end - 1].dep_ != "appos" or doc[end - 1].pos_ != "PROPN":
        return None
    start = end - 1
    while start > source.i and doc[start - 1].pos_ == "PROPN":
        start -= 1
    return doc[end - 1] if doc[start - 1].text == "," else None


def described(source: Token) -> str:
    """The article's own words: the noun with what stands before it and what tells it from others."""
    start, end = source.left_edge.i, source.i + 1
    for child in source.rights:
        if not _tells(child) or child.left_edge.i > end:
            break
        if child.right_edge.i + 1 - source.i > _LONGEST + 1:
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            if inner is not None and inner.i - source.i <= _LONGEST:
                end = inner.i + 1  # without what trails behind it
            break
        end = child.right_edge.i + 1
    words = [t for t in source.doc[start:end] if not (t.is_quote or t.is_space)]
    while (
        words and words[0].dep_ in ("cc", "punct", "mark", "advmod") and words[0].lower_ != "more"
    ):
        words = words[1:]
    return strip(source.doc[words[0].i : words[-1].i + 1].text) if words else ""


def _tells(child: Token) -> bool:
    """Whether words behind a noun say which one it is: *of the board*, *familiar with it*, *issued Monday*."""
    if child.dep_ == "prep":
        inner = next((c for c in child.children if c.dep_ == "pobj"), None)
        return inner is None or inner.ent_type_ not in ("DATE", "TIME")
    if child.dep_ == "acl":
        return child.tag_ == "VBN" and not any(t.text == "," for t in child.subtree)
    return child.dep_ in ("amod", "case") or (child.dep_ == "appos" and child.pos_ == "PROPN")
