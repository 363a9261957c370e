"""What the README names is there: files, commands, modules, settings, figures, pages."""

import importlib.util
import re

import pytest

from data_sources.settings import Settings
from pages.navigation import NAVIGATION
from tests.conftest import PROJECT

README = (PROJECT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)
PROSE = re.sub(r"^```\n.*?^```$", "", README, flags=re.MULTILINE | re.DOTALL)
CODE = [*BLOCKS, *re.findall(r"`([^`]+)`", PROSE)]
LINKS = re.findall(r"\]\(([^)\s]+)\)", PROSE)
NOT_KEPT = (PROJECT / ".gitignore").read_text(encoding="utf-8").split()  # made on the spot: .venv/, .data/
OURS = ("components", "data_sources", "models", "pages", "server")
FILE = re.compile(r"(?:[\w.<>-]+/)+[\w.<>-]*|[\w<>-]+\.(?:py|toml|md|csv|txt|png|po)")


def words():
    """Everything set as code, split at spaces, without the marks around it."""
    return [word.strip("(),;:\"'") for text in CODE for word in text.split()]


def paths():
    """Files and folders of the project that the README names; <words> in brackets stand for any."""
    named = [word for word in words() if FILE.fullmatch(word)]
    named += [link for link in LINKS if "://" not in link and not link.startswith("#")]
    kept = [path for path in named if not any(path.startswith(folder) for folder in NOT_KEPT if folder.endswith("/"))]
    return sorted({path for path in kept if not path.split(".")[0].isupper() or "/" in path or path == "README.md"})


def modules():
    """Modules that the README runs or names."""
    run = re.findall(r"python -m ([\w.]+)", "\n".join(CODE))
    named = [word for word in words() if re.fullmatch(rf"(?:{'|'.join(OURS)})(?:\.\w+)+", word)]
    return sorted({*run, *named})


def targets():
    """What the README tells people to `make`."""
    return sorted(set(re.findall(r"(?<![\w/])make ([a-z]+)", "\n".join(CODE))))


def anchor(heading):
    """The address of a heading on the page."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def test_what_is_looked_for_is_found():
    assert {"app.py", "models/", "pages/<section>/<slug>.py", "docs/oversikt.png"} <= set(paths())
    assert {"pytest", "data_sources.figures", "data_sources.prepare"} <= set(modules())
    assert {"run", "test", "install"} <= set(targets())


@pytest.mark.parametrize("path", paths())
def test_every_file_and_folder_is_there(path):
    pattern = re.sub(r"<\w+>", "*", path)
    found = list(PROJECT.glob(pattern.rstrip("/")))
    assert found
    assert not path.endswith("/") or all(one.is_dir() for one in found)


@pytest.mark.parametrize("module", modules())
def test_every_module_is_there(module):
    assert importlib.util.find_spec(module) is not None


@pytest.mark.parametrize("target", targets())
def test_every_make_target_is_there(target):
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{target}:", makefile, flags=re.MULTILINE)


@pytest.mark.parametrize("link", [link for link in LINKS if link.startswith("#")])
def test_every_link_within_leads_to_a_heading(link):
    headings = re.findall(r"^#+ (.+)$", PROSE, flags=re.MULTILINE)
    assert link.removeprefix("#") in [anchor(heading) for heading in headings]


def test_every_setting_stands_in_the_table_and_nothing_else_does():
    documented = re.findall(r"^\|\s*`(OSLOREGION_\w+)`\s*\|", README, flags=re.MULTILINE)
    assert sorted(documented) == sorted(f"OSLOREGION_{name.upper()}" for name in Settings.model_fields)
    assert set(re.findall(r"OSLOREGION_\w+", README)) == set(documented)


def test_every_menu_entry_is_explained():
    assert [spec.entry for spec in NAVIGATION if f"**{spec.entry}**" not in README] == []


def test_the_figures_that_are_printed_as_examples_are_there(figures):
    examples = [line for block in BLOCKS for line in block.splitlines() if "data_sources.figures" in line]
    assert examples
    for line in examples:
        for indicator in re.findall(r"--indicator (\w+)", line):
            rows = figures.indicator(indicator)
            assert len(rows), indicator
            assert set(re.findall(r"--region (\w+)", line)) <= set(rows["region"].astype(str))
            assert set(re.findall(r"--period (\S+)", line)) <= set(rows["period"].astype(str))
