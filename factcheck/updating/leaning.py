"""Sentences that lean on the one above: "He was born in 1950" is about whoever was named there.

Their words may be the same and what they say another thing, if the sentence above names somebody else.
A name is a word that is never written with a small letter in either draft. One that was only spelt
better is the same name. What is quoted leans on nobody that the article names.
"""

from __future__ import annotations

from factcheck.updating.versions import Version

_PRONOUNS = frozenset("he she they his her their him them hers theirs".split())
_DAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december""".split()
)
_FIRST = 5  # tokens of a sentence among which a pronoun leans on the one above
_BACK = 3  # sentences above that are looked at
_ALIKE = 75  # of 100: the letters that two spellings of a name share


class Leaning:
    """Compares what two sentences of the same words lean on."""

    def __init__(self, old: Version, new: Version) -> None:
        self._old, self._new = old, new
        self._small = _DAYS.union(
            token.form for version in (old, new) for token in version.tokens if token.form.islower()
        )

    def shifts(self, i: int, j: int) -> bool:
        """Whether old sentence ``i`` and new ``j``, of the same words, lean on different names."""
        if not self._leans(self._old, i):
            return False
        return not _same(self._above(self._old, i), self._above(self._new, j))

    def _leans(self, version: Version, number: int) -> bool:
        bound = version.bounds[number]
        for token in version.tokens[bound.start : min(bound.end, bound.start + _FIRST)]:
            if token.form.casefold() in _PRONOUNS:
                return True
            if self._is_name(token.form) or token.form == '"':
                return False
        return False

    def _above(self, version: Version, number: int) -> frozenset[str]:
        for above in range(number - 1, max(-1, number - 1 - _BACK), -1):
            bound = version.bounds[above]
            forms = (token.form for token in version.tokens[bound.start : bound.end])
            if names := frozenset(filter(self._is_name, forms)):
                return names
        return frozenset()

    def _is_name(self, form: str) -> bool:
        return len(form) > 1 and form[0].isupper() and form.lower() not in self._small


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    from rapidfuzz import fuzz

    def known(name: str, among: frozenset[str]) -> bool:
        return name in among or any(fuzz.ratio(name, each) >= _ALIKE for each in among)

    return all(known(n, other) for n in one) and all(known(n, one) for n in other)
