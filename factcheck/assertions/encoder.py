"""The sentence encoder: a small language model of our own, run on this machine.

all-MiniLM-L6-v2 (Apache-2.0), trained further for this tool (``lab/train``), with weights of eight bits
(``weights/encoder.onnx``) and its word pieces beside it. Each sentence passes through it alone, so its
vectors do not depend on what else is encoded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Numbers = NDArray[np.int64]

LONGEST = 128
"""Word pieces of a sentence that are read; what follows is not."""
WIDTH = 384
"""Numbers of a sentence's vector."""
NARROW = 96
"""Numbers of a word piece's vector."""


@dataclass(frozen=True, slots=True)
class Cut:
    """Sentences in word pieces: ``ids`` are each one's, with a mark at its beginning and at its end.

    Put one after another, the pieces of sentence ``i`` are numbers ``places[i]`` to ``places[i + 1]``.
    ``starts`` and ``ends`` say which characters of its sentence a piece stands for; the marks
    stand for none.
    """

    ids: tuple[tuple[int, ...], ...]
    places: Numbers
    starts: Numbers
    ends: Numbers


@dataclass(frozen=True, slots=True)
class Encoded:
    """Sentences as the encoder sees them.

    ``vectors`` has a row of WIDTH numbers for each sentence, ``words`` one of NARROW for each of its
    pieces, sentence after sentence.
    """

    cut: Cut
    vectors: Floats
    words: Floats


class Encoder:
    """Gives each text its vectors; made once by :func:`load`."""

    def __init__(self, session: Any, tokenizer: Any) -> None:
        self._session = session
        self._tokenizer = tokenizer

    def read(self, texts: Sequence[str], leads: Sequence[int] = ()) -> Encoded:
        """The vectors of ``texts`` and of their word pieces; see :func:`cut`."""
        import numpy as np

        # All pieces first: between two sentences the encoder then waits for nobody who is parsing.
        pieces = cut(self._tokenizer, texts, leads)
        rows = [self._run(each) for each in pieces.ids]
        vectors = [np.zeros((0, WIDTH), dtype=np.float32), *(v for v, _ in rows)]
        words = [np.zeros((0, NARROW), dtype=np.float32), *(w for _, w in rows)]
        return Encoded(pieces, np.concatenate(vectors), np.concatenate(words))

    def vectors(self, texts: Sequence[str]) -> Floats:
        """One row of WIDTH numbers a text: the mean over its word pieces."""
        return self.read(texts).vectors

    def _run(self, ids: Sequence[int]) -> tuple[Floats, Floats]:
        import numpy as np

        vector, words = self._session.run(None, {"ids": np.asarray(ids, dtype=np.int64)})
        return vector, words


def cut(tokenizer: Any, texts: Sequence[str], leads: Sequence[int] = ()) -> Cut:
    """``texts`` in word pieces, at most LONGEST of each.

    Characters are counted without the first of each text, as many as ``leads`` says.
    """
    import numpy as np

    pieces = [tokenizer.encode(clean(text)) for text in texts]
    counts = [len(each.ids) for each in pieces]
    offsets = np.asarray([o for each in pieces for o in each.offsets], dtype=np.int64)
    leading = np.repeat(np.asarray(leads or [0] * len(texts), dtype=np.int64), counts)
    starts, ends = offsets.reshape(-1, 2).T - leading
    places = np.concatenate([[0], np.cumsum(counts, dtype=np.int64)])
    return Cut(tuple(tuple(each.ids) for each in pieces), places, starts, ends)


def clean(text: str) -> str:
    """``text`` as the encoder was taught to see it: each blank or line break is a blank."""
    return "".join(" " if each.isspace() else each for each in text)


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
    return Encoder(session, limited(tokenizer))


def limited(tokenizer: Any) -> Any:
    """``tokenizer``, set to read no more than LONGEST pieces of a text and to add no blanks."""
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST)
    return tokenizer
