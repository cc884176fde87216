"""What a merge found: plain data, for whoever tells a person of it."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.merging.halves import Half
from factcheck.merging.regions import Region
from factcheck.model import Assertion


@dataclass(frozen=True, slots=True)
class Settled:
    """An assertion that both worksheets have: both halves of people, and the one that is written."""

    region: Region
    ours: Half
    theirs: Half
    now: Half
    base: Half | None = None

    @property
    def id(self) -> str:
        """Its id."""
        return self.region.identity[1]

    @property
    def conflict(self) -> bool:
        """Whether reviewers differ since this merge."""
        return self.now.disagreed and self.now not in (self.ours, self.theirs)

    @property
    def joined(self) -> bool:
        """Whether both had worked on it, and it is settled."""
        return bool(self.now not in (self.ours, self.theirs)) and not self.conflict

    @property
    def taken(self) -> bool:
        """Whether it is as theirs, where ours had something else."""
        return self.now == self.theirs != self.ours


@dataclass(frozen=True, slots=True)
class Difference:
    """A key outside of a finding that two worksheets give different values.

    ``where`` names its block for a person; ``kept`` and ``other`` are the values as they are written.
    The other one stands as a comment in the block.
    """

    where: str
    key: str
    kept: str
    other: str


@dataclass(frozen=True, slots=True)
class Renamed:
    """An id of the other worksheet that meant something else here, and what it is called now."""

    what: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of joining two worksheets; ids are those of the result, in its order.

    ``conflicts`` are the assertions on which reviewers differ since this merge; ``joined`` those on
    which both had worked without differing; ``taken`` those that only the other one had worked on;
    ``added`` what only the other one has. ``kept`` was deleted on one side and changed on the other.
    """

    conflicts: tuple[Assertion, ...] = ()
    joined: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    renamed: tuple[Renamed, ...] = ()
    differences: tuple[Difference, ...] = ()

    @property
    def clean(self) -> bool:
        """Whether nobody has to settle anything."""
        return not (self.conflicts or self.differences or self.kept)
