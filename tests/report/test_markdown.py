"""The Markdown report: whole, and with text in it that would like to be markup."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from factcheck import report
from factcheck.checks.characters import visible
from factcheck.report import commonmark, markdown

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
FLAT = re.compile("[ \t\n]+")


def flat(text: str) -> str:
    return FLAT.sub(" ", visible(text)).strip()


def inline(text: str) -> list[Token]:
    """Every inline token of a document."""
    return [child for token in PARSER.parse(text) for child in token.children or ()]


def words(text: str) -> str:
    """What a reader of the rendered document sees, a space between blocks."""
    blocks = [token.children or [] for token in PARSER.parse(text) if token.type == "inline"]
    return " ".join("".join(t.content for t in block) for block in blocks)


def test_report(compiled: report.Report, golden: Callable[[str, str], None]) -> None:
    golden("report.md", report.FORMATS["markdown"](compiled))


def test_it_renders_to_what_it_says(compiled: report.Report) -> None:
    text = markdown.render(compiled)
    assert {token.type for token in inline(text)} == {
        "text",
        "strong_open",
        "strong_close",
        "link_open",
        "link_close",
        "code_inline",
    }
    links = [str(t.attrs["href"]) for t in inline(text) if t.type == "link_open"]
    assert {link.split(":")[0] for link in links} == {"https"}
    shown = words(text)
    for item in compiled.items:
        assert flat(item.assertion.text) in shown
        assert flat(item.assertion.correction) in shown
        assert flat(item.assertion.note) in shown
        for citation in item.citations:
            assert flat(citation.passage) in shown


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("plain, with-hyphen: 5%", "plain, with-hyphen: 5%"),
        ("*a* _b_ `c`", r"\*a\* \_b\_ \`c\`"),
        ("[a](b) <b>&amp;</b>", r"\[a\](b) \<b\>\&amp;\</b\>"),
        ("see https://x.example or www.x.example", r"see https\://x.example or www\.x.example"),
        ("cost $5 to $6", r"cost \$5 to \$6"),
        ("1. first", r"1\. first"),
        ("12) twelfth", r"12\) twelfth"),
        ("2024 was", "2024 was"),
        ("- item", r"\- item"),
        ("=====", r"\====="),
        ("# head #", r"\# head \#"),
        ("a\nb\r\n\tc", "a b c"),
        ("esc \x1b[0m", r"esc ␛\[0m"),
    ],
)
def test_escape(text: str, escaped: str) -> None:
    assert commonmark.escape(text) == escaped


anything = st.one_of(st.text(), st.text(alphabet="*_`[]()<>&|~#$!\\-+=.:1 a\n\t'\"{}"))
PLACES = ("{}", "# {}", "### x: {}", "> {}", "- {}", "- **x** {}", "  - {}", "- “{}”")


@given(anything)
@example("\\")
@example("a|b\\|c")
@example("    code")
@example("&copy; &#35;")
@example("~~gone~~ ***both***")
@example("![x](y)")
@example("<https://x.example>")
@example("setext\n===")
def test_text_is_shown_and_never_interpreted(text: str) -> None:
    text = re.sub(r"[^\S ]", " ", text)  # which blank it is does not matter here
    escaped = commonmark.escape(text)
    if not flat(text):
        return
    for place in PLACES:
        around = words(place.format("QQ")).split("QQ")
        shown = words(place.format(escaped))
        assert shown.strip() == (around[0] + flat(text) + around[1]).strip()
    cell = words(f"| a | b |\n| --- | --- |\n| x | {escaped} |")
    assert cell.strip() == f"a b x {flat(text)}".strip()


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://x.example/a_b", "<https://x.example/a_b>"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("https://x.example/<b>", r"https\://x.example/\<b\>"),
        ("https://x.example/a b", r"https\://x.example/a b"),
        ("https://x.example/\u202ea", r"https\://x.example/\<U+202E\>a"),
        ("abcdef0123", "abcdef0123"),
        ("ab" * 32, f"`{'ab' * 32}`"),
        ("notes/a_b.pdf", r"notes/a\_b.pdf"),
    ],
)
def test_only_web_addresses_are_links(address: str, shown: str) -> None:
    assert commonmark.address(address) == shown
