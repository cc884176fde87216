"""How far reviewers who checked apart from one another agree.

Percent agreement, and beside it what is left once chance is taken out: Cohen's kappa for two (Cohen
1960, Educational and Psychological Measurement 20), Krippendorff's alpha for more (Krippendorff 2004,
Content Analysis, ch. 11), both for words without an order. Below 2 k² items, k being the number of
different verdicts, the two say little (Cicchetti 1981, Applied Psychological Measurement 5).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from factcheck.model import Assertion, Worksheet

Ratings = Mapping[str, Mapping[str, str]]
"""For each assertion's id, what each reviewer found."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How ``reviewers`` agree on ``items`` assertions that two or more of them found something on.

    ``percent`` is the share of pairs of verdicts that are the same, 0 to 100. ``coefficient`` is called
    ``measure``, at most 1, and 0 if no better than chance; None where all verdicts are the same
    and chance alone would do as well. ``enough`` is how many items it takes to mean something.
    """

    reviewers: tuple[str, ...]
    items: int
    percent: float
    measure: str
    coefficient: float | None
    enough: int

    @property
    def few(self) -> bool:
        """Whether there are too few items for the coefficient to mean anything."""
        return self.items < self.enough


def measure(worksheet: Worksheet) -> Agreement | None:
    """The agreement of those who checked apart; None if no two of them checked the same assertion."""
    rated = _rated(worksheet)
    if not rated:
        return None
    reviewers = tuple(sorted({name for found in rated.values() for name in found}))
    words = {word for found in rated.values() for word in found.values()}
    pairs = [pair for found in rated.values() for pair in combinations(found.values(), 2)]
    same = sum(one == other for one, other in pairs)
    name = "Cohen's kappa" if len(reviewers) == 2 else "Krippendorff's alpha"
    return Agreement(
        reviewers,
        len(rated),
        100 * same / len(pairs),
        name,
        _coefficient(rated, len(reviewers)) if len(words) > 1 else None,
        2 * max(len(words), 2) ** 2,
    )


def _coefficient(rated: Ratings, reviewers: int) -> float:
    from nltk.metrics.agreement import AnnotationTask

    task = AnnotationTask(
        [(name, item, word) for item, found in rated.items() for name, word in found.items()]
    )
    return float(task.kappa() if reviewers == 2 else task.alpha())


def _rated(worksheet: Worksheet) -> Ratings:
    """What the reviewers found, where two or more of them did."""
    apart = frozenset(worksheet.merged)
    found = {each.id: dict(_found(each, apart)) for each in worksheet.assertions}
    return {name: ratings for name, ratings in found.items() if len(ratings) > 1}


def _found(assertion: Assertion, apart: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Who found what, before anybody settled it; whoever found two things is left out."""
    opinions = [each for each in assertion.opinion if each.verdict]
    own = () if opinions else ((assertion.reviewer, assertion.verdict),)
    ratings: dict[str, set[str]] = {}
    for reviewer, verdict in (*own, *((each.reviewer, each.verdict) for each in opinions)):
        for name in _names(reviewer):
            if name in apart and verdict:
                ratings.setdefault(name, set()).add(verdict)
    return ((name, words.pop()) for name, words in ratings.items() if len(words) == 1)


def _names(reviewer: str) -> Iterable[str]:
    return (name.strip() for name in reviewer.split(","))
