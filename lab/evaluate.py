"""What the model of the checkable is worth, beside its peers, in one run.

python -m lab.evaluate DATA [--card FILE]
    DATA/labels (train.jsonl, dev.jsonl: source, doc, text, basis, priority) and DATA/claimbuster
    (crowdsourced.jsonl, groundtruth.jsonl: doc_id, sentence_id, text, orig_label, context_prev).
    Peers are learnt from the same training parts: words and characters with logistic regression
    (scikit-learn), the finder's rules alone, and always yes. --card puts the tables into a model card.
python -m lab.evaluate --sentences FILE.jsonl [--scores OUT.jsonl]
    Any labelled sentences (text, prev, next, label 1 or 0): accuracy, F1, AP, AUC of "states a fact
    that can be checked", at the threshold that was fixed on DATA/labels/dev.jsonl.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from factcheck.assertions import checkable, encoder
from factcheck.assertions.checkable import BASES, CHECKABLE, FACT, Judgement
from lab import figures
from lab.figures import Numbers
from lab.train import material
from lab.train.material import Document

VERIFIABLE = 0.4
"""Score from which a sentence of ``--sentences`` is called checkable; fixed on the speeches of labels/dev."""

_MARK = re.compile(r"(<!-- figures -->\n).*?(<!-- end of figures -->)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Peer:
    """A way to score sentences, with the threshold from which it says yes."""

    name: str
    scores: Numbers
    threshold: float


def verifiable(judgement: Judgement) -> float:
    """The score of ``--sentences``: a fact, or that somebody said something."""
    return judgement.bases[BASES.index("F")] + judgement.bases[BASES.index("A")]


def alone(before: Sequence[str], texts: Sequence[str], after: Sequence[str]) -> list[Judgement]:
    """Judge sentences of which only the neighbours are known ("" where there is none)."""
    known = encoder.load()
    vectors: dict[str, Any] = {}
    out = []
    for group in zip(before, texts, after, strict=True):
        shown = checkable.marked([text for text in group if text])
        at = 1 if group[0] else 0
        for text in shown:
            if text not in vectors:
                vectors[text] = known.vectors([text])
        rows = np.concatenate([vectors[text] for text in shown])
        out.append(checkable.heads().judge(rows, 1)[at])
    return out


def sentences(file: Path, out: Path | None) -> None:
    """Print the figures of ``--sentences`` and write the scores."""
    rows = material.rows(file)
    judged = alone(
        [str(r.get("prev") or "") for r in rows],
        [str(r["text"]) for r in rows],
        [str(r.get("next") or "") for r in rows],
    )
    scores = np.array([verifiable(j) for j in judged])
    if out:
        lines = (
            json.dumps(
                {
                    "text": row["text"],
                    "label": row.get("label"),
                    "score": round(float(score), 6),
                    "checkable": round(judgement.checkable, 6),
                    "worth": round(judgement.worth, 6),
                }
            )
            for row, score, judgement in zip(rows, scores, judged, strict=True)
        )
        out.write_text("\n".join(lines) + "\n", "utf-8")
    labelled = [i for i, row in enumerate(rows) if row.get("label") is not None]
    right = np.array([bool(int(rows[i]["label"])) for i in labelled])
    print(_head())
    for peer in (
        Peer("model", scores[labelled], VERIFIABLE),
        Peer("always yes", np.ones(len(labelled)), 0.5),
    ):
        print(_line(peer, right))


def _head() -> str:
    return (
        f"| {'':27} | accuracy | precision | recall |    F1 | macro F1 |    AP |   AUC |   ECE |\n"
        f"|{'-' * 29}|---------:|----------:|-------:|------:|---------:|------:|------:|------:|"
    )


def _line(peer: Peer, right: Numbers) -> str:
    said = peer.scores >= peer.threshold
    hit = int((said & right).sum())
    return (
        f"| {peer.name:27} | {(said == right).mean():8.3f} | {hit / max(int(said.sum()), 1):9.3f} "
        f"| {hit / max(int(right.sum()), 1):6.3f} | {figures.f1(right, said):5.3f} "
        f"| {figures.macro_f1(right, said):8.3f} | {figures.average_precision(right, peer.scores):5.3f} "
        f"| {figures.auc(right, peer.scores):5.3f} "
        f"| {figures.calibration_error(right, peer.scores):5.3f} |"
    )


def judged(documents: Sequence[Document]) -> list[Judgement]:
    """Every sentence of ``documents``, judged among its neighbours as the tool does."""
    return [j for d in documents for j in checkable.judge([s.text for s in d.sentences])]


def words(texts: Sequence[str], labels: Numbers, others: Sequence[str]) -> Numbers:
    """Words and characters, logistic regression: learnt from ``texts``, said of ``others``."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline, make_union

    seen = make_union(
        TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=3, sublinear_tf=True),
    )
    model = make_pipeline(seen, LogisticRegression(C=10, max_iter=2000, class_weight="balanced"))
    scores: Numbers = model.fit(texts, labels).predict_proba(others)[:, 1]
    return scores


def kept(file: Path) -> tuple[Numbers, Numbers]:
    """1 for each sentence of a labels file that the finder keeps, 0 for the others; then by rules alone."""
    from lab import aside

    rows = list(aside.labels(file, lines=False))
    ours = np.array([float(not row.ours) for row in rows])
    return ours, np.array([float(not row.rule) for row in rows])


def _labels(data: Path) -> str:
    train = material.labels(data / "labels" / "train.jsonl")
    dev = material.labels(data / "labels" / "dev.jsonl")
    known = [s for d in train for s in d.sentences]
    open_ = [s for d in dev for s in d.sentences]
    said = judged(dev)
    basis = np.array([s.basis for s in open_])
    taught = np.array([s.basis for s in known])
    parts = []
    questions: tuple[tuple[str, tuple[int, ...], Callable[[Judgement], float], float], ...] = (
        ("checkable", CHECKABLE, lambda j: j.checkable, 0.5),
        ("fact", FACT, lambda j: j.fact, 0.5),
    )
    for name, group, score, threshold in questions:
        right = np.isin(basis, group)
        scores = np.array([score(j) for j in said])
        peer = words([s.text for s in known], np.isin(taught, group), [s.text for s in open_])
        lines = [Peer("model", scores, threshold)]
        if name == "checkable":
            lines.append(Peer("model, as the finder asks", scores, checkable.ENOUGH))
        lines.append(Peer("words, logistic regression", peer, 0.5))
        if name == "checkable":
            ours, rules = kept(data / "labels" / "dev.jsonl")
            lines.append(Peer("rules and model: the finder", ours, 0.5))
            lines.append(Peer("rules alone", rules, 0.5))
        lines.append(Peer("always yes", np.ones(len(right)), 0.5))
        table = "\n".join(_line(line, right) for line in lines)
        parts.append(f"labels, dev: {name} ({right.sum()} of {len(right)})\n\n{_head()}\n{table}")
    parts.append(_more(said, basis, np.array([s.priority for s in open_])))
    return "\n\n".join(parts)


def _more(said: Sequence[Judgement], basis: Numbers, ranks: Numbers) -> str:
    kept = np.array([j.checkable >= checkable.ENOUGH for j in said])
    fact, right = basis == 0, basis < len(CHECKABLE)
    likeliest = np.array([int(np.argmax(j.bases)) for j in said])
    urgent = [round(j.urgency) for j in said]
    some = np.isin(basis, (0, 1))
    inside = [max(1, u) for u, s in zip(urgent, some, strict=True) if s]
    return "\n".join(
        (
            f"- facts kept at the shipped threshold {checkable.ENOUGH}: recall {kept[fact].mean():.3f}; "
            f"of what is kept {right[kept].mean():.3f} is checkable, {fact[kept].mean():.3f} a fact",
            f"- basis: accuracy {(likeliest == basis).mean():.3f} of eight classes "
            f"(always F: {fact.mean():.3f})",
            f"- priority 0 to 3, quadratic kappa: {figures.kappa(ranks.tolist(), urgent, 4):.3f} of all "
            f"sentences, {figures.kappa(ranks[some].tolist(), inside, 4):.3f} of F and A alone",
        )
    )


def _debates(data: Path) -> str:
    crowd = material.rows(data / "claimbuster" / "crowdsourced.jsonl")
    truth = material.rows(data / "claimbuster" / "groundtruth.jsonl")
    shared = {row["text"] for row in crowd}
    follows = {(row["doc_id"], int(row["sentence_id"])): row["text"] for row in crowd}
    rows = [row for row in truth if row["text"] not in shared]
    after = [follows.get((r["doc_id"], int(r["sentence_id"]) + 1), "") for r in rows]
    said = alone([r.get("context_prev", "") for r in rows], [r["text"] for r in rows], after)
    right = np.array([row["orig_label"] == "CFS" for row in rows])
    texts = {row["text"] for row in truth}
    learnt = [row for row in crowd if row["text"] not in texts]
    taught = np.array([row["orig_label"] == "CFS" for row in learnt])
    peer = words([r["text"] for r in learnt], taught, [r["text"] for r in rows])
    lines = (
        Peer("model", np.array([j.worth for j in said]), 0.5),
        Peer("words, logistic regression", peer, 0.5),
        Peer("always yes", np.ones(len(right)), 0.5),
    )
    table = "\n".join(_line(line, right) for line in lines)
    return f"ClaimBuster's ground truth: check-worthy ({right.sum()} of {len(right)})\n\n{_head()}\n{table}"


def _speed(data: Path) -> str:
    texts = [row["text"] for row in material.rows(data / "labels" / "dev.jsonl")]
    encoder.load.cache_clear()
    began = time.perf_counter()
    model = encoder.load()
    loaded = time.perf_counter() - began
    model.vectors(texts[:20])
    began = time.perf_counter()
    checkable.judge(texts)
    took = time.perf_counter() - began
    return f"- loaded in {loaded:.2f} s; {len(texts) / took:.0f} sentences a second on one core"


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path, nargs="?")
    parser.add_argument("--sentences", type=Path)
    parser.add_argument("--scores", type=Path)
    parser.add_argument("--card", type=Path)
    args = parser.parse_args()
    if args.sentences:
        sentences(args.sentences, args.scores)
    if args.data:
        text = "\n\n".join((_labels(args.data), _debates(args.data), _speed(args.data)))
        print(text)
        if args.card:
            card = args.card.read_text("utf-8")
            args.card.write_text(_MARK.sub(rf"\g<1>\n{text}\n\n\g<2>", card), "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
