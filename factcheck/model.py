"""The nouns: what an article, an assertion, a worksheet and a finding are.

Plain frozen values. Nothing here reads a file, prints or imports anything of ours.

Offsets are counted in characters (code points) of ``Article.text``, half-open; sentences and
paragraphs are numbered from 1.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, field
from typing import Literal, get_args

Layer = Literal["narration", "said", "content"]
Kind = Literal[
    "quotation",
    "attribution",
    "statistic",
    "event",
    "description",
    "identity-title",
    "date",
    "legal-political-position",
    "schedule",
    "causal",
]
Priority = Literal["high", "normal", "low"]
Reason = Literal["opinion", "prediction", "question", "request", "boilerplate", "no-claim"]
DetailKind = Literal[
    "name",
    "title",
    "place",
    "figure",
    "money",
    "percent",
    "age",
    "measure",
    "score",
    "date",
    "time",
    "superlative",
    "comparison",
    "quoted",
    "contact",
]
Status = Literal["unchanged", "moved", "reworded", "new"]
Severity = Literal["error", "warning", "note"]
Mesh = Literal["usual", "all", "strict"]
"""What is numbered: what may be checkable; every sentence; only what surely states a fact."""

LAYERS: tuple[str, ...] = get_args(Layer)
KINDS: tuple[str, ...] = get_args(Kind)
PRIORITIES: tuple[str, ...] = get_args(Priority)
REASONS: tuple[str, ...] = get_args(Reason)
DETAIL_KINDS: tuple[str, ...] = get_args(DetailKind)
STATUSES: tuple[str, ...] = get_args(Status)
MESHES: tuple[Mesh, ...] = get_args(Mesh)
SEVERITIES: tuple[str, ...] = get_args(Severity)
STANCES: tuple[str, ...] = ("supports", "contradicts", "context")
TIERS: tuple[str, ...] = ("primary", "secondary")
SOURCE_KINDS: tuple[str, ...] = (
    "document",
    "dataset",
    "interview",
    "recording",
    "transcript",
    "web-page",
    "social-post",
    "news-report",
    "book",
    "paper",
    "observation",
    "other",
)
FORMAT = 1
"""Version of the worksheet format that this code writes."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters, ``0 <= start <= end``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words at this place in ``text``."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Article:
    """An article as read: prose in ``text``, everything known about it beside it.

    Lines of ``text`` end in a line feed; paragraphs are divided by a blank line and hold no line break.
    ``source`` is as the user gave it; ``warnings`` say what the reader dropped or repaired. ``headings``
    and ``rows`` number (from 1) the paragraphs marked as such; a worksheet keeps neither: no part of ``==``.
    """

    text: str
    title: str = ""
    byline: str = ""
    published: dt.date | None = None
    source: str = ""
    url: str = ""
    site: str = ""
    language: str = "en"
    warnings: tuple[str, ...] = ()
    headings: frozenset[int] = field(default=frozenset(), compare=False)
    rows: frozenset[int] = field(default=frozenset(), compare=False)

    @property
    def sha256(self) -> str:
        """Hash of the text as UTF-8, in hexadecimal."""
        return sha256(self.text)


def sha256(text: str) -> str:
    """SHA-256 of ``text`` as UTF-8, in hexadecimal; lone surrogates are hashed as they are."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its place, its number and its paragraph's number (both from 1)."""

    span: Span
    number: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Detail:
    """Words that a checker ticks. ``resolved`` is an ISO date, month, year or ``A/B`` range."""

    kind: str
    text: str
    resolved: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """How a source bears on an assertion.

    ``source`` is the id of a :class:`Source`, or else ``url`` is set. Without a ``stance`` it bears the verdict out.
    """

    source: str = ""
    url: str = ""
    locator: str = ""
    passage: str = ""
    stance: str = ""

    @property
    def reference(self) -> str:
        """What it names: the source's id, else the URL."""
        return self.source or self.url


@dataclass(frozen=True, slots=True)
class Source:
    """A document, dataset, interview, recording or page, described once."""

    id: str
    kind: str = ""
    tier: str = ""
    title: str = ""
    author: str = ""
    publisher: str = ""
    published: dt.date | None = None
    url: str = ""
    archived: str = ""
    accessed: dt.date | None = None
    file: str = ""
    sha256: str = ""
    on_record: bool | None = None
    interest: str = ""
    independent_of: tuple[str, ...] = ()
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one reviewer, or several together, found on an assertion on which reviewers differ."""

    reviewer: str = ""
    verdict: str = ""
    evidence: tuple[Evidence, ...] = ()
    correction: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Assertion:
    """One statement that could be true while its neighbour is false.

    The machine's half is ``id`` to ``status``, a person's half is ``verdict`` to ``opinion``. Between
    them stands ``recheck``, what was checked where the article says something else now: the machine
    writes it, a person takes it out.
    A worksheet may hold words that we do not know: these are plain strings, and ``factcheck check`` looks.
    """

    id: str
    text: str
    sentence: int
    paragraph: int
    span: Span
    layer: str
    kind: str
    speaker: str = ""
    speaker_inferred: bool = False
    priority: str = "normal"
    details: tuple[Detail, ...] = ()
    status: str = ""
    recheck: str = ""
    verdict: str = ""
    evidence: tuple[Evidence, ...] = ()
    correction: str = ""
    reply_sought: bool | None = None
    reply: str = ""
    note: str = ""
    reviewer: str = ""
    opinion: tuple[Opinion, ...] = ()

    @property
    def checked(self) -> bool:
        """Whether a person has given a verdict."""
        return bool(self.verdict)

    @property
    def disagreed(self) -> bool:
        """Whether its reviewers differ and nobody has said yet what holds."""
        return disagree(self.verdict, self.opinion)


def disagree(verdict: str, opinions: tuple[Opinion, ...]) -> bool:
    """Whether ``opinions`` differ and no ``verdict`` says what holds."""
    found = {(each.verdict, each.correction) for each in opinions}
    return not verdict and len(found - {("", "")}) > 1


@dataclass(frozen=True, slots=True)
class SetAside:
    """A sentence that is not checkable, with the reason."""

    text: str
    sentence: int
    paragraph: int
    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Query:
    """Something in the article that does not fit something else in it.

    The machine's question, never a verdict: ``why`` proves it with the article's own words.
    ``assertions`` are the ids concerned, if any. ``answer`` is a person's.
    """

    text: str
    assertions: tuple[str, ...] = ()
    why: str = ""
    answer: str = ""

    @property
    def answered(self) -> bool:
        """Whether a person has settled it."""
        return bool(self.answer.strip())


@dataclass(frozen=True, slots=True)
class Signoff:
    """Who let the piece go, and what it was then: the hash of the article and of the verdicts.

    ``voided`` is when an update or a merge changed the worksheet since.
    """

    by: str = ""
    role: str = ""
    at: dt.datetime | None = None
    article: str = ""
    verdicts: str = ""
    voided: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What the finder makes of an article: every sentence is asserted or set aside."""

    sentences: tuple[Sentence, ...]
    assertions: tuple[Assertion, ...]
    set_aside: tuple[SetAside, ...]
    queries: tuple[Query, ...] = ()


@dataclass(frozen=True, slots=True)
class Worksheet:
    """A worksheet's values; :class:`factcheck.worksheet.Document` adds the places in the file.

    ``mesh`` says what was numbered, one of ``MESHES``. ``highest`` is the highest number that an assertion
    was ever given; 0 where the file does not say. ``merged`` are those who checked it apart from one another.
    ``retired`` are the assertions whose words left the article in a later draft.
    """

    article: Article
    created: dt.datetime
    tool: str
    scale: str = "desk"
    mesh: str = "usual"
    highest: int = 0
    merged: tuple[str, ...] = ()
    format: int = FORMAT
    sha256: str = ""
    sources: tuple[Source, ...] = ()
    queries: tuple[Query, ...] = ()
    assertions: tuple[Assertion, ...] = ()
    retired: tuple[Assertion, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    signoff: Signoff | None = None


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something about a user's worksheet that a rule reports.

    ``line`` and ``column`` count from 1; ``excerpt`` is the line itself, without its line end.
    """

    path: str
    line: int
    column: int
    severity: str
    rule: str
    message: str
    hint: str = ""
    excerpt: str = ""
