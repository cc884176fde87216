from __future__ import annotations

import pytest

from factcheck.assertions import topics

CASES = {
    "law": ("the court upheld the ban", "the courtyard was banal"),
    "cause": ("the roof fell because of snow", "the causeway flooded"),
    "purpose": ("he left in order to rest", "the inside order"),
    "plan": ("the pool will open", "the willow opened"),
    "amount": ("half of the voters", "on behalf of voters"),
    "role_word": ("the sailor left", "the sail tore"),
    "body_word": ("the agency said", "urgency grew"),
    "change": ("prices rose by a third", "a rosette was won by her"),
    "past": ("a former mill", "a formal mill"),
    "state": ("the museum includes a garden", "the museum opened"),
    "sign": ("$20", "twenty"),
}


def test_every_topic_has_a_case() -> None:
    assert set(CASES) == set(topics.PATTERNS)


@pytest.mark.parametrize("name", sorted(CASES))
def test_a_topic_fires_on_its_words_and_not_on_others(name: str) -> None:
    fires, silent = CASES[name]
    assert topics.PATTERNS[name].search(fires)
    assert not topics.PATTERNS[name].search(silent)


def test_where_words_stand() -> None:
    found = dict(topics.places("İ: The Court said NO, because of the Law."))
    assert {name: spans for name, spans in found.items() if spans} == {
        "law": [(7, 12), (37, 40)],
        "cause": [(22, 29)],
    }
