from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import checking, worksheet
from factcheck.checks.independence import enough, reason
from factcheck.copies import SavedCopies
from factcheck.desk import Owner
from factcheck.model import Source

OWNERS = (Owner("Harbour Press", ("courier.example", "The Evening Post")),)


def told(one: Source, other: Source, *, alike: bool = False) -> str:
    found = {
        reason(a, b, OWNERS, lambda *_: alike).replace(a.publisher or "\0", "X")
        for a, b in ((one, other), (other, one))
    }
    assert len(found) == 1
    return found.pop()


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (Source("a"), Source("b"), ""),
        (Source("a", url="https://x.example/1"), Source("b"), ""),
        (Source("a"), Source("a"), "are one and the same"),
        (
            Source("a", url="https://www.x.example/1/"),
            Source("b", url="http://x.example/1"),
            "are one and the same",
        ),
        (Source("a", sha256="AB"), Source("b", sha256="ab"), "are one and the same"),
        (
            Source("a", url="https://www.daily.co.uk/1"),
            Source("b", url="https://blogs.daily.co.uk/2"),
            "are both from daily.co.uk",
        ),
        (Source("a", url="https://one.co.uk/"), Source("b", url="https://two.co.uk/"), ""),
        (Source("a", url="https://ana.github.io/"), Source("b", url="https://ben.github.io/"), ""),
        (
            Source("a", url="https://[2001:db8::1]/a"),
            Source("b", url="https://[2001:db8::1]/b"),
            "are both from 2001:db8::1",
        ),
        (
            Source("a", publisher="Town of Dunmere"),
            Source("b", publisher="town of  dunmere"),
            "were both published by X",
        ),
        (
            Source("a", publisher="Evening Post"),
            Source("b", url="https://www.courier.example/a"),
            "both belong to Harbour Press",
        ),
        (
            Source("a", publisher="One", author="Reuters"),
            Source("b", publisher="Two", author="By Ana Ruiz, Reuters"),
            "are both copy of Reuters",
        ),
        (Source("a", author="AP"), Source("b", author="Reuters"), ""),
    ],
)
def test_what_speaks_against_it(one: Source, other: Source, why: str) -> None:
    assert told(one, other).replace("Town of Dunmere", "X").replace("town of  dunmere", "X") == why


def test_a_person_may_know_better() -> None:
    one = Source("a", url="https://x.example/1", independent_of=("b",))
    assert told(one, Source("b", url="https://x.example/2"), alike=True) == ""
    assert told(one, Source("b", url="https://x.example/1")) == "are one and the same"


def test_the_same_text_is_one_copy() -> None:
    assert told(Source("a"), Source("b"), alike=True) == "have the same text, so one copy"


def test_a_pair_among_several_is_enough() -> None:
    def against(one: Source, other: Source) -> str:
        return "no" if {one.id, other.id} != {"b", "d"} else ""

    sources = [Source(each) for each in "abcd"]
    assert enough(sources, 2, against)
    assert not enough(sources, 3, against)
    assert enough(sources, 1, against)
    assert not enough([], 1, against)


STORY = (
    "<p>The council of Dunmere voted on Monday to close the old bridge for good.</p>\n"
    "<p>Engineers had warned for years that its piers were no longer safe to stand on.</p>\n"
    "<p>The mayor said a new one would be built by the end of the decade, at any cost.</p>\n"
    "<p>A ferry will carry pupils and commuters over the river from the first of June.</p>\n"
)


def test_wire_copy_shows_in_saved_pages(tmp_path: Path) -> None:
    (tmp_path / "one.html").write_text(f"<title>One</title><nav>Home</nav>{STORY}", "utf-8")
    (tmp_path / "two.html").write_text(
        f"<h1>Bridge closes</h1><p>Our own reporter was there when the hammer fell.</p>{STORY}",
        "utf-8",
    )
    own = "<p>Nobody in Dunmere slept well after the vote on what to do with the river.</p>" * 9
    (tmp_path / "three.html").write_text(own + STORY.split("\n", maxsplit=1)[0], "utf-8")
    copies = SavedCopies(tmp_path)
    assert copies.alike("one.html", "two.html")
    assert copies.alike("two.html", "one.html")
    assert not copies.alike("one.html", "three.html")
    with pytest.raises(OSError, match="gone"):
        copies.alike("one.html", "gone.html")


PAGE = """
[worksheet]
format = 1
scale = "desk"

[article]
title = "x"
sha256 = ""
{sources}
[[assertion]]
id = "1"
text = "The old bridge closes."
sentence = 1
paragraph = 1
span = [0, 22]
layer = "narration"
kind = "event"
priority = "high"
verdict = "confirmed"
evidence = ["a", "b"]
reviewer = "Ana"

[snapshot]
text = "The old bridge closes."
"""


@pytest.mark.parametrize(
    ("kind", "tier", "told"),
    [
        ("news-report", "", True),
        ("web-page", "secondary", True),
        ("", "secondary", True),
        ("web-page", "primary", False),
        ("document", "secondary", False),
    ],
)
def test_copy_is_looked_for_in_what_reports(
    tmp_path: Path, kind: str, tier: str, told: bool
) -> None:
    sources = ""
    for name in "ab":
        (tmp_path / f"{name}.html").write_text(f"<h1>{name}</h1>{STORY}", "utf-8")
        sources += f'\n[[source]]\nid = "{name}"\nkind = "{kind}"\ntier = "{tier}"\n'
        sources += f'url = "https://{name}.example/"\nfile = "{name}.html"\n'
    path = tmp_path / "w.toml"
    path.write_text(PAGE.format(sources=sources), "utf-8")
    findings = checking.check(worksheet.read(path), policy="two-independent")
    messages = [each.message for each in findings if each.rule == "too-few-sources"]
    assert [m.partition(";")[0] for m in messages] == (
        ["a and b have the same text, so one copy"] if told else []
    )
