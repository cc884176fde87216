"""Every span of a sentence that could be an assertion; which of them are is decided elsewhere.

Grammar proposes: clauses, whole and stripped to their core; relative clauses, appositions and
participles with and without the noun they describe; noun and prepositional phrases; quotations, the
tags beside them, and what a tag reports. All spans are whole tokens, without orphaned commas and
conjunctions at their ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.assertions import cues, edges
from factcheck.assertions.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

ROLES = (
    "sentence",
    "clause",
    "core",
    "bare",
    "predicate",
    "relative",
    "described",
    "apposition",
    "identity",
    "person",
    "chunk",
    "phrase",
    "item",
    "prep",
    "quotation",
    "quoting",
    "tag",
    "reporting",
    "content",
    "segment",
)
_VERBAL = frozenset(
    (
        "ROOT",
        "conj",
        "ccomp",
        "advcl",
        "relcl",
        "acl",
        "xcomp",
        "pcomp",
        "parataxis",
        "csubj",
        "dep",
    )
)
_LOOSE = frozenset(("advcl", "parataxis", "cc", "ccomp", "dep"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible assertion: tokens ``start`` to ``end`` of sentence ``sentence``.

    ``head`` is the token that rules it, ``roles`` are the ways in which the grammar came upon it,
    ``layers`` whose statement it would be by the grammar: the layers of :data:`factcheck.model.LAYERS`.
    """

    start: int
    end: int
    sentence: int
    head: int
    roles: frozenset[str]
    layers: frozenset[str]

    def __len__(self) -> int:
        return self.end - self.start


Proposal = tuple[int, int, int, str, str]  # start, end, head, role, layer


def propose(reading: Reading, number: int) -> tuple[Candidate, ...]:
    """The candidates of sentence ``number``, in text order, longest first where they start alike."""
    tokens = reading.tokens(number)
    if not tokens:
        return ()
    trimmed: dict[tuple[int, int], tuple[int, int] | None] = {}
    heads: dict[tuple[int, int], int] = {}
    roles: dict[tuple[int, int], set[str]] = {}
    layers: dict[tuple[int, int], set[str]] = {}
    for start, end, head, role, layer in _proposals(reading, number, tokens):
        if (start, end) not in trimmed:
            trimmed[start, end] = edges.trim(reading, start, end)
        span = trimmed[start, end]
        if span is None:
            continue
        heads.setdefault(span, head)
        roles.setdefault(span, set()).add(role)
        layers.setdefault(span, set()).add(layer or _layer(reading, number, span, head))
    return tuple(
        Candidate(*span, number, heads[span], frozenset(roles[span]), frozenset(layers[span]))
        for span in sorted(heads, key=lambda span: (span[0], -span[1]))
    )


def _proposals(reading: Reading, number: int, tokens: tuple[Token, ...]) -> Iterator[Proposal]:
    low, high = tokens[0].i, tokens[-1].i + 1
    root = next((t for t in tokens if t.head == t), tokens[0])
    yield low, high, root.i, "sentence", ""
    yield from _speech(reading, number, low, high, root)
    for token in tokens:
        if token.pos_ in ("VERB", "AUX") and token.dep_ in _VERBAL:
            yield from _clauses(token, low, high)
        elif token.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "SYM", "ADJ"):
            yield from _nominals(token, low, high)
        elif token.dep_ in ("prep", "agent") and token.pos_ == "ADP":
            yield _left(token, low), _right(token, high), token.i, "prep", ""
    yield from _people(reading, low, high)
    yield from _segments(tokens)


def _left(token: Token, low: int) -> int:
    return max(token.left_edge.i, low)


def _right(token: Token, high: int) -> int:
    return min(token.right_edge.i + 1, high)


def _clauses(verb: Token, low: int, high: int) -> Iterator[Proposal]:
    left, right = _left(verb, low), _right(verb, high)
    role = {"relcl": "relative", "acl": "relative"}.get(verb.dep_, "clause")
    yield left, right, verb.i, role, ""
    start, end = _core(verb, left, right)
    yield start, end, verb.i, "core", ""
    subject = next(
        (c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj")), None
    )
    begin = start
    if subject is not None and subject.i < verb.i:
        begin = max(subject.left_edge.i, start)
        yield begin, end, verb.i, "core", ""
        yield (
            subject.i + 1 if subject.right_edge.i >= verb.i else subject.right_edge.i + 1,
            end,
            verb.i,
            "predicate",
            "",
        )
    for cut in _cuts(verb, end):
        yield begin, cut, verb.i, "bare", ""
        if subject is not None and subject.i < verb.i and subject.right_edge.i + 1 < cut:
            yield subject.right_edge.i + 1, cut, verb.i, "predicate", ""
    if verb.dep_ in ("relcl", "acl") and verb.head.i < verb.i:
        yield max(_chunk_start(verb.head), low), right, verb.i, "described", ""
        yield max(_chunk_start(verb.head), low), end, verb.i, "described", ""


def _core(verb: Token, left: int, right: int) -> tuple[int, int]:
    """The verb's own words: without joined predicates, adverbial clauses and what is reported."""
    start, end = left, right
    for child in verb.children:
        apart = child.dep_ in _LOOSE or (child.dep_ == "conj" and child.pos_ in ("VERB", "AUX"))
        if not apart:
            continue
        if child.i > verb.i:
            end = min(end, max(child.left_edge.i, verb.i + 1))
        else:
            start = max(start, min(child.right_edge.i + 1, verb.i))
    return start, end


def _cuts(verb: Token, end: int) -> Iterator[int]:
    """Shorter ends of a clause: before a relative clause, apposition or comma; after the object."""
    seen = set()
    for token in verb.doc[verb.i + 1 : end]:
        if token.dep_ in ("relcl", "acl", "appos", "advcl") or token.text in (
            ",",
            "—",
            "–",
            ";",
            "--",
        ):
            seen.add(
                token.left_edge.i if token.dep_ in ("relcl", "acl", "appos", "advcl") else token.i
            )
        if token.dep_ == "prep" and token.head in (verb, *verb.children):
            seen.add(token.i)
        if token.dep_ == "conj" and token.pos_ in ("NOUN", "PROPN"):
            seen.add(token.left_edge.i)
    yield from sorted(place for place in seen if verb.i < place < end)


def _chunk_start(noun: Token) -> int:
    lefts = [c.left_edge.i for c in noun.lefts if c.dep_ not in ("relcl", "advcl", "punct", "cc")]
    return min([noun.i, *lefts])


def _nominals(noun: Token, low: int, high: int) -> Iterator[Proposal]:
    start = max(_chunk_start(noun), low)
    if noun.dep_ in ("compound", "amod", "nmod", "det", "nummod", "poss", "quantmod"):
        return
    yield start, noun.i + 1, noun.i, "chunk", ""
    right = _right(noun, high)
    yield start, right, noun.i, "item" if noun.dep_ == "conj" else "phrase", ""
    for child in noun.rights:
        if child.dep_ == "prep" and child.right_edge.i < high:
            yield start, child.right_edge.i + 1, noun.i, "phrase", ""
        if child.dep_ in ("appos", "npadvmod", "nummod", "amod") and child.right_edge.i < high:
            yield start, child.right_edge.i + 1, noun.i, "identity", ""
            yield child.left_edge.i, child.right_edge.i + 1, child.i, "apposition", ""
            yield _chunk_start(child), child.i + 1, child.i, "apposition", ""
        if child.dep_ == "conj":
            yield start, max(child.left_edge.i - 1, noun.i + 1), noun.i, "phrase", ""
            break


def _people(reading: Reading, low: int, high: int) -> Iterator[Proposal]:
    """A person's name with the title before it and what describes it after."""
    for mention in reading.people.among(low, high):
        head = reading.doc[mention.end - 1]
        start = max(min(_chunk_start(head), mention.start), low)
        yield start, mention.end, head.i, "person", ""
        yield mention.start, mention.end, head.i, "person", ""
        following = [
            c for c in head.children if c.dep_ in ("appos", "relcl") and c.i >= mention.end
        ]
        for child in following:
            yield start, _right(child, high), head.i, "person", ""
        place = mention.end
        if place + 1 < high and reading.doc[place].text == "," and reading.doc[place + 1].like_num:
            yield mention.start, place + 2, head.i, "person", ""


def _segments(tokens: tuple[Token, ...]) -> Iterator[Proposal]:
    """Between commas, dashes and semicolons: what is left when the parse is wrong."""
    start = tokens[0].i
    for token in tokens:
        if _divides(token) or token == tokens[-1]:
            end = token.i + (token == tokens[-1])
            if end - start >= 2:
                yield start, end, _ruler(tokens, start, end), "segment", ""
            start = token.i + 1


def _divides(token: Token) -> bool:
    """A comma, colon, bracket or dash between words; never the hyphen inside one."""
    if token.text in ("-", "–"):
        return token.i > 0 and bool(token.nbor(-1).whitespace_)
    return token.text in (",", ";", ":", "—", "--", "(", ")")


def _ruler(tokens: tuple[Token, ...], start: int, end: int) -> int:
    inside = [t for t in tokens if start <= t.i < end]
    outer = [t for t in inside if not start <= t.head.i < end or t.head == t]
    return (outer or inside)[0].i


def _speech(reading: Reading, number: int, low: int, high: int, root: Token) -> Iterator[Proposal]:
    held = sorted({q for q in reading.quoted[low:high] if q >= 0})
    pieces = []
    for index in held:
        inside = [i for i in range(low, high) if reading.quoted[i] == index]
        start, end = inside[0], inside[-1] + 1
        pieces.append((start, end))
        yield start, end, _head_in(reading, start, end), "quotation", "said"
        yield start, end, _head_in(reading, start, end), "content", "content"
    clauses = reading.spoken(number)
    for clause in clauses:
        if reading.quoted[clause.cue] >= 0:
            continue
        tag = (max(clause.tag[0], low), min(clause.tag[1], high))
        yield *tag, clause.cue, "tag", "said"
        content = (max(clause.content[0], low), min(clause.content[1], high))
        if content[0] < content[1]:
            yield min(tag[0], content[0]), max(tag[1], content[1]), clause.cue, "reporting", "said"
            yield *content, _head_in(reading, *content), "content", "content"
        verb = reading.doc[clause.cue]
        if clause.verb != "according":
            left, right = _left(verb, low), _right(verb, high)
            yield min(left, tag[0]), right, clause.cue, "reporting", "said"
            yield tag[0], right, clause.cue, "reporting", "said"
            yield (*_core(verb, left, right), clause.cue, "reporting", "said")
        for start, end in pieces:
            yield min(tag[0], start), max(tag[1], end), clause.cue, "quoting", "said"
    if pieces:
        yield low, high, root.i, "quoting", "said"
    if clauses:
        yield low, high, root.i, "reporting", "said"


def _head_in(reading: Reading, start: int, end: int) -> int:
    for token in reading.doc[start:end]:
        if (not start <= token.head.i < end or token.head == token) and not token.is_punct:
            return token.i
    return start


def _layer(reading: Reading, number: int, span: tuple[int, int], head: int) -> str:
    """Whose statement a span of plain grammar is."""
    if reading.quoted[head] >= 0:
        return "content"
    for clause in reading.spoken(number):
        if not (clause.reports or clause.verb in cues.THOUGHT):
            continue
        start, end = clause.content
        if span[0] < clause.tag[1] and clause.tag[0] < span[1] and clause.cue in range(*span):
            return "said"
        if start <= head < end:
            return "content"
    return "narration"
