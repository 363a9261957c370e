"""A step of a recipe of the README that was left out is told, with what to do.

What the loader of the catalogue, mypy or the tests of messages tell by themselves stands with them.
"""

import ast
import importlib
import inspect

import pytest

from components.html.claims import _COPY
from components.html.figure import _SEPARATORS
from components.screen.chrome import _PARTS, NAMES
from components.view import COUNTED
from components.words.text import _LOCALE, LANGUAGES
from data_sources.registry import SOURCES
from data_sources.settings import Settings
from models.catalogue.texts import Suffix, Text, Words
from models.composite.aggregate import AGGREGATORS
from models.composite.normalise import NORMALISERS
from pages.exhibits.looked_at import Context
from pages.navigation import NAVIGATION
from tests.conftest import PROJECT

TESTS = PROJECT / "tests"
README = (PROJECT / "README.md").read_text(encoding="utf-8")
SOURCE_TABLE = (PROJECT / "docs" / "sources.md").read_text(encoding="utf-8")
# Asked for by a command of its own, not for the figures of indicators.
NO_FIGURES = {"gisco"}


def names_in(path):
    """Every name and text that a file of tests holds."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {n.id for n in ast.walk(tree) if isinstance(n, ast.Name)} | {
        n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)
    }


def functions(path):
    return {n.name for n in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(n, ast.FunctionDef)}


def classes_that_collect():
    """Modules of `data_sources/` with a class that fetches and parses."""
    for path in sorted((PROJECT / "data_sources").glob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            methods = {m.name for m in getattr(node, "body", []) if isinstance(m, ast.FunctionDef)}
            if isinstance(node, ast.ClassDef) and {"fetch", "parse"} <= methods and path.stem != "base":
                yield path.stem


# --- an indicator --------------------------------------------------------------------------------------------------


def test_an_indicator_says_how_its_figures_come(catalogue, figures):
    every = catalogue.indicators.values()
    without = [i.id for i in every if i.figures == "embedded" and i.id not in figures]
    assert without == [], f'no figures of these are embedded: write figures = "collector" in the entries of {without}'
    needless = [i.id for i in every if i.figures == "collector" and i.id in figures]
    assert needless == [], f'figures of these are embedded: take figures = "collector" out of the entries of {needless}'


def test_a_scored_figure_of_a_sample_says_what_change_is_one(catalogue):
    sampled = [i for i in catalogue.scored if i.survey and catalogue.surveys[i.survey].sample]
    assert sampled
    silent = [i.id for i in sampled if i.smallest_change is None]
    assert silent == [], f"of a sample and without `smallest_change`: {silent}"


# --- a source ------------------------------------------------------------------------------------------------------


def test_every_source_is_registered():
    known = set(SOURCES) | NO_FIGURES
    left_out = [name for name in classes_that_collect() if name not in known]
    assert left_out == [], f"has no line in data_sources/registry.py: {left_out}"


@pytest.mark.parametrize("name", [*SOURCES, *sorted(NO_FIGURES)])
def test_every_source_has_all_that_belongs_to_it(catalogue, name):
    missing = []
    if name not in NO_FIGURES and name not in catalogue.publishers:
        missing.append(f'a [[publisher]] with id = "{name}" in models/catalogue/sources.toml')
    if not any((TESTS / "specimens" / name).glob("*.*")):
        missing.append(f"a made-up answer in tests/specimens/{name}/")
    if not (TESTS / "data_sources" / f"test_{name}.py").is_file():
        missing.append(f"tests/data_sources/test_{name}.py")
    elif name not in (TESTS / "data_sources" / f"test_{name}.py").read_text(encoding="utf-8"):
        missing.append(f"a test of data_sources/{name}.py in tests/data_sources/test_{name}.py")
    if f"{name}_url" not in Settings.model_fields:
        missing.append(f"the address {name}_url in data_sources/settings.py")
    if f"`data_sources/{name}.py`" not in SOURCE_TABLE:
        missing.append("a row in the table of docs/sources.md")
    assert missing == [], f"{name} lacks {'; '.join(missing)}"


def test_an_indicator_that_waits_for_a_collector_gets_one_or_says_why_not(catalogue):
    from data_sources.refresh.plan import make_plan

    left = make_plan(catalogue, dict.fromkeys(SOURCES)).left
    waiting = {i.id: left[i.id] for i in catalogue.indicators.values() if i.figures == "collector" and i.id in left}
    assert waiting == {}, "no collector serves these; mend `dataset`, `filter` or `collecting`, or register the source"


# --- a page --------------------------------------------------------------------------------------------------------


def place_of_tests(module):
    """Where the tests of a page stand: in the tree's own place."""
    _, section, name = module.split(".")
    return TESTS / "pages" / section / f"test_{name}.py"


@pytest.mark.parametrize("module", sorted({spec.module for spec in NAVIGATION}))
def test_every_page_has_its_test_and_shows_itself(module):
    path = place_of_tests(module)
    assert path.is_file(), f"{module} has no test: write {path.relative_to(PROJECT)}"
    slugs = {spec.slug for spec in NAVIGATION if spec.module == module}
    assert slugs & names_in(path), f"{path.relative_to(PROJECT)} shows none of the pages {sorted(slugs)}"
    render = getattr(importlib.import_module(module), "render", None)
    assert render is not None, f"{module} has no render(context)"
    assert list(inspect.signature(render).parameters) == ["context"]


def test_every_page_stands_in_the_menu():
    listed = {spec.module for spec in NAVIGATION}
    pages = {
        path: ".".join(path.relative_to(PROJECT).with_suffix("").parts)
        for path in (PROJECT / "pages").glob("*/*.py")
        if "render" in functions(path)
    }
    left_out = sorted(set(pages.values()) - listed)
    assert left_out == [], f"has no PageSpec line in pages/navigation.py: {left_out}"


def test_every_page_is_found_by_its_search_words_or_by_what_it_is_about(catalogue):
    """A theme is found by its figures, a question by itself: the others name their words."""
    by_what_they_hold = {"oversikt", "styrker", "barrierer", "hva-skal-til", "klyngekatalog", "utvikling"}
    by_what_they_hold |= {"strategi", "tallene", *(theme.slug for theme in catalogue.themes.values())}
    silent = [spec.slug for spec in NAVIGATION if not spec.search and spec.slug not in by_what_they_hold]
    assert silent == [], f"the header's search does not find these: give search= in pages/navigation.py: {silent}"


# --- a choice ------------------------------------------------------------------------------------------------------


def test_every_choice_has_a_name_for_notices_and_none_is_called_like_a_part_of_every_link(catalogue, figures):
    for spec in NAVIGATION:
        for option in spec.options(catalogue, figures):
            assert option.name not in {*_PARTS, "catalogue"}, f"{spec.slug}: every link has a part {option.name!r}"
            counted = option.called == COUNTED
            assert counted == option.name.startswith("w_"), f"{spec.slug}: notices cannot call {option.name!r} anything"


def test_every_choice_that_a_page_shows_has_its_label_and_width_from_its_declaration(catalogue, figures):
    from pages import choices

    by_links = {"barrier", "form"}  # a barrier is opened, and a sheet of paper asked for, by links alone
    for spec in NAVIGATION:
        for option in spec.options(catalogue, figures):
            silent = not option.label and not (spec.slug == "barrierer" and option.name in by_links)
            assert not silent, f"{spec.slug}: nothing stands over {option.name!r}: give its Option label= and width="
    # What draws a choice is not told either: it cannot be said twice.
    asked = inspect.signature(Context.choice).parameters | inspect.signature(Context.switch).parameters
    assert not {"label", "width"} & set(asked)
    assert list(inspect.signature(choices.region_filter).parameters) == ["context", "name"]


# --- a language ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("where", "known"),
    [
        ("_LOCALE in components/words/text.py", _LOCALE),
        ("NAMES in components/screen/chrome.py", NAMES),
        ("_SEPARATORS in components/html/figure.py", _SEPARATORS),
        ("_COPY in components/html/claims.py", _COPY),
        ("the fields of Text in models/catalogue/texts.py", Text.model_fields),
        ("the fields of Words in models/catalogue/texts.py", Words.model_fields),
        ("the fields of Suffix in models/catalogue/texts.py", Suffix.model_fields),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_language_is_known_wherever_it_must_be(where, known):
    assert set(known) == set(LANGUAGES), f"{where}: {sorted(set(known) ^ set(LANGUAGES))}"


# --- a normaliser or mean -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("file", "known"), [("normalise", NORMALISERS), ("aggregate", AGGREGATORS)])
def test_every_normaliser_and_mean_is_in_its_dictionary_and_has_a_test(file, known):
    path = TESTS / "models" / "composite" / f"test_{file}.py"
    untested = sorted(set(known) - names_in(path))
    assert untested == [], f"write a test with golden numbers in {path.relative_to(PROJECT)} of {untested}"
    module = importlib.import_module(f"models.composite.{file}")
    made = {
        name
        for name, value in vars(module).items()
        if not name.startswith("_")
        and getattr(value, "__module__", "") == module.__name__
        and (type(value).__name__ == "Mean" or (inspect.isfunction(value) and file == "normalise"))
    }
    left_out = sorted(name for name in made if vars(module)[name] not in list(known.values()))
    assert left_out == [], f"has no entry in the dictionary of models/composite/{file}.py: {left_out}"
