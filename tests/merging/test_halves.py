"""A person's half of an assertion, of two worksheets, as one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.merging import notes
from factcheck.merging.halves import Half, settle
from factcheck.model import Evidence, Opinion

S1, S2, S3 = Evidence("s1"), Evidence("s2"), Evidence(url="https://c.example/3")
NOTHING = Half()
ANA = Half("confirmed", (S1,), note="Seen.", reviewer="Ana")
BEN = Half("confirmed", (S2,), note="Asked.", reviewer="Ben")
WRONG = Half("wrong", (S2,), "in 1958", "Asked.", "Ben")


def test_who_alone_worked_is_taken_as_it_is() -> None:
    assert settle(ANA, NOTHING) == ANA
    assert settle(NOTHING, ANA) == ANA


def test_the_same_verdict_joins() -> None:
    joined = Half("confirmed", (S1, S2), note="Ana: Seen.\nBen: Asked.", reviewer="Ana, Ben")
    assert settle(ANA, BEN) == joined


def test_different_verdicts_become_opinions_and_the_verdict_is_open() -> None:
    apart = settle(ANA, WRONG)
    assert apart == Half(opinion=(ANA.own, WRONG.own))
    assert apart.disagreed


def test_the_same_verdict_with_different_words_is_open_too() -> None:
    one = Half("wrong", (S1,), "in 1959", reviewer="Ana")
    assert settle(one, WRONG) == Half(opinion=(one.own, WRONG.own))
    assert settle(replace(one, correction="in  1958"), WRONG).verdict == "wrong"
    assert settle(replace(one, correction=""), WRONG).correction == "in 1958"


def test_who_only_looked_is_an_opinion_beside_the_finding() -> None:
    looked = Half(evidence=(S3,), note="No answer yet.", reviewer="Cleo")
    assert settle(WRONG, looked) == replace(WRONG, opinion=(looked.own,))
    assert settle(looked, WRONG) == replace(WRONG, opinion=(looked.own,))
    assert not settle(WRONG, looked).disagreed


def test_what_a_person_had_found_so_far_joins_what_the_same_person_found() -> None:
    so_far = Half(evidence=(S3,), reviewer="Ben")
    assert settle(so_far, WRONG) == replace(WRONG, evidence=(S3, S2))


def test_two_who_only_looked_join() -> None:
    one, two = Half(evidence=(S1,), reviewer="Ana"), Half(evidence=(S2,), reviewer="Ben")
    assert settle(one, two) == Half(evidence=(S1, S2), reviewer="Ana, Ben")


def test_a_verdict_that_a_person_gave_on_opinions_stands() -> None:
    settled = replace(settle(ANA, WRONG), verdict="wrong", correction="in 1958", reviewer="Ed")
    for old in (ANA, WRONG, settle(ANA, WRONG), settle(WRONG, ANA)):
        for merged in (settle(settled, old), settle(old, settled)):
            assert (merged.verdict, merged.reviewer) == ("wrong", "Ed")
            assert set(merged.opinion) == {ANA.own, WRONG.own}


def test_a_third_finding_that_differs_opens_it_again() -> None:
    settled = replace(settle(ANA, WRONG), verdict="wrong", reviewer="Ed")
    third = Half("misleading", (S3,), "late in 1957", reviewer="Cleo")
    merged = settle(settled, third)
    assert merged.disagreed
    assert {o.reviewer for o in merged.opinion} == {"Ana", "Ben", "Cleo", "Ed"}


def test_a_third_finding_that_agrees_is_one_more_opinion() -> None:
    settled = replace(settle(ANA, WRONG), verdict="wrong", correction="in 1958", reviewer="Ed")
    third = Half("wrong", (S3,), reviewer="Cleo")
    merged = settle(settled, third)
    assert merged == replace(settled, opinion=(*settled.opinion, third.own))


def test_two_settled_it_in_two_ways() -> None:
    both = settle(ANA, WRONG)
    ed = replace(both, verdict="wrong", correction="in 1958", reviewer="Ed")
    flo = replace(both, verdict="confirmed", reviewer="Flo")
    assert settle(ed, flo, both).disagreed
    assert settle(ed, both, both) == ed
    assert settle(both, flo, both) == flo


class TestWithWhatBothCameFrom:
    def test_what_one_took_away_goes(self) -> None:
        base = replace(ANA, evidence=(S1, S2))
        ours, theirs = replace(base, evidence=(S1,)), replace(base, evidence=(S1, S2, S3))
        assert settle(ours, theirs, base).evidence == (S1, S3)

    def test_a_note_beside_a_new_verdict(self) -> None:
        base = Half(note="To do.")
        theirs = replace(base, note="Mail sent.")
        ours = replace(ANA, note="To do.")
        assert settle(ours, theirs, base) == replace(ANA, note="Mail sent.")

    def test_evidence_for_the_old_verdict_does_not_bear_out_a_new_one(self) -> None:
        ours, theirs = WRONG, replace(ANA, evidence=(S1, S3))
        assert settle(ours, theirs, ANA) == Half(opinion=(ours.own, theirs.own))

    def test_a_new_name_beside_a_new_note(self) -> None:
        ours, theirs = replace(ANA, reviewer="Ana R."), replace(ANA, note="Seen twice.")
        assert settle(ours, theirs, ANA) == replace(ANA, reviewer="Ana R.", note="Seen twice.")

    def test_opinions_that_one_took_away_go(self) -> None:
        base = settle(ANA, WRONG)
        ours = Half("wrong", (S2,), "in 1958", reviewer="Ed")
        theirs = replace(base, note="Ask the mayor.")
        assert settle(ours, theirs, base) == replace(ours, note="Ask the mayor.")


def test_a_recheck_goes_when_one_took_it_out() -> None:
    stale = replace(ANA, recheck="The pool opened in 1958.")
    assert settle(stale, ANA).recheck == settle(ANA, stale).recheck == ""
    assert settle(stale, stale).recheck == stale.recheck
    assert settle(stale, replace(BEN, recheck=stale.recheck)).recheck == stale.recheck


def test_a_reply_is_the_assertions_whatever_the_verdict() -> None:
    asked = replace(ANA, reply_sought=True)
    answered = replace(WRONG, reply_sought=True, reply="Denies it.\nBy mail.")
    merged = settle(asked, answered)
    assert merged.disagreed
    assert (merged.reply_sought, merged.reply) == (True, "Denies it.\nBy mail.")
    later = replace(asked, reply="By mail.\nStill denies it.")
    assert settle(answered, later).reply == "By mail.\nStill denies it.\nDenies it."
    assert settle(asked, replace(ANA, reply_sought=False)).reply_sought is True
    assert settle(replace(asked, reply_sought=None), asked, asked).reply_sought is None


words = st.sampled_from(("", "a", "b: c", "Ana: d\ne"))
evidence = st.lists(st.sampled_from((S1, S2, S3)), max_size=3, unique=True).map(tuple)
verdicts = st.sampled_from(("", "confirmed", "wrong"))
people = st.sampled_from(("", "Ana", "Ben", "Ana, Ben"))
opinions = st.builds(Opinion, people, verdicts, evidence, words, words)
sought = st.sampled_from((None, True, False))
plain = st.builds(Half, verdicts, evidence, words, words, people, reply_sought=sought, reply=words)
halves = st.builds(replace, plain, opinion=st.lists(opinions, max_size=2, unique=True).map(tuple))


def meaning(half: Half) -> tuple[object, ...]:
    """What a half says, whatever the order in which it says it."""
    return (
        half.recheck,
        *(
            (
                opinion.verdict,
                " ".join(opinion.correction.split()),
                frozenset(opinion.evidence),
                frozenset(notes.names(opinion.reviewer)),
                frozenset(notes.entries(opinion.note, opinion.reviewer)),
            )
            for opinion in (half.own,)
        ),
        frozenset(
            (o.verdict, o.correction, frozenset(o.evidence), frozenset(notes.names(o.reviewer)))
            for o in half.opinion
        ),
    )


@given(plain, plain)
def test_merging_is_commutative(one: Half, other: Half) -> None:
    ours, theirs = settle(one, other), settle(other, one)
    assert meaning(ours)[2] == meaning(theirs)[2]
    assert ours.verdict == theirs.verdict
    assert ours.disagreed == theirs.disagreed
    assert (ours.reply_sought, ours.reply) == (theirs.reply_sought, theirs.reply)
    assert set(ours.evidence) == set(theirs.evidence)
    assert set(notes.names(ours.reviewer)) == set(notes.names(theirs.reviewer))


@given(halves, halves)
def test_merging_is_idempotent(one: Half, other: Half) -> None:
    assert settle(one, one) == one
    merged = settle(one, other)
    assert settle(merged, merged) == merged


@given(plain, plain)
def test_merging_once_more_changes_nothing(one: Half, other: Half) -> None:
    merged = settle(one, other)
    for side in (one, other):
        again = settle(merged, side)
        assert (again.verdict, again.disagreed) == (merged.verdict, merged.disagreed)
        assert (again.reply_sought, again.reply) == (merged.reply_sought, merged.reply)
        assert set(again.evidence) == set(merged.evidence)
        assert meaning(again)[2] == meaning(merged)[2]


@given(halves, halves, halves)
def test_no_side_is_dropped(ours: Half, theirs: Half, base: Half) -> None:
    now = settle(ours, theirs, base)
    left = (now.own, *now.opinion)
    for side in (ours, theirs):
        assert {*side.reply.split("\n")} <= {"", *now.reply.split("\n"), *base.reply.split("\n")}
        for each in (side.own, *side.opinion):
            if each in (base.own, *base.opinion):
                continue
            before = (base.own, *base.opinion)
            assert each.verdict in {"", *(o.verdict for o in (*left, *before))}
            assert each.correction in {"", *(o.correction for o in (*left, *before))}
            known = {e for o in (*left, *before) for e in o.evidence}
            assert known.issuperset(each.evidence)
            text = "\n".join(o.note for o in (*left, *before))
            assert all(e in text for _, e in notes.entries(each.note, each.reviewer))


@given(halves, halves)
def test_what_one_side_alone_changed_is_as_it_has_it(side: Half, base: Half) -> None:
    assert settle(side, base, base) == side
    assert settle(base, side, base) == side


@pytest.mark.parametrize("verdict", ["", "wrong"])
def test_opinions_of_the_same_people_are_one(verdict: str) -> None:
    one = replace(NOTHING, opinion=(Opinion("Ana, Ben", "wrong", (S1,)),), verdict=verdict)
    two = replace(NOTHING, opinion=(Opinion("Ben, Ana", "wrong", (S2,)),), verdict=verdict)
    assert settle(one, two).opinion == (Opinion("Ana, Ben", "wrong", (S1, S2)),)
