"""What becomes of a verdict where the article changes in one place, as a checker would want it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from factcheck import updating
from factcheck.model import Article, Assertion, Found, Span
from factcheck.updating.record import Outcome
from factcheck.worksheet import Document

Follow = Callable[..., Outcome]


@dataclass(frozen=True)
class Claim:
    """Words of a draft, in which layer they are, who says them."""

    words: str
    layer: str = "narration"
    speaker: str = ""
    nth: int = 0


def asserted(text: str, claims: tuple[Claim, ...]) -> tuple[Assertion, ...]:
    found = []
    for number, each in enumerate(claims, 1):
        start = -1
        for _ in range(each.nth + 1):
            start = text.index(each.words, start + 1)
        found.append(
            Assertion(
                str(number),
                each.words,
                1,
                1,
                Span(start, start + len(each.words)),
                each.layer,
                "event",
                speaker=each.speaker,
                verdict="not-checkable",
                note=f"note {number}",
                reviewer="Ana",
            )
        )
    return tuple(found)


@pytest.fixture
def follow(lay_out: Callable[..., Document], finder: Callable[[Article], Found]) -> Follow:
    def made(
        old: str,
        new: str,
        *claims: Claim | str,
        find: Callable[[Article], Found] = finder,
    ) -> Outcome:
        wanted = tuple(each if isinstance(each, Claim) else Claim(each) for each in claims)
        document = lay_out(Article(old, title="x"), asserted(old, wanted) if wanted else None)
        draft = Article(new, title="x")
        _, outcome = updating.follow(document, draft, find(draft), find)
        assert outcome is not None
        return outcome

    return made


def states(outcome: Outcome) -> list[tuple[str, str, str]]:
    return [
        (c.state, c.now.text if c.now else "", c.recheck if c.now else "") for c in outcome.carried
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("It cost 5 million. It rained.", "It cost 6 million. It rained."),
        ("It opened on Monday. It rained.", "It opened on Tuesday. It rained."),
        ("Ana Ruiz won the vote. It rained.", "Ana Ruis won the vote. It rained."),
        ("The mayor did resign. It rained.", "The mayor did not resign. It rained."),
        ("The Mayor resigned. It rained.", "The mayor resigned. It rained."),
        ("It rained, and he left. It rained.", "It rained and he left. It rained."),
        ("They paid 12,000 for it. It rained.", "They paid 12 000 for it. It rained."),
    ],
)
def test_one_word_makes_it_another_statement(follow: Follow, old: str, new: str) -> None:
    first = old.partition(". ")[0] + "."
    now = new.partition(". ")[0] + "."
    outcome = follow(old, new, first, Claim("It rained.", nth=old.count("It rained.") - 1))
    assert states(outcome)[0] == ("reworded", now, first)
    assert states(outcome)[1] == ("unchanged", "It rained.", "")


@pytest.mark.parametrize(
    ("old", "new", "now"),
    [
        ('"No," he said.', "“No,” he said.", "“No,” he said."),
        ("It cost $ 5 - at least.", "It cost $5 – at least.", "It cost $5 – at least."),
        ("The oﬃce has 9\u00a0men.", "The office has 9 men.", "The office has 9 men."),
    ],
)
def test_what_a_typesetter_changes_is_no_change(
    follow: Follow, old: str, new: str, now: str
) -> None:
    assert states(follow(old, new + " It snowed.", old)) == [("unchanged", now, "")]


def test_a_moved_paragraph_keeps_its_verdicts(follow: Follow) -> None:
    old = "One came. Two went.\n\nThree sat. Four stood.\n\nFive ran. Six walked.\n\nSeven slept."
    parts = old.split("\n\n")
    outcome = follow(old, "\n\n".join([parts[1], parts[2], parts[3], parts[0]]))
    assert [c.state for c in outcome.carried] == ["moved"] * 2 + ["unchanged"] * 5
    assert not outcome.new
    assert not outcome.rechecks


def test_repeated_sentences_are_told_apart_by_their_neighbours(follow: Follow) -> None:
    old = "The mayor spoke. He left at noon. The clerk spoke. He left at noon."
    claims = (Claim("He left at noon."), Claim("He left at noon.", nth=1))
    outcome = follow(old, "The clerk spoke. He left at noon.", *claims)
    assert [c.state for c in outcome.carried] == ["gone", "unchanged"]


def test_of_two_that_are_equally_near_neither_is_taken(follow: Follow) -> None:
    old = "It rained in Orlow. A.\n\nIt rained in Orlow. B."
    outcome = follow(old, "C.\n\nIt rained in Orlow.\n\nD.\n\nE.", "It rained in Orlow.")
    assert states(outcome) == [("gone", "", "")]
    assert "It rained in Orlow." in [each.text for each in outcome.new]


def test_look_alikes_that_change_their_places_keep_their_verdicts(follow: Follow) -> None:
    old = "In Ward 3 Ana won with 412 votes. In Ward 4 Ben won with 214 votes. It rained."
    new = "In Ward 4 Ben won with 241 votes. In Ward 3 Ana won with 421 votes. It rained."
    outcome = follow(
        old, new, "In Ward 3 Ana won with 412 votes.", "In Ward 4 Ben won with 214 votes."
    )
    assert [c.now and c.now.text for c in outcome.carried] == [
        "In Ward 3 Ana won with 421 votes.",
        "In Ward 4 Ben won with 241 votes.",
    ]
    assert len(outcome.rechecks) == 2


def test_halves_of_a_sentence_that_was_split_keep_their_verdicts(follow: Follow) -> None:
    outcome = follow(
        "The pool opened in 1958, and the fund paid for it in 1960.",
        "The pool opened in 1958. The fund paid for it in 1960.",
        "The pool opened in 1958",
        "the fund paid for it in 1960",
    )
    assert states(outcome) == [
        ("unchanged", "The pool opened in 1958", ""),
        ("unchanged", "The fund paid for it in 1960", ""),
    ]


def test_sentences_that_were_joined_keep_their_verdicts(follow: Follow) -> None:
    outcome = follow(
        "The pool opened in 1958. The fund paid for it in 1960.",
        "The pool opened in 1958, and the fund paid for it in 1960.",
        "The pool opened in 1958.",
        "The fund paid for it in 1960.",
    )
    assert states(outcome) == [
        ("unchanged", "The pool opened in 1958", ""),
        ("unchanged", "the fund paid for it in 1960.", ""),
    ]


def test_the_head_of_a_sentence_stands_though_what_follows_changed(follow: Follow) -> None:
    outcome = follow(
        "The pool opened in 1958 and cost 3 million.",
        "The pool opened in 1958 and cost 4 million.",
        "The pool opened in 1958",
        "cost 3 million",
    )
    assert states(outcome) == [
        ("unchanged", "The pool opened in 1958", ""),
        ("reworded", "cost 4 million.", "cost 3 million"),
    ]


def test_a_clause_whose_subject_changed_is_checked_again(follow: Follow) -> None:
    old, new = (
        "The pool opened in 1958 and is the oldest.",
        "The hall opened in 1958 and is the oldest.",
    )
    outcome = follow(old, new, "is the oldest")
    assert states(outcome) == [("reworded", "is the oldest", old)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Police said the roof fell.", "Police denied the roof fell."),
        ("It is true that the roof fell.", "It is not true that the roof fell."),
        ("Ana Ruiz said the roof fell.", "Ben Cole said the roof fell."),
        ("She said the roof fell.", "She said the roof fell if it rained."),
    ],
)
def test_the_same_words_in_another_context_are_checked_again(
    follow: Follow, old: str, new: str
) -> None:
    outcome = follow(old, new, Claim("the roof fell", "content", "Ana Ruiz"))
    assert states(outcome) == [("reworded", "the roof fell", old)]


def test_a_sentence_that_leans_on_another_name_is_checked_again(follow: Follow) -> None:
    old = "Then came Ana Ruiz with her dog. She was born in 1950. It rained."
    new = "Then came Petra Lund with her dog. She was born in 1950. It rained."
    ((state, text, recheck),) = states(follow(old, new, "She was born in 1950."))
    assert (state, text) == ("reworded", "She was born in 1950.")
    assert recheck == "Then came Ana Ruiz with her dog. She was born in 1950."


def test_a_sentence_that_leans_on_a_name_spelt_better_is_as_it_was(follow: Follow) -> None:
    old = "Then came Ana Ruiz with her dog. She was born in 1950. It rained."
    outcome = follow(old, old.replace("Ruiz", "Ruis"), "She was born in 1950.")
    assert states(outcome) == [("unchanged", "She was born in 1950.", "")]


def test_the_same_sentence_of_another_speaker_is_checked_again(
    follow: Follow, finder: Callable[[Article], Found]
) -> None:
    def hears(article: Article) -> Found:
        speaker = "Ana Ruiz" if "Ana Ruiz spoke" in article.text else "Ben Cole"
        found = finder(article)
        heard = (
            replace(a, layer="said", speaker=speaker) if "roof" in a.text else a
            for a in found.assertions
        )
        return replace(found, assertions=tuple(heard))

    outcome = follow(
        "First Ana Ruiz spoke. The roof will fall.",
        "First Ben Cole spoke. The roof will fall.",
        Claim("The roof will fall.", "said", "Ana Ruiz"),
        find=hears,
    )
    assert states(outcome) == [("reworded", "The roof will fall.", "Ana Ruiz: The roof will fall.")]
    assert outcome.carried[0].now
    assert outcome.carried[0].now.speaker == "Ben Cole"


def test_what_nobody_worked_on_is_not_to_be_checked_again(
    lay_out: Callable[..., Document], finder: Callable[[Article], Found]
) -> None:
    draft = Article("It cost 6 million.", title="x")
    document = lay_out(Article("It cost 5 million.", title="x"))
    _, outcome = updating.follow(document, draft, finder(draft), finder)
    assert outcome
    assert states(outcome) == [("reworded", "It cost 6 million.", "")]


def test_words_of_a_deleted_sentence_are_gone_though_another_is_like_it(follow: Follow) -> None:
    old = "In Ward 3 Ana won with 412 votes. In Ward 4 Ben won with 412 votes. It rained."
    outcome = follow(
        old,
        "In Ward 4 Ben won with 412 votes. It rained.",
        "In Ward 3 Ana won with 412 votes.",
        "In Ward 4 Ben won with 412 votes.",
    )
    assert [c.state for c in outcome.carried] == ["gone", "unchanged"]


def test_new_ones_are_numbered_on(follow: Follow) -> None:
    outcome = follow("It rained.", "It rained. Snow fell. The wind blew. Who came?")
    assert [(each.id, each.text, each.status) for each in outcome.new] == [
        ("2", "Snow fell.", "new"),
        ("3", "The wind blew.", "new"),
    ]
    assert [each.text for each in outcome.new_asides] == ["Who came?"]
    assert outcome.highest == 3


def test_a_clause_that_left_the_reach_of_a_denial_is_checked_again(follow: Follow) -> None:
    old = "He denied that the roof fell, and the wall broke."
    outcome = follow(old, "He denied that the roof fell. The wall broke.", "the wall broke")
    assert states(outcome) == [("reworded", "The wall broke", old)]


def test_a_condition_that_became_a_sentence_of_its_own(follow: Follow) -> None:
    old = "If the money comes, the pool opens in May."
    outcome = follow(old, "If the money comes. The pool opens in May.", "the pool opens in May")
    assert states(outcome)[0][2] == old


@pytest.mark.parametrize("number", range(2))
def test_split_ids_follow_their_words(
    number: int, lay_out: Callable[..., Document], finder: Callable[[Article], Found]
) -> None:
    old = "It rained. The fund paid 5 million for the pool."
    found = finder(Article(old)).assertions
    parts = [
        replace(found[1], id="2a", text="The fund paid 5 million", span=Span(11, 34), note="a"),
        replace(found[1], id="2b", text="for the pool", span=Span(35, 47), note="b"),
    ]
    draft = Article(
        ("Snow fell. " + old, "The fund paid 6 million for the pool. It rained.")[number], title="x"
    )
    document = lay_out(Article(old, title="x"), [found[0], *parts])
    _, outcome = updating.follow(document, draft, finder(draft), finder)
    assert outcome
    after = [(c.before.id, c.state, c.now and c.now.text) for c in outcome.carried]
    unchanged = [
        ("1", "unchanged", "It rained."),
        ("2a", "unchanged", "The fund paid 5 million"),
        ("2b", "unchanged", "for the pool"),
    ]
    reworded = [
        ("1", "unchanged", "It rained."),
        ("2a", "reworded", "The fund paid 6 million"),
        ("2b", "reworded", "for the pool"),
    ]
    assert after == (unchanged, reworded)[number]


def test_a_head_that_somebody_else_vouches_for_is_checked_again(follow: Follow) -> None:
    old = "The pool opened in 1958 and cost 3 million, according to the register."
    outcome = follow(old, old.replace("the register", "a rumour"), "The pool opened in 1958")
    assert states(outcome) == [("reworded", "The pool opened in 1958", old)]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            "The pool opened in 1958. It rained.",
            "It rained. The hall near the quay opened in 1958 too.",
            "opened in 1958",
        ),
        (
            "The pool was closed for more than two years. It rained.",
            "It rained. Ana Ruiz served as a guard for more than two years.",
            "more than two years",
        ),
    ],
)
def test_the_same_few_words_of_something_else_are_not_taken(
    follow: Follow, old: str, new: str, words: str
) -> None:
    assert [c.state for c in follow(old, new, words).carried] == ["gone"]
