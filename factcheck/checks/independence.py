"""Whether two sources are independent of each other, as far as what is written down tells.

Nothing here proves independence: it names what speaks against it. A person's ``independent_of`` wins over
all of it but the sameness of the sources themselves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from factcheck.checks import addresses
from factcheck.desk import Owner
from factcheck.model import Source

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

Alike = Callable[[Source, Source], bool]
"""Whether the saved copies of two sources have the same text."""

# Agencies whose copy runs under many names; each with the forms that bylines and credits have.
_AGENCIES = {
    "AP": r"\bAP\b|\bAssociated Press\b",
    "Reuters": r"\bReuters\b",
    "AFP": r"\bAFP\b|\bAgence France[- ]Presse\b",
    "PA": r"\bPA Media\b|\bPress Association\b",
    "dpa": r"\bdpa\b|\bDeutsche Presse-Agentur\b",
    "UPI": r"\bUPI\b|\bUnited Press International\b",
    "EFE": r"\bEFE\b",
    "ANSA": r"\bANSA\b",
    "Xinhua": r"\bXinhua\b",
    "TASS": r"\bTASS\b",
    "Kyodo": r"\bKyodo\b",
    "PTI": r"\bPTI\b|\bPress Trust of India\b",
    "AAP": r"\bAAP\b|\bAustralian Associated Press\b",
}
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)


def enough(
    sources: Sequence[Source], number: int, against: Callable[[Source, Source], str]
) -> bool:
    """Whether ``number`` of ``sources`` are independent of one another; ``against`` says why two are not."""
    return any(
        not any(against(one, other) for one, other in combinations(group, 2))
        for group in combinations(sources, number)
    )


def reason(one: Source, other: Source, owners: Iterable[Owner], alike: Alike) -> str:
    """Why the two are not independent, in words that follow "they"; "" if nothing says so."""
    if _same(one, other):
        return "are one and the same"
    if other.id in one.independent_of or one.id in other.independent_of:
        return ""
    domain = _site(one.url, other.url)
    if domain:
        return f"are both from {domain}"
    for what, mine, yours in (
        ("published", one.publisher, other.publisher),
        ("written", one.author, other.author),
    ):
        if _shared(_plain(mine), _plain(yours)):
            return f"were both {what} by {mine.strip()}"
    for owner in owners:
        if _held(one, owner) and _held(other, owner):
            return f"both belong to {owner.name}"
    agency = _shared(_agency(one), _agency(other))
    if agency:
        return f"are both copy of {agency}"
    return "have the same text, so one copy" if alike(one, other) else ""


def _same(one: Source, other: Source) -> bool:
    return bool(
        (one.id and one.id == other.id)
        or _shared(addresses.normal(one.url), addresses.normal(other.url))
        or _shared(one.sha256.strip().lower(), other.sha256.strip().lower())
        or _shared(one.file.strip(), other.file.strip())
    )


def _shared(one: str, other: str) -> str:
    return one if one and one == other else ""


def _plain(name: str) -> str:
    return _ARTICLE.sub("", " ".join(name.casefold().split()))


def _agency(source: Source) -> str:
    credit = f"{source.author} | {source.publisher}"
    if len(credit) == 3:
        return ""
    return next((name for name, form in _AGENCIES.items() if re.search(form, credit)), "")


def _held(source: Source, owner: Owner) -> bool:
    host = _host(source.url)
    names = {_plain(source.publisher), _plain(owner.name)} - {""}
    return _plain(source.publisher) == _plain(owner.name) or any(
        _plain(each) in names or host == each.lower() or host.endswith("." + each.lower())
        for each in owner.holds
    )


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower().removesuffix(".")
    except ValueError:
        return ""


def _site(one: str, other: str) -> str:
    """What both hosts belong to, as somebody has registered it: ``daily.co.uk`` of ``www.daily.co.uk/a``."""
    mine, yours = _host(one), _host(other)
    # The long list is asked only where the ends are the same: it takes longer to load than all else here.
    if mine == yours or mine.rsplit(".", 2)[-2:] != yours.rsplit(".", 2)[-2:]:
        return _shared(mine, yours)
    return _shared(_registered(mine), _registered(yours))


@cache
def _registered(host: str) -> str:
    return (_suffixes().privatesuffix(host) or host) if host else ""


@cache
def _suffixes() -> PublicSuffixList:
    from publicsuffixlist import PublicSuffixList  # 10,000 lines, only where two addresses meet

    return PublicSuffixList()
