"""An article's tokens as columns of numbers, so that questions about spans are sums and look-ups.

``counted`` turns a flag of every token into running totals: how many of the tokens ``start`` to ``end``
bear it is then ``total[end] - total[start]``, for any number of spans at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.assertions.reading import Reading

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from spacy.tokens import Doc

    Flags = NDArray[np.bool_]
    Numbers = NDArray[np.int64]

_DEEPEST = 20
_ATTRIBUTES = ("POS", "TAG", "DEP", "HEAD", "ENT_TYPE", "LOWER", "LEMMA", "ORTH")


@dataclass(frozen=True, slots=True)
class Columns:
    """One number a token: what the pipeline says of it, as numbers of the pipeline's own store.

    ``head`` is the number of the ruling token, ``depth`` how many rulers stand above (at most 20).
    """

    doc: Doc
    table: dict[str, Numbers]
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
        keys = [strings[value] for value in values if value in strings]
        wanted = np.asarray(keys, dtype=np.uint64).astype(np.int64)
        return np.isin(self.table[attribute], wanted)

    def is_such(self, attribute: str, test: Callable[[str], bool]) -> Flags:
        """Which tokens' words pass ``test``; each different word is tried once."""
        import numpy as np

        strings = self.doc.vocab.strings
        column = self.table[attribute]
        values = np.unique(column)
        passed = [test(strings[int(np.uint64(v))]) if v else False for v in values]
        return np.isin(column, values[np.asarray(passed, dtype=bool)])

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


def counted(flags: Flags) -> Numbers:
    """Running totals, one longer than ``flags``: the first is 0."""
    import numpy as np

    total = np.zeros(len(flags) + 1, dtype=np.int64)
    np.cumsum(flags, out=total[1:])
    return total


def of(reading: Reading) -> Columns:
    """The columns of an article's tokens."""
    import numpy as np

    doc = reading.doc
    raw = doc.to_array(list(_ATTRIBUTES)).astype(np.int64)
    table = {name: raw[:, place] for place, name in enumerate(_ATTRIBUTES)}
    flags = doc.to_array(["IS_SPACE", "IS_PUNCT", "LIKE_NUM", "IS_QUOTE"]).astype(bool)
    head = np.arange(len(doc)) + table["HEAD"]
    return Columns(
        doc, table, head, _depths(head), flags[:, 0], flags[:, 1], flags[:, 2], flags[:, 3]
    )


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
