"""Whatever happens to the article: nothing that a person wrote is lost, or speaks of other words."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck import checks, updating, worksheet
from factcheck.model import Article, Assertion, Evidence, Found
from factcheck.updating.normal import same
from factcheck.worksheet import Document, comments, edit, parse

NOW = dt.datetime(2026, 11, 24, tzinfo=dt.UTC)
WHO = ("Ana Ruiz", "Ana Ruis", "Ben Cole", "The mayor", "She")
DOES = ("won with", "lost with", "did not win with", "paid", "counted")
HOW_MANY = ("412 votes", "421 votes", "9 coins, and left", "half of it; the rest came later")
SENTENCES = st.one_of(
    st.builds("{} {} {}.".format, *map(st.sampled_from, (WHO, DOES, HOW_MANY))),
    st.sampled_from(
        (
            "It rained.",
            "Who came?",
            '"We saw nothing," said Ana Ruiz, who was there.',
            "“We saw nothing,” said Ben Cole, who was there.",
            "Said '''nobody''' of \"\"\"it\"\"\" \\ [[assertion]].",
            "Ωμέγα ended at 5\u00a0p.m. – with ﬁve oﬃcers.",
        )
    ),
)
DRAFTS = st.lists(SENTENCES, min_size=1, max_size=8)
HOSTILE = st.lists(
    st.one_of(
        st.sampled_from(
            (
                "'''",
                '"""',
                "\\",
                "\n[[assertion]]\n",
                "\n[snapshot]\n",
                "# no comment",
                "\x00",
                "🧑‍🚒",
            )
        ),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=5),
    ),
    max_size=3,
).map("".join)


@dataclass(frozen=True)
class Half:
    """What a person writes into a block."""

    verdict: str
    note: str
    evidence: tuple[Evidence, ...]


HALVES = st.builds(
    Half,
    st.sampled_from(("", "confirmed", "wrong", "unsupported")),
    HOSTILE,
    st.lists(st.builds(Evidence, source=st.just("s1"), passage=HOSTILE), max_size=2).map(tuple),
)


def article(sentences: Sequence[str]) -> Article:
    """Three sentences to a paragraph."""
    paragraphs = [" ".join(sentences[n : n + 3]) for n in range(0, len(sentences), 3)]
    return Article("\n\n".join(paragraphs), title="Votes")


def decorated(text: str, ends: str, mark: str, every: int) -> str:
    """``text`` with comments beside values and above headers, odd blanks and unknown keys."""
    document = parse(text, "w.toml")
    edits = []
    for number, block in enumerate(document.blocks):
        if block.table and number % every == 0:
            edits.append(edit.Edit(block.start, block.start, f"# above {number}\n"))
        for name, value in block.values.items():
            if (number + value.start) % every == 0 and block.table != "snapshot":
                edits.append(edit.Edit(value.end, value.end, f"   # {name} of {number}"))
            if name == "reviewer" and number % every == 1:
                end = text.index("\n", value.end) + 1
                edits.append(edit.Edit(end, end, f"  mine   =  'of {number}' # kept\n\n"))
            if name == "details" and value.of(text) == "[]" and number % every == 0:
                edits.append(edit.Edit(value.start + 1, value.start + 1, f" # in {number}\n"))
    return mark + edit.apply(text, edits).replace("\n", ends)


def human(document: Document) -> dict[str, tuple[object, ...]]:
    """What people found, by the ids."""
    sheet = document.worksheet
    return {
        a.id: (a.verdict, a.evidence, a.correction, a.note, a.reviewer)
        for a in (*sheet.assertions, *sheet.retired)
    }


def remarks(document: Document) -> Counter[str]:
    return Counter(span.of(document.text) for span in comments.find(document.text))


def standing(document: Document) -> list[Assertion]:
    """The assertions whose verdicts nobody is asked to look at again."""
    return [a for a in document.worksheet.assertions if not a.recheck]


FAULTS = {
    "syntax",
    "wrong-type",
    "text-not-in-article",
    "span-disagrees",
    "snapshot-changed",
    "sentence-uncovered",
    "number-missing",
    "duplicate-id",
    "missing-id",
    "unknown-assertion",
    "unknown-word",
}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    DRAFTS,
    st.lists(HALVES, min_size=1, max_size=6),
    st.lists(DRAFTS, min_size=1, max_size=4),
    st.sampled_from(("\n", "\r\n")),
    st.sampled_from(("", "\ufeff")),
    st.integers(2, 5),
)
def test_nothing_is_lost_and_no_verdict_speaks_of_other_words(
    finder: Callable[[Article], Found],
    first: list[str],
    halves: list[Half],
    drafts: list[list[str]],
    ends: str,
    mark: str,
    every: int,
) -> None:
    start = article(first)
    sheet = worksheet.new(start, finder(start), scale="desk", created=NOW, tool="factcheck")
    filled = (
        replace(a, verdict=h.verdict, note=h.note, evidence=h.evidence, reviewer="Ana")
        for a, h in zip(sheet.assertions, halves * 99, strict=False)
    )
    sheet = replace(sheet, assertions=tuple(filled))
    document = parse(decorated(worksheet.render(sheet), ends, mark, every), "w.toml")
    assert not document.problems
    checked = {a.id: a.text for a in document.worksheet.assertions}
    # Sentences of the first draft come and go, whole or not.
    for sentences in (*drafts, first[::-1], [*first, *drafts[0]], first):
        draft = article(sentences)
        after, outcome = updating.follow(document, draft, finder(draft), finder)
        now = parse(after, "w.toml")
        if outcome is None:
            assert after == document.text
        assert human(document).items() <= human(now).items()
        assert remarks(now) == remarks(document)
        assert not FAULTS & {f.rule for f in checks.run(now)}
        assert now.worksheet.article.text == draft.text
        for each in standing(now):
            if each.verdict and each.id in checked:
                assert same(each.text.strip("."), checked[each.id].strip(".")) or same_but_capital(
                    each.text, checked[each.id]
                )
        assert updating.follow(now, draft, finder(draft), finder) == (after, None)
        assert (after.count("\r\n") > 0) == (ends == "\r\n")
        assert after.startswith("\ufeff") == (mark != "")
        document = now


def same_but_capital(one: str, other: str) -> bool:
    """Whether two texts are the same but for the first letter and a mark at the end."""
    return same(*(re.sub(r"[.,]$", "", each[:1].lower() + each[1:]) for each in (one, other)))


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_draft_and_back_gives_the_verdicts_back(
    finder: Callable[[Article], Found], ends: str
) -> None:
    start = article(
        ["It rained.", "Ana Ruiz won with 412 votes.", "Ben Cole paid 9 coins, and left."]
    )
    sheet = worksheet.new(start, finder(start), scale="desk", created=NOW, tool="factcheck")
    filled = (replace(a, verdict="confirmed", reviewer="Ana") for a in sheet.assertions)
    text = worksheet.render(replace(sheet, assertions=tuple(filled))).replace("\n", ends)
    document = parse(text, "w.toml")
    other = article(["A dog barked at the moon."])
    away, _ = updating.follow(document, other, finder(other), finder)
    assert len(parse(away, "w.toml").worksheet.retired) == 4
    back, outcome = updating.follow(parse(away, "w.toml"), start, finder(start), finder)
    assert outcome
    assert [c.state for c in outcome.carried if c.retired] == ["back"] * 4
    assertions = parse(back, "w.toml").worksheet.assertions
    assert [(a.id, a.verdict, a.recheck) for a in assertions] == [
        (str(n), "confirmed", "") for n in range(1, 5)
    ]
