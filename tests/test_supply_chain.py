"""What is installed is what was locked, file by file; what is served is served to this machine."""

import re
import tomllib

import pytest
import yaml

from tests.conftest import PROJECT


def pinned(name):
    """Each requirement of a file with the text that follows it."""
    text = (PROJECT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    return [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt", "requirements-bench.txt", ".ci/uv.txt"])
def test_every_package_is_pinned_by_version_and_by_the_hashes_of_its_files(name):
    lines = pinned(name)
    assert lines
    assert [line for line in lines if not re.match(r"[\w.\[\]-]+==\S+.*--hash=sha256:[0-9a-f]{64}", line)] == []


@pytest.mark.parametrize(("name", "extras"), [("requirements-dev.txt", ["dev"]), ("requirements-bench.txt", ["bench"])])
def test_what_the_code_names_is_locked(name, extras):
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [*project["dependencies"], *[one for extra in extras for one in project["optional-dependencies"][extra]]]
    locked = {re.match(r"[\w.-]+", line)[0].lower() for line in pinned(name)}
    assert {re.match(r"[\w.-]+", one)[0].lower() for one in named} <= locked


def test_the_commands_check_hashes_and_serve_this_machine_only():
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    installs = [line for line in makefile.splitlines() if "pip install" in line and "-r " in line]
    assert len(installs) == 4
    assert all("--require-hashes" in line for line in installs)
    assert "HOST ?= 127.0.0.1" in makefile
    assert "--server.address $(HOST)" in makefile
    assert "make audit" in (PROJECT / ".ci" / "run").read_text(encoding="utf-8")


def test_what_the_pages_are_compared_with_is_installed_by_the_benchmark_alone():
    assert not any(line.startswith("dash==") for line in pinned("requirements-dev.txt"))
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    users = re.findall(r"^(\S+):.*\.venv/\.benchmarks", makefile, re.MULTILINE)
    assert users == ["bench"]


def test_the_workflow_calls_the_one_command_and_pre_commit_checks_what_lint_does():
    workflow = yaml.safe_load((PROJECT / ".github" / "workflows" / "test.yml").read_text(encoding="utf-8"))
    assert ".ci/run" in [step.get("run") for step in workflow["jobs"]["run"]["steps"]]
    assert workflow["permissions"] == {"contents": "read"}
    hooks = yaml.safe_load((PROJECT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"]
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    style = re.search(r"^lint: style\n((?:\t.*\n)+)\nstyle: .*\n((?:\t.*\n)+)", makefile, re.MULTILINE)
    checks = {re.sub(r"^@\$\(BIN\)/| \.$", "", line.strip()) for line in (style[1] + style[2]).splitlines()}
    assert {hook["entry"].removeprefix(".venv/bin/") for hook in hooks} == checks
