"""Processes that write worksheets, for ``test_disk.py``: some are killed, some meet.

A script of its own, since it forks: ``writers.py at-random|at-each-step|at-once FOLDER``. It prints
one line if all is as it should be.
"""

from __future__ import annotations

import os
import random
import select
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path

import filelock

from factcheck import worksheet
from factcheck.errors import WorksheetError

HEAD = "[worksheet]\nformat = 1\n"
OLD, NEW = HEAD + "# old\n" * 500, HEAD + "# new, and longer\n" * 500
WRITES = 500
MOST = 40  # writes before a kill


def write_on(path: Path, told: int) -> None:
    """Write the two by turns, one byte to ``told`` after each, until we are killed."""
    while True:
        before = worksheet.read(path)
        worksheet.revise(path, before, NEW if before.text == OLD else OLD)
        os.write(told, b".")


def at_random(path: Path) -> None:
    """Kill a writer at any moment, until there were 500 writes."""
    chance = random.Random(1)
    written = kills = 0
    while written < WRITES:
        ears, mouth = os.pipe()
        child = forked(partial(write_on, path, mouth))
        os.close(mouth)
        until = chance.randrange(1, MOST)
        done = 0
        while done < until:
            done += len(os.read(ears, until - done))
        time.sleep(chance.random() / 200)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        while select.select([ears], [], [], 0)[0] and (more := os.read(ears, 4096)):
            done += len(more)
        os.close(ears)
        kills += 1
        written += done
        whole(path)
    assert kills >= WRITES / MOST / 2
    clean(path)


def at_each_step(path: Path) -> None:
    """Kill a writer before each thing that it asks of the system, one after the other."""
    for backup in (False, True):
        for step in count(1):
            before = worksheet.read(path)
            after = NEW if before.text == OLD else OLD
            act = partial(worksheet.revise, path, before, after, backup=backup)
            _, status = os.waitpid(forked(partial(die_at, step, act)), 0)
            now = whole(path)
            if os.WIFEXITED(status):
                assert (os.WEXITSTATUS(status), now) == (0, after)
                break
        assert step > 20, step
        clean(path)


def die_at(step: int, act: Callable[[], object]) -> None:
    numbers = count(1)

    def hook(_event: str, _arguments: object) -> None:
        if next(numbers) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)
    act()
    os._exit(0)


def at_once(path: Path) -> None:
    """Two have read the same worksheet and write it at once: one wins, the other says so."""
    for turn in range(40):
        before = worksheet.read(path)
        texts = [f"{before.text}# {turn} {name}\n" for name in "ab"]
        gate, key = os.pipe()
        children = [forked(partial(meet, gate, key, path, before, text)) for text in texts]
        os.close(gate)
        os.close(key)
        ends = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
        assert sorted(ends) == [0, 2], ends
        assert path.read_text("utf-8") == texts[ends.index(0)]
        assert [each.name for each in path.parent.iterdir()] == [path.name]


def meet(gate: int, key: int, path: Path, before: worksheet.Document, after: str) -> None:
    os.close(key)
    os.read(gate, 1)  # ends when nobody has a key any more: at once for both
    try:
        worksheet.revise(path, before, after)
    except WorksheetError as error:
        told = ("was changed since it was read", "another factcheck is writing it")
        os._exit(2 if error.message.endswith(told) else 3)
    os._exit(0)


def forked(act: Callable[[], object]) -> int:
    child = os.fork()
    if child == 0:
        try:
            act()
        finally:
            os._exit(4)
    return child


def whole(path: Path) -> str:
    text = path.read_text("utf-8")
    assert text in (OLD, NEW), f"{len(text)} characters"
    for backup in path.parent.glob("*.bak"):  # a kill may have left the beginning of one
        assert OLD.startswith(kept := backup.read_text("utf-8")) or NEW.startswith(kept)
        backup.unlink()
    return text


def clean(path: Path) -> None:
    """What was left behind does not block the next writer, who takes it away."""
    worksheet.revise(path, worksheet.read(path), OLD + "\n")
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    path.write_text(OLD, "utf-8")


def main(what: str, folder: Path) -> None:
    path = folder / "w.toml"
    path.write_text(OLD, "utf-8")
    assert filelock  # loaded before the forks: a kill meets the writing, not the loading
    os.fsync = lambda fd: None  # noqa: ARG005 - a kill loses nothing that the system was given
    {"at-random": at_random, "at-each-step": at_each_step, "at-once": at_once}[what](path)
    sys.stdout.write("as it should be\n")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
