"""What the rules of a house and the hashes of saved copies add to a check, as a ratio to reading and hashing.

Usage::

    python -m lab.copies [--files 100] [--kilobytes 200] [--runs 9]

A worksheet with two sources for each verdict is checked with and without the policies and the copies, in turns
with a plain loop that reads and hashes the same files. The exit code is 1 when the ratio is over its limit.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from factcheck import checks, worksheet
from factcheck.copies import SavedCopies
from factcheck.desk import SWITCHES, Desk, Policy
from factcheck.model import Article, Assertion, Evidence, Source, Span, Worksheet
from factcheck.worksheet import Document

LIMIT = 2.0
DAY = dt.date(2026, 11, 20)
POLICY = Policy("two-independent", switched=frozenset(SWITCHES), days=30)


def story(files: int, size: int, folder: Path) -> Document:
    """A worksheet whose verdicts rest on ``files`` pages of ``size`` bytes in ``folder``, two for each."""
    sources = []
    for number in range(files):
        page = f"<title>{number}</title>" + f"<p>Page {number} tells of its own bridge.</p>\n" * 9
        data = page.encode().ljust(size, b".")
        (folder / f"{number}.html").write_bytes(data)
        sources.append(
            Source(
                f"s{number}",
                "document",
                "primary",
                f"Page {number}",
                url=f"https://site{number}.example/",
                accessed=DAY,
                file=f"{number}.html",
                sha256=hashlib.sha256(data).hexdigest(),
            )
        )
    sentences = [f"The bridge of ward {n} cost {n} euros." for n in range(2 * files)]
    text, start, assertions = "\n\n".join(sentences), 0, []
    for n, sentence in enumerate(sentences):
        evidence = tuple(Evidence(source=f"s{(n + more) % files}") for more in (0, 1))
        assertions.append(
            Assertion(
                str(n + 1),
                sentence,
                n + 1,
                n + 1,
                Span(start, start + len(sentence)),
                "narration",
                "event",
                verdict="confirmed",
                evidence=evidence,
                reviewer="Ana",
            )
        )
        start += len(sentence) + 2
    article = Article(text, "Bridges", published=DAY)
    sheet = Worksheet(
        article,
        dt.datetime(2026, 11, 24, tzinfo=dt.UTC),
        "lab",
        highest=len(assertions),
        sha256=article.sha256,
        sources=tuple(sources),
        assertions=tuple(assertions),
    )
    return worksheet.parse(worksheet.render(sheet), str(folder / "w.toml"))


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--files", type=int, default=100)
    parser.add_argument("--kilobytes", type=int, default=200)
    parser.add_argument("--runs", type=int, default=9)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        document = story(given.files, given.kilobytes * 1024, folder)
        files = sorted(folder.glob("*.html"))

        def whole() -> None:
            checks.run(document, DAY, copies=SavedCopies(folder), desk=Desk(policy=POLICY))

        def hashed() -> None:
            for path in files:
                hashlib.sha256(path.read_bytes()).hexdigest()

        rounds = [
            (seconds(whole), seconds(lambda: checks.run(document, DAY)), seconds(hashed))
            for _ in range(given.runs)
        ]
    full, plain, reference = map(min, zip(*rounds, strict=True))
    ratio = (full - plain) / reference
    print(
        f"{given.files} files of {given.kilobytes} KB: check {full * 1000:.0f} ms, without policies and copies"
    )
    print(
        f"{plain * 1000:.0f} ms, reading and hashing {reference * 1000:.0f} ms: ratio {ratio:.2f} (limit {LIMIT})"
    )
    return 0 if ratio <= LIMIT else 1


if __name__ == "__main__":
    raise SystemExit(main())
