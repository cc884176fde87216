"""What the report says by number: items whose words stand elsewhere, gathered by what they share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.report import wording
from factcheck.report.record import STATES, Item, State


@dataclass(frozen=True, slots=True)
class Lot:
    """Assertions that rest on one source, by their ids; ``high`` are those of high priority.

    ``title`` is the source's, empty where nobody described it.
    """

    reference: str
    title: str
    ids: tuple[str, ...]
    high: tuple[str, ...]


def settled(items: Iterable[Item]) -> tuple[Item, ...]:
    """Those of ``items`` whose words no section above the record has: nothing is left to do."""
    return tuple(i for i in items if i.state in {"confirmed", "not-checkable"})


def unsettled(items: Iterable[Item]) -> tuple[tuple[State, tuple[str, ...]], ...]:
    """The ids of the others, by their state, in the order of STATES."""
    by_state: dict[State, list[str]] = {state: [] for state in STATES}
    for item in items:
        by_state[item.state].append(item.assertion.id)
    for state in ("confirmed", "not-checkable"):
        del by_state[state]
    return tuple((state, tuple(ids)) for state, ids in by_state.items() if ids)


def by_source(items: Iterable[Item]) -> tuple[Lot, ...]:
    """``items``, each resting on one source, by that source, in the order in which they come up."""
    lots: dict[str, list[Item]] = {}
    for item in items:
        lots.setdefault(item.rests_on[0], []).append(item)
    return tuple(
        Lot(
            reference,
            _title(reference, lot[0]),
            tuple(i.assertion.id for i in lot),
            tuple(i.assertion.id for i in lot if i.assertion.priority == "high"),
        )
        for reference, lot in lots.items()
    )


def _title(reference: str, item: Item) -> str:
    source = next(c.source for c in item.citations if c.reference == reference)
    return wording.named(source)
