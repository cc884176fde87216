"""The machine's keys are renewed; those that a person changed by hand stay."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from factcheck import updating
from factcheck.model import Article, Assertion, Detail, Found, Span
from factcheck.worksheet import Document

OLD = "First Ana spoke. The roof cost 5 million."
NEW = "First Ana spoke. The roof cost 6 million."


@pytest.fixture
def find(finder: Callable[[Article], Found]) -> Callable[[Article], Found]:
    """A finder that hears another layer, kind and priority in the new draft, and its figure."""

    def made(article: Article) -> Found:
        new = article.text == NEW
        found = finder(article)

        def heard(assertion: Assertion) -> Assertion:
            if "roof" not in assertion.text:
                return assertion
            figure = Detail("money", "6 million" if new else "5 million")
            return replace(
                assertion,
                layer="content",
                kind="statistic" if new else "event",
                priority="high" if new else "normal",
                speaker="Ana Ruiz" if new else "Ana",
                details=(figure,),
            )

        return replace(found, assertions=tuple(map(heard, found.assertions)))

    return made


@pytest.mark.parametrize(
    "by_hand",
    [
        {},
        {"kind": "causal"},
        {"priority": "low"},
        {"speaker": "Ana Ruiz-Holm"},
        {"details": (Detail("figure", "5"),)},
        {"kind": "date", "priority": "low"},
    ],
)
def test_what_a_person_changed_stays(
    by_hand: dict[str, Any], lay_out: Callable[..., Document], find: Callable[[Article], Found]
) -> None:
    start = Article(OLD, title="x")
    first, second = find(start).assertions
    document = lay_out(start, [first, replace(second, **by_hand)])
    draft = Article(NEW, title="x")
    after, outcome = updating.follow(document, draft, find(draft), find)
    assert outcome
    now = outcome.carried[1].now
    assert now
    renewed = {
        "layer": "content",
        "kind": "statistic",
        "priority": "high",
        "speaker": "Ana Ruiz",
        "details": (Detail("money", "6 million"),),
    }
    assert {name: getattr(now, name) for name in renewed} == renewed | by_hand
    del after


def test_the_finder_looks_at_the_old_draft_only_where_a_key_differs(
    lay_out: Callable[..., Document], finder: Callable[[Article], Found]
) -> None:
    start, draft = Article(OLD, title="x"), Article(NEW, title="x")

    def never(article: Article) -> Found:
        raise AssertionError(article.title)

    _, outcome = updating.follow(lay_out(start), draft, finder(draft), never)
    assert outcome
    assert [c.state for c in outcome.carried] == ["unchanged", "reworded"]


def test_a_day_that_is_another_day_now_is_checked_again(
    lay_out: Callable[..., Document], finder: Callable[[Article], Found]
) -> None:
    def dated(article: Article) -> Found:
        found = finder(article)
        day = Detail("date", "on Monday", "2026-11-23" if "Snow" in article.text else "2026-11-16")
        return replace(
            found, assertions=tuple(replace(a, details=(day,)) for a in found.assertions)
        )

    start, draft = Article("It rained on Monday.", title="x"), Article("It rained on Monday. Snow.")
    claims = [replace(a, verdict="confirmed") for a in dated(start).assertions]
    _, outcome = updating.follow(lay_out(start, claims), draft, dated(draft), dated)
    assert outcome
    (one,) = outcome.carried
    assert (one.state, one.recheck) == (
        "reworded",
        "It rained on Monday. (on Monday: 2026-11-16)",
    )
    assert one.now
    assert one.now.details[0].resolved == "2026-11-23"


@pytest.mark.parametrize(("speaker", "state"), [("Ben Cole", "reworded"), ("Ana", "unchanged")])
def test_a_part_of_a_quotation_needs_its_speaker(
    speaker: str, state: str, lay_out: Callable[..., Document], finder: Callable[[Article], Found]
) -> None:
    def heard(article: Article) -> Found:
        who = speaker if "Snow" in article.text else "Ana Ruiz"
        found = finder(article)
        said = (replace(a, layer="said", speaker=who) for a in found.assertions)
        return replace(found, assertions=tuple(said))

    text = "The old roof of the long hall above the quay will fall."
    start, draft = Article(text, title="x"), Article(f"Snow fell. {text}", title="x")
    (whole,) = heard(start).assertions
    part = replace(whole, text="will fall", span=Span(45, 54), verdict="confirmed")
    assert part.span.of(text) == part.text
    _, outcome = updating.follow(lay_out(start, [part]), draft, heard(draft), heard)
    assert outcome
    assert outcome.carried[0].state == state
