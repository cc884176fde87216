"""The sentence encoder: a small language model of our own, run on this machine.

all-MiniLM-L6-v2 (Apache-2.0), trained further for this tool (``lab/train``), with weights of eight bits
(``weights/encoder.onnx``) and its word pieces beside it. Each sentence passes through it alone, so its
vector does not depend on what else is encoded.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

LONGEST = 128
"""Word pieces of a sentence that are read; what follows is not."""


class Encoder:
    """Gives each text its vector; made once by :func:`load`."""

    def __init__(self, session: Any, tokenizer: Any) -> None:
        self._session = session
        self._tokenizer = tokenizer

    def vectors(self, texts: Sequence[str]) -> Floats:
        """One row of 384 numbers a text: the mean over its word pieces."""
        import numpy as np

        # All pieces first: between two sentences the encoder then waits for nobody who is parsing.
        pieces = [
            np.asarray(self._tokenizer.encode(clean(text)).ids, dtype=np.int64) for text in texts
        ]
        rows: list[Floats] = [self._session.run(None, {"ids": ids})[0] for ids in pieces]
        return np.concatenate(rows) if rows else np.zeros((0, 384), dtype=np.float32)


def clean(text: str) -> str:
    """``text`` as the encoder was taught to see it: blanks and line breaks are one blank."""
    return " ".join(text.split())


@cache
def load() -> Encoder:
    """The encoder, loaded at the first call; one core, no network."""
    import onnxruntime
    from tokenizers import Tokenizer

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    weights = files("factcheck.assertions") / "weights"
    with as_file(weights / "encoder.onnx") as model:
        session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_str((weights / "tokenizer.json").read_text("utf-8"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST)
    return Encoder(session, tokenizer)
