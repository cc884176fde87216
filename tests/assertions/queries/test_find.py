"""The queries of whole articles: their order, the assertions that they name, what they quote."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import assertions
from factcheck.assertions import queries
from factcheck.model import Article, Query

STORY = """OSTBURG (Reuters) - Police arrested 12 people, seven men and four women, on Friday, June 20, 2024.

"They were calm," said Mayor Peter Dorlan. The bridge was closed, Dorlen said later.

Visits rose from 20 to 30, an increase of 40 per cent, the council said.
"""
WHY = {
    "seven + four is 11, not 12": "“OSTBURG (Reuters) - Police arrested 12 people, seven men and "
    "four women, on Friday, June 20, 2024.” (sentence 1)",
    '"Friday, June 20, 2024" was a Thursday': "“… (Reuters) - Police arrested 12 people, seven "
    "men and four women, on Friday, June 20, 2024.” (sentence 1); 20 June 2024 is a Thursday in the calendar",
    'One name in two spellings? "Dorlan" and "Dorlen"': '“"They were calm," said Mayor Peter '
    "Dorlan.” (sentence 2); “The bridge was closed, Dorlen said later.” (sentence 3)",
    "From 20 to 30 is a change of 50 per cent, not 40 per cent": "“Visits rose from 20 to 30, an "
    "increase of 40 per cent, the council said.” (sentence 4)",
}
EXAMPLES = sorted({text for rule in queries.RULES for text in (*rule.fires, *rule.silent)})


def asked(text: str) -> tuple[Query, ...]:
    return assertions.find(Article(text, published=dt.date(2024, 6, 28))).queries


def test_an_article() -> None:
    assert {query.text: query.why for query in asked(STORY)} == WHY


def test_they_stand_in_the_order_of_the_text_and_name_the_assertions() -> None:
    found = assertions.find(Article(STORY, published=dt.date(2024, 6, 28)))
    assert [query.text for query in found.queries] == list(WHY)
    by_id = {each.id: each for each in found.assertions}
    touched = [{by_id[number].sentence for number in query.assertions} for query in found.queries]
    assert touched == [{1}, {1}, {2, 3}, {4}]
    assert not any(query.answered for query in found.queries)


@pytest.mark.parametrize("text", ["", "\n", "Tuesday", "12", "“”"])
def test_nothing_is_asked_of_nothing(text: str) -> None:
    assert asked(text) == ()


def test_without_a_day_of_publication_only_what_needs_none() -> None:
    texts = [query.text for query in assertions.find(Article(STORY)).queries]
    assert texts == list(WHY)


@given(st.lists(st.sampled_from(EXAMPLES), max_size=4), st.sampled_from((" ", "\n\n")))
@settings(deadline=None, max_examples=30)
def test_every_quotation_stands_in_the_article(texts: list[str], between: str) -> None:
    text = between.join(texts)
    found = assertions.find(Article(text, published=dt.date(2024, 6, 28)))
    ids = {each.id for each in found.assertions}
    for query in found.queries:
        quoted = [part.partition("” (sentence ")[0] for part in query.why.split("“")[1:]]
        assert quoted
        assert all(words.removeprefix("… ").removesuffix(" …") in text for words in quoted)
        assert set(query.assertions) <= ids
        assert "\n" not in query.text + query.why


def test_a_misspelt_name_is_asked_about_once() -> None:
    text = (
        '"We lost it," Fire Chief Marguerite Dorland said. Ms. Dorlan said that the roof fell.\n\n'
        "Ms. Dorlan left on Monday. The mayor called Ms. Dorlan at home."
    )
    assert [query.text for query in asked(text)] == [
        'One name in two spellings? "Dorland" and "Dorlan"'
    ]
