"""Put every file of a folder through ``factcheck init``: a worksheet or one line, never a traceback.

    python -m lab.documents FOLDER [FOLDER…]     every file below the folders, each in its own process

Prints a line each: seconds, peak memory, then what came of it. Leaves with 1 if a file gave a
traceback, more than one line and a hint, took over 10 seconds or 1 GB, or made a worksheet that
``factcheck check`` finds fault with.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SECONDS = 10.0
MEGABYTES = 1024.0


def measure(command: list[str]) -> tuple[int, str, float, float]:
    """Exit code, stderr, seconds and peak megabytes of a command."""
    began = time.monotonic()
    with tempfile.TemporaryFile("w+") as errors:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors, text=True)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.monotonic() - began
        errors.seek(0)
        return process.returncode, errors.read(), seconds, usage.ru_maxrss / 1024


def judge(file: Path, folder: Path) -> tuple[str, bool]:
    """One line on a file, and whether it went as it should."""
    sheet = folder / "sheet.toml"
    sheet.unlink(missing_ok=True)
    tool = [sys.executable, "-m", "factcheck"]
    code, said, seconds, memory = measure([*tool, "init", str(file), "-o", str(sheet)])
    lines = [line for line in said.splitlines() if line.strip()]
    good = seconds <= SECONDS and memory <= MEGABYTES and "Traceback" not in said
    if code == 0:
        checked, found, *_ = measure([*tool, "check", str(sheet)])
        good = good and checked == 0
        outcome = next((x for x in lines if "assertion" in x), "?").split("  ", 1)[-1]
        outcome += "" if checked == 0 else f"  CHECK {checked}: {found[:200]}"
    else:
        good = good and code == 2 and len([x for x in lines if not x.startswith("hint")]) == 1
        outcome = " / ".join(lines)
    return f"{seconds:5.1f} s {memory:5.0f} MB  {code}  {file.name}: {outcome}", good


def main() -> int:
    """Sweep the folders."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    args = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    bad = total = 0
    with tempfile.TemporaryDirectory() as name:
        for folder in args.folders:
            for file in sorted(p for p in folder.rglob("*") if p.is_file()):
                line, good = judge(file, Path(name))
                total += 1
                bad += not good
                print(("   " if good else "BAD ") + line, flush=True)
    print(f"{total} files, {bad} not as they should be")
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
