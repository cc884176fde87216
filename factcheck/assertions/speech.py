"""Who says what: the reporting clauses of an article and the speaker of each quotation.

A reporting clause is read off the parse: a cue (``said``, ``according to``), its source and its
content. A quotation takes the speaker of the clause in its own sentence, else of the same breath,
else the running speaker, and then says that this was inferred.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.assertions import cues, home
from factcheck.assertions.names import SINGULAR, Names, strip
from factcheck.assertions.quotes import Quotation
from factcheck.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_PLURAL = frozenset(("they", "them", "we", "it"))
_MODIFIERS = ("det", "amod", "compound", "poss", "nummod", "nmod", "quantmod")
_BACK = 30  # reporting clauses that a pronoun looks back over
_HEAVY = ("relcl", "appos", "acl", "conj", "cc", "punct", "parataxis", "advcl")


@dataclass(frozen=True, slots=True)
class Clause:
    """A reporting clause, in token numbers of the document.

    ``cue`` is the verb's token (or of ``according``); ``source`` the range of the source's words,
    ``content`` the range of what is said where the grammar tells (else empty); ``tag`` holds cue and source.
    """

    cue: int
    verb: str
    source: tuple[int, int]
    content: tuple[int, int]
    tag: tuple[int, int]
    speaker: str
    sentence: int

    @property
    def reports(self) -> bool:
        """Whether the cue is one of speech or writing."""
        return self.verb in cues.REPORTING or self.verb == "according"


@dataclass(frozen=True, slots=True)
class Voice:
    """The speaker of a quotation, and whether it was inferred from the running speaker."""

    speaker: str
    inferred: bool


def clauses(doc: Doc, names: Names, numbers: Sequence[int]) -> tuple[Clause, ...]:
    """The reporting clauses in order. ``numbers[i]`` is the sentence of token ``i``."""
    found: list[Clause] = []
    for token in doc:
        if token.pos_ in ("VERB", "AUX") and token.lemma_.casefold() in cues.ALL:
            clause = _verb_clause(token, names, numbers, found)
        elif (
            token.lower_ == "according"
            and token.i + 1 < len(doc)
            and doc[token.i + 1].lower_ == "to"
        ):
            clause = _according(token, names, numbers)
        else:
            continue
        if clause:
            found.append(clause)
    return tuple(found)


def _verb_clause(
    verb: Token, names: Names, numbers: Sequence[int], earlier: list[Clause]
) -> Clause | None:
    source = _nearest(verb) or _subject(verb)
    content = _content(verb)
    lemma = verb.lemma_.casefold()
    if source is None and lemma not in cues.REPORTING:
        return None
    if lemma not in cues.REPORTING and not _asserts(verb):
        return None
    if lemma in cues.THOUGHT and lemma not in cues.SPEECH and content is None:
        return None
    speaker = speaker_of(source, names, earlier) if source is not None else ""
    src = _range(source) if source is not None else (verb.i, verb.i)
    if source is not None and content and source.i in range(*content):
        return None
    return Clause(
        verb.i, lemma, src, content or (verb.i, verb.i), _tag(verb, src), speaker, numbers[verb.i]
    )


def _tag(verb: Token, source: tuple[int, int]) -> tuple[int, int]:
    """Cue, source, and whom it was said to: ``a source told the paper``."""
    told = [
        c.right_edge.i + 1 for c in verb.rights if c.dep_ in ("dobj", "dative") and not c.is_quote
    ]
    end = max([verb.i + 1, *told])
    if source[0] == source[1]:
        return verb.i, end
    return min(verb.i, source[0]), max(end, source[1])


def _asserts(verb: Token) -> bool:
    """Whether somebody did think or demand it: ``to show that`` reports nothing."""
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") or any(
        c.dep_ in ("aux", "auxpass") and c.tag_ != "TO" for c in verb.children
    )
    return finite or verb.tag_ == "VBG"


def _nearest(verb: Token) -> Token | None:
    """``…, a source told the paper``: the noun phrase between the comma and the cue.

    The parser often takes the sentence's first noun for the subject of a tag at its end.
    """
    if verb.lemma_.casefold() not in cues.REPORTING:
        return None
    doc, last = verb.doc, verb.i - 1
    begin, _ = home.bounds(verb)
    while last > begin and doc[last].pos_ in ("ADV", "AUX"):
        last -= 1
    root = doc[last]
    start = min([last, *(c.left_edge.i for c in root.lefts if c.dep_ in _MODIFIERS)])
    if root.pos_ not in ("NOUN", "PROPN", "PRON") or start <= begin + 2:
        return None
    if doc[start - 1].text not in (",", '"', "”", "’") or root.dep_ in ("relcl", "appos"):
        return None
    return root


def _subject(verb: Token) -> Token | None:
    """The one who speaks: own subject, that of the verb it is joined to, or the noun it describes."""
    own = [c for c in verb.children if c.dep_ in _SUBJECTS]
    if own and own[0].tag_ in ("WP", "WDT") and verb.dep_ == "relcl":
        return verb.head
    if own and own[0].dep_ == "nsubjpass":
        return _agent(verb)
    if own:
        return min(own, key=lambda c: abs(c.i - verb.i))
    if (
        verb.dep_ in ("conj", "xcomp", "advcl", "ccomp")
        and verb.head.pos_ in ("VERB", "AUX")
        and verb.head != verb
    ):
        if verb.dep_ == "ccomp" and verb.tag_ not in ("VBG", "VB"):
            return None
        return _subject(verb.head)
    if verb.dep_ in ("acl", "relcl") and verb.tag_ == "VBG":
        return verb.head
    if verb.dep_ == "pcomp" and verb.head.head.pos_ in ("VERB", "AUX"):
        return _subject(verb.head.head)
    return None


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _content(verb: Token) -> tuple[int, int] | None:
    for child in verb.children:
        if child.dep_ == "ccomp" or (child.dep_ == "xcomp" and verb.lemma_ in cues.STANCE):
            return _range(child)
    if verb.dep_ == "parataxis" and verb.head != verb:
        own = {t.i for t in verb.subtree}
        rest = [t.i for t in verb.head.subtree if t.i not in own and not t.is_space]
        if rest:
            return min(rest), max(rest) + 1
    return None


def _according(cue: Token, names: Names, numbers: Sequence[int]) -> Clause | None:
    to = cue.doc[cue.i + 1]
    source = next(
        (c for c in (*to.children, *cue.children) if c.dep_ in ("pobj", "npadvmod")), None
    )
    if source is None and to.i + 1 < len(cue.doc):
        source = cue.doc[to.i + 1]
        while source.dep_ in ("compound", "amod", "det", "poss") and source.head.i > source.i:
            source = source.head
    if source is None:
        return None
    src = _range(source)
    tag = (cue.i, max(src[1], to.i + 1))
    low, high = home.bounds(cue)
    # The rest of the sentence is what the source says.
    content = (low, tag[0]) if tag[0] - low >= high - tag[1] else (tag[1], high)
    return Clause(
        cue.i, "according", src, content, tag, speaker_of(source, names, []), numbers[cue.i]
    )


def _range(token: Token) -> tuple[int, int]:
    return token.left_edge.i, token.right_edge.i + 1


def speaker_of(source: Token, names: Names, earlier: Sequence[Clause]) -> str:
    """The source as a checker would write it: the fullest name, else the words of the article."""
    if source.lower_ in SINGULAR or source.lower_ in _PLURAL or source.lower_ == "i":
        return _pronoun(source, names, earlier)
    named = _named(source, names) or _by_role(source, names, earlier)
    if named:
        return named
    start, end = source.left_edge.i, source.i + 1
    for child in source.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "for", "at", "from", "in", "with"):
            end = child.right_edge.i + 1
            break
        if child.dep_ in _HEAVY:
            break
    words = [t for t in source.doc[start:end] if not (t.is_quote or t.is_space)]
    return strip(source.doc[words[0].i : words[-1].i + 1].text) if words else ""


def _named(source: Token, names: Names) -> str:
    """A person named by the source's head or by its apposition."""
    described = (c for c in source.children if c.dep_ == "appos" and c.pos_ == "PROPN")
    for token in (source, *described):
        mention = names.at(token.i)
        if mention:
            return names.resolve(mention.name)
    surname = source.text if source.pos_ == "PROPN" else ""
    full = names.fullest.get(surname.casefold(), "")  # the pipeline did not see a person here
    return full if surname and surname in full.split() else ""


def _by_role(source: Token, names: Names, earlier: Sequence[Clause]) -> str:
    """``the actor said``: who spoke in the sentences just before, called by a role."""
    definite = any(c.dep_ == "det" and c.lower_ == "the" for c in source.children)
    plain = not any(c.dep_ in ("prep", "appos", "relcl", "poss") for c in source.children)
    if not (definite and plain and source.tag_ == "NN" and source.lower_ in cues.ROLES):
        return ""
    recent = [c.speaker for c in earlier[-3:] if names.knows(c.speaker)]
    return recent[-1] if recent else ""


def _pronoun(source: Token, names: Names, earlier: Sequence[Clause]) -> str:
    """The last speaker of the sentences just before, else the last person who acted."""
    if source.lower_ in _PLURAL:
        return earlier[-1].speaker if earlier and earlier[-1].speaker else source.text
    before = names.before(source)
    recent = [c.speaker for c in earlier[-_BACK:] if names.knows(c.speaker)]
    named_since = names.any_between(earlier[-1].cue if earlier else 0, source.i)
    if recent and not named_since:
        return recent[-1]
    return before or (recent[-1] if recent else source.text)


def voices(
    doc: Doc,
    quotations: Sequence[Quotation],
    found: Sequence[Clause],
    sentences: Sequence[Span],
    paragraphs: Sequence[int],
) -> tuple[Voice, ...]:
    """The speaker of each quotation, in their order.

    ``sentences`` are the places of the sentences, ``paragraphs`` their paragraphs' numbers.
    """
    tags = _tags(doc, quotations, found)
    out: list[Voice] = []
    groups: dict[int, Voice] = {}
    running = ""
    for quotation in quotations:
        tagged = _own_tag(doc, quotation, tags, sentences)
        voice = Voice(tagged, False) if tagged else groups.get(quotation.group)
        if voice is None:
            before = _lead_in(quotation, tags, sentences, paragraphs)
            voice = Voice(before or running, bool(before or running))
        groups.setdefault(quotation.group, voice)
        running = voice.speaker or running
        out.append(voice)
    return tuple(out)


def _tags(
    doc: Doc, quotations: Sequence[Quotation], found: Sequence[Clause]
) -> dict[int, list[Clause]]:
    """The clauses with a speaker that lie outside of quotations, by sentence."""
    tags: dict[int, list[Clause]] = {}
    for clause in found:
        place = doc[clause.cue].idx
        after = bisect_right(quotations, place, key=lambda q: q.inner.start)
        inside = after > 0 and place < quotations[after - 1].inner.end
        if clause.speaker and not inside:
            tags.setdefault(clause.sentence, []).append(clause)
    return tags


def _touched(span: Span, sentences: Sequence[Span]) -> Iterator[int]:
    first = bisect_right(sentences, span.start, key=lambda s: s.end)
    for number in range(first, len(sentences)):
        if sentences[number].start >= span.end:
            break
        yield number + 1


def _own_tag(
    doc: Doc, quotation: Quotation, tags: dict[int, list[Clause]], sentences: Sequence[Span]
) -> str:
    """The reporting clause in one of the quotation's own sentences that stands nearest."""
    near = [c for n in _touched(quotation.span, sentences) for c in tags.get(n, ())]
    strong = [c for c in near if c.reports] or near
    if not strong:
        return ""
    return min(strong, key=lambda c: _distance(doc[c.cue].idx, quotation.span)).speaker


def _distance(place: int, span: Span) -> int:
    return max(span.start - place, place - span.end, 0)


def _lead_in(
    quotation: Quotation,
    tags: dict[int, list[Clause]],
    sentences: Sequence[Span],
    paragraphs: Sequence[int],
) -> str:
    """The last reporting clause of the same paragraph before the quotation."""
    number = next(_touched(quotation.span, sentences), 1) - 1
    paragraph = paragraphs[number]
    while number > 0 and paragraphs[number - 1] == paragraph:
        spoken = [c for c in tags.get(number, ()) if c.reports]
        if spoken:
            return spoken[-1].speaker
        number -= 1
    return ""
