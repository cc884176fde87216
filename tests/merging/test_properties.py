"""Whatever two people wrote: merged, nothing is lost, and the order makes no difference."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from factcheck import checks, worksheet
from factcheck.merging import join, notes
from factcheck.merging.halves import half
from factcheck.model import Assertion, Evidence, Opinion, Source
from factcheck.worksheet import Document, comments, edit, layout, parse

from .conftest import SHEET

NOW = dt.datetime(2026, 11, 24, tzinfo=dt.UTC)
HOSTILE = st.lists(
    st.one_of(
        st.sampled_from(
            (
                "'''",
                '"""',
                "\\",
                "\n[[assertion]]\n",
                "\n[snapshot]\n",
                "# no",
                "\x00",
                "🧑‍🚒",
                "\n",
                ": ",
            )
        ),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=4),
    ),
    max_size=3,
).map("".join)
SOURCES = st.lists(
    st.builds(
        Source,
        st.sampled_from(("s1", "s2")),
        title=st.sampled_from(("Minutes", "Budget")),
        url=st.sampled_from(("", "https://c.example/1")),
        interest=HOSTILE,
    ),
    max_size=2,
    unique_by=lambda source: source.id,
).map(tuple)


@dataclass(frozen=True)
class Hand:
    """What one person does to a worksheet."""

    halves: tuple[tuple[str, str, str, tuple[Evidence, ...]], ...]
    sources: tuple[Source, ...]
    split: str
    ends: str
    mark: str
    every: int


EVIDENCE = st.builds(
    Evidence,
    source=st.sampled_from(("s1", "s2", "s7", "")),
    url=st.sampled_from(("", "https://c.example/2")),
    passage=HOSTILE,
).filter(lambda each: each.source or each.url)
HALF = st.tuples(
    st.sampled_from(("", "", "confirmed", "wrong")),
    st.sampled_from(("", "in 1958")),
    HOSTILE,
    st.lists(EVIDENCE, max_size=2, unique=True).map(tuple),
)
HANDS = st.builds(
    Hand,
    st.lists(HALF, min_size=4, max_size=4).map(tuple),
    SOURCES,
    st.sampled_from(("", "two slides", "has two")),
    st.sampled_from(("\n", "\r\n")),
    st.sampled_from(("", "\ufeff")),
    st.integers(2, 5),
)


def done(hand: Hand, name: str) -> Document:
    """The story's worksheet after ``hand`` of the person called ``name``."""
    assertions = [
        replace(
            a,
            verdict=v,
            correction=c,
            note=n,
            evidence=e,
            reply_sought=True if c else None,
            reply=n if c else "",
            reviewer=name if v or c or n or e else "",
        )
        for a, (v, c, n, e) in zip(SHEET.assertions, hand.halves, strict=True)
    ]
    if hand.split:
        parent = SHEET.assertions[3]
        span = replace(
            parent.span,
            start=parent.span.start + parent.text.index(hand.split),
            end=parent.span.end,
        )
        span = replace(span, end=span.start + len(hand.split))
        part = replace(parent, id="4a", text=hand.split, span=span, verdict="wrong", reviewer=name)
        assertions.append(part)
    sheet = replace(SHEET, assertions=tuple(assertions), sources=hand.sources)
    text = decorated(worksheet.render(sheet), hand, name)
    document = parse(text, f"{name}.toml")
    assert not document.problems
    return document


def decorated(text: str, hand: Hand, name: str) -> str:
    """``text`` with a person's comments, odd blanks and keys of their own."""
    document = parse(text, "w.toml")
    edits = []
    for number, block in enumerate(document.blocks):
        if block.table and number % hand.every == 0:
            edits.append(edit.Edit(block.start, block.start, f"# {name} above {number}\n"))
        for key, value in block.values.items():
            if (number + len(key)) % hand.every == 0 and block.table != "snapshot":
                edits.append(edit.Edit(value.end, value.end, f"   # {name} on {key} of {number}"))
            if key == "reviewer" and number % hand.every == 1:
                end = text.index("\n", value.end) + 1
                edits.append(edit.Edit(end, end, f"  of_{name}   =  '{number}' # kept\n\n"))
    return hand.mark + edit.apply(text, edits).replace("\n", hand.ends)


def told(document: Document) -> Counter[str]:
    """The comments that people wrote."""
    found = (span.of(document.text) for span in comments.find(document.text))
    mine = set(layout.remarks(document.worksheet))
    return Counter(comment for comment in found if comment not in mine)


def opinions(a: Assertion) -> list[Opinion]:
    return [half(a).own, *a.opinion]


def cited(evidence: Sequence[Evidence], sources: Sequence[Source]) -> frozenset[object]:
    """Evidence by what its source is, not what it is called."""
    by_id = {s.id: s.title for s in sources}
    return frozenset(
        (by_id.get(e.source, e.source and "undescribed"), e.url, e.locator, e.passage, e.stance)
        for e in evidence
    )


def written(note: str, reviewer: str) -> frozenset[object]:
    """What a note says, and who says it."""
    return frozenset((frozenset(notes.names(n)), t) for n, t in notes.entries(note, reviewer))


def meaning(document: Document) -> object:
    """What a worksheet says, whatever the order and the names of sources and parts."""
    sheet = document.worksheet
    return (
        {
            (a.text, a.span, a.layer): (
                a.verdict,
                a.correction,
                frozenset(notes.names(a.reviewer)),
                cited(a.evidence, sheet.sources),
                written(a.note, a.reviewer),
                frozenset(
                    (
                        frozenset(notes.names(o.reviewer)),
                        o.verdict,
                        o.correction,
                        written(o.note, o.reviewer),
                        cited(o.evidence, sheet.sources),
                    )
                    for o in a.opinion
                ),
            )
            for a in sheet.assertions
        },
        frozenset((s.title, s.url) for s in sheet.sources),
        sheet.merged,
        sheet.highest,
    )


def kept(side: Document, merged: Document) -> bool:
    """Whether all that a person wrote in ``side`` is in ``merged``, on the same words."""
    theirs = {(a.text, a.span, a.layer): a for a in merged.worksheet.assertions}
    for each in side.worksheet.assertions:
        now = opinions(theirs[each.text, each.span, each.layer])
        assert each.verdict in {"", *(o.verdict for o in now)}
        assert each.correction in {"", *(o.correction for o in now)}
        assert all(
            any(text in o.note for o in now) for _, text in notes.entries(each.note, each.reviewer)
        )
        found = cited(each.evidence, side.worksheet.sources)
        assert found <= frozenset().union(
            *(cited(o.evidence, merged.worksheet.sources) for o in now)
        )
    assert not told(side) - told(merged)
    names = {(s.title, s.url) for s in side.worksheet.sources if s.title or s.url}
    said = {(s.title, s.url) for s in merged.worksheet.sources}
    assert all(any(t in ("", m) and u in ("", v) for m, v in said) for t, u in names)
    return True


FAULTS = {"syntax", "wrong-type", "duplicate-id", "missing-id", "duplicate-source", "unknown-table"}
QUIET = settings(
    suppress_health_check=[HealthCheck.too_slow],
    deadline=None,
    max_examples=150,
    phases=set(Phase) - {Phase.explain},
)


@QUIET
@given(HANDS, HANDS)
def test_merging_loses_nothing_and_the_order_makes_no_difference(one: Hand, other: Hand) -> None:
    ana, ben = done(one, "Ana"), done(other, "Ben")
    merged = parse(join(ana, ben, None, NOW)[0], "out.toml")
    assert kept(ana, merged)
    assert kept(ben, merged)
    assert not FAULTS & {f.rule for f in checks.run(merged)}
    assert merged.text.startswith(one.mark or "#")
    assert ("\r\n" in merged.text) == (one.ends == "\r\n")
    turned = parse(join(ben, ana, None, NOW)[0], "out.toml")
    assert meaning(merged) == meaning(turned)


@QUIET
@given(HANDS, HANDS, HANDS)
def test_merging_once_more_changes_no_byte(one: Hand, other: Hand, third: Hand) -> None:
    ana, ben, cleo = done(one, "Ana"), done(other, "Ben"), done(third, "Cleo")
    assert join(ana, ana, None, NOW)[0] == ana.text
    merged = parse(join(ana, ben, None, NOW)[0], "out.toml")
    for each in (merged, ana, ben):
        again = parse(join(merged, each, None, NOW)[0], "out.toml")
        assert meaning(again) == meaning(merged)
        assert told(again) == told(merged)
    three = parse(join(merged, cleo, None, NOW)[0], "out.toml")
    for each in (ana, ben, cleo):
        assert kept(each, three)


@QUIET
@given(HANDS, HANDS, HANDS)
def test_two_branches_lose_nothing_that_either_wrote(start: Hand, one: Hand, other: Hand) -> None:
    base = done(replace(start, split=""), "Base")
    ours = redone(base, one, "Ana")
    theirs = redone(base, other, "Ben")
    for mine, yours in ((ours, theirs), (theirs, ours)):
        text, outcome = join(mine, yours, base, NOW)
        merged = parse(text, "out.toml")
        assert not FAULTS & {f.rule for f in checks.run(merged)}
        for number, each in enumerate(merged.worksheet.assertions):
            before, a, b = (half(d.worksheet.assertions[number]) for d in (base, mine, yours))
            if a == before:
                assert half(each) == b
            elif b == before:
                assert half(each) == a
            elif a.verdict and b.verdict and a.verdict != b.verdict:
                assert not each.verdict
                assert {a.own, b.own} <= set(each.opinion)
                assert each.id in {c.id for c in outcome.conflicts}
    assert join(base, ours, base, NOW)[0] == parse(ours.text, "").text or ours.text != base.text
    assert join(ours, base, base, NOW)[0] == ours.text


def redone(base: Document, hand: Hand, name: str) -> Document:
    """``base`` after one more person: verdicts where that person has any."""
    edits: list[edit.Edit] = []
    for block, (verdict, correction, note, evidence) in zip(
        base.rows("assertion"), hand.halves, strict=True
    ):
        if not verdict:
            continue
        for key, value in (
            ("verdict", verdict),
            ("correction", correction),
            ("note", note),
            ("reviewer", name),
        ):
            edits.append(edit.set_value(base, block, key, value))
        edits += edit.renew_value(base, block, "evidence", evidence)
    document = parse(edit.apply(base.text, edits), f"{name}.toml")
    assert not document.problems
    return document
