"""Headings and rows of tables: one story in every format that marks them."""

from __future__ import annotations

import io
import itertools
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import articles
from factcheck.articles import document
from factcheck.articles.document import Kind, Paragraph
from factcheck.language import sentences

LINES = (
    "Mill burns at Quay End",
    "Fire took four halls on Monday. Nobody was hurt.",
    "What burned",
    "Building | Built | Insured for",
    "Carding hall | 1931 | $6 million",
    "Compressor room | 1974 | $2.5 million",
    "What is left",
    "Compressor room: destroyed, loss estimated at $3.1 million",
    "Dye house: saved",
    "The fire chief speaks",
    "He praised the crew.",
)
HEADINGS = {3, 4, 7, 10}
ROWS = {5, 6}

MARKDOWN = """\
# Mill burns at Quay End

Fire took four halls on Monday. Nobody was hurt.

## What burned

| Building | Built | Insured for |
|---|---|---|
| Carding hall | 1931 | $6 million |
| Compressor room | 1974 | $2.5 million |

What is left
------------

- Compressor room: destroyed,
  loss estimated at $3.1 million
- Dye house: saved

### The fire *chief* speaks

He praised the crew.
"""

HTML = """\
<html><body><article><h1>Mill burns at Quay End</h1>
<p>Fire took four halls on Monday. Nobody was hurt.</p>
<h2><a id="b"></a>What burned</h2>
<table><thead><tr><th>Building</th><th>Built</th><th>Insured for</th></tr></thead>
<tbody><tr><th>Carding hall</th><td>1931</td><td>$6 million</td></tr>
<tr><td>Compressor room</td><td>1974</td><td><b>$2.5</b> million</td></tr></tbody></table>
<h3>What is left</h3>
<ul><li>Compressor room: destroyed, loss estimated at $3.1 million</li>
<li><p>Dye house: saved</p></li></ul>
<h4>The fire chief speaks</h4><p>He praised the crew.</p></article></body></html>
"""

RTF = r"""{\rtf1\ansi
{\pard\outlinelevel0 Mill burns at Quay End\par}
{\pard Fire took four halls on Monday. Nobody was hurt.\par}
{\pard\outlinelevel1 What burned\par}
\trowd\pard\intbl Building\cell Built\cell Insured for\cell\row
\trowd\pard\intbl Carding hall\cell 1931\cell $6 million\cell\row
\trowd\pard\intbl Compressor room\cell 1974\cell $2.5 million\cell\row
{\pard\outlinelevel1 What is left\par}
{\pard{\listtext\bullet\tab}Compressor room: destroyed, loss estimated at $3.1 million\par}
{\pard{\listtext\bullet\tab}Dye house: saved\par}
{\pard\outlinelevel2 The fire chief speaks\par}
{\pard He praised the crew.\par}}"""

_ORDER: tuple[Kind, ...] = (
    "title",
    "prose",
    "heading",
    "header",
    "row",
    "row",
    "heading",
    "prose",
    "prose",
    "heading",
    "prose",
)


def docx() -> bytes:
    """Word's own: styles with names in English and ids in German, a list, a table."""
    ids = {"title": "Titel", "heading": "berschrift2", "prose": "Text"}
    styles = (
        '<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>'
        '<w:style w:styleId="base"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:styleId="berschrift2"><w:name w:val="Our crosshead"/>'
        '<w:basedOn w:val="base"/></w:style>'
        '<w:style w:styleId="Text"><w:name w:val="Subtitle"/></w:style>'
    )
    body = ""
    for is_table, pairs in itertools.groupby(
        zip(LINES, _ORDER, strict=True), key=lambda pair: pair[1] in ("header", "row")
    ):
        if is_table:
            rows = (
                "".join(
                    f"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>"
                    for cell in text.split(" | ")
                )
                for text, _ in pairs
            )
            body += f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
        else:
            body += "".join(
                f'<w:p><w:pPr><w:pStyle w:val="{ids[kind]}"/></w:pPr>'
                f"<w:r><w:t>{text}</w:t></w:r></w:p>"
                for text, kind in pairs
            )
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{relations}/styles" Target="styles.xml"/></Relationships>'
    )
    return packed(
        {
            "word/document.xml": f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>',
            "word/styles.xml": f'<w:styles xmlns:w="{space}">{styles}</w:styles>',
            "word/_rels/document.xml.rels": links,
        }
    )


def odt() -> bytes:
    """LibreOffice's own: headings with levels, a list, a table with header rows."""
    names = "urn:oasis:names:tc:opendocument:xmlns"
    heads = iter((1, 2, 2, 3))
    body = ""
    for text, kind in zip(LINES, _ORDER, strict=True):
        if kind in ("title", "heading"):
            body += f'<t:h t:outline-level="{next(heads)}">{text}</t:h>'
        elif kind == "prose":
            item = text.startswith(("Comp", "Dye"))
            words = f"<t:p>{text}</t:p>"
            body += f"<t:list><t:list-item>{words}</t:list-item></t:list>" if item else words
        else:
            cells = "".join(
                f"<b:table-cell><t:p>{c}</t:p></b:table-cell>" for c in text.split(" | ")
            )
            row = f"<b:table-row>{cells}</b:table-row>"
            body += (
                f"<b:table><b:table-header-rows>{row}</b:table-header-rows>"
                if kind == "header"
                else row
            )
            body += "</b:table>" if "1974" in text else ""
    content = (
        f'<o:document-content xmlns:o="{names}:office:1.0" xmlns:t="{names}:text:1.0" '
        f'xmlns:b="{names}:table:1.0"><o:body><o:text>{body}</o:text></o:body></o:document-content>'
    )
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def packed(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


STORIES = {
    "story.md": MARKDOWN.encode(),
    "story.html": HTML.encode(),
    "story.docx": docx(),
    "story.odt": odt(),
    "story.rtf": RTF.encode(),
}


@pytest.mark.parametrize("name", STORIES)
def test_the_same_story_in_every_format(name: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(STORIES[name])
    article = articles.load(str(file))
    off = 1 if name == "story.html" else 0  # a page's headline is its title alone
    assert article.title == LINES[0]
    assert article.text == "\n\n".join(LINES[off:])
    assert article.headings == {number - off for number in HEADINGS}
    assert article.rows == {number - off for number in ROWS}


def test_plain_text_marks_nothing(tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_text("\n\n".join(LINES), encoding="utf-8")
    article = articles.load(str(file))
    assert (article.headings, article.rows) == (frozenset(), frozenset())


@pytest.mark.parametrize(
    ("rows", "headings"),
    [
        # A row on top without a figure names the columns of figures below it.
        (["Year | Deaths", "2023 | 14"], {1}),
        (["Roads | $3 million", "Pool | $1 million"], set()),
        (["Mayor | Ann Example", "Clerk | Bo Sample"], set()),
        (["Year | Deaths"], set()),
    ],
)
def test_an_unmarked_row_that_names_columns(rows: list[str], headings: set[int]) -> None:
    made = document.build([Paragraph(row, "row") for row in rows])
    assert made.headings == headings
    assert made.rows == {*range(1, len(rows) + 1)} - headings


def test_a_table_of_names_alone_is_rows() -> None:
    made = document.build([Paragraph("Built | 1931", "header"), Paragraph("It burned.")])
    assert (made.headings, made.rows) == (frozenset(), frozenset({1}))


def test_a_table_that_lays_out_a_page_is_prose() -> None:
    made = document.build([Paragraph("Home | " + "The mill burned. " * 60, "row")])
    assert (made.headings, made.rows) == (frozenset(), frozenset())


def test_one_cell_is_no_row() -> None:
    assert document.build([Paragraph("The mill burned.", "row")]).rows == frozenset()


def test_only_a_first_level_heading_on_top_is_the_headline() -> None:
    kinds: tuple[Kind, ...] = ("title", "prose", "title")
    made = document.build(Paragraph("The mill burned", kind) for kind in kinds)
    assert made.headings == {3}
    assert document.build([Paragraph("What burned", "heading")]).headings == {1}


STANDFIRST = "The carding hall of 1931 was insured for $6 million"


@pytest.mark.parametrize(
    ("above", "heading", "headings"),
    [
        ((), STANDFIRST, set()),
        (("The mill burned on Monday",), STANDFIRST, set()),
        (("The mill burned on Monday", "Four halls are gone."), STANDFIRST, {3}),
        (("The mill burned on Monday", "Four halls are gone."), f"{STANDFIRST}.", set()),
        (("The mill burned on Monday", "Four halls are gone."), "What burned.", {3}),
        (("The mill burned on Monday", "Four halls are gone."), f"Is it true? {STANDFIRST}?", {3}),
    ],
)
def test_a_standfirst_marked_as_a_heading_is_prose(
    above: tuple[str, ...], heading: str, headings: set[int]
) -> None:
    made = document.build([*above, Paragraph(heading, "heading"), "It rained."])
    assert made.headings == headings


def test_a_block_of_metadata_on_top_moves_the_numbers(tmp_path: Path) -> None:
    file = tmp_path / "story.docx"
    file.write_bytes(docx())
    before = articles.load(str(file))
    top = "<w:p><w:r><w:t>By Ann Example</w:t></w:r></w:p><w:p/>"
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace("<w:body>", f"<w:body>{top}")
    file.write_bytes(packed(parts))
    after = articles.load(str(file))
    assert after.byline == "Ann Example"
    assert (after.text, after.headings, after.rows) == (before.text, before.headings, before.rows)


@given(
    st.lists(
        st.tuples(
            st.text(
                st.sampled_from("a1 |*\n\r\x0b\x1b[\x85\u2028\u2029\u200b.\u0338"), max_size=12
            ),
            st.sampled_from(("prose", "title", "heading", "header", "row")),
        ),
        max_size=8,
    )
)
def test_numbers_are_those_of_the_paragraphs_as_sentences_count_them(
    given: list[tuple[str, Kind]],
) -> None:
    made = document.build(Paragraph(text, kind) for text, kind in given)
    assert made.headings | made.rows <= {*range(1, len(made.paragraphs) + 1)}
    assert not made.headings & made.rows
    places = sentences.paragraphs(made.text)
    assert tuple(place.of(made.text) for place in places) == made.paragraphs
