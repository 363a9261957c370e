"""What the layout promises and import-linter cannot see, and what must be said twice in the same words."""

import ast
import re
import tomllib
from dataclasses import asdict
from graphlib import CycleError, TopologicalSorter

import pytest

from components.theme import DARK, LIGHT
from data_sources.settings import Settings
from tests.conftest import PROJECT

# Only these import Streamlit; what pages show is made without it.
SCREEN = ("app.py", "pages/shell/page.py", "components/screen/chrome.py", "components/screen/address.py")
SCREENS = ("components/screen/", "server/")
ADDRESS = "components/screen/address.py"  # only this touches the query
THEME = tomllib.loads((PROJECT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
PALETTES = {"light": LIGHT, "dark": DARK}
READ = ("text", "muted_text", "focus", "better", "worse", "warning", "reference")  # colours that text may have


BESIDE = ("tests", "benchmarks")


def sources():
    """Every Python file of the product, by path from the top: neither its tests nor its benchmarks."""
    folders = [p for p in PROJECT.iterdir() if p.is_dir() and not p.name.startswith(".") and p.name not in BESIDE]
    files = [*PROJECT.glob("*.py"), *(file for folder in folders for file in folder.rglob("*.py"))]
    return {file.relative_to(PROJECT).as_posix(): file.read_text(encoding="utf-8") for file in files}


def imports(text):
    """The modules that a file imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return found


def luminance(colour):
    """Relative luminance (WCAG 2.2) of "#rrggbb"."""
    shares = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """Contrast ratio (WCAG 2.2) of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_entry_point_is_short_and_only_opens_the_doors():
    text = (PROJECT / "app.py").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 40
    others = {module for module in imports(text) if module.split(".")[0] != "streamlit"}
    assert others == {"server.application", "pages.shell.page"}


def test_every_chart_has_its_test():
    charts = [path for path in sources() if path.startswith("components/charts/") and not path.endswith("__init__.py")]
    assert charts
    tests = {
        path: PROJECT / "tests" / path.replace(path.split("/")[-1], f"test_{path.split('/')[-1]}") for path in charts
    }
    silent = [f"{path}: write {test.relative_to(PROJECT)}" for path, test in tests.items() if not test.is_file()]
    assert silent == []


def test_no_modules_import_each_other_in_a_circle():
    """Packages may: a page's section and the menu. Modules may not, nor by an import that only types see."""
    texts = sources()
    ours = {path.removesuffix(".py").removesuffix("/__init__").replace("/", "."): path for path in texts}
    needs = {}
    for module, path in ours.items():
        tree = ast.parse(texts[path])
        named = set()
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                named |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                named |= {f"{node.module}.{alias.name}" for alias in node.names} & ours.keys() or {node.module}
        needs[module] = named & ours.keys() - {module}
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as circle:
        pytest.fail(" imports ".join(reversed(circle.args[1])))


def test_no_html_is_put_together_without_escaping():
    """In f-strings nothing is escaped. Those of charts are Plotly's own few elements, and an SVG of numbers."""
    html = re.compile(r"</?(?:a|article|button|details|div|dl|h[1-6]|li|nav|p|section|small|span|table|ul)\b")
    written = [
        f"{path}:{node.lineno}"
        for path, text in sources().items()
        if path.startswith(("components/", "pages/", "server/")) and not path.startswith("components/charts/")
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.JoinedStr)
        and html.search("".join(part.value for part in node.values if isinstance(part, ast.Constant)))
    ]
    assert written == [], "write Markup('<p>%s</p>') % (text,), which escapes"


def test_only_the_screen_imports_streamlit():
    users = {path for path, text in sources().items() if "streamlit" in {m.split(".")[0] for m in imports(text)}}
    assert set(SCREEN) <= users
    assert {path for path in users if path not in SCREEN and not path.startswith(SCREENS)} == set()


def test_only_the_view_state_touches_the_query():
    users = {
        path
        for path, text in sources().items()
        for node in ast.walk(ast.parse(text))
        if (isinstance(node, ast.Attribute) and ast.unparse(node) in ("st.query_params", "streamlit.query_params"))
        or (isinstance(node, ast.ImportFrom) and node.module == "streamlit" and "query_params" in ast.unparse(node))
    }
    assert users == {ADDRESS}


def test_every_setting_says_what_it_is_for():
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []


@pytest.mark.parametrize("appearance", PALETTES)
def test_streamlit_and_the_charts_have_the_same_colours(appearance):
    ours, theirs = PALETTES[appearance], THEME[appearance]
    assert theirs["backgroundColor"] == ours.background
    assert theirs["secondaryBackgroundColor"] == ours.surface
    assert theirs["textColor"] == ours.text
    assert theirs["borderColor"] == ours.line


@pytest.mark.parametrize("appearance", PALETTES)
@pytest.mark.parametrize("name", READ)
def test_text_can_be_read_on_the_page_and_on_cards(appearance, name):
    colours = asdict(PALETTES[appearance])
    assert contrast(colours[name], colours["background"]) >= 4.5
    assert contrast(colours[name], colours["surface"]) >= 4.5


@pytest.mark.parametrize("appearance", PALETTES)
@pytest.mark.parametrize("name", ["focus", "peer", "reference", "better", "worse", "warning"])
def test_bars_and_lines_that_are_read_stand_out_from_the_page_and_from_cards(appearance, name):
    """3:1, as the guidelines ask of what a chart is read by (WCAG 2.2, 1.4.11)."""
    colours = asdict(PALETTES[appearance])
    assert contrast(colours[name], colours["background"]) >= 3
    assert contrast(colours[name], colours["surface"]) >= 3


@pytest.mark.parametrize("appearance", PALETTES)
def test_buttons_carry_white_text_and_links_can_be_read(appearance):
    theme = THEME[appearance]
    assert contrast(theme["primaryColor"], "#ffffff") >= 4.5
    assert contrast(theme["linkColor"], theme["backgroundColor"]) >= 4.5
    assert contrast(theme["linkColor"], theme["secondaryBackgroundColor"]) >= 4.5


def test_contrast_is_measured_as_the_guidelines_do():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
