from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck import report
from factcheck.desk import Desk, Policy
from factcheck.errors import FactcheckError
from factcheck.model import Evidence, Finding, Opinion, Query, Source, Worksheet
from factcheck.report import site
from factcheck.report.publishing import without_private

SECRETS = (
    "Marta Deep",
    "deep-throat",
    "deep.example",
    "hush.pdf",
    "whispered",
    "secret/story.txt",
    "off the books",
    "call her first",
    "line 3 of the file",
    "+00 555",
)


@pytest.fixture
def private(worksheet: Worksheet) -> Worksheet:
    off = Source(
        "deep-throat",
        "interview",
        "primary",
        "Talk with Marta Deep",
        author="Marta Deep",
        publisher="Marta Deep Ltd",
        url="https://deep.example/",
        file="evidence/hush.pdf",
        on_record=False,
        interest="Marta Deep owns shares",
        contact="+00 555 1",
    )
    on = Source("minutes", title="Minutes", file="evidence/m.txt", independent_of=("deep-throat",))
    evidence = (
        Evidence("deep-throat", locator="off the books", passage="whispered"),
        Evidence("minutes", passage="Aye."),
    )
    note = "The minutes say so.\n\nPrivate: call her first.\nShe is away."
    first, second, *rest = worksheet.assertions
    one = replace(first, evidence=evidence, note=note, reviewer="Ana")
    two = replace(
        second,
        verdict="",
        opinion=(
            Opinion("Ana", "confirmed", evidence, note="private: call her first"),
            Opinion("Ben", "wrong", correction="No."),
        ),
    )
    return replace(
        worksheet,
        article=replace(worksheet.article, source="/srv/desk/secret/story.txt"),
        sources=(off, on),
        assertions=(one, two, *rest),
        queries=(Query("A or B?", (), "“A”", "private: call her first"),),
        retired=(),
    )


def documents(compiled: report.Report) -> Iterator[tuple[str, str]]:
    for name in report.NAMES:
        if name == "claimreview":
            continue
        made = report.make(name, compiled)
        if isinstance(made, bytes):
            import docx

            opened = docx.Document(io.BytesIO(made))
            cells = (c.text for t in opened.tables for r in t.rows for c in r.cells)
            made = "\n".join((*(p.text for p in opened.paragraphs), *cells))
        yield name, made


def test_nothing_private_is_in_any_public_document(private: Worksheet) -> None:
    finding = Finding(
        "/srv/desk/w.toml", 3, 1, "error", "x", "line 3 of the file evidence/hush.pdf"
    )
    rules = Desk("/srv/desk/secret/factcheck.toml", Policy("one"))
    whole = report.compile(private, [finding], rules)
    assert all("Marta Deep" in text for name, text in documents(whole) if name != "memo")
    for name, text in documents(report.public(whole)):
        told = [secret for secret in SECRETS if secret in text]
        assert told == [], name
        if name not in ("memo", "csv"):
            assert "a source that is not on the record" in text, name


def test_what_is_for_everybody_stays(private: Worksheet) -> None:
    whole = report.compile(private)
    public = report.public(whole)
    assert public.public
    assert report.public(public) is public
    first = public.items[0] if public.items[0].assertion.note else public.must_fix[0]
    assert first.assertion.note == "The minutes say so."
    assert [c.reference for c in first.citations] == ["unnamed 1", "minutes"]
    assert public.sources[0].alone == whole.sources[0].alone
    assert public.sources[1].source is not None
    assert public.sources[1].source.independent_of == ("unnamed 1",)
    assert public.standing.outcome == whole.standing.outcome
    assert public.total == whole.total
    assert public.queries[0].answer == "answered"


@pytest.mark.parametrize(
    ("note", "left"),
    [
        ("", ""),
        ("Seen.", "Seen."),
        ("private: x", ""),
        ("PRIVATE x", ""),
        ("[private] x\ny", ""),
        ("Seen.\n\nprivate: x\ny\n\nAsked.", "Seen.\n\nAsked."),
        ("Seen.\nprivate: x", "Seen."),
        ("A private matter, he said.", "A private matter, he said."),
    ],
)
def test_notes_marked_private(note: str, left: str) -> None:
    assert without_private(note) == left


def test_the_page_says_which_of_the_two_it_is(private: Worksheet) -> None:
    whole = report.compile(private)
    assert all(
        "private, for the desk only" in text
        for name, text in documents(whole)
        if name not in ("csv", "json")
    )
    assert all("for the desk only" not in text for _, text in documents(report.public(whole)))
    assert '"public": true' in report.FORMATS["json"](report.public(whole))


def test_several_worksheets_make_a_site(tmp_path: Path, worksheet_file: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    twin = other / worksheet_file.name
    twin.write_bytes(worksheet_file.read_bytes())
    broken = tmp_path / "index.toml"
    broken.write_text("[worksheet", "utf-8")
    out = tmp_path / "site"
    done = site.write([worksheet_file, twin, broken], out, "html", report.reading.unaided)
    stem = worksheet_file.stem
    assert [path.name for path in done.written] == [f"{stem}.html", f"{stem}-2.html", "index.html"]
    assert len(done.errors) == 1
    index = (out / "index.html").read_text("utf-8")
    assert f'<a href="{stem}.html">' in index
    assert f'<a href="{stem}-2.html">' in index
    assert done.errors[0].message.replace('"', "&#34;").replace("'", "&#39;") in index
    again = site.write([worksheet_file], out, "html", report.reading.unaided)
    assert len(again.written) == 2
    (out / "index.html").write_text("mine", "utf-8")
    with pytest.raises(FactcheckError, match="is not a report"):
        site.write([worksheet_file], out, "html", report.reading.unaided)
    memos = site.write([worksheet_file], tmp_path / "memos", "memo", report.reading.unaided)
    assert [path.name for path in memos.written] == [f"{stem}.memo.txt"]


def test_what_concerns_the_desk_alone_is_not_told(private: Worksheet) -> None:
    finding = Finding("w.toml", 3, 1, "error", "too-few-sources", "one source")
    whole = report.compile(private, [finding])
    assert {"errors", "differ"} <= {point.code for point in whole.standing.reasons}
    assert whole.differ
    public = report.public(whole)
    assert public.standing.outcome == "hold"
    assert not {"errors", "differ"} & {point.code for point in public.standing.reasons}
    assert public.differ == ()
    assert all(item.views == () for item in public.items)
    for name, text in documents(public):
        assert "too-few-sources" not in text, name
        assert "reviewers differ" not in text.casefold(), name


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("https://council.example/minutes", True),
        ("https://93.184.216.34/minutes", True),
        ("http://localhost:8765/minutes.html", False),
        ("http://127.0.0.1/minutes", False),
        ("http://192.168.1.4:80/minutes", False),
        ("http://[fd00::1]/minutes", False),
        ("http://intranet/minutes", False),
        ("http://files.desk.local/minutes", False),
    ],
)
def test_addresses_of_ones_own_network_are_not_told(
    worksheet: Worksheet, url: str, told: bool
) -> None:
    first, *rest = worksheet.assertions
    cited = replace(first, evidence=(Evidence(url=url), Evidence("minutes")))
    source = Source("minutes", title="Minutes", url=url + "/2")
    whole = report.compile(replace(worksheet, assertions=(cited, *rest), sources=(source,)))
    for name, text in documents(report.public(whole)):
        assert url not in text or told, name
    assert (url in report.make("json", report.public(whole))) == told
