"""Where candidate spans lie among the word pieces that the encoder saw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.assertions.candidates import Candidate
from factcheck.assertions.encoder import Cut
from factcheck.assertions.reading import Reading

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pieces:
    """For each span the row of its first piece, the one after its last, the ruling word's, and its sentence's.

    Before the first and after the last piece of a sentence stands a mark, so that there is always a row
    beside a span.
    """

    start: Numbers
    end: Numbers
    head: Numbers
    sentence: Numbers

    def part(self, low: int, high: int) -> Pieces:
        """Those of the spans ``low`` to ``high``."""
        return Pieces(
            self.start[low:high],
            self.end[low:high],
            self.head[low:high],
            self.sentence[low:high],
        )


def of(reading: Reading, cut: Cut, candidates: Sequence[Candidate]) -> Pieces:
    """Where ``candidates`` lie in the sentences of ``reading``, cut as ``cut`` says; what stands behind the last piece that was read counts as that piece."""
    import numpy as np

    first, last = _tokens(reading, cut)
    places = [(c.start, c.end - 1, c.head, c.sentence - 1) for c in candidates]
    start, end, head, sentence = np.asarray(places, dtype=np.int64).reshape(-1, 4).T
    return Pieces(first[start], np.maximum(last[end], first[start]) + 1, first[head], sentence)


def _tokens(reading: Reading, cut: Cut) -> tuple[Numbers, Numbers]:
    """The rows of the first and the last piece of each token."""
    import numpy as np

    begins = np.asarray([token.idx for token in reading.doc], dtype=np.int64)
    finishes = begins + np.asarray([len(token) for token in reading.doc], dtype=np.int64)
    first = np.zeros(len(begins), dtype=np.int64)
    last = np.zeros(len(begins), dtype=np.int64)
    for number, sentence in enumerate(reading.sentences):
        here = slice(*reading.bounds[number])
        low, high = cut.places[number] + 1, cut.places[number + 1] - 1
        high = max(high, low + 1)  # a sentence of which nothing was read has its closing mark alone
        home = sentence.span.start
        after = np.searchsorted(cut.ends[low:high], begins[here] - home, side="right")
        before = np.searchsorted(cut.starts[low:high], finishes[here] - home, side="left") - 1
        first[here] = low + np.minimum(after, high - low - 1)
        last[here] = low + before.clip(0, high - low - 1)
    return first, last
