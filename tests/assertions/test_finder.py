from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import articles, assertions
from factcheck.model import (
    DETAIL_KINDS,
    KINDS,
    LAYERS,
    PRIORITIES,
    REASONS,
    Article,
    Assertion,
    Found,
    SetAside,
)

ROOT = Path(__file__).parent.parent.parent
SEED = ROOT / "seeds" / "000_f774619cc8fce55b.txt"


def holds(article: Article, found: Found) -> None:
    """What must hold of every finding: places, words, vocabularies, and nothing dropped."""
    text = article.text
    entries: tuple[Assertion | SetAside, ...] = (*found.assertions, *found.set_aside)
    for entry in entries:
        assert entry.span.of(text) == entry.text
        home = found.sentences[entry.sentence - 1]
        assert home.span.holds(entry.span)
        assert home.paragraph == entry.paragraph
    listed = {e.sentence for e in entries}
    assert listed == {s.number for s in found.sentences}
    assert not {a.sentence for a in found.assertions} & {s.sentence for s in found.set_aside}
    assert [a.id for a in found.assertions] == [str(n + 1) for n in range(len(found.assertions))]
    for a in found.assertions:
        assert a.layer in LAYERS
        assert a.kind in KINDS
        assert a.priority in PRIORITIES
        assert all(d.kind in DETAIL_KINDS and d.text in a.text for d in a.details)
        assert a.speaker == "" or a.layer != "narration"
        assert (a.verdict, a.evidence, a.correction, a.note, a.reviewer) == ("", (), "", "", "")
    assert all(s.reason in REASONS for s in found.set_aside)
    starts = [a.span.start for a in found.assertions]
    assert starts == sorted(starts)


@pytest.fixture(scope="module")
def seed() -> tuple[Article, Found]:
    article = articles.load(str(SEED))
    return article, assertions.find(article)


def test_the_seed_holds(seed: tuple[Article, Found]) -> None:
    holds(*seed)


def test_the_same_article_gives_the_same_assertions(seed: tuple[Article, Found]) -> None:
    article, found = seed
    assert assertions.find(article) == found


def said_by(found: Found, words: str) -> set[tuple[str, bool]]:
    return {
        (a.speaker, a.speaker_inferred)
        for a in found.assertions
        if words in a.text and a.layer == "said"
    }


def test_the_seed_names_its_sources(seed: tuple[Article, Found]) -> None:
    _, found = seed
    assert said_by(found, "a source told USA Today") == {("a source", False)}
    assert said_by(found, "It's to show the government") == {("David Saucedo", False)}
    assert said_by(found, "secret weapon") == {("David Saucedo", True)}
    assert said_by(found, "level of weaponry") == {("Steven Dettelbach", True)}
    assert said_by(found, "terrible war") == {("a cartel source", True)}
    assert said_by(found, "much less a foreign force") == {("a cartel source", True)}


def test_the_seed_dates_are_resolved(seed: tuple[Article, Found]) -> None:
    _, found = seed
    resolved = {d.text: d.resolved for a in found.assertions for d in a.details if d.kind == "date"}
    assert resolved == {"Sunday": "2024-06-30", "last year": "2023"}


def test_a_name_with_its_title_is_an_assertion(seed: tuple[Article, Found]) -> None:
    _, found = seed
    titles = {a.text for a in found.assertions if a.kind == "identity-title"}
    assert {"security consultant David Saucedo", "ATF Director Steven Dettelbach"} <= titles


def test_what_is_said_and_whether_it_is_true_are_two_questions(seed: tuple[Article, Found]) -> None:
    _, found = seed
    about = [a for a in found.assertions if "multiple Javelins have been confiscated" in a.text]
    assert {a.layer for a in about} >= {"content"}
    assert {a.speaker for a in about} == {"a Mexican secretary of security official"}


def test_set_asides_have_their_reason() -> None:
    text = "The bridge opened on Monday.\n\nWho will pay for it?\n\nRead more: Other bridges"
    found = assertions.find(Article(text))
    assert [(s.text, s.reason) for s in found.set_aside] == [
        ("Who will pay for it?", "question"),
        ("Read more: Other bridges", "boilerplate"),
    ]
    assert [a.text for a in found.assertions] == ["The bridge opened on Monday."]


WORDS = (
    "the mayor said council spent $3 million on Monday “It works,” Marta Quill told us. "
    'U.S. 5 p.m. "quoted words" who was and but (in 2019) — ‘no’ Why? 🙂 مرحبا'
).split()


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([*WORDS, "\n\n"]), max_size=40))
def test_whatever_the_words_nothing_is_dropped(words: list[str]) -> None:
    text = " ".join(words).replace(" \n\n ", "\n\n").strip()
    article = Article(text, published=dt.date(2024, 6, 30))
    holds(article, assertions.find(article))


def test_what_both_threads_need_is_imported_before_they_start() -> None:
    """Two threads that import numpy at once may each find it half made, once in ten runs."""
    program = (
        "import sys\n"
        "from factcheck.assertions import checkable, finder\n"
        "from factcheck.model import Article\n"
        "seen, real = [], checkable.read\n"
        "checkable.read = lambda texts: (seen.append('numpy.linalg' in sys.modules), real(texts))[1]\n"
        "finder.find(Article('The bridge opened in 1953.'))\n"
        "print(seen)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[True]"
