"""The cutter: blocks joined are the file, and it never takes a string's line for a header."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck.errors import WorksheetError
from factcheck.worksheet.blocks import Lines, cut, items
from factcheck.worksheet.document import parse
from factcheck.worksheet.loading import load

SCRAPS = (
    "[[assertion]]\n",
    "[[assertion.evidence]]\n",
    "[snapshot]\n",
    "[worksheet]\n",
    "[other]\n",
    '["a.b"]\n',
    "[ a . 'b' ] # c\n",
    "[[assertion]\n",
    'id = "1"\n',
    "id = '2' # [x]\n",
    "text = '''\n",
    "'''\n",
    'note = """\n',
    '"""\n',
    '""""\n',
    "\\\n",
    'k = "\\""\n',
    'k = "open\n',
    "k = [\n",
    "k = [ [1, 2], { a = '[x]' } ]\n",
    "]\n",
    "}\n",
    "k = {\n",
    "# [[assertion]]\n",
    "a.'b'.\"c\" = 1\n",
    "d = 2024-01-01 10:00:00\n",
    " \t",
    "\r\n",
    "\r",
    "\ufeff",
    "\u2028",
    "plain words\n",
    '"',
    "'",
    "=",
    ",",
)
hostile = st.lists(st.sampled_from(SCRAPS), max_size=14).map("".join) | st.text(max_size=30)


@given(hostile)
@settings(deadline=None)
def test_pieces_joined_are_the_text(text: str) -> None:
    assert "".join(text[piece.start : piece.end] for piece in cut(text)) == text


@given(hostile)
@settings(deadline=None, max_examples=400)
@example("[[assertion]]\nnote = '''\n[[assertion]]\n")
@example("a = 1\na = 2\n")
@example("[a]\n[a]\n")
@example("[[a]]\nb = []\n[[a.b]]\n")
def test_blocks_joined_are_the_text_and_nothing_wrong_goes_unsaid(text: str) -> None:
    blocks, slips = load(text, Lines(text))
    assert "".join(text[block.start : block.end] for block in blocks) == text
    assert all(0 <= slip.offset <= len(text) for slip in slips)
    try:
        tomllib.loads(text.removeprefix("\ufeff"))
    except ValueError:
        assert slips


@given(hostile)
@settings(deadline=None)
def test_any_text_with_a_worksheet_table_is_read(text: str) -> None:
    document = parse("[worksheet]\nformat = 1\n" + text, "w.toml")
    assert document.worksheet.format == 1


def tables(data: dict[str, Any], path: tuple[str, ...] = ()) -> dict[str, list[Any]]:
    """Every table by its dotted name, as tomllib sees them."""
    found: dict[str, list[Any]] = {}
    for name, value in data.items():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                found.setdefault(".".join((*path, name)), []).append(each)
                for key, below in tables(each, (*path, name)).items():
                    found.setdefault(key, []).extend(below)
    return found


strings = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ["[[assertion]]", "a\n[snapshot]\nb", "'''", '"""', "# x", "\n[a]\n"]
)


@st.composite
def valid_toml(draw: st.DrawFn) -> str:
    """TOML in several styles, full of lines that look like headers and are not."""
    from factcheck.worksheet.layout import multiline, string

    lines = []
    for _ in range(draw(st.integers(0, 5))):
        lines.append(draw(st.sampled_from(["[[assertion]]", "[[ source ]] # [x]", "[[a.b]]"])))
        for key in draw(st.lists(st.sampled_from("abcdef"), unique=True)):
            one = draw(st.sampled_from([string, multiline]))
            value = draw(
                st.one_of(
                    strings.map(one),
                    strings.map(lambda text: f"[ # [[assertion]]\n  {string(text)},\n  [1],\n]"),
                    strings.map(lambda text: f"{{ x = {string(text)}, y = [ {string(text)} ] }}"),
                    st.sampled_from(["1", "2024-01-01 10:00:00", "true", '""', "''", "''''''"]),
                )
            )
            lines.append(f"{key} = {value}{draw(st.sampled_from(['', ' # [[source]]']))}")
        lines.extend(draw(st.lists(st.sampled_from(["", "# [[assertion]]", "  "]), max_size=2)))
    end = draw(st.sampled_from(["\n", "\r\n"]))
    return end.join(lines)


@given(valid_toml())
@settings(deadline=None)
def test_blocks_hold_what_tomllib_reads(text: str) -> None:
    expected = tables(tomllib.loads(text))
    blocks, slips = load(text, Lines(text))
    assert slips == ()
    for name in ("assertion", "source", "a.b"):
        found = [block for block in blocks if block.table == name]
        assert [dict(block.data) for block in found] == expected.get(name, [])
        for block in found:
            assert set(block.keys) == set(block.data)


def test_every_place_is_known() -> None:
    text = (
        "# head\n"
        "\n"
        "[worksheet]\n"
        "format = 1\n"
        "[[assertion]] # the first\n"
        '  id = "1"\n'
        "evidence = [\n"
        '  "https://a.example", # [[assertion]]\n'
        '  { source = "s1", locator = "p. [4]" }, "s2",\n'
        "]\n"
        "note = '''\n"
        "[[assertion]]\n"
        "'''\n"
        'verdict   =   "wrong" # so\n'
        "[[assertion]]\n"
        'id = "2"\n'
    )
    document = parse(text, "w.toml")
    first, second = document.rows("assertion")
    assert [block.table for block in document.blocks] == ["", "worksheet", "assertion", "assertion"]
    assert (first.line, second.line) == (5, 15)
    assert first.keys == {"id": (6, 3), "evidence": (7, 1), "note": (11, 1), "verdict": (14, 1)}
    assert document.place(first, "verdict", value=True) == (14, 15)
    assert document.place(first) == (5, 1)
    assert document.place(first, "reviewer") == (5, 1)
    assert [document.place(first, "evidence", item=i) for i in range(3)] == [
        (8, 3),
        (9, 3),
        (9, 42),
    ]
    assert {key: span.of(text) for key, span in first.values.items()} == {
        "id": '"1"',
        "evidence": text[text.index("= [\n") + 2 : text.index("\nnote")],
        "note": "'''\n[[assertion]]\n'''",
        "verdict": '"wrong"',
    }
    assert [each.id for each in document.worksheet.assertions] == ["1", "2"]


@pytest.mark.parametrize(
    ("array", "entries"),
    [
        ("[]", ()),
        ("[ ]", ()),
        ("'x'", ("'x'",)),
        ("[1]", ("1",)),
        ("[1,2,  3,]", ("1", "2", "3")),
        ("[ [1, 2], [3] ]", ("[1, 2]", "[3]")),
        ("[ { a = [1, 2], b = 'x, y' }, 'z' ]", ("{ a = [1, 2], b = 'x, y' }", "'z'")),
        ("[ # one, two\n '''a, b''', \"c\" ]", ("'''a, b'''", '"c"')),
        ('["""a"""", 2024-01-01 10:00:00]', ('"""a""""', "2024-01-01 10:00:00")),
    ],
)
def test_entries_of_an_array(array: str, entries: tuple[str, ...]) -> None:
    from factcheck.model import Span

    text = f"k = {array} # end"
    offsets = items(text, Span(4, 4 + len(array)))
    assert len(offsets) == len(entries)
    for offset, entry in zip(offsets, entries, strict=True):
        assert text.startswith(entry, offset)


def test_a_text_without_a_worksheet_table_is_refused() -> None:
    with pytest.raises(WorksheetError) as caught:
        parse('title = "TOML, but something else"\n[package]\n', "pyproject.toml")
    assert caught.value.message == "pyproject.toml: this is not a factcheck worksheet"
