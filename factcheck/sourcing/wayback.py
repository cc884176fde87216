"""The Internet Archive's Wayback Machine is asked to keep a page.

Its "Save Page Now" answers a plain request for ``/save/ADDRESS`` with the capture's own address, in a redirect
or in ``Content-Location``; no account is needed for a few captures a minute.
"""

from __future__ import annotations

import re
from urllib.parse import urljoin

from factcheck import web
from factcheck.web import Answer, Limits, Resolve, WebError

SERVICE = "https://web.archive.org"
SECONDS = 120.0
"""A capture takes the archive half a minute on a good day."""
_CAPTURE = re.compile(r"/web/\d{14}(?:[a-z]{2}_)?/\S+")
_BY_HAND = "save it in the browser at web.archive.org/save and write its address in archived"


def capture(url: str, *, service: str = SERVICE, resolve: Resolve = web.resolve) -> str:
    """The address of a capture of ``url`` that the archive makes now. Raises WebError.

    ``url`` is sent to the archive, which publishes what it finds there.
    """
    asked = f"{service}/save/{url}"
    inside = service != SERVICE  # another service is one that the user runs
    try:
        answer = web.get(asked, Limits(SECONDS), allow_private=inside, resolve=resolve)
    except WebError as error:
        if found := _found(error.exchanges, service):
            return found
        raise WebError(error.code, f"the archive: {error.message}", _BY_HAND) from None
    if found := _found(answer.exchanges, service):
        return found
    raise _refused(answer)


def _found(exchanges: tuple[web.Exchange, ...], service: str) -> str:
    for each in exchanges:
        for name in ("content-location", "location"):
            if match := _CAPTURE.search(each.header(name)):
                return urljoin(service, match.group())
        if match := re.search(r"/web/\d{14}/http\S*", each.url):
            return urljoin(service, match.group())
    return ""


def _refused(answer: Answer) -> WebError:
    status = answer.last.status
    if status == 429:
        return WebError(
            "unreachable", "the archive takes only a few captures a minute", "try again in a minute"
        )
    if status in (401, 403):
        return WebError("unreachable", "the archive wants an account for this page", _BY_HAND)
    if status in (404, 410, 520, 523):
        return WebError("unreachable", "the archive could not open the page", _BY_HAND)
    if status >= 500:
        return WebError(
            "unreachable", f"the archive has a fault (HTTP {status})", "try again later"
        )
    return WebError("unreachable", "the archive told no capture", _BY_HAND)
