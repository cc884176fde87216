"""The table that a person reads: every assertion is in it, once, whatever the terminal's width."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from factcheck import updating
from factcheck.checks.characters import width
from factcheck.model import Article, Found
from factcheck.updating import table
from factcheck.worksheet import Document, parse

FIRST = (
    "The ferry left at six. It rained on Monday, and the fund paid 5 million for the long new quay of "
    "the old harbour.\n\nA [red]dog[/red] barked all night. Three came. Four sat. Five stood."
)
SECOND = (
    "Three came. Four sat. Five stood. Snow fell.\n\nThe ferry left at seven. It rained on Monday, and "
    "the fund paid 6 million for the long new quay of the old harbour."
)
THIRD = SECOND + " A [red]dog[/red] barked all night."


@pytest.fixture
def followed(
    lay_out: Callable[..., Document], finder: Callable[[Article], Found]
) -> Callable[..., list[updating.Outcome]]:
    def made(*drafts: str) -> list[updating.Outcome]:
        start = Article(FIRST, title="The [b]quay[/b]")
        found = finder(start).assertions
        document = lay_out(start, [replace(a, verdict="confirmed", reviewer="Ana") for a in found])
        outcomes = []
        for text in drafts:
            draft = Article(text, title=start.title)
            after, outcome = updating.follow(document, draft, finder(draft), finder)
            assert outcome
            outcomes.append(outcome)
            document = parse(after, "w.toml")
        return outcomes

    return made


@pytest.mark.parametrize("cells", [60, 80, 200])
def test_the_table(
    cells: int,
    followed: Callable[..., list[updating.Outcome]],
    golden: Callable[[str, str], None],
) -> None:
    shown = []
    for outcome in followed(SECOND, THIRD):
        lines = ["".join(text for text, _ in line).rstrip() for line in table.lines(outcome, cells)]
        assert max(map(width, lines)) <= cells
        shown += [*lines, ""]
    golden(f"table-{cells}.txt", "\n".join(shown))


def test_every_assertion_is_in_it_once(followed: Callable[..., list[updating.Outcome]]) -> None:
    (outcome,) = followed(SECOND)
    lines = ["".join(text for text, _ in line) for line in table.lines(outcome, 80)]
    entries = [m[1] for line in lines if (m := re.match(r" {2,6}(\d+)  \S", line))]
    listed = {c.before.id for c in outcome.carried if c.state in {"unchanged", "moved"}}
    assert sorted([*entries, *listed], key=int) == [str(n) for n in range(1, 9)]
