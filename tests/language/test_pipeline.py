from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.language import pipeline, sentences

STORY = (
    "The council of Dunsorrel met on Tuesday. Mayor Ada Quill said the bridge was safe.\n\n"
    "“It held in 1953,” she told the board. Two engineers, hired in May, disagreed.\n\n"
)


@given(
    text=st.text(alphabet='aB. "\n\t?!é’', max_size=80).filter(str.strip), size=st.integers(1, 40)
)
@settings(max_examples=60, deadline=None)
def test_a_text_parsed_in_parts_is_the_same_text(text: str, size: int) -> None:
    found = sentences.split(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "PART", size)
        doc = pipeline.parse(text, found)
    assert doc.text == text
    assert [text[t.idx : t.idx + len(t)] for t in doc] == [t.text for t in doc]


def test_parts_keep_what_the_pipeline_says(monkeypatch: pytest.MonkeyPatch) -> None:
    text = STORY * 6
    found = sentences.split(text)
    monkeypatch.setattr(pipeline, "PART", len(STORY))
    doc = pipeline.parse(text, found)
    one = pipeline.parse(STORY, sentences.split(STORY))
    told = [(t.text, t.pos_, t.dep_, t.lemma_, t.ent_type_, t.head.text) for t in one]
    assert [(t.text, t.pos_, t.dep_, t.lemma_, t.ent_type_, t.head.text) for t in doc] == told * 6
    assert [s.text.strip() for s in doc.sents][:4] == [s.span.of(text) for s in found][:4]


def test_numpy_multiplies_and_spacys_own_way_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    vectors = pipeline.load().get_pipe("tok2vec")
    assert {node.ops.use_blis for node in vectors.model.walk()} == {False}  # type: ignore[attr-defined]
    found = sentences.split(STORY)
    ours = [(t.text, t.tag_, t.dep_, t.lemma_, t.ent_type_) for t in pipeline.parse(STORY, found)]
    monkeypatch.setattr(pipeline, "_products", contextlib.nullcontext)
    pipeline.load.cache_clear()
    try:
        theirs = pipeline.parse(STORY, found)
        assert [(t.text, t.tag_, t.dep_, t.lemma_, t.ent_type_) for t in theirs] == ours
    finally:
        pipeline.load.cache_clear()
