from __future__ import annotations

import io
import zipfile

import pytest

from factcheck.articles import docx
from factcheck.errors import ArticleError

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}'
    "</Relationships>"
)


def relation(number: int, kind: str, target: str) -> str:
    return f'<Relationship Id="r{number}" Type="{REL}/{kind}" Target="{target}"/>'


def make(body: str, *, space: str = W, extra: dict[str, str] | None = None) -> bytes:
    """A Word document whose body is ``body``; ``extra`` are more parts of word/ by kind."""
    parts = extra or {}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("_rels/.rels", RELS.format(relation(1, "officeDocument", "word/d.xml")))
        archive.writestr(
            "word/d.xml",
            f'<w:document xmlns:w="{space}" xmlns:r="{REL}"><w:body>{body}</w:body></w:document>',
        )
        listed = "".join(relation(n, kind, f"{kind}.xml") for n, kind in enumerate(parts, 10))
        archive.writestr("word/_rels/d.xml.rels", RELS.format(listed))
        for kind, inner in parts.items():
            archive.writestr(f"word/{kind}.xml", f'<w:{kind} xmlns:w="{space}">{inner}</w:{kind}>')
    return out.getvalue()


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*inner: str) -> str:
    return f"<w:p>{''.join(inner)}</w:p>"


def paragraphs(body: str, **options: object) -> tuple[str, ...]:
    return docx.read(make(body, **options)).paragraphs  # type: ignore[arg-type]


def test_tracked_changes_are_read_as_accepted() -> None:
    body = p(
        run("The council spent "),
        f"<w:del><w:r><w:delText>$2 million</w:delText></w:r></w:del><w:ins>{run('$3 million')}</w:ins>",
        run(" on roads."),
    )
    document = docx.read(make(body))
    assert document.paragraphs == ("The council spent $3 million on roads.",)
    assert document.warnings == ("left out: deleted text",)


def test_what_was_moved_stands_where_it_came_to() -> None:
    body = p(f"<w:moveFrom>{run('It rained.')}</w:moveFrom>", run("First words here. ")) + p(
        f"<w:moveTo>{run('It rained.')}</w:moveTo>"
    )
    assert paragraphs(body) == ("First words here.", "It rained.")


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    mark = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    assert paragraphs(p(mark, run("The mayor ")) + p(run("left."))) == ("The mayor left.",)


def test_notes_are_the_last_paragraphs_and_separators_are_none() -> None:
    body = p(run("It cost much."), '<w:r><w:footnoteReference w:id="2"/></w:r>') + p(
        run("The end came.")
    )
    notes = (
        f'<w:footnote w:id="0" w:type="separator">{p(run("---"))}</w:footnote>'
        f'<w:footnote w:id="2">{p(run("$3 million, says the budget."))}</w:footnote>'
    )
    assert paragraphs(body, extra={"footnotes": notes}) == (
        "It cost much.",
        "The end came.",
        "$3 million, says the budget.",
    )


def test_a_row_is_a_paragraph() -> None:
    def cell(text: str) -> str:
        return f"<w:tc>{p(run(text))}</w:tc>"

    rows = f"<w:tr>{cell('Roads')}{cell('$3 million')}</w:tr><w:tr>{cell('Pool')}{cell('$1 million')}</w:tr>"
    assert paragraphs(p(run("The budget says this.")) + f"<w:tbl>{rows}</w:tbl>") == (
        "The budget says this.",
        "Roads | $3 million",
        "Pool | $1 million",
    )


def test_words_in_links_controls_and_fields_stay_and_codes_go() -> None:
    body = p(
        f"<w:hyperlink>{run('The report')}</w:hyperlink>",
        f"<w:sdt><w:sdtContent><w:sdt><w:sdtContent>{run(' is out')}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>",
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r>',
        run(" since May."),
    )
    assert paragraphs(body) == ("The report is out since May.",)


def test_hidden_words_go_with_a_warning() -> None:
    body = p(run("Seen by all."), run("Secret.", "<w:rPr><w:vanish/></w:rPr>"))
    document = docx.read(make(body))
    assert (document.paragraphs, document.warnings) == (
        ("Seen by all.",),
        ("left out: hidden text",),
    )


def test_text_boxes_follow_their_paragraph_once() -> None:
    box = f"<w:txbxContent>{p(run('In the box.'))}</w:txbxContent>"
    alternative = (
        '<mc:AlternateContent xmlns:mc="m"><mc:Choice><w:drawing>'
        f"{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent>"
    )
    body = p(run("Around the box."), f"<w:r>{alternative}</w:r>")
    assert paragraphs(body) == ("Around the box.", "In the box.")


def test_the_strict_form_is_read() -> None:
    assert paragraphs(p(run("The strict form.")), space=STRICT) == ("The strict form.",)


def test_headers_and_comments_are_named_and_left_out() -> None:
    document = docx.read(
        make(
            p(run("The story stands here.")),
            extra={
                "header": p(run("Draft 3")),
                "comments": f"<w:comment>{p(run('Sure?'))}</w:comment>",
            },
        )
    )
    assert document.paragraphs == ("The story stands here.",)
    assert document.warnings == ("left out: comments, page headers",)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (make(p(run("x")))[:200], "cut off or damaged"),
        (b"PK\x03\x04 nonsense", "cut off or damaged"),
    ],
)
def test_bad_files_are_one_line(data: bytes, message: str) -> None:
    with pytest.raises(ArticleError, match=message) as caught:
        docx.read(data)
    assert caught.value.hint


def test_a_zip_without_a_document() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.xml", "<a/>")
    with pytest.raises(ArticleError, match="no Word document"):
        docx.read(out.getvalue())


def test_entities_are_never_resolved() -> None:
    part = f'<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/hostname">]><w:document xmlns:w="{W}"><w:body>'
    part += (
        "<w:p><w:r><w:t>Before &secret; after the words.</w:t></w:r></w:p></w:body></w:document>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", part)
    text = " ".join(docx.read(out.getvalue()).paragraphs)
    assert "Before" in text
    with open("/etc/hostname", encoding="utf-8") as file:  # noqa: PTH123
        assert file.read().strip() not in text
