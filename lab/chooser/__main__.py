"""``python -m lab.chooser``: see the package."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

import lab.chooser
from factcheck.model import KINDS, LAYERS
from lab.chooser import material, student, teachers
from lab.chooser.material import Floats, Text
from lab.chooser.student import Lesson

SEED = 20261124
ENCODERS = 1
OUT = Path("factcheck/assertions/chooser.npz")
READINGS = Path(__file__).with_name("readings.jsonl")
_SURE = 0.5  # value from which a teacher's word on the kind counts


def main() -> int:
    """Train teachers and student, write the student's weights."""
    parser = argparse.ArgumentParser(
        description=lab.chooser.__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path)
    parser.add_argument("--news", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--apart", type=Path, nargs="*", default=[])
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    closed = material.texts(*args.apart)
    gold = material.annotated(args.gold)
    ours = material.read_by_us(args.news, READINGS, closed)
    known = [text.text for text in (*gold, *ours)]
    more = material.unlabelled(args.news, [*closed, *known])
    print(
        f"annotated: {len(gold)} articles and {len(ours)} of our own; {len(more)} others",
        flush=True,
    )
    marked = [*gold, *ours]
    told = _told(marked, [*marked, *more], args.encoder)
    lessons = [_marked(text) for text in marked]
    lessons += [_taught(text, values) for text, values in zip([*marked, *more], told, strict=True)]
    student.export(student.train(lessons, SEED), args.out)
    print(f"{args.out}: {args.out.stat().st_size // 1024} KB")
    return 0


def _told(gold: list[Text], more: list[Text], folder: Path) -> list[Floats]:
    """What the teachers say of the candidates of texts that nobody annotated."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    rows = np.concatenate([t.rows for t in gold])
    scale = rows.mean(axis=0), rows.std(axis=0) + 1e-3
    cut = [teachers.pieces(text, tokenizer) for text in gold]
    others = [teachers.pieces(text, tokenizer) for text in more]
    width = 1 + len(LAYERS) + len(KINDS)
    said: list[Floats] = [np.zeros((len(t.found), width), dtype=np.float32) for t in more]
    for seed in range(SEED, SEED + ENCODERS):
        model = teachers.train_encoder(folder, gold, cut, scale, seed)
        spoken = [
            teachers.say(model, text, parts, scale)
            for text, parts in zip(more, others, strict=True)
        ]
        said = [(a + b / ENCODERS).astype(np.float32) for a, b in zip(said, spoken, strict=True)]
    trees = teachers.train_trees(gold, SEED)
    layers = 1 + len(LAYERS)
    for text, values in zip(more, said, strict=True):
        grown = np.stack([tree.predict(text.rows) for tree in trees], axis=1)
        values[:, :layers] = (values[:, :layers] + grown) / 2
    return said


def _marked(text: Text) -> Lesson:
    kinds = torch.tensor(text.kinds)
    return Lesson(text, torch.tensor(text.values), kinds, kinds.sum(1))


def _taught(text: Text, told: Floats) -> Lesson:
    layers = 1 + len(LAYERS)
    values = torch.tensor(told[:, :layers])
    kinds = torch.softmax(torch.tensor(told[:, layers:]), 1)
    return Lesson(text, values, kinds, (values[:, 0] > _SURE).float())


if __name__ == "__main__":
    raise SystemExit(main())
