"""The small neural network that judges candidate spans, read from a file and applied with numpy.

What it sees of a span: the encoder's vectors of its word pieces (the first, the last and that of the
ruling word, the two beside the span, their mean), its sentence beside those around it, and the measured
features. What it says: how well the span would agree with what a professional checker underlines, in any
layer and in each, and of what kind the statement is. It is trained together with the encoder
(``lab/train``); here it is only applied, so that the tool needs no learning library.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from factcheck.assertions import checkable
from factcheck.model import LAYERS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from factcheck.assertions.encoder import Encoded
    from factcheck.assertions.pieces import Pieces

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

    def judge(self, encoded: Encoded, pieces: Pieces, rows: Matrix) -> Judgement:
        """Judge each span: where its ``pieces`` are among those ``encoded``, and its features in ``rows``."""
        import numpy as np

        words = np.tanh(encoded.words)
        nothing = np.zeros((1, encoded.words.shape[1]))
        total = np.vstack([nothing, np.cumsum(encoded.words, axis=0, dtype=np.float64)])
        seen = checkable.views(encoded.vectors, checkable.AROUND)
        around = np.tanh(self._through("around", seen))
        bounds = ((low, low + _AT_ONCE) for low in range(0, len(rows), _AT_ONCE))
        parts = [
            self._judge(words, total, around, pieces.part(low, high), rows[low:high])
            for low, high in bounds
        ]
        nobody = np.zeros((0, self.weights["out"].shape[1]), dtype=np.float32)
        out: Matrix = np.vstack([nobody, *parts])
        layers = 1 + len(LAYERS)
        values: Matrix = (1 - self.layered) * out[:, :1] + self.layered * out[:, 1:layers]
        return Judgement(np.round(values, 5), np.round(out[:, layers:], 4))

    def _judge(
        self, words: Matrix, total: Matrix, around: Matrix, pieces: Pieces, rows: Matrix
    ) -> Matrix:
        """``total`` has the sums of the words' vectors up to each; ``around`` a row a sentence."""
        import numpy as np

        start, end = pieces.start, pieces.end
        mean = (total[end] - total[start]) / (end - start)[:, None]
        measured = (rows - self.weights["mean"]) / self.weights["spread"]
        seen = [
            np.tanh(mean).astype(np.float32),
            *(words[place] for place in (start, end - 1, pieces.head, start - 1, end)),
            around[pieces.sentence],
            np.tanh(self._through("measured", measured)),
        ]
        hidden = _bent(self._through("first", np.hstack(seen)))
        return self._through("out", _bent(self._through("second", hidden)))

    def _through(self, layer: str, values: Matrix) -> Matrix:
        through: Matrix = values @ self.weights[layer] + self.weights[f"{layer}_bias"]
        return through


def _bent(values: Matrix) -> Matrix:
    """The Gaussian error linear unit, as approximated by its authors (Hendrycks and Gimpel 2016)."""
    import numpy as np

    inner = 0.7978845608 * (values + 0.044715 * values**3)
    bent: Matrix = (0.5 * values * (1 + np.tanh(inner))).astype(np.float32)
    return bent


@cache
def load() -> Network:
    """The network that is shipped."""
    import numpy as np

    content = (resources.files("factcheck.assertions") / "weights" / "chooser.npz").read_bytes()
    with np.load(io.BytesIO(content), allow_pickle=False) as stored:
        arrays = {key: stored[key] for key in stored.files}
    return Network(
        columns=tuple(arrays.pop("columns").tolist()),
        layered=float(arrays.pop("layered")),
        weights={key: value.astype(np.float32) for key, value in arrays.items()},
    )
