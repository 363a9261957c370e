"""Every page, language, theme and default: what is said stands in the store, and what was wrong never comes back."""

import re
from functools import cache
from html import unescape
from statistics import median
from types import SimpleNamespace

import pytest

from components.arrangement import Box
from components.words.text import LANGUAGES, Speaker
from pages.navigation import NAVIGATION
from tests.pages.read import words
from tests.parts import every
from tests.truth.numbers import of_indicators, of_language, spoken
from tests.truth.sentences import never, plain

SLUGS = [spec.slug for spec in NAVIGATION]
# Sums over municipalities, which the models' own tests hold against the rows (tests/models/inside/test_subregions.py).
SUMMED = {"delregioner", "klyngekatalog"}
# Few peers change what is said: distances instead of places, and no calls.
PLACES = {str(n) for n in range(14)}
SURVEYED = {"answers"}  # margins and sizes of samples, which tests/models/test_asked.py holds
YEARLY = {"nb": " i året", "en": " a year"}
# Pages with cards of one figure each, and how many there are at least.
CARDS = {"oversikt": 6, "talent": 14, "investering": 11, "besokende": 14, "levekar": 20, "styrker": 20, "barrierer": 15}
CARDS |= {"utvikling": 15, "strategi": 8}
VIEWS = [("nb", "alliance"), ("en", "alliance"), ("nb", "nordic_capitals")]


@pytest.fixture(scope="module")
def known(figures, catalogue):
    """Every number of the store as it would stand in a sentence, by language."""
    return {language: spoken(figures, catalogue, language) for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", SLUGS)
def test_nothing_that_was_wrong_is_said_on_any_page(show, slug, language):
    page = show(slug, lang=language)
    earlier = " → "  # the method page tells what themes were called before
    told = page.text if slug != "metode" else " ".join(re.sub(rf"\S+( \S+){{0,3}}{earlier}", "", page.text).split())
    assert never(told) == []
    for exhibit in page.exhibits.values():
        for one in exhibit.claims:
            for text in one.text.values():
                assert never(text) == [], text
                assert not (text in one.text["en"] and re.search(r"\b(og|av|ikke|nordic)\b", text)), text


@pytest.mark.parametrize(("language", "peers"), VIEWS)
@pytest.mark.parametrize("slug", [slug for slug in SLUGS if slug not in SUMMED])
def test_every_number_of_a_title_or_claim_stands_in_the_store(show, known, slug, language, peers):
    page = show(slug, lang=language, peers=peers)
    for exhibit in page.exhibits.values():
        allowed = [one.text[language].split("\n")[0] for one in exhibit.claims if one.allowed]
        for text in (exhibit.finding, *allowed):
            for number in of_language(plain(text), language):
                assert number in known[language], (slug, number, text)


@pytest.fixture(scope="module")
def may_be_said(figures, catalogue):
    """The numbers of a few indicators among a view's regions, worked out once."""

    @cache
    def of(language, names, regions, told=None):
        return of_indicators(figures, catalogue, language, names, regions, told)

    return of


@cache
def names_of(catalogue):
    """Titles, units, windows, questions and reasons of figures: they hold numbers of their own."""
    known = set()
    for one in catalogue.indicators.values():
        unit = catalogue.units[one.unit]
        asked = [one.asked.question] if one.asked else []
        texts = [one.title, one.short, *one.unusual, unit.suffix, unit.title, *asked]
        known |= {plain(text[language]) for text in texts for language in LANGUAGES} | set(one.windows.values())
    long_first = sorted((name for name in known if re.search(r"\d", name)), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, long_first)), re.IGNORECASE)


def unknown(catalogue, text, allowed, language):
    """The numbers of a text that its figures do not have; places and counts among a dozen regions are free."""
    numbers = of_language(names_of(catalogue).sub(" ", plain(text)), language)
    return [n for n in numbers if n not in allowed and n not in PLACES]


@pytest.mark.parametrize(("language", "peers"), VIEWS)
@pytest.mark.parametrize("slug", SLUGS)
def test_an_exhibit_says_only_numbers_of_its_own_figures(show, may_be_said, catalogue, slug, language, peers):
    page = show(slug, lang=language, peers=peers)
    regions = tuple(page.page.context.ranked)
    for key, exhibit in page.exhibits.items():
        if not {"indicator", "value"} <= set(exhibit.rows.columns) or key in SURVEYED:
            continue
        at = exhibit.rows.columns.index("indicator")
        names = tuple(dict.fromkeys(row[at] for row in exhibit.rows.cells))
        values = exhibit.rows.columns.index("value")
        allowed = may_be_said(language, names, regions)
        free = {str(n) for n in (len(names), len(exhibit.rows.cells), 100)}
        if key == "distribution":  # of all of Europe's regions: how many lie behind, and their middle
            middle = median(row[values] for row in exhibit.rows.cells)
            free |= {str(n) for n in range(101)}
            free.add(plain(Speaker(language).number(middle, catalogue.indicators[names[0]].decimals)))
        captions = [words(one) for one in re.findall(r"<caption[^>]*>(.*?)</caption>", exhibit.table)]
        claims = [one.text[language].split("\n")[0] for one in exhibit.claims if one.allowed]
        for text in (exhibit.finding, exhibit.measure, *exhibit.notices, *captions, *claims):
            assert unknown(catalogue, text, allowed | free, language) == [], (key, text)


def years_in(text):
    """The years that a text names."""
    return frozenset(re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", text))


def cards(page, catalogue, language):
    """Every card of a page that is about one figure: its id, and its words without links."""
    titles = {plain(i.title[language]): i.id for i in catalogue.indicators.values()}
    titles |= {plain(i.short[language]): i.id for i in catalogue.indicators.values()}
    for name, html in re.findall(r'<article class="st-key-figure-(\w+)">(.*?)</article>', page.html, re.DOTALL):
        yield name, html.split('<div class="measured"')[0]
    for box in (one for one in every(page.page.arranged) if isinstance(one, Box)):
        if found := re.match(r"(?:judged|call-better|call-worse)-(.*)", box.key):
            yield found[1].replace("-", "_"), page._written(box.parts)
    for html in re.findall(r"<(?:li|tr)\b[^>]*>.*?</(?:li|tr)>", page.html, re.DOTALL):
        head = re.search(
            r"<(?:b|a|span)\b[^>]*>([^<>]+?):? ?(?:<b>|</(?:b|a|span)>)",
            re.sub(r'<span class="sign".*?</span>', "", html),
        )
        if head and (name := titles.get(plain(unescape(head[1])))):
            yield name, html


@pytest.mark.parametrize(("language", "peers"), VIEWS)
@pytest.mark.parametrize("slug", CARDS)
def test_a_card_says_only_numbers_of_its_own_figure(show, may_be_said, catalogue, slug, language, peers):
    page, say = show(slug, lang=language, peers=peers), Speaker(language)
    regions, checked = tuple(page.page.context.ranked), 0
    # What is worked out from them, and held by tests of the models: amounts (real_gap), slopes (closing).
    counted = re.escape(plain(say("Samme nivå som {level}", level=""))) + r".*?\.(?= |$)"
    for name, html in cards(page, catalogue, language):
        bare = re.sub(r"<(a|svg)\b.*?</\1>", " ", html, flags=re.DOTALL)
        apart = re.sub(r"</(span|small|b|p|td|th|em|i)>", " | ", bare)  # "12" and "909" beside it are no 12 909
        text = re.sub(counted, " ", re.sub(r"± \d+", " ", plain(words(apart))))
        text = " ".join(one for one in re.split(r"(?<=[.;]) ", text) if YEARLY[language] not in one)
        assert unknown(catalogue, text, may_be_said(language, (name,), regions, years_in(text)), language) == [], (
            name,
            text,
        )
        checked += 1
    assert checked >= CARDS[slug]


def test_the_rows_of_every_chart_stand_in_the_store(show, figures):
    """What goes into files, and what charts are drawn of: each region's figure of a year as it was published."""
    frame, checked = figures.frame, 0
    keys = zip(*(frame[name].astype(str) for name in ("indicator", "region", "period")), strict=True)
    stored = dict(zip(keys, frame["value"].astype(float), strict=True))
    for slug in SLUGS:
        for key, exhibit in show(slug).exhibits.items():
            columns = exhibit.rows.columns
            if not {"indicator", "region", "period", "value"} <= set(columns):
                continue
            for cells in exhibit.rows.cells:
                row = dict(zip(columns, cells, strict=True))
                if row.get("statistic") is None and row["value"] is not None:
                    named = (str(row["indicator"]), str(row["region"]), str(row["period"]))
                    assert row["value"] == stored[named], (slug, key, named)
                    checked += 1
    assert checked > 3000


@pytest.mark.parametrize(
    ("slug", "name"),
    [
        ("talent", "tertiary_25_64"),
        ("investering", "gdp_per_inhabitant_pps"),
        ("besokende", "nights_foreign_per_1000"),
        ("styrker", "pm25"),
    ],
)
def test_a_figure_that_is_another_in_the_store_is_noticed(show, figures, catalogue, slug, name):
    page, frame = show(slug), figures.frame.copy()
    own = (frame["indicator"] == name) & (frame["region"] == "NO08")
    frame.loc[own, "value"] = frame.loc[own, "value"] * 1.037
    changed, regions = SimpleNamespace(frame=frame), tuple(page.page.context.ranked)
    told = [words(re.sub(r"<[^>]+>", " | ", html)) for one, html in cards(page, catalogue, "nb") if one == name]
    assert told
    for text in told:
        assert unknown(catalogue, text, of_indicators(changed, catalogue, "nb", (name,), regions, years_in(text)), "nb")
