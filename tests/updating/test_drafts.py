"""Verdicts carried through revisions of articles, against what a person says became of them.

A file of ``drafts`` has an article, its assertions (``id layer speaker | words``), and three revisions,
each with what became of every assertion: ``unchanged`` or ``moved`` with the same words, ``reworded`` with
the words that stand for it now or the same words in another context, ``gone``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from factcheck import updating
from factcheck.model import Article, Assertion, Found, Span
from factcheck.updating.record import Carried
from factcheck.worksheet import Document

FILES = sorted((Path(__file__).parent / "drafts").glob("*.txt"))
REVISIONS = ("light", "heavy", "order")
LEAST = 0.9
"""The share of assertions that a person would carry and the update has to."""


@dataclass(frozen=True)
class Fate:
    """What a person says became of an assertion; ``words`` are those that stand for it now."""

    state: str
    words: str


@dataclass(frozen=True)
class Case:
    article: Article
    assertions: tuple[Assertion, ...]
    revisions: dict[str, Article]
    fates: dict[str, dict[str, Fate]]


def read(path: Path) -> Case:
    parts = re.split(r"(?m)^= (.+)\n", path.read_text("utf-8"))
    named = {name: body.strip("\n") for name, body in zip(parts[1::2], parts[2::2], strict=True)}
    article = Article(named["article"], title=path.stem)
    claims = tuple(claim(line, article.text) for line in named["claims"].splitlines())
    words = {each.id: each.text for each in claims}
    fates = {
        revision: {
            identity: Fate(state, now or words[identity])
            for identity, state, now in map(fate, named[f"{revision}: now"].splitlines())
        }
        for revision in REVISIONS
    }
    drafts = {name: Article(named[name], title=path.stem) for name in REVISIONS}
    return Case(article, claims, drafts, fates)


def claim(line: str, text: str) -> Assertion:
    about, _, words = line.partition(" | ")
    identity, layer, *speaker = about.split(" ", 2)
    assert text.count(words) >= 1, words
    span = Span(text.index(words), text.index(words) + len(words))
    number = len(re.findall(r"\S+", text[: span.start]))
    return Assertion(
        identity,
        words,
        number,
        1 + text.count("\n\n", 0, span.start),
        span,
        layer,
        "event",
        speaker=speaker[0] if speaker else "",
        verdict="not-checkable",
        note=f"about {identity}",
        reviewer="AB",
    )


def fate(line: str) -> tuple[str, str, str]:
    about, _, now = line.partition(" | ")
    identity, state = about.split(" ")
    return identity, state, now


def judged(case: Case, revision: str, carried: Carried) -> str:
    """``right``, ``asked`` (right, but to be checked again without need), ``lost`` or ``wrong``."""
    fate = case.fates[revision][carried.before.id]
    if carried.now is None:
        return "right" if fate.state == "gone" else "lost"
    if fate.state == "gone":
        return "wrong"
    text = case.revisions[revision].text
    assert fate.words in text, fate.words
    places = [m.start() for m in re.finditer(re.escape(fate.words), text)]
    now = carried.now.span
    shared = max(min(now.end, p + len(fate.words)) - max(now.start, p) for p in places)
    if shared < 0.5 * min(len(now), len(fate.words)):
        return "wrong"
    if fate.state == "reworded":
        return "right" if carried.recheck else "wrong"
    return "asked" if carried.recheck else "right"


Carry = Callable[[Case, str], Iterator[tuple[Carried, str]]]


@pytest.fixture
def carry(lay_out: Callable[..., Document], finder: Callable[[Article], Found]) -> Carry:
    def carried(case: Case, revision: str) -> Iterator[tuple[Carried, str]]:
        draft = case.revisions[revision]
        document = lay_out(case.article, case.assertions)
        _, outcome = updating.follow(document, draft, finder(draft), finder)
        assert outcome is not None
        for each in outcome.carried:
            yield each, judged(case, revision, each)

    return carried


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
@pytest.mark.parametrize("revision", REVISIONS)
def test_no_verdict_is_carried_to_other_words(path: Path, revision: str, carry: Carry) -> None:
    case = read(path)
    wrong = [
        (each.before.id, each.now.text if each.now else "", each.recheck)
        for each, verdict in carry(case, revision)
        if verdict == "wrong"
    ]
    assert wrong == []


@pytest.mark.parametrize("revision", REVISIONS)
def test_what_a_person_would_carry_is_carried(revision: str, carry: Carry) -> None:
    found = [
        verdict
        for path in FILES
        for case in [read(path)]
        for each, verdict in carry(case, revision)
        if case.fates[revision][each.before.id].state != "gone"
    ]
    assert (len(found) - found.count("lost")) / len(found) >= LEAST, found.count("lost")


def test_there_are_ten_articles_of_a_length_that_papers_print() -> None:
    assert len(FILES) == 10
    for path in FILES:
        case = read(path)
        for text in (case.article.text, *(draft.text for draft in case.revisions.values())):
            assert 80 <= len(text.split()) <= 250, path.stem
        assert all(set(fates) == {a.id for a in case.assertions} for fates in case.fates.values())
