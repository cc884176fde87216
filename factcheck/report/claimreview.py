"""The verdicts as ClaimReview of schema.org, in JSON-LD, for search engines and archives of fact-checks.

One object for each verdict that says something of truth and shows its evidence: never for an unchecked assertion, one
on which reviewers differ, one whose words changed since, one without evidence, or one that nothing could settle. A verdict with a number on the scale has it as its rating, higher is
truer; another (unsupported, disputed, outdated) has its name alone. The properties are those that Google's
documentation of ClaimReview requires and recommends.
"""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Any

from factcheck.checks.characters import visible
from factcheck.desk import Publisher
from factcheck.errors import FactcheckError
from factcheck.report import anchors
from factcheck.report.record import Item, Report
from factcheck.scales import Scale, Verdict


def render(report: Report) -> str:
    """The verdicts as one JSON-LD document, ending with a line feed.

    Raises FactcheckError if the house does not say whose they are and on which page they stand.
    """
    publisher = report.publisher
    if publisher is None:
        raise FactcheckError(
            "ClaimReview needs to know who publishes it, and on which page",
            'write [publisher] with name, url and page = "https://…" into factcheck.toml',
        )
    page = publisher.page.replace("{slug}", _slug(report.article.title))
    names = anchors.names((*report.items, *report.retired))
    graph = [
        _review(report, item, verdict, publisher, f"{page}#{name}")
        for item, name in zip(report.items, names, strict=False)
        if (verdict := _told(item, report.scale))
    ]
    document = {"@context": "https://schema.org", "@graph": graph}
    # The document may be put into a page: nothing in it may end the element that it stands in.
    text = json.dumps(document, ensure_ascii=False, indent=2).replace("<", "\\u003c")
    return text + "\n"


def _told(item: Item, scale: Scale) -> Verdict | None:
    verdict = scale.get(item.assertion.verdict)
    if verdict is None or verdict.outcome == "not-checkable" or item.recheck:
        return None
    # To find nothing is a finding too; any other verdict has to show what it rests on.
    return verdict if item.citations or verdict.outcome == "unconfirmed" else None


def _review(
    report: Report, item: Item, verdict: Verdict, publisher: Publisher, url: str
) -> dict[str, Any]:
    signed = report.signoff
    day = signed.at.date().isoformat() if signed and signed.at and not report.unsigned else ""
    return _filled(
        {
            "@type": "ClaimReview",
            "@id": url,
            "url": url,
            "claimReviewed": visible(item.assertion.text),
            "datePublished": day,
            "author": _filled(
                {"@type": "Organization", "name": publisher.name, "url": publisher.url}
            ),
            "license": publisher.licence,
            "itemReviewed": _claim(report, item),
            "reviewRating": _rating(verdict, report.scale),
        }
    )


def _rating(verdict: Verdict, scale: Scale) -> dict[str, Any]:
    named = {"@type": "Rating", "alternateName": verdict.published}
    if verdict.rank is None:
        return named
    ranks = [each.rank for each in scale.verdicts if each.rank is not None]
    return {
        "@type": "Rating",
        "ratingValue": verdict.rank,
        "bestRating": max(ranks),
        "worstRating": min(ranks),
        "alternateName": verdict.published,
    }


def _claim(report: Report, item: Item) -> dict[str, Any]:
    article = report.article
    by = item.assertion.speaker if item.assertion.layer == "content" else article.byline
    appearance = _filled(
        {
            "@type": "Article",
            "headline": visible(article.title),
            "url": article.url if article.url.startswith(("http://", "https://")) else "",
            "datePublished": article.published.isoformat() if article.published else "",
        }
    )
    author = {"@type": "Person", "name": visible(by.strip())} if by.strip() else {}
    return _filled({"@type": "Claim", "author": author, "appearance": appearance})


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in ("", {}, None)}


def _slug(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80] or "fact-check"
