"""What is read back equals what was written, for every worksheet."""

from __future__ import annotations

import datetime as dt
import tomllib
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from factcheck import worksheet
from factcheck.model import (
    Article,
    Assertion,
    Detail,
    Evidence,
    Opinion,
    Query,
    SetAside,
    Source,
    Span,
    Worksheet,
)

HOSTILE = (
    "'''",
    '"""',
    '""""""',
    "\\",
    "\\\\",
    '\\"',
    "\r",
    "\r\n",
    "\n",
    "\n[[assertion]]\n",
    "\n[[query]]\n",
    "\n[snapshot]\n",
    "\x00",
    "\x1b[31m",
    "\x7f",
    "\x85",
    "\u2028",
    "\ufeff",
    "\u202e",
    "“quoted”",
    "‘it’s’",
    "שלום",
    "مرحبا",
    "🧑‍🚒",
    "\U0010ffff",
    "#",
    " = ",
    "]",
    "}",
    "{ source = ",
    "s1",
    "https://example.org/a?b=c#d",
    "www.",
    "C:\\minutes.pdf",
    "\t",
    " ",
)
texts = st.lists(
    st.one_of(
        st.sampled_from(HOSTILE),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=6),
    ),
    max_size=5,
).map("".join)
spans = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda p: Span(min(p), max(p)))
numbers = st.integers(0, 10**6)
dates = st.one_of(st.none(), st.dates())
zones: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.integers(-23 * 60, 23 * 60).map(lambda m: dt.timezone(dt.timedelta(minutes=m))),
    st.integers(-80_000, 80_000).map(lambda s: dt.timezone(dt.timedelta(seconds=s))),
)
moments = st.datetimes(dt.datetime(2, 1, 2), dt.datetime(9998, 1, 1), timezones=zones)
evidence = (
    st.builds(Evidence, source=texts, url=texts, locator=texts, passage=texts, stance=texts)
    | st.builds(Evidence, url=texts)
    | st.builds(Evidence, source=texts)
)
opinions = st.builds(
    Opinion,
    reviewer=texts,
    verdict=texts,
    evidence=st.lists(evidence, max_size=2).map(tuple),
    correction=texts,
    note=texts,
)
assertions = st.builds(
    Assertion,
    id=texts,
    text=texts,
    sentence=numbers,
    paragraph=numbers,
    span=spans,
    layer=texts,
    kind=texts,
    speaker=texts,
    speaker_inferred=st.booleans(),
    priority=texts,
    details=st.lists(st.builds(Detail, kind=texts, text=texts, resolved=texts), max_size=2).map(
        tuple
    ),
    status=texts,
    recheck=texts,
    verdict=texts,
    evidence=st.lists(evidence, max_size=3).map(tuple),
    correction=texts,
    note=texts,
    reviewer=texts,
    opinion=st.lists(opinions, max_size=2).map(tuple),
)
sources = st.builds(
    Source,
    id=texts,
    kind=texts,
    tier=texts,
    title=texts,
    author=texts,
    publisher=texts,
    url=texts,
    archived=texts,
    accessed=dates,
    file=texts,
    sha256=texts,
    on_record=st.one_of(st.none(), st.booleans()),
    interest=texts,
    independent_of=st.lists(texts, max_size=2).map(tuple),
    contact=texts,
)
queries = st.builds(
    Query,
    text=texts,
    assertions=st.lists(texts, max_size=2).map(tuple),
    why=texts,
    answer=texts,
)
set_asides = st.builds(
    SetAside, text=texts, sentence=numbers, paragraph=numbers, span=spans, reason=texts
)
articles = st.builds(
    Article,
    text=texts,
    title=texts,
    byline=texts,
    published=dates,
    source=texts,
    url=texts,
    language=texts,
    site=st.just(""),
    warnings=st.just(()),
)
worksheets = st.builds(
    Worksheet,
    article=articles,
    created=moments,
    tool=texts,
    scale=texts,
    format=st.just(1),
    sha256=texts,
    sources=st.lists(sources, max_size=2).map(tuple),
    queries=st.lists(queries, max_size=2).map(tuple),
    merged=st.lists(texts, max_size=2).map(tuple),
    assertions=st.lists(assertions, max_size=2).map(tuple),
    retired=st.lists(assertions, max_size=1).map(tuple),
    set_aside=st.lists(set_asides, max_size=1).map(tuple),
)
SLOW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SLOW
@given(worksheets)
def test_what_is_read_equals_what_was_written(sheet: Worksheet) -> None:
    text = worksheet.render(sheet)
    document = worksheet.parse(text, "w.toml")
    assert document.problems == ()
    assert document.worksheet == sheet
    assert document.worksheet.created.isoformat() == sheet.created.isoformat() or (
        sheet.created.tzinfo is not None
    )


@SLOW
@given(worksheets)
def test_rendering_twice_gives_the_same_bytes(sheet: Worksheet) -> None:
    text = worksheet.render(sheet)
    assert worksheet.render(worksheet.parse(text, "w.toml").worksheet) == text


@SLOW
@given(worksheets)
def test_a_bom_and_windows_line_ends_change_no_value(sheet: Worksheet) -> None:
    text = worksheet.render(sheet)
    windows = "\ufeff" + text.replace("\n", "\r\n")
    document = worksheet.parse(windows, "w.toml")
    assert document.problems == ()
    assert document.text == windows
    assert document.worksheet == sheet


@given(texts)
@example("'")
@example('"')
@example('ends in four """"')
@example("'''\n\"\"\"")
@example("\r\n\r")
def test_every_text_survives_the_snapshot(text: str) -> None:
    from factcheck.worksheet.layout import multiline, string

    assert tomllib.loads(f"k = {multiline(text)}") == {"k": text}
    assert tomllib.loads(f"k = {string(text)}") == {"k": text}
