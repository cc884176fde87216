"""What a report holds: every fact an editor needs, worked out once and used by every format.

Plain frozen values, made by :func:`factcheck.report.compile`. A source in here has lost its
``contact``, a finding its ``excerpt``: neither may reach a report.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, get_args

from factcheck.desk import Publisher
from factcheck.model import Article, Assertion, Finding, Query, SetAside, Signoff, Source
from factcheck.report.agreement import Agreement
from factcheck.scales import Scale

State = Literal["confirmed", "fix", "unconfirmed", "not-checkable", "unchecked", "unrecognised"]
"""Where an assertion stands. Six things that are never mixed:

``confirmed``      a person found that it stands as written
``fix``            a person found that the words must change
``unconfirmed``    a person looked and could not settle it
``not-checkable``  a person found nothing that evidence could settle
``unchecked``      nobody has given a verdict
``unrecognised``   the verdict is not a word of the worksheet's scale
"""
STATES: tuple[State, ...] = get_args(State)
"""In the order in which bars, legends and counts show them."""

Outcome = Literal["clear", "clear-after-fixes", "hold"]


@dataclass(frozen=True, slots=True)
class Citation:
    """One piece of evidence with its source looked up.

    ``reference`` is the id of a source, else a URL. ``source`` is None for a URL that nobody
    described and for an id that the worksheet does not have; ``known`` is False only for the latter.
    """

    reference: str
    source: Source | None
    known: bool
    locator: str = ""
    passage: str = ""
    stance: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """What one reviewer found on an assertion on which reviewers differ, its evidence looked up."""

    reviewer: str
    verdict: str
    state: State
    citations: tuple[Citation, ...] = ()
    correction: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One assertion, where it stands, what was found on it, and by whom if reviewers differ."""

    assertion: Assertion
    state: State
    citations: tuple[Citation, ...] = ()
    views: tuple[View, ...] = ()

    @property
    def rests_on(self) -> tuple[str, ...]:
        """References of the distinct sources that bear on it; mere context does not count."""
        return tuple(dict.fromkeys(c.reference for c in self.citations if c.stance != "context"))

    @property
    def recheck(self) -> bool:
        """Whether the words changed since they were checked, and nobody has looked at them again."""
        return bool(self.assertion.recheck.strip())

    @property
    def single_source(self) -> bool:
        """Whether a person settled it (it stands, or must change) on one source alone."""
        return self.state in {"confirmed", "fix"} and len(self.rests_on) == 1


@dataclass(frozen=True, slots=True)
class Rest:
    """A source with the ids of the assertions that rest on it.

    ``bears`` has every assertion for which it is evidence, but as mere ``context``; ``contradicts``
    those among them that it is said to contradict; ``alone`` those with no other evidence: what
    falls if the source falls.
    """

    reference: str
    source: Source | None
    known: bool
    bears: tuple[str, ...] = ()
    contradicts: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()

    @property
    def used(self) -> bool:
        """Whether any evidence names it."""
        return bool(self.bears or self.context)


@dataclass(frozen=True, slots=True)
class Point:
    """A reason to hold, or a caveat: a word for machines, a sentence for people, the ids."""

    code: str
    text: str
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """The overall state; :mod:`factcheck.report.standing` says what each outcome means."""

    outcome: Outcome
    fixes: int = 0
    reasons: tuple[Point, ...] = ()
    caveats: tuple[Point, ...] = ()
    headline: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many assertions of one priority or layer are in each state, in the order of STATES."""

    name: str
    numbers: tuple[int, ...] = (0,) * len(STATES)

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.numbers)

    def of(self, state: State) -> int:
        """How many are in ``state``."""
        return self.numbers[STATES.index(state)]


@dataclass(frozen=True, slots=True)
class Count:
    """How many assertions carry one verdict; ``word`` is empty for the unchecked."""

    word: str
    number: int
    state: State
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Checker:
    """A person: how many assertions they gave a verdict on, how many with their name are open."""

    name: str
    checked: int = 0
    left: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """A worksheet compiled. All lists of items are in article order but ``open``, which puts
    high priority first, and ``queries``, which puts the open ones first.

    ``retired`` are those of which something was found before their words left the article, in the
    file's order; they are no part of ``items``, and nothing counts them.
    ``differ`` are those on which reviewers differ and nobody has said yet what holds; they are open
    too. ``signoff`` is who let the piece go, ``unsigned`` why that no longer holds, in words, ``""`` if it
    does. ``agreement`` is None if no two people checked the same assertion apart from one another.
    ``policy`` is what the house asks of sources, a phrase each, ``rulebook`` the name of the file that it
    stands in. ``recorded`` is the article's hash as the worksheet has it; the text's own is
    ``article.sha256``. ``sentences`` is how many the article has; ``unaccounted`` the numbers of
    those that are neither in an assertion nor set aside. ``public`` says that what is not for everybody
    was taken out.
    """

    article: Article
    recorded: str
    created: dt.datetime
    tool: str
    compiler: str
    scale: Scale
    policy: tuple[str, ...]
    rulebook: str
    format: int
    standing: Standing
    checkers: tuple[Checker, ...]
    agreement: Agreement | None
    signoff: Signoff | None
    unsigned: str
    items: tuple[Item, ...]
    must_fix: tuple[Item, ...]
    unconfirmed: tuple[Item, ...]
    open: tuple[Item, ...]
    differ: tuple[Item, ...]
    recheck: tuple[Item, ...]
    retired: tuple[Item, ...]
    queries: tuple[Query, ...]
    high: tuple[Item, ...]
    single_source: tuple[Item, ...]
    total: Tally
    verdicts: tuple[Count, ...]
    priorities: tuple[Tally, ...]
    layers: tuple[Tally, ...]
    sources: tuple[Rest, ...]
    set_aside: tuple[SetAside, ...]
    findings: tuple[Finding, ...]
    sentences: int
    unaccounted: tuple[int, ...]
    publisher: Publisher | None = None
    public: bool = False

    @property
    def left(self) -> tuple[Item, ...]:
        """Those of ``open`` on which reviewers do not differ: nobody has given a verdict at all."""
        return tuple(item for item in self.open if not item.assertion.disagreed)

    @property
    def checked(self) -> int:
        """How many assertions have a verdict of the scale."""
        return self.total.total - self.total.of("unchecked") - self.total.of("unrecognised")

    @property
    def faults(self) -> tuple[Finding, ...]:
        """The findings that are more than a note."""
        return tuple(f for f in self.findings if f.severity != "note")

    @property
    def snapshot_intact(self) -> bool:
        """Whether the article's text still has the hash that the worksheet recorded."""
        return not self.recorded or self.recorded == self.article.sha256
