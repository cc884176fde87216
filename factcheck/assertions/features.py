"""What the chooser knows about a candidate, as a row of numbers.

All candidates of an article are measured at once, over the columns of its tokens.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from factcheck.assertions import cues, surroundings, topics
from factcheck.assertions.candidates import ROLES, Candidate
from factcheck.assertions.columns import Columns, Spans
from factcheck.assertions.reading import Reading
from factcheck.model import LAYERS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from factcheck.assertions.columns import Column

_DEPS = (
    "ROOT conj ccomp advcl relcl acl xcomp pcomp appos nsubj nsubjpass dobj pobj attr prep "
    "agent npadvmod parataxis dep"
).split()
_POS = ("VERB AUX NOUN PROPN NUM PRON ADJ ADP").split()
_TAGS = ("VBD VBZ VBP VBN VBG VB").split()
_ENTS = ("PERSON ORG GPE DATE TIME CARDINAL MONEY PERCENT ORDINAL NORP EVENT").split()
_SUPERLATIVE = (
    "first only most largest biggest best worst least last record oldest youngest"
).split()
_EVALUATIVE = (
    "good bad great important difficult hard easy likely unlikely clear strange interesting "
    "beautiful terrible wonderful nice perfect amazing fun big huge little"
).split()
_SCALARS = (
    "words share begins ends sentence_words sentence_verbs verbs finite subject modal "
    "negative superlative numbers capitals marks in_quote cue_inside first_person_mention "
    "depth amods compounds possessive definite adverbs commas before_comma after_comma "
    "before_verb before_prep after_prep before_that first_is_verb first_is_prep "
    "first_is_det first_is_pron last_is_noun last_is_verb including quoted_share "
    "tag_sentence children position abstract question generic_subject evaluative "
    "head_speech head_writing head_thought head_stance under_speech under_thought "
    "under_stance noun_cue subject_named subject_people said_here is_content is_tag "
    "quoted_words known_speaker date_share reported_before owned opens_paragraph "
    "quoted_around people"
).split()
_POINTING = "the this that these those his her its their".split()
_SUBJECTS = ("nsubj", "nsubjpass")
_VERBS = ("VERB", "AUX")

NAMES: tuple[str, ...] = (
    *(f"role_{r}" for r in ROLES),
    *(f"layer_{x}" for x in LAYERS),
    *(f"dep_{d}" for d in _DEPS),
    *(f"pos_{p}" for p in _POS),
    *(f"tag_{t}" for t in _TAGS),
    *(f"ent_{e}" for e in _ENTS),
    *(f"up_{d}" for d in _DEPS),
    *(f"topic_{t}" for t in topics.PATTERNS),
    *(f"cue_{sort}" for sort in surroundings.SPEECH),
    *(f"content_{sort}" for sort in surroundings.SPEECH),
    *_SCALARS,
)


def rows(reading: Reading, candidates: Sequence[Candidate], spans: Spans) -> NDArray[np.float32]:
    """One row a candidate, columns as in ``NAMES``; ``spans`` are the candidates as columns."""
    import numpy as np

    measured = {
        **_membership("role", [c.roles for c in candidates], ROLES),
        **_membership("layer", [c.layers for c in candidates], LAYERS),
        **_grammar(spans),
        **_size(spans),
        **_words(spans),
        **_head(reading, spans),
        **_borders(spans),
        **surroundings.subjects(reading, spans),
        **surroundings.setting(reading, spans),
        **surroundings.speech(reading, spans),
    }
    table = np.empty((len(NAMES), len(candidates)), dtype=np.float32)
    for row, name in zip(table, NAMES, strict=True):
        row[:] = measured[name]
    return table.T


def _membership(
    kind: str, held: Sequence[Collection[str]], names: Sequence[str]
) -> dict[str, Column]:
    import numpy as np

    return {f"{kind}_{name}": np.asarray([name in has for has in held]) for name in names}


def _grammar(spans: Spans) -> dict[str, Column]:
    """The head's place in the parse, its ruler's, and which entities a span holds."""
    ruler = spans.known.head[spans.head]
    ruled = ruler != spans.head
    return {
        **{f"dep_{d}": spans.one("DEP", d)[spans.head] for d in _DEPS},
        **{f"pos_{p}": spans.one("POS", p)[spans.head] for p in _POS},
        **{f"tag_{t}": spans.one("TAG", t)[spans.head] for t in _TAGS},
        **{f"ent_{e}": spans.count(spans.one("ENT_TYPE", e)) > 0 for e in _ENTS},
        **{f"up_{d}": ruled & spans.one("DEP", d)[ruler] for d in _DEPS},
    }


def _size(spans: Spans) -> dict[str, Column]:
    words = ~spans.known.punct
    verbs = spans.one("POS", "VERB")
    around = spans.around(words).clip(min=1)
    return {
        "words": spans.count(words),
        "share": spans.count(words) / around,
        "begins": spans.start <= spans.low + 1,
        "ends": spans.end >= spans.high - 1,
        "position": (spans.start - spans.low) / (spans.high - spans.low).clip(min=1),
        "sentence_words": around,
        "sentence_verbs": spans.around(verbs),
        "verbs": spans.count(verbs),
    }


def _words(spans: Spans) -> dict[str, Column]:
    """Which words a span holds."""
    known = spans.known
    topping = spans.one("LOWER", *_SUPERLATIVE) | spans.one("TAG", "JJS", "RBS")
    likening = spans.one("LOWER", "including", "such", "like")
    return {
        "finite": spans.count(spans.one("TAG", "VBD", "VBZ", "VBP", "MD")) > 0,
        "modal": spans.count(spans.one("TAG", "MD")) > 0,
        "negative": spans.count(spans.one("DEP", "neg")) > 0,
        "superlative": spans.count(topping) > 0,
        "numbers": spans.count(known.number),
        "capitals": spans.count(known.is_such("ORTH", lambda word: word[:1].isupper())),
        "marks": spans.count(known.quote),
        "adverbs": spans.count(spans.one("POS", "ADV")),
        "commas": spans.count(spans.one("ORTH", ",")),
        "evaluative": spans.count(spans.one("LOWER", *_EVALUATIVE)) > 0,
        "including": (spans.count(spans.one("LOWER", "including")) > 0) | likening[spans.start],
        "question": spans.around(spans.one("ORTH", "?")) > 0,
        "noun_cue": spans.count(known.is_lemma(cues.NOUNS)) > 0,
    }


def _head(reading: Reading, spans: Spans) -> dict[str, Column]:
    """The ruling word and what it rules."""
    known, head = spans.known, spans.head
    subjects = spans.one("DEP", *_SUBJECTS)
    personal = spans.one("DEP", "nsubj") & spans.one("LOWER", "you", "we", "i")
    heralds = subjects | spans.one("DEP", "expl")
    first = _first_subjects(known, subjects)[head]
    named = spans.one("ENT_TYPE", "PERSON", "ORG", "GPE", "NORP")
    return {
        "subject": known.has_child(heralds, head, spans.start, spans.end),
        "in_quote": surroundings.in_marks(reading)[head],
        "first_person_mention": _introduces(reading, spans),
        "depth": known.depth[head],
        "amods": known.of_children(spans.one("DEP", "amod"))[head],
        "compounds": known.of_children(spans.one("DEP", "compound"))[head],
        "possessive": known.of_children(spans.one("DEP", "poss"))[head] > 0,
        "children": known.of_children(known.head >= 0)[head],
        "abstract": known.is_lemma(cues.NOUNS)[head],
        "generic_subject": known.of_children(personal)[head] > 0,
        "subject_named": (first >= 0) & named[first],
        "subject_people": (first >= 0) & spans.one("LOWER", "he", "she", "they")[first],
    }


def _first_subjects(known: Columns, subjects: Column) -> Column:
    """The first subject of each token, or -1."""
    import numpy as np

    first = np.full(len(known.head), -1, dtype=np.int64)
    places = np.nonzero(subjects & (known.head != np.arange(len(known.head))))[0][::-1]
    first[known.head[places]] = places
    return first


def _introduces(reading: Reading, spans: Spans) -> Column:
    """Whether the first person that a span names is named for the first time."""
    import numpy as np

    mentions = reading.people.mentions
    if not mentions:
        return np.zeros(len(spans.start), dtype=bool)
    starts = np.asarray([m.start for m in mentions])
    new = np.asarray([m.start in reading.people.firsts for m in mentions])
    place = np.searchsorted(starts, spans.start)
    found = place.clip(max=len(mentions) - 1)
    ends = np.asarray([m.end for m in mentions])
    # Where the first mention is cut off by the span's end, no later one can lie inside.
    whole: Column = (place < len(mentions)) & (ends[found] <= spans.end) & new[found]
    return whole


def _borders(spans: Spans) -> dict[str, Column]:
    """The first and last token of a span, and those beside it."""
    verb, preposition = spans.one("POS", *_VERBS), spans.one("POS", "ADP")
    comma, last = spans.one("ORTH", ","), spans.end - 1
    return {
        "definite": spans.one("LOWER", *_POINTING)[spans.start],
        "before_comma": spans.before(comma),
        "after_comma": spans.after(comma),
        "before_verb": spans.before(verb),
        "before_prep": spans.before(preposition),
        "after_prep": spans.after(preposition),
        "before_that": spans.before(spans.one("LOWER", "that")),
        "first_is_verb": verb[spans.start],
        "first_is_prep": preposition[spans.start],
        "first_is_det": spans.one("POS", "DET")[spans.start],
        "first_is_pron": spans.one("POS", "PRON")[spans.start],
        "last_is_noun": spans.one("POS", "NOUN", "PROPN")[last],
        "last_is_verb": verb[last],
    }
