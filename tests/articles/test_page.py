from __future__ import annotations

import datetime as dt
import json

import pytest

from factcheck.articles import html, page
from factcheck.articles.page import Page


def read(head: str, body: str = "") -> Page:
    return page.read(html.parse(f"<html><head>{head}</head><body>{body}</body></html>"))


def linked(*objects: object) -> str:
    return "".join(
        f'<script type="application/ld+json">{json.dumps(item)}</script>' for item in objects
    )


ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Bridge &amp; tunnel open",
    "datePublished": "2024-06-30T10:00:00Z",
    "dateModified": "2024-07-02T10:00:00Z",
    "author": [{"@type": "Person", "name": "Ann Example"}, {"name": "Bo Sample"}],
    "publisher": {"name": "The Daily Example"},
    "url": "https://example.org/bridge",
}


@pytest.mark.parametrize(
    "data",
    [
        ARTICLE,
        [{"@type": "WebPage"}, ARTICLE],
        {"@graph": [{"@type": "Organization", "name": "X"}, ARTICLE]},
        {**ARTICLE, "@type": ["ReportageNewsArticle", "Thing"]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
    ],
)
def test_json_ld(data: object) -> None:
    found = read(linked({"@type": "BreadcrumbList"}, data))
    assert found.title == "Bridge & tunnel open"
    assert found.byline == "Ann Example and Bo Sample"
    assert found.published == dt.date(2024, 6, 30)
    assert found.site == "The Daily Example"
    assert found.url == "https://example.org/bridge"


@pytest.mark.parametrize(
    "text",
    [
        "not json",
        '{"@type": "NewsArticle", "headline": ',
        "[" * 5000,
        '{"@type": "NewsArticle", "headline": {"a": 1}, "author": 3, "datePublished": []}',
        '{"@type": null, "@graph": {"@graph": "x"}}',
        "",
    ],
)
def test_broken_json_ld_is_passed_over(text: str) -> None:
    script = f'<script type="application/ld+json">{text}</script>'
    found = read(f"{script}<title>Bridge opens</title>")
    assert (found.title, found.byline, found.published) == ("Bridge opens", "", None)


def test_json_ld_with_raw_line_ends_and_cdata() -> None:
    script = (
        '<script type="application/ld+json">//<![CDATA[\n'
        '{"@type": "Article", "headline": "Bridge\nopens"}\n//]]></script>'
    )
    assert read(script).title == "Bridge opens"


def test_the_title_of_several() -> None:
    found = read(
        '<meta property="og:title" content="Bridge opens - The Daily Example">'
        '<meta property="og:site_name" content="Daily Example">'
        "<title>Bridge opens after three years | Daily Example</title>",
        "<h1>The bridge opens</h1>",
    )
    assert found.titles == (
        "Bridge opens - The Daily Example",
        "The bridge opens",
        "Bridge opens after three years",
    )


def test_a_title_that_was_cut_off_is_not_the_headline() -> None:
    data = {"@type": "NewsArticle", "headline": "Bridge opens after…"}
    found = read(linked(data) + '<meta property="og:title" content="Bridge opens after years">')
    assert found.title == "Bridge opens after years"


@pytest.mark.parametrize(
    ("head", "byline"),
    [
        ('<meta name="author" content="By Ann Example">', "Ann Example"),
        ('<meta name="author" content="https://example.org/ann">', ""),
        ('<meta property="article:author" content="Ann Example">', "Ann Example"),
        (linked({**ARTICLE, "author": "Ann Example"}), "Ann Example"),
        (linked({**ARTICLE, "author": ["A B", "C D", "E F", "A B"]}), "A B, C D and E F"),
        (linked({**ARTICLE, "author": {"name": "https://example.org/ann"}}), ""),
    ],
)
def test_bylines(head: str, byline: str) -> None:
    assert read(head).byline == byline


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta property="article:published_time" content="2024-06-30T23:59:00-05:00">', ""),
        ('<meta name="DC.date.issued" content="2024-06-30">', ""),
        ('<meta name="pubdate" content="June 30, 2024">', ""),
        ('<meta itemprop="datePublished" content="20240630">', ""),
        ("", '<time itemprop="datePublished" datetime="2024-06-30T10:00">Sunday</time>'),
        ("", '<article><time datetime="2024-06-30">June 30</time></article>'),
        ('<link rel="canonical" href="https://example.org/2024/06/30/bridge">', ""),
        (
            '<meta name="date" content="0001-01-01T00:00:00">'
            '<meta name="article.published" content="2024-06-30">',
            "",
        ),
    ],
)
def test_dates(head: str, body: str) -> None:
    assert read(head, body).published == dt.date(2024, 6, 30)


def test_addresses_that_are_none() -> None:
    found = read('<link rel="canonical" href="/bridge"><meta property="og:url" content="x">')
    assert found.url == ""


@pytest.mark.parametrize(
    ("tag", "language"), [('lang="en-GB"', "en"), ('lang="FR"', "fr"), ("", ""), ('lang="x"', "")]
)
def test_language(tag: str, language: str) -> None:
    assert page.read(html.parse(f"<html {tag}><p>x</html>")).language == language


def test_the_site_is_its_name_or_its_host() -> None:
    canonical = '<link rel="canonical" href="https://www.example.org/a">'
    assert read(f'{canonical}<meta property="og:site_name" content="Example">').site == "Example"
    assert read(f'{canonical}<meta name="publisher" content="https://x.org">').site == "example.org"
