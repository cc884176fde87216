"""A person's name that is spelt in two ways.

Only where it is plainly one person: a lone surname that nobody bears but for a letter or two, two
full names that differ in one word by as little. Plurals, possessives and adjectives are no second
spelling.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.assertions import cues
from factcheck.assertions.queries import persons
from factcheck.assertions.queries.letters import alike
from factcheck.assertions.queries.persons import Named
from factcheck.assertions.queries.story import Doubt, Rule, Story, span_of, two_spellings
from factcheck.assertions.roles import HONORIFICS, ROLES
from factcheck.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGER = 5  # letters of a name in which two may be others
_SPEAKING = cues.REPORTING | {"emphasize", "emphasise", "stress"}
_JOINTS = frozenset(("-", "’", "'", "&"))


# -- a lone surname that nobody bears --------------------------------------------------------


def lone_surname(story: Story) -> Iterator[Doubt]:
    """``Cowan`` is introduced, ``Cowen`` speaks."""
    people = tuple(persons.named(story))
    full = [p for p in people if len(p.words) > 1]
    alone = {p.words[0] for p in people if len(p.words) == 1}
    bearers = _by_letter([(p.words[-1], p) for p in full])
    firsts = _by_letter([(p.words[0], p) for p in full if p.words[0] in alone])
    known = {word.casefold() for p in full for word in p.words} | _known(story)
    seen: set[str] = set()
    for token in _orphans(story, known):
        if token.text in seen:
            continue
        seen.add(token.text)
        letter, most = token.lower_[0], _most(token)
        near = [p for word, p in bearers.get(letter, ()) if alike(token.text, word, most=most)]
        near += [p for word, p in firsts.get(letter, ()) if alike(token.text, word)]
        if not near and _is_honored(token):
            near = [p for p in persons.in_pairs(story) if alike(token.text, p.words[-1])]
        if len({p.words for p in near}) == 1:
            there = next((w for w in near[0].words[::-1] if alike(token.text, w, most=most)), "")
            yield two_spellings(
                story, token.text, there, span_of(token), _of_word(story, near[0], there)
            )


def _by_letter(words: Iterable[tuple[str, Named]]) -> dict[str, tuple[tuple[str, Named], ...]]:
    """Each word once, with the first person that it names, by its first letter."""
    found: dict[str, dict[str, Named]] = {}
    for word, person in words:
        found.setdefault(word[0].casefold(), {}).setdefault(word, person)
    return {letter: tuple(known.items()) for letter, known in found.items()}


def _most(token: Token) -> int:
    """How many letters may differ: two in a longer name of somebody who surely is a person."""
    return 2 if _speaks(token) and len(token) >= _LONGER else 1


def _is_honored(token: Token) -> bool:
    return token.i > 0 and token.nbor(-1).lower_.rstrip(".") in HONORIFICS


def _speaks(token: Token) -> bool:
    return token.dep_ == "nsubj" and token.head.lemma_ in _SPEAKING


def _orphans(story: Story, known: set[str]) -> Iterator[Token]:
    """Capitalised words that stand for a person and belong to no name of several words."""
    for token in story.tokens:
        if token.lower_ in known or not token.text[:1].isupper() or not token.is_alpha:
            continue
        if not token.text.isupper() and _is_person(token) and not _beside_a_name(token):
            yield token


def _is_person(token: Token) -> bool:
    """Whether a word is named as a person, or does what only persons do."""
    if _speaks(token) and len(token) >= _LONGER:
        return token.pos_ in ("PROPN", "NOUN") and (token.pos_ == "PROPN" or not _begins(token))
    if token.pos_ != "PROPN" or token.ent_type_ in persons.PLACES:
        return False
    return token.ent_type_ == "PERSON" or token.dep_ in ("nsubj", "nsubjpass", "poss")


def _begins(token: Token) -> bool:
    return bool(token.is_sent_start) or (token.i > 0 and token.nbor(-1).is_punct)


def _beside_a_name(token: Token) -> bool:
    doc = token.doc
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if after is not None and (after.pos_ == "PROPN" or after.text in _JOINTS):
        return True
    return _follows_a_name(token) or (token.i > 0 and doc[token.i - 1].text in _JOINTS)


def _follows_a_name(token: Token) -> bool:
    """``Peter Cowen``; not ``Gov. Cowen``, ``On Monday Cowen``."""
    if not token.i:
        return False
    before = token.nbor(-1)
    named = before.pos_ == "PROPN" and before.text[:1].isupper()
    title = before.lower_.rstrip(".")
    return named and title not in HONORIFICS | ROLES and before.ent_type_ != "DATE"


def _known(story: Story) -> set[str]:
    """The words, in small letters, that are common, part of a longer name, or a place named twice."""
    places = Counter(token.lower_ for token in story.tokens if token.ent_type_ in persons.PLACES)
    return {place for place, number in places.items() if number > 1} | {
        token.lower_
        for token in story.tokens
        if token.is_lower or (token.text[:1].isupper() and _follows_a_name(token))
    }


# -- two full names --------------------------------------------------------------------------


def full_names(story: Story) -> Iterator[Doubt]:
    """``Jane Smyth`` and ``Jane Smith``; ``Mohammed Hale`` and ``Muhammad Hale``."""
    by_words = {p.words: p for p in reversed(tuple(persons.named(story))) if len(p.words) > 1}
    for one, other in sorted(_sharing(tuple(by_words)), key=lambda pair: by_words[pair[1]].span):
        here, there = by_words[one].span, by_words[other].span
        apart = story.sentence(here.start) != story.sentence(there.start)
        if apart and _one_person(one, other):
            yield two_spellings(story, " ".join(other), " ".join(one), there, here)


def _one_person(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the word in which two names differ is one word; Julia and Julie are two."""
    word, variant = next((a, b) for a, b in zip(one, other, strict=True) if a != b)
    shorter = min(len(word), len(variant))
    if word == one[-1]:
        return alike(word, variant, most=2 if shorter > 6 else 1)
    return shorter > 4 and word[:-1] != variant[:-1] and alike(word, variant)


def _sharing(names: Sequence[tuple[str, ...]]) -> set[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Pairs of names of as many words that differ in one."""
    slots: dict[tuple[object, ...], list[tuple[str, ...]]] = {}
    for words in names:
        for place in range(len(words)):
            key = (place, *words[:place], *words[place + 1 :], len(words))
            slots.setdefault(key, []).append(words)
    order = {words: n for n, words in enumerate(reversed(names))}
    return {
        (a, b) if order[a] < order[b] else (b, a)
        for group in slots.values()
        if len(group) < 8
        for a, b in combinations(group, 2)
    }


# -- what they share -------------------------------------------------------------------------


def _of_word(story: Story, person: Named, word: str) -> Span:
    start = story.text.find(word, person.span.start, person.span.end)
    return Span(start, start + len(word)) if start >= 0 else person.span


RULES: tuple[Rule, ...] = (
    Rule(
        "lone-surname",
        lone_surname,
        (
            "Mayor Peter Dorlan picked a new chief on Monday. “I can do the job,” said Dorlen.",
            'Ann Hale picked William "Mo" Dorlan on Monday. Dormann also said that it was late.',
            "Michelle Arbo spoke on Monday. Michelle was touching. Michele told the crowd a story.",
            '"We lost it," Fire Chief Marguerite Dorland said. Ms. Dorlan said that the roof fell.',
            "Arne Fisk lives next door. Mr. Fiske said that the roof fell.",
            "Deputy Police Chief Hanne Dorland spoke on Monday. Chief Dorlan said it was late.",
        ),
        (
            "Mayor Peter Dorlan picked a new chief on Monday. The Dorlans have lived here for years.",
            "Mayor Peter Dorlan and Ann Dorlen spoke on Monday. Dorlen said that it was late.",
            "Mayor Peter Dorlan flew to Dorlin on Monday. Dorlan said that it was late.",
            "Spain chose Peter Spahn. Spahn left. Spain said on Monday that it was late.",
            "Peter Franken met Barney Frank on Monday. Frank said that it was late.",
            "Arne Fisk lives next door. Mr. Fisk said that the roof fell.",
            "Peter Hale met Mr. Arne Fiske. Arne Fisk lives next door. Mr. Fiske said it was late.",
            "Arne Fisk and Ann Fiske live next door. Mr. Fisk said that the roof fell.",
        ),
    ),
    Rule(
        "full-names",
        full_names,
        (
            "Jane Smythe paid on Monday. The letter was signed by Jane Smithe, the court heard.",
            "Mohammed Halim paid on Monday. Police said Muhammad Halim was 30.",
            "Marguerite Schmidt is the fire chief. Marguerite Schmitt spoke on Friday.",
            "Fire Chief Jane Smythe paid on Monday. Captain Jane Smithe was there, the court heard.",
        ),
        (
            "Jane Smythe paid on Monday. Her brother John Smythe paid on Tuesday.",
            "Eric Smythe paid on Monday. His wife Erica Smythe paid on Tuesday.",
            "Ann Smythe paid on Monday. Ann Baker paid on Tuesday.",
            "Julia Smythe paid on Monday. Her sister Julie Smythe paid on Tuesday.",
            "Jane Smythe and Jane Smithe paid on Monday.",
        ),
    ),
)
