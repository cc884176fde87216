"""What the article says of each person: man or woman, and by which roles they go.

Read off the words beside a name: ``Mr``, ``actress Tessa Roe``, ``Roe, the mayor``, ``Roe is a nurse``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.assertions import first_names
from factcheck.assertions.names import Mention, Names

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MAN, WOMAN = "m", "f"
# Words that are said of one sex only; the test holds an example of each list.
_OF_MEN = frozenset(
    "mr mr. sir lord king prince duke baron pope father dad grandfather son grandson brother husband uncle "
    "nephew boyfriend widower man boy gentleman actor businessman chairman congressman councilman "
    "alderman spokesman fireman policeman salesman sportsman statesman waiter monk imam rabbi he him his".split()
)
_OF_WOMEN = frozenset(
    "mrs mrs. ms ms. miss dame lady queen princess duchess baroness mother mum mom grandmother daughter "
    "granddaughter sister wife aunt niece girlfriend widow woman girl actress businesswoman chairwoman "
    "congresswoman councilwoman spokeswoman policewoman saleswoman sportswoman stateswoman waitress nun "
    "heroine hostess she her hers".split()
)
_WRITTEN_OUT = {
    "gov.": "governor", "sen.": "senator", "rep.": "congressman", "prof.": "professor", "dr.": "doctor",
    "dr": "doctor", "gen.": "general", "sgt.": "sergeant", "lt.": "lieutenant", "capt.": "captain",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class People:
    """The persons' sexes (``m``, ``f``; absent where unknown) and the roles that they are given, by full name."""

    sexes: dict[str, str]
    roles: dict[str, frozenset[str]]


def describe(doc: Doc, names: Names) -> People:
    """Gather what is said beside each name."""
    votes: dict[str, str] = {}
    roles: dict[str, set[str]] = {}
    for mention in names.mentions:
        person = names.person(mention)
        said = {_WRITTEN_OUT.get(token.lower_, token.lower_) for token in _beside(doc, mention)}
        roles.setdefault(person, set()).update(said)
        votes.setdefault(person, "")
        if not votes[person]:
            votes[person] = _sex_by_title(doc, mention) or sex_of(said)
    sexes = {person: sex for person, vote in votes.items() if (sex := _sex_by_name(person) or vote)}
    return People(sexes, {person: frozenset(said) for person, said in roles.items()})


def sex_of(words: set[str]) -> str:
    """The sex that the words tell, or nothing where they tell none or both."""
    man, woman = bool(words & _OF_MEN), bool(words & _OF_WOMEN)
    return "" if man == woman else (MAN if man else WOMAN)


def _sex_by_title(doc: Doc, mention: Mention) -> str:
    return sex_of({doc[mention.start - 1].lower_}) if mention.start else ""


def _sex_by_name(person: str) -> str:
    words = person.split()
    first = words[0].casefold() if len(words) > 1 else ""
    first = first.split("-")[0]
    if first in first_names.MEN:
        return MAN
    return WOMAN if first in first_names.WOMEN else ""


def _beside(doc: Doc, mention: Mention) -> Iterator[Token]:
    """The nouns before the name, in apposition to it, or said of it with *to be*."""
    place = mention.start - 1
    while place >= 0 and doc[place].pos_ in ("NOUN", "PROPN") and doc[place].ent_type_ != "GPE":
        yield doc[place]
        place -= 1
    head = doc[mention.end - 1]
    for child in head.children:
        if child.dep_ == "appos":
            yield from _with_joined(child)
    if head.dep_ == "appos" and head.head.pos_ in ("NOUN", "PROPN"):
        yield head.head
    if head.dep_ == "nsubj" and head.head.lemma_ in ("be", "become", "remain"):
        for child in head.head.children:
            if child.dep_ == "attr":
                yield from _with_joined(child)
    if head.dep_ == "attr" and head.head.lemma_ == "be":
        yield from (c for c in head.head.children if c.dep_ == "nsubj" and c.pos_ == "NOUN")


def _with_joined(noun: Token) -> Iterator[Token]:
    yield noun
    yield from (c for c in noun.children if c.dep_ == "conj" and c.pos_ == "NOUN")
