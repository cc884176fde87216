"""Edits change what they name and no other character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Evidence
from factcheck.worksheet import edit, parse
from factcheck.worksheet.document import Document
from factcheck.worksheet.loading import Block

SHEET = """\
# a note on top
[worksheet]
format = 1

[article]
sha256 = ""

# Ana: mine
[[assertion]]
id = "1"   # the first
text = "It rained."
verdict = ""   # ask the weather office
evidence = []
note = ""

[[assertion.evidence]]
url = "https://example.org/a"

# Ben: this one is hard
[[assertion]]
id = "2"
text = "It snowed."
evidence = [
  "https://example.org/b",  # the almanac
  "s1"  # no comma here
]

[snapshot]
text = '''
It rained. It snowed.'''
"""


def sheet(text: str = SHEET) -> Document:
    return parse(text, "w.toml")


def assertion(document: Document, number: int) -> Block:
    return document.rows("assertion")[number - 1]


def changed(text: str, edits: object) -> str:
    assert isinstance(edits, edit.Edit | tuple)
    return edit.apply(text, edits if isinstance(edits, tuple) else (edits,))


def test_a_value_is_replaced_and_the_comment_beside_it_stays() -> None:
    document = sheet()
    after = changed(SHEET, edit.set_value(document, assertion(document, 1), "verdict", "confirmed"))
    assert after == SHEET.replace('verdict = ""   # ask', 'verdict = "confirmed"   # ask')


def test_a_new_key_goes_where_the_table_has_it() -> None:
    document = sheet()
    after = changed(SHEET, edit.set_value(document, assertion(document, 1), "priority", "high"))
    line = 'text = "It rained."\n'
    assert after == SHEET.replace(line, line + 'priority = "high"\n')


def test_a_first_key_goes_below_the_header() -> None:
    text = '[worksheet]\nformat = 1\n[[query]]\n[snapshot]\ntext = ""\n'
    document = sheet(text)
    after = changed(text, edit.set_value(document, document.rows("query")[0], "text", "Why?"))
    assert after == text.replace("[[query]]\n", '[[query]]\ntext = "Why?"\n')


def test_a_key_is_removed_with_its_line() -> None:
    document = sheet()
    after = changed(SHEET, edit.remove_key(document, assertion(document, 1), "verdict"))
    assert after == SHEET.replace('verdict = ""   # ask the weather office\n', "")


def test_a_long_array_is_removed_whole() -> None:
    document = sheet()
    after = changed(SHEET, edit.remove_key(document, assertion(document, 2), "evidence"))
    start = SHEET.index("evidence = [\n")
    assert after == SHEET[:start] + SHEET[SHEET.index("]\n\n[snapshot]") + 2 :]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[]", '["s2", "s3"]'),
        ('["s1"]', '["s1", "s2", "s3"]'),
        ('["s1",]', '["s1", "s2", "s3"]'),
        ('[ "s1" ]', '[ "s1", "s2", "s3" ]'),
        ('[\n  "s1",\n]', '[\n  "s1",\n  "s2",\n  "s3",\n]'),
        ('[\n  "s1"  # no\n]', '[\n  "s1",  # no\n  "s2",\n  "s3",\n]'),
        ('[\n  "s1"]', '[\n  "s1",\n  "s2",\n  "s3",\n]'),
        (
            '[\n  { source = "s1", passage = """a, ]b""" },\n  # last\n]',
            '[\n  { source = "s1", passage = """a, ]b""" },\n  # last\n  "s2",\n  "s3",\n]',
        ),
    ],
)
def test_entries_are_added_to_an_array(before: str, after: str) -> None:
    text = SHEET.replace("evidence = []", f"evidence = {before}")
    document = sheet(text)
    entries = [Evidence(source="s2"), Evidence(source="s3")]
    edits = edit.append_entries(document, assertion(document, 1), "evidence", entries)
    assert changed(text, edits) == SHEET.replace("evidence = []", f"evidence = {after}")


def test_a_block_is_renamed_in_place() -> None:
    text = SHEET.replace('[[assertion]]\nid = "1"', '[[ assertion ]] # kept\nid = "1"')
    document = sheet(text)
    after = changed(text, edit.rename(document, assertion(document, 1), "query"))
    assert after == text.replace("[[ assertion ]] # kept", "[[ query ]] # kept")


def test_a_block_owns_the_comments_above_it_and_the_blocks_below() -> None:
    document = sheet()
    first = edit.extent(document, assertion(document, 1)).of(SHEET)
    assert first.startswith("# Ana: mine\n[[assertion]]\n")
    assert first.endswith('url = "https://example.org/a"\n')
    second = edit.extent(document, assertion(document, 2)).of(SHEET)
    assert second.startswith("# Ben: this one is hard\n")
    assert second.endswith("]\n")


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_block_is_inserted_between_two(ends: str) -> None:
    text = SHEET.replace("\n", ends)
    document = sheet(text)
    values = {"text": "Why?", "answer": "two\nlines"}
    after = changed(text, edit.insert(document, assertion(document, 1), "query", values))
    new = "[[query]]\ntext = \"Why?\"\nanswer = '''\ntwo\nlines'''\n\n"
    assert after == SHEET.replace("# Ben: this", new + "# Ben: this").replace("\n", ends)
    assert parse(after, "w.toml").worksheet.queries[0].answer == "two\nlines"


def test_a_block_is_inserted_at_the_end_of_a_file_without_a_last_line_end() -> None:
    text = SHEET.removesuffix("\n")
    document = sheet(text)
    after = changed(
        text, edit.insert(document, document.rows("snapshot")[0], "query", {"text": "Why?"})
    )
    assert after == text + '\n\n[[query]]\ntext = "Why?"\n'


def test_edits_that_meet_are_refused() -> None:
    with pytest.raises(ValueError, match="two edits meet at offset 2"):
        edit.apply("abcdef", [edit.Edit(1, 3, "x"), edit.Edit(2, 4, "y")])


@given(st.text(max_size=40), st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "\ufeff"]))
def test_any_note_is_read_back_and_the_rest_stays(note: str, ends: str, mark: str) -> None:
    text = mark + SHEET.replace("\n", ends)
    document = sheet(text)
    block = assertion(document, 1)
    after = changed(text, edit.set_value(document, block, "note", note))
    assert parse(after, "w.toml").worksheet.assertions[0].note == note
    value = block.values["note"]
    assert after.startswith(text[: value.start])
    assert after.endswith(text[value.end :])


def test_a_value_that_is_renewed_leaves_the_comments_inside_it_above() -> None:
    document = sheet()
    edits = edit.renew_value(document, assertion(document, 2), "evidence", ())
    start, end = SHEET.index("evidence = [\n"), SHEET.index("]\n\n[snapshot]") + 1
    kept = "# the almanac\n# no comma here\n"
    assert changed(SHEET, edits) == SHEET[:start] + kept + "evidence = []" + SHEET[end:]


def test_a_value_that_is_the_same_is_not_renewed() -> None:
    document = sheet()
    assert edit.renew_value(document, assertion(document, 1), "verdict", "") == ()


def test_a_missing_value_is_written() -> None:
    document = sheet()
    edits = edit.renew_value(document, assertion(document, 1), "recheck", "It poured.")
    line = 'text = "It rained."\n'
    assert changed(SHEET, edits) == SHEET.replace(line, line + 'recheck = "It poured."\n')


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_block_is_taken_out_and_its_comments_stay(ends: str) -> None:
    text = SHEET.replace("\n", ends)
    document = sheet(text)
    after = changed(text, edit.remove_block(document, assertion(document, 1)))
    start, end = SHEET.index("[[assertion]]"), SHEET.index("[[assertion.evidence]]")
    kept = "# the first\n# ask the weather office\n\n"
    assert after == (SHEET[:start] + kept + SHEET[end:]).replace("\n", ends)


def test_a_block_without_comments_leaves_nothing() -> None:
    document = sheet()
    after = changed(SHEET, edit.remove_block(document, document.rows("article")[0]))
    assert after == SHEET.replace('[article]\nsha256 = ""\n\n', "")


def test_the_position_of_a_block_is_its_number() -> None:
    document = sheet()
    numbers = [edit.position(document, block) for block in document.blocks]
    assert numbers == list(range(len(document.blocks)))
