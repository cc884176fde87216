"""A name that is spelt in two ways.

Only where it is plainly one name: a lone surname that nobody bears but for a letter or two, two
full names that differ in one word by as little, a body's name with another small word, a brand's
capitals. Plurals, possessives and adjectives are no second spelling.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.assertions import cues
from factcheck.assertions.queries.story import Doubt, Rule, Story
from factcheck.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_SHORTEST = 4  # letters of a name in which one letter may be another
_PLACES = frozenset(("GPE", "LOC", "FAC", "NORP", "LANGUAGE", "DATE"))
_ENDINGS = ("s", "es", "ies", "n", "an", "ian", "ite", "ism", "ist", "y", "ie", "ing", "o", "a")
_NICKNAMED = re.compile(r"\b([A-Z]\w+)\s[\"“(]\w+[\"”)]\s([A-Z]\w+)")  # William "Mo" Cowan
_NOT_LETTERS = re.compile(r"[\W\d_]")
# One name in several spellings; a table, since they are more than a letter apart.
_SAME = tuple(
    frozenset(line.split())
    for line in (
        "mohammed muhammad mohamed mohammad muhammed mohamad",
        "stephen steven",
        "catherine katherine kathryn catharine",
        "jeffrey geoffrey jeffery",
        "philip phillip",
        "alan allan allen",
        "stuart stewart",
        "hussein hussain hossein husayn",
        "yusuf yousef youssef yousuf",
        "ahmed ahmad",
    )
)


@dataclass(frozen=True, slots=True)
class _Named:
    """A person's name at its place, in words."""

    words: tuple[str, ...]
    span: Span


def distance(one: str, other: str, most: int) -> int:
    """Letters to change, add, drop or swap with a neighbour; ``most`` + 1 where it is more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, against in enumerate(other, 1):
            cost = min(row[-1] + 1, before[j] + 1, before[j - 1] + (letter != against))
            swapped = i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against
            row.append(min(cost, earlier[j - 2] + 1) if swapped else cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def alike(one: str, other: str, *, most: int = 1) -> bool:
    """Whether two different words are one name in two spellings, by their letters alone."""
    a, b = sorted((one.casefold(), other.casefold()), key=len)
    if a == b or a[0] != b[0] or len(a) < _SHORTEST or _NOT_LETTERS.search(a + b):
        return False
    if any(b == a + end or b == a.removesuffix("y") + end for end in _ENDINGS):
        return False
    if any(a in same and b in same for same in _SAME):
        return True
    return distance(a, b, most) <= most


# -- a lone surname that nobody bears --------------------------------------------------------


def lone_surname(story: Story) -> Iterator[Doubt]:
    """``Cowan`` is introduced, ``Cowen`` speaks."""
    people = tuple(_people(story))
    full = [p for p in people if len(p.words) > 1]
    bearers = {p.words[-1]: p for p in reversed(full)}
    firsts = {p.words[0]: p for p in reversed(full)}
    alone = {p.words[0] for p in people if len(p.words) == 1}
    known = {word.casefold() for p in full for word in p.words} | _lower(story)
    seen: set[str] = set()
    for token in _orphans(story, known):
        if token.text in seen:
            continue
        seen.add(token.text)
        near = [p for word, p in bearers.items() if alike(token.text, word, most=_most(token))]
        near += [p for word, p in firsts.items() if word in alone and alike(token.text, word)]
        if len({p.words for p in near}) == 1:
            there = next(
                (w for w in near[0].words[::-1] if alike(token.text, w, most=_most(token))), ""
            )
            yield _two(story, token.text, there, _span(token), _of_word(story, near[0], there))


def _most(token: Token) -> int:
    """How many letters may differ: two in a longer name of somebody who surely is a person."""
    acts = token.dep_ == "nsubj" and token.head.lemma_ in cues.REPORTING | {"emphasize", "stress"}
    return 2 if acts and len(token) >= 5 else 1


def _orphans(story: Story, known: set[str]) -> Iterator[Token]:
    """Capitalised words that stand for a person and belong to no name of several words."""
    for token in story.read.doc:
        if token.pos_ != "PROPN" or not token.text[:1].isupper() or not token.is_alpha:
            continue
        if token.lower_ in known or token.ent_type_ in _PLACES or token.text.isupper():
            continue
        person = token.ent_type_ == "PERSON" or token.dep_ in ("nsubj", "nsubjpass", "poss")
        if person and not _beside_a_name(token):
            yield token


def _beside_a_name(token: Token) -> bool:
    doc = token.doc
    near = [doc[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(doc)]
    return any(t.pos_ == "PROPN" or t.text in ("-", "’", "'", "&") for t in near) and not (
        token.i and _is_title(doc[token.i - 1])
    )


def _is_title(token: Token) -> bool:
    return token.lower_.rstrip(".") in ("mr", "mrs", "ms", "dr", "sir", "gov", "sen", "rep")


def _lower(story: Story) -> set[str]:
    return {token.text for token in story.read.doc if token.is_lower}


# -- two full names --------------------------------------------------------------------------


def full_names(story: Story) -> Iterator[Doubt]:
    """``Jane Smyth`` and ``Jane Smith``; ``Mohammed Hale`` and ``Muhammad Hale``."""
    by_words = {p.words: p for p in reversed(tuple(_people(story))) if len(p.words) > 1}
    for one, other in sorted(_sharing(tuple(by_words)), key=lambda pair: by_words[pair[1]].span):
        here, there = by_words[one].span, by_words[other].span
        apart = story.sentence(here.start) != story.sentence(there.start)
        if apart and _one_person(one, other):
            yield _two(story, " ".join(other), " ".join(one), there, here)


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


# -- bodies, works, brands -------------------------------------------------------------------


def body(story: Story) -> Iterator[Doubt]:
    """``National Council of Marriage`` and ``National Council for Marriage``."""
    seen: dict[tuple[str, ...], tuple[tuple[str, ...], Span]] = {}
    for item in story.inventory.items:
        words = item.span.of(story.text).split() if item.kind in ("name", "place") else []
        small = tuple(w for w in words if w in ("of", "for", "on", "in", "to"))
        if len(small) != 1 or len(words) < 4:
            continue
        bare = tuple(w.casefold() for w in words if w not in small and w.casefold() != "the")
        first = seen.setdefault(bare, (small, item.span))
        if first[0] != small:
            yield _two(
                story, item.span.of(story.text), first[1].of(story.text), item.span, first[1]
            )
            seen[bare] = (small, first[1])


def capitals(story: Story) -> Iterator[Doubt]:
    """``PlayStation`` and ``Playstation``."""
    forms: dict[str, Counter[str]] = {}
    places: dict[str, Span] = {}
    for token in story.read.doc:
        text = token.text
        if len(text) > 4 and token.is_alpha and text[0].isupper() and not text.isupper():
            forms.setdefault(text.casefold(), Counter())[text] += 1
            places.setdefault(text, _span(token))
    for spelt in forms.values():
        if len(spelt) == 2:
            (usual, _), (other, _) = sorted(
                spelt.items(), key=lambda pair: (-pair[1], places[pair[0]])
            )
            if not any(_is_web(story, places[form]) for form in spelt):
                yield _two(story, other, usual, places[other], places[usual])


def _is_web(story: Story, span: Span) -> bool:
    """Part of an address, a handle or a tag."""
    return any(c in "@#./_" for c in story.text[max(span.start - 1, 0) : span.start]) or bool(
        re.match(r"\.\w|[/_@]", story.text[span.end : span.end + 2])
    )


# -- what they share -------------------------------------------------------------------------


def _people(story: Story) -> Iterator[_Named]:
    doc = story.read.doc
    for mention in story.read.people.mentions:
        words = tuple(w for w in mention.name.split() if w[:1].isupper() and w[-1:].isalpha())
        if words and len(words) == len(mention.name.split()):
            end = doc[mention.end - 1]
            yield _Named(words, Span(doc[mention.start].idx, end.idx + len(end)))
    for match in _NICKNAMED.finditer(story.text):
        yield _Named((match[1], match[2]), Span(*match.span()))


def _span(token: Token) -> Span:
    return Span(token.idx, token.idx + len(token))


def _of_word(story: Story, person: _Named, word: str) -> Span:
    start = story.text.find(word, person.span.start, person.span.end)
    return Span(start, start + len(word)) if start >= 0 else person.span


def _two(story: Story, odd: str, usual: str, there: Span, here: Span) -> Doubt:
    first, second = sorted((here, there))
    return Doubt(
        f'One name in two spellings? "{usual}" and "{odd}"',
        f"{story.quote(first)}; {story.quote(second)}",
        (there, here),
    )


RULES: tuple[Rule, ...] = (
    Rule(
        "lone-surname",
        lone_surname,
        (
            "Mayor Peter Dorlan picked a new chief on Monday. “I can do the job,” said Dorlen.",
            'Ann Hale picked William "Mo" Dorlan on Monday. Dormann also said that it was late.',
            "Michelle Arbo spoke on Monday. Michelle was touching. Michele told the crowd a story.",
        ),
        (
            "Mayor Peter Dorlan picked a new chief on Monday. The Dorlans have lived here for years.",
            "Mayor Peter Dorlan and Ann Dorlen spoke on Monday. Dorlen said that it was late.",
            "Mayor Peter Dorlan flew to Dorlin on Monday. Dorlan said that it was late.",
            "Peter Franken met Barney Frank on Monday. Frank said that it was late.",
        ),
    ),
    Rule(
        "full-names",
        full_names,
        (
            "Jane Smythe paid on Monday. The letter was signed by Jane Smithe, the court heard.",
            "Mohammed Halim paid on Monday. Police said Muhammad Halim was 30.",
        ),
        (
            "Jane Smythe paid on Monday. Her brother John Smythe paid on Tuesday.",
            "Eric Smythe paid on Monday. His wife Erica Smythe paid on Tuesday.",
            "Ann Smythe paid on Monday. Ann Baker paid on Tuesday.",
            "Julia Smythe paid on Monday. Her sister Julie Smythe paid on Tuesday.",
            "Jane Smythe and Jane Smithe paid on Monday.",
        ),
    ),
    Rule(
        "body",
        body,
        (
            "The National Council of Marriage sued on Monday. "
            "Ann Hale leads the National Council for Marriage.",
        ),
        (
            "The National Council of Marriage sued on Monday. "
            "Ann Hale leads the National Council of Marriage.",
        ),
    ),
    Rule(
        "capitals",
        capitals,
        ("Ann Hale bought a PlayStation on Monday. The Playstation broke on Tuesday.",),
        (
            "Ann Hale bought a PlayStation on Monday. The PLAYSTATION broke on Tuesday.",
            "Ann Hale bought a PlayStation on Monday. See www.Playstation.example for more.",
        ),
    ),
)
