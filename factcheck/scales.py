"""The scales that verdicts are taken from. Standard library only, like :mod:`factcheck.model`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """One word of a scale.

    ``rank`` orders the scale for ClaimReview (1 worst, 5 truest; None has no place on it).
    ``fix`` says whether the article must change; ``open_question`` whether the desk could not
    settle it.
    """

    word: str
    meaning: str
    rank: int | None = None
    fix: bool = False
    open_question: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """A named list of verdicts, best first."""

    name: str
    verdicts: tuple[Verdict, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The verdicts' words, best first."""
        return tuple(v.word for v in self.verdicts)

    def get(self, word: str) -> Verdict | None:
        """The verdict called ``word``, if the scale has it."""
        return next((v for v in self.verdicts if v.word == word), None)


DESK = Scale(
    "desk",
    (
        Verdict("confirmed", "The sources bear it out as it stands.", rank=5),
        Verdict(
            "confirmed-with-change",
            "True once the wording is changed as proposed.",
            rank=4,
            fix=True,
        ),
        Verdict("misleading", "Right in the letter, wrong in what it suggests.", rank=2, fix=True),
        Verdict("wrong", "The sources contradict it.", rank=1, fix=True),
        Verdict(
            "unsupported",
            "Looked for, nothing found that bears it out; no finding that it is wrong.",
            open_question=True,
        ),
        Verdict("disputed", "Good sources contradict one another.", open_question=True),
        Verdict("outdated", "Was true; no longer is on the article's date.", fix=True),
        Verdict("not-checkable", "On a closer look, nothing that evidence could settle."),
    ),
)
SCALES: dict[str, Scale] = {DESK.name: DESK}
