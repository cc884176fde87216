from __future__ import annotations

import contextlib
import hashlib
import string
import sys
import warnings
import zlib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import articles
from factcheck.articles import pdf, pdf_glyphs, pdf_layout, pdf_page
from factcheck.articles.document import Document
from factcheck.articles.pdf_page import Line
from factcheck.articles.pdf_words import Vocabulary, mend
from factcheck.errors import ArticleError

SIZE = 10
WIDTH = 0.6 * SIZE  # of each letter in Courier
LEADING = 12
KEY = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")


def show(text: str, x: float, y: float, *, size: float = SIZE, font: str = "F1") -> str:
    """The operators that paint ``text``."""
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({escaped}) Tj ET"


def column(text: str, *, x: float = 72, top: float = 700, leading: float = LEADING) -> str:
    """The lines of ``text`` one below the other; a blank one is a gap, leading spaces an indent."""
    painted = []
    for number, line in enumerate(text.strip("\n").split("\n")):
        indent = len(line) - len(line.lstrip())
        if line.strip():
            painted.append(show(line.strip(), x + indent * WIDTH, top - number * leading))
    return "\n".join(painted)


def stream(data: bytes, more: str = "") -> bytes:
    return f"<< /Length {len(data)} {more} >>\nstream\n".encode() + data + b"\nendstream"


def build(objects: dict[int, bytes], trailer: str) -> bytes:
    """A file of numbered objects."""
    out, places = bytearray(b"%PDF-1.7\n"), {}
    for number, body in sorted(objects.items()):
        places[number] = len(out)
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start, count = len(out), max(objects) + 1
    out += f"xref\n0 {count}\n0000000000 65535 f \n".encode()
    for number in range(1, count):
        out += f"{places.get(number, 0):010} 00000 {'n' if number in places else 'f'} \n".encode()
    out += f"trailer << /Size {count} {trailer} >>\nstartxref\n{start}\n%%EOF".encode()
    return bytes(out)


def objects(
    *pages: str,
    info: str = "",
    catalog: str = "",
    resources: str = "",
    page: str = "",
    font: str = "",
) -> dict[int, bytes]:
    """The objects of a file: 1 catalog, 2 pages, 3 and 4 fonts, 5 information, then the pages."""
    numbers = range(10, 10 + 2 * len(pages), 2)
    kids = " ".join(f"{number} 0 R" for number in numbers)
    found = {
        1: f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        3: f"<< /Type /Font /Subtype /Type1 /BaseFont /Courier {font} >>".encode(),
        4: b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier-Bold >>",
        5: f"<< {info} >>".encode("latin-1"),
    }
    for number, content in zip(numbers, pages, strict=True):
        found[number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {number + 1} 0 R"
            f" /Resources << /Font << /F1 3 0 R /F2 4 0 R >> {resources} >> {page} >>"
        ).encode()
        found[number + 1] = stream(content.encode("latin-1"))
    return found


def make(*pages: str, **parts: str) -> bytes:
    return build(objects(*pages, **parts), "/Root 1 0 R /Info 5 0 R")


def compose(data: bytes) -> Document:
    """What ``pdf.read`` makes of ``data``, but in this process, which is faster."""
    return pdf.compose(pdf_glyphs.read(data))


def paragraphs(*pages: str, **parts: str) -> tuple[str, ...]:
    return compose(make(*pages, **parts)).paragraphs


def refusal(data: bytes) -> str:
    with pytest.raises(ArticleError) as caught:
        pdf.read(data)  # in a process of its own: some of these never end
    assert caught.value.hint
    assert "\n" not in caught.value.message
    return caught.value.message


# ---------------------------------------------------------------- paragraphs


def test_lines_are_joined_and_an_indent_begins_a_paragraph() -> None:
    text = """
The council of Lower Ashby voted on Monday to
close the bridge over the river Wend to cars.
   Its engineer had found cracks in two of the
five piers. Repairs will take until the spring
of next year.
   Nobody was hurt.
"""
    assert paragraphs(column(text)) == (
        "The council of Lower Ashby voted on Monday to close the bridge over the river Wend to cars.",
        "Its engineer had found cracks in two of the five piers. Repairs will take until the spring"
        " of next year.",
        "Nobody was hurt.",
    )


def test_a_gap_and_a_voluntary_line_end_begin_a_paragraph() -> None:
    text = """
The council of Lower Ashby voted on Monday to
close the bridge over the river Wend to cars.

Its engineer had found cracks in the piers.
He will report.
The mayor was away that day and could not say
what it would cost.
"""
    assert paragraphs(column(text)) == (
        "The council of Lower Ashby voted on Monday to close the bridge over the river Wend to cars.",
        "Its engineer had found cracks in the piers. He will report.",
        "The mayor was away that day and could not say what it would cost.",
    )


def test_headings_are_paragraphs_of_their_own_and_the_largest_is_the_title() -> None:
    page = "\n".join(
        [
            show("Bridge at Lower Ashby to close", 72, 750, size=20),
            show("for a year", 72, 726, size=20),
            column("The council voted on Monday to shut the bridge\nto all cars.", top=700),
            show("What comes next", 72, 676, font="F2"),
            column("Engineers will look at all the piers again and\nreport in May.", top=664),
        ]
    )
    found = compose(make(page))
    assert found.paragraphs == (
        "Bridge at Lower Ashby to close for a year",
        "The council voted on Monday to shut the bridge to all cars.",
        "What comes next",
        "Engineers will look at all the piers again and report in May.",
    )
    assert found.title == "Bridge at Lower Ashby to close for a year"


def test_list_items_are_kept_apart() -> None:
    text = """
The plan has three parts, which the council wants
to vote on in June:
1. The bridge is closed to all cars and lorries on
   the first of May.
2. A ferry runs every hour.
3. Repairs begin.
"""
    assert paragraphs(column(text)) == (
        "The plan has three parts, which the council wants to vote on in June:",
        "1. The bridge is closed to all cars and lorries on the first of May.",
        "2. A ferry runs every hour.",
        "3. Repairs begin.",
    )


def test_the_byline_and_the_date_on_top_are_metadata() -> None:
    page = "\n".join(
        [
            show("Bridge at Lower Ashby to close", 72, 750, size=20),
            show("By Ann Example", 72, 726),
            show("June 30, 2024", 72, 706),
            column("The council voted on Monday to shut the bridge\nto all cars.", top=680),
        ]
    )
    found = compose(make(page))
    assert (found.title, found.byline, str(found.published)) == (
        "Bridge at Lower Ashby to close",
        "Ann Example",
        "2024-06-30",
    )


# ---------------------------------------------------------------- pages


STORY = (
    "The engineer found cracks in two of the five piers",
    "of the old bridge, which was built by the railway",
    "and which the county bought for the sum of a pound",
    "when the last train had left. Nobody looked at the",
    "piers for thirty years, the report says, since all",
)


def framed(number: int, lines: Iterable[str], head: str = "The Ashby Courier") -> str:
    return "\n".join(
        [
            show(head, 72, 760),
            column("\n".join(lines)),
            show(str(number), 300, 30),
        ]
    )


def test_a_paragraph_goes_on_over_a_page_without_the_page_furniture() -> None:
    found = compose(
        make(framed(1, STORY), framed(2, ("plans were lost.", "", "Repairs begin in May.")))
    )
    assert found.paragraphs == (f"{' '.join(STORY)} plans were lost.", "Repairs begin in May.")
    assert found.warnings == (
        "left out at the edge of the page: The Ashby Courier",
        "left out 2 page number(s)",
    )


def test_a_paragraph_goes_on_after_the_notes_at_the_foot_of_the_page() -> None:
    note = show("1 Report of the county engineer, p. 4.", 72, 100, size=8)
    found = paragraphs(column("\n".join(STORY)) + "\n" + note, column("plans were lost."))
    assert found == (
        f"{' '.join(STORY)} plans were lost.",
        "1 Report of the county engineer, p. 4.",
    )


def test_a_raised_figure_is_the_mark_of_a_note() -> None:
    end = 72 + WIDTH * len("For many years nobody had looked at them.")
    lines = "For many years nobody had looked at them.\nThe county did not say why."
    assert paragraphs(f"{column(lines)}\n{show('3', end, 704, size=6)}") == (
        "For many years nobody had looked at them.³ The county did not say why.",
    )


def test_captions_at_the_head_of_pages_are_no_furniture() -> None:
    first, second = (framed(n, STORY, head=f"Table {n}") for n in (1, 2))
    assert {"Table 1", "Table 2"} <= set(paragraphs(first, second))


def test_pages_of_nothing_but_the_same_line_keep_it() -> None:
    assert paragraphs(show("7", 72, 700), show("8", 72, 700)) == ("7", "8")


LEFT = """
The ferry will cross
the river every hour
from six until ten,
said the harbour of
Upper Ashby. Tickets
"""
RIGHT = """
cost two pounds. The
last boat leaves the
western bank at ten.
On Sundays it leaves
an hour earlier.
"""


def test_columns_are_read_one_after_the_other_below_their_headline() -> None:
    page = "\n".join(
        [
            show("A ferry takes over from the bridge", 72, 740, size=14),
            column(LEFT),
            column(RIGHT, x=72 + 22 * WIDTH),
        ]
    )
    assert paragraphs(page) == (
        "A ferry takes over from the bridge",
        "The ferry will cross the river every hour from six until ten, said the harbour of"
        " Upper Ashby. Tickets cost two pounds. The last boat leaves the western bank at ten."
        " On Sundays it leaves an hour earlier.",
    )


def test_columns_painted_row_by_row_are_told_apart() -> None:
    rows = zip(LEFT.strip().split("\n"), RIGHT.strip().split("\n"), strict=True)
    page = "\n".join(
        show(text, x, 700 - LEADING * n)
        for n, row in enumerate(rows)
        for text, x in zip(row, (72, 72 + 22 * WIDTH), strict=True)
    )
    assert paragraphs(page)[0].startswith("The ferry will cross the river every hour from six")


def test_a_table_in_one_column_is_apart_from_the_prose_in_the_other() -> None:
    table = "\n".join(
        show(cell, 72 + 60 * c, 700 - 15 * r)
        for r in range(10)
        for c, cell in enumerate((f"Pier {r}", f"{3 * r} cm"))
    )
    prose = "\n".join((LEFT.strip(), RIGHT.strip()))
    assert paragraphs(table + "\n" + column(prose, x=72 + 22 * WIDTH))[-2:] == (
        "Pier 9 | 27 cm",
        " ".join(prose.split()),
    )


def test_the_rows_of_a_table_stay_rows() -> None:
    cells = (("Year", "Boats"), ("2021", "14"), ("2022", "19"), ("2023", "23"))
    page = "\n".join(
        show(cell, 72 + 100 * c, 700 - LEADING * r)
        for r, row in enumerate(cells)
        for c, cell in enumerate(row)
    )
    assert paragraphs(page) == ("Year | Boats", "2021 | 14", "2022 | 19", "2023 | 23")


@pytest.mark.parametrize("turn", ["0 1 -1 0", "0 -1 1 0", "-1 0 0 -1"])
def test_a_page_set_sideways_is_read(turn: str) -> None:
    start = {"0 1 -1 0": (100, 72), "0 -1 1 0": (500, 700), "-1 0 0 -1": (500, 700)}[turn]
    step = {"0 1 -1 0": (12, 0), "0 -1 1 0": (-12, 0), "-1 0 0 -1": (0, 12)}[turn]
    lines = ("The bridge will be closed to cars", "until May.")
    page = "\n".join(
        f"BT /F1 10 Tf {turn} {start[0] + n * step[0]} {start[1] + n * step[1]} Tm ({line}) Tj ET"
        for n, line in enumerate(lines)
    )
    assert paragraphs(page) == (" ".join(lines),)


def test_a_page_that_is_rotated_for_reading_is_read() -> None:
    page = "BT /F1 10 Tf 0 1 -1 0 100 72 Tm (The bridge is closed.) Tj ET"
    assert paragraphs(page, page="/Rotate 90") == ("The bridge is closed.",)


# ---------------------------------------------------------------- letters


def test_ligatures_are_expanded() -> None:
    encoding = "/Encoding << /Differences [1 /fi /fl /ff] >>"
    page = show("The o\x03er was \x01nal: a \x02at in the city.", 72, 700)
    assert paragraphs(page, font=encoding) == ("The offer was final: a flat in the city.",)


def test_words_are_divided_where_no_space_is_painted() -> None:
    page = "BT /F1 10 Tf 72 700 Td [(The) -333 (bridge) -300 (is) -350 (c) 40 (losed.)] TJ ET"
    assert paragraphs(page) == ("The bridge is closed.",)


def test_letters_painted_twice_are_read_once() -> None:
    bold = "\n".join(show("The bridge is closed.", 72 + shift, 700) for shift in (0, 0.2))
    letters = "BT /F1 10 Tf 72 700 Td (c) Tj 0.2 0 Td (c) Tj 5.8 0 Td (ars) Tj ET"
    assert paragraphs(bold) == ("The bridge is closed.",)
    assert paragraphs(letters) == ("cars",)


def test_fonts_that_do_not_name_their_letters() -> None:
    found = objects("BT /F1 10 Tf 72 700 Td <00010002000300040005> Tj ET")
    found[3] = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts"
        b" [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe)"
        b" /Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor"
        b" /FontName /X /Flags 4 >> >>] >>"
    )
    message = refusal(build(found, "/Root 1 0 R"))
    assert message == "the text cannot be read: its fonts do not say which letters they show"


@pytest.mark.parametrize(
    ("line", "following", "joined"),
    [
        ("the govern-", "ment said", "the government said"),
        ("twenty-", "one people", "twenty-one people"),
        ("a long-", "term plan", "a long-term plan"),
        ("a London-", "based firm", "a London-based firm"),
        ("a 62-", "year-old man", "a 62-year-old man"),
        ("state-of-", "the-art boats", "state-of-the-art boats"),
        ("an F-", "16 fighter", "an F-16 fighter"),
        ("Anglo-", "Saxon", "Anglo-Saxon"),
        ("pre-", "and postwar", "pre- and postwar"),
        ("ex-", "pected", "expected"),
        ("a small-", "est part", "a smallest part"),
        ("the bridge -", "the old one", "the bridge - the old one"),
        ("the bridge\u2014", "the old one", "the bridge\u2014the old one"),
        ("the govern\u00ad", "ment said", "the government said"),
        ("the river-", "bank there", "the river-bank there"),
        ("the har-", "bour there", "the harbour there"),
        ("no hyphen", "here", "no hyphen here"),
    ],
)
def test_hyphens_at_line_ends(line: str, following: str, joined: str) -> None:
    words = Vocabulary(["a river-bank and its bank", "in the harbour of har bour"])
    assert mend(line, following, words) == joined


def test_the_halves_of_a_cut_word_are_no_words() -> None:
    words = Vocabulary(["the flat was accom-", "modated in accom-", "modated"])
    assert "accom" not in words
    assert "modated" not in words
    assert "flat" in words


# ---------------------------------------------------------------- what the file says of itself


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("(The bridge at Lower Ashby)", "The bridge at Lower Ashby"),
        ("(Caf\xe9 on the quay)", "Café on the quay"),
        ("<FEFF00430061006600E9002000610074002000730065006100200031>", "Café at sea 1"),
        ("(\xef\xbb\xbfCaf\xc3\xa9 on the quay)", "Café on the quay"),
        ("(Microsoft Word - bridge final.docx)", ""),
        ("(untitled)", ""),
        ("(Untitled document)", ""),
        ("(bridge final 3.indd)", ""),
        ("(bridge)", ""),
        ("()", ""),
        ("42", ""),
    ],
)
def test_the_title_of_the_file_counts_where_it_is_plausible(said: str, title: str) -> None:
    assert compose(make(show("It is closed.", 72, 700), info=f"/Title {said}")).title == title


@pytest.mark.parametrize(
    ("said", "byline"),
    [
        ("Ann Example", "Ann Example"),
        ("Ann Example and Bo Sample", "Ann Example and Bo Sample"),
        ("Microsoft Office User", ""),
        ("aexample", ""),
        ("Administrator", ""),
        ("ann example@ashby.example", ""),
        ("Unknown", ""),
    ],
)
def test_the_author_of_the_file_counts_where_it_is_plausible(said: str, byline: str) -> None:
    assert compose(make(show("It is closed.", 72, 700), info=f"/Author ({said})")).byline == byline


def test_the_language_and_attachments_are_told() -> None:
    catalog = "/Lang (de-CH) /Names << /EmbeddedFiles << /Names [(a.txt) 5 0 R] >> >>"
    found = compose(make(show("Die Ashby ist zu.", 72, 700), catalog=catalog))
    assert found.language == "de"
    assert found.warnings == ("other files are packed into this PDF: these are not read",)


# ---------------------------------------------------------------- refused


def rc4(key: bytes, data: bytes) -> bytes:
    state, j = [*range(256)], 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def encrypted(password: bytes, *pages: str) -> bytes:
    """A file under 40-bit RC4 (ISO 32000-1, 7.6.3), the simplest that readers take."""
    padded = (password + KEY)[:32]
    owner = rc4(hashlib.md5(b"owner" + KEY[:27], usedforsecurity=False).digest()[:5], padded)
    seed = padded + owner + (0xFFFFFFFC).to_bytes(4, "little") + b"id"
    key = hashlib.md5(seed, usedforsecurity=False).digest()[:5]
    found = objects(*pages)
    for number in range(11, 11 + 2 * len(pages), 2):
        salt = number.to_bytes(3, "little") + b"\0\0"
        own = hashlib.md5(key + salt, usedforsecurity=False).digest()[:10]
        found[number] = stream(rc4(own, pages[(number - 11) // 2].encode()))
    found[6] = (
        f"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{owner.hex()}> /U <{rc4(key, KEY).hex()}> >>"
    ).encode()
    return build(found, "/Root 1 0 R /Encrypt 6 0 R /ID [<6964> <6964>]")


def test_an_empty_password_opens_and_another_does_not() -> None:
    page = show("The bridge is closed.", 72, 700)
    assert pdf.read(encrypted(b"", page)).paragraphs == ("The bridge is closed.",)
    assert refusal(encrypted(b"secret", page)) == "this PDF is protected by a password"


def test_an_unknown_protection() -> None:
    found = objects(show("It is closed.", 72, 700))
    found[6] = b"<< /Filter /Odd /V 9 /R 9 >>"
    data = build(found, "/Root 1 0 R /Encrypt 6 0 R /ID [<6964> <6964>]")
    assert refusal(data) == "this PDF is protected in a way that is not known here"


IMAGE = "/XObject << /I 6 0 R >>"


def scanned(*pages: str) -> bytes:
    found = objects(*pages, resources=IMAGE)
    found[6] = stream(
        b"\0", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8"
    )
    return build(found, "/Root 1 0 R")


def test_a_scan_has_no_text() -> None:
    picture = "q 500 0 0 700 50 50 cm /I Do Q"
    assert refusal(scanned(picture)) == "no text in it: a scan, or pictures of pages"
    mixed = pdf.read(scanned(show("It is closed.", 72, 700), picture))
    assert mixed.warnings == ("no text on page(s) 2: a scan or a picture",)


def test_damaged_files() -> None:
    data = make(column("\n".join(STORY)))
    damaged = "this PDF is damaged, or only a part of it is here"
    assert refusal(b"%PDF-1.4\n%%EOF") == damaged
    assert refusal(data[: data.index(b"/Pages")]) == damaged
    assert refusal(make()) == damaged
    unreadable = objects("")
    unreadable[11] = stream(b"\xff" * 50, "/Filter /LZWDecode")
    assert refusal(build(unreadable, "/Root 1 0 R")) == damaged
    for cut in range(100, len(data), 151):
        with contextlib.suppress(pdf_glyphs.Refused):
            assert pdf_glyphs.read(data[:cut]).rebuilt


def test_a_lost_index_is_rebuilt_and_told() -> None:
    data = make(show("The bridge is closed.", 72, 700))
    found = pdf.read(data[: data.index(b"xref")] + b"trailer << /Root 1 0 R >>\n")
    assert found.paragraphs == ("The bridge is closed.",)
    assert found.warnings == ("the PDF is damaged: parts of it may be missing",)


def test_a_page_that_breaks_does_not_take_the_others_along() -> None:
    found = objects(show("It is closed.", 72, 700), show("It is open.", 72, 700))
    found[11] = stream(b"\xff" * 50, "/Filter /LZWDecode")
    read = pdf.read(build(found, "/Root 1 0 R"))
    assert read.paragraphs == ("It is open.",)
    assert read.warnings == ("the PDF is damaged: parts of it may be missing",)


# ---------------------------------------------------------------- made to do harm


def forms(depth: int, width: int) -> bytes:
    """Forms that each paint the next one ``width`` times: width ** depth in all."""
    found = objects("/X Do", resources="/XObject << /X 20 0 R >>")
    for number in range(20, 20 + depth):
        found[number] = stream(
            b"/X Do " * width,
            "/Type /XObject /Subtype /Form /BBox [0 0 9 9]"
            f" /Resources << /XObject << /X {number + 1} 0 R >> >>",
        )
    found[20 + depth] = stream(b"", "/Type /XObject /Subtype /Form /BBox [0 0 9 9]")
    return build(found, "/Root 1 0 R")


def test_forms_without_end_are_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "PAGE_SECONDS", 1)
    # Whichever limit it meets first: a busy machine runs out of the other one.
    assert refusal(forms(depth=12, width=40)).endswith("damaged, or made to do harm")


def test_a_form_that_paints_itself() -> None:
    found = objects(show("It is closed.", 72, 700) + " /X Do", resources="/XObject << /X 7 0 R >>")
    found[7] = stream(
        b"/X Do",
        "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 7 0 R >> >>",
    )
    assert pdf.read(build(found, "/Root 1 0 R")).paragraphs == ("It is closed.",)


def test_a_table_of_letters_with_billions_of_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "PAGE_SECONDS", 1)
    monkeypatch.setattr(pdf, "MEGABYTES", 300)
    found = objects(show("It is closed.", 72, 700), font="/ToUnicode 7 0 R")
    found[7] = stream(b"begincmap 1 beginbfrange <00000000> <ffffffff> <0041> endbfrange endcmap")
    assert refusal(build(found, "/Root 1 0 R")).endswith("damaged, or made to do harm")


def test_a_small_file_that_unpacks_to_a_large_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "PAGE_SECONDS", 2)
    monkeypatch.setattr(pdf, "MEGABYTES", 200)
    packer = zlib.compressobj(1)
    packed = b"".join(packer.compress(bytes(2**20)) for _ in range(300)) + packer.flush()
    found = objects("")
    found[11] = stream(zlib.compress(packed), "/Filter [/FlateDecode /FlateDecode]")
    assert refusal(build(found, "/Root 1 0 R")).endswith("damaged, or made to do harm")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"/Kids [10 0 R]", b"/Kids [2 0 R] "),
        (b"/Kids [10 0 R]", b"/Kids 2 0 R   "),
        (b"/Contents 11 0 R", b"/Contents 10 0 R"),
        (b"/Pages 2 0 R", b"/Pages 1 0 R"),
        (b"/Pages 2 0 R", b"/Pages (xyz)"),
        (b"/Length", b"/Lengxx"),
        (b"/MediaBox [0 0 612 792]", b"/MediaBox [(a) /b null]"),
        (b"/BaseFont /Courier", b"/BaseFont 3 0 R    "),
    ],
)
def test_loops_and_nonsense_give_text_or_one_line(old: bytes, new: bytes) -> None:
    data = make(show("It is closed.", 72, 700))
    assert old in data
    with contextlib.suppress(ArticleError):
        assert pdf.read(data.replace(old, new)).paragraphs == ("It is closed.",)


def test_too_many_pages_and_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    data = make(*[show("It is closed.", 72, 700)] * 3)
    monkeypatch.setattr(pdf_glyphs, "PAGES", 3)
    assert len(pdf_glyphs.read(data).pages) == 3
    monkeypatch.setattr(pdf_glyphs, "PAGES", 2)
    with pytest.raises(pdf_glyphs.Refused, match="pages"):
        pdf_glyphs.read(data)
    monkeypatch.setattr(pdf_glyphs, "PAGES", 3)
    monkeypatch.setattr(pdf_glyphs, "RUNS", 2)
    with pytest.raises(pdf_glyphs.Refused, match="characters"):
        pdf_glyphs.read(data)
    monkeypatch.setattr(pdf_glyphs, "RUNS", 3)
    monkeypatch.setattr(pdf_glyphs, "CHARACTERS", 3 * len("It is closed.") - 1)
    with pytest.raises(pdf_glyphs.Refused, match="characters"):
        pdf_glyphs.read(data)


def test_the_library_says_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        pdf.read(make(show("It is closed.", 72, 700) + " (x) Tj 1 2 3 cm /Nil gs /Nil Do"))
    assert capfd.readouterr() == ("", "")


def test_modules_in_the_current_folder_are_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(7)")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [place for place in sys.path if place])
    assert pdf.read(make(show("It is closed.", 72, 700))).paragraphs == ("It is closed.",)


def test_load_knows_the_type(tmp_path: Path) -> None:
    path = tmp_path / "bridge.PDF"
    page = show("The bridge is closed.", 72, 700)
    path.write_bytes(make(page, info="/Title (The bridge closes)"))
    found = articles.load(str(path))
    assert (found.text, found.title) == ("The bridge is closed.", "The bridge closes")


# ---------------------------------------------------------------- nothing is lost


LINES = st.builds(
    Line,
    text=st.text(string.ascii_letters + " .-1", min_size=1).filter(str.strip),
    x0=st.integers(50, 90),
    x1=st.integers(100, 500),
    y=st.integers(0, 800),
    size=st.sampled_from([8.0, 10.0, 10.5, 14.0]),
    bold=st.booleans(),
    cells=st.integers(1, 2),
)


@given(st.lists(st.lists(LINES, min_size=1, max_size=8).map(tuple), max_size=6))
def test_every_letter_of_every_line_is_in_a_paragraph(columns: list[pdf_page.Column]) -> None:
    def letters(texts: Iterable[str]) -> Counter[str]:
        return Counter(c for text in texts for c in text if c.isalnum())

    found = pdf_layout.paragraphs(columns)
    assert letters(p.text for p in found) == letters(
        line.text for lines in columns for line in lines
    )


RUNS = st.builds(
    pdf_glyphs.Run,
    text=st.text(string.ascii_letters + "0 ", min_size=1).filter(str.strip),
    x0=st.integers(0, 300),
    x1=st.integers(301, 600),
    y=st.floats(0, 800, allow_nan=False),
    size=st.sampled_from([6.0, 10.0, 14.0]),
)


@given(st.lists(RUNS, max_size=30, unique_by=lambda run: run.text))
def test_every_run_of_a_page_is_in_one_column(runs: list[pdf_glyphs.Run]) -> None:
    rows = pdf_page.rows(runs)
    lines = [line.text for column in pdf_page.columns(rows) for line in column]
    raised = str.maketrans("⁰", "0")
    found = Counter(c for text in lines for c in text.translate(raised) if c.isalnum())
    assert found == Counter(c for run in runs for c in run.text if c.isalnum())
