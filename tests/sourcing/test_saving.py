"""A full round against a web server on this machine."""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from warcio.archiveiterator import ArchiveIterator

from factcheck import worksheet
from factcheck.errors import WorksheetError
from factcheck.model import Source
from factcheck.sourcing import Kept, Manners, Saved, saving
from factcheck.sourcing.warc import known
from factcheck.web import Limits

if TYPE_CHECKING:
    from tests.conftest import Handler, Site

PAGE = (
    b"<html><head><title>Minutes | Town of Dunmere</title>"
    b'<meta name="author" content="Ilse Clerk"><meta property="og:site_name" content="Town of Dunmere">'
    b'<meta property="article:published_time" content="2026-10-12T08:00:00Z"></head>'
    b"<body><p>The bridge opened in 2019.</p></body></html>"
)
HTML = {"Content-Type": "text/html; charset=utf-8"}
NOON = dt.datetime(2026, 11, 25, 12, 0, 0, tzinfo=dt.UTC)
QUICK = Manners(
    pause=0, tries=2, wait=0, limits=Limits(seconds=0.5, size=20_000), sleep=lambda _: None
)
Write = Callable[..., Path]


def source(name: str, url: str, more: str = "") -> str:
    return f'\n[[source]]\nid = "{name}"\nurl = "{url}" # as the clerk gave it\n{more}'


def saved(path: Path, *ids: str, **options: object) -> Saved:
    given = {"allow_private": True, "manners": QUICK, "now": NOON, **options}
    return saving.save(path, ids, **given)  # type: ignore[arg-type]


def one(path: Path, *ids: str, **options: object) -> Kept:
    (kept,) = saved(path, *ids, **options).kept
    return kept


def first(path: Path) -> Source:
    return worksheet.read(path).worksheet.sources[0]


def records(path: Path | None) -> list[tuple[str, str, str]]:
    """Type, address and status or outcome of each record."""
    assert path is not None
    check = subprocess.run(
        [sys.executable, "-m", "warcio.cli", "check", str(path)], capture_output=True, check=False
    )
    assert (check.returncode, check.stdout, check.stderr) == (0, b"", b"")
    found = []
    with path.open("rb") as stream:
        for record in ArchiveIterator(stream):
            uri = record.rec_headers.get_header("WARC-Target-URI") or ""
            status = record.http_headers.get_statuscode() if record.http_headers else ""
            if record.rec_type == "metadata":
                status = record.content_stream().read().decode().split("\r\n")[0]
            found.append((record.rec_type, uri, status if record.rec_type != "request" else ""))
    return found


def test_a_page_is_saved_and_noted_in_its_block_alone(bridge: Write, site: Site) -> None:
    site["/minutes"] = (200, HTML, PAGE)
    path = bridge(source("s1", f"{site.root}/minutes"), '["s1"]')
    before = path.read_text("utf-8")
    done = saved(path)
    digest = hashlib.sha256(PAGE).hexdigest()
    file = f"evidence/s1-{digest[:12]}.html"
    assert [(each.what, each.file, each.message) for each in done.kept] == [("saved", file, "")]
    assert (path.parent / file).read_bytes() == PAGE
    now = first(path)
    assert (now.file, now.sha256) == (file, digest)
    assert now.accessed == NOON.astimezone().date()
    assert (now.kind, now.title, now.author) == ("web-page", "Minutes", "Ilse Clerk")
    assert (now.publisher, now.published) == ("Town of Dunmere", dt.date(2026, 10, 12))
    added = [line for line in path.read_text("utf-8").split("\n") if line not in before.split("\n")]
    assert [line.split(" = ")[0] for line in added] == [
        "kind",
        "title",
        "author",
        "publisher",
        "published",
        "accessed",
        "file",
        "sha256",
    ]
    after = path.read_text("utf-8")
    assert "\n".join(line for line in after.split("\n") if line not in added) == before
    assert done.warc == path.parent / "evidence" / "bridge-20261125T120000Z.warc.gz"
    assert records(done.warc) == [
        ("warcinfo", "", ""),
        ("response", f"{site.root}/minutes", "200"),
        ("request", f"{site.root}/minutes", ""),
    ]


def test_what_a_person_typed_of_a_source_stays(bridge: Write, site: Site) -> None:
    site["/minutes"] = (200, HTML, PAGE)
    path = bridge(source("s1", f"{site.root}/minutes", 'title = "My minutes"\n'), '["s1"]')
    one(path)
    assert (first(path).title, first(path).author) == ("My minutes", "Ilse Clerk")


def test_a_page_saved_twice_is_kept_once(bridge: Write, site: Site) -> None:
    site["/minutes"] = (200, HTML, PAGE)
    path = bridge(source("s1", f"{site.root}/minutes"), '["s1"]')
    saved(path)
    assert saved(path) == Saved(path, (), None, ("s1",))
    later = NOON + dt.timedelta(days=3)
    again = saved(path, "s1", now=later)
    assert [(each.what, each.message) for each in again.kept] == [("unchanged", "")]
    assert first(path).accessed == later.astimezone().date()
    assert records(again.warc)[1:] == [
        ("revisit", f"{site.root}/minutes", "200"),
        ("request", f"{site.root}/minutes", ""),
    ]
    assert len(list((path.parent / "evidence").glob("s1-*"))) == 1
    assert len(known(path.parent / "evidence")) == 1


def test_two_sources_with_the_same_body_are_kept_once_in_the_record(
    bridge: Write, site: Site
) -> None:
    site["/a"] = site["/b"] = (200, HTML, PAGE)
    path = bridge(source("s1", f"{site.root}/a") + source("s2", f"{site.root}/b"), '["s1", "s2"]')
    assert [each[0] for each in records(saved(path).warc)] == [
        "warcinfo",
        "response",
        "request",
        "revisit",
        "request",
    ]


def test_a_page_that_changed_leaves_the_old_copy(bridge: Write, site: Site) -> None:
    site["/minutes"] = (200, HTML, PAGE)
    path = bridge(source("s1", f"{site.root}/minutes"), '["s1"]')
    old = one(path).file
    text = path.read_text("utf-8")
    new = PAGE.replace(b"2019", b"2018")
    site["/minutes"] = (200, HTML, new)
    kept = one(path, again=True)
    assert kept.what == "changed"
    assert old in kept.message
    assert path.read_text("utf-8") == text
    assert (path.parent / old).read_bytes() == PAGE
    assert (path.parent / kept.file).read_bytes() == new
    assert kept.hint.endswith(f"factcheck sources save {path} s1 --take-new")
    taken = one(path, "s1", take_new=True)
    assert taken.what == "saved"
    assert taken.message == f"{old} stays beside it; check again what rests on s1"
    assert first(path).file == kept.file
    assert first(path).sha256 == hashlib.sha256(new).hexdigest()
    assert (path.parent / old).read_bytes() == PAGE


def endless(handler: Handler) -> None:
    handler.send_response(200)
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(b"x" * 1000)
    except OSError:
        pass


def test_whatever_goes_wrong_is_recorded_and_stops_nothing(bridge: Write, site: Site) -> None:
    site["/slow"] = lambda _: time.sleep(1)
    site["/huge"] = endless
    site["/loop"] = (302, {"Location": "/loop"}, b"")
    site["/away"] = (302, {"Location": "file:///etc/passwd"}, b"")
    site["/busy"] = (503, {}, b"later")
    site["/empty"] = (200, HTML, b" \n")
    site["/broken"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(PAGE)[:-9])
    site["/minutes"] = (200, HTML, PAGE)
    urls = {
        "gone": f"{site.root}/gone",
        "slow": f"{site.root}/slow",
        "huge": f"{site.root}/huge",
        "loop": f"{site.root}/loop",
        "away": f"{site.root}/away",
        "busy": f"{site.root}/busy",
        "empty": f"{site.root}/empty",
        "broken": f"{site.root}/broken",
        "tls": site.root.replace("http:", "https:") + "/",
        "nobody": "http://127.0.0.1:9/",
        "fine": f"{site.root}/minutes",
    }
    path = bridge("".join(source(*each) for each in urls.items()), '["fine"]')
    before = path.read_text("utf-8")
    done = saved(path)
    told = {each.source.id: (each.what, each.message) for each in done.kept}
    assert told == {
        "gone": ("failed", "no such page (HTTP 404)"),
        "slow": ("failed", "no answer within 0.5 seconds"),
        "huge": ("failed", "it is over 0.0190735 MB"),
        "loop": ("failed", "it sends us on more than 5 times"),
        "away": ("failed", "it sends us on to something that is no web page"),
        "busy": ("failed", "the server has a fault (HTTP 503)"),
        "empty": ("failed", "the page is empty"),
        "broken": ("failed", "it came damaged: it does not unpack"),
        "tls": ("failed", told["tls"][1]),
        "nobody": ("failed", "the server cannot be reached, or broke off"),
        "fine": ("saved", ""),
    }
    assert "the connection is not safe" in told["tls"][1]
    assert all(each.hint for each in done.kept if each.what == "failed")
    outcomes = {(uri, what) for kind, uri, what in records(done.warc) if kind != "request"}
    assert outcomes >= {
        (urls["gone"], "404"),
        (urls["slow"], "outcome: timeout"),
        (urls["huge"], "outcome: too-large"),
        (urls["loop"], "302"),
        (urls["loop"], "outcome: redirects"),
        (urls["away"], "302"),
        (urls["busy"], "503"),
        (urls["broken"], "outcome: damaged"),
        (urls["tls"], "outcome: tls"),
        (urls["nobody"], "outcome: unreachable"),
        (urls["fine"], "200"),
    }
    sources = worksheet.read(path).worksheet.sources
    assert [each.id for each in sources if each.file] == ["fine"]
    assert path.read_text("utf-8").startswith(before[: before.index('id = "fine"')])


def test_a_page_that_went_leaves_what_was_saved(bridge: Write, site: Site) -> None:
    site["/minutes"] = (200, HTML, PAGE)
    path = bridge(source("s1", f"{site.root}/minutes"), '["s1"]')
    one(path)
    text, files = path.read_bytes(), sorted((path.parent / "evidence").iterdir())
    site["/minutes"] = (410, HTML, b"Gone.")
    assert one(path, again=True).message == "no such page (HTTP 410)"
    assert path.read_bytes() == text
    assert set(files) < set((path.parent / "evidence").iterdir())


@pytest.mark.parametrize(
    ("path", "kind", "body", "ending", "message"),
    [
        (
            "/a",
            "text/html",
            b"%PDF-1.7 ...",
            ".pdf",
            "the server calls it text/html, but it is PDF",
        ),
        (
            "/a",
            "application/pdf",
            PAGE,
            ".html",
            "the server calls it application/pdf, but it is HTML",
        ),
        ("/a.csv", "text/plain", b"a,b\n1,2\n", ".csv", ""),
        ("/a", "text/csv; charset=utf-8", b"a,b\n1,2\n", ".csv", ""),
        ("/a.docx", "application/zip", b"PK\x03\x04...", ".docx", ""),
        ("/a", "application/octet-stream", b"\x00\x01", ".bin", ""),
        ("/a.php", "text/html", b"<p>One.", ".html", ""),
        ("/a.mp3", "audio/mpeg", b"ID3...", ".mp3", ""),
    ],
)
def test_the_type_is_what_came(
    bridge: Write, site: Site, path: str, kind: str, body: bytes, ending: str, message: str
) -> None:
    site[path] = (200, {"Content-Type": kind}, body)
    sheet = bridge(source("s1", site.root + path), '["s1"]')
    kept = one(sheet)
    assert (kept.what, Path(kept.file).suffix, kept.message) == ("saved", ending, message)
    assert (sheet.parent / kept.file).read_bytes() == body


def test_redirects_are_told_and_recorded(bridge: Write, site: Site) -> None:
    site["/old"] = (301, {"Location": "/minutes"}, b"")
    site["/minutes"] = (200, HTML, PAGE)
    path = bridge(source("s1", f"{site.root}/old"), '["s1"]')
    done = saved(path)
    assert done.kept[0].message == f"it sent us on to {site.root}/minutes"
    assert first(path).url == f"{site.root}/old"
    assert [(kind, what) for kind, _, what in records(done.warc) if what] == [
        ("response", "301"),
        ("response", "200"),
    ]


def test_packed_pages_are_recorded_as_sent_and_kept_unpacked(bridge: Write, site: Site) -> None:
    packed = gzip.compress(PAGE)
    site["/minutes"] = (200, {**HTML, "Content-Encoding": "gzip"}, packed)
    path = bridge(source("s1", f"{site.root}/minutes"), '["s1"]')
    done = saved(path)
    assert (path.parent / done.kept[0].file).read_bytes() == PAGE
    assert done.warc is not None
    with done.warc.open("rb") as stream:
        (body,) = (
            (record.raw_stream.read(), record.http_headers.get_header("content-encoding"))
            for record in ArchiveIterator(stream)
            if record.rec_type == "response"
        )
    assert body == (packed, "gzip")


def test_a_busy_site_is_asked_again_later(bridge: Write, site: Site) -> None:
    answers = [(503, {"Retry-After": "7"}, b""), (200, HTML, PAGE)]

    def by_turns(handler: Handler) -> None:
        status, headers, body = answers.pop(0)
        handler.send_response(status)
        for each in {**headers, "Content-Length": str(len(body))}.items():
            handler.send_header(*each)
        handler.end_headers()
        handler.wfile.write(body)

    site["/minutes"] = by_turns
    path = bridge(source("s1", f"{site.root}/minutes"), '["s1"]')
    slept: list[float] = []
    assert one(path, manners=replace(QUICK, sleep=slept.append)).what == "saved"
    assert slept == [7.0]


def test_a_site_that_asks_for_too_long_a_wait_is_left_alone(bridge: Write, site: Site) -> None:
    site["/minutes"] = (429, {"Retry-After": "3600"}, b"")
    path = bridge(source("s1", f"{site.root}/minutes"), '["s1"]')
    assert one(path).message == "the site does not let us read it (HTTP 429)"
    assert site.asked == ["/minutes"]


def test_one_site_is_asked_with_a_pause(bridge: Write, site: Site) -> None:
    site["/a"] = site["/b"] = (200, HTML, PAGE)
    path = bridge(source("s1", f"{site.root}/a") + source("s2", f"{site.root}/b"), '["s1", "s2"]')
    slept: list[float] = []
    saved(path, manners=replace(QUICK, pause=1.0, sleep=slept.append))
    assert len(slept) == 1
    assert 0.5 < slept[0] <= 1.0


def test_nothing_private_is_fetched_or_told_to_the_archive(bridge: Write, site: Site) -> None:
    site["/minutes"] = (200, HTML, PAGE)
    path = bridge(
        source("s1", f"{site.root}/minutes")
        + source("s2", "http://localhost:9/")
        + source("s3", "http://169.254.169.254/latest/meta-data/"),
        '["s1"]',
    )
    done = saved(path, allow_private=False, archive=True)
    assert {each.message.split(" is ")[-1] for each in done.kept} == {
        "an address of a private network"
    }
    assert all("--allow-private" in each.hint for each in done.kept)
    assert site.asked == []
    kept = saved(path, "s1", archive=True, manners=replace(QUICK, service=site.root)).kept[0]
    assert (kept.what, kept.archived) == ("saved", "")
    assert "private network" in kept.archive
    assert site.asked == ["/minutes"]


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "https://ana:secret@daily.example/", "ftp://daily.example/a"]
)
def test_other_addresses_are_refused_by_name_and_passed_over_else(bridge: Write, url: str) -> None:
    path = bridge(source("s1", url), '["s1"]')
    before = path.read_bytes()
    kept = one(path, "s1")
    assert kept.what == "failed"
    assert "secret" not in kept.message + kept.hint
    assert path.read_bytes() == before
    evidence = path.parent / "evidence"
    assert not evidence.exists() or b"secret" not in b"".join(
        each.read_bytes() for each in evidence.iterdir()
    )


def test_a_source_that_is_not_there(bridge: Write) -> None:
    path = bridge(source("s1", "https://daily.example/"), '["s1"]')
    with pytest.raises(WorksheetError) as caught:
        saved(path, "s2")
    assert caught.value.message.endswith('no [[source]] has the id "s2"')
    assert "s1" in caught.value.hint


def test_an_editor_at_work_loses_nothing(bridge: Write, site: Site) -> None:
    site["/a"] = site["/b"] = (200, HTML, PAGE)
    path = bridge(source("s1", f"{site.root}/a") + source("s2", f"{site.root}/b"), '["s1", "s2"]')

    def typing(sources: Sequence[Source]) -> Iterable[Source]:
        for number, each in enumerate(sources):
            text = path.read_text("utf-8").replace('note = ""', f'note = "typed {number}"', 1)
            path.write_text(text, "utf-8")
            yield each

    saved(path, watch=typing)
    sheet = worksheet.read(path).worksheet
    assert all(each.file for each in sheet.sources)
    assert sheet.assertions[0].note == "typed 0"


def test_a_block_that_was_changed_meanwhile_is_left_alone(bridge: Write, site: Site) -> None:
    site["/a"] = (200, HTML, PAGE)
    path = bridge(source("s1", f"{site.root}/a"), '["s1"]')

    def typing(sources: Sequence[Source]) -> Iterable[Source]:
        path.write_text(path.read_text("utf-8").replace("/a", "/b"), "utf-8")
        return sources

    with pytest.raises(WorksheetError, match="was changed meanwhile"):
        saved(path, watch=typing)
    assert [each.suffix for each in (path.parent / "evidence").iterdir()].count(".html") == 1


def test_a_record_that_was_cut_off_hides_nothing(bridge: Write, site: Site) -> None:
    site["/a"] = (200, HTML, PAGE)
    path = bridge(source("s1", f"{site.root}/a"), '["s1"]')
    warc = saved(path).warc
    assert warc is not None
    whole = warc.read_bytes()
    warc.write_bytes(whole[:-20])
    site["/a"] = (200, HTML, PAGE + b" ")
    again = saved(path, "s1")
    assert again.warc != warc
    assert again.kept[0].what == "changed"
    assert warc.read_bytes() == whole[:-20]
    assert records(again.warc)[1][0] == "response"


def capture(site: Site, status: int = 302, **headers: str) -> None:
    site[f"/save/{site.root}/a"] = (status, headers, b"")


@pytest.fixture
def public(monkeypatch: pytest.MonkeyPatch) -> None:
    """This machine's own address counts as one of the internet."""
    monkeypatch.setattr("factcheck.web.addresses.is_private", lambda _: False)


@pytest.mark.usefixtures("public")
@pytest.mark.parametrize("header", ["Location", "Content-Location"])
def test_the_archive_is_asked_and_its_capture_noted(bridge: Write, site: Site, header: str) -> None:
    site["/a"] = (200, HTML, PAGE)
    link = f"/web/20261125120000/{site.root}/a"
    capture(site, 302 if header == "Location" else 200, **{header: link})
    path = bridge(source("s1", f"{site.root}/a"), '["s1"]')
    kept = one(path, archive=True, manners=replace(QUICK, service=site.root))
    assert (kept.what, kept.archived) == ("saved", site.root + link)
    assert first(path).archived == site.root + link
    assert saved(path, archive=True).passed == ("s1",)


@pytest.mark.usefixtures("public")
@pytest.mark.parametrize(
    ("status", "told"),
    [
        (429, "the archive takes only a few captures a minute"),
        (401, "the archive wants an account for this page"),
        (523, "the archive could not open the page"),
        (500, "the archive has a fault (HTTP 500)"),
        (200, "the archive told no capture"),
    ],
)
def test_the_limits_of_the_archive(bridge: Write, site: Site, status: int, told: str) -> None:
    site["/a"] = (200, HTML, PAGE)
    capture(site, status)
    path = bridge(source("s1", f"{site.root}/a"), '["s1"]')
    kept = one(path, archive=True, manners=replace(QUICK, service=site.root))
    assert (kept.what, kept.archived) == ("saved", "")
    assert kept.archive.startswith(told)
    assert not kept.clean
    assert first(path).archived == ""
    assert first(path).file


@pytest.mark.usefixtures("public")
def test_without_the_archive_everything_else_works(bridge: Write, site: Site) -> None:
    site["/a"] = (200, HTML, PAGE)
    path = bridge(source("s1", f"{site.root}/a"), '["s1"]')
    kept = one(path, archive=True, manners=replace(QUICK, service="http://127.0.0.1:9"))
    assert (kept.what, first(path).file) == ("saved", kept.file)
    assert kept.archive.startswith("the archive: the server cannot be reached")
