"""Whom pronouns and definite nouns mean: *she*, *the analyst*, *the company*, *both men*.

One pass over the narration with a memory of who is in play. Each mention adds weight by its place in
the grammar, each sentence halves what is there, and a pronoun takes the heaviest that fits in sex
(after Lappin and Leass 1994, "An algorithm for pronominal anaphora resolution").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.assertions import bodies, cues, sources, standing
from factcheck.assertions.bodies import Body
from factcheck.assertions.names import Names
from factcheck.assertions.people import MAN, WOMAN, People, sex_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SEX = {
    "he": MAN, "him": MAN, "his": MAN, "himself": MAN,
    "she": WOMAN, "her": WOMAN, "hers": WOMAN, "herself": WOMAN,
}  # fmt: skip
_NEAR = 3  # sentences between a plural and the *they* that means it
_SPEAKER_BONUS = 50
_MOST = 200  # weight of anybody, however often they are mentioned
_QUOTED = 0.15
_HORIZON = 12  # sentences after which somebody is no longer in play
# Offices that one person holds; of analysts and witnesses there may be several.
_OFFICES = frozenset(
    "ambassador chief commissioner governor mayor minister president sheriff superintendent chairman "
    "chairwoman senator congressman congresswoman coach judge prosecutor archbishop bishop".split()
)
_PAIRS = frozenset(("both", "pair", "duo", "couple", "two"))


class _Memory:
    """Who is in play, with what weight as of which sentence, the latest last."""

    def __init__(self) -> None:
        self._weights: dict[str, tuple[float, int]] = {}

    def add(self, who: str, weight: float, sentence: int) -> None:
        held = self.weight(who, sentence)
        self._weights.pop(who, None)
        self._weights[who] = (min(held + weight, _MOST), sentence)

    def weight(self, who: str, sentence: int) -> float:
        held, at = self._weights.get(who, (0.0, sentence))
        return held * 0.5 ** (sentence - at)

    def ranked(self, sentence: int) -> list[tuple[float, str]]:
        """The heaviest first; what is beyond the horizon is forgotten."""
        gone = [w for w, (_, at) in self._weights.items() if sentence - at > _HORIZON]
        for who in gone:
            del self._weights[who]
        ranked = [(self.weight(who, sentence), who) for who in self._weights]
        return sorted(ranked, key=lambda r: (-r[0], r[1]))

    def last(self, count: int) -> list[str]:
        return list(self._weights)[-count:]


class _Pass:
    """The state of one pass over an article."""

    def __init__(self, names: Names, people: People) -> None:
        self.names, self.people = names, people
        self.persons, self.bodies = _Memory(), _Memory()
        self.described: dict[str, Body] = {}
        self.sexes = dict(people.sexes)
        self.found: dict[int, str] = {}
        self.at: dict[int, str] = {}  # the person at each head token, names too
        self.speaker, self.led = (
            "",
            0,
        )  # who spoke or acted last, and the sentence whose subject that was
        self.together: tuple[str, int] | None = None
        self.met: set[str] = set()
        self.spoken: dict[int, str] = {}  # the organisation at each head token
        self.thing: tuple[str, int] | None = None
        self.named: dict[str, int] = {}  # the sentence in which somebody is named first
        self.called: dict[str, list[str]] = {}  # who was introduced by a role, in order

    def note(self, token: Token, who: str, sentence: int, factor: float = 1.0) -> None:
        self.at[token.i] = who
        if factor == 1 and (
            standing.leads(token) or (standing.speaks(token) and sentence != self.led)
        ):
            self.speaker = who
            self.led = sentence if standing.leads(token) else self.led
        if who not in self.met:
            self.met.add(who)
            for role in self.people.roles.get(who, ()):
                self.called.setdefault(role, []).append(who)
        self.persons.add(who, factor * standing.weight(token), sentence)

    def pronoun(self, token: Token, sentence: int) -> None:
        sex = _SEX[token.lower_]
        barred = self._barred(token)
        ranked = self.persons.ranked(sentence)
        if standing.speaks(token) or standing.thinks(token):
            ranked.sort(key=lambda r: -r[0] - _SPEAKER_BONUS * (r[1] == self.speaker))
        for _, who in ranked:
            if who not in barred and self.sexes.get(who, sex) == sex:
                self.sexes.setdefault(who, sex)
                self.found[token.i] = who
                self.note(token, who, sentence)
                return

    def _barred(self, token: Token) -> set[str]:
        """An object is not its own verb's subject: *she accused her*."""
        if token.dep_ not in ("dobj", "pobj", "dative", "iobj") or token.lower_.endswith("self"):
            return set()
        verb = token.head if token.dep_ != "pobj" else token.head.head
        subjects = (c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass"))
        return {self.at[c.i] for c in subjects if c.i in self.at}

    def role(self, token: Token, sentence: int) -> None:
        """*The analyst*: the last person introduced as one; *the actor*: also who is called nothing."""
        word = token.lower_
        sex = sex_of({word})
        traits = word in cues.TRAITS or word == "old"
        for weight, who in self.persons.ranked(sentence):
            if sex and self.sexes.get(who, sex) != sex:
                continue
            roles = self.people.roles.get(who, frozenset())
            if word in roles or (traits and weight > 15 and not roles & cues.ROLES):
                self.found[token.i] = who
                self.note(token, who, sentence)
                return
        for who in self.called.get(word, ())[-1:]:
            self.found[token.i] = who
            self.note(token, who, sentence)

    def body(self, body: Body, head: Token, sentence: int, factor: float) -> None:
        self.spoken[head.i] = body.name
        self.bodies.add(body.name, factor * standing.weight(head), sentence)
        known = self.described.get(body.name)
        called = body.called | known.called if known else body.called
        self.described[body.name] = replace(body, called=called)

    def company(self, token: Token, sentence: int) -> None:
        best = max(
            (
                (bodies.fits(token, self.described[name]), weight, name)
                for weight, name in self.bodies.ranked(sentence)
            ),
            default=(0, 0.0, ""),
        )
        if best[0]:
            self.found[token.i] = best[2]
            self.bodies.add(best[2], standing.weight(token), sentence)

    def pair(self, token: Token, sentence: int) -> None:
        two = self.persons.last(2)
        if self.together and sentence - self.together[1] <= _NEAR:
            self.found[token.i] = self.together[0]
        elif len(two) == 2:
            self.found[token.i] = " and ".join(two)

    def they(self, token: Token, sentence: int) -> None:
        """The last subject in the plural: two persons joined by *and*, or people in the article's words."""
        if self.together and sentence - self.together[1] <= _NEAR:
            self.found[token.i] = self.together[0]

    def it(self, token: Token, sentence: int) -> None:
        """The organisation that was the subject of the sentence before."""
        if self.thing and sentence - self.thing[1] <= 1:
            self.found[token.i] = self.thing[0]

    def single(self, token: Token, sentence: int) -> None:
        """Keep a subject that is no person, for the *it* of the next sentence."""
        body = self.spoken.get(token.i, "")
        if (body or (token.tag_ == "NN" and token.lower_ in bodies.NOUNS)) and standing.leads(
            token
        ):
            self.thing = (body or self.found.get(token.i) or sources.described(token), sentence)

    def office(self, token: Token, sentence: int) -> None:
        """*A transit chief says*: the only one whom the article calls so, named in the next sentences."""
        holders = [who for who, roles in self.people.roles.items() if token.lower_ in roles]
        if len(holders) != 1 or holders[0] in self.met:
            return
        named = self.named.get(holders[0], sentence)
        if 0 < named - sentence <= _NEAR:
            self.found[token.i] = holders[0]

    def plural(self, token: Token, sentence: int) -> None:
        joined = [c for c in token.children if c.dep_ == "conj" and c.pos_ == "PROPN"]
        one = self.names.at(token.i)
        if one and len(joined) == 1:
            other = self.names.at(joined[0].i)
            name = self.names.person(other) if other else self.names.resolve(joined[0].text)
            if joined[0].ent_type_ not in ("ORG", "GPE", "NORP", "FAC", "LOC"):
                self.together = (f"{self.names.person(one)} and {name}", sentence)
        elif token.tag_ == "NNS" and standing.speaks(token):
            self.together = (sources.described(token), sentence)


def resolve(
    doc: Doc,
    names: Names,
    people: People,
    organisations: Iterable[Body],
    numbers: Sequence[int],
    quoted: Sequence[int],
) -> Mapping[int, str]:
    """Token number to full name, for the pronouns and definite nouns outside of quotations."""
    state = _Pass(names, people)
    named = {m.end - 1: m for m in names.mentions}
    held = {b.head: b for b in organisations}
    roles = (cues.ROLES | cues.TRAITS).union(*people.roles.values())
    for mention in names.mentions:
        state.named.setdefault(names.person(mention), numbers[mention.start])
    for token in doc:
        sentence, factor = numbers[token.i], (_QUOTED if quoted[token.i] >= 0 else 1.0)
        subject = factor == 1 and token.dep_ in ("nsubj", "nsubjpass")
        if subject:
            state.plural(token, sentence)
        if token.i in named:
            state.note(token, names.person(named[token.i]), sentence, factor)
        elif token.i in held:
            state.body(held[token.i], token, sentence, factor)
        elif factor == 1:
            _refer(token, sentence, state, roles)
        if subject:
            state.single(token, sentence)
    return state.found


def _refer(token: Token, sentence: int, state: _Pass, roles: frozenset[str]) -> None:
    """Find whom a pronoun or a noun of the narration means."""
    word = token.lower_
    if word in _SEX:
        state.pronoun(token, sentence)
    elif word in ("they", "it") and standing.speaks(token):
        (state.they if word == "they" else state.it)(token, sentence)
    elif word in _PAIRS and standing.is_pair(token):
        meant = token.head if token.dep_ in ("det", "predet", "nummod") else token
        state.pair(meant, sentence)
    elif token.tag_ == "NN" and standing.definite(token):
        if word in bodies.NOUNS:
            state.company(token, sentence)
        elif word in roles or word == "old":
            state.role(token, sentence)
    elif word in _OFFICES and standing.speaks(token) and standing.indefinite(token):
        state.office(token, sentence)
