"""Two worksheets as one: the bytes of the first, with what the second has."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from factcheck import checks, worksheet
from factcheck.errors import LostError, WorksheetError
from factcheck.merging import accounting, join, joining
from factcheck.merging.record import Difference, Renamed
from factcheck.model import Evidence, Opinion, Signoff, Source
from factcheck.worksheet import Document, parse

from .conftest import NOW, SHEET, Fill, filled

ANA = {"verdict": "confirmed", "reviewer": "Ana", "evidence": (Evidence("s1"),), "note": "Seen."}
BEN = {"verdict": "confirmed", "reviewer": "Ben", "evidence": (Evidence("s1"),), "note": "Asked."}
WRONG = {**BEN, "verdict": "wrong", "correction": "in 1958"}
MINUTES, BUDGET = Source("s1", title="Minutes"), Source("s1", title="Budget")


def edited(document: Document, *changes: tuple[str, str]) -> Document:
    """The worksheet after a person typed: each of ``changes`` once."""
    text = document.text
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return parse(text, document.path)


def both(ours: Document, theirs: Document, base: Document | None = None) -> Document:
    return parse(join(ours, theirs, base, NOW)[0], "out.toml")


def test_what_people_see(golden: Callable[[str, str], None]) -> None:
    ours = edited(
        filled({"1": ANA, "2": ANA, "3": ANA}, MINUTES),
        ('reviewer = "Ana"', 'reviewer = "Ana"  # since Tuesday'),
        ('id = "4"', '# Ask the builder about this one.\nid = "4"'),
    )
    theirs = edited(
        filled({"1": WRONG, "2": BEN, "4": BEN}, BUDGET),
        ('note = "Asked."', 'note = "Asked."\ndeadline = "Friday"   # no later'),
        ("\n[[set_aside]]", HAND_WRITTEN + "\n[[set_aside]]"),
    )
    text, outcome = join(ours, theirs, None, NOW)
    golden("merged.toml", text)
    assert [each.id for each in outcome.conflicts] == ["1"]
    assert outcome.joined == ("2",)
    assert outcome.taken == ("4",)
    assert outcome.added == ("source s2", "assertion 4a")
    assert outcome.renamed == (Renamed("source", "s1", "s2"),)
    assert outcome.differences == ()
    assert not outcome.clean


HAND_WRITTEN = """
# Bo asked for this part.
[[assertion]]
id = "4a"
text = "two slides"
verdict = "confirmed"
reviewer = "Ben"
evidence = [
  "s1",   # page 4
  { source = "s1", passage = "the source = \\"s1\\" of it" },
]

[[assertion.evidence]]
source = "s1"
""".replace('\n[[assertion.evidence]]\nsource = "s1"\n', "")


def test_the_same_bytes_where_there_is_nothing_new() -> None:
    ours = filled({"1": ANA}, MINUTES)
    assert join(ours, ours, None, NOW)[0] == ours.text
    assert join(ours, filled(), None, NOW)[0] == ours.text
    merged = both(ours, filled({"1": WRONG}, BUDGET))
    for each in (ours, merged, filled({"1": WRONG}, BUDGET)):
        assert join(merged, each, None, NOW)[0] == merged.text


def test_ids_of_sources_are_changed_wherever_they_stand() -> None:
    own_block = edited(
        filled(
            {"2": BEN, "3": {**BEN, "opinion": (Opinion("Cleo", "", (Evidence("s1"),)),)}}, BUDGET
        ),
        (HAND_BEFORE, HAND_AFTER),
    )
    other = replace(MINUTES, independent_of=("s9",))
    theirs = edited(
        own_block, ('title = "Budget"', 'title = "Budget"\nindependent_of = ["s9", "s1"]')
    )
    merged = both(filled({}, other), theirs).worksheet
    assert [(s.id, s.title, s.independent_of) for s in merged.sources] == [
        ("s1", "Minutes", ("s9",)),
        ("s2", "Budget", ("s9", "s2")),
    ]
    cited = [a.evidence for a in merged.assertions]
    assert cited == [
        (Evidence("s2", locator="p. 4"), Evidence(url="https://c.example")),
        (Evidence("s2"),),
        (Evidence("s2"),),
        (),
    ]
    assert merged.assertions[2].opinion == (Opinion("Cleo", "", (Evidence("s2"),)),)


HAND_BEFORE = 'verdict = ""\nevidence = []\ncorrection = ""\nnote = ""\nreviewer = ""\n'
HAND_AFTER = """verdict = ""

[[assertion.evidence]]
source = "s1"
locator = "p. 4"

[[assertion.evidence]]
url = "https://c.example"
"""


def test_evidence_in_blocks_of_its_own_joins() -> None:
    ours = edited(filled({}, MINUTES), (HAND_BEFORE, HAND_AFTER))
    theirs = filled({"1": {**BEN, "evidence": (Evidence("s1", locator="p. 9"),)}}, MINUTES)
    merged = both(ours, theirs)
    assert merged.problems == ()
    assert [e.locator for e in merged.worksheet.assertions[0].evidence] == ["p. 4", "", "p. 9"]
    apart = both(merged, filled({"1": {**ANA, "verdict": "wrong"}}, MINUTES)).worksheet
    assert apart.assertions[0].evidence == ()
    assert [len(o.evidence) for o in apart.assertions[0].opinion] == [3, 1]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_a_mark_stay_those_of_the_first(ends: str, mark: str) -> None:
    def typed(document: Document, ends: str, mark: str) -> Document:
        return parse(mark + document.text.replace("\n", ends), "w.toml")

    theirs = edited(
        filled({"1": BEN}, BUDGET), ('note = "Asked."', "note = '''\nAsked.\nTwice.'''")
    )
    merged = both(typed(filled({"2": ANA}, MINUTES), ends, mark), typed(theirs, "\r\n", "\ufeff"))
    assert merged.text.startswith(mark or "#")
    assert merged.text.count("\ufeff") == len(mark)
    assert merged.text.count("\r\n") == (merged.text.count("\n") if ends == "\r\n" else 0)
    assert merged.worksheet.assertions[0].note == "Asked.\nTwice."


def test_the_machines_half_and_unknown_keys() -> None:
    ours = edited(filled(), ('kind = "event"', 'kind = "date"'), ('id = "2"', 'id = "2"\nx = 1'))
    theirs = edited(
        filled(),
        ('kind = "event"', 'kind = "date"\nspeaker = "Bo"'),
        ('id = "2"', 'id = "2"\nx = 2'),
    )
    text, outcome = join(ours, theirs, None, NOW)
    assert outcome.differences == (Difference("assertion 2", "x", "1", "2"),)
    assert "x = 1\n" in text
    assert "# the other worksheet: x = 2\n" in text
    assert parse(text, "w").worksheet.assertions[0].speaker == "Bo"
    assert join(parse(text, "w"), theirs, None, NOW)[0] == text


def test_a_sentence_that_one_promoted_is_no_longer_set_aside() -> None:
    start, end = 81, 92
    block = f'\n[[assertion]]\nid = "5"\ntext = "What a day!"\nspan = [{start}, {end}]\n'
    aside = filled().text[
        filled().text.index("\n[[set_aside]]") : filled().text.index("\n[snapshot]")
    ]
    promoted = edited(filled(), (aside, block))
    for merged in (both(filled({"1": ANA}), promoted), both(promoted, filled({"1": ANA}))):
        assert [a.id for a in merged.worksheet.assertions] == ["1", "2", "3", "4", "5"]
        assert merged.worksheet.set_aside == ()
        assert not {f.rule for f in checks.run(merged)} & {"sentence-uncovered", "syntax"}


def test_numbers_go_on_from_the_highest_of_both() -> None:
    ours = edited(filled(), ("highest = 4", "highest = 6"))
    assert both(ours, edited(filled(), ("highest = 4", "highest = 9"))).worksheet.highest == 9
    assert both(ours, filled()).worksheet.highest == 6


def test_who_checked_apart_is_noted() -> None:
    merged = both(filled({"1": ANA}), filled({"2": BEN}))
    assert merged.worksheet.merged == ("Ana", "Ben")
    assert both(merged, filled({"3": {**BEN, "reviewer": "Cleo"}})).worksheet.merged == (
        "Ana",
        "Ben",
        "Cleo",
    )
    assert both(filled({"1": ANA}), filled({"2": ANA})).worksheet.merged == ()
    pair = {**ANA, "reviewer": "Cleo, Dan"}
    assert both(filled({"1": pair}), filled({"2": BEN})).worksheet.merged == ()


def test_a_signoff_is_voided_by_what_it_did_not_cover() -> None:
    signed = replace(SHEET, signoff=Signoff("Ed", "editor", NOW, "a", "v"))
    ours = parse(worksheet.render(signed), "w.toml")
    later = NOW + dt.timedelta(days=1)
    text, _ = join(ours, filled({"1": ANA}), None, later)
    signoff = parse(text, "w").worksheet.signoff
    assert signoff
    assert (signoff.by, signoff.voided) == ("Ed", later)
    assert join(ours, filled(), None, later)[0] == ours.text


class TestWithWhatBothCameFrom:
    def test_what_one_side_deleted_goes_and_what_one_side_wrote_comes(self) -> None:
        base = edited(filled({"1": ANA}, MINUTES, replace(BUDGET, id="s2")), ("[snapshot]", QUERY))
        ours = edited(base, (QUERY_ONLY, ""), ('id = "4"', '# look\nid = "4"'))
        theirs = edited(base, ('[[source]]\nid = "s2"\ntitle = "Budget"\n\n', ""))
        for merged in (both(ours, theirs, base), both(theirs, ours, base)):
            assert [s.id for s in merged.worksheet.sources] == ["s1"]
            assert merged.worksheet.queries == ()
            assert merged.text.count("# look") == 1

    def test_what_one_deleted_and_the_other_changed_is_kept(self) -> None:
        base = filled({}, MINUTES, replace(BUDGET, id="s2"))
        ours = edited(base, ('[[source]]\nid = "s2"\ntitle = "Budget"\n\n', ""))
        theirs = edited(base, ('title = "Budget"', 'title = "Budget 2026"'))
        for one, other in ((ours, theirs), (theirs, ours)):
            text, outcome = join(one, other, base, NOW)
            assert [s.title for s in parse(text, "w").worksheet.sources] == [
                "Minutes",
                "Budget 2026",
            ]
            assert outcome.kept == ("source s2",)
            assert not outcome.clean

    def test_a_comment_that_one_took_out_goes(self) -> None:
        base = edited(filled(), ('id = "4"', '# look\nid = "4"'))
        ours = edited(base, ("# look\n", ""))
        theirs = edited(base, ('id = "3"', '# and here\nid = "3"'))
        merged = both(ours, theirs, base)
        assert "# look" not in merged.text
        assert merged.text.count("# and here") == 1

    def test_a_key_that_both_changed(self) -> None:
        base = filled({}, MINUTES)
        ours = edited(base, ('title = "Minutes"', 'title = "Minutes of May"'))
        theirs = edited(base, ('title = "Minutes"', 'title = "Minutes of June"'))
        text, outcome = join(ours, theirs, base, NOW)
        assert (
            'title = "Minutes of May"\n# the other worksheet: title = "Minutes of June"\n' in text
        )
        assert [each.where for each in outcome.differences] == ["source s1"]

    def test_an_assertion_that_was_shortened_stays_itself(self) -> None:
        base = filled()
        theirs = edited(
            base, ('text = "It has two slides."', 'text = "two slides"'), ("[62, 80]", "[69, 79]")
        )
        merged = both(edited(base, ('id = "4"', '# x\nid = "4"')), theirs, base)
        assert [a.text for a in merged.worksheet.assertions][3] == "two slides"


QUERY_ONLY = """[[query]]
text = "1957 or 1958?"
assertions = ["1"]
why = ""
answer = ""

"""
QUERY = f"{QUERY_ONLY}[snapshot]"


def test_a_key_with_dots_that_we_do_not_know_is_refused() -> None:
    theirs = edited(filled(), ('id = "1"', 'id = "1"\nmine.a = 1'))
    with pytest.raises(WorksheetError, match=r"w.toml:\d+: a key with dots cannot be merged: mine"):
        join(filled(), theirs, None, NOW)


def test_nothing_is_written_that_lacks_what_a_person_wrote(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(joining, "remarked", lambda _pair: ())
    theirs = edited(filled(), ('id = "1"', '# mine\nid = "1"'))
    with pytest.raises(LostError, match=r"would lose what a person wrote: comment \(1\)"):
        join(filled(), theirs, None, NOW)
    monkeypatch.setattr(joining, "written", lambda *_: ())
    with pytest.raises(LostError, match=r"finding \(1\)"):
        join(filled(), filled({"1": ANA}), None, NOW)
    assert accounting


def test_fill_is_a_fixture(fill: Fill) -> None:
    assert fill().text == filled().text
