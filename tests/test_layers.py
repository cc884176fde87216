"""The house keeps its layers.

What is held here stands in CONTRIBUTING.md: who may import whom, what is imported late, how long a
module may be.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "factcheck"
ORDER = ("articles", "language", "assertions", "worksheet", "desk", "checks", "report")
ABOVE = ("updating", "merging")
NOUNS = ("model", "scales", "accusing", "errors")
READERS = frozenset({"articles", "language", "assertions"})
NEVER_READ = frozenset({"worksheet", "desk", "checks", "report"})
HEAVY = frozenset(
    {
        "dateparser",
        "docx",
        "httpx",
        "jinja2",
        "lxml",
        "nltk",
        "numpy",
        "onnxruntime",
        "pdfminer",
        "publicsuffixlist",
        "pypdf",
        "rapidfuzz",
        "rich",
        "spacy",
        "threadpoolctl",
        "tokenizers",
        "trafilatura",
        "warcio",
    }
)
VAGUE = frozenset({"utils", "util", "helpers", "helper", "common", "misc", "manager", "base"})
LONGEST = 350

MODULES = sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def imported(name: str, tree: ast.Module, *, package: bool) -> Iterator[str]:
    """The full names that a module imports anywhere in it, relative ones resolved."""
    parents = name.split(".") if package else name.split(".")[:-1]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = parents[: len(parents) - node.level + 1] if node.level else []
            module = ".".join([*above, *filter(None, [node.module])])
            yield from (f"{module}.{alias.name}" for alias in node.names)


def imported_at_once(body: list[ast.stmt]) -> Iterator[str]:
    """The top-level packages that are imported when the module is: not those inside functions."""
    for node in body:
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield (node.module or "").split(".")[0]
        elif isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
            yield from imported_at_once(node.orelse)
        elif not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            for part in ("body", "orelse", "finalbody"):
                yield from imported_at_once(getattr(node, part, []))
            for handler in getattr(node, "handlers", []):
                yield from imported_at_once(handler.body)


def part_of(name: str) -> str:
    """The part of the house that a full name of ours belongs to; "" for ``factcheck`` itself."""
    part = [*name.split("."), ""][1]
    is_file = (PACKAGE / f"{part}.py").is_file()
    known = {*ORDER, *NOUNS, *ABOVE, "cli", "console"}
    return part if is_file or part in known else ""


def allowed(importer: str, target: str) -> bool:
    """Whether a module in the part ``importer`` may import from the part ``target``."""
    if importer in NOUNS:
        return False
    if importer == target:
        return True
    if target in {"cli", "console"}:
        return importer == "__main__" or (importer, target) == ("cli", "console")
    if importer in ABOVE and target in {"articles", "assertions"}:
        return False  # through drafting, which reads and finds for everybody
    if importer in ORDER:
        left = ORDER[: ORDER.index(importer)]
        crossing = importer in NEVER_READ and target in READERS
        return target in {"", *NOUNS} or (target in left and not crossing)
    return True


def breaches(name: str, source: str, *, package: bool = False) -> list[str]:
    """What a module does that it may not, in words."""
    tree = ast.parse(source)
    importer = part_of(name)
    found = [
        f"{name} imports {target}"
        for target in imported(name, tree, package=package)
        if target.split(".")[0] == "factcheck" and not allowed(importer, part_of(target))
    ]
    late = HEAVY - {"rich"} if importer == "console" else HEAVY
    found += [
        f"{name} imports {target} before it is needed"
        for target in imported_at_once(tree.body)
        if target in late
    ]
    if (last := name.rsplit(".", maxsplit=1)[-1]) in VAGUE:
        found.append(f"{name}: a module is not called {last}")
    if (lines := source.count("\n")) > LONGEST:
        found.append(f"{name} has {lines} lines, more than {LONGEST}")
    return found


@pytest.mark.parametrize("path", MODULES, ids=[name_of(path) for path in MODULES])
def test_module_keeps_to_its_layer(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert breaches(name_of(path), source, package=path.stem == "__init__") == []


@pytest.mark.parametrize(
    ("name", "source", "expected"),
    [
        ("model", "from factcheck import errors", "factcheck.model imports factcheck.errors"),
        ("errors", "import factcheck.model", "factcheck.errors imports factcheck.model"),
        ("model", "from factcheck import __version__", "imports factcheck.__version__"),
        ("articles.text", "from factcheck import report", "imports factcheck.report"),
        ("articles.text", "from ..language import x", "imports factcheck.language.x"),
        ("checks.rules", "from factcheck.articles import load", "imports factcheck.articles.load"),
        ("report.html", "def f():\n    import factcheck.language", "imports factcheck.language"),
        ("worksheet.read", "from factcheck.checks import run", "imports factcheck.checks.run"),
        ("report.html", "from factcheck import console", "imports factcheck.console"),
        ("console", "from factcheck.cli import app", "imports factcheck.cli.app"),
        ("language.nlp", "import spacy.tokens", "imports spacy before it is needed"),
        ("language.nlp", "try:\n    import spacy\nexcept E:\n    pass", "imports spacy before"),
        ("checks.rules", "import factcheck.updating", "imports factcheck.updating"),
        (
            "worksheet.edit",
            "from factcheck.updating import carry",
            "imports factcheck.updating.carry",
        ),
        ("updating.carry", "from factcheck.assertions import find", "imports factcheck.assertions"),
        ("report.html", "import rich", "imports rich before it is needed"),
        ("articles.utils", "", "a module is not called utils"),
        ("report.html", "x = 1\n" * 351, "has 351 lines"),
    ],
)
def test_a_breach_is_told(name: str, source: str, expected: str) -> None:
    (told,) = breaches(f"factcheck.{name}", source)
    assert expected in told


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("checks.rules", "from factcheck import __version__"),
        ("checks.rules", "from factcheck.worksheet import read\nfrom . import rules"),
        ("assertions.find", "from ..language import sentences\nfrom ..model import Span"),
        ("language.nlp", "def load():\n    import spacy"),
        ("language.nlp", "if TYPE_CHECKING:\n    import spacy"),
        ("console", "import rich.table\nfrom factcheck.report import compilation"),
        ("cli.init", "from factcheck import console, articles, report"),
        ("drafting", "from factcheck.assertions import find"),
        (
            "updating.carry",
            "from factcheck import drafting, report\nfrom factcheck.language import x",
        ),
        ("__main__", "from factcheck.cli import main"),
    ],
)
def test_what_is_allowed_is_not_told(name: str, source: str) -> None:
    assert breaches(f"factcheck.{name}", source) == []


def test_the_command_line_starts_without_the_heavy_libraries() -> None:
    code = f"import sys, factcheck.cli; print(sorted({set(HEAVY)!r} & set(sys.modules)))"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    assert (run.stdout, run.stderr) == ("[]\n", "")
