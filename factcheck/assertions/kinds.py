"""What kind of statement an assertion is, by the desk's list.

The network has learnt it from annotated articles; two things are certain and stay rules: what
somebody is reported to have said is a quotation or an attribution, and nothing else is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import KINDS, Kind

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SAID: tuple[Kind, ...] = ("quotation", "attribution")


def likeliest(weights: NDArray[np.float32], *, said: bool) -> list[Kind]:
    """For each row the likeliest kind that something said, or not said, can be.

    ``weights`` has a column for each of KINDS, larger for likelier.
    """
    possible = [i for i, kind in enumerate(KINDS) if (kind in SAID) == said]
    best = weights[:, possible].argmax(axis=1)
    return [KINDS[possible[i]] for i in best]
