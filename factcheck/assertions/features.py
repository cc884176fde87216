"""What the chooser knows about a candidate, as a row of numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.assertions import cues
from factcheck.assertions.candidates import ROLES, Candidate
from factcheck.assertions.reading import Reading
from factcheck.model import LAYERS

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEPS = [
    "ROOT",
    "conj",
    "ccomp",
    "advcl",
    "relcl",
    "acl",
    "xcomp",
    "pcomp",
    "appos",
    "nsubj",
    "nsubjpass",
    "dobj",
    "pobj",
    "attr",
    "prep",
    "agent",
    "npadvmod",
    "parataxis",
    "dep",
]
_POS = ["VERB", "AUX", "NOUN", "PROPN", "NUM", "PRON", "ADJ", "ADP"]
_TAGS = ["VBD", "VBZ", "VBP", "VBN", "VBG", "VB"]
_ENTS = [
    "PERSON",
    "ORG",
    "GPE",
    "DATE",
    "TIME",
    "CARDINAL",
    "MONEY",
    "PERCENT",
    "ORDINAL",
    "NORP",
    "EVENT",
]
_SCALARS = [
    "words",
    "share",
    "begins",
    "ends",
    "sentence_words",
    "sentence_verbs",
    "verbs",
    "finite",
    "subject",
    "modal",
    "negative",
    "superlative",
    "numbers",
    "capitals",
    "marks",
    "in_quote",
    "cue_inside",
    "first_person_mention",
    "depth",
    "amods",
    "compounds",
    "possessive",
    "definite",
    "adverbs",
    "commas",
    "before_comma",
    "after_comma",
    "before_verb",
    "before_prep",
    "after_prep",
    "before_that",
    "first_is_verb",
    "first_is_prep",
    "first_is_det",
    "first_is_pron",
    "last_is_noun",
    "last_is_verb",
    "including",
    "quoted_share",
    "tag_sentence",
    "children",
    "position",
    "abstract",
    "question",
    "generic_subject",
    "evaluative",
    "head_speech",
    "head_writing",
    "head_thought",
    "head_stance",
    "under_speech",
    "under_thought",
    "under_stance",
    "noun_cue",
    "subject_named",
    "subject_people",
    "said_here",
    "is_content",
    "is_tag",
    "quoted_words",
    "known_speaker",
]
NAMES: tuple[str, ...] = (
    *(f"role_{r}" for r in ROLES),
    *(f"layer_{x}" for x in LAYERS),
    *(f"dep_{d}" for d in _DEPS),
    *(f"pos_{p}" for p in _POS),
    *(f"tag_{t}" for t in _TAGS),
    *(f"ent_{e}" for e in _ENTS),
    *(f"up_{d}" for d in _DEPS),
    *_SCALARS,
)
_SUPERLATIVE = frozenset(
    [
        "first",
        "only",
        "most",
        "largest",
        "biggest",
        "best",
        "worst",
        "least",
        "last",
        "record",
        "oldest",
        "youngest",
    ]
)
_EVALUATIVE = frozenset(
    [
        "good",
        "bad",
        "great",
        "important",
        "difficult",
        "hard",
        "easy",
        "likely",
        "unlikely",
        "clear",
        "strange",
        "interesting",
        "beautiful",
        "terrible",
        "wonderful",
        "nice",
        "perfect",
        "amazing",
        "fun",
        "big",
        "huge",
        "little",
    ]
)


def rows(reading: Reading, candidates: tuple[Candidate, ...]) -> list[list[float]]:
    """One row a candidate, columns as in ``NAMES``."""
    return [_row(reading, candidate) for candidate in candidates]


def _row(reading: Reading, c: Candidate) -> list[float]:
    doc = reading.doc
    head = doc[c.head]
    tokens = [t for t in doc[c.start : c.end] if not t.is_space]
    ents = {t.ent_type_ for t in tokens}
    up = head.head.dep_ if head.head != head else ""
    return [
        *(float(r in c.roles) for r in ROLES),
        *(float(c.layer == x) for x in LAYERS),
        *(float(head.dep_ == d) for d in _DEPS),
        *(float(head.pos_ == p) for p in _POS),
        *(float(head.tag_ == t) for t in _TAGS),
        *(float(e in ents) for e in _ENTS),
        *(float(up == d) for d in _DEPS),
        *_scalars(reading, c, head, tokens),
    ]


def _scalars(reading: Reading, c: Candidate, head: Token, tokens: list[Token]) -> list[float]:
    doc = reading.doc
    low, high = reading.bounds[c.sentence - 1]
    sentence = doc[low:high]
    words = [t for t in tokens if not t.is_punct]
    length = sum(not t.is_punct and not t.is_space for t in sentence) or 1
    lower = {t.lower_ for t in tokens}
    before = doc[c.start - 1] if c.start > low else None
    after = doc[c.end] if c.end < high else None
    first, last = tokens[0], tokens[-1]
    finite = any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in tokens)
    mention = reading.people.within(c.start, c.end)
    quoted = sum(reading.quoted[t.i] >= 0 for t in tokens) / len(tokens)
    children = list(head.children)
    here = reading.spoken(c.sentence)
    return [
        float(len(words)),
        len(words) / length,
        float(c.start <= low + 1),
        float(c.end >= high - 1),
        float(length),
        float(sum(t.pos_ == "VERB" for t in sentence)),
        float(sum(t.pos_ == "VERB" for t in tokens)),
        float(finite),
        float(
            any(
                t.dep_ in ("nsubj", "nsubjpass", "expl") and c.start <= t.i < c.end
                for t in children
            )
        ),
        float(any(t.tag_ == "MD" for t in tokens)),
        float(any(t.dep_ == "neg" for t in tokens)),
        float(bool(lower & _SUPERLATIVE) or any(t.tag_ in ("JJS", "RBS") for t in tokens)),
        float(sum(t.like_num for t in tokens)),
        float(sum(t.text[:1].isupper() for t in tokens)),
        float(sum(t.is_quote for t in tokens)),
        float(reading.quoted[head.i] >= 0),
        float(any(c.start <= k.cue < c.end and k.reports for k in here)),
        float(mention is not None and _is_first(reading, mention.start)),
        float(_depth(head)),
        float(sum(t.dep_ == "amod" for t in children)),
        float(sum(t.dep_ == "compound" for t in children)),
        float(any(t.dep_ == "poss" for t in children)),
        float(
            first.lower_ in ("the", "this", "that", "these", "those", "his", "her", "its", "their")
        ),
        float(sum(t.pos_ == "ADV" for t in tokens)),
        float(sum(t.text == "," for t in tokens)),
        float(before is not None and before.text == ","),
        float(after is not None and after.text == ","),
        float(before is not None and before.pos_ in ("VERB", "AUX")),
        float(before is not None and before.pos_ == "ADP"),
        float(after is not None and after.pos_ == "ADP"),
        float(before is not None and before.lower_ == "that"),
        float(first.pos_ in ("VERB", "AUX")),
        float(first.pos_ == "ADP"),
        float(first.pos_ == "DET"),
        float(first.pos_ == "PRON"),
        float(last.pos_ in ("NOUN", "PROPN")),
        float(last.pos_ in ("VERB", "AUX")),
        float("including" in lower or first.lower_ in ("including", "such", "like")),
        quoted,
        float(any(k.reports for k in here)),
        float(len(children)),
        (c.start - low) / max(high - low, 1),
        float(head.lemma_.casefold() in cues.NOUNS),
        float(any(t.text == "?" for t in sentence)),
        float(any(t.dep_ == "nsubj" and t.lower_ in ("you", "we", "i") for t in children)),
        float(bool(lower & _EVALUATIVE)),
        *_speech(reading, c, head, tokens),
    ]


def _speech(reading: Reading, c: Candidate, head: Token, tokens: list[Token]) -> list[float]:
    """How the candidate stands to the words of saying, thinking and taking a side."""
    own, up = head.lemma_.casefold(), head.head.lemma_.casefold() if head.head != head else ""
    subject = next((t for t in head.children if t.dep_ in ("nsubj", "nsubjpass")), None)
    here = reading.spoken(c.sentence)
    inside = [k for k in here if c.start <= k.cue < c.end]
    return [
        float(own in cues.SPEECH),
        float(own in cues.WRITING),
        float(own in cues.THOUGHT),
        float(own in cues.STANCE),
        float(up in cues.REPORTING),
        float(up in cues.THOUGHT),
        float(up in cues.STANCE),
        float(any(t.lemma_.casefold() in cues.NOUNS for t in tokens)),
        float(subject is not None and subject.ent_type_ in ("PERSON", "ORG", "GPE", "NORP")),
        float(subject is not None and subject.lower_ in ("he", "she", "they")),
        float(len(inside)),
        float(any(k.content[0] <= c.head < k.content[1] for k in here)),
        float(any(k.tag[0] <= c.start and c.end <= k.tag[1] + 3 for k in here)),
        float(sum(reading.quoted[t.i] >= 0 for t in tokens)),
        float(any(k.speaker for k in inside)),
    ]


def _depth(token: Token) -> int:
    depth = 0
    while token.head != token and depth < 20:
        token = token.head
        depth += 1
    return depth


def _is_first(reading: Reading, start: int) -> bool:
    return start in reading.people.firsts
