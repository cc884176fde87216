"""A worksheet as the rules look at it, and what they yield."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, Protocol

from factcheck.checks.quoting import Found
from factcheck.desk import Desk
from factcheck.model import (
    Assertion,
    Evidence,
    Query,
    SetAside,
    Source,
    Worksheet,
    sha256,
)
from factcheck.scales import DESK, Scale
from factcheck.worksheet import Block, Document
from factcheck.worksheet.format import TABLES
from factcheck.worksheet.keys import Key, Table


class Mark(NamedTuple):
    """Something that a rule saw: line and column (from 1), a message and what to do about it."""

    place: tuple[int, int]
    message: str
    hint: str = ""


class Copies(Protocol):
    """The saved copies of sources, by their paths as the worksheet gives them.

    Both methods raise OSError for a file that is not there, ``find`` also FactcheckError for one that no
    text can be read from.
    """

    def sha256(self, file: str) -> str:
        """SHA-256 of the file's bytes, in hexadecimal."""

    def find(self, file: str, passage: str) -> Found:
        """How ``passage`` stands in the file."""

    def alike(self, file: str, other: str) -> bool:
        """Whether most of the shorter file's prose stands in the other one too."""


class Citation(NamedTuple):
    """One entry of evidence and where it is written: an entry of ``evidence`` or its own block."""

    evidence: Evidence
    block: Block
    item: int | None


@dataclass(frozen=True)
class Case:
    """What a rule may look at: the document, the day on which it is checked, the house's rules, and
    copies of sources if any.
    """

    document: Document
    today: dt.date
    copies: Copies | None = None
    desk: Desk = field(default_factory=Desk)

    @property
    def worksheet(self) -> Worksheet:
        """The worksheet's values."""
        return self.document.worksheet

    @property
    def snapshot(self) -> str:
        """The article's text."""
        return self.worksheet.article.text

    @property
    def intact(self) -> bool:
        """Whether the article's text has the hash that was noted when it was numbered, if any."""
        noted = self.worksheet.sha256.lower()
        return not noted or noted == sha256(self.snapshot)

    @cached_property
    def scale(self) -> Scale:
        """The scale that the verdicts are taken from; the desk's, if the named one is unknown."""
        return self.desk.scales.get(self.worksheet.scale, DESK)

    @property
    def assertions(self) -> Iterator[tuple[Block, Assertion]]:
        """Each assertion with its block."""
        return zip(self.document.rows("assertion"), self.worksheet.assertions, strict=True)

    @property
    def retired(self) -> Iterator[tuple[Block, Assertion]]:
        """Each assertion whose words left the article, with its block."""
        return zip(self.document.rows("retired"), self.worksheet.retired, strict=True)

    @property
    def sources(self) -> Iterator[tuple[Block, Source]]:
        """Each source with its block."""
        return zip(self.document.rows("source"), self.worksheet.sources, strict=True)

    @cached_property
    def settled(self) -> tuple[tuple[Block, Assertion], ...]:
        """The assertions with a verdict that settles something, of a priority that the policy is asked of."""
        wanted = self.desk.policy.priorities
        words = {each.word for each in self.scale.verdicts if each.settles}
        return tuple(
            (block, each)
            for block, each in self.assertions
            if each.verdict in words and each.priority in wanted
        )

    @cached_property
    def resting(self) -> frozenset[str]:
        """The ids, else the addresses, of the sources that :attr:`settled` assertions name."""
        names = {e.reference for _, each in self.settled for e in each.evidence}
        return frozenset(s.id if (s := self.described.get(name)) else name for name in names)

    @cached_property
    def described(self) -> dict[str, Source]:
        """The sources by what evidence may name them by: their id, or their address."""
        sources = self.worksheet.sources
        by_url = {each.url: each for each in reversed(sources) if each.url}
        return by_url | {each.id: each for each in reversed(sources) if each.id}

    @property
    def queries(self) -> Iterator[tuple[Block, Query]]:
        """Each query about the article's text, with its block."""
        return zip(self.document.rows("query"), self.worksheet.queries, strict=True)

    @property
    def set_aside(self) -> Iterator[tuple[Block, SetAside]]:
        """Each sentence that was set aside, with its block."""
        return zip(self.document.rows("set_aside"), self.worksheet.set_aside, strict=True)

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """Each entry of evidence, of assertions and of opinions, in the file's order."""
        return tuple(self._citations())

    def _citations(self) -> Iterator[Citation]:
        below = _below(self.document.blocks, "assertion")
        for (block, assertion), inner in zip(self.assertions, below, strict=True):
            own = [each for each in inner if each.table == "assertion.evidence"]
            yield from _cited(block, assertion.evidence, own)
            opinions = _below(inner, "assertion.opinion")
            written = [each for each in inner if each.table == "assertion.opinion"]
            found = assertion.opinion[len(assertion.opinion) - len(written) :]
            for opinion, part, parts in zip(found, written, opinions, strict=True):
                yield from _cited(part, opinion.evidence, parts)

    @property
    def entries(self) -> Iterator[tuple[Block, Key, Table, int, dict[str, object]]]:
        """Each ``{ … }`` in an array: its block, key, the table it is one of, its number, itself."""
        for block in self.document.blocks:
            table = TABLES.get(block.table)
            for key in table.keys if table else ():
                values = block.data.get(key.name)
                if key.type == "tables" and isinstance(values, list):
                    inner = TABLES[f"{block.table}.{key.name}"]
                    for number, value in enumerate(values):
                        if isinstance(value, dict):
                            yield block, key, inner, number, value

    def cited_at(self, citation: Citation, key: str) -> tuple[int, int]:
        """The place of a citation: its entry in the array, or ``key`` in its own block."""
        if citation.item is None:
            return self.document.place(citation.block, key, value=True)
        return self.document.place(citation.block, "evidence", item=citation.item)


def _below(blocks: Iterable[Block], owner: str) -> list[list[Block]]:
    """For each block of the table ``owner``, the blocks that belong to it."""
    found: list[list[Block]] = []
    for block in blocks:
        if block.table == owner:
            found.append([])
        elif block.table.startswith(f"{owner}.") and found:
            found[-1].append(block)
    return found


def _cited(
    block: Block, evidence: Sequence[Evidence], blocks: Sequence[Block]
) -> Iterator[Citation]:
    """The entries of ``evidence`` of ``block``: in its array, then in ``blocks`` of their own."""
    inline = len(evidence) - len(blocks)
    for number, each in enumerate(evidence):
        if number < inline:
            yield Citation(each, block, number)
        else:
            yield Citation(each, blocks[number - inline], None)


def clip(text: str, length: int = 60) -> str:
    """``text`` on one line, in quotes, cut to about ``length`` characters."""
    line = " ".join(text.split())
    return f'"{line}"' if len(line) <= length else f'"{line[:length].rstrip()} …"'
