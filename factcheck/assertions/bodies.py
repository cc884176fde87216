"""Organisations: how each is named, what it is called, and what ``the company`` may mean.

A definite noun means the organisation whose name holds it (*the committee*: House Oversight Committee),
else one that the article describes by it (*the newspaper The Herald*), else, for nouns as wide as
*company* or *group*, the one that was last spoken of.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.assertions.names import FIRMS, Names, strip

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_MEDIA = frozenset(
    "newspaper paper magazine outlet broadcaster network channel publication website site daily weekly tabloid".split()
)
_FIRMS = frozenset(
    "company firm business manufacturer automaker carmaker airline bank retailer chain studio label startup "
    "start-up giant maker carrier developer operator lender brand insurer supplier brewer airliner planemaker "
    "corporation conglomerate supermarket".split()
)
_GROUPS = frozenset(
    "group organization organisation charity nonprofit non-profit union association foundation coalition institute "
    "campaign movement think-tank alliance federation".split()
)
_OFFICES = frozenset(
    "agency department ministry bureau office authority commission committee council board panel court tribunal "
    "police force regulator watchdog administration university school college hospital team club party church "
    "parliament senate house service".split()
)
NOUNS = _MEDIA | _FIRMS | _GROUPS | _OFFICES
# Words in a name that tell what it is the name of.
_MEDIA_WORDS = frozenset(
    "times post herald guardian journal news cnn bbc reuters tribune gazette telegraph mail observer "
    "chronicle broadcasting press magazine nbc cbs abc cnbc npr bloomberg politico axios weekly daily "
    "advocate globe mirror independent examiner observer inquirer sun star".split()
)
_OFFICE_WORDS = _OFFICES | frozenset(
    "committee court ministry congress republicans democrats league cup olympics army navy nato un eu fbi cia "
    "pentagon kremlin government".split()
)


# What has a name of its own, but speaks for nobody.
_EVENTS = frozenset(
    "awards cup festival olympics games championship act prize twitter facebook instagram".split()
)


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation named at tokens ``start`` to ``end``.

    ``head`` is the token that rules the name, ``called`` are the nouns beside it.
    """

    start: int
    end: int
    head: int
    name: str
    called: frozenset[str]


def collect(doc: Doc, names: Names) -> tuple[Body, ...]:
    """The organisations that the pipeline sees, in order, each by its fullest name; no persons."""
    found = []
    for entity in doc.ents:
        firm = entity.label_ == "PERSON" and entity[-1].lower_ in FIRMS
        if entity.label_ not in ("ORG", "PRODUCT", "WORK_OF_ART") and not firm:
            continue
        if entity.text.isspace():
            continue
        start, end = entity.start, entity.end
        while end - 1 > start and (doc[end - 1].tag_ == "POS" or doc[end - 1].is_punct):
            end -= 1
        if doc[start].lower_ in ("the", "a", "an") and end - start > 1:
            start += 1
        if any(names.at(place) for place in range(start, end)):
            continue
        head = next((i for i in range(start, end) if not start <= doc[i].head.i < end), end - 1)
        called = _called(doc, start, head)
        words = {doc[place].lower_ for place in range(start, end)}
        if entity.label_ == "WORK_OF_ART" and not called & _MEDIA and not words & _MEDIA_WORDS:
            continue
        found.append((start, end, head, strip(doc[start:end].text), called))
    found = sorted([*found, *_unseen(doc, names)])
    full = _fullest(doc, [(start, end, name) for start, end, _, name, _ in found])
    return tuple(
        Body(start, end, head, full.get(name, name), said) for start, end, head, name, said in found
    )


def _unseen(doc: Doc, names: Names) -> list[tuple[int, int, int, str, frozenset[str]]]:
    """Newspapers that the pipeline passes over: ``The Advocate``."""
    found = []
    for token in doc[:-1]:
        if token.text != "The" or token.ent_type_:
            continue
        end = token.i + 1
        while end < len(doc) and doc[end].pos_ == "PROPN" and not doc[end].ent_type_:
            end += 1
        name = doc[token.i + 1 : end]
        if len(name) and name[-1].lower_ in _MEDIA_WORDS and not names.at(end - 1):
            called = _called(doc, token.i, end - 1) | {"newspaper"}
            found.append((token.i, end, end - 1, doc[token.i : end].text, called))
    return found


def _called(doc: Doc, start: int, at: int) -> frozenset[str]:
    head = doc[at]
    beside = [c for c in head.children if c.dep_ == "appos"]
    if head.dep_ == "appos":
        beside.append(head.head)
    place = start - 1
    while place >= 0 and doc[place].pos_ in ("NOUN", "ADJ"):
        beside.append(doc[place])
        place -= 1
    if head.dep_ == "nsubj" and head.head.lemma_ == "be":
        beside += [c for c in head.head.children if c.dep_ == "attr"]
    return frozenset(t.lower_ for t in beside if t.pos_ == "NOUN")


def _fullest(doc: Doc, found: list[tuple[int, int, str]]) -> dict[str, str]:
    """``PETA`` once written out as ``People for … (PETA)``; ``Big Shovel`` as ``Big Shovel Group``."""
    full: dict[str, str] = {}
    for start, end, name in found:
        if start >= 2 and doc[start - 1].text == "(" and name.isupper() and len(name) >= 2:
            before = _written_out(doc, start - 2, name)
            if before:
                full[name] = f"{before} ({name})"
        if end + 1 < len(doc) and doc[end].text == "(" and doc[end + 1].text.isupper():
            short = doc[end + 1].text
            initials = "".join(w[0] for w in name.split() if w[:1].isupper())
            if len(short) >= 2 and initials.startswith(short[:2]):
                full[short] = full[name] = f"{name} ({short})"
    longest: dict[str, str] = {}
    for _, _, name in found:
        words = name.split()
        for count in range(2, len(words)):
            longest.setdefault(" ".join(words[:count]), name)
        if name not in full and name in longest:
            full[name] = longest[name]
    return full


def _written_out(doc: Doc, last: int, short: str) -> str:
    """The words before a bracket whose capitals spell what is in it."""
    place, need = last, len(short) - 1
    while place >= 0 and last - place < 2 * len(short) + 2:
        word = doc[place].text
        if word[:1] == short[need]:
            if need == 0:
                return doc[place : last + 1].text
            need -= 1
        elif word[:1].isupper() or not word[:1].isalpha():
            return ""
        place -= 1
    return ""


def fits(noun: Token, body: Body) -> int:
    """How well a definite noun suits an organisation: 3 by its name, 2 as described, 1 perhaps, 0 not."""
    word = noun.lower_
    if any(c.lower_ == "news" for c in noun.lefts):
        word = "outlet"  # *the news organisation*
    words = frozenset(body.name.casefold().split())
    if word in words:
        return 3
    if word in body.called:
        return 2
    if body.called & NOUNS and not _alike(word, body.called):
        return 0
    plain = all(
        c.ent_type_ == "NORP"
        or c.lower_ == "news"
        or c.dep_ not in ("amod", "compound", "poss", "nummod")
        for c in noun.children
    )
    if not plain and word not in _FIRMS:
        return 0
    if words & _EVENTS:
        return 0
    media, office = bool(words & _MEDIA_WORDS), bool(words & _OFFICE_WORDS)
    if word in _MEDIA:
        return int(media)
    if word in _FIRMS or word in _GROUPS:
        return int(not media and not office)
    return 0


def _alike(word: str, called: frozenset[str]) -> bool:
    return any(word in kind and called & kind for kind in (_MEDIA, _FIRMS | _GROUPS, _GROUPS))
