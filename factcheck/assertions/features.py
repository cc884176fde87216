"""What the chooser knows about a candidate, as a row of numbers.

All candidates of an article are measured at once, over the columns of its tokens.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from factcheck.assertions import columns, cues
from factcheck.assertions.candidates import ROLES, Candidate
from factcheck.assertions.columns import Columns, counted
from factcheck.assertions.reading import Reading
from factcheck.model import LAYERS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Column = NDArray[Any]

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
    "before_verb before_prep after_prep before_that first_is_verb first_is_prep first_is_det "
    "first_is_pron last_is_noun last_is_verb including quoted_share tag_sentence children "
    "position abstract question generic_subject evaluative head_speech head_writing "
    "head_thought head_stance under_speech under_thought under_stance noun_cue subject_named "
    "subject_people said_here is_content is_tag quoted_words known_speaker"
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
    *_SCALARS,
)


@dataclass(frozen=True, slots=True)
class _Spans:
    """All candidates of an article: first token, end, head, and the bounds of their sentences."""

    known: Columns
    start: NDArray[np.int64]
    end: NDArray[np.int64]
    head: NDArray[np.int64]
    low: NDArray[np.int64]
    high: NDArray[np.int64]

    def one(self, attribute: str, *values: str) -> Column:
        """Which tokens have one of ``values``."""
        return self.known.is_one(attribute, values)

    def count(self, flags: Column) -> Column:
        """How many tokens of each span bear a flag, blanks left out."""
        total = counted(flags & ~self.known.space)
        return total[self.end] - total[self.start]

    def around(self, flags: Column) -> Column:
        """How many tokens of each span's sentence bear a flag, blanks left out."""
        total = counted(flags & ~self.known.space)
        return total[self.high] - total[self.low]

    def before(self, flags: Column) -> Column:
        """Whether the token before each span, in its sentence, bears a flag."""
        found: Column = (self.start > self.low) & flags[self.start - 1]
        return found

    def after(self, flags: Column) -> Column:
        """Whether the token after each span, in its sentence, bears a flag."""
        found: Column = (self.end < self.high) & flags[self.end.clip(max=len(flags) - 1)]
        return found


def rows(reading: Reading, candidates: Sequence[Candidate]) -> NDArray[np.float64]:
    """One row a candidate, columns as in ``NAMES``; no rows for no candidates."""
    import numpy as np

    if not candidates:
        return np.zeros((0, len(NAMES)))
    spans = _spans(reading, candidates)
    measured = {
        **_membership("role", [c.roles for c in candidates], ROLES),
        **_membership("layer", [(c.layer,) for c in candidates], LAYERS),
        **_grammar(spans),
        **_size(spans),
        **_words(spans),
        **_head(reading, spans),
        **_borders(spans),
        **_speech(reading, spans),
    }
    return np.stack([measured[name].astype(np.float64) for name in NAMES], axis=1)


def _spans(reading: Reading, candidates: Sequence[Candidate]) -> _Spans:
    import numpy as np

    places = [(c.start, c.end, c.head, *reading.bounds[c.sentence - 1]) for c in candidates]
    start, end, head, low, high = np.asarray(places, dtype=np.int64).T
    return _Spans(columns.of(reading), start, end, head, low, high)


def _membership(
    kind: str, held: Sequence[Collection[str]], names: Sequence[str]
) -> dict[str, Column]:
    import numpy as np

    return {f"{kind}_{name}": np.asarray([name in has for has in held]) for name in names}


def _grammar(spans: _Spans) -> dict[str, Column]:
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


def _size(spans: _Spans) -> dict[str, Column]:
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


def _words(spans: _Spans) -> dict[str, Column]:
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
        "noun_cue": spans.count(_is_cue(known, cues.NOUNS)) > 0,
    }


def _head(reading: Reading, spans: _Spans) -> dict[str, Column]:
    """The ruling word and what it rules."""
    known, head = spans.known, spans.head
    subjects = spans.one("DEP", *_SUBJECTS)
    personal = spans.one("DEP", "nsubj") & spans.one("LOWER", "you", "we", "i")
    heralds = subjects | spans.one("DEP", "expl")
    first = _first_subjects(known, subjects)[head]
    named = spans.one("ENT_TYPE", "PERSON", "ORG", "GPE", "NORP")
    return {
        "subject": known.has_child(heralds, head, spans.start, spans.end),
        "in_quote": _quoted(reading)[head],
        "first_person_mention": _introduces(reading, spans),
        "depth": known.depth[head],
        "amods": known.of_children(spans.one("DEP", "amod"))[head],
        "compounds": known.of_children(spans.one("DEP", "compound"))[head],
        "possessive": known.of_children(spans.one("DEP", "poss"))[head] > 0,
        "children": known.of_children(known.head >= 0)[head],
        "abstract": _is_cue(known, cues.NOUNS)[head],
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


def _introduces(reading: Reading, spans: _Spans) -> Column:
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


def _borders(spans: _Spans) -> dict[str, Column]:
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


def _speech(reading: Reading, spans: _Spans) -> dict[str, Column]:
    """How a span stands to the words of saying, thinking and taking a side."""
    import numpy as np

    known, head = spans.known, spans.head
    ruler = known.head[head]
    ruled = ruler != head
    quoted = _quoted(reading)
    heard = _heard(reading)
    here = [reading.numbers[i] for i in spans.start.tolist()]
    reported = np.asarray([any(k.reports for k in reading.spoken(n)) for n in here])
    return {
        "cue_inside": spans.count(heard["reports"]) > 0,
        "said_here": spans.count(heard["cue"]),
        "known_speaker": spans.count(heard["spoken"]) > 0,
        "is_content": heard["content"][head],
        "is_tag": spans.end <= heard["tag"][spans.start],
        "tag_sentence": reported,
        "quoted_words": spans.count(quoted),
        "quoted_share": spans.count(quoted) / spans.count(known.head >= 0).clip(min=1),
        "head_speech": _is_cue(known, cues.SPEECH)[head],
        "head_writing": _is_cue(known, cues.WRITING)[head],
        "head_thought": _is_cue(known, cues.THOUGHT)[head],
        "head_stance": _is_cue(known, cues.STANCE)[head],
        "under_speech": ruled & _is_cue(known, cues.REPORTING)[ruler],
        "under_thought": ruled & _is_cue(known, cues.THOUGHT)[ruler],
        "under_stance": ruled & _is_cue(known, cues.STANCE)[ruler],
    }


def _is_cue(known: Columns, lemmas: Collection[str]) -> Column:
    return known.is_such("LEMMA", lambda lemma: lemma.casefold() in lemmas)


def _quoted(reading: Reading) -> Column:
    import numpy as np

    return np.asarray(reading.quoted, dtype=np.int64) >= 0


def _heard(reading: Reading) -> dict[str, Column]:
    """The reporting clauses by token: cues, those that report, those with a speaker, what is said.

    ``tag`` holds how far the tag goes that begins at or before each token of its sentence.
    """
    import numpy as np

    size = len(reading.doc)
    marked = {name: np.zeros(size, dtype=bool) for name in ("cue", "reports", "spoken", "content")}
    tag = np.zeros(size, dtype=np.int64)
    for clause in reading.clauses:
        marked["cue"][clause.cue] = True
        marked["reports"][clause.cue] |= clause.reports
        marked["spoken"][clause.cue] |= bool(clause.speaker)
        marked["content"][slice(*clause.content)] = True
        end = reading.bounds[clause.sentence - 1][1]
        reach = tag[clause.tag[0] : end]
        np.maximum(reach, clause.tag[1] + 3, out=reach)
    return {**marked, "tag": tag}
