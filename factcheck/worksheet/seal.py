"""What a sign-off stands for: the article's text and every finding, each as a hash."""

from __future__ import annotations

import dataclasses
import hashlib
import json

from factcheck.model import Assertion, Worksheet

_FINDING = (
    "id",
    "text",
    "verdict",
    "evidence",
    "correction",
    "reply",
    "reviewer",
    "recheck",
    "opinion",
)


def verdicts(worksheet: Worksheet) -> str:
    """SHA-256, in hexadecimal, of all that was found; layout, notes and the order of blocks are no part.

    A source counts with what identifies it: who swaps the document behind an id changes what a
    verdict rests on.
    """
    told = {
        "assertions": sorted((_finding(each) for each in worksheet.assertions), key=str),
        "sources": sorted(
            ([s.id, s.title, s.url, s.file, s.sha256] for s in worksheet.sources), key=str
        ),
    }
    written = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()


def broken(worksheet: Worksheet) -> str:
    """Why the sign-off of ``worksheet`` no longer holds, in words; "" if it holds, or there is none."""
    signed = worksheet.signoff
    if signed is None or not (signed.by.strip() or signed.at):
        return ""
    if signed.voided is not None:
        return "the worksheet was updated or merged since"
    if signed.article != worksheet.article.sha256:
        return "the article's text is not the one that was signed for"
    if signed.verdicts != verdicts(worksheet):
        return "a verdict, or what one rests on, was changed since"
    return ""


def _finding(assertion: Assertion) -> list[object]:
    values = dataclasses.asdict(assertion)
    return [values[name] for name in _FINDING]
