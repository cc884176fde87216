"""What reviewers found apart follows a later draft like any finding."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from factcheck import checks, updating, worksheet
from factcheck.model import Article, Evidence, Found, Opinion

OPINIONS = (
    Opinion("Ana", "confirmed", (Evidence("s1", locator="p. 4"),), note="Seen."),
    Opinion("Ben", "wrong", (), "9 coins"),
)


def test_opinions_follow_and_come_back(
    finder: Callable[[Article], Found], lay_out: Callable[..., worksheet.Document]
) -> None:
    first = Article("Ana Ruiz paid 8 coins. It rained all day.", title="Coins")
    found = finder(first).assertions
    document = lay_out(first, (replace(found[0], opinion=OPINIONS), *found[1:]))

    def follow(before: worksheet.Document, text: str) -> worksheet.Document:
        draft = replace(first, text=text)
        after, _ = updating.follow(before, draft, finder(draft), finder)
        return worksheet.parse(after, "w.toml")

    moved = follow(document, "It rained all day. Ana Ruiz paid 8 coins.")
    assert [a.opinion for a in moved.worksheet.assertions if a.id == "1"] == [OPINIONS]
    reworded = follow(document, "Ana Ruiz paid 7 coins. It rained all day.").worksheet.assertions[0]
    assert (reworded.opinion, reworded.recheck) == (OPINIONS, "Ana Ruiz paid 8 coins.")
    gone = follow(document, "It rained all day.")
    assert [a.opinion for a in gone.worksheet.retired] == [OPINIONS]
    assert "[[retired.opinion]]" in gone.text
    back = follow(gone, first.text)
    assert back.worksheet.assertions[0].opinion == OPINIONS
    assert "reviewers-differ" in {f.rule for f in checks.run(back)}
