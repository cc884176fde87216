"""The encoder with its heads, in torch: the sums of :mod:`factcheck.assertions.checkable` and ``network``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

from factcheck.assertions.checkable import AROUND, BASES
from factcheck.assertions.encoder import NARROW
from factcheck.model import KINDS, LAYERS
from lab.train.material import WORTHS

HIDDEN = 192
PRIORITIES = 4
SHIPPED = 1 + len(LAYERS) + len(KINDS)
"""What a span is told: value in any layer, in each, and the kinds."""
_CONTEXT, _MEASURED, _JOINED = 64, 96, 256
_AT_ONCE = 1024  # word pieces that pass through the encoder together, blanks included
# Half precision is twice as fast where the processor has it, and ten times slower where it is imitated.
_HALF = torch.backends.cpu.get_cpu_capability() not in ("DEFAULT", "AVX2")

Codes = Sequence[Sequence[int]]
"""Sentences that stand one after another, in word pieces."""


class Network(nn.Module):
    """One encoder; heads for what a sentence offers to check, and for spans that may be assertions.

    Of the encoder of ``folder`` the lowest ``layers`` are kept; ``features`` are measured
    of each span.
    """

    mean: Tensor
    spread: Tensor

    def __init__(self, folder: Path, features: int, layers: int) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(folder, add_pooling_layer=False)
        self.encoder.encoder.layer = self.encoder.encoder.layer[:layers]
        width = self.encoder.config.hidden_size
        self.hidden = nn.Linear(4 * width, HIDDEN)
        self.basis = nn.Linear(HIDDEN, len(BASES))
        self.priority = nn.Linear(HIDDEN, PRIORITIES)
        self.worth = nn.Linear(HIDDEN, len(WORTHS))
        self.narrow = nn.Linear(width, NARROW)
        self.around = nn.Linear(4 * width, _CONTEXT)
        self.measured = nn.Linear(features, _MEASURED)
        self.first = nn.Linear(6 * NARROW + _CONTEXT + _MEASURED, _JOINED)
        self.second = nn.Linear(_JOINED, _JOINED)
        # The layer once more, as a choice among them: a lesson for the layers below, not shipped.
        self.out = nn.Linear(_JOINED, SHIPPED + len(LAYERS))
        self.drop = nn.Dropout(0.2)
        self.drop_less = nn.Dropout(0.15)
        self.bent = nn.GELU(approximate="tanh")
        self.register_buffer("mean", torch.zeros(features))
        self.register_buffer("spread", torch.ones(features))

    def words(self, codes: Codes) -> list[Tensor]:
        """The encoder's vectors of each sentence's pieces; those of like length pass together."""
        order = sorted(range(len(codes)), key=lambda i: len(codes[i]))
        out: list[Tensor] = [torch.empty(0)] * len(codes)
        while order:
            longest = len(codes[order[-1]])
            part = order[-max(1, _AT_ONCE // longest) :]
            del order[-len(part) :]
            ids = torch.tensor([[*codes[i], *[0] * (longest - len(codes[i]))] for i in part])
            lengths = torch.tensor([len(codes[i]) for i in part])
            seen = torch.arange(longest) < lengths[:, None]
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.training and _HALF):
                found = self.encoder(input_ids=ids, attention_mask=seen.long()).last_hidden_state
            for i, each in zip(part, found, strict=True):
                out[i] = each[: len(codes[i])].float()
        return out

    def forward(self, codes: Codes, around: int = AROUND) -> tuple[Tensor, Tensor, Tensor]:
        """Basis, priority and worth of each sentence, as logits."""
        vectors = torch.stack([each.mean(0) for each in self.words(codes)])
        seen = self.drop(torch.relu(self.hidden(self.drop(views(vectors, around)))))
        return self.basis(seen), self.priority(seen), self.worth(seen)

    def spans(self, codes: Codes, places: Tensor, rows: Tensor) -> Tensor:
        """One row a span: value in any layer, in each of LAYERS; kinds, and layers once more, as logits.

        ``places`` has the sentence of each span and, counted in it, its first piece, the one after its
        last and that of its ruling word; ``rows`` what was measured of it.
        """
        found = self.words(codes)
        vectors = torch.stack([each.mean(0) for each in found])
        context = torch.tanh(self.around(self.drop_less(views(vectors, AROUND))))
        lengths = torch.tensor([0, *(len(each) for each in found)])
        words = self.narrow(self.drop_less(torch.cat(found)))
        sentence, *inside = places.unbind(1)
        start, end, head = (each + lengths.cumsum(0)[sentence] for each in inside)
        total = torch.cat([torch.zeros(1, NARROW), words.double().cumsum(0).float()])
        mean = (total[end] - total[start]) / (end - start)[:, None]
        shown = [mean, *(words[i] for i in (start, end - 1, head, start - 1, end))]
        measured = self.measured(self.drop_less((rows - self.mean) / self.spread))
        seen = torch.cat([*map(torch.tanh, shown), context[sentence], torch.tanh(measured)], 1)
        hidden = self.drop_less(self.bent(self.first(seen)))
        out: Tensor = self.out(self.drop_less(self.bent(self.second(hidden))))
        return out


def views(vectors: Tensor, around: int) -> Tensor:
    """Each sentence beside the one before, the one after and the mean of ``around`` on both sides.

    With ``around`` 0 it stands alone: nothing before and after it.
    """
    count = len(vectors)
    if not around:
        return torch.cat([vectors, torch.zeros_like(vectors).repeat(1, 2), vectors], 1)
    nothing = torch.zeros_like(vectors[:1])
    before = torch.cat([nothing, vectors[:-1]])
    after = torch.cat([vectors[1:], nothing])
    total = torch.cat([nothing, vectors.cumsum(0)])
    place = torch.arange(count)
    low, high = (place - around).clamp(min=0), (place + around + 1).clamp(max=count)
    mean = (total[high] - total[low]) / (high - low)[:, None]
    return torch.cat([vectors, before, after, mean], 1)
