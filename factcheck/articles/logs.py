"""Quiet the libraries that log to the terminal on their own."""

from __future__ import annotations

import logging


def quiet(*names: str) -> None:
    """Keep the loggers called ``names`` from writing to stderr when nobody listens."""
    for name in names:
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
