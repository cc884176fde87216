"""``python -m lab.train``: see the package."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer

import lab.train
from factcheck.assertions import checkable, encoder, features
from lab import figures
from lab.train import earlier, export, learning, material, underlined
from lab.train.learning import Lesson, Plan, Stretch
from lab.train.material import Document
from lab.train.network import Network

SEED = 7
LAYERS = 5
PLAN = Plan(epochs=7, labels_each=2, debates_each=4, rate=8e-5, known=3e-4, fresh=1e-3)
OUT = Path("factcheck/assertions/weights")
READINGS = Path(__file__).with_name("readings.jsonl")


def main() -> int:
    """Train the model and write its files."""
    parser = argparse.ArgumentParser(
        description=lab.train.__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--news", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--apart", type=Path, nargs="*", default=[])
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    tokenizer = encoder.limited(Tokenizer.from_file(str(args.encoder / "tokenizer.json")))
    labelled = material.labels(args.data / "labels/train.jsonl")
    truth = {row["text"] for row in material.rows(args.data / "claimbuster/groundtruth.jsonl")}
    debated = material.debates(args.data / "claimbuster/crowdsourced.jsonl", without=truth)
    dev = material.labels(args.data / "labels/dev.jsonl")
    model = Network(args.encoder, len(features.NAMES), LAYERS)
    earlier.take_up(model, OUT)
    spans = _stretches(args, tokenizer)
    learning.scale(model, spans)
    trained = learning.train(
        model,
        spans,
        _lessons(labelled, tokenizer),
        _lessons(debated, tokenizer),
        PLAN,
        SEED,
        lambda m: _look(m, dev, tokenizer),
    )
    args.out.mkdir(exist_ok=True)
    export.encoder(trained, args.out / "encoder.onnx")
    export.heads(trained, args.out / "checkable.npz")
    export.chooser(trained, args.out / "chooser.npz")
    export.pieces(args.encoder, args.out / "tokenizer.json")
    return 0


def _stretches(args: argparse.Namespace, tokenizer: Any) -> list[Stretch]:
    closed = underlined.texts(*args.apart)
    marked = underlined.annotated(args.gold, tokenizer)
    ours = underlined.read_by_us(args.news, READINGS, closed, tokenizer)
    print(f"underlined: {len(marked)} articles and {len(ours)} of our own", flush=True)
    return [each for text in (*marked, *ours) for each in learning.stretches(text)]


def _lessons(documents: Sequence[Document], tokenizer: Any) -> list[Lesson]:
    """The documents in lessons, with what the earlier weights say of them."""
    out: list[Lesson] = []
    for document, told in zip(documents, earlier.tell(documents), strict=True):
        place = 0
        for lesson in learning.lessons(document, _codes(document, tokenizer)):
            here = slice(place, place + len(lesson.codes))
            out.append(learning.taught(lesson, told[here]))
            place = here.stop
    return out


def _codes(document: Document, tokenizer: Any) -> tuple[tuple[int, ...], ...]:
    """Each sentence in word pieces, as the tool reads it."""
    return encoder.cut(tokenizer, checkable.marked([s.text for s in document.sentences])).ids


def _look(model: Network, dev: Sequence[Document], tokenizer: Any) -> None:
    """Print the figures on what was left out."""
    with torch.no_grad():
        out = [model(_codes(document, tokenizer)) for document in dev]
    shares = np.concatenate([torch.softmax(basis, 1).numpy() for basis, _, _ in out])
    ranks = np.concatenate([torch.softmax(rank, 1).numpy() for _, rank, _ in out]) @ np.arange(4)
    basis = np.array([s.basis for d in dev for s in d.sentences])
    wanted = [s.priority for d in dev for s in d.sentences]
    for name, group in (("checkable", checkable.CHECKABLE), ("fact", checkable.FACT)):
        score, right = shares[:, list(group)].sum(1), np.isin(basis, group)
        print(
            f"  {name}: AP {figures.average_precision(right, score):.4f}, "
            f"AUC {figures.auc(right, score):.4f}, F1 {figures.f1(right, score >= 0.5):.4f}, "
            f"ECE {figures.calibration_error(right, score):.4f}"
        )
    accuracy = (shares.argmax(1) == basis).mean()
    agreement = figures.kappa(wanted, ranks.round().astype(int), 4)
    print(f"  basis: accuracy {accuracy:.4f}; priority: kappa {agreement:.4f}", flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
