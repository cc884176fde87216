from __future__ import annotations

from collections.abc import Container

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.assertions import aside, boilerplate, formulas, reading, setting
from factcheck.assertions.aside import Rule
from factcheck.model import REASONS, Reason

# Around every rule's sentence stands an article that holds what a heading may repeat.
BODY = (
    "The council voted to close the bridge in Ostburg, officials wrote on Monday.\n\n"
    "Two lorries had damaged it in March. Repairs take three weeks."
)


def reasons(text: str) -> list[Reason | None]:
    read = reading.read(text)
    return [by_rule(read, sentence.number) for sentence in read.sentences]


def by_rule(
    read: reading.Reading, number: int, headings: Container[int] = (), rows: Container[int] = ()
) -> Reason | None:
    paragraph = read.sentences[number - 1].paragraph
    return aside.reason(setting.place(read, number), paragraph, headings, rows)


def deciding(sentence: str) -> Rule | None:
    """The rule that takes ``sentence`` where it stands between two paragraphs."""
    read = reading.read(f"{sentence}\n\n{BODY}")
    here = setting.place(read, 1)
    return aside.decide(here) if here else None


@pytest.mark.parametrize("rule", [*aside.ANYWHERE, *aside.RULES], ids=lambda r: r.name)
def test_each_rule_takes_its_example_and_leaves_the_other(rule: Rule) -> None:
    taken = deciding(rule.fires)
    assert taken is not None
    assert (taken.name, taken.reason) == (rule.name, rule.reason)
    assert deciding(rule.passes) is None


@pytest.mark.parametrize("pattern", boilerplate.PATTERNS, ids=lambda p: p.fires[:30])
def test_each_pattern_of_boilerplate(pattern: boilerplate.Pattern) -> None:
    found = boilerplate.match(pattern.fires, alone=True)
    assert found is not None
    assert found.name == pattern.name
    assert boilerplate.match(pattern.passes, alone=True) is None


@pytest.mark.parametrize("formula", formulas.FORMULAS, ids=lambda f: f.fires[:30])
def test_each_formula(formula: formulas.Formula) -> None:
    found = formulas.match(formula.fires)
    assert found is not None
    assert found.reason == formula.reason
    assert formulas.match(formula.passes) is None


# One paragraph each; what the desk would say of its sentences. None is checkable.
PARAGRAPHS: list[tuple[str, list[Reason | None]]] = [
    ("The mayor opened the bridge on 3 May 2026.", [None]),
    ("The council will meet on Tuesday.", [None]),
    ("The tour will stop in Ostburg and Northmill.", [None]),
    ("The rules would not apply to buses.", [None]),
    ("“It was a wonderful day,” Marta Quill said.", [None]),
    ("“It was a wonderful day. We should thank them. Who else would do it?”", [None, None, None]),
    ("Marta Quill said that it was a wonderful day.", [None]),
    ("The mayor believes the plan would fail.", [None]),
    ("According to the mayor, the plan is terrible.", [None]),
    ("I think that this is a wonderful town.", ["opinion"]),
    ("I counted 40 boats in the harbour.", [None]),
    ("We have to act. We have two boats.", ["opinion", None]),
    ("If it rained, it would ruin the hay.", ["prediction"]),
    ("Why does it matter? Nobody knows.", ["question", None]),
    ("Don't forget the map. Bring a coat.", ["request", "request"]),
    ("And finally, let us thank the crew.", ["request"]),
    ("Dogs should be kept at home.", ["opinion"]),
    ("It is a shabby way to treat a town that deserves better.", ["opinion"]),
    ("The town deserves better. The town deserved a prize in 2019.", ["opinion", None]),
    ("Marta Quill called it a shabby way to treat a town.", [None]),
    ("It is a cheap way to heat a house.", [None]),
    ("Not at all.", ["no-claim"]),
    ("Nine dead, 20 missing.", [None]),
    ("***", ["boilerplate"]),
]


@pytest.mark.parametrize(("paragraph", "expected"), PARAGRAPHS)
def test_paragraphs(paragraph: str, expected: list[Reason | None]) -> None:
    assert reasons(f"{BODY}\n\n{paragraph}\n\n{BODY}")[3:-3] == expected


def test_boilerplate_is_taken_even_inside_quotation_marks() -> None:
    assert reasons(f"“Image: Marta Quill.”\n\n{BODY}")[0] is None
    assert reasons(f"Image: “Marta Quill”.\n\n{BODY}")[0] == "boilerplate"


def test_a_heading_is_told_from_a_headline_that_states_something() -> None:
    text = f"Flood damage\n\n{BODY}\n\nMayor killed in flood"
    assert [r for r in reasons(text) if r] == ["boilerplate"]
    assert reasons(text)[0] == "boilerplate"


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("What burned", "boilerplate"),
        ("The fire chief speaks", "boilerplate"),
        ("A warning in October", "boilerplate"),
        ("“We lost it all”", "boilerplate"),
        ("Marta Quill said no", "boilerplate"),
        ("Who paid for it?", "question"),
        ("Building | Built | Insured for", "boilerplate"),
    ],
)
def test_a_marked_heading_is_set_aside(heading: str, expected: Reason) -> None:
    read = reading.read(f"{BODY}\n\n{heading}\n\n{BODY}")
    number = next(s.number for s in read.sentences if s.paragraph == 3)
    assert by_rule(read, number, headings={3}) == expected
    beside = [n for n in range(1, len(read.sentences) + 1) if n != number]
    assert {by_rule(read, n, headings={3}) for n in beside} == {None}


@pytest.mark.parametrize(
    "row", ["Compressor room | 1974", "Carding hall | destroyed", "Owner | Marta Quill"]
)
def test_a_row_of_a_table_is_checked(row: str) -> None:
    read = reading.read(f"{row}\n\n{BODY}")
    assert by_rule(read, 1, rows={1}) is None


def test_rows_and_lines_below_posts_are_checked_in_one_piece() -> None:
    credit = "— Marta Quill (@mquill) May 8, 2026"
    read = reading.read(f"Carding hall | 1931\n\nIt fell.\n\n{credit}")
    assert [aside.is_whole(read, n, rows={1}) for n in (1, 2, 3)] == [True, False, True]
    assert [aside.is_whole(read, n) for n in (1, 2, 3)] == [False, False, True]


def test_a_row_without_a_word_is_set_aside() -> None:
    read = reading.read(f"– | –\n\n{BODY}")
    assert by_rule(read, 1, rows={1}) == "boilerplate"


def test_a_pull_quote_is_taken_where_the_text_says_the_same() -> None:
    quote = "“The bridge was never safe for lorries or for buses.”"
    text = f"{quote}\n\nMarta Quill said on Monday: {quote} Nobody objected."
    assert reasons(text)[:2] == ["boilerplate", None]
    assert reasons(f"{quote}\n\nMarta Quill spoke on Monday.")[0] is None


def test_answers_of_an_interview_are_a_speakers_words() -> None:
    turns = "\n\n".join(
        f"{question}\n\nI think it is a wonderful place."
        for question in ("Why Ostburg?", "Do you like it?", "Will you stay?", "What is next?")
    )
    found = reasons(f"In this interview Marta Quill talks about the town.\n\n{turns}")
    assert found == [None, *["question", None] * 4]
    assert reasons(turns) == ["question", "opinion"] * 4


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("— Marta Quill (@mquill) May 8, 2026", None),
        ("— Marta Quill, mayor of Ostburg (@mquill)", None),
        ("Marta Quill (@mquill) May 8, 2026", None),
        ("— Marta Quill 🌊 (@mquill) 8 May 2026, 10:30", None),
        ("@mquill", "boilerplate"),
        ("@mquill.", "boilerplate"),
        ("— MARTA QUILL", "boilerplate"),
    ],
)
def test_the_line_below_a_post_is_kept_with_its_name_and_date(
    line: str, expected: Reason | None
) -> None:
    assert reasons(f"{BODY}\n\nThe bridge was never safe.\n\n{line}")[-1] == expected


def test_the_same_sentence_alone_and_in_a_paragraph() -> None:
    assert reasons(f"Marta Quill.\n\n{BODY}")[0] == "boilerplate"
    assert reasons(f"They asked for the winner. Marta Quill.\n\n{BODY}")[1] is None


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["The bridge fell.", "“Why?”", "* * *", "Go!", "It would.", "—", "40", "\n\n", "Quill."]
        ),
        min_size=1,
        max_size=8,
    )
)
def test_every_sentence_gets_a_known_reason_or_none(parts: list[str]) -> None:
    text = " ".join(parts)
    assert set(reasons(text)) <= {None, *REASONS}
    assert reasons(text) == reasons(text)
