from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from factcheck.articles import markdown
from factcheck.articles.document import Document

ARTICLE = """\
---
title: "Bridge: open"
author: [Ann Example, Bo Sample]
date: 2024-06-30T10:00:00Z
source: The Daily Example
canonical_url: https://example.org/bridge
lang: en-GB
---

# Bridge opens

The *new* bridge over the [Ouse](https://example.org/ouse) opened[^1] on Sunday after
3 years of work, the `council` said.\\
It cost **£4m**, un*believ*able.

![A bridge](bridge.jpg)

- Length: 300 m
- Lanes: <b>two</b>
  1. nested

> “It is late,” said Bo. She
> left early.

| Year | Cost |
|------|------|
| 2019 | £2m  |

```python
cost = budget[^1] * 2
```

<div>Some <em>HTML</em> here.</div><script>alert(1)</script>

Below
-----

~~Old~~ text &amp; more, 5 < 6 and snake_case at <https://example.org>.

[^1]: Opened at 10:00, see [the report](https://example.org/report).
    It has two pages.

[link]: https://example.org/unused

***
"""


def test_an_article() -> None:
    assert markdown.read(ARTICLE.encode()) == Document(
        (
            "Bridge opens",
            "The new bridge over the Ouse opened on Sunday after 3 years of work, the council "
            "said.",
            "It cost £4m, unbelievable.",
            "Length: 300 m",
            "Lanes: two",
            "nested",
            "“It is late,” said Bo. She left early.",
            "Year | Cost",
            "2019 | £2m",
            "cost = budget[^1] * 2",
            "Some HTML here.",
            "Below",
            "Old text & more, 5 < 6 and snake_case at https://example.org.",
            "Opened at 10:00, see the report. It has two pages.",
        ),
        title="Bridge: open",
        byline="Ann Example and Bo Sample",
        published=dt.date(2024, 6, 30),
        url="https://example.org/bridge",
        site="The Daily Example",
        language="en",
        warnings=(
            "two titles, in the front matter: Bridge: open; in the text's heading: Bridge opens; "
            "the first is used unless --title names one",
        ),
        headings=frozenset({8, 12}),
        rows=frozenset({9}),
    )


@pytest.mark.parametrize(
    "top",
    [
        "# Bridge opens\n\nBy Ann Example\nJune 30, 2024\n\n",
        "# Bridge opens\n\n**By Ann Example**  \n**Published:** June 30, 2024\n\n",
        "# Bridge opens #\n*By Ann Example | June 30, 2024*\n\n",
        "+++\ntitle = 'Bridge opens'\nauthor = 'Ann Example'\ndate = 2024-06-30\n+++\n# Bridge opens\n",
        "---\nheadline: Bridge opens\nauthor:\n  name: Ann Example\npublished: June 30, 2024\n...\n"
        "# Bridge opens\n",
        "---\ntitle: Bridge opens\nauthor: Ann Example\ndate: 2024-06-30\nx: a: b: c\n---\n"
        "# Bridge opens\n",
    ],
)
def test_a_block_on_top(top: str) -> None:
    assert markdown.read(f"{top}The *mayor* said so.\n".encode()) == Document(
        ("Bridge opens", "The mayor said so."),
        title="Bridge opens",
        byline="Ann Example",
        published=dt.date(2024, 6, 30),
    )


@pytest.mark.parametrize(
    ("title", "heading", "warnings"),
    [
        ("Bridge opens", "Bridge  opens", ()),
        ("Bridge opens: it's late", "BRIDGE *opens*: it’s late.", ()),
        (
            "Bridge opens",
            "Bridge *shuts*",
            (
                "two titles, in the front matter: Bridge opens; in the text's heading: Bridge shuts; "
                "the first is used unless --title names one",
            ),
        ),
    ],
)
def test_a_heading_that_differs_from_the_front_matter_is_told(
    title: str, heading: str, warnings: tuple[str, ...]
) -> None:
    text = f'---\ntitle: "{title}"\n---\n# {heading}\n\nThe mayor said so.\n'
    document = markdown.read(text.encode())
    assert (document.title, document.warnings) == (title, warnings)


def test_a_label_names_the_title() -> None:
    document = markdown.read(b"Title: Bridge opens\nDate: 2024-06-30\n\nThe *mayor* said so.\n")
    assert document == Document(
        ("The mayor said so.",), title="Bridge opens", published=dt.date(2024, 6, 30)
    )


@pytest.mark.parametrize(
    "text",
    ["---\nThe mayor said so.\n\n---\n\nMore.", "---\n\n---\nThe mayor said so.\n\nMore."],
)
def test_rules_are_no_front_matter(text: str) -> None:
    assert markdown.read(text.encode()).paragraphs == ("The mayor said so.", "More.")


def test_lines_of_a_paragraph_are_joined_and_list_marks_on_top_stay_lists() -> None:
    assert markdown.read(b"* One *and* more\n* Two\n\nThe mayor\nsaid\nso.").paragraphs == (
        "One and more",
        "Two",
        "The mayor said so.",
    )


def test_plain_text_reads_the_same() -> None:
    text = "“The bridge is open,” the mayor said.\n\nIt cost £4m — twice the budget."
    assert markdown.read(text.encode()).text == text


def test_yaml_cannot_build_objects() -> None:
    document = markdown.read(b"---\ntitle: !!python/object/apply:os.getcwd []\n---\nText.")
    assert str(Path.cwd()) not in document.title
    assert document.paragraphs[-1] == "Text."


def test_yaml_that_refers_to_itself_is_small() -> None:
    lines = ["a: &a [x, x]"]
    lines += [
        f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]"
        for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    text = "---\n" + "\n".join(lines) + "\nauthor: *i\ntitle: Bridge\n---\nText."
    document = markdown.read(text.encode())
    assert (document.title, document.byline) == ("Bridge", "")
