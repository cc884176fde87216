"""How the rules work together, and that no worksheet can break them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import checks, worksheet
from factcheck.checks import addresses, formats
from factcheck.model import Article, Assertion, Evidence, SetAside, Span, Worksheet

TODAY = dt.date(2026, 11, 24)


def rules(text: str) -> list[tuple[int, str]]:
    document = worksheet.parse(text, "w.toml")
    return [(each.line, each.rule) for each in checks.run(document, TODAY)]


def test_a_block_that_is_not_toml_has_only_that_finding() -> None:
    text = (
        "[worksheet]\nformat = 1\n[article]\nsha256 = 'x'\n"
        "[[assertion]]\nid = '1'\ntext = 'ab'\nverdict = wrong\nkind = 'nonsense'\nunknown = 1\n"
        "[[assertion]]\nid = '1'\ntext = 'ab'\nverdict = 'wrong'\nreviewer = 'Ana'\n"
        "correction = 'c'\nevidence = 7\n"
        "[snapshot]\ntext = 'ab'\n"
    )
    assert rules(text) == [
        (8, "syntax"),
        (19, "snapshot-changed"),
        (12, "duplicate-id"),
        (17, "wrong-type"),
    ]


def test_findings_are_sorted_by_place_and_told_once() -> None:
    text = "[worksheet]\nformat = 1\n[b]\n[a]\n[[assertion]]\n"
    found = checks.run(worksheet.parse(text, "w.toml"), TODAY)
    assert found == tuple(sorted(set(found)))
    assert [(each.line, each.rule) for each in found] == [
        (1, "missing-table"),
        (1, "missing-table"),
        (3, "unknown-table"),
        (4, "unknown-table"),
        (5, "missing-id"),
        (5, "missing-key"),
        (5, "unchecked"),
    ]


SCRAPS = (
    "[[assertion]]\n",
    "[[assertion.evidence]]\n",
    "[[assertion.details]]\n",
    "[[source]]\n",
    "[[set_aside]]\n",
    "[snapshot]\n",
    "[article]\n",
    "[odd]\n",
    'id = "1"\n',
    "id = 1\n",
    'text = "A b. C d."\n',
    "text = '''\nA b.\n\nC d.'''\n",
    'text = "A b."\n',
    "span = [0, 4]\n",
    "span = [9, 99999999]\n",
    "span = 3\n",
    "sentence = 2\n",
    "sentence = -7\n",
    "sentence = 99\n",
    'verdict = "wrong"\n',
    'verdict = ""\n',
    "verdict = wrong\n",
    'evidence = ["s1", { source = 3 }, 7, "", [], "http://[", { x = {} }]\n',
    "evidence = { }\n",
    "evidence.source = 's1'\n",
    'url = "http://a:99999999/"\n',
    'url = "::"\n',
    "accessed = 9999-12-31\n",
    'independent_of = ["s1", ""]\n',
    "details = [ { kind = 1 }, { } ]\n",
    'kind = ""\n',
    "note = '''\n[[assertion]]\n'''\n",
    "note = '''\n",
    "scale = 'x'\n",
    "sha256 = ''\n",
    "\ufeff",
)


@given(st.lists(st.sampled_from(SCRAPS), max_size=16).map("".join))
@settings(deadline=None, max_examples=300)
def test_no_worksheet_breaks_a_rule(text: str) -> None:
    document = worksheet.parse("[worksheet]\nformat = 1\n" + text, "w.toml")
    found = checks.run(document, TODAY)
    lines = document.text.split("\n")
    for each in found:
        assert each.excerpt == lines[each.line - 1].rstrip("\r")
        assert 1 <= each.column <= len(each.excerpt) + 1
        assert each.message
        assert "\n" not in each.message
    for name in formats.FORMATS:
        formats.FORMATS[name](found)


sentences = st.lists(
    st.sampled_from(
        ["Ana Ruiz said so.", "Gov. J. Smith left.", "Is it?", '"No," he said.', "It cost 4.5 m!"]
    ),
    min_size=1,
    max_size=4,
)
articles = st.lists(sentences, min_size=1, max_size=4)


def covered(paragraphs: list[list[str]]) -> Worksheet:
    """A worksheet in which every sentence is asserted or set aside, by turns."""
    text = "\n\n".join(" ".join(each) for each in paragraphs)
    assertions: list[Assertion] = []
    asides: list[SetAside] = []
    start = number = 0
    for paragraph, each in enumerate(paragraphs, start=1):
        for words in each:
            number += 1
            start = text.index(words, start)
            span = Span(start, start + len(words))
            start = span.end
            if number % 3:
                short = Span(span.start, span.end - 1)  # a clause without the full stop
                assertions.append(
                    Assertion(
                        str(len(assertions) + 1),
                        short.of(text),
                        number,
                        paragraph,
                        short,
                        "narration",
                        "event",
                    )
                )
            else:
                asides.append(SetAside(words, number, paragraph, span, "opinion"))
    article = Article(text, title="T")
    return Worksheet(
        article,
        dt.datetime(2026, 11, 24, tzinfo=dt.UTC),
        "t",
        highest=len(assertions),
        sha256=article.sha256,
        assertions=tuple(assertions),
        set_aside=tuple(asides),
    )


@given(articles)
@settings(deadline=None)
def test_a_fresh_worksheet_has_nothing_but_unchecked_assertions(
    paragraphs: list[list[str]],
) -> None:
    sheet = covered(paragraphs)
    found = checks.run(worksheet.parse(worksheet.render(sheet), "w.toml"), TODAY)
    assert [each.rule for each in found] == ["unchecked"] * len(sheet.assertions)


@given(articles, st.data())
@settings(deadline=None)
def test_a_block_that_is_deleted_is_missed(
    paragraphs: list[list[str]], data: st.DataObject
) -> None:
    sheet = covered(paragraphs)
    document = worksheet.parse(worksheet.render(sheet), "w.toml")
    blocks = [*document.rows("assertion"), *document.rows("set_aside")]
    lost = data.draw(st.sampled_from(blocks))
    text = document.text[: lost.start] + document.text[lost.end :]
    found = checks.run(worksheet.parse(text, "w.toml"), TODAY)
    assert [each.rule for each in found if each.severity == "error"] == ["sentence-uncovered"]
    gaps = [each.rule for each in found if each.severity == "warning"]
    assert gaps == ["number-missing"] * (lost.table == "assertion")


@given(st.lists(st.sampled_from("1 2 3 4 5 6a 6b 7".split()), unique=True, min_size=1))
def test_a_number_that_is_there_is_not_missed(ids: list[str]) -> None:
    sheet = covered([["Ana Ruiz said so."]])
    (one,) = sheet.assertions
    several = replace(sheet, highest=0, assertions=tuple(replace(one, id=each) for each in ids))
    found = checks.run(worksheet.parse(worksheet.render(several), "w.toml"), TODAY)
    missed = [each.message for each in found if each.rule == "number-missing"]
    there = {int(each[0]) for each in ids}
    stretches = "".join(str(n) if n in there else "-" for n in range(1, max(there) + 1))
    assert len(missed) == len(re.findall("-+", stretches))


CHANGED = covered([["Ana Ruiz said so.", "It cost 4.5 m!", "Is it?", "It cost 9 m!"]])


def test_a_changed_snapshot_is_told_first_and_no_span_after_it() -> None:
    text = worksheet.render(CHANGED).replace(
        "said so. It cost 4.5 m! Is", "said it. It costs 4.5 m! Is"
    )
    document = worksheet.parse(text, "w.toml")
    found = [each for each in checks.run(document, TODAY) if each.severity != "note"]
    assert [each.rule for each in found] == [
        "snapshot-changed",
        "text-not-in-article",
        "text-not-in-article",
    ]
    assert found[1].hint.startswith("put the snapshot right first; nearest passage: ")


@pytest.mark.parametrize(
    ("ids", "highest", "message"),
    [
        (("1", "2"), 3, "assertion 3 is missing"),
        (("1", "2"), 5, "assertions 3 to 5 are missing"),
        (("1", "2a", "2b"), 2, ""),
        (("1", "2", "3"), 2, ""),  # 3 was added by hand
        ((), 2, 'assertions 1 to 2 are missing; no block has the words "Ana Ruiz said so"'),
        (("1", "2"), -5, ""),
    ],
)
def test_the_highest_number_ever_given_is_missed(
    ids: tuple[str, ...], highest: int, message: str
) -> None:
    sheet = covered([["Ana Ruiz said so."]])
    (one,) = sheet.assertions
    several = tuple(replace(one, id=each) for each in ids)
    text = worksheet.render(replace(sheet, highest=highest, assertions=several))
    found = checks.run(worksheet.parse(text, "w.toml"), TODAY)
    told = [each for each in found if each.rule == "number-missing"]
    assert [each.message for each in told] == [message] * bool(message)
    assert all(each.excerpt == f"highest = {highest}" for each in told)


def test_a_broken_block_may_hold_the_highest_number() -> None:
    text = worksheet.render(covered([["Ana Ruiz said so."]])).replace('id = "1"', 'id = "1')
    found = checks.run(worksheet.parse(text, "w.toml"), TODAY)
    assert "number-missing" not in {each.rule for each in found}


@pytest.mark.parametrize(
    ("ids", "hint"),
    [
        (("1", "", "3"), 'write id = "2"; a part of 7 is "7a"'),
        (("", "2", "3"), 'write id = "1"; a part of 7 is "7a"'),
        (("1", "", "2"), 'write id = "4"; a part of 7 is "7a"'),
        (("1", "", "5"), 'write id = "6"; a part of 7 is "7a"'),
        (("1", "2", ""), 'write id = "3"; a part of 7 is "7a"'),
    ],
)
def test_a_block_without_a_number_is_offered_one(ids: tuple[str, ...], hint: str) -> None:
    (one,) = covered([["Ana Ruiz said so."]]).assertions
    several = tuple(replace(one, id=each) for each in ids)
    sheet = replace(covered([["Ana Ruiz said so."]]), highest=3, assertions=several)
    found = checks.run(worksheet.parse(worksheet.render(sheet), "w.toml"), TODAY)
    assert [each.hint for each in found if each.rule == "missing-id"] == [hint]
    assert "number-missing" not in {each.rule for each in found}


@pytest.mark.parametrize(
    "url",
    [
        "https://council.example",
        "https://council.example/a?b=c&d=%20#e",
        "http://192.0.2.7:8080/",
        "http://localhost:8000/a",
        "https://[2001:db8::1]/a",
        "https://rats-büro.example/straße",
        "https://council.example./",
        "ftp://council.example/a",
        "doi:10.1000/182",
        "mailto:ana@council.example",
        "",
    ],
)
def test_an_address_that_may_be_right(url: str) -> None:
    assert addresses.fault(url) is None


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("council.example/a", "this address does not begin with https:// or http://"),
        ("https:/council.example", "this address does not begin with https:// or http://"),
        ("https:council.example", "this address does not begin with https:// or http://"),
        ("htttps://council.example", "no address begins with htttps://"),
        ("file:///a.pdf", "this address is a file on your machine"),
        ("https://", "this address names no host"),
        ("https://council", "this address names no host"),
        ("https://council..example", "this address names no host"),
        ("https://-council.example", "this address names no host"),
        ("https://https://council.example", "this address names no host"),
        ("https://council.example:99999/", "this address names no host"),
        ("https://[::1", "this address names no host"),
        ("https://council.example/a b", "this address has a blank in it"),
        (" https://council.example", "this address has a blank in it"),
        ("https://council.example/“a”", "this address has the character '“' in it"),
        ("<https://council.example>", "this address has the character '<' in it"),
        ("https://council.example/a…", "this address is cut off"),
        ("https://council.example/a...", "this address is cut off"),
    ],
)
def test_an_address_that_cannot_be_right(url: str, message: str) -> None:
    fault = addresses.fault(url)
    assert fault is not None
    assert fault[0] == message
    assert fault[1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://daily.example/a", "http://www.Daily.example/a/#top"),
        ("./a.txt", "a.txt"),
        ("seeds\\a.txt", "seeds/./a.txt"),
    ],
)
def test_the_same_address(one: str, other: str) -> None:
    assert addresses.normal(one) == addresses.normal(other)


def test_other_addresses_stay_others() -> None:
    spelt = ["https://daily.example/a", "https://daily.example/A", "https://daily.example/a?b", "a"]
    assert len({addresses.normal(each) for each in spelt}) == 4


def test_a_remark_among_the_evidence_is_sent_to_the_note() -> None:
    (one,) = covered([["Ana Ruiz said so."]]).assertions
    said = replace(
        one, verdict="confirmed", reviewer="Ana", evidence=(Evidence("called the chief"),)
    )
    sheet = replace(covered([["Ana Ruiz said so."]]), assertions=(said,))
    (found,) = checks.run(worksheet.parse(worksheet.render(sheet), "w.toml"), TODAY)
    assert (found.rule, found.message, found.hint) == (
        "unknown-source",
        'no [[source]] has the id "called the chief"',
        "a remark goes in note; evidence takes an address or the id of a [[source]]",
    )
