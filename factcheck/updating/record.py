"""What an update makes of a worksheet: plain data, worked out before any byte is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from factcheck.model import Article, Assertion, Query, SetAside

State = Literal["unchanged", "moved", "reworded", "gone", "back", "new"]
STATES: tuple[State, ...] = ("unchanged", "moved", "reworded", "gone", "back", "new")
"""What becomes of an assertion, in the order in which a person reads of it.

``unchanged``  the same words in the same sentence
``moved``      the same words elsewhere, without a doubt
``reworded``   other words, or other words around them: to be checked again
``gone``       the words left the article: retired
``back``       the words of a retired assertion came back
``new``        nobody has seen these words
"""


@dataclass(frozen=True, slots=True)
class Carried:
    """What becomes of the assertion that stands ``number``-th (from 0) in the worksheet.

    ``retired`` says that it is one of its retired ones. ``now`` is the assertion as it stands in the
    new draft, its human half as it was; None if it is gone or stays retired. ``recheck`` is what it
    said when it was checked; empty where nothing is to be checked again.
    """

    state: State
    number: int
    before: Assertion
    now: Assertion | None
    recheck: str = ""
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Aside:
    """A block of ``[[set_aside]]``, ``number``-th in the worksheet, that stays, as it is now."""

    number: int
    now: SetAside


@dataclass(frozen=True, slots=True)
class Asked:
    """A block of ``[[query]]``, ``number``-th in the worksheet, that stays, as it is now."""

    number: int
    now: Query


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that an update finds, in the worksheet's order; what is new in the article's.

    ``retired`` stay so. ``highest`` is the highest number ever given now.
    """

    article: Article
    carried: tuple[Carried, ...]
    new: tuple[Assertion, ...]
    asides: tuple[Aside, ...]
    new_asides: tuple[SetAside, ...]
    queries: tuple[Asked, ...]
    new_queries: tuple[Query, ...]
    highest: int

    @property
    def rechecks(self) -> tuple[Carried, ...]:
        """Those that a person has to check again, this time or since an earlier update."""
        return tuple(c for c in self.carried if c.now is not None and c.now.recheck.strip())
