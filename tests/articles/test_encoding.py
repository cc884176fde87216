from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.articles import encoding
from factcheck.errors import ArticleError

PROSE = "“It’s late,” Zoë Müller said — the café lost £4m in São Tomé. "


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_reads_what_newsrooms_save(codec: str) -> None:
    assert encoding.decode(PROSE.encode(codec)) == (PROSE, ())


def test_big_endian_with_a_mark() -> None:
    assert encoding.decode(b"\xfe\xff" + PROSE.encode("utf-16-be")) == (PROSE, ())


def test_latin_1_is_a_part_of_windows_1252() -> None:
    text = "Café owner José Núñez paid £5."
    assert encoding.decode(text.encode("latin-1")) == (text, ())


def test_old_macs_are_guessed_and_said_so() -> None:
    text, notes = encoding.decode(PROSE.encode("mac_roman") * 3)
    assert text == PROSE * 3
    assert notes == ("read as Mac Roman: a guess, check the accents",)


def test_other_scripts_are_left_to_charset_normalizer() -> None:
    prose = (
        "Совет города заявил в понедельник, что новый мост через реку будет открыт в июне. "
        "По словам мэра, строительство обошлось в четыре миллиона. "
    )
    text, notes = encoding.decode((prose * 5).encode("cp1251"))
    assert text == prose * 5
    assert len(notes) == 1


def test_a_stray_windows_byte_in_utf_8_is_read_for_what_it_is() -> None:
    text, notes = encoding.decode("Zoë said “no” and ".encode() + b"\x93yes\x94.")
    assert text == "Zoë said “no” and “yes”."
    assert notes == ("2 byte(s) are not UTF-8: read as Windows-1252 where possible",)


def test_half_a_surrogate_pair_is_shown_as_broken() -> None:
    text, _ = encoding.decode("Zoë — “no” ".encode() + b"\xed\xa0\x80.")
    assert text == "Zoë — “no” \ufffd."


def test_double_encoding_is_reported_and_left_alone() -> None:
    twice = "It’s late".encode().decode("cp1252").encode()
    text, notes = encoding.decode(twice)
    assert text == "Itâ€™s late"
    assert notes == ("1 character(s) were encoded twice by another program, such as “â€™” for “’”",)


def test_what_is_declared_is_tried_before_windows_1252() -> None:
    assert encoding.decode("Łódź".encode("iso-8859-2"), "ISO-8859-2") == ("Łódź", ())


def test_a_wrong_declaration_does_no_harm() -> None:
    assert encoding.decode(b"Caf\xe9", "utf-8") == ("Café", ())
    assert encoding.decode(b"Caf\xe9", "no-such-thing") == ("Café", ())
    assert encoding.decode(b"Caf\xe9", "hex") == ("Café", ())
    assert encoding.decode("Café".encode(), "iso-8859-1") == ("Café", ())


def test_latin_1_means_windows_1252_on_the_web() -> None:
    assert encoding.decode(b"\x93Caf\xe9\x94", "iso-8859-1") == ("“Café”", ())


def test_bytes_that_are_no_text_are_refused() -> None:
    noise = random.Random(1).randbytes(4096)
    with pytest.raises(ArticleError, match="not text"):
        encoding.decode(noise)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf_8_with_a_mark_is_read_exactly(text: str) -> None:
    assert encoding.decode(b"\xef\xbb\xbf" + text.encode())[0] == text


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_an_article_error(data: bytes) -> None:
    try:
        text, _ = encoding.decode(data)
    except ArticleError as error:
        assert "\n" not in error.message
        assert error.hint
    else:
        text.encode("utf-8")
