from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import articles
from factcheck.articles import rtf
from factcheck.errors import ArticleError

FONTS = (
    r"{\fonttbl{\f0\froman\fcharset0{\*\panose 0202}Serif{\*\falt Other};}{\f1\fcharset238 Serif CE;}"
    r"{\f2\fcharset128 Mincho;}{\f3\fcharset2 Symbol;}{\f4\fcharset2 Wingdings;}{\f5\fcharset204 Cyr;}}"
)
FRONT = r"{\stylesheet{\s1 Heading;}}{\colortbl;\red0\green0\blue0;}{\*\generator Made up 1.0;}"


def written(body: str, head: str = r"\ansicpg1252\deff0") -> bytes:
    return rf"{{\rtf1\ansi{head}{FONTS}{FRONT}{body}}}".encode("latin-1")


def read(body: str, head: str = r"\ansicpg1252\deff0") -> tuple[str, ...]:
    """The paragraphs of a text that holds nothing to warn of."""
    found = rtf.read(written(body, head))
    assert found.warnings == ()
    return found.paragraphs


def test_paragraphs_and_inline_markup() -> None:
    assert read(
        "\\pard\\plain\\f0\\fs24 The {\\b may}or\r\n {\\i said} so.\\par\n\\pard It\\tab rained.\\\nThe end"
    ) == ("The mayor said so.", "It rained.", "The end")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"\'93caf\'e9\'94 costs \'805", "“café” costs €5"),
        (r"a\u8217?s", "a’s"),
        (r"a\u8217\'92s", "a’s"),
        (r"\uc2 a\u12460\'83\'4bs", "aガs"),
        (r"\uc0 a\u8217s {\uc1\u233e}\u233 e", "a’s éée"),
        (r"a\u8217\rquote s", "a’s"),
        (r"a\u8212\_s", "a—s"),
        (r"a{\u8217}?s", "a’?s"),
        (r"a\u8217\b ?s", "a’s"),
        (r"\u-10179?\u-8704?", "\U0001f600"),
        (r"\u128512?", "\U0001f600"),
        (r"x\emdash y\endash z", "x—y–z"),
        (r"\lquote a\rquote  \ldblquote b\rdblquote", "‘a’ “b”"),
        (r"a\~b\_c op\-tional \{x\} \\ \bullet", "a b-c optional {x} \\ •"),
        (r"{\f1 \'c8l\'e1nek}, \'c8 and {\plain\f1 \'c8\plain \'c8}", "Článek, È and ČÈ"),
        (r"{\f2 \'83\'5c\'83\'8b\'83Q}", "ソルゲ"),
        (r"{\f3 m}g, {\f3\u-3987?}g, {\f3 \'b3 5}", "μg, μg, ≥ 5"),
        (r'{\field{\*\fldinst SYMBOL 109 \\f "Symbol" \\s 12}{\fldrslt\f3\fs24}}g', "μg"),
        (r"Voil\'e0\'21", "Voilà!"),
    ],
)
def test_characters(body: str, expected: str) -> None:
    assert read(body) == (expected,)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (r"\ansicpg1251", "Й"),
        (r"\ansicpg1251\deff5", "Й"),
        (r"\ansicpg1251\deff0", "É"),
        (r"\ansicpg99999", "É"),
        (r"\ansicpg932", "ﾉ"),
        (r"\pc", "╔"),
        (r"\mac", "…"),
    ],
)
def test_the_code_page_is_that_of_the_font_else_of_the_document(head: str, expected: str) -> None:
    assert read(r"\'c9", head) == (expected,)


@pytest.mark.parametrize(
    "data",
    [
        "{\\rtf1\\ansi “café” 😀 \\u8217?}".encode(),
        "\ufeff{\\rtf1\\ansi “café” 😀 \\u8217?}".encode(),
        "{\\rtf1\\ansi “café” 😀 \\u8217?}".encode("utf-16"),
        "{\\rtf1\\ansi\\ansicpg65001 “café” 😀 ’}".encode(),
    ],
)
def test_text_that_some_programs_write_as_unicode(data: bytes) -> None:
    assert rtf.read(data).paragraphs == ("“café” 😀 ’",)


def test_raw_bytes_of_a_code_page() -> None:
    assert rtf.read(b"{\\rtf1\\ansi caf\xe9}").paragraphs == ("café",)


def test_signs_without_a_meaning_are_counted() -> None:
    found = rtf.read(written(r"Yes {\f4 \'fc\'fb} no \'81"))
    assert found.paragraphs == ("Yes \ufffd\ufffd no \ufffd",)
    assert found.warnings == ("3 character(s) without a meaning, shown as \ufffd",)


def test_a_line_break_divides_unless_the_sentence_goes_on() -> None:
    assert read(r"She came.\line He went\line away.\page Next") == (
        "She came.",
        "He went away.",
        "Next",
    )


def test_tables_are_a_row_a_paragraph() -> None:
    assert read(
        r"Before\par\trowd\cellx100\cellx200\pard\intbl Year\cell Deaths\cell\row"
        r"\pard\intbl 2023\cell 14\par (estimate)\cell{\trowd\cellx100\row}"
        r"\pard\intbl\cell x\cell\row\pard After\par"
        r"\pard\intbl\itap2 in\nestcell ner\nestcell{\*\nesttableprops\trowd\nestrow}"
        r"{\nonesttables\par}\itap1 outer\cell\row\pard End"
    ) == (
        "Before",
        "Year | Deaths",
        "2023 | 14 (estimate)",
        "x",
        "After",
        "in | ner | outer",
        "End",
    )


def test_a_table_without_its_ends_loses_no_word() -> None:
    assert read(r"\intbl a\cell b\cell\pard c\par\intbl d\par e\par f") == (
        "a | b",
        "c",
        "d e f",
    )
    assert read(r"\intbl A.\par\pard\intbl B.\par C.") == ("A.", "B.", "C.")


def test_lists_lose_their_numbers() -> None:
    assert read(
        r"{\listtext\pard 1.\tab}One\par{\pntext\f3\'b7\tab}{\*\pn\pnlvlblt{\pntxtb\'b7}}Two\par"
    ) == ("One", "Two")


def test_links_keep_their_words() -> None:
    assert read(
        r'See {\field{\*\fldinst{HYPERLINK "http://x.test/"}}{\fldrslt{\ul the plan}}} of '
        r"{\field\flddirty{\fldinst DATE}{\fldrslt May 3}}{\*\bkmkstart b}.{\*\bkmkend b}"
    ) == ("See the plan of May 3.",)


def test_notes_are_the_last_paragraphs() -> None:
    assert read(
        r"Half{\super\chftn}{\footnote\pard\plain{\super\chftn} Census.\par Table 4.} of them"
        r"{\*\footnote\ftnalt\pard Interview.} left.\par The end."
    ) == ("Half of them left.", "The end.", "Census.", "Table 4.", "Interview.")


def test_a_text_box_does_not_split_the_paragraph_that_it_stands_in() -> None:
    shape = (
        r"{\shp{\*\shpinst\shpleft0{\sp{\sn type}{\sv 202}}{\shptxt\pard\plain Box.\par More.\par}}"
        r"{\shprslt{\*\do\dptxbx{\dptxbxtext\pard Box.\par More.\par}}}}"
    )
    old = r"{\*\do\dobxcolumn\dptxbx{\dptxbxtext\pard Old box.\par}\dpx0}"
    assert read(rf"The bridge {shape}was built{old} in 1931.\par It fell.") == (
        "The bridge was built in 1931.",
        "Box.",
        "More.",
        "Old box.",
        "It fell.",
    )


def test_what_is_there_a_second_time_is_read_once() -> None:
    assert read(
        r"{\upr{caf?}{\*\ud{caf\u233 ?}}} {\object\objemb{\*\objdata 0102}{\result{\pard Seen.}}}"
        r"{\*\shppict{\pict\pngblip 8950\bin4 }{}x}}{\nonshppict{\pict 00ff}}{\*\unknown{\b Unseen}}"
    ) == ("café Seen.",)


def test_binary_data_is_jumped_over() -> None:
    data = b"{\\rtf1 Before {\\pict\\bin7 {{\\}}\x00\xff}after\\bin3 }}} it.}"
    assert rtf.read(data).paragraphs == ("Before after it.",)


@pytest.mark.parametrize(
    ("body", "what"),
    [
        (r"Seen {\v not }and {\v\par}said.", "hidden text"),
        (r"Seen \v not \v0 and \v not {\b at} all\plain  said.", "hidden text"),
        (r"Seen {\deleted\revauthdel1 not\par }{\revised and} said.", "deleted text"),
        (r"Seen {\mvf not }{\mvt and} said.", "deleted text"),
        (
            r"Seen {\*\atnid AB}{\*\atnauthor Ed}\chatn{\*\annotation\pard Sure?\par}and said.",
            "comments",
        ),
        (r"{\header\pard Daily Example\par}Seen and said.", "page headers"),
        (r"{\headerl Daily}{\headerr Example}{\headerf x}Seen and said.", "page headers"),
        (r"{\footer{\shp{\*\shpinst{\shptxt Page}}}}Seen and said.", "page footers"),
        (r"Seen {\mmath{\*\moMathPara{\*\moMath{\mr x}}}}and said.", "formulas"),
        (
            r"Seen {\deleted {\footnote\pard\plain Not.}}and {\v b}said.",
            "deleted text, hidden text",
        ),
    ],
)
def test_what_the_page_does_not_show_is_left_out_with_a_warning(body: str, what: str) -> None:
    found = rtf.read(written(body))
    assert found.paragraphs == ("Seen and said.",)
    assert found.warnings == (f"left out: {what}",)


def test_what_holds_no_words_is_not_worth_a_warning() -> None:
    assert read(r"{\header\pard\par}{\footer\chpgn}Seen{\v \par}.{\*\annotation }") == ("Seen.",)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"{\info{\title Mayor wins}{\author Ann Example}{\operator Ed}}It rained.", "Ann Example"),
        (r"{\info{\upr{\title M?}{\*\ud{\title Mayor wins}}}{\author Unknown}}It rained.", ""),
        (r"{\info{\title Untitled}}\pard\outlinelevel0 Mayor wins\par\pard It rained.", ""),
        (
            r"{\info{\title Old}{\author Old}}Title: Mayor wins\par By Lee Writer\par It rained.",
            "Lee Writer",
        ),
    ],
)
def test_title_and_byline(body: str, expected: str) -> None:
    found = rtf.read(written(body))
    assert (found.title, found.byline) == ("Mayor wins", expected)
    assert found.paragraphs[-1] == "It rained."
    assert found.warnings == ()


def test_a_later_heading_is_no_headline() -> None:
    assert rtf.read(written(r"It rained.\par\outlinelevel0 Then\par")).title == ""


@pytest.mark.parametrize(
    ("data", "paragraphs"),
    [
        (written(r"One.\par Two {\b and")[:-1], ("One.", "Two and")),
        (written(r"One.{\pict 0102")[:-1], ("One.",)),
        (written(r"One.{\footnote Two.")[:-1], ("One.", "Two.")),
        (b"{\\rtf1 One.\\", ("One.",)),
        (b"{\\rtf1 One.\\'e", ("One.e",)),
        (b"{\\rtf1 One.\\bin99 x}", ("One.",)),
    ],
)
def test_a_file_that_is_cut_off_is_read_as_far_as_it_goes(
    data: bytes, paragraphs: tuple[str, ...]
) -> None:
    found = rtf.read(data)
    assert found.paragraphs == paragraphs
    assert found.warnings == ("the file is cut off: read as far as it goes",)


def test_what_comes_behind_the_end() -> None:
    assert rtf.read(written("One.") + b"\r\n\x00\x00}\n").warnings == ()
    found = rtf.read(written("One.}Two."))
    assert found.paragraphs == ("One.",)
    assert found.warnings == ("there is more behind the end of the RTF: left out",)


@pytest.mark.parametrize(
    "group", ["", r"\shptxt x", r"\footnote x", r"\header x", r"\info", r"\fonttbl"]
)
def test_deep_nesting_is_no_matter(group: str) -> None:
    data = b"{\\rtf1 Seen " + b"{%s" % group.encode() * 20_000 + b"}" * 20_000 + b"and said.}"
    assert rtf.read(data).paragraphs[0] == "Seen and said."


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"Only words.", "this is not RTF: it does not begin with {\\rtf"),
        (b"", "this is not RTF: it does not begin with {\\rtf"),
        (b"{\\rtf1" + b"{" * 100_001, "its groups nest over 100,000 deep: this is no article"),
        (b"{\\rtf1 {\\v Unseen}}", "there is nothing in it but hidden text"),
    ],
)
def test_what_cannot_be_read(data: bytes, message: str) -> None:
    with pytest.raises(ArticleError) as caught:
        rtf.read(data)
    assert caught.value.message == message
    assert caught.value.hint


SCRAPS = st.sampled_from(
    [
        *"{}{}\\*'",
        *(
            rf"\{word}"
            for word in [
                "par",
                "cell",
                "row",
                "intbl",
                "pard",
                "plain",
                "u8217",
                "u-10179",
                "uc0",
                "uc2",
                "v",
                "v0",
            ]
        ),
        *(
            rf"{{\{word} "
            for word in [
                "footnote",
                "shptxt",
                "header",
                "info",
                "title",
                "fonttbl",
                "upr",
                "result",
            ]
        ),
        *(
            rf"{{\*\{word} "
            for word in ["ud", "fldinst", "shpinst", "annotation", "unknown", "moMath"]
        ),
        *(
            r"\f3 ",
            r"\f9 ",
            r"\fcharset2 Symbol;",
            r"\'e9",
            r"\'",
            "\\\n",
            "\\bin2 ",
            " words ",
            "é",
        ),
        *(r"SYMBOL 99999999999", r"SYMBOL 5 \\u", r"\ansicpg7", r"\deff3", r"\u99999999", "\x00"),
    ]
)


@settings(deadline=None)
@given(st.lists(SCRAPS, max_size=60))
def test_anything_that_begins_like_rtf_is_read_or_refused(scraps: list[str]) -> None:
    data = ("{\\rtf1 " + "".join(scraps)).encode("latin-1")
    with contextlib.suppress(ArticleError):
        for paragraph in rtf.read(data).paragraphs:
            assert paragraph == " ".join(paragraph.split()) != ""


ESCAPES = {"\\": r"\\", "{": r"\{", "}": r"\}"}


@settings(deadline=None)
@given(
    st.text(
        st.characters(min_codepoint=0x20, max_codepoint=0xFFFF, categories=("L", "N", "P")),
        min_size=1,
    )
)
def test_what_a_word_processor_writes_is_read_back(text: str) -> None:
    def escape(char: str) -> str:
        number = ord(char) - 0x10000 * (ord(char) > 0x7FFF)
        return ESCAPES.get(char, char) if char.isascii() else rf"\u{number}?"

    body = "".join(map(escape, text))
    assert (
        rtf.read(written(f"Text: {body}.")).paragraphs
        == articles.plain.read(f"Text: {text}.".encode()).paragraphs
    )


def test_it_is_loaded_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "story.doc"
    path.write_bytes(written(r"It \'93rained\'94."))
    article = articles.load(str(path))
    assert article.text == "It “rained”."
    assert article.warnings == ("named .doc, but it is RTF: read as that",)
