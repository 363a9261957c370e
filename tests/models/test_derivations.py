import pandas as pd
import pytest

from models.derivations import FormulaError, evaluate, inputs


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


@pytest.mark.parametrize(
    "formula", ["open('x')", "a if b else c", "a ** 2", "a[5]", "a[t-0]", "a +", "'text'", "a.b", "lambda: 1"]
)
def test_refuses_anything_but_arithmetic(formula):
    with pytest.raises(FormulaError):
        inputs(formula)


def test_refuses_an_id_without_figures():
    with pytest.raises(FormulaError, match="needs 'people', which has no figures"):
        evaluate("nights / people", {"nights": FOREIGN})
