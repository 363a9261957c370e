"""Every page of the navigation, run for real: it stands, it shows published figures, and it survives any address."""

import pytest

from components.html.cards import rank_words
from components.parts import Html
from components.words.placement import overall
from components.words.text import Speaker
from models.index.attractiveness import ROOT, attractiveness, scored_themes
from models.index.rank_ranges import rank_ranges
from models.index.standing import standing
from pages.navigation import NAVIGATION
from tests.parts import every

SLUGS = [spec.slug for spec in NAVIGATION]
THEMES = {spec.slug: spec.parameters["theme"] for spec in NAVIGATION if "theme" in spec.parameters}
BAD = {"peers": "SE11,XX99", "release": "999", "lens": "Bærum", "indicator": "nonsense", "year": "-5", "colour": "pink"}


@pytest.fixture(scope="package")
def index(figures, catalogue):
    regions = dict.fromkeys([*catalogue.reference_regions, *catalogue.members("europe")])
    return attractiveness(figures, catalogue, list(regions))


@pytest.fixture(scope="package")
def ranges(index, catalogue):
    """How sure the places are, for the view that a reader meets first."""
    return rank_ranges(index, "NO08", catalogue.members("alliance"), catalogue.tags["city_bounded"])


def title(spec, language, catalogue, ranges):
    """What the page's first heading says; the overview's is a finding. None where the page's own tests say it."""
    say = Speaker(language)
    if spec.slug in THEMES:
        return catalogue.themes[THEMES[spec.slug]].title[language]
    name = catalogue.region_name("NO08", language)
    apart = (ranges[ROOT].without_cities.median, ranges[ROOT].without_cities.count)
    return {
        "oversikt": overall(say, name, ranges[ROOT].own[0], ranges[ROOT].count, ranges[ROOT].own[1:], apart),
        "plassering": say("Slik plasserer {name} seg", name=name),
        "tallene": say("Om tallene"),
    }.get(spec.slug)


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("spec", NAVIGATION, ids=SLUGS)
def test_stands_cold(show, draw, catalogue, figures, ranges, spec, language):
    drawn, page = draw(spec.slug, lang=language).whole(), show(spec.slug, lang=language)
    assert drawn.title == page.title == (title(spec, language, catalogue, ranges) or page.title)
    assert drawn.notices == []
    # What the address gives is what is drawn, piece by piece, and nothing of it is left out.
    pieces = [part.text for part in every(page.page.parts) if isinstance(part, Html)]
    assert [piece for piece in drawn.pieces if piece in set(pieces)] == pieces
    assert len(drawn.maps) == sum(one.map is not None for one in page.exhibits.values())
    # Every exhibit has its chart, is made of small pieces, or says why it has none.
    exhibits = page.html.count('class="finding"')
    made = sum(bool(one.body) for one in page.exhibits.values() if f'id="{one.key}"' in page.html)
    assert len(page.charts) + made <= exhibits <= len(page.charts) + made + page.html.count('class="missing"')
    if spec.slug in THEMES:
        has_figures = any(i.id in figures for i in catalogue.of_theme(THEMES[spec.slug]))
        assert (exhibits >= 3) == (len(page.charts) >= 2) == has_figures
    assert len(page.text) > 400
    assert all(len(page.alt(chart.key)) > 20 for chart in page.charts)
    # The address now holds the whole view, defaults included.
    assert drawn.query == page.query
    assert page.query.items() >= {"lang": language, "lens": "NO08", "peers": "alliance"}.items()


@pytest.mark.parametrize("slug", SLUGS)
def test_the_menu_leads_everywhere_and_keeps_the_view(draw, catalogue, slug):
    page = draw(slug, lang="en", peers="nordic_capitals").whole()
    say = Speaker("en")
    in_menu = {say(spec.entry) for spec in NAVIGATION if spec.in_menu}
    beside = {say(spec.entry) for spec in NAVIGATION if not spec.in_menu}
    assert in_menu <= set(page.menu)
    assert beside
    assert not beside & set(page.menu)
    assert {say(spec.title) for spec in NAVIGATION if not spec.in_menu} <= set(page.addresses)
    if slug in THEMES:
        assert {say(theme.title["nb"]) for theme in catalogue.themes.values()} <= set(page.menu)
    assert {(query["lang"], query["peers"]) for query in page.menu.values()} == {("en", "nordic_capitals")}


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("spec", NAVIGATION, ids=SLUGS)
def test_a_bad_address_gives_the_nearest_view_and_names_what_was_ignored(show, catalogue, ranges, spec, language):
    page = show(spec.slug, lang=language, **BAD)
    if spec.slug not in ("oversikt", "plassering"):  # fewer peers, another place
        assert page.title == (title(spec, language, catalogue, ranges) or page.title)
    (notice,) = page.notices
    for given in ("XX99", "999", "Bærum", "nonsense", "-5"):
        assert (f"«{given}»" if language == "nb" else f"“{given}”") in notice
    assert "SE11" not in notice
    assert page.query["peers"] == "SE11"
    assert page.query["lens"] == "NO08"
    assert not {"colour"} & set(page.query)


def in_table(say, median, low, high):
    """A place with its range, as short as a table needs it."""
    if low == high:
        return say("nr. {rank}", rank=median)
    return say("nr. {rank} ({low}–{high})", rank=median, low=low, high=high)


@pytest.mark.parametrize("language", ["nb", "en"])
def test_theme_scores_are_the_indexs(show, index, ranges, catalogue, language):
    say, peers = Speaker(language), catalogue.members("alliance")
    overview = show("oversikt", lang=language)
    ranking = show("plassering", lang=language)
    themes = scored_themes(catalogue)
    assert len(themes) >= 3
    for theme in themes:
        place = standing(index, theme.id, "NO08", peers)
        rank = say("nr. {rank} av {count}", rank=place.rank, count=place.count)
        median, *between = ranges[theme.id].own
        badge = rank_words(median, place.count, say, tuple(between))
        score = f'<span class="score">{say.number(place.score)}</span><span class="unit">{say("poeng")}</span>'
        assert f'{score}<span class="badge">{badge}</span>' in overview.html
        assert f">{say.number(place.score)}, {in_table(say, *ranges[theme.id].own)}<" in ranking.with_tables
        own = show(theme.slug, lang=language)
        assert say.number(place.score) in own.text
        assert rank in own.text
    total = standing(index, ROOT, "NO08", peers)
    assert f">{say.number(total.score)}, {in_table(say, *ranges[ROOT].own)}<" in ranking.with_tables
    assert f">{say.number(total.score, 1)}<" in overview.with_tables


def test_english_pages_speak_english(show, catalogue):
    for slug, theme in THEMES.items():
        page = show(slug, lang="en")
        assert catalogue.themes[theme].title["en"] in page.text
        assert catalogue.themes[theme].question["en"] in page.text
        assert catalogue.themes[theme].question["nb"] not in page.text
    page = show("tallene", lang="en", indicator="nights_total")
    assert catalogue.indicators["nights_total"].description["en"] in page.text
    assert catalogue.indicators["nights_total"].description["nb"] not in page.text


def test_peers_choose_among_scores_and_never_change_them(show, index):
    page = show("plassering", peers="SE11,DK01")
    say = Speaker()
    for region in ("NO08", "SE11", "DK01"):
        assert f">{say.number(index.score(ROOT, region), 1)}<" in page.tables
    assert "av 3" in page.text


@pytest.mark.parametrize(
    ("slug", "name"), [("plassering", "mark"), ("talent", "mark"), ("region", "with"), ("hva-skal-til", "peer")]
)
def test_a_region_is_never_set_beside_itself(show, slug, name):
    page = show(slug, **{name: "NO08"})
    assert page.query[name] != "NO08"
    assert "NO08" in page.notices[0]
