"""A worksheet's file: its text, its blocks, its values, and a place for every finding."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from factcheck.errors import WorksheetError
from factcheck.model import FORMAT, Finding, Worksheet
from factcheck.worksheet.blocks import Lines, items
from factcheck.worksheet.loading import Block, load
from factcheck.worksheet.reading import read_blocks

Place = tuple[int, int]
"""Line and column, both counted from 1."""


@dataclass(frozen=True, slots=True)
class Document:
    """A worksheet as it lies on disk.

    ``text`` is the file's text to the last character, BOM and line ends included, and the text of
    all ``blocks`` joined. ``worksheet`` has the values, always of their proper types: one noun for
    each block of its table. ``problems`` has what could not be read, as findings of the rules
    ``syntax`` and ``wrong-type``, sorted by place.
    """

    path: str
    text: str
    blocks: tuple[Block, ...]
    worksheet: Worksheet
    problems: tuple[Finding, ...]
    _lines: Lines = field(repr=False, compare=False)

    def rows(self, table: str) -> tuple[Block, ...]:
        """The blocks of ``table``, in the order of the worksheet's tuple for it."""
        return tuple(block for block in self.blocks if block.table == table)

    def place(
        self, block: Block, key: str = "", *, value: bool = False, item: int | None = None
    ) -> Place:
        """Line and column of a block's header, of a key in it, or of that key's value.

        ``item`` asks for one entry of an array, counted from 0. A key that is not written in the
        block is placed at the header.
        """
        if key not in block.keys:
            return block.line, 1
        if item is not None:
            offsets = items(self.text, block.values[key])
            return self._lines.place(offsets[item] if item < len(offsets) else offsets[-1])
        return self._lines.place(block.values[key].start) if value else block.keys[key]

    def snapshot_place(self, offset: int) -> Place:
        """Line and column in the file of a character of the snapshot.

        The column is 1 where escapes in the snapshot make it uncertain.
        """
        block = next((each for each in self.rows("snapshot") if "text" in each.values), None)
        if block is None:
            return 1, 1
        value = block.values["text"]
        line, column = self._lines.place(value.start)
        raw = self.text[value.start : value.end]
        if raw[:3] not in ("'''", '"""'):
            return line, column
        before = self.worksheet.article.text[:offset]
        opened_above = raw[3:4] == "\n" or raw[3:5] == "\r\n"
        at_start = "\n" not in before and not opened_above
        exact = raw[0] == "'"
        back = offset - (before.rfind("\n") + 1)
        return (
            line + before.count("\n") + opened_above,
            (back + 1 if exact else 1) + (column + 2 if at_start else 0),
        )

    def finding(
        self, place: Place, severity: str, rule: str, message: str, hint: str = ""
    ) -> Finding:
        """A finding at ``place``, with the line itself."""
        line, column = place
        return Finding(
            self.path, line, column, severity, rule, message, hint, self._lines.line(line)
        )


def parse(text: str, path: str | Path) -> Document:
    """Read a worksheet from its ``text``; ``path`` is the name used in findings.

    Raises :class:`WorksheetError` if the text is no worksheet at all, or one of a later format.
    What is wrong with a worksheet is in :attr:`Document.problems`.
    """
    lines = Lines(text)
    blocks, slips = load(text, lines)
    _recognise(blocks, str(path))
    worksheet, wrong = read_blocks(text, blocks)
    bare = Document(str(path), text, blocks, worksheet, (), lines)
    problems = [
        bare.finding(lines.place(slip.offset), "error", rule, slip.message, slip.hint)
        for rule, found in (("syntax", slips), ("wrong-type", wrong))
        for slip in found
    ]
    return Document(bare.path, text, blocks, worksheet, tuple(sorted(problems)), lines)


def read(path: str | Path) -> Document:
    """Read the worksheet at ``path``.

    Raises :class:`WorksheetError` if there is no such file, if it cannot be read, is not UTF-8 or
    is no worksheet.
    """
    try:
        raw = Path(path).read_bytes()
    except FileNotFoundError:
        raise WorksheetError(f"{path}: no such file", "make one with factcheck init") from None
    except IsADirectoryError:
        raise WorksheetError(f"{path}: this is a folder", "name a worksheet in it") from None
    except OSError as error:
        raise WorksheetError(f"{path}: cannot be read: {error.strerror or error}") from None
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in raw[:4]:
        raise WorksheetError(f"{path}: this is UTF-16", "save it again as UTF-8 in your editor")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise WorksheetError(
            f"{path}: not UTF-8 (line {line})", "save it again as UTF-8 in your editor"
        ) from None
    return parse(text, path)


def _recognise(blocks: tuple[Block, ...], path: str) -> None:
    block = next((each for each in blocks if each.table == "worksheet"), None)
    if block is None:
        raise WorksheetError(
            f"{path}: this is not a factcheck worksheet",
            "a worksheet has a [worksheet] table; factcheck init makes one from an article",
        )
    version = block.data.get("format")
    if isinstance(version, int) and version > FORMAT:
        raise WorksheetError(
            f"{path}: written in worksheet format {version}, later than format {FORMAT} that this "
            "factcheck reads",
            "bring factcheck up to date",
        )
