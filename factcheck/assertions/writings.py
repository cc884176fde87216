"""Whose writings speak: *the statement said*, *the editorial read*, *the letter asked*.

A letter, statement or report is put down to whoever the text says issued it: ``the board's letter``,
``a letter from the board``, ``the board sent a letter``, ``said in a statement``. A share of those polled
(*51 percent say*) is put down to the poll.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from factcheck.assertions import cues, sources
from factcheck.assertions.sources import Cast, Running

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Words of their author; a study or a poll speaks for itself.
LETTERS = frozenset(
    "statement letter editorial report memo email message notice release announcement filing complaint "
    "lawsuit note tweet post declaration communique bulletin advisory petition op-ed column".split()
)
STUDIES = frozenset("poll survey study questionnaire census".split())
# What is its owner's word where it has one.
_OWNED = frozenset(
    "analysis review assessment website blog account newsletter manifesto poll survey".split()
)
_SHARES = frozenset(("percent", "%", "cent", "respondents"))
_ISSUE = cues.LIGHT | frozenset(
    "send write publish post sign file pen put read tweet address draft submit circulate aim".split()
)
_FAR = 4  # sentences between a poll and the shares that it found


def issuers(
    doc: Doc, cast: Cast, numbers: Sequence[int], quoted: Sequence[int]
) -> Mapping[int, str]:
    """Token number to issuer, for the writings and shares that a text speaks of outside of quotations."""
    found: dict[int, str] = {}
    last: dict[str, str] = {}
    study, at = "", -_FAR
    for token in doc:
        if token.pos_ not in ("NOUN", "PROPN", "SYM", "PRON") or quoted[token.i] >= 0:
            continue
        lemma = token.lemma_.casefold()
        if lemma in LETTERS or (lemma in _OWNED and _owner(token) is not None):
            issuer = _known(token, lemma, last, cast)
        elif lemma in STUDIES and token.dep_ in ("nsubj", "pobj"):
            study, at, issuer = sources.described(token), numbers[token.i], ""
        else:
            share = token.lower_ in _SHARES and token.dep_ == "nsubj" and _speaks(token)
            issuer = study if share and numbers[token.i] - at <= _FAR else ""
        if issuer:
            found[token.i] = issuer
    return found


def _known(writing: Token, lemma: str, last: dict[str, str], cast: Cast) -> str:
    """Whom a writing speaks for; ``last`` keeps the issuer of the last one of its sort."""
    issuer = _issuer(writing, cast)
    if _owner(writing) is not None:  # *the board's letter*; of *their letter* nothing is learnt
        last.update({lemma: issuer} if issuer else {})
        return issuer
    if issuer:
        last[lemma] = issuer
        return ""
    if _definite(writing):
        return last.get(lemma, "")
    last.pop(lemma, None)  # another one, of which nothing is known
    return ""


def _speaks(token: Token) -> bool:
    return token.head.lemma_.casefold() in cues.ALL


def _definite(token: Token) -> bool:
    """*The letter*, *that letter*; not *the letter of May that …*."""
    return any(c.dep_ == "det" and c.lower_ in ("the", "this", "that") for c in token.lefts)


def _issuer(writing: Token, cast: Cast) -> str:
    """Who the sentence says issued it; empty where it does not say."""
    owner = _owner(writing)
    if owner is None:
        links = (c for c in writing.rights if c.dep_ in ("prep", "agent"))
        owner = next(
            (
                o
                for p in links
                if p.lower_ in ("from", "by")
                for o in p.children
                if o.dep_ == "pobj"
            ),
            None,
        )
    if owner is None:
        owner = _sender(writing)
    if owner is None or owner.ent_type_ in ("DATE", "TIME"):
        return ""
    return _author(owner, cast)


def _owner(writing: Token) -> Token | None:
    return next((c for c in writing.lefts if c.dep_ == "poss"), None)


def _author(owner: Token, cast: Cast) -> str:
    """The person or organisation at a token; empty for an unresolved pronoun."""
    if owner.tag_ == "PRP$" or owner.pos_ == "PRON":
        return cast.meant.get(owner.i, "")
    return sources.name(owner, cast, Running())


def _sender(writing: Token) -> Token | None:
    """``The board sent a letter``, ``the board said in a statement``."""
    verb: Token | None = None
    if writing.dep_ == "dobj" and writing.head.lemma_.casefold() in _ISSUE:
        verb = writing.head
    elif writing.dep_ == "pobj" and writing.head.lower_ in ("in", "via"):
        above = writing.head.head
        verb = above if above.lemma_.casefold() in cues.REPORTING | _ISSUE else None
    if verb is None:
        return None
    return next((c for c in verb.lefts if c.dep_ == "nsubj" and c.tag_ not in ("WP", "WDT")), None)
