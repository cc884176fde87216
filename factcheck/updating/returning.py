"""Retired assertions whose words come back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from factcheck.model import Assertion, Span
from factcheck.updating.normal import words
from factcheck.updating.placing import GONE, Placing
from factcheck.updating.versions import Version


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a retired assertion and of the sentence that they stood in."""

    said: str
    sentence: str


def sentences(retired: Sequence[Assertion]) -> frozenset[str]:
    """The words of the sentences that retired assertions stood in, as far as they are known."""
    return frozenset(_of(each).sentence for each in retired)


def find(
    retired: Sequence[Assertion],
    new: Version,
    free: Collection[int],
    taken: Collection[Span],
) -> tuple[Placing, ...]:
    """Where each of ``retired`` comes back in the sentences ``free`` of the new draft.

    In the sentence that it stood in it is as it was; in another it is to be checked again. Several of
    the same words come back in their order, if there are as many places; else none does. No place
    that is ``taken`` is given twice.
    """
    known = [_of(each) for each in retired]
    groups: dict[tuple[_Words, str], list[int]] = defaultdict(list)
    for number, each in enumerate(known):
        groups[each, retired[number].layer].append(number)
    found = [GONE] * len(retired)
    for (wanted, _), numbers in groups.items():
        whole, others = _places(wanted, new, free)
        places = whole or others
        fits = len(places) == len(numbers) and not any(place in taken for place in places)
        for number, place in zip(numbers, places if fits else (), strict=False):
            recheck = "" if whole else retired[number].text
            found[number] = Placing("back", place, recheck=recheck)
    return tuple(found)


def due(retired: Assertion) -> bool:
    """Whether a re-check was due already when the words went; else recheck has their sentence."""
    return retired.status == "reworded"


def _of(assertion: Assertion) -> _Words:
    said, told = words(assertion.text), "" if due(assertion) else words(assertion.recheck)
    return _Words(said, told if f" {said} " in f" {told} " else said)


def _places(wanted: _Words, new: Version, free: Collection[int]) -> tuple[list[Span], list[Span]]:
    """The places of the words: in the sentence that they stood in, and in others."""
    same: list[Span] = []
    others: list[Span] = []
    forms = wanted.said.split(" ")
    for number in sorted(free):
        key = new.keys[number]
        if not wanted.said or f" {wanted.said} " not in f" {key} ":
            continue
        first = f" {key} ".count(" ", 1, f" {key} ".index(f" {wanted.said} ") + 1)
        start = new.bounds[number].start + first
        place = Span(start, start + len(forms))
        (same if key == wanted.sentence else others).append(place)
    return same, others
