"""Which PDF library reads words best: pypdf, pdfminer.six and our reader, side by side.

    python -m lab.pdf_libraries FOLDER       FOLDER holds pdf/*.pdf and ref/NAME.pdf.txt

Printed for each file: the F1 of words and that of neighbouring words (which falls when lines or
columns come in the wrong order), against the text in ref/; seconds and peak memory. Each reading
runs in a process of its own with a time limit. The reference is another tool's reading, so 1.0 is
agreement with that tool, not truth.
"""

from __future__ import annotations

import argparse
import io
import itertools
import json
import logging
import re
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

SECONDS = 60


def by_pypdf(data: bytes) -> str:
    """The text by pypdf's default extraction."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise ValueError("password")
    return "\n".join(page.extract_text() for page in reader.pages)


def by_pdfminer(data: bytes) -> str:
    """The text by pdfminer.six with its default layout analysis."""
    from pdfminer.high_level import extract_text

    return extract_text(io.BytesIO(data))


def ours(data: bytes) -> str:
    """The text by this project's reader."""
    from factcheck.articles import pdf

    return pdf.read(data).text


READERS: dict[str, Callable[[bytes], str]] = {
    "pypdf": by_pypdf,
    "pdfminer": by_pdfminer,
    "ours": ours,
}


def words(text: str) -> list[str]:
    """Words and figures in small letters, ligatures and hyphens at line ends undone."""
    for char, letters in zip("ﬀﬁﬂﬃﬄ", ("ff", "fi", "fl", "ffi", "ffl"), strict=True):
        text = text.replace(char, letters)
    return re.findall(r"\w+", re.sub(r"(\w)[-\u00ad\u2010]\n\s*(?=[a-z])", r"\1", text).lower())


def f1(got: Counter[object], want: Counter[object]) -> float:
    """Harmonic mean of precision and recall over counted things."""
    total = got.total() + want.total()
    return 2 * (got & want).total() / total if total else 1.0


def measure(reader: str, file: Path) -> dict[str, object]:
    """What one reader makes of one file, in a process of its own."""
    command = [sys.executable, "-m", "lab.pdf_libraries", "--one", reader, str(file)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return {"failure": f"over {SECONDS} s"}
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        return {"failure": lines[-1] if lines else "died"}
    found: dict[str, object] = json.loads(done.stdout)
    return found


def one(reader: str, file: Path) -> int:
    """Print what ``reader`` makes of ``file`` as JSON."""
    logging.disable()
    start = time.perf_counter()
    found: dict[str, object] = {}
    try:
        found["text"] = READERS[reader](file.read_bytes())
    except Exception as error:  # noqa: BLE001 - a failure is a result here
        found["failure"] = f"{type(error).__name__}: {error}"
    found["seconds"] = time.perf_counter() - start
    found["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    json.dump(found, sys.stdout)
    return 0


def show(folder: Path, only: str) -> None:
    """Print the table and each reader's means over the files that have a reference with words."""
    scores: dict[str, list[tuple[float, float]]] = {name: [] for name in READERS}
    print(f"{'file':44}{'reader':10}{'words':>7}{'pairs':>7}{'s':>7}{'MB':>6}  failure")
    for file in sorted((folder / "pdf").glob("*.pdf")):
        if only not in file.name:
            continue
        reference = folder / "ref" / f"{file.name}.txt"
        want = words(reference.read_text("utf-8", "replace")) if reference.is_file() else []
        for name in READERS:
            found = measure(name, file)
            got = words(str(found.get("text", "")))
            single = f1(Counter(got), Counter(want))
            double = f1(Counter(itertools.pairwise(got)), Counter(itertools.pairwise(want)))
            if want:
                scores[name].append((single, double))
            print(
                f"{file.stem[:43]:44}{name:10}{single:7.3f}{double:7.3f}"
                f"{found.get('seconds', 0):7.2f}{found.get('megabytes', 0):6.0f}"
                f"  {str(found.get('failure', ''))[:90]}"
            )
    for name, rows in scores.items():
        means = [sum(column) / len(rows) for column in zip(*rows, strict=True)]
        print(f"{name}: mean of {len(rows)} files: words {means[0]:.3f}, pairs {means[1]:.3f}")


def main() -> int:
    """Run the comparison."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--only", default="", help="only files with this in their name")
    parser.add_argument("--one", nargs=2, metavar=("READER", "FILE"), help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one:
        return one(args.one[0], Path(args.one[1]))
    if args.folder is None:
        parser.error("name a folder")
    show(args.folder, args.only)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
