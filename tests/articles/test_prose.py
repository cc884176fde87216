from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.articles import prose
from factcheck.articles.document import build


@pytest.mark.parametrize(
    ("dirty", "text", "warnings"),
    [
        ("a\x00b", "ab", ("dropped 1 control character",)),
        ("\x1b[31mred\x1b[0m", "red", ("dropped 2 terminal escapes",)),
        ("\x1b]0;title\x07x\x1b]8;;http://a\x1b\\y", "xy", ("dropped 2 terminal escapes",)),
        ("\x1b(Bx\x1b", "x", ("dropped 1 terminal escape", "dropped 1 control character")),
        ("\x9b31mred", "red", ("dropped 1 terminal escape",)),
        ("\x1b\x00[31mred", "red", ("dropped 1 terminal escape", "dropped 1 control character")),
        (
            "cont\x01\x08\x0b\x0c\x1b[31m\x7finue",
            "continue",
            ("dropped 1 terminal escape", "dropped 5 control characters"),
        ),
        ("page\x0cpage", "page\npage", ()),
        ("don\x92t", "don’t", ()),
        ("gov\u00adern\u00adment", "government", ()),
        ("Hong\u200b Kong\ufeff\u2060", "Hong Kong", ()),
        ("a\u200cb\u200dc", "abc", ()),
        ("می\u200cخواهم", "می\u200cخواهم", ()),
        (
            "👩\u200d🚀 👨\u200d👩\u200d👧 ❤\ufe0f\u200d🔥",
            "👩\u200d🚀 👨\u200d👩\u200d👧 ❤\ufe0f\u200d🔥",
            (),
        ),
        ("ไทย\u200bแลนด์", "ไทย\u200bแลนด์", ()),
        ("user\u202egnp.exe", "usergnp.exe", ("dropped 1 direction override",)),
        ("a\u200e \u2067b\u2069", "a b", ()),
        ("שלום\u200f!", "שלום\u200f!", ()),
        ("hidden\U000e0041\U000e0042", "hidden", ()),
        ("🏴\U000e0067\U000e0062\U000e007f", "🏴\U000e0067\U000e0062\U000e007f", ()),
        ("a\r\nb\rc\x0bd\u2028e", "a\nb\nc\nd\ne", ()),
        ("a\u2029b", "a\n\nb", ()),
        ("Cafe\u0301", "Café", ()),
        ("\ud83d alone", "\ufffd alone", ("1 broken character(s) shown as \ufffd",)),
    ],
)
def test_clean(dirty: str, text: str, warnings: tuple[str, ...]) -> None:
    assert prose.clean(dirty) == (text, warnings)


@given(st.text(st.characters()))
def test_clean_text_holds_no_control_characters_and_is_clean(text: str) -> None:
    once, _ = prose.clean(text)
    assert not [c for c in once if unicodedata.category(c) in {"Cc", "Cs"} and c not in "\n\t"]
    assert prose.clean(once) == (once, ())


@given(st.lists(st.text(st.characters())))
def test_a_document_has_one_line_a_paragraph_and_none_empty(paragraphs: list[str]) -> None:
    document = build(paragraphs)
    for paragraph in document.paragraphs:
        assert paragraph == " ".join(paragraph.split())
        assert paragraph
    assert document.text.split("\n\n") == (list(document.paragraphs) or [""])
    assert build(document.paragraphs) == build(document.paragraphs)


def test_rules_between_sections_are_no_paragraphs() -> None:
    assert build(["One.", "* * *", "-----", "—", "", "Two."]).paragraphs == ("One.", "Two.")


def test_metadata_is_one_clean_line_each() -> None:
    document = build(["x"], title="A\x1b[1m\n B", byline=" Ann\tExample ", site="S\x00")
    assert (document.title, document.byline, document.site) == ("A B", "Ann Example", "S")


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("one\ntwo", ["one two"]),
        ("One.\ntwo", ["One.", "two"]),
        ("One\nTwo", ["One", "Two"]),
        ("\n\n a \n", ["a"]),
        ("", []),
    ],
)
def test_a_forced_break_ends_a_paragraph_unless_the_sentence_goes_on(
    text: str, paragraphs: list[str]
) -> None:
    assert prose.unbroken(text) == paragraphs


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("The mayor said so.", False),
        ("Мэр так сказал.", True),
        ("市長はそう言った。", True),
        ("1 2", False),
    ],
)
def test_foreign_script(text: str, foreign: bool) -> None:
    assert prose.foreign_script(text) is foreign
