from __future__ import annotations

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
