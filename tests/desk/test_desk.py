from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import desk, worksheet
from factcheck.desk import reading
from factcheck.errors import DeskError
from factcheck.scales import SCALES

OWN = """\
[desk]
policy = "two-independent"
priorities = ["high"]
scale = "harbour"

[rules]
superlative-without-primary = true
web-source-unsaved = false
evidence-too-old = 30

[[owner]]
name = "Harbour Press"
holds = ["courier.example", "The Evening Post"]

[[scale]]
name = "harbour"

[[scale.verdict]]
word = "holds"
meaning = "It holds."
outcome = "confirmed"
number = 3

[[scale.verdict]]
word = "leaks"
label = "Leaks!"
meaning = "It does not hold."
outcome = "fix"
number = 1

[[scale.verdict]]
word = "adrift"
meaning = "Nobody knows."
outcome = "unconfirmed"
"""


def test_everything_that_a_house_may_say() -> None:
    rules = reading.parse(OWN)
    policy = rules.policy
    assert (policy.preset, policy.priorities, policy.days) == ("two-independent", ("high",), 30)
    assert policy.switched == {"superlative-without-primary"}
    assert [(each.name, each.holds) for each in policy.owners] == [
        ("Harbour Press", ("courier.example", "The Evening Post"))
    ]
    assert rules.scale == "harbour"
    scale = rules.scales["harbour"]
    assert scale.words == ("holds", "leaks", "adrift")
    assert [v.outcome for v in scale.verdicts] == ["confirmed", "fix", "unconfirmed"]
    assert [v.needs for v in scale.verdicts] == ["evidence", "evidence", "note"]
    assert [v.rank for v in scale.verdicts] == [3, 1, None]
    assert [v.published for v in scale.verdicts] == ["Holds", "Leaks!", "Adrift"]
    assert scale.dismissal == ""


def test_what_it_asks_for_in_words() -> None:
    assert reading.parse(OWN).policy.words == (
        "two-independent: at least two sources that are independent of each other",
        "a primary source for each superlative",
        "evidence no older than 30 days",
        "asked of high priority alone",
    )
    assert reading.parse("").policy.words == ()


def test_the_nearest_file_upward(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "factcheck.toml").write_text('[desk]\npolicy = "one"\n', "utf-8")
    assert desk.of(inner).policy.preset == "one"
    (tmp_path / "a" / "factcheck.toml").write_text('[desk]\npolicy = "primary-or-three"\n', "utf-8")
    found = desk.of(inner)
    assert found.policy.preset == "primary-or-three"
    assert Path(found.path) == tmp_path / "a" / "factcheck.toml"


def test_what_the_command_says_wins(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text(OWN, "utf-8")
    other = tmp_path / "other.toml"
    other.write_text("[rules]\naccusation-without-reply = true\n", "utf-8-sig")
    assert desk.of(tmp_path, "one").policy.preset == "one"
    assert desk.of(tmp_path, "one").policy.switched == {"superlative-without-primary"}
    assert desk.of(tmp_path, "none").policy.words == ()
    assert desk.of(tmp_path, "none").scale == "harbour"
    assert desk.of(tmp_path, str(other)).policy.switched == {"accusation-without-reply"}
    assert desk.of(tmp_path, str(other)).scale == "desk"
    with pytest.raises(DeskError) as caught:
        desk.of(tmp_path, "two-independant")
    assert caught.value.message == "there is no policy 'two-independant'"
    assert "two-independent" in caught.value.hint


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("[desk\n", "h.toml:1: this is not TOML", ""),
        ("[desk]\npolcy = 1\n", "h.toml:2: unknown key of [desk]: polcy", "policy"),
        ('[desk]\npolicy = "to"\n', 'h.toml:2: "to" is no policy we know', "two-independent"),
        (
            "[desk]\npolicy = 2\n",
            "h.toml:2: policy must be text in quotation marks",
            'policy = "…"',
        ),
        ('[desk]\nscale = "stars"\n', 'h.toml:2: "stars" is no scale we know', "snopes"),
        ('[desk]\npriorities = "high"\n', "h.toml:2: priorities must be a list", "["),
        ('[desk]\npriorities = ["hi"]\n', 'h.toml:2: "hi" is no priority', "high"),
        ("desk = 1\n", "h.toml:1: desk must be a table", "[desk]"),
        (
            "[rules]\nunchecked = true\n",
            "h.toml:2: unknown rule that can be switched: unchecked",
            "",
        ),
        (
            "[rules]\nweb-source-unsaved = 1\n",
            "h.toml:2: web-source-unsaved is neither true nor false",
            "= true",
        ),
        ("[rules]\nevidence-too-old = true\n", "h.toml:2: evidence-too-old is no number", "30"),
        ("[owner]\nname = 'x'\n", "h.toml:1: owner must be a list of tables", "[[owner]]"),
        ("[[owner]]\nname = 'x'\n", "h.toml:1: an [[owner]] needs name and holds", "holds"),
        ("[[scale]]\nname = 'desk'\n", "h.toml:2: there is a scale desk already", "another"),
        ("[[scale]]\nname = 'Ours!'\n", 'h.toml:2: "Ours!" cannot name a scale', "a to z"),
        ("[[scale]]\nname = 'ours'\n", "h.toml:2: the scale ours has no verdict", "confirmed"),
        (
            "[[scale]]\nname = 'ours'\n[[scale.verdict]]\nword = 'so'\n",
            "h.toml:4: the verdict so does not say its outcome",
            "not-checkable",
        ),
        (
            "[[scale]]\nname = 'ours'\n[[scale.verdict]]\nword = 'so'\noutcome = 'fix'\nnumber = 0\n",
            "h.toml:4: the number of so is no whole number from 1",
            "truer",
        ),
        (
            "[[scale]]\nname = 'ours'\n" + "[[scale.verdict]]\nword = 'so'\noutcome = 'fix'\n" * 2,
            "h.toml:4: the scale ours has so twice",
            "out",
        ),
    ],
)
def test_what_is_wrong_is_told_in_one_line(text: str, message: str, hint: str) -> None:
    with pytest.raises(DeskError) as caught:
        reading.parse(text, "h.toml")
    assert caught.value.message.startswith(message)
    assert "\n" not in caught.value.message
    assert hint in caught.value.hint


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_bytes(b"\xff\xfe")
    for name in ("gone.toml", "x.toml"):
        with pytest.raises(DeskError) as caught:
            desk.of(tmp_path, str(tmp_path / name))
        assert caught.value.hint


@pytest.mark.parametrize("scale", SCALES.values(), ids=lambda scale: scale.name)
def test_every_scale_can_settle_dismiss_and_leave_open(scale: object) -> None:
    verdicts = SCALES[getattr(scale, "name")].verdicts  # noqa: B009 - pytest gives an object
    assert {v.outcome for v in verdicts} == {"confirmed", "fix", "unconfirmed", "not-checkable"}
    assert len({v.word for v in verdicts}) == len(verdicts)
    assert all(v.meaning.endswith(".") for v in verdicts)
    ranks = [v.rank for v in verdicts if v.rank]
    assert ranks == sorted(ranks, reverse=True)
    assert min(ranks) == 1
    assert verdicts[0].outcome == "confirmed"


def test_the_schema_lies_beside_the_worksheet(tmp_path: Path) -> None:
    desk.put_schema(tmp_path, reading.parse(OWN).scales["harbour"])
    text = (tmp_path / "worksheet.harbour.schema.json").read_text("utf-8")
    assert text == worksheet.schema_text(reading.parse(OWN).scales["harbour"])
    assert '"adrift"' in text
