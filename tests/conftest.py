"""What many tests share: golden files.

A golden file holds a whole output as a person would read it. It lies in ``golden/`` beside the
test that compares with it. ``pytest --update-golden`` writes the files anew; read the diff before
you commit it.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the golden files anew instead of comparing with them",
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """``golden(name, text)`` asserts that ``text`` is the content of ``golden/name``.

    The comparison is of every character, line ends included.
    """
    folder = request.path.parent / "golden"
    update: bool = request.config.getoption("--update-golden")

    def compare(name: str, text: str) -> None:
        path = folder / name
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
            return
        assert path.is_file(), f"{path} is missing: run pytest with --update-golden, read the file"
        expected = path.read_bytes().decode("utf-8")
        assert text == expected, f"differs from {path}: if it should, run with --update-golden"

    return compare
