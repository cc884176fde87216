"""Whose words an assertion is: the speaker that its entry in the worksheet names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.assertions import bodies, cues, sources
from factcheck.assertions.candidates import Candidate
from factcheck.assertions.reading import Reading
from factcheck.assertions.speech import Clause

if TYPE_CHECKING:
    from spacy.tokens import Token

_JOINED = ("conj", "xcomp", "advcl", "ccomp", "dep", "acl", "pcomp", "prep")


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
    around = [c for c in clauses if c not in own and _reports(c, candidate)]
    if around and not held:
        return max(around, key=lambda c: c.content[0]).speaker, False
    if clauses:
        nearest = min(clauses, key=lambda clause: _distance(clause, candidate))
        return _among(read, nearest, candidate) or nearest.speaker, False
    subject = _doer(read, candidate) or read.subjects.get(candidate.sentence, "")
    return subject, bool(subject)


def _among(read: Reading, clause: Clause, candidate: Candidate) -> str:
    """Of several who speak together the one that the candidate is about: ``, lawmakers`` of a list."""
    start, end = clause.source
    if not start < candidate.start < end:
        return ""
    person = read.people.within(candidate.start, min(candidate.end, end))
    if person is not None and (candidate.end <= end or read.doc[person.end - 1].dep_ == "conj"):
        return read.people.person(person)
    head = read.doc[candidate.head]
    if candidate.end > end or head.pos_ not in ("NOUN", "PROPN") or head.dep_ != "conj":
        return ""
    return sources.described(head)


def _doer(read: Reading, candidate: Candidate) -> str:
    """Who does what a candidate tells of, in the article's words; nobody where it is done by no one named."""
    verb = read.doc[candidate.head]
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    while True:
        own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "agent")]
        if own or verb.head == verb or verb.dep_ not in _JOINED:
            break
        verb = verb.head
    agents = [c for a in own if a.dep_ == "agent" for c in a.children if c.dep_ == "pobj"]
    doers = agents or [c for c in own if c.dep_ == "nsubj"]
    if not doers or read.quoted[doers[0].i] >= 0 or not _can_speak(doers[0]):
        return ""
    person = read.people.at(doers[0].i)
    return read.people.person(person) if person else sources.described(doers[0])


def _reports(clause: Clause, candidate: Candidate) -> bool:
    """Whether the whole candidate, cues of its own and all, is what a clause says was said."""
    start, end = clause.content
    return clause.reports and start <= candidate.start and candidate.end <= end


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


def _can_speak(doer: Token) -> bool:
    """Whether a noun may be somebody: a name, people, a role, a body; not *the blaze*."""
    lower = doer.lower_
    return doer.tag_ in ("NNS", "NNP", "NNPS") or lower in cues.ROLES or lower in bodies.NOUNS
