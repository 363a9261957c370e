"""Parts of European regions: all of them are comparable, or none is shown, with the reason."""

import pytest

from models.inside.nuts3 import growing, levels, years
from tests.models.made_up import figures_of

PEOPLE = "population_total"


def rows(values, flags=None):
    """Figures from {(code, year): value}."""
    return [(PEOPLE, c, str(y), v, (flags or {}).get((c, y), "")) for (c, y), v in values.items()]


TWO_PARTS = {
    ("DK011", 2020): 100.0,
    ("DK011", 2022): 121.0,
    ("DK012", 2020): 100.0,
    ("DK012", 2022): 100.0,
    ("SE110", 2020): 5.0,
    ("SE110", 2022): 6.0,
}


def test_growth_is_yearly_and_the_highest_comes_first(catalogue):
    (found,) = growing(figures_of(rows(TWO_PARTS)), catalogue, PEOPLE, ["DK01"], 2020, 2022)
    assert [(p.code, pytest.approx(p.value)) for p in found.parts] == [("DK011", 10.0), ("DK012", 0.0)]
    assert found.why_not is None


def test_reasons_why_parts_cannot_be_compared(catalogue):
    new = {**TWO_PARTS, ("DK013", 2022): 50.0}
    broken = {("DK012", 2022): "b"}

    def why(values, region, flags=None):
        (found,) = growing(figures_of(rows(values, flags)), catalogue, PEOPLE, [region], 2020, 2022)
        assert (found.parts == ()) == (found.why_not is not None)
        return found.why_not

    assert why(TWO_PARTS, "SE11") == "one_area"
    assert why(TWO_PARTS, "FI1B") == "no_figures"
    assert why(new, "DK01") == "borders_changed"
    assert why(TWO_PARTS, "DK01", broken) == "break"
    assert why(TWO_PARTS, "SE11", {("SE110", 2022): "b"}) == "one_area"


def test_levels_of_one_year(catalogue):
    found = levels(figures_of(rows(TWO_PARTS)), catalogue, PEOPLE, ["DK01", "SE11"], 2022)
    assert [(p.code, p.value) for p in found[0].parts] == [("DK011", 121.0), ("DK012", 100.0)]
    assert found[1].why_not == "one_area"


def test_years_are_those_of_the_newest_parts(catalogue):
    redrawn = {**TWO_PARTS, ("DK013", 2022): 50.0, ("DK013", 2021): 49.0, ("DK011", 2021): 1.0, ("DK012", 2021): 1.0}
    assert years(figures_of(rows(redrawn)), catalogue, PEOPLE, "DK01") == [2021, 2022]
    assert years(figures_of(rows(TWO_PARTS)), catalogue, PEOPLE, "SE11") == []


def test_published_figures(figures, catalogue):
    assert years(figures, catalogue, PEOPLE, "NO08") == [2022, 2023, 2024, 2025]
    found = growing(figures, catalogue, PEOPLE, ["NO08", "NL32", "DE21", "IE06"], 2022, 2025)
    assert [p.code for p in found[0].parts] == ["NO084", "NO081", "NO085", "NO083"]
    # 701,565 inhabitants in 2022, 740,680 in 2025
    assert found[0].parts[0].value == pytest.approx(100 * ((740680 / 701565) ** (1 / 3) - 1))
    # Dutch regions were redrawn in 2024, the German census broke the series.
    assert [d.why_not for d in found] == [None, "borders_changed", "break", None]
