"""The trained model as it is shipped: an ONNX file of eight bits, word pieces, and the heads."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from factcheck.assertions import features
from lab.train.network import SHIPPED, Network

TEMPERATURE = 1.2  # Guo and others 2017; fixed on labels/dev
LAYERED = 0.6  # how much of a value is that of the layer; fixed on texts left out of training


class _Sentence(nn.Module):
    """One sentence's word pieces to its mean vector and theirs: BERT's sums, laid out for one sentence.

    Without a mask and a batch, and with one product for queries, keys and values, the graph has half the
    operators of the library's own.
    """

    def __init__(self, model: Network) -> None:
        super().__init__()
        bert = model.encoder
        self.words = bert.embeddings.word_embeddings
        places = bert.embeddings.position_embeddings.weight
        kind = bert.embeddings.token_type_embeddings.weight[:1]
        self.places = nn.Parameter(places + kind)
        self.norm = bert.embeddings.LayerNorm
        self.layers = nn.ModuleList(_Layer(layer) for layer in bert.encoder.layer)
        self.shown = model.narrow

    def forward(self, ids: Tensor) -> tuple[Tensor, Tensor]:
        seen = self.norm(self.words(ids) + self.places[: ids.shape[0]])
        for layer in self.layers:
            seen = layer(seen)
        return seen.mean(0, keepdim=True), self.shown(seen)


class _Layer(nn.Module):
    def __init__(self, layer: Any) -> None:
        super().__init__()
        own = layer.attention.self
        self.heads, self.width = own.num_attention_heads, own.attention_head_size
        scale = self.width**-0.5
        parts = (own.query, scale), (own.key, 1.0), (own.value, 1.0)
        self.mixed = nn.Linear(own.query.in_features, 3 * own.query.out_features)
        self.mixed.weight = nn.Parameter(torch.cat([part.weight * by for part, by in parts]))
        self.mixed.bias = nn.Parameter(torch.cat([part.bias * by for part, by in parts]))
        self.out, self.norm = layer.attention.output.dense, layer.attention.output.LayerNorm
        self.wide, self.narrow = layer.intermediate.dense, layer.output.dense
        self.last = layer.output.LayerNorm

    def forward(self, seen: Tensor) -> Tensor:
        split = self.mixed(seen).view(-1, 3, self.heads, self.width).permute(1, 2, 0, 3)
        queries, keys, values = split[0], split[1], split[2]
        shares = torch.softmax(queries @ keys.transpose(1, 2), -1)
        drawn = (shares @ values).permute(1, 0, 2).reshape(-1, self.heads * self.width)
        seen = self.norm(seen + self.out(drawn))
        wide = nn.functional.gelu(self.wide(seen))
        out: Tensor = self.last(seen + self.narrow(wide))
        return out


def encoder(model: Network, out: Path) -> None:
    """Write the encoder to ``out``: input ``ids`` (pieces), output ``vector`` (1, 384), ``words`` (pieces, 96)."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            _Sentence(model).eval(),
            (torch.ones(12, dtype=torch.int64),),
            plain,
            input_names=["ids"],
            output_names=["vector", "words"],
            dynamic_axes={"ids": {0: "pieces"}, "words": {0: "pieces"}},
            opset_version=20,
            dynamo=False,
        )
        quantize_dynamic(plain, out, weight_type=QuantType.QInt8, per_channel=True)


def heads(model: Network, out: Path) -> None:
    """Write the layers that judge sentences, half precision, with calibrated bases."""
    arrays = _arrays(model, ("hidden", "basis", "priority", "worth"))
    for name in ("basis", "basis_bias"):
        arrays[name] = (arrays[name] / TEMPERATURE).astype(np.float16)
    np.savez_compressed(out, **arrays)


def chooser(model: Network, out: Path) -> None:
    """Write the layers that judge spans, half precision, and the names of what they are told of each."""
    arrays = _arrays(model, ("around", "measured", "first", "second", "out"))
    arrays["out"] = arrays["out"][:, :SHIPPED]
    arrays["out_bias"] = arrays["out_bias"][:SHIPPED]
    arrays["columns"] = np.asarray(features.NAMES)
    arrays["layered"] = np.asarray(LAYERED, dtype=np.float32)
    arrays["mean"], arrays["spread"] = model.mean.numpy(), model.spread.numpy()
    np.savez_compressed(out, **arrays)


def _arrays(model: Network, names: Sequence[str]) -> dict[str, Any]:
    arrays: dict[str, Any] = {}
    for name in names:
        layer = getattr(model, name)
        arrays[name] = layer.weight.detach().numpy().T.astype(np.float16)
        arrays[f"{name}_bias"] = layer.bias.detach().numpy().astype(np.float16)
    return arrays


def pieces(folder: Path, out: Path) -> None:
    """Write the tokenizer, without its settings for batches."""
    made = json.loads((folder / "tokenizer.json").read_text("utf-8"))
    made["truncation"] = made["padding"] = None
    out.write_text(json.dumps(made, ensure_ascii=False, separators=(",", ":")), "utf-8")
