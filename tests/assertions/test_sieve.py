"""Set-asides: rules for what is certain, the model for the rest."""

from __future__ import annotations

import pytest

from factcheck.assertions import checkable, finder, reading, sieve
from factcheck.model import Article, Mesh, Reason

TEXT = """Why the bus matters

The county council voted 5-2 on Monday to close the bus line to Northmill. Ridership fell by 40 percent in 2023.

“It is a shame,” said Marta Quill, who drives the bus.

Who will miss it? I think that a town without a bus is a sad place. It deserves far better than this. We must all fight for a brighter future."""


def asides(mesh: Mesh) -> dict[str, str]:
    found = finder.find(Article(TEXT, headings=frozenset({1})), mesh)
    return {each.text: each.reason for each in found.set_aside}


def test_what_is_numbered_by_default() -> None:
    assert asides("usual") == {
        "Why the bus matters": "boilerplate",
        "Who will miss it?": "question",
        "I think that a town without a bus is a sad place.": "opinion",
        "It deserves far better than this.": "opinion",
        "We must all fight for a brighter future.": "opinion",
    }


def test_everything_can_be_numbered() -> None:
    assert asides("all") == {}


def test_only_sure_facts_can_be_numbered() -> None:
    found = finder.find(Article(TEXT, headings=frozenset({1})), "strict")
    kept = {found.sentences[each.sentence - 1].span.of(TEXT) for each in found.assertions}
    assert kept == {
        "The county council voted 5-2 on Monday to close the bus line to Northmill.",
        "Ridership fell by 40 percent in 2023.",
    }
    assert set(asides("usual")) < set(asides("strict"))


@pytest.mark.parametrize(
    ("checkability", "expected"), [(0.95, None), (0.5, "opinion"), (0.05, "opinion")]
)
def test_a_soft_rule_gives_way_to_a_sure_model(
    checkability: float, expected: Reason | None
) -> None:
    text = "The council must act."
    read = reading.read(text)
    judged = checkable.Judgement(
        (checkability, 0.0, 0.0, 1 - checkability, 0.0, 0.0, 0.0, 0.0), (1.0, 0.0, 0.0, 0.0), 0.0
    )
    assert sieve.reasons(read, Article(text), [judged]) == {1: expected}
