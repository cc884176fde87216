"""The memo of corrections, the table, the Word document and ClaimReview; LibreOffice reads them back."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import report
from factcheck.errors import FactcheckError
from factcheck.model import Evidence, Span, Worksheet
from factcheck.report import changes, claimreview, memo, table, word
from factcheck.scales import SCALES

OFFICE = shutil.which("soffice") or shutil.which("libreoffice") or ""
UTF8 = "--infilter=CSV:44,34,76,1"  # what its dialog offers for a file with this mark
Golden = Callable[[str, str], None]
HOSTILE = "=cmd|' /C calc'!A1\x00\x1b[31m\u202e<w:t>&amp;\ufffe {++x++} \ud800"


def test_the_memo(compiled: report.Report, golden: Golden) -> None:
    golden("memo.txt", memo.render(compiled))


def test_the_table(compiled: report.Report, golden: Golden) -> None:
    golden("report.csv", table.render(compiled))


def rejected(text: str) -> str:
    """``text`` without its CriticMarkup, as if every change were refused."""
    text = re.sub(r"\{>>.*?<<\}", "", text)
    text = re.sub(r"\{\+\+.*?\+\+\}", "", text)
    text = re.sub(r"\{--(.*?)--\}|\{==(.*?)==\}", lambda m: m[1] or m[2], text)
    return re.sub(r"\{~~(.*?)~>.*?~~\}", r"\1", text)


def accepted(text: str) -> str:
    text = re.sub(r"\{>>.*?<<\}", "", text)
    text = re.sub(r"\{--.*?--\}", "", text)
    text = re.sub(r"\{\+\+(.*?)\+\+\}|\{==(.*?)==\}", lambda m: m[1] or m[2], text)
    return re.sub(r"\{~~.*?~>(.*?)~~\}", r"\1", text)


words = st.lists(
    st.sampled_from("the pool opened in 1958 , 3.85 million on Friday".split()), max_size=9
)


@given(words, words)
def test_edits_give_the_proposed_words(one: list[str], other: list[str]) -> None:
    current, proposed = " ".join(one), " ".join(other)
    made, at = "", 0
    for start, end, new in changes.edits(current, proposed):
        made += current[at:start] + new
        at = end
    assert made + current[at:] == proposed


def in_the_text(made: str) -> str:
    return made.partition("In the text:\n\n")[2].rpartition("\n\n–")[0]


@given(
    st.lists(
        st.tuples(st.integers(0, 80), st.integers(1, 40), words, st.booleans()),
        min_size=1,
        max_size=5,
    )
)
def test_refusing_every_change_gives_the_article(
    compiled: report.Report, asked: list[tuple[int, int, list[str], bool]]
) -> None:
    text = compiled.article.text[:120].replace("\n", " ")
    first = compiled.must_fix[0]
    items = tuple(
        replace(
            first,
            assertion=replace(
                first.assertion,
                id=str(n),
                span=Span(start, start + size),
                text=text[start : start + size],
                correction="cut" if cut else " ".join(new),
            ),
        )
        for n, (start, size, new, cut) in enumerate(asked)
    )
    sheet = replace(compiled, article=replace(compiled.article, text=text), must_fix=items)
    made = in_the_text(memo.render(sheet))
    assert rejected(made).replace("\u2060", "") == text


def test_accepting_the_changes_gives_the_corrected_article(compiled: report.Report) -> None:
    made = accepted(in_the_text(memo.render(compiled)))
    for item in compiled.must_fix:
        correction = " ".join(item.assertion.correction.split())
        if correction and correction.casefold() not in ("cut", "delete"):
            assert correction in made


def test_words_that_look_like_marks_are_none(compiled: report.Report) -> None:
    text = "He wrote {++gone++} and {~~a~>b~~}. It cost 5."
    one = compiled.must_fix[0]
    assertion = replace(one.assertion, text="cost 5", span=Span(39, 45), correction="cost 6")
    sheet = replace(
        compiled,
        article=replace(compiled.article, text=text),
        must_fix=(replace(one, assertion=assertion),),
    )
    made = in_the_text(memo.render(sheet))
    assert made.count("{++") == made.count("{--") == 0
    assert accepted(made).replace("\u2060", "") == text.replace("cost 5", "cost 6")


def hostile(compiled: report.Report) -> report.Report:
    item = compiled.must_fix[0]
    bad = replace(
        item.assertion,
        id="1",
        text=HOSTILE,
        correction=HOSTILE,
        note="@SUM(1)",
        reviewer="-1+1",
        speaker="\t=1",
    )
    items = (replace(item, assertion=bad), *compiled.items[1:])
    return replace(compiled, items=items, must_fix=(items[0],))


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_no_cell_is_a_formula(compiled: report.Report) -> None:
    made = rows(table.render(hostile(compiled)))
    assert len(made) == len(compiled.items)
    assert tuple(made[0]) == table.COLUMNS
    for row in made:
        for cell in row.values():
            assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))
            assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\ud800-\udfff]", cell)
    assert made[0]["text"].startswith("'=cmd")
    assert made[0]["note"] == "'@SUM(1)"


@given(st.text())
def test_a_cell_is_never_a_formula(text: str) -> None:
    assert (
        not str(table.defused(text)).lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    )


def converted(path: Path, kind: str, *options: str) -> str:
    """The file as LibreOffice reads it, saved as another kind of text."""
    if not OFFICE:
        pytest.skip("LibreOffice is not installed")
    profile = f"-env:UserInstallation=file://{path.parent}/profile"
    out = str(path.parent / "out")
    command = [OFFICE, profile, *options, "--headless", "--convert-to", kind, "--outdir", out]
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=120)
    (made,) = (path.parent / "out").iterdir()
    return made.read_bytes().decode("utf-8-sig")


def test_a_spreadsheet_reads_the_table(compiled: report.Report, tmp_path: Path) -> None:
    path = tmp_path / "report.csv"
    path.write_bytes(table.render(hostile(compiled)).encode("utf-8"))
    read = rows(converted(path, "csv:Text - txt - csv (StarCalc):44,34,76", UTF8))
    made = rows(table.render(hostile(compiled)))
    assert [row["id"] for row in read] == [row["id"] for row in made]
    for ours, theirs in zip(made, read, strict=True):
        for name in ("verdict", "layer", "paragraph", "start", "reviewer", "correction", "text"):
            assert theirs[name].replace("\n", " ") == ours[name].replace("\n", " "), name
    assert "東海水産" in " ".join(row["text"] for row in read)


def test_word_reads_the_document(compiled: report.Report, tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(word.render(compiled))
    text = converted(path, "txt:Text (encoded):UTF8")
    for words_ in (
        compiled.standing.headline,
        "Corrections (4)",
        "Line by line (13)",
        "طريق الميناء",
    ):
        assert words_ in text
    for item in compiled.must_fix:
        assert item.assertion.text in text


def docx_text(data: bytes) -> Iterator[str]:
    import docx

    document = docx.Document(io.BytesIO(data))
    yield from (paragraph.text for paragraph in document.paragraphs)
    for grid in document.tables:
        yield from (cell.text for row in grid.rows for cell in row.cells)


def test_the_document_has_its_styles_and_tables(compiled: report.Report) -> None:
    import docx

    document = docx.Document(io.BytesIO(word.render(compiled)))
    styles = [p.style.name for p in document.paragraphs if p.style is not None]
    assert styles[0] == "Title"
    assert {"Heading 1", "List Bullet"} <= set(styles)
    fixes, record = document.tables
    assert [cell.text for cell in fixes.rows[0].cells] == ["No.", "Now", "Proposed", "Why, source"]
    assert len(fixes.rows) == 1 + len(compiled.must_fix)
    assert len(record.rows) == 1 + len(compiled.items)
    assert document.core_properties.comments == compiled.compiler.join(("Compiled by ", ""))


def test_hostile_words_are_words_in_word(compiled: report.Report) -> None:
    text = "\n".join(docx_text(word.render(hostile(compiled))))
    assert "<w:t>&amp;" in text
    assert "<U+202E>" in text
    assert "\ufffe" not in text


def reviews(compiled: report.Report) -> list[dict[str, object]]:
    found = json.loads(claimreview.render(compiled))
    assert found["@context"] == "https://schema.org"
    graph: list[dict[str, object]] = found["@graph"]
    return graph


def test_a_review_for_each_verdict_that_says_something(
    compiled: report.Report, golden: Golden
) -> None:
    golden("claimreview.jsonld", claimreview.render(compiled))
    told = {
        str(each["url"]).rpartition("#a")[2]: each["reviewRating"] for each in reviews(compiled)
    }
    by_id = {item.assertion.id: item.assertion.verdict for item in compiled.items}
    silent = {"", "not-checkable"} | {v for v in by_id.values() if v not in SCALES["desk"].words}
    assert set(told) == {name for name, verdict in by_id.items() if verdict not in silent}
    for name, rating in told.items():
        known = SCALES["desk"].get(by_id[name])
        assert known is not None
        assert isinstance(rating, dict)
        assert rating["alternateName"] == known.published
        numbers = {key: rating.get(key) for key in ("ratingValue", "bestRating", "worstRating")}
        expected = (known.rank, 5, 1) if known.rank else (None, None, None)
        assert tuple(numbers.values()) == expected


def test_reviews_use_the_words_of_schema_org(compiled: report.Report) -> None:
    models = pytest.importorskip(
        "msgspec_schemaorg.models", reason="schema.org's definitions are not installed"
    )

    def check(value: object) -> None:
        if isinstance(value, dict):
            kind = value["@type"]
            known = set(getattr(models, str(kind)).__struct_fields__)
            assert {key for key in value if not key.startswith("@")} <= known, kind
            for each in value.values():
                check(each)

    for each in reviews(compiled):
        check(each)
        required = {"claimReviewed", "reviewRating", "url", "author", "itemReviewed"}
        assert required <= set(each)


def test_other_scales_and_their_numbers(worksheet: Worksheet, compiled: report.Report) -> None:
    shown = (Evidence(url="https://vessnay.example/council"),)
    one = replace(worksheet.assertions[0], verdict="pants-on-fire", evidence=shown)
    two = replace(worksheet.assertions[1], id="x y", verdict="half-true", evidence=shown)
    made = report.compile(replace(worksheet, scale="politifact", assertions=(one, two)))
    first, second = reviews(replace(made, publisher=compiled.publisher))
    assert first["reviewRating"] == {
        "@type": "Rating",
        "ratingValue": 1,
        "bestRating": 6,
        "worstRating": 1,
        "alternateName": "Pants on Fire",
    }
    assert str(second["url"]).endswith("#n1")


def test_what_rests_on_nothing_or_on_changed_words_is_not_published(
    worksheet: Worksheet, compiled: report.Report
) -> None:
    shown = (Evidence(url="https://vessnay.example/council"),)
    first, *_ = worksheet.assertions
    said = (
        replace(first, id="1", verdict="wrong", correction="None.", evidence=()),
        replace(first, id="2", verdict="wrong", correction="None.", evidence=shown, recheck="old"),
        replace(first, id="3", verdict="unsupported", evidence=(), note="Nobody knows."),
        replace(first, id="4", verdict="wrong", correction="None.", evidence=shown),
    )
    made = report.compile(replace(worksheet, assertions=said))
    told = reviews(replace(made, publisher=compiled.publisher))
    assert [str(each["url"]).rpartition("#")[2] for each in told] == ["a3", "a4"]


def test_nothing_is_published_by_nobody(compiled: report.Report) -> None:
    with pytest.raises(FactcheckError) as caught:
        claimreview.render(replace(compiled, publisher=None))
    assert "[publisher]" in caught.value.hint


def test_reviews_cannot_end_the_element_they_stand_in(compiled: report.Report) -> None:
    items = tuple(
        replace(i, assertion=replace(i.assertion, text="</script><script>alert(1)"))
        for i in compiled.items
    )
    made = claimreview.render(replace(compiled, items=items))
    assert "<" not in made
    assert json.loads(made)["@graph"][0]["claimReviewed"] == "</script><script>alert(1)"


@pytest.mark.parametrize("name", report.NAMES)
def test_nothing_hostile_acts_in_any_format(name: str, compiled: report.Report) -> None:
    poison = f"{HOSTILE} \u2066 javascript:alert(1) [bold]x[/bold] {'w' * 10_000}"
    items = tuple(
        replace(
            item,
            assertion=replace(
                item.assertion, text=poison, correction=poison, note=poison, speaker=poison
            ),
        )
        for item in compiled.items
    )
    fixes = tuple(item for item in items if item.state == "fix")
    article = replace(compiled.article, title=poison, byline=poison, source=poison, url=poison)
    made = report.make(name, replace(compiled, items=items, must_fix=fixes, article=article))
    text = made if isinstance(made, str) else "\n".join(docx_text(made))
    assert not re.search(
        "[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text
    )
    if name == "html":
        assert "<w:t>" not in text
    if name in ("markdown", "html", "claimreview"):
        assert not re.search(r"(href=\"|\]\(|<)javascript:", text)
    assert text.encode("utf-8")
