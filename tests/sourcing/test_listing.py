from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from factcheck import sourcing
from factcheck.report.typography import Line
from factcheck.sourcing import table

Write = Callable[..., Path]
SOURCES = """
[[source]]
id = "minutes"
kind = "document"
tier = "primary"
title = "Minutes of the council"
publisher = "Town of Dunmere"
accessed = 2026-11-20
file = "evidence/minutes.txt"
sha256 = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"

[[source]]
id = "courier"
kind = "news-report"
url = "https://courier.example/bridge"

[[source]]
id = "nobody"
"""
EVIDENCE = (
    '["minutes"]',
    '["minutes", "courier"]',
    '["courier", { source = "minutes", stance = "context" }]',
    '["minutes", "https://www.courier.example/other"]',
)


def plain(lines: list[Line]) -> str:
    return "\n".join("".join(text for text, _ in line).rstrip() for line in lines) + "\n"


def written(bridge: Write) -> Path:
    path = bridge(SOURCES, *EVIDENCE)
    (path.parent / "evidence").mkdir()
    (path.parent / "evidence" / "minutes.txt").write_text("x", "utf-8")
    return path


def test_what_falls_with_each_source(bridge: Write) -> None:
    listing = sourcing.sources(written(bridge), rules="two-independent")
    told = {each.rest.reference: each for each in listing.sources}
    assert list(told) == ["minutes", "courier", "nobody", "https://www.courier.example/other"]
    assert (told["minutes"].falls, told["minutes"].weakens) == (("1",), ("2", "4"))
    assert (told["courier"].falls, told["courier"].weakens) == (("3",), ("2",))
    assert told["minutes"].copy == "kept"
    assert told["minutes"].missing == ()
    assert told["courier"].missing == (
        "title",
        "tier",
        "accessed, the day on which it was looked at",
        "a saved copy or an archived link",
    )
    assert told["nobody"].missing == ("title", "kind", "tier")
    assert listing.undescribed == ("https://www.courier.example/other",)


def test_a_copy_that_is_not_what_it_was(bridge: Write) -> None:
    path = written(bridge)
    (path.parent / "evidence" / "minutes.txt").write_text("y", "utf-8")
    assert sourcing.sources(path).sources[0].copy == "changed"
    (path.parent / "evidence" / "minutes.txt").unlink()
    gone = sourcing.sources(path).sources[0]
    assert (gone.copy, gone.missing) == (
        "gone",
        ("its saved copy: evidence/minutes.txt is not there",),
    )


def test_what_a_person_sees(bridge: Write, golden: Callable[[str, str], None]) -> None:
    listing = sourcing.sources(written(bridge), rules="two-independent")
    golden("sources-80.txt", plain(list(table.lines(listing, 80))))
    golden("sources-40.txt", plain(list(table.lines(listing, 40))))


def test_as_json(bridge: Write) -> None:
    listing = sourcing.sources(written(bridge))
    found = json.loads(sourcing.document(listing))
    assert (found["format"], found["title"], found["policy"]) == (1, "The bridge", [])
    assert found["sources"][1] == {
        "reference": "courier",
        "described": True,
        "kind": "news-report",
        "tier": "",
        "title": "",
        "author": "",
        "publisher": "",
        "url": "https://courier.example/bridge",
        "archived": "",
        "file": "",
        "copy": "none",
        "bears": ["2", "3"],
        "contradicts": [],
        "context": [],
        "falls": ["3"],
        "weakens": [],
        "missing": [
            "title",
            "tier",
            "accessed, the day on which it was looked at",
            "a saved copy or an archived link",
        ],
    }
    assert found["sources"][3]["described"] is False
    assert found["sources"][3]["url"] == "https://www.courier.example/other"
