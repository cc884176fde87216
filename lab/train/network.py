"""The encoder with its heads, in torch: the same sums as :mod:`factcheck.assertions.checkable`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

from factcheck.assertions.checkable import AROUND, BASES
from lab.train.material import WORTHS

HIDDEN = 192
PRIORITIES = 4
_AT_ONCE = 1024  # word pieces that pass through the encoder together, blanks included
# Half precision is twice as fast where the processor has it, and ten times slower where it is imitated.
_HALF = torch.backends.cpu.get_cpu_capability() not in ("DEFAULT", "AVX2")


class Network(nn.Module):
    """A sentence's mean vector, those of its neighbours and the mean around it, through one layer."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(folder, add_pooling_layer=False)
        width = self.encoder.config.hidden_size
        self.hidden = nn.Linear(4 * width, HIDDEN)
        self.basis = nn.Linear(HIDDEN, len(BASES))
        self.priority = nn.Linear(HIDDEN, PRIORITIES)
        self.worth = nn.Linear(HIDDEN, len(WORTHS))
        self.drop = nn.Dropout(0.2)

    def vectors(self, codes: Sequence[Sequence[int]]) -> Tensor:
        """One mean vector a sentence; those of like length pass through the encoder together."""
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
                words = self.encoder(input_ids=ids, attention_mask=seen.long()).last_hidden_state
            means = (words.float() * seen[:, :, None]).sum(1) / seen.sum(1, keepdim=True)
            for i, mean in zip(part, means, strict=True):
                out[i] = mean
        return torch.stack(out)

    def heads(self, views: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Basis, priority and worth, as logits, of views (see :func:`views`)."""
        seen = self.drop(torch.relu(self.hidden(self.drop(views))))
        return self.basis(seen), self.priority(seen), self.worth(seen)

    def forward(
        self, codes: Sequence[Sequence[int]], around: int = AROUND
    ) -> tuple[Tensor, Tensor, Tensor]:
        """The heads' logits of sentences that stand one after another."""
        return self.heads(views(self.vectors(codes), around))


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
