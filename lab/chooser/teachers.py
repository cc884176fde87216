"""The two teachers: a sentence encoder with a head on it, and gradient-boosted trees.

They are too slow or too rough to ship; together they are better than either.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from sklearn.ensemble import HistGradientBoostingRegressor
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import BertModel

from factcheck.model import KINDS, LAYERS
from lab.chooser.material import Floats, Text

EPOCHS = 8
_AT_ONCE = 4  # stretches of text a step
_STRETCH = 160  # word pieces read together: a few sentences
_LONGEST = 250  # word pieces of one sentence
_START, _END = 101, 102


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text in word pieces.

    ``places`` has a row for each candidate: its stretch, first piece, end, ruling piece.
    """

    stretches: tuple[tuple[int, ...], ...]
    places: Tensor


def pieces(text: Text, tokenizer: Tokenizer) -> Pieces:
    """Cut an article into stretches of whole sentences."""
    sentences = text.read.sentences
    coded = tokenizer.encode_batch(
        [s.span.of(text.text) for s in sentences], add_special_tokens=False
    )
    stretches: list[list[int]] = [[_START]]
    homes: list[tuple[int, int, list[tuple[int, int]]]] = []
    for sentence, code in zip(sentences, coded, strict=True):
        ids = code.ids[:_LONGEST]
        if len(stretches[-1]) > 1 and len(stretches[-1]) + len(ids) >= _STRETCH:
            stretches.append([_START])
        offsets = [(a + sentence.span.start, b + sentence.span.start) for a, b in code.offsets]
        homes.append((len(stretches) - 1, len(stretches[-1]), offsets[:_LONGEST]))
        stretches[-1] += [*ids, _END]
    places = [_place(text, i, homes) for i in range(len(text.found))]
    return Pieces(tuple(tuple(s) for s in stretches), torch.tensor(places))


def _place(
    text: Text, index: int, homes: Sequence[tuple[int, int, list[tuple[int, int]]]]
) -> tuple[int, int, int, int]:
    candidate = text.found[index]
    stretch, first, offsets = homes[candidate.sentence - 1]
    span = text.read.span(candidate.start, candidate.end)
    inside = [i for i, (a, b) in enumerate(offsets) if b > span.start and a < span.end]
    inside = inside or [max(len(offsets) - 1, 0)]
    at = text.read.doc[candidate.head].idx
    head = next((i for i, (a, b) in enumerate(offsets) if a <= at < b), inside[0])
    return stretch, first + inside[0], first + inside[-1] + 1, first + head


class Encoder(nn.Module):
    """MiniLM's vectors of a span and the measured features, through two layers."""

    def __init__(self, folder: Path, features: int) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(folder, add_pooling_layer=False)
        self.narrow = nn.Linear(self.encoder.config.hidden_size, 96)
        self.measured = nn.Linear(features, 64)
        self.drop = nn.Dropout(0.2)
        self.first, self.second = nn.Linear(6 * 96 + 64, 128), nn.Linear(128, 128)
        self.out = nn.Linear(128, 1 + len(LAYERS) + len(KINDS))

    def forward(self, stretches: Sequence[Sequence[int]], places: Tensor, rows: Tensor) -> Tensor:
        """One row a candidate: value in any layer, in each, and the kinds."""
        length = max(len(s) for s in stretches)
        ids = torch.tensor([[*s, *[0] * (length - len(s))] for s in stretches])
        words = self.encoder(input_ids=ids, attention_mask=(ids > 0).long()).last_hidden_state
        words = self.narrow(self.drop(words))
        edge = torch.zeros_like(words[:, :1])
        words = torch.cat([words, edge], 1)
        total = torch.cat([edge, words.cumsum(1)], 1)
        at, start, end, head = places.unbind(1)
        mean = (total[at, end] - total[at, start]) / (end - start).unsqueeze(1)
        views = [mean, *(words[at, i] for i in (start, end - 1, head, start - 1, end))]
        seen = torch.cat([*views, torch.tanh(self.measured(rows))], 1)
        hidden = nn.functional.gelu(self.first(self.drop(seen)))
        out: Tensor = self.out(nn.functional.gelu(self.second(self.drop(hidden))))
        return out


def loss(out: Tensor, values: Tensor, kinds: Tensor, weight: Tensor) -> Tensor:
    """Squared error of the values; for spans that count, cross-entropy of the kind."""
    layers = 1 + len(LAYERS)
    total = 4 * nn.functional.mse_loss(out[:, :layers], values)
    if weight.sum() > 0:
        each = nn.functional.cross_entropy(out[:, layers:], kinds, reduction="none")
        total = total + 0.3 * (each * weight).sum() / weight.sum()
    return total


def train_encoder(
    folder: Path,
    texts: Sequence[Text],
    cut: Sequence[Pieces],
    scale: tuple[Floats, Floats],
    seed: int,
) -> Encoder:
    """Fine-tune the encoder and its head."""
    torch.manual_seed(seed)
    shuffled = random.Random(seed)  # noqa: S311 - an order, no secret
    model = Encoder(folder, texts[0].rows.shape[1])
    known = list(model.encoder.parameters())
    fresh = [p for name, p in model.named_parameters() if not name.startswith("encoder.")]
    groups = [{"params": known, "lr": 1e-4}, {"params": fresh, "lr": 1e-3}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = [step for text, parts in zip(texts, cut, strict=True) for step in _steps(text, parts)]
    total = EPOCHS * len(steps)
    warm = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda n: min(1.0, n / (0.1 * total)) * max(0.0, (total - n) / total)
    )
    for epoch in range(EPOCHS):
        model.train()
        shuffled.shuffle(steps)
        running = 0.0
        for text, parts, low, chosen in steps:
            places = parts.places[chosen] - torch.tensor([low, 0, 0, 0])
            out = model(parts.stretches[low : low + _AT_ONCE], places, _scaled(text, scale)[chosen])
            kinds = torch.tensor(text.kinds)[chosen]
            error = loss(out, torch.tensor(text.values)[chosen], kinds, kinds.sum(1))
            optimiser.zero_grad()
            error.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            warm.step()
            running += error.item()
        print(f"encoder {seed}, epoch {epoch + 1}: loss {running / len(steps):.4f}", flush=True)
    return model


def _steps(text: Text, parts: Pieces) -> Iterator[tuple[Text, Pieces, int, Tensor]]:
    for low in range(0, len(parts.stretches), _AT_ONCE):
        inside = (parts.places[:, 0] >= low) & (parts.places[:, 0] < low + _AT_ONCE)
        if inside.any():
            yield text, parts, low, inside.nonzero()[:, 0]


def _scaled(text: Text, scale: tuple[Floats, Floats]) -> Tensor:
    return torch.tensor((text.rows - scale[0]) / scale[1])


def say(model: Encoder, text: Text, parts: Pieces, scale: tuple[Floats, Floats]) -> Floats:
    """What the encoder says of every candidate of a text."""
    model.eval()
    out = np.zeros((len(text.found), 1 + len(LAYERS) + len(KINDS)), dtype=np.float32)
    with torch.no_grad():
        for _, _, low, chosen in _steps(text, parts):
            places = parts.places[chosen] - torch.tensor([low, 0, 0, 0])
            rows = _scaled(text, scale)[chosen]
            out[chosen] = model(parts.stretches[low : low + _AT_ONCE], places, rows).numpy()
    return out


def train_trees(texts: Sequence[Text], seed: int) -> list[HistGradientBoostingRegressor]:
    """Gradient-boosted trees on the features alone: one ensemble for each column of the values."""
    rows = np.concatenate([t.rows for t in texts])
    values = np.concatenate([t.values for t in texts])
    return [
        HistGradientBoostingRegressor(
            max_iter=250,
            learning_rate=0.05,
            max_leaf_nodes=16,
            min_samples_leaf=15,
            l2_regularization=2.0,
            max_features=0.3,
            random_state=seed,
        ).fit(rows, values[:, column])
        for column in range(values.shape[1])
    ]
