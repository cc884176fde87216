"""The source of a tag, found by its place: beside the cue and set off by a comma or a mark of quotation.

``…, a source told the paper``: the parser often takes the sentence's first noun for the subject of a
tag at its end, or what is quoted for the subject of ``said``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.assertions import cues, home

if TYPE_CHECKING:
    from spacy.tokens import Token

_MARKS = (",", '"', "”", "’", "'", "?", "!", "…", "—", "–")
_WORDS = ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "ADV")


def inverted(verb: Token, quoted: Sequence[int]) -> Token | None:
    """``…,” said the mayor``: the noun right behind a cue that follows a mark."""
    doc, place = verb.doc, verb.i - 1
    low, high = home.bounds(verb)
    lemma = verb.lemma_.casefold()
    if (
        lemma not in cues.REPORTING
        or lemma in cues.TOLD
        or verb.tag_ == "VBG"
        or quoted[verb.i] >= 0
    ):
        return None
    while place >= low and (doc[place].is_space or doc[place].pos_ == "ADV"):
        place -= 1
    if place < low or doc[place].text not in _MARKS:
        return None
    place = verb.i + 1
    head = None
    while place < high and quoted[place] < 0:
        token = doc[place]
        joins = token.tag_ in ("POS", "HYPH") or token.text in ("-", "–")
        apart = doc[place - 1].tag_ == "POS" or doc[place - 1].pos_ == "ADV"
        joins = joins or (token.tag_ in ("VBN", "VBG") and (apart or token.dep_ == "amod"))
        if not (joins or token.pos_ in _WORDS) or token.tag_ in ("WP", "WDT"):
            break
        if token.pos_ in ("NOUN", "PROPN", "PRON"):
            if token.ent_type_ in ("DATE", "TIME") and head is not None:
                break
            head = token
        place += 1
    if head is None or head.lower_ in ("that", "it", "there", "this"):
        return None
    if head.dep_ == "dobj" and any(c.dep_ == "nsubj" for c in verb.lefts):
        return None  # ``the group, however, claimed responsibility``
    after = doc[place] if place < high else None
    if after is not None and after.pos_ in ("VERB", "AUX") and after.head != verb:
        return None  # ``…, said the mayor would``
    if head.dep_ in ("nsubj", "nsubjpass") and head.head != verb and head.head.i > head.i:
        return None  # ``…, said the mayor of Quill would``
    return head


def before(verb: Token) -> Token | None:
    """``…, a source told the paper``: the noun phrase between the mark and the cue."""
    if verb.lemma_.casefold() not in cues.REPORTING:
        return None
    doc, last = verb.doc, verb.i - 1
    low, _ = home.bounds(verb)
    while last > low and doc[last].pos_ in ("ADV", "AUX"):
        last -= 1
    root = doc[last]
    if root.pos_ not in ("NOUN", "PROPN", "PRON") or root.tag_ in ("WP", "WDT"):
        return None
    start = _start(root, low)
    while doc[start - 1].dep_ == "prep" and doc[start - 1].head.i == start - 2 and start - 2 > low:
        root = doc[start - 2]  # ``a spokesman for the mayor said``
        start = _start(root, low)
    if start <= low + 2 or doc[start - 1].text not in _MARKS[:5]:
        return None
    return root


def _start(root: Token, low: int) -> int:
    """Where the noun phrase that ends in ``root`` begins."""
    doc, start = root.doc, root.i
    while start > low and (
        doc[start - 1].pos_ in ("DET", "ADJ", "NOUN", "PROPN", "NUM")
        or doc[start - 1].tag_ in ("POS", "HYPH", "PRP$")
    ):
        start -= 1
    return start


def behind_participle(subject: Token, verb: Token) -> Token:
    """``Writing in a blog, Tessa Roe dubbed it``: the name after the comma, where *writing* was taken."""
    doc = subject.doc
    if not subject.lower_.endswith("ing") or not subject.is_sent_start:
        return subject
    for place in range(subject.i + 1, verb.i - 1):
        token = doc[place]
        if token.text == "," and doc[place + 1].pos_ == "PROPN":
            head = doc[place + 1]
            while place < head.head.i < verb.i and head.head != head:
                head = head.head
            return head
    return subject
