"""The one way out: :func:`get` fetches an address that a person named, and nothing else."""

from __future__ import annotations

from factcheck.web.addresses import Resolve, is_private
from factcheck.web.getting import get, resolve
from factcheck.web.record import Answer, Code, Exchange, Limits, WebError

__all__ = [
    "Answer",
    "Code",
    "Exchange",
    "Limits",
    "Resolve",
    "WebError",
    "get",
    "is_private",
    "resolve",
]
