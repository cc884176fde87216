"""What surrounds a candidate: who speaks there, what its words are about, where it stands in the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.assertions import cues, topics
from factcheck.assertions.columns import Spans
from factcheck.assertions.reading import Reading
from factcheck.assertions.speech import Clause

if TYPE_CHECKING:
    from factcheck.assertions.columns import Column

SPEECH = ("report", "thought", "stance", "noun")


def speech(reading: Reading, spans: Spans) -> dict[str, Column]:
    """How a span stands to the words of saying, thinking and taking a side."""
    known, head = spans.known, spans.head
    ruler = known.head[head]
    ruled = ruler != head
    quoted = in_marks(reading)
    heard = _heard(reading)
    return {
        **{f"cue_{name}": spans.count(heard[f"cue_{name}"]) > 0 for name in SPEECH},
        **{f"content_{name}": heard[f"content_{name}"][head] for name in SPEECH},
        "cue_inside": spans.count(heard["reports"]) > 0,
        "said_here": spans.count(heard["cue"]),
        "known_speaker": spans.count(heard["spoken"]) > 0,
        "is_content": heard["content"][head],
        "is_tag": spans.end <= heard["tag"][spans.start],
        "tag_sentence": _reporting(reading)[_sentences(reading, spans)],
        "quoted_words": spans.count(quoted),
        "quoted_share": spans.count(quoted) / spans.count(known.head >= 0).clip(min=1),
        "head_speech": known.is_lemma(cues.SPEECH)[head],
        "head_writing": known.is_lemma(cues.WRITING)[head],
        "head_thought": known.is_lemma(cues.THOUGHT)[head],
        "head_stance": known.is_lemma(cues.STANCE)[head],
        "under_speech": ruled & known.is_lemma(cues.REPORTING)[ruler],
        "under_thought": ruled & known.is_lemma(cues.THOUGHT)[ruler],
        "under_stance": ruled & known.is_lemma(cues.STANCE)[ruler],
    }


def _sentences(reading: Reading, spans: Spans) -> Column:
    """The number of each span's sentence."""
    import numpy as np

    return np.asarray(reading.numbers, dtype=np.int64)[spans.start]


def _reporting(reading: Reading) -> Column:
    """Whether sentence ``i`` has a clause that reports; there is no sentence 0."""
    import numpy as np

    numbers = range(len(reading.sentences) + 1)
    return np.asarray([any(k.reports for k in reading.spoken(n)) for n in numbers], dtype=bool)


def in_marks(reading: Reading) -> Column:
    """Which tokens stand in quotation marks."""
    import numpy as np

    return np.asarray(reading.quoted, dtype=np.int64) >= 0


def subjects(reading: Reading, spans: Spans) -> dict[str, Column]:
    """Which topics' words a span holds, and how much of it is a date."""
    import numpy as np

    starts = reading.doc.to_array("IDX").astype(np.int64)
    held: dict[str, Column] = {}
    for name, places in topics.places(reading.text):
        flags = np.zeros(len(starts), dtype=bool)
        for start, end in places:
            low = np.searchsorted(starts, start, side="right") - 1
            flags[max(low, 0) : np.searchsorted(starts, end)] = True
        held[f"topic_{name}"] = spans.count(flags) > 0
    weighty = spans.one("POS", "NOUN", "PROPN", "NUM", "VERB", "ADJ")
    dated = weighty & spans.one("ENT_TYPE", "DATE", "TIME")
    return {**held, "date_share": spans.count(dated) / spans.count(weighty).clip(min=1)}


def setting(reading: Reading, spans: Spans) -> dict[str, Column]:
    """The sentence in its paragraph and article: whose words stand around the span."""
    import numpy as np

    here = _sentences(reading, spans) - 1
    paragraphs = [s.paragraph for s in reading.sentences]
    quoted = in_marks(reading)
    opens = [n == 0 or paragraphs[n] != paragraphs[n - 1] for n in range(len(paragraphs))]
    return {
        "reported_before": _reporting(reading)[here],
        "owned": np.asarray([p in reading.owners for p in paragraphs], dtype=bool)[here],
        "opens_paragraph": np.asarray(opens, dtype=bool)[here],
        "quoted_around": spans.around(quoted) / (spans.high - spans.low).clip(min=1),
        "people": spans.count(_mentioned(reading)),
    }


def _mentioned(reading: Reading) -> Column:
    """The tokens at which a person's name begins."""
    import numpy as np

    flags = np.zeros(len(reading.doc), dtype=bool)
    flags[[mention.start for mention in reading.people.mentions]] = True
    return flags


def _heard(reading: Reading) -> dict[str, Column]:
    """The reporting clauses by token: cues, those that report, those with a speaker, what is said.

    ``tag`` holds how far the tag goes that begins at or before each token of its sentence.
    """
    import numpy as np

    size = len(reading.doc)
    sorts = [f"{part}_{name}" for part in ("cue", "content") for name in SPEECH]
    names = ("cue", "reports", "spoken", "content", *sorts)
    marked = {name: np.zeros(size, dtype=bool) for name in names}
    tag = np.zeros(size, dtype=np.int64)
    for clause in reading.clauses:
        sort = _sort(clause)
        marked["cue"][clause.cue] = marked[f"cue_{sort}"][clause.cue] = True
        marked["reports"][clause.cue] |= clause.reports
        marked["spoken"][clause.cue] |= bool(clause.speaker)
        content = slice(*clause.content)
        marked["content"][content] = marked[f"content_{sort}"][content] = True
        end = reading.bounds[clause.sentence - 1][1]
        reach = tag[clause.tag[0] : end]
        np.maximum(reach, clause.tag[1] + 3, out=reach)
    return {**marked, "tag": tag}


def _sort(clause: Clause) -> str:
    """What a cue does: report, think, take a side, or name what was said."""
    if clause.reports:
        return "report"
    if clause.verb in cues.THOUGHT:
        return "thought"
    return "stance" if clause.verb in cues.STANCE else "noun"
