from __future__ import annotations

from factcheck.assertions import candidates, checkable, choose, reading
from factcheck.assertions.choices import Choice, overlap


def choices(text: str) -> list[Choice]:
    read = reading.read(text)
    proposed = {s.number: candidates.propose(read, s.number) for s in read.sentences}
    encoded, _ = checkable.read([s.span.of(text) for s in read.sentences])
    chosen_of = choose.choose(read, encoded, proposed)
    return [choice for some in chosen_of.values() for choice in some]


def chosen(text: str) -> list[tuple[str, str]]:
    read = reading.read(text)
    return [(c.layer, read.span(c.span.start, c.span.end).of(text)) for c in choices(text)]


def test_candidates_have_no_orphans_at_their_ends() -> None:
    text = "The council met, and the mayor (who was ill) left; she returned on Monday."
    read = reading.read(text)
    for candidate in candidates.propose(read, 1):
        words = read.span(candidate.start, candidate.end).of(text)
        assert words[0] not in ",;:)-", words
        assert words[-1] not in ",;:(-", words
        assert not words.startswith("and "), words
        assert words.count("(") == words.count(")"), words


def test_a_sentence_is_cut_where_its_parts_can_fail_alone() -> None:
    text = "Police arrested six people on Monday and seized 30 grams of heroin."
    found = [words for _, words in chosen(text)]
    assert any(w.startswith("Police arrested six people") and "heroin" not in w for w in found)
    assert any(w.endswith("30 grams of heroin") and "arrested" not in w for w in found)


def test_a_quotation_is_said() -> None:
    found = chosen("“We tested the bridge twice,” engineer Marta Quill told the board.")
    assert any(layer == "said" and "tested the bridge twice" in words for layer, words in found)
    assert ("narration", "engineer Marta Quill") in found


def test_no_two_chosen_spans_of_a_layer_say_the_same() -> None:
    text = "The mayor, who was elected in 2019, said the council had spent $2 million on roads."
    read = reading.read(text)
    picked = choices(text)
    assert len(picked) > 1
    for one in picked:
        for other in picked:
            if one is not other and one.layer == other.layer:
                assert overlap(read, one.span, other.span) < choose.SAME


def test_what_is_said_is_a_quotation_or_an_attribution_and_nothing_else_is() -> None:
    text = (
        "“We tested the bridge twice,” engineer Marta Quill told the board on Monday. "
        "The bridge, built in 1953, carries 4,000 cars a day, the town says."
    )
    for choice in choices(text):
        assert (choice.kind in ("quotation", "attribution")) == (choice.layer == "said")


def test_no_candidate_ends_inside_a_date_or_a_sum() -> None:
    text = (
        "The county closed the pool on Friday, Sept. 5, 2024, and it will cost about $3.65 million."
    )
    read = reading.read(text)
    for candidate in candidates.propose(read, 1):
        words = read.span(candidate.start, candidate.end).of(text)
        assert not words.endswith(("Friday", "Sept. 5", "$3.65", "about"))
        assert not words.startswith(("5, 2024", "2024", "million", "3.65"))


def test_a_sentence_is_never_without_an_assertion() -> None:
    text = "Yes. Well, so it goes. Hm (no. On and on and on and on and on and on and on it went)."
    assert {choice.span.sentence for choice in choices(text)} == {
        s.number for s in reading.read(text).sentences
    }


def test_no_candidate_begins_or_ends_inside_a_word() -> None:
    text = "He’s not alone, the mayor didn't say, and they’ve left."
    read = reading.read(text)
    found = [read.span(c.start, c.end).of(text) for c in candidates.propose(read, 1)]
    assert any(words.startswith("He’s") for words in found)
    for words in found:
        assert not words.startswith(("’", "n't", "n’t")), words
        assert not words.endswith(("did", " they")), words


def test_beside_a_quotation_a_tag_is_only_who_speaks() -> None:
    found = chosen("“We tested the bridge twice,” engineer Marta Quill told the board.")
    assert [words for layer, words in found if layer == "narration"] == ["engineer Marta Quill"]
    assert [layer for layer, _ in found].count("said") == 1


def said_in(text: str) -> list[str]:
    return [words for layer, words in chosen(text) if layer == "said"]


def test_whoever_reports_is_always_told_to_have_said_it() -> None:
    text = "Ana Ruiz, the mayor, said the bridge had been closed since May, when a lorry hit it."
    assert any("said the bridge had been closed" in words for words in said_in(text))


def test_what_was_said_and_who_said_it_are_one() -> None:
    text = "The wall is to be finished by the autumn of 2028, council leader Petra Voss said."
    (saying,) = said_in(text)
    assert saying.startswith("The wall")
    assert "Petra Voss said" in saying


def test_a_tag_beside_its_quotation_is_not_told_again() -> None:
    text = '"We cannot ask people to bail out their kitchens," she told the meeting on Monday.'
    assert len(said_in(text)) == 1
