"""Weights that were shipped, back in torch: the next training goes on from them, and is told by them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from factcheck.assertions import checkable
from lab.train.material import Document
from lab.train.network import Network

_LEAST = 1e-6  # probability; none is told as impossible


def take_up(model: Network, weights: Path) -> None:
    """Put the encoder and the heads for sentences of the folder ``weights`` into ``model``, as far as it has layers.

    Those for spans are learnt anew.
    """
    stored = onnx.load(weights / "encoder.onnx")
    arrays = {each.name: numpy_helper.to_array(each) for each in stored.graph.initializer}
    state: dict[str, Tensor] = model.encoder.state_dict()
    state |= _embedded(arrays, state)
    width = model.encoder.config.hidden_size
    scale = (width // model.encoder.config.num_attention_heads) ** 0.5
    for number in range(len(model.encoder.encoder.layer)):
        state |= _layer(arrays, number, width, scale)
    model.encoder.load_state_dict(state)
    with np.load(weights / "checkable.npz") as heads:
        for name in ("hidden", "basis", "priority", "worth"):
            layer = getattr(model, name)
            layer.weight.data = torch.tensor(heads[name].T.astype(np.float32))
            layer.bias.data = torch.tensor(heads[f"{name}_bias"].astype(np.float32))


def _embedded(arrays: dict[str, Any], state: dict[str, Tensor]) -> dict[str, Tensor]:
    at = "embeddings."
    return {
        f"{at}word_embeddings.weight": _matrix(arrays, "words.weight"),
        f"{at}position_embeddings.weight": _plain(arrays, "places"),  # with the token's kind in it
        f"{at}token_type_embeddings.weight": torch.zeros_like(
            state[f"{at}token_type_embeddings.weight"]
        ),
        f"{at}LayerNorm.weight": _plain(arrays, "norm.weight"),
        f"{at}LayerNorm.bias": _plain(arrays, "norm.bias"),
    }


def _layer(arrays: dict[str, Any], number: int, width: int, scale: float) -> dict[str, Tensor]:
    """A layer under its names in transformers; queries lose the scale that was multiplied into them."""
    to, of = f"encoder.layer.{number}.", f"layers.{number}."
    out = {}
    mixed = _matrix(arrays, f"{of}mixed.weight_Transposed").T, _plain(arrays, f"{of}mixed.bias")
    for part, name in enumerate(("query", "key", "value")):
        rows = slice(part * width, (part + 1) * width)
        for kind, values in zip(("weight", "bias"), mixed, strict=True):
            own = values[rows] * (1.0 if part else scale)
            out[f"{to}attention.self.{name}.{kind}"] = own
    dense = {
        "attention.output.dense": "out",
        "intermediate.dense": "wide",
        "output.dense": "narrow",
    }
    for theirs, ours in dense.items():
        out[f"{to}{theirs}.weight"] = _matrix(arrays, f"{of}{ours}.weight_Transposed").T
        out[f"{to}{theirs}.bias"] = _plain(arrays, f"{of}{ours}.bias")
    for theirs, ours in {"attention.output.LayerNorm": "norm", "output.LayerNorm": "last"}.items():
        for kind in ("weight", "bias"):
            out[f"{to}{theirs}.{kind}"] = _plain(arrays, f"{of}{ours}.{kind}")
    return out


def _plain(arrays: dict[str, Any], name: str) -> Tensor:
    return torch.tensor(arrays[name].copy())


def _matrix(arrays: dict[str, Any], name: str) -> Tensor:
    whole = arrays[f"{name}_quantized"].astype(np.float32)
    zero = arrays[f"{name}_zero_point"].astype(np.float32)
    return torch.tensor((whole - zero) * arrays[f"{name}_scale"])


def tell(documents: Sequence[Document]) -> list[Tensor]:
    """What the weights that are shipped now say of the sentences of each document.

    A row a sentence: the logarithms of their probabilities for BASES and for the priorities.
    """
    return [
        torch.tensor(
            [
                [np.log(max(share, _LEAST)) for share in (*each.bases, *each.urgencies)]
                for each in checkable.judge([s.text for s in document.sentences])
            ],
            dtype=torch.float32,
        )
        for document in documents
    ]
