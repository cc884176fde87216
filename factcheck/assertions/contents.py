"""What a reporting clause says was said, as a range of tokens.

Complement clauses first, with and without *that*; then what stands before a tag at the sentence's
end; then infinitives (*promised to*), objects (*rejected the claim*) and prepositions (*warned of*).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.assertions import cues, home

if TYPE_CHECKING:
    from spacy.tokens import Token

Range = tuple[int, int]
_PREPOSITIONS = frozenset("for of about against on to as with from".split())
_TIMES = frozenset(("DATE", "TIME"))


def find(verb: Token, source: Range) -> Range | None:
    """The content of ``verb``'s clause, whose source is the tokens ``source``; None where none is told."""
    lemma = verb.lemma_.casefold()
    reports = lemma in cues.REPORTING
    clause = _complement(verb, source)
    if clause:
        return clause
    if reports:
        found = _after_colon(verb) or _before_tag(verb, source) or _parataxis(verb)
        if found:
            return found
    if reports or lemma in cues.STANCE:
        return _complements(verb, source, lemma)
    if lemma in cues.THOUGHT:
        found = next((_range(c) for c in verb.rights if c.dep_ == "xcomp"), None)
        return found or _shown(verb)
    return None


def _shown(verb: Token) -> Range | None:
    """``The poll shows a tight race``: what a writing or a study finds."""
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if subject is None or subject.lemma_.casefold() not in cues.WRITINGS:
        return None
    return next((_range(c) for c in verb.rights if c.dep_ == "dobj"), None)


def _range(token: Token) -> Range:
    return token.left_edge.i, token.right_edge.i + 1


def _complement(verb: Token, source: Range) -> Range | None:
    for child in verb.children:
        if child.dep_ != "ccomp":
            continue
        start, end = _range(child)
        if start <= source[0] < end and source[0] < source[1]:
            # The source was read into what it said: cut there.
            start, end = (
                (start, source[0]) if source[0] - start >= end - source[1] else (source[1], end)
            )
        if child.i > verb.i:
            start = max(start, verb.i + 1)
        else:
            end = min(end, verb.i)
        if start < end:
            return _bare(verb, start, end)
    return None


def _bare(verb: Token, start: int, end: int) -> Range | None:
    """Without marks and blanks at the ends."""
    doc = verb.doc
    while start < end and (doc[start].is_space or doc[start].text in (",", ":", "-", "—", ";")):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in (",", ":", ";")):
        end -= 1
    return (start, end) if start < end else None


def _after_colon(verb: Token) -> Range | None:
    """``He said on Monday: it works.``"""
    _, high = home.bounds(verb)
    for place in range(verb.i + 1, min(verb.i + 14, high - 1)):
        if verb.doc[place].text == ":":
            return _bare(verb, place + 1, high)
    return None


def _before_tag(verb: Token, source: Range) -> Range | None:
    """``It works, the mayor said on Monday.``"""
    low, _ = home.bounds(verb)
    start = min(verb.i, source[0]) if source[0] < source[1] else verb.i
    comma = start - 1
    if comma - low < 2 or verb.doc[comma].text not in (",", "”", '"', "’"):
        return None
    if verb.dep_ in ("relcl", "acl", "advcl", "conj", "xcomp"):
        return None
    if any(c.dep_ in ("xcomp", "dobj") and c.i > verb.i for c in verb.children) and (
        verb.lemma_.casefold() not in cues.TOLD
    ):
        return None
    return _bare(verb, low, comma)


def _parataxis(verb: Token) -> Range | None:
    if verb.dep_ != "parataxis" or verb.head == verb:
        return None
    own = {t.i for t in verb.subtree}
    rest = [t.i for t in verb.head.subtree if t.i not in own and not t.is_space]
    return _bare(verb, min(rest), max(rest) + 1) if rest else None


def _complements(verb: Token, source: Range, lemma: str) -> Range | None:
    """From the first object, infinitive or preposition of the verb to its last."""
    parts = []
    for child in verb.rights:
        if source[0] <= child.i < source[1]:
            continue
        if child.dep_ in ("dobj", "dative", "oprd", "attr", "acomp"):
            if lemma in cues.TOLD and child.dep_ != "oprd":
                continue
            parts.append(child)
        elif (
            child.dep_ in ("xcomp", "pcomp")
            or (child.dep_ == "advcl" and child.tag_ == "VB" and lemma in cues.STANCE)
            or (child.dep_ == "prep" and child.lower_ in _PREPOSITIONS and _carries(child, lemma))
        ):
            parts.append(child)
    if not parts:
        return None
    start = min(p.left_edge.i for p in parts)
    end = max(p.right_edge.i + 1 for p in parts)
    return _bare(verb, max(start, verb.i + 1), end)


def _carries(prep: Token, lemma: str) -> bool:
    """Whether a preposition leads to what is said: not *on Monday*, not *to reporters*."""
    inner = next((c for c in prep.children if c.dep_ in ("pobj", "pcomp")), None)
    if inner is None:
        return False
    if inner.ent_type_ in _TIMES and prep.lower_ not in ("of", "about", "against"):
        return False
    if prep.lower_ in ("to", "with", "on", "from") and lemma in cues.SPEECH:
        return prep.lower_ == "to" and lemma in ("refer", "point", "admit")
    return True


def of_noun(noun: Token) -> Range | None:
    """``the claim that it works``, ``his promise to pay``, ``criticism of the plan``."""
    for child in noun.rights:
        if child.dep_ in ("acl", "ccomp", "xcomp") and (
            child.tag_ == "VB"
            or child.dep_ == "ccomp"
            or any(c.lower_ == "that" for c in child.lefts)
        ):
            return _range(child)
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "about", "for", "against"):
            return _range(child)
    return None
