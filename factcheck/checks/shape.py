"""Rules about the file's shape: is it TOML, does it have the tables, keys and words it should."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.checks.case import Case, Mark
from factcheck.checks.numbers import free
from factcheck.model import Finding
from factcheck.worksheet import Block
from factcheck.worksheet.blocks import swallowed_header
from factcheck.worksheet.format import TABLES
from factcheck.worksheet.keys import Key
from factcheck.worksheet.slips import suggest


def syntax(case: Case) -> Iterator[Mark]:
    """The text is not TOML: a quote is not closed, a comma is missing, a word has no quotes.

    Why: nothing can be read there. Every such place is reported in one run; other rules keep
    silent about a block until its syntax is right.

    Bad:

        verdict = confirmed

    Good:

        verdict = "confirmed"
    """
    return _problems(case.document.problems, "syntax")


def wrong_type(case: Case) -> Iterator[Mark]:
    """A value is of another sort than its key takes: a number, text, date, list or true/false.

    Why: the report could not make sense of it.

    Bad:

        id = 7
        accessed = "2026-01-31"

    Good:

        id = "7"
        accessed = 2026-01-31
    """
    return _problems(case.document.problems, "wrong-type")


def _problems(problems: Iterable[Finding], rule: str) -> Iterator[Mark]:
    for found in problems:
        if found.rule == rule:
            yield Mark((found.line, found.column), found.message, found.hint)


def missing_table(case: Case) -> Iterator[Mark]:
    """A table is missing that every worksheet has: [article] or [snapshot].

    Why: without them nobody can tell which text was checked.

    Bad:

        a worksheet whose [snapshot] was deleted

    Good:

        [snapshot]
        text = "The bridge opened in 2019."
    """
    present = {block.table for block in case.document.blocks}
    for table in TABLES.values():
        if table.required and table.name not in present:
            yield Mark((1, 1), f"{table.header} is missing", "restore it from an earlier copy")


def missing_key(case: Case) -> Iterator[Mark]:
    """A key is missing or empty without which its block says nothing.

    Why: an assertion without its words, or a snapshot without text, cannot be checked.

    Bad:

        [[assertion]]
        id = "7a"
        verdict = "confirmed"

    Good:

        [[assertion]]
        id = "7a"
        text = "the bridge opened in 2019"
        verdict = "confirmed"
    """
    for block in case.document.blocks:
        table = TABLES.get(block.table)
        for key in table.keys if table else ():
            if key.required and key.name != "id" and block.data.get(key.name) in (None, ""):
                state = "empty" if key.name in block.keys else "missing"
                place = case.document.place(block, key.name)
                yield Mark(place, f"{key.name} is {state}", key.about)


def missing_id(case: Case) -> Iterator[Mark]:
    """An assertion or a source has no id.

    Why: the report and your colleagues refer to it by its id.

    Bad:

        [[source]]
        title = "Minutes of the council"

    Good:

        [[source]]
        id = "s1"
        title = "Minutes of the council"
    """
    for block in case.document.blocks:
        if (
            block.table in ("assertion", "retired", "source")
            and not str(block.data.get("id", "")).strip()
        ):
            hint = 'write id = "s1", or another name that is still free'
            if block.table != "source":
                hint = f'write id = "{free(case, block)}"; a part of 7 is "7a"'
            what = "source" if block.table == "source" else "assertion"
            yield Mark(case.document.place(block, "id"), f"this {what} has no id", hint)


def duplicate_id(case: Case) -> Iterator[Mark]:
    """Two assertions have the same id.

    Why: a verdict on "7" must be about one statement. When you split 7, write "7a" and "7b".

    Bad:

        id = "7"
        id = "7"

    Good:

        id = "7a"
        id = "7b"
    """
    pairs = ((block, each.id) for block, each in (*case.assertions, *case.retired))
    return repeated(case, sorted(pairs, key=lambda pair: pair[0].start), "assertion")


def repeated(case: Case, pairs: Iterable[tuple[Block, str]], what: str) -> Iterator[Mark]:
    """A mark at every block whose id an earlier block of ``pairs`` has already."""
    first: dict[str, int] = {}
    for block, name in pairs:
        if name in first:
            message = f'id "{name}" is taken by the {what} on line {first[name]}'
            place = case.document.place(block, "id", value=True)
            yield Mark(place, message, "give this one another id")
        elif name:
            first[name] = case.document.place(block, "id")[0]


def unknown_table(case: Case) -> Iterator[Mark]:
    """A table header that a worksheet does not have.

    Why: what stands below it is read by nobody, so a misspelt header hides an assertion.

    Bad:

        [[assertions]]

    Good:

        [[assertion]]
    """
    for block in case.document.blocks:
        if block.table and block.table not in TABLES:
            hint = suggest(block.table, TABLES)
            yield Mark((block.line, 1), f"a worksheet has no table {block.table}", hint)


def unknown_key(case: Case) -> Iterator[Mark]:
    """A key that its table does not have.

    Why: what it holds would be ignored; most often it is a typing error.

    Bad:

        reviewr = "Ana"

    Good:

        reviewer = "Ana"
    """
    for block in case.document.blocks:
        table = TABLES.get(block.table)
        if table is None and block.table:
            continue
        for name in block.keys:
            place = case.document.place(block, name)
            if table is None:
                hint = "move it below the header of its table"
                yield Mark(place, f"{name} stands before the first [header]", hint)
            elif name not in table.names:
                yield Mark(place, f"{table.header} has no key {name}", suggest(name, table.names))
    for block, key, table, number, entry in case.entries:
        for name in entry:
            if name not in table.names:
                place = case.document.place(block, key.name, item=number)
                message = f"an entry of {key.name} has no key {name}"
                yield Mark(place, message, suggest(name, table.names))


def unknown_verdict(case: Case) -> Iterator[Mark]:
    """A verdict that the worksheet's scale does not have.

    Why: the report counts verdicts by their words; a misspelt one would be left out.

    Bad:

        verdict = "confirmd"

    Good:

        verdict = "confirmed"
    """
    words = case.scale.words
    for block, assertion in case.assertions:
        if assertion.verdict and assertion.verdict not in words:
            place = case.document.place(block, "verdict", value=True)
            message = f'"{assertion.verdict}" is no verdict of the {case.scale.name} scale'
            yield Mark(place, message, suggest(assertion.verdict, words))


def unknown_word(case: Case) -> Iterator[Mark]:
    """A word outside the fixed list of its key: layer, kind, priority, reason, stance, tier, scale.

    Why: reports group and sort by these words.

    Bad:

        priority = "urgent"

    Good:

        priority = "high"
    """
    for block in case.document.blocks:
        table = TABLES.get(block.table)
        for key in table.keys if table else ():
            if _outside(key, block.data.get(key.name)):
                place = case.document.place(block, key.name, value=True)
                yield _word_mark(place, key, block.data[key.name])
    for block in case.document.rows("worksheet")[:1]:
        if case.worksheet.scale not in case.desk.scales:
            place = case.document.place(block, "scale", value=True)
            hint = suggest(case.worksheet.scale, case.desk.scales)
            yield Mark(place, f'"{case.worksheet.scale}" is no scale we know', hint)
    for block, outer, table, number, entry in case.entries:
        for key in table.keys:
            if _outside(key, entry.get(key.name)):
                place = case.document.place(block, outer.name, item=number)
                yield _word_mark(place, key, entry[key.name])


def _outside(key: Key, value: object) -> bool:
    if not key.words or not isinstance(value, str) or value in key.words:
        return False
    return bool(value) or not key.may_be_blank


def _word_mark(place: tuple[int, int], key: Key, value: object) -> Mark:
    message = f'"{value}" is no {key.name} we know' if value else f"{key.name} is empty"
    return Mark(place, message, suggest(str(value), key.words))


def swallowed_block(case: Case) -> Iterator[Mark]:
    """A text over several lines holds a line that is exactly a table header.

    Why: most often the closing ''' was forgotten, and the text has swallowed the blocks below it.

    Bad:

        note = '''asked the mayor
        [[assertion]]
        id = "8"

    Good:

        note = '''asked the mayor'''

        [[assertion]]
        id = "8"
    """
    text = case.document.text
    for block in case.document.blocks:
        if block.table == "snapshot":
            continue
        header_end = text.find("\n", block.start, block.end)
        offset = swallowed_header(text, header_end + 1, block.end) if header_end >= 0 else None
        for key, value in block.values.items():
            if offset is not None and value.start < offset < value.end:
                message = f"the text of {key} holds a whole table header"
                hint = "if ''' is missing above that header, put it there"
                yield Mark(case.document.place(block, key, value=True), message, hint)
