"""Counts of the register: sums over sub-regions in the newest month, nothing where one municipality is missing."""

from models.inside.subregions import parts, whole
from models.inside.units import INDUSTRIES, KINDS, Units, indicator_of
from tests.models.made_up import figures_of


def figures(catalogue, *, without=()):
    codes = [m.code for m in catalogue.within.municipalities.values() if m.code not in without]
    rows = [("enterprises_it", code, month, value, "") for code in codes for month, value in counts(code)]
    rows += [("workplaces_film", code, "2026-11", 2.0, "") for code in codes]
    return figures_of(rows)


def counts(code):
    """Ten times as many in Oslo, and more each month."""
    one = 100.0 if code == "0301" else 10.0
    return (("2026-10", one), ("2026-11", one + 1))


def part(catalogue, name):
    return next(p for p in parts(catalogue, "economic", "NO08") if p.name == name)


def test_the_newest_month_is_summed(catalogue):
    found = Units.of(figures(catalogue), catalogue)
    assert found.industries == ("it", "film")
    assert (found.kinds("it"), found.kinds("film")) == (("enterprises",), ("workplaces",))
    assert found.month("enterprises", "it") == "2026-11"
    assert found.total("enterprises", "it", part(catalogue, "Oslo")).value == 101
    follo = part(catalogue, "Follo")
    assert found.total("enterprises", "it", follo).value == 11 * len(follo.members)
    shown = parts(catalogue, "economic", "NO08")
    everywhere = whole(shown, "")
    assert found.total("enterprises", "it", everywhere).value == 101 + 11 * (len(everywhere.members) - 1)


def test_a_missing_municipality_leaves_no_sum_and_is_named(catalogue):
    found = Units.of(figures(catalogue, without=("3207",)), catalogue)
    missing = found.total("enterprises", "it", part(catalogue, "Follo"))
    assert missing.value is None
    assert missing.missing == (catalogue.within.municipalities["3207"].name,)


def test_without_counts_there_is_no_industry(catalogue):
    assert Units.of(figures_of([("population", "0301", "2022", 1.0, "")]), catalogue).industries == ()


def test_every_count_of_the_register_is_shown(catalogue):
    """Both ways: what the catalogue asks the register for, and what the page sums."""
    asked = {i.id for i in catalogue.indicators.values() if i.dataset in ("enheter", "underenheter")}
    assert {indicator_of(kind, industry) for kind in KINDS for industry in INDUSTRIES} == asked
