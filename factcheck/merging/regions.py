"""A worksheet's text in regions: each block with its comments and the blocks that belong to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, takewhile

from factcheck.model import Span
from factcheck.worksheet import Block, Document, comments, edit
from factcheck.worksheet.format import TABLES

_FEW = 40  # characters of a block's words that say which it is

Identity = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """A block with what belongs to it.

    ``identity`` is the same for what is the same in another worksheet: the id of an assertion, the
    words of a query. ``span`` has the comments right above it and all up to the next one's.
    ``number`` counts the blocks of its table from 0.
    """

    document: Document
    block: Block
    identity: Identity
    span: Span
    number: int

    @property
    def text(self) -> str:
        """Its lines without blank ones around, each ended by a line feed."""
        kept = self.span.of(self.document.text).replace("\r\n", "\n").removeprefix("\ufeff")
        return kept.strip("\n").rstrip() + "\n"

    @property
    def comments(self) -> tuple[str, ...]:
        """The comments in it, in order."""
        text = self.document.text
        found = comments.find(text, self.span.start, self.span.end)
        return tuple(span.of(text) for span in found)

    @property
    def called(self) -> str:
        """What a person calls it."""
        table, *rest = self.identity[:-1]
        if table in ("assertion", "source"):
            return f"{table} {rest[0]}".strip()
        if rest and table in TABLES:
            words = rest[0] if len(rest[0]) <= _FEW else f"{rest[0][:_FEW].rstrip()} …"
            return f'{table} "{words}"'
        return f"[{table}]" if table else "the head of the file"

    @property
    def parts(self) -> tuple[Block, ...]:
        """The blocks that belong to it."""
        first = edit.position(self.document, self.block) + 1
        inside = takewhile(
            lambda block: block.start < self.span.end,
            islice(self.document.blocks, first, None),
        )
        return tuple(block for block in inside if block.table.startswith(f"{self.block.table}."))


@dataclass(frozen=True, slots=True)
class Regions:
    """The regions of two worksheets, and of what both came from, if that is known."""

    ours: Mapping[Identity, Region]
    theirs: Mapping[Identity, Region]
    base: Mapping[Identity, Region] | None


@dataclass(frozen=True, slots=True)
class Pair:
    """A block that both worksheets have, and as it was."""

    ours: Region
    theirs: Region
    base: Region | None


def pairs(of: Regions) -> Iterator[Pair]:
    """What both worksheets have, in the order of ours."""
    for identity, region in of.ours.items():
        if identity in of.theirs:
            before = of.base.get(identity) if of.base else None
            yield Pair(region, of.theirs[identity], before)


def regions(document: Document) -> dict[Identity, Region]:
    """The regions of ``document`` in its order; all of them are the file."""
    heads = list(_heads(document))
    starts = [edit.comments_above(document, block).start for block in heads]
    ends = [*starts[1:], len(document.text)]
    starts[:1] = [0]
    seen: Counter[Identity] = Counter()
    numbers: Counter[str] = Counter()
    found: dict[Identity, Region] = {}
    for block, start, end in zip(heads, starts, ends, strict=True):
        bare = _identity(document, block)
        identity = (*bare, str(seen[bare]))
        found[identity] = Region(document, block, identity, Span(start, end), numbers[block.table])
        seen[bare] += 1
        numbers[block.table] += 1
    return found


def _heads(document: Document) -> Iterator[Block]:
    head = None
    for block in document.blocks:
        if head is None or not block.table.startswith(f"{head.table}.") or not head.table:
            head = block
            yield block


def _identity(document: Document, block: Block) -> Identity:
    match block.table:
        case "assertion" | "retired":
            return "assertion", str(block.data.get("id", ""))
        case "source":
            return "source", str(block.data.get("id", ""))
        case "query" | "set_aside":
            words = " ".join(str(block.data.get("text", "")).split())
            return block.table, words, str(block.data.get("span", ""))
    header = document.text[block.start : block.end].lstrip("\ufeff \t\r\n")
    if block.table not in TABLES and header.startswith("[["):
        return block.table, repr(sorted(block.data.items(), key=lambda pair: pair[0]))
    return (block.table,)
