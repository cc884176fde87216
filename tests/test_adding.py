"""A passage becomes an assertion, and no other byte of the worksheet changes."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import factcheck
from factcheck import adding, checks, worksheet
from factcheck.adding import Wanted
from factcheck.errors import WorksheetError
from factcheck.model import Article, Assertion, Detail, Evidence, SetAside, Span, Worksheet

TEXT = (
    "The Osk ferry sank in 2019 and cost €3 million, Mayor Ida Brand said.\n\n"
    "What a “pity”. Nobody drowned, and the crew of two swam home on Monday. It rained on Monday."
)
NOW = dt.datetime(2026, 11, 24, 10, tzinfo=dt.UTC)


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def stated(name: str, words: str, sentence: int, paragraph: int, **more: object) -> Assertion:
    plain = Assertion(name, words, sentence, paragraph, span(words), "narration", "event")
    return replace(plain, **more)  # type: ignore[arg-type]


SAID = stated(
    "1",
    "The Osk ferry sank in 2019 and cost €3 million, Mayor Ida Brand said",
    1,
    1,
    layer="said",
    kind="attribution",
    speaker="Mayor Ida Brand",
    details=(
        Detail("date", "2019", "2019"),
        Detail("money", "€3 million"),
        Detail("title", "Mayor"),
    ),
)
CONTENT = stated(
    "2",
    "The Osk ferry sank in 2019 and cost €3 million",
    1,
    1,
    layer="content",
    kind="statistic",
    speaker="Mayor Ida Brand",
    speaker_inferred=True,
    priority="high",
    details=(Detail("money", "€3 million"), Detail("date", "2019", "2019"), Detail("name", "Osk")),
    verdict="confirmed",
    evidence=(Evidence(url="https://osk.example/a"),),
    note="two statements",
    reviewer="Ana",
)
DROWNED = stated("3", "Nobody drowned", 3, 2, priority="low")
PITY = SetAside("What a “pity”.", 2, 2, span("What a “pity”."), "opinion")
RAIN = SetAside("It rained on Monday.", 4, 2, span("It rained on Monday."), "no-claim")
ARTICLE = Article(TEXT, title="Ferry")
FULL = Worksheet(
    ARTICLE,
    NOW,
    "factcheck 1",
    highest=3,
    sha256=ARTICLE.sha256,
    assertions=(SAID, CONTENT, DROWNED),
    set_aside=(PITY, RAIN),
)
BEFORE = worksheet.render(FULL)


def insert(
    words: str,
    wanted: Wanted | None = None,
    *,
    text: str = BEFORE,
    nth: int | None = None,
    within: str = "",
) -> tuple[str, adding.Added]:
    document = worksheet.parse(text, "w.toml")
    return adding.insert(document, words, wanted, nth=nth, within=within)


def refused(words: str, *, text: str = BEFORE, **more: object) -> tuple[str, str]:
    with pytest.raises(WorksheetError) as caught:
        insert(words, text=text, **more)  # type: ignore[arg-type]
    return caught.value.message, caught.value.hint


def rules(text: str) -> set[str]:
    found = checks.run(worksheet.parse(text, "w.toml"), NOW.date())
    return {each.rule for each in found if each.severity != "note"}


PART = """\
[[assertion]]
id = "2a"
text = "sank in 2019"
sentence = 1
paragraph = 1
span = [14, 26]
layer = "content"
kind = "statistic"
speaker = "Mayor Ida Brand"
speaker_inferred = true
priority = "high"
details = [
  { kind = "date", text = "2019", resolved = "2019" },
]
verdict = ""
evidence = []
correction = ""
note = ""
reviewer = ""

"""


def test_words_inside_an_assertion_split_it() -> None:
    after, added = insert("sank in 2019")
    third = BEFORE.index('[[assertion]]\nid = "3"')
    assert after == BEFORE[:third] + PART + BEFORE[third:]
    assert (added.parent, added.aside, added.promoted) == ("2", None, False)
    assert after.splitlines()[added.line - 1] == "[[assertion]]"
    assert after.splitlines()[added.line] == 'id = "2a"'
    assert rules(after) == set()


def test_parts_go_on_below_one_another() -> None:
    text = BEFORE
    for words in ("sank in 2019", "cost €3 million", "in 2019"):
        text, _ = insert(words, text=text)
    ids = [each.id for each in worksheet.parse(text, "w.toml").worksheet.assertions]
    assert ids == ["1", "2", "2a", "2b", "2c", "3"]


def test_the_details_that_lie_in_the_words_come_along_in_their_order() -> None:
    _, added = insert("ferry sank in 2019 and cost €3 million, Mayor")
    assert added.parent == "1"
    assert [each.text for each in added.assertion.details] == ["2019", "€3 million", "Mayor"]
    _, added = insert("Osk ferry sank in 2019")
    assert [each.text for each in added.assertion.details] == ["Osk", "2019"]


def test_what_a_person_wants_wins_over_the_parent() -> None:
    _, added = insert("sank in 2019", Wanted("narration", "event", "", "low"))
    new = added.assertion
    told = (new.layer, new.kind, new.speaker, new.speaker_inferred, new.priority)
    assert told == ("narration", "event", "", False, "low")
    _, added = insert("sank in 2019", Wanted(speaker="the mayor"))
    new = added.assertion
    assert (new.layer, new.speaker, new.speaker_inferred) == ("content", "the mayor", False)


def test_another_assertion_than_the_smallest_may_be_split() -> None:
    after, added = insert("sank in 2019", within="1")
    assert (added.parent, added.assertion.id, added.assertion.layer) == ("1", "1a", "said")
    ids = [each.id for each in worksheet.parse(after, "w.toml").worksheet.assertions]
    assert ids == ["1", "1a", "2", "3"]


def test_a_sentence_that_was_set_aside_is_promoted() -> None:
    after, added = insert('What a "pity"', Wanted(priority="high"))
    new = added.assertion
    assert (new.id, new.text, new.sentence, new.paragraph) == ("4", "What a “pity”", 2, 2)
    assert (new.layer, new.kind, new.priority) == ("narration", "description", "high")
    assert (added.parent, added.aside, added.promoted) == ("", PITY, True)
    sheet = worksheet.parse(after, "w.toml").worksheet
    assert [each.id for each in sheet.assertions] == ["1", "2", "4", "3"]
    assert (sheet.set_aside, sheet.highest) == ((RAIN,), 4)
    assert rules(after) == set()
    whole = BEFORE.replace("highest = 3", "highest = 4")
    gone = whole[whole.index("[[set_aside]]") : whole.index('[[set_aside]]\ntext = "It rained')]
    block = after[after.index('[[assertion]]\nid = "4"') : after.index('[[assertion]]\nid = "3"')]
    assert after.replace(block, "") == whole.replace(gone, "")


def test_a_sentence_stays_set_aside_until_all_of_it_is_numbered() -> None:
    text, added = insert("It rained")
    assert (added.aside, added.promoted, added.assertion.sentence) == (RAIN, False, 4)
    assert worksheet.parse(text, "w.toml").worksheet.set_aside == (PITY, RAIN)
    assert rules(text) == set()
    text, added = insert("on Monday.", text=text, nth=2)
    assert (added.assertion.id, added.promoted) == ("5", True)
    assert worksheet.parse(text, "w.toml").worksheet.set_aside == (PITY,)
    assert rules(text) == set()


def test_a_set_aside_block_with_a_persons_own_key_stays() -> None:
    text = BEFORE.replace('reason = "opinion"', 'reason = "opinion"\nmine = "ask Ida"')
    after, added = insert("What a “pity”.", text=text)
    assert not added.promoted
    assert 'mine = "ask Ida"' in after


def test_comments_on_a_set_aside_block_stay_when_it_goes() -> None:
    text = BEFORE.replace("[[set_aside]]", "# look again\n[[set_aside]]  # Ana", 1)
    after, added = insert("What a “pity”.", text=text)
    assert added.promoted
    assert "# look again\n" in after
    assert "# Ana\n" in after
    assert worksheet.parse(after, "w.toml").worksheet.set_aside == (RAIN,)


def test_words_beside_the_assertions_of_their_sentence_get_a_number() -> None:
    after, added = insert("the crew of two swam home")
    assert (added.assertion.id, added.assertion.sentence, added.assertion.paragraph) == ("4", 3, 2)
    assert (added.parent, added.aside) == ("", None)
    sheet = worksheet.parse(after, "w.toml").worksheet
    assert [each.id for each in sheet.assertions] == ["1", "2", "3", "4"]
    assert rules(after) == set()


def test_words_of_a_sentence_whose_block_is_lost_are_counted_on() -> None:
    lost = worksheet.render(replace(FULL, assertions=(SAID, CONTENT), highest=3))
    after, added = insert("Nobody drowned", text=lost)
    assert (added.assertion.id, added.assertion.sentence) == ("4", 3)
    assert "sentence-uncovered" not in rules(after)


def test_a_worksheet_without_assertions() -> None:
    bare = worksheet.render(replace(FULL, assertions=(), highest=0))
    after, added = insert("Nobody drowned", text=bare)
    assert (added.assertion.id, added.assertion.sentence) == ("1", 3)
    tables = [block.table for block in worksheet.parse(after, "w.toml").blocks]
    assert tables[-4:] == ["assertion", "set_aside", "set_aside", "snapshot"]
    assert "accessed = 2026-01-31\n\n[[assertion]]\n" in after  # below the template of a source


def test_the_first_in_the_article_goes_above_the_others() -> None:
    text = worksheet.render(replace(FULL, assertions=(DROWNED,)))
    after, _ = insert(
        "The Osk ferry", text=text.replace("\n[[assertion]]", "\n# Ben\n[[assertion]]")
    )
    ids = re.findall(r'(?m)^(?:# Ben\n)?\[\[assertion\]\]\nid = "\d"', after)
    assert ids == ['[[assertion]]\nid = "4"', '# Ben\n[[assertion]]\nid = "3"']


def test_an_id_without_a_number_is_split_into_a_number() -> None:
    text = BEFORE.replace('id = "2"', 'id = "ferry"')
    _, added = insert("sank in 2019", text=text)
    assert (added.assertion.id, added.parent) == ("4", "ferry")


def test_words_that_stand_twice_ask_for_which() -> None:
    message, hint = refused("on Monday")
    assert message == 'w.toml: these words stand in the article 2 times: "on Monday"'
    assert hint == (
        "say which with --nth: "
        '1 in sentence 3, paragraph 2: "… the crew of two swam home on Monday. It rained on Monday."; '
        '2 in sentence 4, paragraph 2: "… home on Monday. It rained on Monday."'
    )
    assert insert("on Monday", nth=1)[1].assertion.sentence == 3
    assert insert("on Monday", nth=2)[1].assertion.sentence == 4
    for nth in (0, 3, -1):
        assert "--nth" in refused("on Monday", nth=nth)[1]
    assert refused("Nobody drowned,", nth=2)[0].endswith('in the article once: "Nobody drowned,"')


def test_of_words_that_stand_twice_one_may_be_in_an_assertion() -> None:
    text = TEXT.replace("It rained", "Nobody saw it rain")
    sheet = replace(FULL, article=replace(ARTICLE, text=text), sha256="", set_aside=(PITY,))
    after = worksheet.render(sheet)
    assert "--nth" in refused("Nobody", text=after)[1]
    assert insert("Nobody", text=after, within="3")[1].parent == "3"


def test_words_that_are_not_there_have_a_nearest_passage() -> None:
    message, hint = refused("the ferry sunk in 2018")
    assert message == 'w.toml: these words are not in the article: "the ferry sunk in 2018"'
    assert hint == 'did you mean "The Osk ferry sank in"?'
    assert refused("xyzzy")[1] == "give the article's own words, as they stand in [snapshot]"
    assert refused("  ")[0].startswith("w.toml: these words are not in the article")


def test_words_that_are_numbered_say_which_id() -> None:
    message, hint = refused("Nobody drowned")
    line = BEFORE[: BEFORE.index('id = "3"')].count("\n")
    assert message == f"w.toml:{line}: these words are numbered already: 3"
    assert hint.startswith("give more or fewer words")
    assert "numbered already: 3" in refused("Nobody drowned", wanted=Wanted("narration"))[0]


def test_the_same_words_may_be_claimed_in_another_layer() -> None:
    _, added = insert("Nobody drowned", Wanted("content", speaker="the crew"))
    assert (added.assertion.id, added.assertion.layer, added.parent) == ("3a", "content", "3")


@pytest.mark.parametrize(
    ("wanted", "message", "hint"),
    [
        (Wanted(layer="naration"), "no layer is called 'naration'", 'did you mean "narration"?'),
        (Wanted(kind="events"), "no kind is called 'events'", 'did you mean "event"?'),
        (Wanted(priority="x"), "no priority is called 'x'", "one of: high, normal, low"),
    ],
)
def test_a_word_that_we_do_not_know(wanted: Wanted, message: str, hint: str) -> None:
    assert refused("sank", wanted=wanted) == (message, hint)


def test_an_assertion_that_is_not_there_or_does_not_hold_the_words() -> None:
    assert refused("sank", within="9") == (
        "w.toml: no assertion has the id '9'",
        "known: 1 … 3",
    )
    message, hint = refused("two swam", within="1")
    assert message == 'w.toml: these words are not in assertion 1: "two swam"'
    assert hint.startswith("where they stand: 1 in sentence 3, paragraph 2: ")


def test_a_worksheet_that_cannot_be_read_whole_is_left_alone() -> None:
    message, hint = refused("sank", text=BEFORE.replace('kind = "event"', "kind = event"))
    assert re.match(r"w\.toml:\d+:\d+: cannot be read: ", message)
    assert "factcheck check" in hint
    message, _ = refused("sank", text=BEFORE.replace("Nobody drowned, and", "Nobody drowned and"))
    assert message.endswith("the snapshot is not the text that was numbered (its SHA-256 differs)")


def test_a_claim_whose_place_is_not_certain_holds_nothing() -> None:
    text = BEFORE.replace(f"span = [{DROWNED.span.start},", "span = [0,")
    assert insert("Nobody", text=text)[1].parent == "3"  # its words stand in the article once
    lost = text.replace('"Nobody drowned"', '"on Monday"')
    assert insert("Nobody", text=lost)[1].parent == ""


def test_the_function_of_the_library(tmp_path: Path) -> None:
    path = tmp_path / "w.toml"
    path.write_bytes(BEFORE.encode())
    added = factcheck.add(path, "sank in 2019", priority="low", within="1")
    text = path.read_bytes().decode()
    assert (added.path, added.assertion.id, added.assertion.priority) == (path, "1a", "low")
    assert text.splitlines()[added.line] == 'id = "1a"'
    assert [each.name for each in tmp_path.iterdir()] == ["w.toml"]
    with pytest.raises(WorksheetError, match="numbered already"):
        factcheck.add(path, "sank in 2019")
    assert path.read_bytes().decode() == text


# Whatever people made of the file, what was not asked for stays byte for byte.

WORDS = (
    "Ida",
    "sank",
    "25,000",
    "“it”",
    "it's",
    "'''",
    '"""',
    "\\",
    "שלום",
    "[[assertion]]",
    "#",
    "é",
)
sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
paragraphs = st.lists(sentences.map(lambda each: f"A {each} x."), min_size=1, max_size=3)
stories = st.lists(paragraphs.map(" ".join), min_size=1, max_size=3).map("\n\n".join)
NOTES = ("", "a note", "'''\n[[set_aside]]\n", 'line\n"""', "# no comment", "\\ \x7f é 🧑‍🚒")
HIGHEST = tuple(f"highest = {number}\n" for number in range(41))
LINES = ("", "   ", "\t", "# a comment", "#", '  # [[assertion]] id = "9"', "# '''", '# """ é')


@st.composite
def sheets(draw: st.DrawFn) -> str:
    """A worksheet as people leave it: comments, blanks, keys of their own, any line ends."""
    text = draw(stories)
    parts = [Span(*match.span()) for match in re.finditer(r"A .*? x\.", text)]
    claims: list[Assertion] = []
    asides: list[SetAside] = []
    for number, part in enumerate(parts, 1):
        paragraph = 1 + text.count("\n\n", 0, part.start)
        if draw(st.booleans()):
            asides.append(SetAside(part.of(text), number, paragraph, part, "opinion"))
            continue
        end = draw(st.integers(part.start + 1, part.end))
        for place in {part, Span(part.start, end)} if draw(st.booleans()) else {part}:
            claim = Assertion(
                str(len(claims) + 1), place.of(text), number, paragraph, place, "said", "event"
            )
            note = draw(st.sampled_from(NOTES))
            claims.append(replace(claim, note=note, details=(Detail("name", "Ida"),)))
    article = Article(text, title=draw(st.sampled_from(NOTES)))
    sheet = Worksheet(
        article,
        NOW,
        "factcheck 1",
        highest=draw(st.sampled_from([0, len(claims), 40])),
        sha256=article.sha256,
        assertions=tuple(claims),
        set_aside=tuple(asides),
    )
    out = []
    for block in worksheet.parse(worksheet.render(sheet), "w.toml").blocks:
        raw = worksheet.render(sheet)[block.start : block.end]
        if block.table and draw(st.booleans()):
            header, rest = raw.split("\n", 1)
            own = draw(st.sampled_from(["", 'mine = "é # \'"\n', "mine . x = [ # no\n 1 ]\n"]))
            raw = f"{draw(st.sampled_from(['', '  ']))}{header}  # mine\n{own}{rest}"
        above = draw(st.lists(st.sampled_from(LINES), max_size=3)) if block.table else []
        out += [*(f"{line}\n" for line in above), raw]
    ends = draw(st.sampled_from(["\n", "\r\n"]))
    return draw(st.sampled_from(["", "\ufeff"])) + "".join(out).replace("\n", ends)


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data(), sheets())
def test_everything_else_stays_byte_for_byte(data: st.DataObject, text: str) -> None:
    document = worksheet.parse(text, "w.toml")
    assert document.problems == ()
    words = data.draw(passages_of(document.worksheet.article.text))
    try:
        after, added = adding.insert(document, words, nth=data.draw(st.integers(1, 2)))
    except WorksheetError as error:
        told = ("numbered already", "stand in the article")
        assert any(each in error.message for each in told)
        return
    again = worksheet.parse(after, "w.toml")
    assert again.problems == ()
    assert added.assertion.text == words
    assert added.assertion in again.worksheet.assertions
    assert document.worksheet.assertions == tuple(
        each for each in again.worksheet.assertions if each != added.assertion
    )
    rest = [each.replace("\r\n", "\n") for each in without_the_new(after, again, added)]
    before = text.replace("\r\n", "\n")
    assert ("\r\n" in text) == ("\r\n" in after)
    assert "\r\n" not in text or not re.search(r"(?<!\r)\n", after)
    if not added.promoted or added.aside is None:
        assert before in rest
        return
    gone = document.rows("set_aside")[document.worksheet.set_aside.index(added.aside)]
    head, tail = (part.replace("\r\n", "\n") for part in (text[: gone.start], text[gone.end :]))
    assert any(each.startswith(head) and each.endswith(tail) for each in rest)
    assert "# mine" not in text[gone.start : gone.end] or after.count("# mine") == text.count(
        "# mine"
    )


@st.composite
def passages_of(draw: st.DrawFn, story: str) -> str:
    """Whole words of one paragraph of ``story``."""
    words = list(re.finditer(r"\S+", draw(st.sampled_from(story.split("\n\n")))))
    first = draw(st.integers(0, len(words) - 1))
    last = draw(st.integers(first, min(len(words) - 1, first + 6)))
    return words[0].string[words[first].start() : words[last].end()]


def without_the_new(after: str, again: worksheet.Document, added: adding.Added) -> list[str]:
    """``after`` without the new block and the blank lines set around it, and ``highest`` as it was."""
    block = next(each for each in again.rows("assertion") if each.line == added.line)
    last = max(value.end for value in block.values.values())
    end = after.index("\n", last) + 1
    start = after.rindex("\n", 0, after.rindex("\n", 0, block.start)) + 1  # with the line above
    assert not after[start : block.start].strip()
    blank = re.match(r"\r?\n", after[end:])
    ends = [end, end + len(blank.group())] if blank else [end]
    cut = [after[:start] + after[each:] for each in ends]
    if not added.assertion.id.isdecimal():
        return cut
    line = re.compile(r"(?m)^highest = \d+\r?\n")
    return [line.sub(old, each, count=1) for each in cut for old in ("", *HIGHEST)] + [
        line.sub(old.replace("\n", "\r\n"), each, count=1) for each in cut for old in HIGHEST
    ]
