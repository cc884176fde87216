"""The HTML report in a browser: what a reader sees, does and prints."""

from __future__ import annotations

import html as markup
import re
import shutil
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from factcheck import report, worksheet
from factcheck.report.html import render

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)
FILLED = Path(__file__).parents[2] / "worksheets" / "dunsorrel-pool.toml"
Opened = Callable[..., Any]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, driven by Playwright."""
    sync = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not CHROMIUM:
        pytest.skip("chromium is not installed")
    with sync.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Opened:
    """``opened(html, **options)`` is a context with the page; it fails on any request or console message."""

    @contextmanager
    def open_page(html: str, fragment: str = "", **options: Any) -> Iterator[Page]:
        path = tmp_path / "page.html"
        path.write_text(html, "utf-8")
        context = browser.new_context(**options)
        page = context.new_page()
        said: list[str] = []
        asked: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: asked.append(request.url.partition("#")[0]))
        page.goto(path.as_uri() + fragment)
        yield page
        assert (said, asked) == ([], [path.as_uri()])
        context.close()

    return open_page


@pytest.fixture(scope="module")
def demonstration() -> str:
    return render(report.read(FILLED))


def shown(page: Page) -> list[str]:
    cards = page.locator("#record .card:visible h3")
    return [text.strip() for text in cards.all_inner_texts()]


def test_everything_is_there_without_scripts(opened: Opened, demonstration: str) -> None:
    sheet = worksheet.read(FILLED).worksheet
    with opened(demonstration, java_script_enabled=False) as page:
        assert shown(page) == [item.assertion.id for item in report.read(FILLED).items]
        assert page.locator("#tools").is_hidden()
        story = page.locator(".story").inner_text()
        plain = re.sub(r"\d+[✓✗?–○!]", "", story)
        assert plain.split() == sheet.article.text.split()
        page.click(".n[href='#a23']")
        assert page.evaluate("location.hash") == "#a23"
        box = page.locator("#a23").bounding_box()
        assert box is not None
        assert 0 <= box["y"] < 800


def test_filters(opened: Opened, demonstration: str) -> None:
    fixes = ["10", "23", "43", "48", "50", "51"]
    with opened(demonstration) as page:
        assert len(shown(page)) == 91
        page.select_option("#by-state", "fix")
        assert shown(page) == fixes
        assert page.locator("#shown").inner_text() == "6 of 91 shown"
        assert page.locator(".m.off").count() > 50
        page.select_option("#by-layer", "said")
        assert shown(page) == ["43"]
        page.select_option("#by-layer", "")
        page.select_option("#by-priority", "high")
        assert shown(page) == ["10", "48", "50"] or len(shown(page)) < len(fixes)
        page.click("#clear")
        assert len(shown(page)) == 91
        page.select_option("#by-reviewer", "L. V.")
        assert len(shown(page)) == 44


def test_search(opened: Opened, demonstration: str) -> None:
    with opened(demonstration) as page:
        page.fill("#find", "Treasurer ondrake")
        assert "23" in shown(page)
        assert len(shown(page)) < 10
        page.fill("#find", "no such words anywhere")
        assert shown(page) == []
        assert page.locator("#none").is_visible()
        page.click("#show-all")
        assert len(shown(page)) == 91


def test_keys(opened: Opened, demonstration: str) -> None:
    def current() -> str:
        return str(page.locator(".card.on h3").inner_text())

    with opened(demonstration) as page:
        page.keyboard.press("j")
        page.keyboard.press("j")
        assert current() == "2"
        page.keyboard.press("k")
        assert current() == "1"
        page.keyboard.press("x")
        assert current() == "10"
        page.keyboard.press("x")
        assert current() == "23"
        assert page.locator(".m.on").count() >= 1
        page.keyboard.press("/")
        page.keyboard.type("jx")
        assert page.input_value("#find") == "jx"
        page.keyboard.press("Escape")
        assert page.input_value("#find") == ""


def test_links_to_every_assertion(opened: Opened, demonstration: str) -> None:
    with opened(demonstration, fragment="#a14") as page:
        assert page.locator(".card.on h3").inner_text() == "14"
        broken = page.evaluate(
            "[...document.querySelectorAll('a[href^=\"#\"]')]"
            ".filter(a => !document.getElementById(a.getAttribute('href').slice(1))).length"
        )
        assert broken == 0
        twice = page.evaluate(
            "(() => { const ids = [...document.querySelectorAll('[id]')].map(e => e.id);"
            " return ids.length - new Set(ids).size })()"
        )
        assert twice == 0
        page.locator(".m[data-a=a23]").last.click()
        assert page.evaluate("location.hash") in ("#a23", "#a20", "#a22")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_stands_in_a_readers_way(
    opened: Opened, demonstration: str, compiled: report.Report, scheme: str, width: int
) -> None:
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe is not installed"
    )
    for text in (demonstration, render(compiled)):
        viewport = {"width": width, "height": 900}
        with opened(text, color_scheme=scheme, viewport=viewport) as page:
            found = axe.Axe().run(page)
            told = [
                f"{v['id']}: {v['nodes'][0]['html'][:200]}" for v in found.response["violations"]
            ]
            assert told == []
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wide <= 0


def test_the_print_is_complete(opened: Opened, demonstration: str, tmp_path: Path) -> None:
    from pdfminer.high_level import extract_text

    with opened(demonstration) as page:
        page.select_option("#by-state", "fix")  # what is filtered away is printed all the same
        page.pdf(path=tmp_path / "print.pdf", format="A4")
    text = " ".join(unicodedata.normalize("NFKC", extract_text(tmp_path / "print.pdf")).split())
    for words in ("Hold; 6 fixes so far", "Must fix", "Line by line 91", "Method and limits"):
        assert words in text
    assert "Ilse Pemberwick, Town Clerk" in text
    assert "Show all" not in text
    assert "next, previous" not in text
    for number in (1, 45, 91):
        assert re.search(rf"\b{number} [✓✗?–○!]", text) or f"{number}" in text


HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(2)>",
    "</style></script><svg onload=alert(3)>",
    "javascript:alert(4)",
    "data:text/html,<script>alert(5)</script>",
    '" autofocus onfocus="alert(6)',
    "{{ 7 * 191 }} {% raw %}",
    "\x1b[31mred\x1b[0m",
    "[bold]x[/bold]",
    "=cmd|' /C calc'!A1",
    "\u202egnirts\u2066",
    "zero\u200bwidth\u200d\ufeff",
    "w" * 10_000,
    "\x00\x07",
)


def poisoned(compiled: report.Report) -> report.Report:
    """The report with hostile words wherever a person or an article has words."""
    poison = " ".join(HOSTILE)
    sheet = worksheet.read(FILLED).worksheet
    article = replace(
        sheet.article,
        text=poison + "\n\n" + poison,
        title=poison,
        byline=poison,
        url=HOSTILE[3],
        source=poison,
    )
    first = sheet.assertions[0]
    one = replace(
        first,
        id="1",
        text=poison,
        span=replace(first.span, start=0, end=len(poison)),
        verdict="wrong",
        correction=poison,
        note=poison,
        reviewer=poison,
        speaker=poison,
        kind=poison,
        evidence=(
            replace(first.evidence[0], source="", url=HOSTILE[3], passage=poison, locator=poison),
        ),
    )
    two = replace(one, id=poison, verdict=poison, layer=poison, priority=poison)
    source = replace(sheet.sources[0], id="s1", title=poison, url=HOSTILE[4], file=poison)
    three = replace(one, id="3", evidence=(replace(first.evidence[0], source="s1"),))
    poisoned_sheet = replace(
        sheet, article=article, assertions=(one, two, three), sources=(source,), queries=()
    )
    assert compiled
    return report.compile(poisoned_sheet)


def test_hostile_words_are_words(opened: Opened, compiled: report.Report) -> None:
    text = render(poisoned(compiled))
    with opened(text, viewport={"width": 390, "height": 800}) as page:
        page.wait_for_timeout(200)
        assert page.locator("script").count() == 1
        assert (
            page.locator("img, svg:not(.bar), iframe, [onerror], [onload], [onfocus]").count() == 0
        )
        links = page.evaluate("[...document.links].map(a => a.protocol)")
        assert set(links) <= {"file:", "https:", "http:"}
        story = page.locator(".story").inner_text()
        for words in ("<script>alert(1)</script>", "{{ 7 * 191 }}", "[bold]x[/bold]", "<U+202E>"):
            assert words in story
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_the_policy_lets_only_our_own_parts_run(opened: Opened, demonstration: str) -> None:
    assert "default-src 'none'; style-src 'sha256-" in markup.unescape(demonstration)
    assert "unsafe-inline" not in demonstration
    injected = demonstration.replace("</main>", "<script>document.title = 'taken'</script></main>")
    assert injected != demonstration
    with pytest.raises(AssertionError, match="Content Security Policy"), opened(injected) as page:
        assert page.title() != "taken"


def test_a_page_of_300_assertions_is_small(compiled: report.Report) -> None:
    items = tuple(
        replace(item, assertion=replace(item.assertion, id=f"{item.assertion.id}-{n}"))
        for n in range(300 // len(compiled.items) + 1)
        for item in compiled.items
    )[:300]
    text = render(replace(compiled, items=items))
    assert text.count('<article class="card') >= 300
    assert len(text.encode()) < 1_000_000
