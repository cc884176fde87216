from __future__ import annotations

import numpy as np
import pytest

from factcheck.assertions import candidates, columns, features, network, reading
from factcheck.assertions.network import Network
from factcheck.errors import LanguageError
from factcheck.model import KINDS

READ = reading.read(
    "The council met on Monday. “It was short,” said Ada Quill, the mayor, who paid $20."
)
FOUND = [c for s in READ.sentences for c in candidates.propose(READ, s.number)]


def judged(trained: Network, order: list[int]) -> network.Judgement:
    some = [FOUND[i] for i in order]
    spans = columns.spans(READ, some)
    vectors = np.asarray(READ.doc.tensor, dtype=np.float32)
    return trained.judge(vectors, spans, features.rows(READ, some, spans))


def test_the_shipped_network_fits_the_features_and_the_kinds() -> None:
    trained = network.load("chooser")
    assert trained.columns == features.NAMES
    assert trained.weights["mean"].shape == (len(features.NAMES),)


def test_a_span_is_judged_alike_in_any_order_and_company(monkeypatch: pytest.MonkeyPatch) -> None:
    trained = network.load("chooser")
    order = list(range(len(FOUND)))
    whole = judged(trained, order)
    assert whole.values.shape == (len(FOUND), 3)
    assert whole.kinds.shape == (len(FOUND), len(KINDS))
    back = judged(trained, order[::-1])
    monkeypatch.setattr(network, "_AT_ONCE", 3)
    parts = judged(trained, order)
    for other in (parts.values, back.values[::-1]):
        np.testing.assert_allclose(whole.values, other, atol=2e-5)


def test_the_sums_are_those_of_the_layers() -> None:
    """One word, one feature: tanh(0.5 * 2) through two rectified layers of known weights."""
    one = np.ones((1, 1), dtype=np.float32)
    weights = {
        "scale": np.float32(2) * one[0, 0],
        "mean": np.zeros(1, dtype=np.float32),
        "spread": np.ones(1, dtype=np.float32),
    }
    for name, rows, width in (
        ("word", 1, 1), ("measured", 1, 1), ("first", 8, 1), ("second", 1, 1), ("out", 1, 5),
    ):  # fmt: skip
        weights[name] = np.ones((rows, width), dtype=np.float32)
        weights[f"{name}_bias"] = np.zeros(width, dtype=np.float32)
    trained = Network(("only",), 0.25, weights)
    spans = columns.spans(READ, [FOUND[0]])
    size = len(READ.doc)
    said = trained.judge(
        np.full((size, 1), 0.5, dtype=np.float32), spans, np.asarray([[3.0]], dtype=np.float32)
    )
    beside = int(FOUND[0].start > spans.low[0]) + int(FOUND[0].end < spans.high[0])
    expected = (5 + beside) * np.tanh(1.0) + np.tanh(3.0)
    np.testing.assert_allclose(said.values, [[expected] * 3], atol=1e-4)
    np.testing.assert_allclose(said.kinds, [[expected]], atol=1e-3)


def test_another_pipelines_vectors_are_refused() -> None:
    trained = network.load("chooser")
    spans = columns.spans(READ, FOUND)
    wrong = np.zeros((len(READ.doc), 300), dtype=np.float32)
    with pytest.raises(LanguageError, match="other vectors"):
        trained.judge(wrong, spans, features.rows(READ, FOUND, spans))
