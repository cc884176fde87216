"""Every rule fires on its own examples, and no rule on an example that another must let pass."""

from __future__ import annotations

import pytest

from factcheck.assertions import details, queries, reading
from factcheck.assertions.queries.story import PUBLISHED, Doubt, Rule, Story


def story(text: str) -> Story:
    read = reading.read(text)
    return Story(read, details.scan(read.doc, read.people, read.quotations), PUBLISHED)


def doubts(text: str) -> list[tuple[str, Doubt]]:
    here = story(text)
    return [(rule.name, doubt) for rule in queries.RULES for doubt in rule.find(here)]


FIRES = [(rule, text) for rule in queries.RULES for text in rule.fires]
SILENT = [text for rule in queries.RULES for text in rule.silent]


@pytest.mark.parametrize(("rule", "text"), FIRES, ids=lambda each: str(each)[:40])
def test_it_fires_once_and_alone_and_quotes_the_article(rule: Rule, text: str) -> None:
    found = doubts(text)
    assert [name for name, _ in found] == [rule.name]
    doubt = found[0][1]
    assert "\n" not in doubt.text + doubt.why
    quoted = [part.split("”")[0] for part in doubt.why.split("“")[1:]]
    assert quoted
    assert all(words.strip("… ") in text for words in quoted)
    assert all(0 <= place.start < place.end <= len(text) for place in doubt.places)


@pytest.mark.parametrize("text", SILENT, ids=lambda text: text[:40])
def test_nothing_is_asked_where_all_fits(text: str) -> None:
    assert doubts(text) == []


def test_every_rule_has_examples_of_both_kinds_and_a_name_of_its_own() -> None:
    assert all(rule.fires and rule.silent for rule in queries.RULES)
    names = [rule.name for rule in queries.RULES]
    assert len(set(names)) == len(names)
