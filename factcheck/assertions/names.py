"""Who is who in one article: the fullest form of each person's name."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.assertions import cues, first_names, home
from factcheck.assertions.honorifics import TITLES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

_OF_SEX = {
    "mr": "m",
    "sir": "m",
    "lord": "m",
    "mrs": "f",
    "ms": "f",
    "miss": "f",
    "dame": "f",
    "lady": "f",
}
_POSSESSIVE = ("'s", "’s", "'", "’")
# What a name may end in that is a firm's, a place's or an award's.
_NO_SURNAMES = frozenset(
    "inc inc. corp corp. co co. ltd ltd. llc plc group bank company productions airlines motors foundation "
    "university college school institute hospital clinic museum library center centre church stadium arena "
    "airport bridge street road avenue square park county city island beach lake bay river district act "
    "award awards prize cup day show news times post herald tech police council party club".split()
)
# The last word of a firm's name, which the pipeline at times takes for a surname.
FIRMS = frozenset(
    "inc inc. corp corp. co. ltd ltd. llc plc productions airlines motors foundation pictures studios records "
    "holdings industries partners enterprises".split()
)
# What follows a word that elsewhere is a title: Major League, General Motors, Premier League.
_BODIES = frozenset(
    "league motors electric mills dynamics assembly court department office committee commission "
    "ministry bureau association union general secretary state house staff medical financial technology "
    "operating information security executive officer service services authority society agency "
    "administration board council trust federation institute centre center".split()
)
SINGULAR = frozenset(("he", "she", "him", "her", "his", "hers"))


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named at tokens ``start`` to ``end``; ``title`` is the honorific before the name."""

    start: int
    end: int
    name: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """The people of an article: every mention in order, and each surname's fullest name.

    ``firsts`` are the tokens at which somebody is named for the first time; ``families`` the full
    names of those who share a surname, in the order in which they are introduced.
    """

    mentions: tuple[Mention, ...]
    fullest: dict[str, str] = field(default_factory=dict)
    firsts: frozenset[int] = frozenset()
    families: dict[str, tuple[tuple[int, str], ...]] = field(default_factory=dict)

    def person(self, mention: Mention) -> str:
        """The fullest name of the person meant: of a family, the first introduced whom the title fits."""
        family = self.families.get(mention.name.split()[-1].casefold(), ())
        if " " in mention.name or len(family) < 2:
            return self.resolve(mention.name)
        sex = _OF_SEX.get(mention.title, "")
        fitting = [
            (at, name) for at, name in family if not sex or _sex(name) in ("", sex)
        ] or family
        return next((name for at, name in fitting if at < mention.start), fitting[0][1])

    def resolve(self, name: str) -> str:
        """The fullest name in the article that ends in the same surname, else ``name``."""
        bare = strip(name)
        words = bare.split()
        if not words:
            return bare
        full = self.fullest.get(words[-1].casefold(), "")
        if not full:
            return bare
        known = set(full.casefold().split())
        fits = all(
            w.casefold().rstrip(".") in known or w.casefold().rstrip(".") in TITLES for w in words
        )
        return full if fits else bare

    def within(self, start: int, end: int) -> Mention | None:
        """The first person named between two tokens."""
        return next((m for m in self.among(start, end) if m.end <= end), None)

    def among(self, start: int, end: int) -> tuple[Mention, ...]:
        """The persons whose names begin between two tokens."""
        first = bisect_left(self.mentions, start, key=lambda m: m.start)
        return self.mentions[first : bisect_left(self.mentions, end, key=lambda m: m.start)]

    def at(self, token: int) -> Mention | None:
        """The person named at a token."""
        after = bisect_left(self.mentions, token + 1, key=lambda m: m.start)
        found = self.mentions[after - 1] if after else None
        return found if found and found.start <= token < found.end else None

    def knows(self, name: str) -> bool:
        """Whether ``name`` is a person of the article."""
        return bool(name) and self.resolve(name.rsplit(maxsplit=1)[-1]) == name

    def before(self, token: Token) -> str:
        """Whom a singular pronoun at ``token`` most likely means: the last person who was a subject."""
        last = bisect_left(self.mentions, token.i, key=lambda m: m.start)
        earlier = [m for m in self.mentions[max(last - 40, 0) : last] if m.end <= token.i]
        if not earlier:
            return ""
        doc = token.doc
        here, _ = home.bounds(token)
        since = home.bounds(doc[here - 1])[0] if here else 0
        back = [m for m in earlier if m.start >= since] or earlier[-1:]
        subjects = [m for m in back if doc[m.end - 1].dep_ in ("nsubj", "nsubjpass")]
        return self.resolve((subjects or back)[-1].name)


def collect(doc: Doc) -> Names:
    """Read the people off the pipeline's entities."""
    mentions = _completed(doc, tuple(_mentions(doc)))
    fullest: dict[str, str] = {}
    families: dict[str, dict[str, int]] = {}
    for mention in mentions:
        words = mention.name.split()
        key = words[-1].casefold()
        if len(words) > len(fullest.get(key, "").split()) and len(words) <= 4:
            fullest[key] = mention.name
        if 2 <= len(words) <= 4:
            families.setdefault(key, {}).setdefault(mention.name, mention.start)
    shared = {key: _family(known) for key, known in families.items()}
    mentions = _with_surnames(doc, mentions, fullest)
    return Names(mentions, _with_first_names(fullest), _firsts(mentions, fullest), shared)


def _family(known: dict[str, int]) -> tuple[tuple[int, str], ...]:
    """The persons among full names with one surname: ``Ann B. Roe`` is ``Ann Roe``, the fuller form wins."""
    people: dict[str, tuple[int, str]] = {}
    for name, start in known.items():
        first = name.split()[0].casefold()
        at, longest = people.get(first, (start, ""))
        people[first] = (at, max(longest, name, key=len))
    return tuple(sorted(people.values()))


def _sex(name: str) -> str:
    first = name.split(maxsplit=1)[0].casefold()
    return "m" if first in first_names.MEN else ("f" if first in first_names.WOMEN else "")


def _with_surnames(
    doc: Doc, mentions: tuple[Mention, ...], fullest: dict[str, str]
) -> tuple[Mention, ...]:
    """With the bare surnames that the pipeline took for something else or passed over."""
    taken = {i for m in mentions for i in range(m.start, m.end)}
    more = []
    for start, end in _runs(doc):
        word = doc[end - 1].text
        before = doc[start].text.rstrip(".").casefold() if end - start == 2 else ""
        alone = end - start == 1 or before in TITLES
        full = fullest.get(word.casefold(), "")
        if alone and end - 1 not in taken and " " in full and word in full.split():
            more.append(Mention(end - 1, end, word, before))
    return tuple(sorted((*mentions, *more), key=lambda m: m.start))


def _firsts(mentions: Iterable[Mention], fullest: dict[str, str]) -> frozenset[int]:
    seen: dict[str, int] = {}
    for mention in mentions:
        person = fullest.get(mention.name.split()[-1].casefold(), mention.name)
        seen.setdefault(person, mention.start)
    return frozenset(seen.values())


def _with_first_names(fullest: dict[str, str]) -> dict[str, str]:
    """``Tessa explained``: a first name alone means the only person who bears it."""
    firsts: dict[str, list[str]] = {}
    for name in set(fullest.values()):
        if " " in name:
            firsts.setdefault(name.split()[0].casefold(), []).append(name)
    alone = {first: names[0] for first, names in sorted(firsts.items()) if len(names) == 1}
    known = {key: name for key, name in fullest.items() if " " in name or key not in alone}
    return {**{k: v for k, v in alone.items() if k not in known}, **known}


def _mentions(doc: Doc) -> Iterable[Mention]:
    entities = doc.ents
    places = Counter(e.text for e in entities if e.label_ == "GPE")
    persons = Counter(e.text for e in entities if e.label_ == "PERSON")
    for entity in entities:
        if entity.label_ == "PERSON" and places[entity.text] <= persons[entity.text]:
            start, end = _trim(entity)
            firm = start < end and doc[end - 1].lower_ in FIRMS
            if start < end and not firm and not doc[start].text.islower():
                yield Mention(start, end, strip(doc[start:end].text), _title(doc, start))


def _title(doc: Doc, start: int) -> str:
    word = doc[start - 1].text.rstrip(".").casefold() if start else ""
    return word if word in TITLES else ""


def _completed(doc: Doc, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """With the full names that the pipeline took for something else.

    Two or three capitalised words are a person where their last one alone is named as a person or
    is somebody who speaks, where a title stands before them or an age behind, or where they begin with
    a common first name and no longer name holds them.
    """
    surnames = {m.name for m in mentions if " " not in m.name} | _lone_speakers(doc)
    taken = {i for m in mentions for i in range(m.start, m.end)}
    more = []
    for whole, end in _runs(doc):
        start = _behind_title(doc, whole, end)
        if (
            2 <= end - start <= 3
            and (
                doc[end - 1].text in surnames
                or _looks_like_one(doc, start, end)
                or ((start > whole or _aged(doc, end)) and _may_be_one(doc, start, end))
            )
            and not taken & set(range(start, end))
        ):
            more.append(Mention(start, end, strip(doc[start:end].text), _title(doc, start)))
    return tuple(sorted((*mentions, *more), key=lambda m: m.start))


def _behind_title(doc: Doc, start: int, end: int) -> int:
    """Where the name begins in a run of capitalised words: ``Fire Chief Tobin Hale``."""
    titles = (i for i in range(start, end) if doc[i].text.rstrip(".").casefold() in TITLES)
    return max(titles, default=start - 1) + 1


def _aged(doc: Doc, end: int) -> bool:
    """``Tobin Hale, 44, agreed``."""
    if end + 2 >= len(doc) or doc[end].text != "," or doc[end + 2].text not in (",", ".", "and"):
        return False
    return doc[end + 1].text.isdigit() and len(doc[end + 1]) == 2


def _may_be_one(doc: Doc, start: int, end: int) -> bool:
    """Whether no word is one of a firm, a body or an office: ``Chief Medical Officer``."""
    return not any(
        token.lower_ in _NO_SURNAMES or token.lower_ in _BODIES or token.lower_ in cues.ROLES
        for token in doc[start:end]
    )


def _looks_like_one(doc: Doc, start: int, end: int) -> bool:
    """Whether words read like first name and surname, and stand alone."""
    first, last = doc[start].lower_, doc[end - 1].lower_
    beside = doc[end - 1].head
    if doc[end - 1].dep_ == "appos" and beside.lower_ in cues.KIN | cues.ROLES:
        return True  # ``his widow, Yonca Hale``
    if first not in first_names.MEN | first_names.WOMEN or first in first_names.PLACES:
        return False
    if last in _NO_SURNAMES or doc[start].ent_type_ in ("GPE", "LOC", "FAC", "WORK_OF_ART"):
        return False
    around = [doc[place] for place in (start - 1, end) if 0 <= place < len(doc)]
    return not any(t.ent_type_ and t.ent_type_ == doc[start].ent_type_ for t in around)


def _lone_speakers(doc: Doc) -> set[str]:
    return {
        t.text
        for t in doc
        if t.dep_ == "nsubj"
        and t.pos_ == "PROPN"
        and t.head.lemma_ in cues.REPORTING
        and not any(c.dep_ == "compound" for c in t.children)
    }


def _runs(doc: Doc) -> Iterable[tuple[int, int]]:
    """Runs of capitalised proper nouns."""
    start = 0
    while start < len(doc):
        end = start
        while end < len(doc) and doc[end].pos_ == "PROPN" and doc[end].text[:1].isupper():
            end += 1
        if end > start:
            yield start, end
        start = max(end, start + 1)


def _trim(entity: TokenSpan) -> tuple[int, int]:
    """Without honorifics, possessives and stray marks."""
    start, end = entity.start, entity.end
    doc = entity.doc
    while start < end and (doc[start].text.rstrip(".").casefold() in TITLES or doc[start].is_punct):
        start += 1
    while start < end and (
        doc[end - 1].tag_ == "POS" or doc[end - 1].is_punct or doc[end - 1].is_space
    ):
        end -= 1
    return start, end


def strip(name: str) -> str:
    """The bare name: no article, possessive, title or blanks around it."""
    bare = " ".join(name.split()).strip(' ,;:"“”()')
    for ending in _POSSESSIVE:
        if bare.endswith(ending) and len(bare) > len(ending) + 1:
            bare = bare[: -len(ending)]
            break
    return bare
