"""How a noun stands in its sentence: whether it leads, speaks, is definite, and what that weighs.

The weights are after Lappin and Leass 1994, "An algorithm for pronominal anaphora resolution".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.assertions import cues

if TYPE_CHECKING:
    from spacy.tokens import Token

_WEIGHTS = {
    "nsubj": 80,
    "nsubjpass": 75,
    "agent": 60,
    "dobj": 45,
    "attr": 45,
    "poss": 35,
    "pobj": 35,
}
_ROOT_BONUS = 30


def speaks(token: Token) -> bool:
    """Subject of a verb of saying, itself or by the noun that it stands beside: *its director, Tessa Roe*."""
    if token.dep_ == "appos":
        token = token.head
    verb = token.head.lemma_.casefold()
    return token.dep_ == "nsubj" and (verb in cues.REPORTING or verb in cues.STANCE)


def thinks(token: Token) -> bool:
    """Subject of a verb of thinking below one of saying: *Hale said he believes*."""
    verb = token.head
    below = verb.head != verb and verb.head.lemma_.casefold() in cues.ALL
    return token.dep_ == "nsubj" and below and verb.lemma_.casefold() in cues.THOUGHT


def leads(token: Token) -> bool:
    """Subject of the sentence, or of a verb that is joined to the sentence's own."""
    if token.dep_ == "appos":
        token = token.head
    verb = token.head
    if token.dep_ not in ("nsubj", "nsubjpass"):
        return _cleft(token)
    while verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        verb = verb.head
    return verb.dep_ in ("ROOT", "parataxis")


def _cleft(token: Token) -> bool:
    """``It was Tessa Roe who``."""
    return token.dep_ == "attr" and any(
        c.lower_ == "it" and c.dep_ == "nsubj" for c in token.head.children
    )


def weight(token: Token) -> float:
    """How much a mention adds to who is in play, by its place in the grammar."""
    dep = token.dep_
    if _cleft(token):
        return _WEIGHTS["nsubj"] + _ROOT_BONUS
    if dep == "nsubj" and token.head.dep_ == "advcl":
        return _WEIGHTS["agent"]
    if dep == "pobj" and token.head.dep_ == "agent":
        dep = "agent"
    if dep == "conj" or (dep == "appos" and token.left_edge.text != "("):
        token = token.head
        dep = token.dep_
    root = dep in ("nsubj", "nsubjpass") and token.head.dep_ == "ROOT"
    return _WEIGHTS.get(dep, 30) + _ROOT_BONUS * root


def definite(token: Token) -> bool:
    """*the company*, *the German automaker*; not *the mayor of Quill* nor *the actor who …*."""
    own = [c for c in token.children if c.dep_ not in ("punct", "cc", "conj")]
    for child in own:
        aside = child.left_edge.i > 0 and token.doc[child.left_edge.i - 1].text == ","
        if child.i > token.i and child.dep_ in ("prep", "relcl", "acl", "appos") and not aside:
            return False
    if token.dep_ in ("compound", "appos", "attr", "amod", "nmod"):
        return False
    return any(c.dep_ == "det" and c.lower_ in ("the", "this") for c in own)


def indefinite(token: Token) -> bool:
    """*A transit chief*."""
    return token.tag_ == "NN" and any(c.lower_ in ("a", "an") for c in token.lefts)


def is_pair(token: Token) -> bool:
    """*Both men said*, *the pair*."""
    if token.lower_ == "both":
        return (token.dep_ in ("nsubj", "det") and token.head.lower_ in ("men", "women")) or (
            token.dep_ == "nsubj"
        )
    return token.dep_ == "nsubj" and any(c.lower_ == "the" for c in token.children)
