"""The small network that is shipped: the same sums as :mod:`factcheck.assertions.network`, in torch."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from factcheck.assertions import features
from factcheck.model import KINDS, LAYERS
from lab.chooser.material import Floats, Text
from lab.chooser.teachers import loss

EPOCHS = 14
WIDTH = 256
_WORD, _MEASURED = 64, 96
LAYERED = 0.6  # how much of a value is that of the layer; fixed on texts left out of training


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text with what the student is to say of its candidates.

    ``values`` as in :class:`lab.chooser.material.Text`; ``kinds`` are probabilities, ``weight`` 0 or 1.
    """

    text: Text
    values: Tensor
    kinds: Tensor
    weight: Tensor


class Student(nn.Module):
    """Layers by the names under which they are stored."""

    def __init__(self, width: int, scale: float, mean: Floats, spread: Floats) -> None:
        super().__init__()
        self.scale, self.mean, self.spread = scale, torch.tensor(mean), torch.tensor(spread)
        self.word = nn.Linear(width, _WORD)
        self.measured = nn.Linear(len(mean), _MEASURED)
        self.first = nn.Linear(7 * _WORD + _MEASURED, WIDTH)
        self.second = nn.Linear(WIDTH, WIDTH)
        self.out = nn.Linear(WIDTH, 1 + len(LAYERS) + len(KINDS))
        self.drop = nn.Dropout(0.12)

    def forward(self, text: Text) -> Tensor:
        """One row a candidate: value in any layer, in each, and the kinds."""
        words = torch.tanh(self.word(self.drop(torch.tensor(text.vectors) * self.scale)))
        words = torch.cat([words, torch.zeros(1, words.shape[1])])
        total = torch.cat([torch.zeros(1, words.shape[1]), words.cumsum(0)])
        spans = text.spans
        start, end, head, low, high = (
            torch.tensor(column)
            for column in (spans.start, spans.end, spans.head, spans.low, spans.high)
        )
        outside = len(words) - 1
        views = [
            (total[end] - total[start]) / (end - start)[:, None],
            (total[high] - total[low]) / (high - low)[:, None],
            words[start],
            words[end - 1],
            words[head],
            words[torch.where(start > low, start - 1, outside)],
            words[torch.where(end < high, end, outside)],
        ]
        rows = (torch.tensor(text.rows) - self.mean) / self.spread
        seen = torch.cat([*views, torch.tanh(self.measured(self.drop(rows)))], 1)
        hidden = torch.relu(self.first(self.drop(seen)))
        out: Tensor = self.out(torch.relu(self.second(self.drop(hidden))))
        return out


def train(lessons: Sequence[Lesson], seed: int) -> Student:
    """Train on lessons; one that is given twice counts twice."""
    torch.manual_seed(seed)
    shuffled = random.Random(seed)  # noqa: S311 - an order, no secret
    rows = np.concatenate([lesson.text.rows for lesson in lessons])
    vectors = np.concatenate([lesson.text.vectors for lesson in lessons])
    model = Student(
        vectors.shape[1], float(1 / vectors.std()), rows.mean(axis=0), rows.std(axis=0) + 1e-3
    )
    optimiser = torch.optim.AdamW(model.parameters(), lr=1.5e-3, weight_decay=0.02)
    steps = EPOCHS * len(lessons) + 1
    warm = torch.optim.lr_scheduler.OneCycleLR(optimiser, 1.5e-3, total_steps=steps)
    order = list(lessons)
    for epoch in range(EPOCHS):
        model.train()
        shuffled.shuffle(order)
        running = 0.0
        for lesson in order:
            error = loss(model(lesson.text), lesson.values, lesson.kinds, lesson.weight)
            optimiser.zero_grad()
            error.backward()
            optimiser.step()
            warm.step()
            running += error.item()
        print(f"student, epoch {epoch + 1}: loss {running / len(order):.4f}", flush=True)
    return model


def export(model: Student, out: Path) -> None:
    """Write the weights as half-precision arrays, the names beside them."""
    arrays: dict[str, NDArray[Any]] = {
        "columns": np.asarray(features.NAMES),
        "layered": np.asarray(LAYERED, dtype=np.float32),
        "scale": np.asarray(model.scale, dtype=np.float32),
        "mean": model.mean.numpy(),
        "spread": model.spread.numpy(),
    }
    for name in ("word", "measured", "first", "second", "out"):
        layer = getattr(model, name)
        arrays[name] = layer.weight.detach().numpy().T.astype(np.float16)
        arrays[f"{name}_bias"] = layer.bias.detach().numpy().astype(np.float16)
    np.savez_compressed(out, **arrays)  # type: ignore[arg-type]
