from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from factcheck import articles
from factcheck.articles import odt
from factcheck.errors import ArticleError

SPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
        "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
        "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
        "dc": "http://purl.org/dc/elements/1.1/",
        "xlink": "http://www.w3.org/1999/xlink",
    }.items()
)
MIMETYPE = "application/vnd.oasis.opendocument.text"


def document(name: str, inside: str) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:{name} {SPACES}>{inside}</office:{name}>'
    )


def package(
    body: str, *, automatic: str = "", styles: str = "", meta: str = "", **more: str
) -> bytes:
    parts = {
        "mimetype": MIMETYPE,
        "content.xml": document(
            "document-content",
            f"<office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body>",
        ),
        "styles.xml": document("document-styles", styles),
        "meta.xml": document("document-meta", f"<office:meta>{meta}</office:meta>"),
        **more,
    }
    return packed(parts)


def packed(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, part in parts.items():
            method = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            made.writestr(zipfile.ZipInfo(name), part, method)
    return out.getvalue()


def style(name: str, family: str, *, parent: str = "", display: str = "") -> str:
    shown = f'<style:text-properties text:display="{display}"/>' if display else ""
    above = f' style:parent-style-name="{parent}"' if parent else ""
    return f'<style:style style:name="{name}" style:family="{family}"{above}>{shown}</style:style>'


def read(body: str, **more: str) -> tuple[str, ...]:
    """The paragraphs of a text that holds nothing to warn of."""
    found = odt.read(package(body, **more))
    assert found.warnings == ()
    return found.paragraphs


def test_paragraphs_headings_and_inline_markup() -> None:
    assert read(
        '<text:h text:outline-level="1"><text:number>1.</text:number>The mayor</text:h>'
        "<text:p>A <text:span>bold</text:span>er <text:a xlink:href='http://x.test'>plan</text:a>"
        "\n   was <text:bookmark-start/>agreed<text:bookmark-end/>.</text:p>"
        "<text:p/><text:section><text:p>It cost<text:s text:c='3'/>5<text:tab/>million.</text:p>"
        "</text:section>"
    ) == ("The mayor", "A bolder plan was agreed.", "It cost 5 million.")


def test_a_line_break_divides_unless_the_sentence_goes_on() -> None:
    assert read(
        "<text:p>She came.<text:line-break/>He went<text:line-break/>away at noon.</text:p>"
    ) == ("She came.", "He went away at noon.")


def test_lists() -> None:
    assert read(
        "<text:list><text:list-header><text:p>Three things:</text:p></text:list-header>"
        "<text:list-item><text:p>One</text:p><text:list><text:list-item><text:p>Two</text:p>"
        "</text:list-item></text:list></text:list-item>"
        "<text:list-item><text:p>Three</text:p></text:list-item></text:list>"
    ) == ("Three things:", "One", "Two", "Three")


def test_tables_are_a_row_a_paragraph() -> None:
    cell = "<table:table-cell>{}</table:table-cell>"
    assert read(
        "<text:p>Before</text:p><table:table><table:table-column/><table:table-header-rows>"
        f"<table:table-row>{cell.format('<text:p>Year</text:p>')}{cell.format('<text:p>Deaths</text:p>')}"
        "</table:table-row></table:table-header-rows>"
        f"<table:table-row>{cell.format('<text:p>2023</text:p>')}"
        f"{cell.format('<text:p>14</text:p><text:p>(estimate)</text:p>')}"
        "<table:covered-table-cell><text:p>merged away</text:p></table:covered-table-cell>"
        "</table:table-row></table:table><text:p>After</text:p>"
    ) == ("Before", "Year | Deaths", "2023 | 14 (estimate)", "After")


def test_tracked_changes_are_taken_as_accepted() -> None:
    info = "<office:change-info><dc:creator>Ann</dc:creator><dc:date>2024-01-01</dc:date></office:change-info>"
    inserted = f"<text:changed-region><text:insertion>{info}</text:insertion></text:changed-region>"
    deleted = (
        f"<text:changed-region><text:deletion>{info}<text:p>nine </text:p></text:deletion>"
        "</text:changed-region>"
    )
    body = (
        "<text:p>About <text:change text:change-id='a'/><text:change-start text:change-id='b'/>ten "
        "<text:change-end text:change-id='b'/>people.</text:p>"
    )
    found = odt.read(
        package(f"<text:tracked-changes>{inserted}{deleted}</text:tracked-changes>{body}")
    )
    assert found.paragraphs == ("About ten people.",)
    assert found.warnings == ("left out: deleted text",)
    assert read(f"<text:tracked-changes>{inserted}</text:tracked-changes>{body}") == (
        "About ten people.",
    )


def test_notes_are_the_last_paragraphs() -> None:
    note = (
        "<text:note text:note-class='{}'><text:note-citation>{}</text:note-citation>"
        "<text:note-body>{}</text:note-body></text:note>"
    )
    foot = note.format("footnote", "1", "<text:p>Census, 2020.</text:p><text:p>Table 4.</text:p>")
    end = note.format("endnote", "i", "<text:p>Interview on Monday.</text:p>")
    assert read(f"<text:p>Half{foot} of them left{end}.</text:p><text:p>The end.</text:p>") == (
        "Half of them left.",
        "The end.",
        "Census, 2020.",
        "Table 4.",
        "Interview on Monday.",
    )


def test_a_text_box_does_not_split_the_paragraph_that_it_stands_in() -> None:
    box = "<draw:frame><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame>"
    picture = "<draw:frame><draw:image/><svg:title>pic</svg:title><svg:desc>A bridge</svg:desc></draw:frame>"
    assert read(
        f"<text:p>The bridge{box.format(picture + 'Photo: Lee Example')}{picture} was built"
        f"{box.format('Second box')} in 1931.</text:p><text:p>It fell.</text:p>"
        "<draw:custom-shape><text:p>A shape.</text:p></draw:custom-shape>"
    ) == (
        "The bridge was built in 1931.",
        "Photo: Lee Example",
        "Second box",
        "It fell.",
        "A shape.",
    )


def test_comments_and_objects_are_left_out_with_a_warning() -> None:
    found = odt.read(
        package(
            "<text:p>The <office:annotation><dc:creator>Ed</dc:creator><text:p>Sure?</text:p>"
            "</office:annotation>mayor<office:annotation-end/> won.</text:p>"
            "<text:p><draw:frame><draw:object xlink:href='./Object 1'/></draw:frame></text:p>"
        )
    )
    assert found.paragraphs == ("The mayor won.",)
    assert found.warnings == ("left out: comments, embedded objects",)


def test_page_headers_and_footers_are_left_out() -> None:
    header = "<office:master-styles><style:master-page><style:header><text:p>{}</text:p></style:header></style:master-page></office:master-styles>"
    found = odt.read(
        package("<text:p>The mayor won.</text:p>", styles=header.format("Daily Example"))
    )
    assert found.paragraphs == ("The mayor won.",)
    assert found.warnings == ("left out: page headers",)
    assert read("<text:p>The mayor won.</text:p>", styles=header.format(" "))


@pytest.mark.parametrize(
    "hidden",
    [
        "<text:hidden-text text:string-value='x'>Not for print.</text:hidden-text>",
        "<text:span text:style-name='T1'>Not for print.</text:span>",
        "<text:span text:style-name='T2'>Not <text:span>for</text:span> print.</text:span>",
        "</text:p><text:p text:style-name='P1'>Not for print.</text:p><text:p>",
        "</text:p><text:h text:style-name='P2'>Not for print.</text:h><text:p>",
        "</text:p><text:p><text:hidden-paragraph text:is-hidden='true'/>Not for print.</text:p><text:p>",
        "</text:p><text:section text:display='none'><text:p>Not for print.</text:p></text:section><text:p>",
        "</text:p><text:section text:display='condition' text:is-hidden='true'><text:p>Not for print."
        "</text:p></text:section><text:p>",
    ],
)
def test_hidden_text_is_left_out_with_a_warning(hidden: str) -> None:
    found = odt.read(
        package(
            f"<text:p>Seen {hidden}and <text:span text:style-name='T3'>said</text:span>.</text:p>",
            automatic=style("T1", "text", display="none")
            + style("T2", "text", parent="Secret")
            + style("T3", "text", parent="Secret", display="true")
            + style("P1", "paragraph", display="none")
            + style("P2", "paragraph", parent="Secret"),
            styles=style("Secret", "text", display="none")
            + style("Secret", "paragraph", parent="Loop")
            + style("Loop", "paragraph", parent="Secret2", display="none")
            + style("Secret2", "paragraph", parent="Loop"),
        )
    )
    assert " ".join(found.paragraphs) == "Seen and said."
    assert found.warnings == ("left out: hidden text",)


def test_styles_that_inherit_in_a_circle() -> None:
    circle = style("P1", "paragraph", parent="P2") + style("P2", "paragraph", parent="P1")
    assert read("<text:p text:style-name='P1'>Seen.</text:p>", automatic=circle) == ("Seen.",)


def test_a_text_that_is_all_hidden_says_so() -> None:
    data = package(
        "<text:p text:style-name='P1'>No.</text:p>",
        automatic=style("P1", "paragraph", display="none"),
    )
    with pytest.raises(ArticleError, match="there is nothing in it but hidden text"):
        odt.read(data)


def test_the_table_of_contents_is_left_out() -> None:
    found = odt.read(
        package(
            "<text:table-of-content><text:index-body><text:p>The mayor 1</text:p></text:index-body>"
            "</text:table-of-content><text:h>The mayor</text:h>"
        )
    )
    assert found.paragraphs == ("The mayor",)
    assert found.warnings == ("left out: the table of contents",)


META = "<dc:title>Mayor wins</dc:title><dc:creator>Ed Itor</dc:creator>"


@pytest.mark.parametrize(
    ("meta", "body", "expected"),
    [
        (META, "<text:p>It rained.</text:p>", ("Mayor wins", "Ed Itor")),
        (
            f"{META}<meta:initial-creator>Ann Example</meta:initial-creator>",
            "<text:p>It rained.</text:p>",
            ("Mayor wins", "Ann Example"),
        ),
        ("<dc:title>Untitled 1</dc:title>", "<text:h>Rain</text:h>", ("Rain", "")),
        ("<dc:creator>Administrator</dc:creator>", "<text:p>It rained.</text:p>", ("", "")),
        ("", "<text:p text:style-name='P9'>Rain</text:p><text:p>It rained.</text:p>", ("Rain", "")),
        (
            META,
            "<text:p>Title: Rain</text:p><text:p>By Lee Author</text:p><text:p>It rained.</text:p>",
            ("Rain", "Lee Author"),
        ),
    ],
)
def test_title_and_byline(meta: str, body: str, expected: tuple[str, str]) -> None:
    found = odt.read(package(body, meta=meta, automatic=style("P9", "paragraph", parent="Title")))
    assert (found.title, found.byline) == expected


def test_a_flat_file_is_read_in_the_same_way() -> None:
    flat = document(
        "document",
        f"<office:meta>{META}</office:meta><office:automatic-styles>"
        f"{style('T1', 'text', display='none')}</office:automatic-styles><office:body><office:text>"
        "<text:p>Seen.<text:span text:style-name='T1'> Unseen.</text:span></text:p>"
        "<draw:frame><draw:image><office:binary-data>QUJD</office:binary-data></draw:image></draw:frame>"
        "</office:text></office:body>",
    ).replace("<office:document ", f'<office:document office:mimetype="{MIMETYPE}" ')
    found = odt.read(b"\n" + flat.encode())
    assert (found.paragraphs, found.title) == (("Seen.",), "Mayor wins")
    assert found.warnings == ("left out: hidden text",)


def test_entities_stay_unresolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret", encoding="utf-8")
    content = document(
        "document-content",
        "<office:body><office:text><text:p>One &x; two</text:p></office:text></office:body>",
    ).replace("?>\n", f'?><!DOCTYPE x [<!ENTITY x SYSTEM "{secret.as_uri()}">]>')
    assert odt.read(package("", **{"content.xml": content})).paragraphs == ("One &x; two",)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (package("<text:p>Cut off.</text:p>")[:-100], "the file is cut off or damaged"),
        (package("", **{"content.xml": "<office:body>"}), "the XML in it is damaged at line 1"),
        (
            package("", **{"META-INF/manifest.xml": "<manifest:encryption-data/>"}),
            "it is protected by a password",
        ),
        (packed({"mimetype": MIMETYPE, "encrypted-package": "x"}), "it is protected by a password"),
        (packed({"mimetype": MIMETYPE, "styles.xml": "<a/>"}), "there is no content.xml in it"),
        (
            package("", **{"content.xml": document("document-content", "<office:body/>")}),
            "there is no OpenDocument text in it",
        ),
        (b"Only words.", "the XML in it is damaged at line 1"),
    ],
)
def test_what_cannot_be_read(data: bytes, message: str) -> None:
    with pytest.raises(ArticleError) as caught:
        odt.read(data)
    assert caught.value.message == message
    assert caught.value.hint


def test_it_is_loaded_by_its_content_and_named_in_errors(tmp_path: Path) -> None:
    path = tmp_path / "story.odt"
    path.write_bytes(package("<text:p>It rained.</text:p>", meta=META))
    article = articles.load(str(path))
    assert (article.text, article.title, article.warnings) == ("It rained.", "Mayor wins", ())
    path.write_bytes(package("<text:p>It rained.</text:p>")[:-100])
    with pytest.raises(ArticleError, match=r"story\.odt: the file is cut off"):
        articles.load(str(path))
