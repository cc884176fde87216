"""What a desk asks of the sources of a verdict, and who owns whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from factcheck.scales import DESK, SCALES, Scale

PRESETS: dict[str, str] = {
    "one": "at least one source",
    "two-independent": "at least two sources that are independent of each other",
    "primary-or-three": "a primary source, else three secondary ones that are independent of each other",
}
"""What each preset asks for, in words."""
SWITCHES: dict[str, str] = {
    "superlative-without-primary": "a primary source for each superlative",
    "quotation-without-recording": "a recording or transcript for each quotation",
    "accusation-without-reply": "word that a reply was sought for each accusation",
    "web-source-unsaved": "a saved copy or archived link of each page on the web",
}
"""Rules that are off until a desk switches them on, and what each asks for, in words."""
NO_POLICY = "none"
"""Stands for no policy at all where a preset can be named."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Who owns several publishers: ``holds`` are web domains and publishers' names."""

    name: str
    holds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes fact-checks: its name and site, the page that one stands on, the licence's address.

    ``{slug}`` in ``page`` stands for the article's title.
    """

    name: str
    url: str
    page: str
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Policy:
    """What verdicts have to rest on.

    ``preset`` is one of PRESETS, or "" for none; it is asked of assertions of ``priorities``, and so are the
    switched rules. ``switched`` has the ids of the further rules that are on. ``days`` is how old evidence may
    be, 0 for any age.
    """

    preset: str = ""
    priorities: tuple[str, ...] = ("high", "normal", "low")
    switched: frozenset[str] = frozenset()
    days: int = 0
    owners: tuple[Owner, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """What it asks for, a phrase each; empty if it asks for nothing."""
        asked = [f"{self.preset}: {PRESETS[self.preset]}"] if self.preset else []
        asked += [words for name, words in SWITCHES.items() if name in self.switched]
        asked += [f"evidence no older than {self.days} days"] if self.days else []
        every = set(self.priorities) >= {"high", "normal", "low"}
        if asked and not every:
            asked.append(f"asked of {' and '.join(self.priorities)} priority alone")
        return tuple(asked)


@dataclass(frozen=True, slots=True)
class Desk:
    """The rules of a house. ``path`` is the file that they are from, "" if there is none.

    ``scale`` is the name of the scale that new worksheets get, one of ``scales``.
    """

    path: str = ""
    policy: Policy = Policy()
    scale: str = DESK.name
    scales: Mapping[str, Scale] = field(default_factory=lambda: dict(SCALES))
    publisher: Publisher | None = None

    def scale_of(self, name: str) -> Scale:
        """The scale called ``name``; an empty one of that name if it is not known."""
        return self.scales.get(name, Scale(name))

    def under(self, preset: str) -> Desk:
        """The same desk with another preset of its policy; ``none`` asks for nothing at all."""
        if preset == NO_POLICY:
            return replace(self, policy=Policy(owners=self.policy.owners))
        return replace(self, policy=replace(self.policy, preset=preset))
