"""Checkable or not, and how urgent: what the small model says of each sentence of a text.

The model (``lab/train``) was taught on sentences labelled by what they rest on, see :data:`BASES`. It
sees a sentence, the ones before and after, and the mean of those around. The same sentences give the
same probabilities, whatever else is judged with them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from factcheck.assertions import encoder
from factcheck.model import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.assertions.encoder import Encoded, Floats

BASES = ("F", "A", "Q", "O", "P", "U", "C", "B")
"""What a sentence offers to check.

F states a fact; A only that somebody said or thinks so; Q opinion or rhetoric inside quotation marks:
nothing but the wording; O opinion in the writer's own voice; P prediction, promise, hypothetical;
U question; C request, thanks, greeting; B boilerplate, heading, fragment. F, A and Q are checkable.
"""
CHECKABLE = (0, 1, 2)
FACT = (0,)
AROUND = 6
"""Sentences on both sides whose mean is seen."""

ENOUGH = 0.3
"""Probability from which a sentence is checked, fixed on labelled sentences that were not learnt from."""

_MARKS = re.compile('["“”]')
_OPENERS = ("“", '"')
_LONGEST_QUOTATION = 8  # sentences

REASONS: dict[str, Reason] = {
    "O": "opinion",
    "P": "prediction",
    "U": "question",
    "C": "request",
    "B": "boilerplate",
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the model says of a sentence.

    ``bases`` are the probabilities of BASES, ``urgencies`` those of the priorities 0 (nothing
    to check) to 3 (high); ``worth`` is the probability that debate watchers would call it check-worthy.
    """

    bases: tuple[float, ...]
    urgencies: tuple[float, ...]
    worth: float

    @property
    def checkable(self) -> float:
        """Probability that there is something to check, if only a wording."""
        return sum(self.bases[i] for i in CHECKABLE)

    @property
    def fact(self) -> float:
        """Probability that it states a checkable fact."""
        return sum(self.bases[i] for i in FACT)

    @property
    def urgency(self) -> float:
        """The priority to expect, 0 to 3."""
        return sum(rank * share for rank, share in enumerate(self.urgencies))

    @property
    def reason(self) -> Reason:
        """Why it would be set aside: the likeliest of the bases that are not checkable."""
        likeliest = max(range(len(CHECKABLE), len(BASES)), key=lambda i: self.bases[i])
        return REASONS[BASES[likeliest]]


def read(texts: Sequence[str]) -> tuple[Encoded, tuple[Judgement, ...]]:
    """Encode sentences that stand one after another, and judge each of them."""
    shown = marked(texts)
    encoded = encoder.load().read(shown, leads(texts, shown))
    return encoded, heads().judge(encoded.vectors) if texts else ()


def judge(texts: Sequence[str]) -> tuple[Judgement, ...]:
    """Judge sentences that stand one after another."""
    return read(texts)[1]


def alone(texts: Sequence[str]) -> tuple[Judgement, ...]:
    """Judge clauses or sentences each by itself, without what stands around it."""
    if not texts:
        return ()
    return heads().judge(encoder.load().vectors(texts), 0)


def marked(texts: Sequence[str]) -> list[str]:
    """Sentences that stand one after another, those inside a running quotation with its mark before.

    So a sentence shows by itself that it is quoted. A mark at a sentence's start while a quotation runs
    (a new paragraph of it) opens nothing new; one that is never closed ends after eight sentences.
    """
    out = []
    runs = 0  # sentences since the quotation was opened; 0 where none runs
    for text in texts:
        start = text.lstrip()[:1]
        out.append(f"“{text}" if runs and start not in _OPENERS else text)
        body = text.lstrip()[1:] if runs and start in _OPENERS else text
        is_open = bool(runs)
        for mark in _MARKS.findall(body):
            is_open = not is_open if mark == '"' else mark == "“"
        runs = runs + 1 if is_open and runs < _LONGEST_QUOTATION else 0
    return out


def leads(texts: Sequence[str], shown: Sequence[str]) -> list[int]:
    """How many characters :func:`marked` put before each of ``texts``."""
    return [len(mark) - len(text) for mark, text in zip(shown, texts, strict=True)]


class Heads:
    """The layers above the encoder, in numpy."""

    def __init__(self, arrays: Mapping[str, Any]) -> None:
        import numpy as np

        self._layers = {
            name: (arrays[name].astype(np.float32), arrays[f"{name}_bias"].astype(np.float32))
            for name in ("hidden", "basis", "priority", "worth")
        }

    def judge(self, vectors: Floats, around: int = AROUND) -> tuple[Judgement, ...]:
        """Judge sentences by their vectors, in the order of the text."""
        # Row by row: a product of many rows at once may differ in its last bits with their number.
        return tuple(self._one(view) for view in views(vectors, around))

    def _one(self, view: Floats) -> Judgement:
        import numpy as np

        seen = np.maximum(self._through("hidden", view), 0)
        basis, urgency, worth = (
            tuple(_shares(self._through(name, seen)).tolist())
            for name in ("basis", "priority", "worth")
        )
        return Judgement(basis, urgency, worth[-1])

    def _through(self, name: str, values: Floats) -> Floats:
        weights, bias = self._layers[name]
        out: Floats = values @ weights + bias
        return out


@cache
def heads() -> Heads:
    """The layers that are shipped."""
    import numpy as np

    with (files("factcheck.assertions") / "weights" / "checkable.npz").open("rb") as stream:
        return Heads(dict(np.load(stream)))


def views(vectors: Floats, around: int) -> Floats:
    """Each vector beside the one before, the one after and the mean of ``around`` on both sides.

    With ``around`` 0 each stands alone: nothing before and after it.
    """
    import numpy as np

    if not around:
        nothing = np.zeros_like(vectors)
        return np.concatenate([vectors, nothing, nothing, vectors], axis=1)
    count = len(vectors)
    nothing = np.zeros_like(vectors[:1])
    before = np.concatenate([nothing, vectors[:-1]])
    after = np.concatenate([vectors[1:], nothing])
    places = range(count)
    mean = np.stack([vectors[max(i - around, 0) : i + around + 1].mean(axis=0) for i in places])
    return np.concatenate([vectors, before, after, mean], axis=1)


def _shares(values: Floats) -> Floats:
    """Softmax."""
    import numpy as np

    raised = np.exp(values - values.max())
    out: Floats = raised / raised.sum()
    return out
