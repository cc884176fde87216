"""A sentence and what stands around it, as the rules for set-asides look at it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from factcheck.assertions import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from factcheck.assertions.reading import Reading

_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_FIGURES = frozenset(("MONEY", "PERCENT", "QUANTITY", "CARDINAL"))
_DATES = frozenset(("DATE", "TIME"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl", "csubj", "csubjpass"))
_CLOSERS = "\"'”’»)]* "
_STOPS = tuple(".!?…")
_WORD = re.compile(r"[^\W_]+")
_ENDING = re.compile(r"(?<=\w\w\w)(?:e?s|e?d|ing|e)$")
_BREAK = re.compile(r"\n\s*\n")
_MARKS = "\"'“”‘’.,!… "
# Nearly all words of a heading in one paragraph: it only announces what the paragraph says.
_HEADING_SHARE = 0.8
_HEADING_WORDS = 3
# An interview: the word, and at least this many paragraphs that are a question and nothing else.
_QUESTIONS = 4
_INTERVIEW = re.compile(r"\binterview", re.IGNORECASE)
_LONG_QUOTATION = 5  # words


@dataclass(frozen=True)  # no slots: what a rule asks for is worked out once and kept
class Setting:
    """A sentence and what stands around it.

    ``words`` are its tokens without blanks and punctuation, ``root`` rules them. ``alone``: it is a
    paragraph of its own. ``quoted``: it lies in quotation marks, holds a quotation of five words or
    more, or is an answer in an interview. ``spoken``: it reports what somebody said, wrote or thinks.
    ``repeats``: it is a paragraph of its own and its words stand in another one.
    """

    text: str
    words: tuple[Token, ...]
    root: Token
    alone: bool
    quoted: bool
    spoken: bool
    repeats: bool

    @cached_property
    def closed(self) -> bool:
        """Whether it ends as sentences end."""
        return _closed(self.text)

    @cached_property
    def asks(self) -> bool:
        """Whether it ends with a question mark."""
        return _asks(self.text)

    @cached_property
    def finite(self) -> tuple[Token, ...]:
        """The verbs that carry a tense, and modals."""
        return tuple(t for t in self.words if t.tag_ in _FINITE)

    @cached_property
    def ruling(self) -> tuple[Token, ...]:
        """Those of them that stand in no subordinate clause."""
        return tuple(t for t in self.finite if _main(t))

    @cached_property
    def subject(self) -> Token | None:
        """The subject of the main verb."""
        return next((c for c in self.root.children if c.dep_ in _SUBJECTS), None)

    @cached_property
    def first_person(self) -> bool:
        """Whether the writer or speaker is the subject: ``I``, ``we``, ``our task``."""
        if self.subject is None:
            return False
        around = (self.subject, *self.subject.lefts)
        return any(t.lower_ in lexicon.SPEAKER for t in around)

    @cached_property
    def figures(self) -> bool:
        """Whether a figure, sum or share stands in it; ``one`` is none."""
        return any(
            (t.ent_type_ in _FIGURES or t.like_num) and t.lower_ not in lexicon.NO_FIGURES
            for t in self.words
        )

    @cached_property
    def dated(self) -> bool:
        """Whether a date or time stands in it."""
        return any(t.ent_type_ in _DATES for t in self.words)

    @cached_property
    def appointed(self) -> bool:
        """Whether a date stands in it that a diary would hold: a day, a month, a year, an hour."""
        dates = [t for t in self.words if t.ent_type_ in _DATES]
        return any(
            t.pos_ == "PROPN"
            or t.lower_ in ("tomorrow", "next")
            or any(c.isdigit() for c in t.text)
            for t in dates
        )

    @cached_property
    def named(self) -> bool:
        """Whether the name of a person, place, body or work stands in it."""
        return any(t.pos_ == "PROPN" for t in self.words)

    @cached_property
    def past(self) -> bool:
        """Whether something in it has happened."""
        return any((t.tag_ == "VBD" and not _supposed(t)) or _perfect(t) for t in self.words)


def place(reading: Reading, number: int) -> Setting | None:
    """The setting of sentence ``number`` (from 1); None where it holds no word."""
    sentence = reading.sentences[number - 1]
    tokens = reading.tokens(number)
    words = tuple(t for t in tokens if any(c.isalnum() for c in t.text))
    if not words:
        return None
    text = sentence.span.of(reading.text)
    alone = _alone(reading, number)
    return Setting(
        text,
        words,
        next((t for t in tokens if t.head == t), words[0]),
        alone,
        _quoted(reading, words) or _answers(reading, text),
        _spoken(reading, number),
        alone and _repeats(reading, text),
    )


def _main(token: Token) -> bool:
    verb = token.head if token.dep_ in ("aux", "auxpass") else token
    while verb.dep_ == "conj":
        verb = verb.head
    return verb.dep_ == "ROOT"


def _supposed(token: Token) -> bool:
    """``if it rained``: a past form that tells of no past."""
    return any(c.lower_ in ("if", "unless") and c.dep_ == "mark" for c in token.children)


def _perfect(token: Token) -> bool:
    return (
        token.lower_ in ("has", "have", "had", "'ve", "’ve")
        and token.dep_ == "aux"
        and token.tag_ != "VB"
    )


def _alone(reading: Reading, number: int) -> bool:
    paragraph = reading.sentences[number - 1].paragraph
    beside = (number - 2, number)
    return not any(
        0 <= i < len(reading.sentences) and reading.sentences[i].paragraph == paragraph
        for i in beside
    )


def _quoted(reading: Reading, words: tuple[Token, ...]) -> bool:
    """Half of the words, or five in one quotation, stand in quotation marks."""
    held = [reading.quoted[t.i] for t in words if reading.quoted[t.i] >= 0]
    longest = max(Counter(held).values(), default=0)
    return longest >= _LONG_QUOTATION or 2 * len(held) >= len(words)


def _spoken(reading: Reading, number: int) -> bool:
    """A reporting clause whose source is not the writer or the reader."""
    for clause in reading.spoken(number):
        if reading.quoted[clause.cue] >= 0:
            continue
        source = reading.doc[clause.source[0] : clause.source[1]]
        own = any(t.lower_ in lexicon.SPEAKER | lexicon.READER for t in source)
        verb = reading.doc[clause.cue]
        modal = any(c.tag_ == "MD" for c in verb.children)
        if len(source) and not own and not modal and verb.tag_ != "VB":
            return True
    return False


def _answers(reading: Reading, text: str) -> bool:
    """Whether the article is an interview and this no question of it."""
    return not _asks(text) and _is_interview(reading.text)


@lru_cache(maxsize=2)
def _is_interview(text: str) -> bool:
    questions = sum(_asks(p) and len(p) < 400 for p in _paragraphs(text))
    return questions >= _QUESTIONS and bool(_INTERVIEW.search(text))


def _asks(text: str) -> bool:
    return text.rstrip(_CLOSERS).endswith("?")


def _closed(text: str) -> bool:
    return text.rstrip(_CLOSERS)[-1:] in _STOPS


def _repeats(reading: Reading, text: str) -> bool:
    """A heading whose words stand in a paragraph, or a pull quote that stands there whole."""
    own = _content(text)
    if len(own) < _HEADING_WORDS:
        return False
    if _closed(text):
        bare = text.strip(_MARKS)
        return any(bare in p and p.strip(_MARKS) != bare for p in _paragraphs(reading.text))
    return any(
        len(own & there) >= _HEADING_SHARE * len(own) and len(there) > len(own)
        for there in _contents(reading.text)
    )


@lru_cache(maxsize=2)
def _contents(text: str) -> tuple[frozenset[str], ...]:
    return tuple(_content(paragraph) for paragraph in _paragraphs(text))


@lru_cache(maxsize=2)
def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in _BREAK.split(text) if part.strip())


def _content(text: str) -> frozenset[str]:
    """The longer words, without their endings."""
    return frozenset(_ENDING.sub("", w) for w in _WORD.findall(text.casefold()) if len(w) > 3)
