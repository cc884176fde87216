"""The scales that verdicts are taken from. Standard library only, like :mod:`factcheck.model`.

The published scales have the words of those who use them (PolitiFact, Snopes, Africa Check, the AVeriTeC
dataset), with meanings in our own. Each also has what a worksheet cannot do without: a word for what could not
be settled and one for what nothing could settle.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Outcome = Literal["confirmed", "fix", "unconfirmed", "not-checkable"]
"""What a verdict means for the article: it stands, it must change, the desk could not settle it, nothing could."""
OUTCOMES: tuple[str, ...] = get_args(Outcome)
Need = Literal["evidence", "note", "nothing"]
"""What has to stand beside a verdict: evidence, at least a note that says where you looked, nothing."""
NEEDS: tuple[str, ...] = get_args(Need)


@dataclass(frozen=True, slots=True)
class Verdict:
    """One word of a scale.

    ``rank`` is its number for ClaimReview, higher is truer; None has no place on the scale. ``label`` is how it
    is published, by default the word itself.
    """

    word: str
    meaning: str
    outcome: Outcome
    rank: int | None = None
    needs: Need = "evidence"
    label: str = ""

    @property
    def published(self) -> str:
        """The verdict as readers see it: ``Mostly true``."""
        return self.label or self.word.replace("-", " ").capitalize()

    @property
    def settles(self) -> bool:
        """Whether it says that the statement stands, or that it must change."""
        return self.outcome in ("confirmed", "fix")


@dataclass(frozen=True, slots=True)
class Scale:
    """A named list of verdicts, best first."""

    name: str
    verdicts: tuple[Verdict, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The verdicts' words, best first."""
        return tuple(v.word for v in self.verdicts)

    @property
    def dismissal(self) -> str:
        """The word for a statement that nothing could settle, ``""`` if there is none."""
        return next((v.word for v in self.verdicts if v.outcome == "not-checkable"), "")

    def get(self, word: str) -> Verdict | None:
        """The verdict called ``word``, if the scale has it."""
        return next((v for v in self.verdicts if v.word == word), None)


_UNSUPPORTED = Verdict(
    "unsupported",
    "Looked for, nothing found that bears it out; no finding that it is wrong.",
    "unconfirmed",
    needs="note",
)
_NOT_CHECKABLE = Verdict(
    "not-checkable",
    "On a closer look, nothing that evidence could settle.",
    "not-checkable",
    needs="nothing",
)
DESK = Scale(
    "desk",
    (
        Verdict("confirmed", "The sources bear it out as it stands.", "confirmed", 5),
        Verdict("confirmed-with-change", "True once the wording is changed as proposed.", "fix", 4),
        Verdict("misleading", "Right in the letter, wrong in what it suggests.", "fix", 2),
        Verdict("wrong", "The sources contradict it.", "fix", 1),
        _UNSUPPORTED,
        Verdict("disputed", "Good sources contradict one another.", "unconfirmed"),
        Verdict("outdated", "Was true; no longer is on the article's date.", "fix"),
        _NOT_CHECKABLE,
    ),
)
_POLITIFACT = Scale(
    "politifact",
    (
        Verdict("true", "Accurate, and nothing that matters is left out.", "confirmed", 6),
        Verdict("mostly-true", "Accurate, but something has to be added or made clear.", "fix", 5),
        Verdict("half-true", "Partly accurate; details or their context are missing.", "fix", 4),
        Verdict(
            "mostly-false", "Some truth in it, but facts that change it are left out.", "fix", 3
        ),
        Verdict("false", "Not accurate.", "fix", 2),
        Verdict("pants-on-fire", "Not accurate, and absurd.", "fix", 1, label="Pants on Fire"),
        _UNSUPPORTED,
        _NOT_CHECKABLE,
    ),
)
_SNOPES = Scale(
    "snopes",
    (
        Verdict("true", "Its main parts can be shown to be true.", "confirmed", 5),
        Verdict("mostly-true", "Its main parts are true, some lesser detail is not.", "fix", 4),
        Verdict("mixture", "Much of it is true and much of it false.", "fix", 3),
        Verdict("mostly-false", "Its main parts are false, some lesser detail is true.", "fix", 2),
        Verdict("false", "Its main parts can be shown to be false.", "fix", 1),
        Verdict(
            "correct-attribution", "The words are from the person they are put to.", "confirmed"
        ),
        Verdict("misattributed", "The words are from somebody else.", "fix"),
        Verdict("miscaptioned", "A true picture or recording, said to show something else.", "fix"),
        Verdict("outdated", "Later events have changed what once was so.", "fix"),
        Verdict("fake", "A picture, recording or document that was made up or altered.", "fix"),
        Verdict("scam", "Part of an attempt to cheat people, described as it is.", "fix"),
        Verdict(
            "legend", "A story told again and again, without details that could be checked.", "fix"
        ),
        Verdict("labeled-satire", "Satire, and marked as such where it comes from.", "fix"),
        Verdict("originated-as-satire", "Began as satire; went on without the mark.", "fix"),
        Verdict(
            "unproven",
            "Looked for; the evidence does not suffice either way.",
            "unconfirmed",
            needs="note",
        ),
        Verdict(
            "unfounded",
            "Looked for; nothing bears it out, it is hearsay.",
            "unconfirmed",
            needs="note",
        ),
        Verdict(
            "research-in-progress",
            "Being looked into; nothing to say yet.",
            "unconfirmed",
            needs="nothing",
        ),
        _NOT_CHECKABLE,
    ),
)
_AFRICA_CHECK = Scale(
    "africa-check",
    (
        Verdict(
            "correct",
            "Accurate by the best public evidence; nothing that matters is missing.",
            "confirmed",
            5,
        ),
        Verdict("mostly-correct", "Partly accurate, or in need of clarification.", "fix", 4),
        Verdict("exaggerated", "Says more than the facts do.", "fix", 3),
        Verdict("understated", "Says less than the facts do.", "fix", 3),
        Verdict("misleading", "Parts are accurate, but put so that they mislead.", "fix", 2),
        Verdict("incorrect", "Inaccurate by the best public evidence.", "fix", 1),
        Verdict(
            "unproven",
            "Public evidence neither proves nor disproves it.",
            "unconfirmed",
            needs="note",
        ),
        _NOT_CHECKABLE,
    ),
)
_AVERITEC = Scale(
    "averitec",
    (
        Verdict("supported", "The evidence found bears it out.", "confirmed", 2),
        Verdict("refuted", "The evidence found contradicts it.", "fix", 1),
        Verdict(
            "not-enough-evidence", "Looked for; too little was found.", "unconfirmed", needs="note"
        ),
        Verdict(
            "conflicting-evidence",
            "Evidence on both sides, or true parts picked to mislead.",
            "unconfirmed",
            label="Conflicting evidence/Cherrypicking",
        ),
        _NOT_CHECKABLE,
    ),
)
SCALES: dict[str, Scale] = {
    scale.name: scale for scale in (DESK, _POLITIFACT, _SNOPES, _AFRICA_CHECK, _AVERITEC)
}
