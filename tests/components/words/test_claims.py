"""Claims and refusals in words: every kind, with what must be said beside it."""

from typing import get_args

import pytest

from components.words.caveats import CAVEATS
from components.words.claims import Origin, quoted, said
from components.words.findings import distribution_finding
from components.words.ordinals import place
from components.words.refusals import because
from components.words.text import LANGUAGES, Speaker
from models.claims import Caveat, CaveatCode, Claim, RankRange, Refusal, RefusalCode
from models.claims.types import Kind

NB, EN = Speaker("nb"), Speaker("en")
ORIGIN = Origin(("Eurostat",), ("tgs00039",), derived=False, release=3, among=("alliance", "LV00"))
NAMED = {
    "nb": ("Osloregionen", "Osloregionen målt som Oslo og Viken"),
    "en": ("the Oslo Region", "the Oslo Region measured as Oslo and Viken"),
}
INDICATOR = "high_tech_employment"


def of_indicator(kind, **changes):
    given = {
        "figure": 7.8,
        "unit": "percent_employed",
        "other": {"above": "SE11", "change": "2016", "season": "7"}.get(kind, "median"),
        "other_figure": 9.4,
        "rank": RankRange(9, 12),
    }
    year = "2016–2023" if kind == "change" else "2023"
    return Claim(kind, "NO08", "NO08", INDICATOR, year, **{**given, **changes})


def of_place(kind, rank, *caveats, node="talent"):
    return Claim(kind, "NO08", "NO08", node, "2021–2025", other="SE23", rank=rank, caveats=caveats)


def plain(text):
    return text.replace("\u00a0", " ")


def test_a_rank_in_both_languages(catalogue):
    beside = (Caveat("provisional"), Caveat("missing_peers", "CH04,SE11"), Caveat("other_years", "2022:3"))
    found = said(catalogue, of_indicator("rank", caveats=beside), ORIGIN)
    assert found.allowed
    assert plain(found.text["nb"]) == (
        "Sysselsatte i høyteknologi i Osloregionen var niende høyest av 12 regioner i 2023: 7,8 %; 3 av de "
        "andre har tall for 2022 (Eurostat).\n"
        "Forbehold: Osloregionen målt som Oslo og Viken; sammenlignet med alliansens sammenligningsregioner og "
        "Latvia; foreløpig tall; uten tall: Zürich og Stockholm; tall for 2022 for 3 av regionene; tgs00039; "
        "datautgave 3."
    )
    assert plain(found.text["en"]) == (
        "Employment in high technology in the Oslo Region ranked ninth highest of 12 regions in 2023: "
        "7.8%; 3 of the others have figures for 2022 (Eurostat).\n"
        "Caveats: the Oslo Region measured as Oslo and Viken; compared with the alliance’s peer regions and Latvia; "
        "provisional figure; without figures: Zurich and Stockholm; figures for 2022 for 3 of the regions; "
        "tgs00039; release 3."
    )


def test_english_has_no_norwegian_and_no_small_names(catalogue):
    origin = Origin(("Eurostat", "OECD"), (), derived=False, release=1, among=("nordic_capitals",))
    text = quoted(EN, catalogue, of_indicator("gap"), origin)
    assert "(Eurostat and OECD)" in text
    assert "compared with Nordic capital regions" in text
    assert " og " not in text
    assert "(Eurostat og OECD)" in quoted(NB, catalogue, of_indicator("gap"), origin)
    assert "nordiske hovedstadsregioner" in quoted(NB, catalogue, of_indicator("gap"), origin)


@pytest.mark.parametrize(
    ("rank", "count", "lowest", "words"),
    [
        (1, 12, False, "høyest"),
        (7, 11, False, "sjuende høyest"),
        (12, 12, False, "lavest"),
        (2, 12, True, "nest lavest"),
        (12, 12, True, "høyest"),
        (14, 30, False, "nr. 14 fra toppen"),
        (14, 30, True, "nr. 14 fra bunnen"),
    ],
)
def test_places_by_size(rank, count, lowest, words):
    assert place(NB, rank, count, lowest=lowest) == words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", sorted(set(get_args(Kind)) - {"relation"}))
def test_every_kind_names_region_definition_year_source_and_release(catalogue, kind, language):
    claim = of_place(kind, RankRange(3, 12, 2, 5)) if kind == "upper_half" else of_indicator(kind)
    sentence, beside = quoted(Speaker(language), catalogue, claim, ORIGIN).split("\n")
    name, defined = NAMED[language]
    assert name.lower() in sentence.lower()
    assert defined in beside
    assert claim.year in sentence or (claim.year[:4] in sentence and claim.year[-4:] in sentence)
    assert "(Eurostat)." in sentence
    for part in ("tgs00039", " 3."):
        assert part in beside
    assert "{" not in sentence + beside


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        (of_indicator("gap"), "1,6 prosentpoeng under midten av sammenligningsregionene (9,4 %)"),
        (of_indicator("gap", figure=10.0), "0,6 prosentpoeng over midten"),
        (of_indicator("above"), "var lavere i Osloregionen enn i Stockholm i 2023: 7,8 % mot 9,4 %"),
        (of_indicator("above", figure=10.0), "var høyere i Osloregionen enn i Stockholm"),
        (of_indicator("change"), "gikk ned fra 9,4 % i 2016 til 7,8 % i 2023"),
        (of_indicator("change", figure=9.9), "gikk opp fra 9,4 % i 2016 til 9,9 % i 2023"),
        (of_indicator("change", figure=107.0, other_figure=106.0, unit=""), "fra 106,0 % av midten av sammenlignings"),
        (of_indicator("rank", rank=RankRange(9, 12, 8, 10)), "var mellom åttende høyest og tiende høyest av 12"),
        # Behind (the gap is below 0) and losing 0.1 a year; behind and gaining; ahead and gaining.
        (of_indicator("trend", figure=-0.1, other_figure=-2.0), "fjerner seg fra midten"),
        (of_indicator("trend", figure=0.1, other_figure=-2.0), "nærmer seg midten"),
        (of_indicator("trend", figure=0.1, other_figure=2.0), "fjerner seg fra midten"),
        (
            of_place("rank", RankRange(4, 12, 2, 6)),
            "nr. 4 av 12 regioner på «Talent», mellom nr. 2 og nr. 6 etter metodevalg",
        ),
        (
            of_place("rank", RankRange(4, 12, 4, 4), node="index"),
            "nr. 4 av 12 regioner samlet sett, uansett metodevalg",
        ),
        (of_place("rank", RankRange(4, 12), Caveat("rank_not_tested")), "ikke prøvd med andre vekter"),
        (of_place("above", RankRange(4, 12, 2, 6)), "ligger foran Västsverige"),
    ],
)
def test_statements(catalogue, claim, words):
    assert words in plain(quoted(NB, catalogue, claim, ORIGIN))


@pytest.mark.parametrize("share", [0.0, 0.002, 0.5, 0.997, 1.0])
def test_a_claim_about_europe_says_the_same_number_as_the_title(catalogue, share):
    number = {0.0: "0", 0.002: "færre enn én", 0.5: "50", 0.997: "99", 1.0: "100"}[share]
    title = distribution_finding(NB, "Osloregionen", catalogue.indicators[INDICATOR], share, 300)
    assert title == f"Osloregionen ligger foran {number} av 100 regioner i Europa"
    claim = of_indicator("europe", other_figure=100 * share)
    assert f"bedre enn i {number} av 100 regioner i Europa" in quoted(NB, catalogue, claim, ORIGIN)


def test_where_lower_is_better_the_sides_turn(catalogue):
    behind = Claim("trend", "NO08", "NO08", "pm25", "2010–2020", 0.1, "", "median", 2.0)  # more dust than the median
    assert "nærmer seg" in quoted(NB, catalogue, behind, ORIGIN)


def test_no_good_direction_is_no_praise(catalogue):
    claim = Claim("rank", "NO08", "NO08", "population_total", "2023", 2e6, "persons", rank=RankRange(1, 12))
    assert "var høyest av 12 regioner i 2023" in quoted(NB, catalogue, claim, ORIGIN)


@pytest.mark.parametrize("node", ["index", "talent"])
@pytest.mark.parametrize("rank", [RankRange(4, 12, 2, 6), RankRange(4, 12, 4, 4), RankRange(4, 12)])
@pytest.mark.parametrize("kind", ["rank", "above"])
def test_own_weights_are_never_left_out(catalogue, kind, rank, node):
    claim = of_place(kind, rank, Caveat("own_weights"), node=node)
    statement_nb, statement_en = (quoted(say, catalogue, claim, ORIGIN).split("\n")[0] for say in (NB, EN))
    assert "egne vekter" in statement_nb
    assert "own weights" in statement_en


def test_every_caveat_has_words():
    assert set(CAVEATS) == set(get_args(CaveatCode))


def test_many_peers_are_counted_not_named(catalogue):
    many = Origin(("Eurostat", "OECD"), (), derived=True, release=1, among=tuple(catalogue.members("capitals")))
    text = quoted(NB, catalogue, of_indicator("rank"), many)
    assert "sammenlignet med 29 utvalgte regioner" in text
    assert "beregnet av Osloregionen i Europa" in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", get_args(RefusalCode))
@pytest.mark.parametrize("node", [INDICATOR, "talent"])
def test_every_refusal_gives_a_reason(catalogue, code, node, language):
    detail = {"flagged": "u", "older_territory": "NO01", "range_too_wide": "SE11", "break": "2021"}.get(code, "2021")
    detail = "NO08" if code == "missing" else detail
    detail = INDICATOR if code in ("newer", "current_prices", "one_figure") else detail
    text = because(Speaker(language), catalogue, Refusal(code, "rank", "NO08", node, "2023", detail))
    assert len(text) > 25
    assert text.endswith(".")
    assert "{" not in text


def test_reasons_come_from_the_catalogue_where_it_has_them(catalogue):
    name = next(i for i in catalogue.indicators.values() if i.unusual_reason("2021"))
    refusal = Refusal("unusual_year", "rank", "NO08", name.id, "2021", "2021")
    assert name.unusual_reason("2021").nb in because(NB, catalogue, refusal)
    older = Refusal("older_territory", "rank", "NO01", INDICATOR, "2015", "NO01")
    assert because(EN, catalogue, older) == catalogue.history["NO01"].note["en"]
    wide = Refusal("range_too_wide", "upper_half", "NO08", "index", "2023", "9")
    assert "nr. 9" in because(NB, catalogue, wide)


def test_a_relation_names_both_figures_and_is_no_cause(catalogue):
    claim = Claim(
        "relation",
        "NO08",
        "NO08",
        "gdp_per_inhabitant_pps",
        "2021",
        -0.7,
        other="neet_15_29",
        rank=RankRange(1, 200),
        caveats=(Caveat("no_cause"),),
    )
    sentence, beside = quoted(NB, catalogue, claim, ORIGIN).split("\n")
    assert sentence == (
        "Blant 200 regioner i 2021 følger høye tall for «Bruttoregionalprodukt per innbygger» gjerne lave tall for "
        "«Unge utenfor jobb og utdanning» (Eurostat)."
    )
    assert "en sammenheng er ikke en årsak" in beside
