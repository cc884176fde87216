"""Train the chooser: which candidate spans a professional checker would underline.

    python -m lab.train_chooser GOLD_FOLDER [--out factcheck/assertions/chooser.json]

GOLD_FOLDER holds SLUG.txt and SLUG.json (sentences, assertions with offsets). Each candidate's
target is its agreement with the annotator's nearest assertion (Jaccard of the words, less where the
layer differs); scikit-learn's histogram gradient boosting learns it, seeded, and its trees are
written as JSON. Needs scikit-learn, which the tool itself does not.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingRegressor

from factcheck.assertions import candidates, choose, features, reading
from factcheck.assertions.candidates import Candidate
from factcheck.model import Span

SEED = 20261124
OTHER_LAYER = 0.55  # what agreement is worth when the layer differs


def targets(read: reading.Reading, found: list[Candidate], gold: dict[str, Any]) -> list[float]:
    """How well each candidate agrees with the annotator, 0 to 1."""
    marked = []
    for item in gold["assertions"]:
        span = Span(item["start"], item.get("end", item["start"] + len(item["source_quote"])))
        tokens = [t.i for t in read.doc if span.start <= t.idx < span.end]
        if tokens:
            marked.append(
                Candidate(tokens[0], tokens[-1] + 1, 0, tokens[0], frozenset(), item["layer"])
            )
    out = []
    for candidate in found:
        best = 0.0
        for mark in marked:
            share = choose.overlap(read, candidate, mark)
            best = max(best, share if mark.layer == candidate.layer else OTHER_LAYER * share)
        out.append(0.4 + 0.6 * best if best >= 0.5 else 0.3 * best)
    return out


def material(folder: Path) -> tuple[NDArray[np.float64], list[float]]:
    """Rows and targets of every annotated article."""
    rows: list[NDArray[np.float64]] = []
    wanted: list[float] = []
    for file in sorted(folder.glob("*.json")):
        article = file.with_suffix(".txt")
        if not article.exists():
            continue
        read = reading.read(article.read_text("utf-8"))
        found = [c for s in read.sentences for c in candidates.propose(read, s.number)]
        rows.append(features.rows(read, found))
        wanted += targets(read, found, json.loads(file.read_text("utf-8")))
    return np.concatenate(rows), wanted


def export(model: HistGradientBoostingRegressor, out: Path) -> None:
    """Write the trees as one table of nodes."""
    nodes: list[list[float]] = []
    roots: list[int] = []
    depth = 0
    for (tree,) in model._predictors:  # noqa: SLF001 - scikit-learn has no public export
        first = len(nodes)
        roots.append(first)
        for index, node in enumerate(tree.nodes):
            here = first + index
            leaf = bool(node["is_leaf"])
            depth = max(depth, int(node["depth"]))
            nodes.append(
                [
                    0 if leaf else int(node["feature_idx"]),
                    0.0 if leaf else round(float(node["num_threshold"]), 6),
                    here if leaf else first + int(node["left"]),
                    here if leaf else first + int(node["right"]),
                    round(float(node["value"]), 6) if leaf else 0.0,
                ]
            )
    lines = ",\n".join(json.dumps(node) for node in nodes)
    head = {
        "columns": list(features.NAMES),
        "base": float(model._baseline_prediction.ravel()[0]),  # noqa: SLF001
        "depth": depth,
        "roots": roots,
    }
    out.write_text(json.dumps(head)[:-1] + f', "nodes": [\n{lines}\n]}}\n', "utf-8")


def main() -> int:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--out", type=Path, default=Path("factcheck/assertions/chooser.json"))
    args = parser.parse_args()
    rows, wanted = material(args.gold)
    model = HistGradientBoostingRegressor(
        max_iter=250,
        learning_rate=0.05,
        max_leaf_nodes=16,
        min_samples_leaf=15,
        l2_regularization=2.0,
        max_features=0.3,
        random_state=SEED,
    )
    model.fit(rows, np.asarray(wanted))
    export(model, args.out)
    print(f"{len(rows)} candidates, {args.out} {args.out.stat().st_size // 1024} KB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
