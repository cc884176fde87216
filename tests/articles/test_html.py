from __future__ import annotations

import datetime as dt

import pytest

from factcheck.articles import html
from factcheck.articles.document import Document

PAGE = """<!doctype html>
<html lang="en-GB"><head>
<title>Bridge opens | The Daily Example</title>
<link rel="canonical" href="https://example.org/2024/06/30/bridge">
<meta property="og:site_name" content="The Daily Example">
<meta name="author" content="By Ann Example">
<meta property="article:published_time" content="2024-06-30T23:30:00-05:00">
</head><body>
<nav><ul><li><a href="/a">Home</a></li><li><a href="/b">News</a></li></ul></nav>
<article>
<h1>Bridge opens</h1>
<p>The new bridge over the Ouse opened on <em>Sun</em>day after 3&nbsp;years
of work,<br>the <a href="/council">council</a>, which paid, said.</p>
<p>It cost &pound;4m<sup><a href="#n1">1</a></sup> &mdash; twice the &#147;budget&#148; of 2019.</p>
<p><a href="/2023/plan">Read more about the plan for the bridge</a></p>
<h2>What it carries</h2>
<ul><li>Cars: <b>two</b> lanes</li><li>Bicycles: one lane</li></ul>
<table><tr><th>Year</th><th>Cost</th></tr><tr><td>2019</td><td>£2m</td></tr></table>
<blockquote><p>“It is late,” said Bo Sample, who lives in Northton.</p></blockquote>
<p>First line of two.<br><br>Second line of two.</p>
</article>
<aside><h2>Related</h2><p><a href="/c">Another story about the town</a></p></aside>
<section class="comments" id="comments"><h2>Comments</h2><p>First! I love this bridge.</p></section>
<footer><p>Copyright 2024 Example Media. All rights reserved.</p></footer>
</body></html>
"""


def test_a_page() -> None:
    assert html.read(PAGE.encode()) == Document(
        (
            "The new bridge over the Ouse opened on Sunday after 3 years of work, the council, "
            "which paid, said.",
            "It cost £4m — twice the “budget” of 2019.",
            "What it carries",
            "Cars: two lanes",
            "Bicycles: one lane",
            "Year | Cost",
            "2019 | £2m",
            "“It is late,” said Bo Sample, who lives in Northton.",
            "First line of two.",
            "Second line of two.",
        ),
        title="Bridge opens",
        byline="Ann Example",
        published=dt.date(2024, 6, 30),
        url="https://example.org/2024/06/30/bridge",
        site="The Daily Example",
        language="en",
        headings=frozenset({3, 6}),
        rows=frozenset({7}),
    )


def paragraphs(body: str) -> tuple[str, ...]:
    return html.read(f"<html><body>{body}</body></html>".encode()).paragraphs


def test_a_fragment_is_read_as_it_stands() -> None:
    text = b"<p>The <b>may</b>or said <a href='http://x.org/'>yes</a>, then left.</p><p>Twice.</p>"
    assert html.read(text).paragraphs == ("The mayor said yes, then left.", "Twice.")


def test_words_without_markup() -> None:
    assert html.read(b"Just words, no markup.").paragraphs == ("Just words, no markup.",)


SENTENCES = tuple(
    f"The council of town {n} said on Monday that it would build {n} bridges over the river."
    for n in range(2, 14)
)


@pytest.mark.parametrize(
    "body",
    [
        "".join(f"<p>{s}</p>" for s in SENTENCES),
        "".join(f"<div><span>{s}</span></div>" for s in SENTENCES),
        "<br><br>".join(SENTENCES),
        "<br>\n".join(SENTENCES),
        "<article><p>" + "</p><p>".join(SENTENCES) + "</p></article>",
        "<p>" + "<p>".join(SENTENCES),
    ],
)
def test_a_paragraph_is_a_paragraph(body: str) -> None:
    assert paragraphs(body) == SENTENCES


def test_a_linked_sentence_between_others_is_kept() -> None:
    linked = "<p><a href='/x'>The report is not out yet and nobody knows when</a>.</p>"
    body = "".join(f"<p>{s}</p>" for s in SENTENCES[:6]) + linked
    body += "".join(f"<p>{s}</p>" for s in SENTENCES[6:])
    found = paragraphs(f"<article>{body}</article>")
    assert found[:6] == SENTENCES[:6]
    assert found[6] == "The report is not out yet and nobody knows when."
    assert found[7:] == SENTENCES[6:]


def test_teasers_of_other_stories_are_out_and_prose_below_them_is_not() -> None:
    half = "".join(f"<p>{s}</p>" for s in SENTENCES[:6])
    teaser = "<h3>Read more</h3><h4><a href='/x'>Another town has no bridge</a></h4>"
    rest = "".join(f"<p>{s}</p>" for s in SENTENCES[6:])
    related = "<h2>Most read</h2>" + "".join(
        f"<h3><a href='/{n}'>Story number {n} of today</a></h3><p>What it is about.</p>"
        for n in range(4)
    )
    assert paragraphs(f"<article>{half}{teaser}{rest}</article>") == SENTENCES
    assert set(paragraphs(f"<article>{half}{rest}{related}</article>")) <= {
        *SENTENCES,
        "What it is about.",
    }


def test_a_pop_up_over_a_name_is_no_part_of_the_sentence() -> None:
    name = (
        "<p>Gov. <a href='/p'>Ann Example</a><span class='rollover-block'><a href='/p'>Ann Mary "
        "Example</a> MORE</span> (I) signed the law of town 1 on Monday in the town hall.</p>"
    )
    found = paragraphs(name + "".join(f"<p>{s}</p>" for s in SENTENCES))
    assert found[0] == "Gov. Ann Example (I) signed the law of town 1 on Monday in the town hall."


def test_control_characters_go_wherever_they_stand() -> None:
    pop_up = "<span hidden>x</span>\x1f of &#1;&#x1f;the\x00 town"
    document = html.read(f"<p>The <a href='/a'>mayor</a>{pop_up} said so.</p>".encode())
    assert document.paragraphs == ("The mayor of the town said so.",)
    assert document.warnings[0] == "dropped 2 control characters"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (b'<meta charset="iso-8859-1">', b"\x93Caf\xe9\x94"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=utf-8">', "“Café”".encode()),
        (b'<meta charset="utf-8">', b"\x93Caf\xe9\x94"),
        (b"", "“Café”".encode()),
        (b"", b"\x93Caf\xe9\x94"),
    ],
)
def test_the_encoding_is_what_fits(head: bytes, body: bytes) -> None:
    data = b"<html><head>" + head + b"</head><body><p>" + body + b"</p></body></html>"
    assert html.read(data).paragraphs == ("“Café”",)


def test_the_body_in_the_metadata_helps_where_the_page_shows_none() -> None:
    body = "\\n".join(SENTENCES)
    script = f'{{"@type": "NewsArticle", "headline": "Bridges", "articleBody": "{body}"}}'
    page = f'<html><script type="application/ld+json">{script}</script><p>Please subscribe.</p>'
    document = html.read(page.encode())
    assert document.title == "Bridges"
    assert document.paragraphs == SENTENCES


def test_no_words_at_all() -> None:
    assert html.read(b"<html><script>var x</script></html>").paragraphs == ()
    assert html.read(b"<!-- -->").paragraphs == ()


def test_scripts_and_entities_are_not_run() -> None:
    page = (
        b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body>'
        b"<p>One &x; two.</p><script>alert('three')</script></body></html>"
    )
    text = html.read(page).text
    assert "One" in text
    assert "root:" not in text
    assert "three" not in text


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 50_000 + "<p>Deep.",
        "<p><a href='/x'>x</a>" * 5_000,
        "<div>" + "<a href='/x'>x</a> " * 5_000 + "</div>",
        "<table>" * 300 + "<tr><td>x",
        "<p " + "a=1 " * 50_000 + ">x",
        "&lt;" * 100_000,
    ],
)
def test_odd_pages_are_read_without_hanging(page: str) -> None:
    assert "\n" not in "".join(html.read(page.encode()).paragraphs)
