"""What a person wrote is counted, wherever it stands."""

from __future__ import annotations

import pytest

from factcheck.errors import LostError
from factcheck.updating.accounting import audit
from factcheck.worksheet import Document, parse

SHEET = """\
# on top
[worksheet]
format = 1
mine = "a # b"  # why

[article]
sha256 = ""

[[source]]
id = "s1"
title = "Minutes"

[[query]]
text = "Two prices?"
answer = "One."

[[assertion]]
id = "1"
text = "It rained."
details = [
  { kind = "figure", text = "1" },  # counted
]
verdict = "confirmed"
note = '''
two # lines'''
colour = "red"

[[assertion.evidence]]
source = "s1"
page = 7

[desk]
shelf = 3

[snapshot]
text = '''
It rained.'''
"""


def sheet(text: str = SHEET) -> Document:
    return parse(text, "w.toml")


def test_nothing_is_lost_where_nothing_changed() -> None:
    audit(sheet(), sheet())


def test_a_retired_assertion_has_all_that_it_had() -> None:
    audit(sheet(), sheet(SHEET.replace("[[assertion", "[[retired")))


def test_the_machine_may_change_its_half() -> None:
    after = SHEET.replace('"It rained."', '"It snowed."').replace("It rained.", "It snowed.")
    audit(
        sheet(), sheet(after.replace('kind = "figure", text = "1"', 'kind = "money", text = "2"'))
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("# on top\n", "comment (1)"),
        ("  # why", "comment (1)"),
        ("  # counted", "comment (1)"),
        ('mine = "a # b"', "unknown key (1)"),
        ('title = "Minutes"\n', "title (1)"),
        ('answer = "One."\n', "answer (1), answered query (1)"),
        ('verdict = "confirmed"\n', "verdict (1)"),
        ('colour = "red"\n', "unknown key (1)"),
        ("page = 7\n", "unknown key (1)"),
        ("shelf = 3\n", "unknown key (1)"),
    ],
)
def test_what_is_lost_is_told_by_its_sort(words: str, told: str) -> None:
    assert SHEET.count(words) == 1
    with pytest.raises(LostError) as caught:
        audit(sheet(), sheet(SHEET.replace(words, "")))
    assert str(caught.value) == f"the new worksheet would lose what a person wrote: {told}"


def test_a_value_that_is_written_otherwise_is_lost() -> None:
    with pytest.raises(LostError, match=r"verdict \(1\)"):
        audit(sheet(), sheet(SHEET.replace('"confirmed"', "'confirmed'")))


def test_a_verdict_under_another_id_is_lost() -> None:
    with pytest.raises(LostError, match="verdict"):
        audit(sheet(), sheet(SHEET.replace('id = "1"', 'id = "2"')))


def test_a_worksheet_that_cannot_be_read_back_is_none() -> None:
    with pytest.raises(LostError, match="read back"):
        audit(sheet(), sheet(SHEET.replace("format = 1", 'format = "one"')))
