"""``python -m lab.train``: see the package."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

import lab.train
from factcheck.assertions import checkable, encoder
from lab import figures
from lab.train import export, learning, material
from lab.train.learning import Lesson, Plan
from lab.train.material import Document
from lab.train.network import Network

SEED = 20261125
TEACHER = Plan(epochs=4, debates=0, rate=4e-5, frozen=4)
PUPIL = Plan(epochs=4, debates=2, rate=8e-5)
OUT = Path("factcheck/assertions/weights")


def main() -> int:
    """Train the teacher and the pupil; write the pupil's files."""
    parser = argparse.ArgumentParser(
        description=lab.train.__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--teacher", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    labelled = material.labels(args.data / "labels/train.jsonl")
    truth = {row["text"] for row in material.rows(args.data / "claimbuster/groundtruth.jsonl")}
    debated = material.debates(args.data / "claimbuster/crowdsourced.jsonl", without=truth)
    dev = material.labels(args.data / "labels/dev.jsonl")
    teacher = _teacher(args.teacher, labelled, dev)
    told = [
        learning.tell(teacher, _lessons(documents, args.teacher))
        for documents in (labelled, debated)
    ]
    heard = [
        [
            learning.taught(*pair)
            for pair in zip(_lessons(documents, args.encoder), said, strict=True)
        ]
        for documents, said in zip((labelled, debated), told, strict=True)
    ]
    pieces = _tokenizer(args.encoder)
    model = learning.train(
        args.encoder, heard[0], heard[1], PUPIL, SEED, lambda m: _look(m, dev, pieces)
    )
    args.out.mkdir(exist_ok=True)
    export.encoder(model, args.out / "encoder.onnx")
    export.heads(model, args.out / "checkable.npz")
    export.pieces(args.encoder, args.out / "tokenizer.json")
    return 0


def _teacher(folder: Path, labelled: Sequence[Document], dev: Sequence[Document]) -> Network:
    pieces = _tokenizer(folder)
    lessons = _lessons(labelled, folder)
    return learning.train(folder, lessons, (), TEACHER, SEED, lambda m: _look(m, dev, pieces))


def _lessons(documents: Sequence[Document], folder: Path) -> list[Lesson]:
    pieces = _tokenizer(folder)
    return [x for d in documents for x in learning.lessons(d, _codes(d, pieces))]


def _tokenizer(folder: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(encoder.LONGEST)
    return tokenizer


def _codes(document: Document, tokenizer: Tokenizer) -> list[list[int]]:
    """Each sentence in word pieces, as the tool reads it."""
    texts = checkable.marked([s.text for s in document.sentences])
    return [tokenizer.encode(encoder.clean(text)).ids for text in texts]


def _look(model: Network, dev: Sequence[Document], tokenizer: Tokenizer) -> None:
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
