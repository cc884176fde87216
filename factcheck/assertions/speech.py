"""The reporting clauses of an article: who says what, by which word.

A clause is read off the parse: a cue (``said``, ``according to``, ``the claim that``), its source and its
content. The parser errs where quotations and tags meet, so a tag is first looked for by its place:
``…, said the mayor`` and ``…, the mayor told the paper``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.assertions import contents, cues, first_names, home, sources, tags
from factcheck.assertions.sources import Cast, Running

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")


@dataclass(frozen=True, slots=True)
class Clause:
    """A reporting clause, in token numbers of the document.

    ``cue`` is the verb's token (or of ``according``, or the noun's); ``source`` the range of the source's
    words, ``content`` the range of what is said where the grammar tells (else empty); ``tag`` holds cue and
    source.
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
        return self.verb in cues.REPORTING or self.verb in cues.PLAIN


def clauses(
    doc: Doc, cast: Cast, numbers: Sequence[int], quoted: Sequence[int]
) -> tuple[Clause, ...]:
    """The reporting clauses in order.

    ``numbers[i]`` is the sentence of token ``i``, ``quoted[i]`` the quotation that holds it, or -1.
    """
    found: list[Clause] = []
    running = Running()
    for token in doc:
        lemma = token.lemma_.casefold()
        clause = None
        if token.pos_ in ("VERB", "AUX") and (
            lemma in cues.ALL or _is_phrasal(token) or _reads(token, quoted)
        ):
            clause = _verb_clause(token, cast, numbers, quoted, running)
        elif token.lower_ == "according" and token.i + 1 < len(doc):
            if doc[token.i + 1].lower_ == "to":
                clause = _according(token, cast, numbers, running)
        elif token.pos_ == "NOUN" and lemma in cues.NOUNS:
            clause = _noun_clause(token, cast, numbers, running)
        elif token.text == ":" and quoted[token.i] < 0:
            clause = _colon_clause(token, cast, numbers, running)
        elif lemma in cues.MINDS and token.dep_ == "acomp":
            clause = _mind_clause(token, cast, numbers, running)
        if clause is None:
            continue
        found.append(clause)
        if quoted[clause.cue] < 0 and clause.speaker:
            single = cast.names.knows(clause.speaker) or clause.speaker in ("I", "We")
            running = Running(clause.speaker, running.others if single else clause.speaker)
    return tuple(found)


def _is_phrasal(verb: Token) -> bool:
    """*Pointed out*, *ruled out*: the particle makes it one of speech."""
    particles = {c.lower_ for c in verb.children if c.dep_ in ("prt", "advmod", "prep")}
    return bool(particles & cues.PHRASES.get(verb.lemma_.casefold(), frozenset()))


def _reads(verb: Token, quoted: Sequence[int]) -> bool:
    """``The banner read: “…”``, ``“…,” the editorial read``: beside a mark of quotation."""
    if verb.lemma_ != "read" or quoted[verb.i] >= 0:
        return False
    near = range(max(verb.i - 5, 0), min(verb.i + 3, len(verb.doc)))
    return any(quoted[place] >= 0 for place in near)


def _verb_clause(
    verb: Token, cast: Cast, numbers: Sequence[int], quoted: Sequence[int], running: Running
) -> Clause | None:
    source = tags.inverted(verb, quoted) or tags.before(verb) or _subject(verb, quoted)
    src = _range(source, verb) if source is not None else (verb.i, verb.i)
    content = contents.find(verb, src)
    lemma = verb.lemma_.casefold()
    reports = lemma in cues.REPORTING or lemma in cues.PHRASES or lemma == "read"
    if source is None and not reports:
        return None
    if not reports and not _asserts(verb):
        return None
    if lemma in cues.THOUGHT and lemma not in cues.SPEECH and content is None:
        return None
    if source is not None and content and source.i in range(*content):
        content = None
    speaker = sources.name(source, cast, running) if source is not None else ""
    nothing = (verb.i, verb.i)
    return Clause(verb.i, lemma, src, content or nothing, _tag(verb, src), speaker, numbers[verb.i])


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


def _subject(verb: Token, quoted: Sequence[int]) -> Token | None:
    """The one who speaks: own subject, that of the verb it is joined to, or the noun it describes."""
    outside = quoted[verb.i] < 0
    own = [c for c in verb.children if c.dep_ in _SUBJECTS]
    own = [c for c in own if not outside or quoted[c.i] < 0] if verb.dep_ != "ROOT" else own
    own = [c for c in own if c.dep_ != "csubj"] or own
    if own and own[0].tag_ in ("WP", "WDT") and verb.dep_ == "relcl":
        return verb.head
    if own and own[0].dep_ == "nsubjpass":
        return _agent(verb)
    if own:
        return tags.behind_participle(min(own, key=lambda c: abs(c.i - verb.i)), verb)
    if verb.tag_ == "VBN" and verb.dep_ in ("acl", "relcl", "conj") and _agent(verb) is not None:
        return _agent(verb)
    above = verb.head
    if above == verb:
        return None
    if verb.dep_ in ("conj", "xcomp", "advcl", "ccomp", "dep") and above.pos_ in ("VERB", "AUX"):
        if verb.dep_ == "ccomp" and verb.tag_ not in ("VBG", "VB"):
            return None
        return _subject(above, quoted)
    if verb.dep_ in ("acl", "relcl") and verb.tag_ == "VBG":
        return _described(verb, quoted)
    if verb.dep_ == "pcomp" and above.head.pos_ in ("VERB", "AUX"):
        return _subject(above.head, quoted)
    return None


def _described(verb: Token, quoted: Sequence[int]) -> Token | None:
    """``a letter warning that``: the noun; after a comma the subject: ``wrote on Chatter, saying``."""
    start = verb.left_edge.i
    within = verb.head.dep_ == "pobj" and verb.head.pos_ == "PROPN"  # ``wrote on Chatter saying``
    if start == 0 or not (within or verb.doc[start - 1].text == ","):
        return verb.head
    above = verb.head
    while above.pos_ not in ("VERB", "AUX") and above.head != above:
        above = above.head
    if above.pos_ in ("VERB", "AUX") and above != verb:
        return _subject(above, quoted) or verb.head
    return verb.head


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _according(cue: Token, cast: Cast, numbers: Sequence[int], running: Running) -> Clause | None:
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
    src = _range(source, cue)
    tag = (cue.i, max(src[1], to.i + 1))
    low, high = home.bounds(cue)
    # The rest of the sentence is what the source says.
    content = (low, tag[0]) if tag[0] - low >= high - tag[1] else (tag[1], high)
    speaker = sources.name(source, cast, running)
    return Clause(cue.i, "according", src, content, tag, speaker, numbers[cue.i])


def _noun_clause(
    noun: Token, cast: Cast, numbers: Sequence[int], running: Running
) -> Clause | None:
    """``the mayor's claim that``, ``criticism from activists``, ``a call by Roe to resign``."""
    source = next((c for c in noun.lefts if c.dep_ == "poss"), None)
    content = contents.of_noun(noun)
    if source is None:
        links = [
            c for c in noun.rights if c.dep_ in ("prep", "agent") and c.lower_ in ("from", "by")
        ]
        source = next((c for p in links for c in p.children if c.dep_ == "pobj"), None)
    light = noun.dep_ == "dobj" and noun.head.lemma_.casefold() in cues.LIGHT
    if source is None and light:
        source = next((c for c in noun.head.lefts if c.dep_ == "nsubj" and c.tag_ != "WDT"), None)
    if source is None or source.ent_type_ in ("DATE", "TIME"):
        return None
    src = _range(source, noun.head if light and source.head == noun.head else noun)
    if content and source.i in range(*content):
        content = None
    tag = (min(src[0], noun.i), max(src[1], noun.i + 1))
    speaker = sources.name(source, cast, running)
    nothing = (noun.i, noun.i)
    lemma = noun.lemma_.casefold()
    return Clause(noun.i, f"{lemma} (noun)", src, content or nothing, tag, speaker, numbers[noun.i])


def _colon_clause(
    colon: Token, cast: Cast, numbers: Sequence[int], running: Running
) -> Clause | None:
    """``Quill: Bridge will stay shut``: a headline that begins with a name or a study."""
    low, high = home.bounds(colon)
    head = colon.doc[colon.i - 1] if colon.i > low else None
    words = colon.doc[low : colon.i].text
    full = cast.names.resolve(words)
    first = colon.doc[low].lower_
    given = first in first_names.MEN or first in first_names.WOMEN
    person = words.istitle() and (full != words or (given and " " in words))
    study = head is not None and head.lemma_.casefold() in cues.WRITINGS
    body = head is not None and head.ent_type_ in ("PERSON", "ORG", "NORP")
    named = person or study or body
    alone = all(t.pos_ in ("PROPN", "NOUN", "ADJ") for t in colon.doc[low : colon.i])
    if head is None or not named or not alone or colon.i - low > 4 or high - colon.i < 5:
        return None
    if not any(t.pos_ in ("VERB", "AUX") for t in colon.doc[colon.i + 1 : high]):
        return None
    end = high - 1 if colon.doc[high - 1].is_space or colon.doc[high - 1].is_punct else high
    speaker = full if person else sources.name(head, cast, running)
    tag = (low, colon.i + 1)
    return Clause(colon.i, ":", (low, colon.i), (colon.i + 1, end), tag, speaker, numbers[colon.i])


def _mind_clause(
    mind: Token, cast: Cast, numbers: Sequence[int], running: Running
) -> Clause | None:
    """``residents are worried that the bridge will close``."""
    source = next((c for c in mind.head.lefts if c.dep_ == "nsubj"), None)
    content = contents.of_noun(mind)
    if source is None or content is None:
        return None
    src = _range(source, mind)
    speaker = sources.name(source, cast, running)
    tag = (src[0], mind.i + 1)
    return Clause(mind.i, f"{mind.lower_} (mind)", src, content, tag, speaker, numbers[mind.i])


def _range(token: Token, cue: Token) -> tuple[int, int]:
    """The source's words, on its own side of the cue."""
    start, end = token.left_edge.i, token.right_edge.i + 1
    if token.i < cue.i:
        return start, min(end, cue.i)
    return max(start, cue.i + 1), end
