from __future__ import annotations

import pytest

from factcheck.assertions import reading

# The last reporting clause's speaker.
CASES = {
    "she after two men": (
        "Marta Quill met Paul Brand and John Reed. Reed and Brand left. She said it was over.",
        "Marta Quill",
    ),
    "he by his title": ("Mr. Tamsin met Anna Quill. He said it was over.", "Tamsin"),
    "a woman by kinship": (
        "Reed's widow, Yonca Hale, met Paul Brand. She said it was over.",
        "Yonca Hale",
    ),
    "an object is not its own subject": (
        "Anna Quill wrote to Marta Reed. Marta Reed blamed her. “It is over,” Quill said.",
        "Anna Quill",
    ),
    "the speaker goes on": (
        "Paul Brand said John Reed lied. He added that nobody cared.",
        "Paul Brand",
    ),
    "a surname alone": ("Marta Quill arrived. Quill said it was over.", "Marta Quill"),
    "a first name alone": ("Marta Quill arrived. Marta said it was over.", "Marta Quill"),
    "a role": (
        "Analyst Marta Quill met singer Paul Brand. The analyst said it was over.",
        "Marta Quill",
    ),
    "a role that nobody has": (
        "Singer Paul Brand arrived. The judge said it was over.",
        "The judge",
    ),
    "a company": (
        "Brightwater Corp. opened a bridge. The company said it was safe.",
        "Brightwater Corp.",
    ),
    "a committee by its name": (
        "The Harbour Safety Committee met. The committee said it was safe.",
        "Harbour Safety Committee",
    ),
    "a company that is none": ("Marta Quill arrived. The company said it was safe.", "The company"),
    "both": (
        "Paul Brand and John Reed were freed. Both men said they were well.",
        "Paul Brand and John Reed",
    ),
    "they": (
        "Paul Brand and John Reed were freed. They said it was over.",
        "Paul Brand and John Reed",
    ),
    "the subject of the sentence before, not who was the subject earlier and more often": (
        "Paul Brand denied it. He said he was asleep. Councillor John Reed, who saw him, called it a lie. "
        "He said it was over.",
        "John Reed",
    ),
    "who stands beside the subject": (
        "Anna Quill met them. The trust has a boat. Its director, Marta Reed, 58, said it was old. "
        "“It is over,” she added.",
        "Marta Reed",
    ),
    "somebody of a certain age, who agreed": (
        "Paul Brand said it was safe. John Reed, 44, agreed. He said it was over.",
        "John Reed",
    ),
    "who acted, not who spoke before": (
        "Paul Brand said it was safe. John Reed made a speech in Quill. He said it was over.",
        "John Reed",
    ),
    "it was she": (
        "Anna Quill won on Monday. It was Laura Reed who won on Tuesday. She said it was over.",
        "Laura Reed",
    ),
    "both, of whom one is called like a span of time": (
        "Paul Brand and Weeks were freed. John Reed met them. Both men said they were well.",
        "Paul Brand and Weeks",
    ),
    "it is who acted in the sentence before": (
        "The ministry said it was safe. The Harbour Safety Committee met. It said nobody was hurt.",
        "Harbour Safety Committee",
    ),
    "a firm that looks like a person": (
        "Brightwater Corp. said it was safe. Dick Brand Productions denied it. They said no more.",
        "Dick Brand Productions",
    ),
    "the news organisation": (
        "CNBC opened a studio. The news organization said it was safe.",
        "CNBC",
    ),
    "it is no person": (
        "The ministry said it was safe. Paul Brand denied that. It said he was wrong.",
        "The ministry",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_whom_a_pronoun_or_a_definite_noun_means(name: str) -> None:
    text, expected = CASES[name]
    said = [c for c in reading.read(text).clauses if c.reports]
    assert said[-1].speaker == expected


def test_whoever_says_what_he_believes_is_one_person() -> None:
    text = (
        "Paul Brand denied it. Brand said his boat, his house and his dog were safe and he slept. "
        "John Reed said after their meeting he believes it was over."
    )
    said = {c.verb: c.speaker for c in reading.read(text).clauses}
    assert said["believe"] == "John Reed"


def test_an_office_is_whoever_the_next_sentences_name_by_it() -> None:
    text = "A transit chief says a man was hurt. Harbour Police Chief John Reed told reporters it was late."
    assert [c.speaker for c in reading.read(text).clauses] == ["John Reed", "John Reed"]


@pytest.mark.parametrize(
    "text",
    [
        "A judge said it was late. Judge John Reed said so. Judge Paul Brand said so too.",
        "A witness said it was late. John Reed, a witness, said so.",
        "A judge said it was late. A man fell. A boat sank. It rained. Judge John Reed said so.",
    ],
)
def test_an_office_that_may_be_anybodys_stays_as_described(text: str) -> None:
    assert reading.read(text).clauses[0].speaker.startswith("A ")


def test_two_of_one_family_are_told_apart_by_their_title() -> None:
    text = "Paul Quill met Anna Quill. Mrs. Quill said it was over. Mr. Quill said nothing."
    read = reading.read(text)
    assert [c.speaker for c in read.clauses if c.verb == "say"] == ["Anna Quill", "Paul Quill"]
