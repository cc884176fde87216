"""An article's tokens as columns of numbers, so that questions about spans are sums and look-ups.

``counted`` turns a flag of every token into running totals: how many of the tokens ``start`` to ``end``
bear it is then ``total[end] - total[start]``, for any number of spans at once.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING, Any

from factcheck.assertions.candidates import Candidate
from factcheck.assertions.reading import Reading

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from spacy.tokens import Doc

    Flags = NDArray[np.bool_]
    Numbers = NDArray[np.int64]
    Column = NDArray[Any]

_DEEPEST = 20
_ATTRIBUTES = ("POS", "TAG", "DEP", "HEAD", "ENT_TYPE", "LOWER", "LEMMA", "ORTH")


@dataclass(frozen=True, slots=True)
class Columns:
    """One number a token: what the pipeline says of it, as numbers of the pipeline's own store.

    ``head`` is the number of the ruling token, ``depth`` how many rulers stand above (at most 20).
    ``words`` has, for ORTH and LEMMA, each different word once and the place of every token's there.
    """

    doc: Doc
    table: dict[str, Numbers]
    words: dict[str, tuple[list[str], Numbers]]
    head: Numbers
    depth: Numbers
    space: Flags
    punct: Flags
    number: Flags
    quote: Flags

    def is_one(self, attribute: str, values: Iterable[str]) -> Flags:
        """Which tokens have one of ``values`` (``POS``, ``TAG``, ``DEP``, ``ENT_TYPE``, ``LOWER``, ``ORTH``)."""
        import numpy as np

        strings = self.doc.vocab.strings
        column = self.table[attribute]
        keys = [_signed(strings[value]) for value in values if value in strings]
        return reduce(
            operator.or_, (column == key for key in keys), np.zeros(len(column), dtype=bool)
        )

    def is_such(self, attribute: str, test: Callable[[str], bool]) -> Flags:
        """Which tokens' words (ORTH or LEMMA) pass ``test``; each different word is tried once."""
        import numpy as np

        words, places = self.words[attribute]
        passed: Flags = np.asarray([test(word) for word in words], dtype=bool)[places]
        return passed

    def is_lemma(self, lemmas: Collection[str]) -> Flags:
        """Which tokens' dictionary forms, in small letters, are among ``lemmas``."""
        return self.is_such("LEMMA", lambda lemma: lemma.casefold() in lemmas)

    def of_children(self, flags: Flags) -> Numbers:
        """How many of each token's children bear a flag."""
        import numpy as np

        own = np.arange(len(self.head))
        chosen = flags & (self.head != own)
        return np.bincount(self.head[chosen], minlength=len(self.head)).astype(np.int64)

    def has_child(self, flags: Flags, heads: Numbers, starts: Numbers, ends: Numbers) -> Flags:
        """Whether a child of each of ``heads`` with a flag stands between its start and its end."""
        import numpy as np

        size = len(self.head) + 1
        own = np.arange(len(self.head))
        chosen = np.nonzero(flags & (self.head != own))[0]
        keys = np.sort(self.head[chosen] * size + chosen)
        low = np.searchsorted(keys, heads * size + starts)
        high = np.searchsorted(keys, heads * size + ends)
        return high > low


@dataclass(frozen=True, slots=True)
class Spans:
    """All candidates of an article: first token, end, head, and the bounds of their sentences."""

    known: Columns
    start: NDArray[np.int64]
    end: NDArray[np.int64]
    head: NDArray[np.int64]
    low: NDArray[np.int64]
    high: NDArray[np.int64]

    def one(self, attribute: str, *values: str) -> Column:
        """Which tokens have one of ``values``."""
        return self.known.is_one(attribute, values)

    def count(self, flags: Column) -> Column:
        """How many tokens of each span bear a flag, blanks left out."""
        total = counted(flags & ~self.known.space)
        return total[self.end] - total[self.start]

    def around(self, flags: Column) -> Column:
        """How many tokens of each span's sentence bear a flag, blanks left out."""
        total = counted(flags & ~self.known.space)
        return total[self.high] - total[self.low]

    def before(self, flags: Column) -> Column:
        """Whether the token before each span, in its sentence, bears a flag."""
        found: Column = (self.start > self.low) & flags[self.start - 1]
        return found

    def after(self, flags: Column) -> Column:
        """Whether the token after each span, in its sentence, bears a flag."""
        found: Column = (self.end < self.high) & flags[self.end.clip(max=len(flags) - 1)]
        return found


def _signed(key: int) -> int:
    """A key of the pipeline's store as the columns hold it: 64 bits with a sign."""
    return key - 2**64 if key >= 2**63 else key


def counted(flags: Flags) -> Numbers:
    """Running totals, one longer than ``flags``: the first is 0."""
    import numpy as np

    total = np.zeros(len(flags) + 1, dtype=np.int64)
    np.cumsum(flags, out=total[1:])
    return total


def spans(reading: Reading, candidates: Sequence[Candidate]) -> Spans:
    """The candidates of an article as columns. Raises ValueError for no candidates."""
    import numpy as np

    places = [(c.start, c.end, c.head, *reading.bounds[c.sentence - 1]) for c in candidates]
    start, end, head, low, high = np.asarray(places, dtype=np.int64).T
    return Spans(of(reading), start, end, head, low, high)


def of(reading: Reading) -> Columns:
    """The columns of an article's tokens."""
    import numpy as np

    doc = reading.doc
    raw = doc.to_array(list(_ATTRIBUTES)).astype(np.int64)
    table = {name: raw[:, place] for place, name in enumerate(_ATTRIBUTES)}
    flags = doc.to_array(["IS_SPACE", "IS_PUNCT", "LIKE_NUM", "IS_QUOTE"]).astype(bool)
    head = np.arange(len(doc)) + table["HEAD"]
    words = {name: _words(doc, table[name]) for name in ("ORTH", "LEMMA")}
    return Columns(doc, table, words, head, _depths(head), *flags.T)


def _words(doc: Doc, column: Numbers) -> tuple[list[str], Numbers]:
    import numpy as np

    values, places = np.unique(column, return_inverse=True)
    return [doc.vocab.strings[int(value)] for value in values.astype(np.uint64)], places


def _depths(head: Numbers) -> Numbers:
    import numpy as np

    depth = np.zeros(len(head), dtype=np.int64)
    place = np.arange(len(head))
    for _ in range(_DEEPEST):
        above = head[place]
        moved = above != place
        if not moved.any():
            break
        depth += moved
        place = above
    return depth
