"""Whose words an assertion is: the speaker that its entry in the worksheet names."""

from __future__ import annotations

from factcheck.assertions.candidates import Candidate
from factcheck.assertions.reading import Reading
from factcheck.assertions.speech import Clause


def speaker(read: Reading, candidate: Candidate) -> tuple[str, bool]:
    """Who said it, and whether that was inferred; an empty name where nobody is known to have.

    The quotation's voice, else the reporting clause of the sentence that fits best, else whoever wrote
    the paragraph, else the subject of the sentence.
    """
    held = [read.quoted[i] for i in range(candidate.start, candidate.end) if read.quoted[i] >= 0]
    clauses = [c for c in read.spoken(candidate.sentence) if c.speaker and read.quoted[c.cue] < 0]
    own = [c for c in clauses if candidate.start <= c.cue < candidate.end]
    if held and (not own or len(held) > (candidate.end - candidate.start) / 2):
        voice = read.voices[held[0]]
        if voice.speaker:
            return voice.speaker, voice.inferred
    owner = read.owners.get(read.sentences[candidate.sentence - 1].paragraph, "")
    if owner and not any(c.reports and c.speaker not in ("I", "We", "we") for c in own):
        return owner, False
    if clauses:
        return min(clauses, key=lambda clause: _distance(clause, candidate)).speaker, False
    subject = read.subjects.get(candidate.sentence, "")
    return subject, bool(subject)


def _distance(clause: Clause, candidate: Candidate) -> tuple[bool, bool, bool, bool, bool, int]:
    """How far a reporting clause is from having to do with a candidate; the least fits best."""
    start, end = clause.content
    return (
        not candidate.start <= clause.cue < candidate.end,
        start == end,  # ``the work continued``
        clause.cue != candidate.head,
        not start <= candidate.head < end,
        not clause.reports,
        abs(clause.cue - candidate.head),
    )
