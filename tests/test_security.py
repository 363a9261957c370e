"""The threat model is kept: its tests exist, and what it says of commands, secrets and bounds is so."""

import ast
import re
import subprocess

import pytest

from server.limits import BOUNDS, MESSAGES, OPEN_EACH
from tests.conftest import PROJECT

PAGE = (PROJECT / "docs" / "security.md").read_text(encoding="utf-8")
TESTS = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)
SECRET = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_\w{36}|"
    r"://[\w.-]+:(?!\.\.\.|password|secret|…|<)[\w.-]{6,}@(?!127\.0\.0\.1|localhost)"
)


def test_every_threat_has_its_test():
    rows = [row for row in PAGE.split("## Threats")[1].split("##")[0].splitlines() if row.startswith("| ")][2:]
    assert len(rows) == len(TESTS) > 25
    assert all("::" in row for row in rows)


@pytest.mark.parametrize(("path", "name"), TESTS)
def test_it_is_there(path, name):
    tree = ast.parse((PROJECT / path).read_text(encoding="utf-8"))
    assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{one.name}" for one in node.names)
        elif isinstance(node, ast.Import):
            yield from (one.name for one in node.names)


def test_no_route_refreshes_or_uploads():
    commands = ("data_sources.refresh", "data_sources.upload", "data_sources.store.writer")
    reached = [
        (path.name, name)
        for room in ("server", "pages", "components")
        for path in (PROJECT / room).rglob("*.py")
        for name in imported(path)
        if name.startswith(commands)
    ]
    assert reached == []


def test_no_file_holds_a_secret():
    listed = subprocess.run(["git", "ls-files"], cwd=PROJECT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git repository")
    found = []
    for name in listed.stdout.splitlines():
        path = PROJECT / name
        if path.suffix in {".py", ".toml", ".md", ".txt", ".js", ".cfg", ".yml", ".yaml", ".conf", ".service", ".env"}:
            found += [(name, one[0]) for one in SECRET.finditer(path.read_text(encoding="utf-8", errors="replace"))]
    assert found == []


def test_the_bounds_that_are_told_are_those_that_hold():
    def told(number):
        return f"{number:,}" in PAGE

    assert all(told(bound) for kind in ("read", "change", "open") for bound in vars(BOUNDS[kind]).values())
    assert f"| {BOUNDS['work'].at_once} | {BOUNDS['work'].a_minute} |" in PAGE
    assert f"| {MESSAGES.at_once} | {MESSAGES.a_minute} |" in PAGE
    assert f"{OPEN_EACH} each" in PAGE
