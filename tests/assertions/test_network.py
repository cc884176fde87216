from __future__ import annotations

import numpy as np
import pytest

from factcheck.assertions import candidates, checkable, columns, features, network, pieces, reading
from factcheck.assertions.encoder import NARROW, WIDTH, Cut, Encoded
from factcheck.assertions.network import Network
from factcheck.assertions.pieces import Pieces
from factcheck.model import KINDS

READ = reading.read(
    "The council met on Monday. “It was short,” said Ada Quill, the mayor, who paid $20."
)
FOUND = [c for s in READ.sentences for c in candidates.propose(READ, s.number)]
ENCODED, _ = checkable.read([s.span.of(READ.text) for s in READ.sentences])


def judged(order: list[int]) -> network.Judgement:
    some = [FOUND[i] for i in order]
    rows = features.rows(READ, some, columns.spans(READ, some))
    return network.load().judge(ENCODED, pieces.of(READ, ENCODED.cut, some), rows)


def test_the_shipped_network_fits_the_features_and_the_kinds() -> None:
    trained = network.load()
    assert trained.columns == features.NAMES
    assert trained.weights["mean"].shape == (len(features.NAMES),)
    assert ENCODED.vectors.shape == (2, WIDTH)
    assert ENCODED.words.shape == (ENCODED.cut.places[-1], NARROW)


def test_a_span_is_judged_alike_in_any_order_and_company(monkeypatch: pytest.MonkeyPatch) -> None:
    order = list(range(len(FOUND)))
    whole = judged(order)
    assert whole.values.shape == (len(FOUND), 3)
    assert whole.kinds.shape == (len(FOUND), len(KINDS))
    back = judged(order[::-1])
    monkeypatch.setattr(network, "_AT_ONCE", 3)
    parts = judged(order)
    for other in (parts.values, back.values[::-1]):
        np.testing.assert_allclose(whole.values, other, atol=2e-5)


def test_no_span_no_judgement() -> None:
    none = np.zeros(0, dtype=np.int64)
    rows = np.zeros((0, len(features.NAMES)), dtype=np.float32)
    said = network.load().judge(ENCODED, Pieces(none, none, none, none), rows)
    assert said.values.shape == (0, 3)


def test_the_sums_are_those_of_the_layers() -> None:
    """Pieces of one number, one feature; every weight is 1, every bias 0."""
    weights = {"mean": np.zeros(1, dtype=np.float32), "spread": np.ones(1, dtype=np.float32)}
    for name, rows, width in (
        ("around", 4, 1), ("measured", 1, 1), ("first", 8, 1), ("second", 1, 1), ("out", 1, 5),
    ):  # fmt: skip
        weights[name] = np.ones((rows, width), dtype=np.float32)
        weights[f"{name}_bias"] = np.zeros(width, dtype=np.float32)
    trained = Network(("only",), 0.25, weights)
    place = np.asarray([0, 4], dtype=np.int64)
    cut = Cut(((101, 7, 8, 102),), place, place, place)
    words = np.asarray([[0.1], [0.5], [-0.2], [0.3]], dtype=np.float32)
    encoded = Encoded(cut, np.asarray([[0.25]], dtype=np.float32), words)
    one, two, three = (np.asarray([n], dtype=np.int64) for n in (1, 2, 3))
    spans = Pieces(start=one, end=three, head=two, sentence=one - 1)
    said = trained.judge(encoded, spans, np.asarray([[3.0]], dtype=np.float32))
    seen = (0.15, 0.5, -0.2, -0.2, 0.1, 0.3, 2 * 0.25, 3.0)  # a sentence alone: itself and the mean
    inside = gelu(gelu(sum(map(np.tanh, seen))))
    np.testing.assert_allclose(said.values, [[inside] * 3], atol=1e-4)
    np.testing.assert_allclose(said.kinds, [[inside]], atol=1e-3)


def gelu(value: float) -> float:
    return float(0.5 * value * (1 + np.tanh(np.sqrt(2 / np.pi) * (value + 0.044715 * value**3))))
