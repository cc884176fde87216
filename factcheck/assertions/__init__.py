"""Finding assertions: an article in, numbered assertions and set-asides out."""

from __future__ import annotations

from factcheck.model import Article, Found, Mesh


def find(article: Article, mesh: Mesh = "usual") -> Found:
    """Every sentence of ``article`` as assertions or as a set-aside; see :mod:`.finder`."""
    from factcheck.assertions import finder

    return finder.find(article, mesh)
