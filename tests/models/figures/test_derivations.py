import pandas as pd
import pytest

from models.catalogue.formulas import FormulaError, inputs, is_formula
from models.figures.derivations import depends, evaluate


def _figures(rows):
    return pd.DataFrame(rows, columns=["region", "period", "value", "flag"])


FOREIGN = _figures([("NO08", "2024", 3.0, ""), ("SE11", "2024", 8.0, "p"), ("DK01", "2024", 5.0, "")])
PEOPLE = _figures([("NO08", "2024", 2000.0, "e"), ("SE11", "2024", 4000.0, "b"), ("DK01", "2023", 1.0, "")])


def test_a_quotient_exists_where_both_inputs_do_and_carries_their_flags():
    made = evaluate("1000 * nights / people", {"nights": FOREIGN, "people": PEOPLE})
    assert made.to_dict("records") == [
        {"region": "NO08", "period": "2024", "value": 1.5, "flag": "e"},
        {"region": "SE11", "period": "2024", "value": 2.0, "flag": "bp"},
    ]


def test_growth_over_five_years():
    people = _figures([("A", "2015", 100.0, ""), ("A", "2020", 110.0, "b"), ("A", "2021", 120.0, "")])
    made = evaluate("100 * (people / people[t-5] - 1)", {"people": people})
    assert made[["region", "period", "flag"]].to_numpy().tolist() == [["A", "2020", "b"]]
    assert made["value"].iloc[0] == pytest.approx(10)


def test_division_by_zero_gives_no_figure():
    zero = _figures([("NO08", "2024", 0.0, ""), ("SE11", "2024", 2.0, "")])
    made = evaluate("nights / people", {"nights": FOREIGN, "people": zero})
    assert made["region"].tolist() == ["SE11"]


def test_inputs_are_named_once():
    assert inputs("(a - b) / (a[t-1] + 2)") == ("a", "b")


def _months(region, values, flag=""):
    return [(region, f"2024-{n + 1:02d}", float(v), flag if n == 3 else "") for n, v in enumerate(values)]


RISING = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("year(a)", 78),
        ("100 * summer(a) / year(a)", 100 * 21 / 78),
        ("largest3(a)", 33),
        ("year(a + b)", 90),
        ("unevenness(b)", 0),
        ("unevenness(a)", 11 / 36),  # of 1 to n: (n − 1) / 3n
    ],
)
def test_a_year_from_its_months(formula, value):
    a, b = _figures(_months("NO08", RISING, "e")), _figures(_months("NO08", [1] * 12))
    made = evaluate(formula, {"a": a, "b": b})
    assert made[["region", "period"]].to_numpy().tolist() == [["NO08", "2024"]]
    assert made["value"].item() == pytest.approx(value)
    assert made["flag"].item() == ("e" if "a" in inputs(formula) else "")


def test_unevenness_is_the_gini_coefficient():
    months = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8]
    apart = sum(abs(x - y) for x in months for y in months) / (2 * 12 * sum(months))
    made = evaluate("unevenness(a)", {"a": _figures(_months("NO08", months))})
    assert made["value"].item() == pytest.approx(apart)


def test_a_year_with_a_month_missing_has_no_figure():
    short = _figures([*_months("NO08", RISING), *_months("SE11", RISING)[:11]])
    assert evaluate("year(a)", {"a": short})["region"].tolist() == ["NO08"]
    assert evaluate("year(a)", {"a": short.iloc[12:]}).empty


def test_one_region_stands_under_all():
    made = evaluate("nights / nights[SE11]", {"nights": FOREIGN})
    assert made.to_dict("records") == [
        {"region": "NO08", "period": "2024", "value": 0.375, "flag": "p"},
        {"region": "SE11", "period": "2024", "value": 1.0, "flag": "p"},
        {"region": "DK01", "period": "2024", "value": 0.625, "flag": "p"},
    ]


def test_the_figures_that_a_change_reaches():
    changed = pd.DataFrame({"region": ["NO08", "SE11"], "period": ["2020", "2024-03"]})

    def reached(formula):
        found = depends(formula, {"a": changed})
        return None if found is None else sorted(map(tuple, found.to_numpy().tolist()))

    assert reached("a / b") == [("NO08", "2020"), ("SE11", "2024-03")]
    assert reached("a / a[t-5] - 1") == [("NO08", "2020"), ("NO08", "2025"), ("SE11", "2024-03"), ("SE11", "2029-03")]
    assert reached("year(a)") == [("NO08", "2020"), ("SE11", "2024")]
    assert reached("b / a[SE11]") is None
    assert reached("b / a[DK01]") == []
    assert reached("b / c") == []


def test_words_are_no_formula():
    assert is_formula("100 * nights / people")
    assert not is_formula("sum of the sections B to N")
    assert not is_formula("100")
    assert not is_formula("")


@pytest.mark.parametrize("formula", ["a[SE11] / 2", "year(a[SE11])"])
def test_refuses_a_result_without_regions(formula):
    with pytest.raises(FormulaError, match="by region"):
        evaluate(formula, {"a": FOREIGN})


@pytest.mark.parametrize(
    "formula",
    [
        "open('x')",
        "a if b else c",
        "a ** 2",
        "a[5]",
        "a[t-0]",
        "a[b]",
        "a +",
        "'text'",
        "a.b",
        "lambda: 1",
        "year(a, b)",
    ],
)
def test_refuses_anything_but_arithmetic(formula):
    with pytest.raises(FormulaError):
        inputs(formula)


def test_refuses_an_id_without_figures():
    with pytest.raises(FormulaError, match="needs 'people', which has no figures"):
        evaluate("nights / people", {"nights": FOREIGN})
