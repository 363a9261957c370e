"""Every key of a specification, by files alone; golden numbers by hand."""

import csv
import re
import tomllib
import warnings

import pytest

from tests.conftest import PROJECT
from tests.models.composite.conftest import FIGURES_CSV, FRAMEWORK_CSV


def test_a_power_of_a_figure(run, scores):
    """√x of x1 = 4, 16, 36, 64, 100 is 2, 4, 6, 8, 10: min-max 0, 25, 50, 75, 100."""
    figures = "region,x1\nA,4\nB,16\nC,36\nD,64\nE,100\n"
    assert run(figures, "code,parent,direction,weight\nr,,1,1\nx1,r,1,1\n", "[transform]\nx1 = 0.5").exit_code == 0
    assert [scores()[region, "r"] for region in "ABCDE"] == pytest.approx([0, 25, 50, 75, 100])


TWO_LEVELS = "region,x1,x2,x3\nA,0,0,0\nB,1,2,1\nC,3,3,8\n"
TWO_LEVELS_TREE = "code,parent,direction,weight\nr,,1,1\nT1,r,1,1\nT2,r,1,1\nx1,T1,1,1\nx2,T1,1,2\nx3,T2,1,1\n"


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        # 33.3 and 66.7; (33.3 + 2·66.7)/3 = 55.57 → 55.6; (55.6 + 12.5)/2 = 34.05 → 34.1 (a half goes up)
        ("round = 1", {"x1": 33.3, "x2": 66.7, "T1": 55.6, "T2": 12.5, "r": 34.1}),
        # the indicators kept whole: 166.667/3 = 55.56 → 56; 12.5 → 13; (56 + 13)/2 = 34.5
        ("[round]\nT1 = 0\nT2 = 0", {"x1": 100 / 3, "T1": 56, "T2": 13, "r": 34.5}),
        # 33 and 67; (33 + 134)/3 = 55.667; 13; (55.667 + 13)/2 = 34.333 → 34.33
        ("[round]\nindicators = 0\nr = 2", {"x1": 33, "x2": 67, "T1": 167 / 3, "x3": 13, "r": 34.33}),
        # without rounding between the levels it would have been 34.03
        ("[round]\nr = 2", {"r": 34.03}),
        ("[round]\ngroups = 1\nr = 0", {"T1": 55.6, "T2": 12.5, "r": 34}),
    ],
)
def test_two_levels_rounded(run, scores, spec, expected):
    done = run(TWO_LEVELS, TWO_LEVELS_TREE, spec)
    assert done.exit_code == 0, done.output
    assert {code: scores()["B", code] for code in expected} == pytest.approx(expected, abs=1e-9)


def test_percentiles_of_the_clip(run, scores):
    """Eleven figures 0…10: the percentiles 10 and 90 are 1 and 9, so that 3 has 25 points."""
    figures = "region,x1\n" + "".join(f"R{k},{k}\n" for k in range(11))
    spec = 'normaliser = "clipped"\npercentiles = [10, 90]'
    assert run(figures, "code,parent,direction,weight\nr,,1,1\nx1,r,1,1\n", spec).exit_code == 0
    found = scores()
    assert [found[f"R{k}", "x1"] for k in (0, 1, 3, 9, 10)] == pytest.approx([0, 0, 25, 100, 100])


def test_figures_that_are_scores_already(run, scores):
    assert run(FIGURES_CSV, FRAMEWORK_CSV, 'normaliser = "none"').exit_code == 0
    found = scores()
    assert found["A", "T1"] == pytest.approx((10 + 5) / 2)
    assert found["A", "T2"] == pytest.approx((3 * -8 + 2 * 100) / 5)  # where lower is better, more takes away
    assert found["A", "Index"] == pytest.approx((7.5 + 35.2) / 2)


def test_goalposts_hold_where_they_are_given(run, scores):
    assert run(FIGURES_CSV, FRAMEWORK_CSV, "[goalposts]\nx1 = [0, 100]\nx3 = [0, 20]").exit_code == 0
    found = scores()
    assert found["B", "x1"] == pytest.approx(20)
    assert found["D", "x3"] == pytest.approx(90)  # lower is better
    assert found["B", "x2"] == pytest.approx(50)  # the regions' own ends


@pytest.mark.parametrize(
    ("spec", "themes", "total"),
    [
        ("[min_children]\nT1 = 2", None, 40),  # C has one of two there, and the total is T2 alone
        ("[min_indicators]\nT1 = 2", None, 40),
        ("[min_indicators]\nIndex = 4", 50, None),
        ("min_coverage = 0.76", 50, None),
        ("min_coverage = 0.75", 50, 45),
        ("[min_children]\nT1 = 2\nIndex = 2", None, None),
        ('impute = "mean"\n[min_children]\nT1 = 2', None, 40),  # what was filled in does not count
        ('impute = "mean"\nmin_coverage = 0.76', 53.125, None),
    ],
)
def test_the_fewest_figures_for_a_score(run, scores, spec, themes, total):
    done = run(FIGURES_CSV, FRAMEWORK_CSV, spec)
    assert done.exit_code == 0, done.output
    assert (scores()["C", "T1"], scores()["C", "Index"]) == pytest.approx((themes, total))


CONSTANT = FIGURES_CSV.replace("A,10,5,8,100", "A,10,5,7,100").replace("B,20,3,4", "B,20,3,7")
CONSTANT = CONSTANT.replace("C,30,,6", "C,30,,7").replace("D,40,1,2", "D,40,1,7").replace("E,50,4,10", "E,50,4,7")


@pytest.mark.parametrize(
    ("spec", "x3", "t2"),
    [
        ('constant = "drop"', None, 50),  # x4 alone
        ('constant = "lowest"', 0, 20),  # (3·0 + 2·50)/5
        ('constant = "lowest"\nrange = [1, 100]', 1, (3 * 1 + 2 * 50.5) / 5),
        ('constant = "lowest"\nnormaliser = "zscore"', 0, None),
    ],
)
def test_indicators_that_are_the_same_everywhere(run, scores, tmp_path, spec, x3, t2):
    done = run(CONSTANT, FRAMEWORK_CSV, spec, "--ranks", str(tmp_path / "ranks.csv"), "--draws", "30")
    assert done.exit_code == 0, done.output
    assert scores()["B", "x3"] == x3
    if t2 is not None:
        assert scores()["B", "T2"] == pytest.approx(t2)
    assert ("left out: 'x3' is the same for every region (7)" in done.stderr) == ("drop" in spec)


def test_a_panel_is_scored_over_all_years_and_ranked_year_by_year(run, scores, tmp_path):
    """x1 goes from 10 to 50 in 2023 and from 20 to 110 in 2024: 0 to 100 points over both."""
    figures = "region,period,x1\nA,2023,10\nB,2023,35\nC,2023,50\nA,2024,20\nB,2024,110\nC,2024,60\n"
    tree = "code,parent,direction,weight\nr,,1,1\nx1,r,1,1\n"
    done = run(figures, tree, None, "--ranks", str(tmp_path / "ranks.csv"), "--draws", "40")
    assert done.exit_code == 0, done.output
    assert {key: value for key, value in scores().items() if key[2] == "r"} == pytest.approx(
        {
            ("A", "2023", "r"): 0,
            ("B", "2023", "r"): 25,
            ("C", "2023", "r"): 40,
            ("A", "2024", "r"): 10,
            ("B", "2024", "r"): 100,
            ("C", "2024", "r"): 50,
        }
    )
    ranks = [line.split(",")[:3] for line in (tmp_path / "ranks.csv").read_text().splitlines()]
    assert ranks[0] == ["region", "period", "median"]
    assert ranks[1:] == [
        ["A", "2023", "3"],
        ["B", "2023", "2"],
        ["C", "2023", "1"],
        ["A", "2024", "3"],
        ["B", "2024", "1"],
        ["C", "2024", "2"],
    ]


def test_the_choice_of_draws(run, tmp_path):
    """Without anything to choose every draw is the base case; other choices give other ranges."""
    spec = '[draws]\nnormalisers = ["minmax"]\nmeans = ["arithmetic"]\nweights = 0\ndropped = 0\ncompletions = 0'
    ranks = tmp_path / "ranks.csv"
    assert run(FIGURES_CSV, FRAMEWORK_CSV, spec, "--ranks", str(ranks), "--draws", "40").exit_code == 0
    rows = list(csv.DictReader(ranks.open()))
    assert [(row["median"], row["p5"], row["p95"]) for row in rows] == [(k, k, k) for k in "53412"]
    wide = '[draws]\nmeans = ["arithmetic", { Index = "geometric" }]\nweights = 0.9\nrange = [5, 50]\nleave_out = ["A"]'
    assert run(FIGURES_CSV, FRAMEWORK_CSV, wide, "--ranks", str(ranks), "--draws", "200").exit_code == 0
    rows = list(csv.DictReader(ranks.open()))
    assert any(row["p5"] != row["p95"] for row in rows)


def test_a_region_without_a_figure_is_never_invented(run, scores, tmp_path):
    figures = FIGURES_CSV + "F,,,,\n"
    alone = run()
    assert alone.exit_code == 0
    for how in ("mean", "knn", "iterative"):
        assert run(FIGURES_CSV, FRAMEWORK_CSV, f'impute = "{how}"').exit_code == 0
        without = scores()
        done = run(figures, FRAMEWORK_CSV, f'impute = "{how}"', "--ranks", str(tmp_path / "r.csv"), "--draws", "30")
        assert done.exit_code == 0, done.output
        found = scores()
        assert {key: score for key, score in found.items() if key[0] != "F"} == pytest.approx(without)
        assert {score for key, score in found.items() if key[0] == "F"} == {None}
        assert (tmp_path / "r.csv").read_text().splitlines()[-1] == "F,,,,"


def test_a_theme_filled_in_altogether_is_told(run):
    figures = FIGURES_CSV.replace("A,10,5", "A,,")
    done = run(figures, FRAMEWORK_CSV, 'impute = "mean"')
    assert done.exit_code == 0
    assert done.stderr == "filled in altogether, without a published figure: 'T1' of region 'A'\n"
    assert run(figures, FRAMEWORK_CSV, 'impute = "mean"\n[min_indicators]\nT1 = 1').stderr == ""


def test_z_scores_of_very_large_and_very_small_figures(run, scores):
    assert run(FIGURES_CSV, FRAMEWORK_CSV, 'normaliser = "zscore"').exit_code == 0
    expected = scores()
    for power in ("e154", "e300", "e-300"):
        lines = FIGURES_CSV.splitlines()
        cells = [line.split(",") for line in lines[1:]]
        figures = "\n".join([lines[0], *(f"{r},{a}{power},{b},{c},{d}" for r, a, b, c, d in cells)]) + "\n"
        assert run(figures, FRAMEWORK_CSV, 'normaliser = "zscore"').exit_code == 0
        assert scores() == pytest.approx(expected)


@pytest.mark.parametrize("mean", ["arithmetic", "geometric", "harmonic"])
def test_no_score_leaves_the_scale(run, scores, mean):
    """exp(log(100)) is 100.00000000000004."""
    figures = "region,x1,x2,x3\nA,1,1,1\nB,3,3,3\nC,7,7,7\n"
    tree = "code,parent,direction,weight\nr,,1,1\nx1,r,1,0.1\nx2,r,1,0.2\nx3,r,1,0.7\n"
    assert run(figures, tree, f'range = [1, 100]\naggregator = "{mean}"').exit_code == 0
    assert (scores()["A", "r"], scores()["C", "r"]) == (1, 100)


@pytest.mark.parametrize("cells", ["7,7,7,7,7", ",,,,"])
def test_an_indicator_without_weight_stops_nothing(run, scores, cells):
    assert run().exit_code == 0
    expected = scores()
    lines = FIGURES_CSV.splitlines()
    figures = "\n".join([f"{lines[0]},x5", *(f"{a},{b}" for a, b in zip(lines[1:], cells.split(","), strict=True))])
    done = run(figures + "\n", FRAMEWORK_CSV + "x5,T2,1,0\n")
    assert done.exit_code == 0, done.output
    assert "left out: 'x5'" in done.stderr
    assert {key: score for key, score in scores().items() if key[1] != "x5"} == pytest.approx(expected)


@pytest.mark.parametrize(
    ("cells", "how", "words"),
    [
        (("1", "2", "50", "4", "5"), "400", "'x1' of region 'C' is 50: too large to the power of 400"),
        (("1e-200", "2e-200", "4e-200", "5e-200", "6e-200"), "2", "'x1' cannot be told apart to the power of 2"),
        (("1e300", "1.0000000000000002e300", "1e300", "1e300", "1e300"), '"log"', "told apart as logarithms"),
    ],
)
def test_a_power_that_numbers_cannot_hold_is_refused_in_one_line(refused, cells, how, words):
    rows = FIGURES_CSV.splitlines()
    figures = [f"{row[0]},{x},{row.split(',', 2)[2]}" for row, x in zip(rows[1:], cells, strict=True)]
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # a warning would be a line of its own
        assert words in refused("\n".join([rows[0], *figures]) + "\n", FRAMEWORK_CSV, f"[transform]\nx1 = {how}")


def test_the_mean_of_very_large_figures_fills_in_without_overflow(run, scores):
    figures = "region,x1,x2\nA,1e308,1\nB,1.5e308,2\nC,1.4e308,3\nD,,2\n"
    tree = "code,parent,direction,weight\nr,,1,1\nx1,r,1,1\nx2,r,1,1\n"
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert run(figures, tree, 'impute = "mean"').exit_code == 0
    assert scores()["D", "x1"] == pytest.approx(60)  # (1.3 − 1)/(1.5 − 1)


def test_scores_too_large_to_add_are_refused(refused):
    figures = FIGURES_CSV.replace("A,10,5", "A,1e308,1e308")
    assert "too large" in refused(figures, FRAMEWORK_CSV, 'normaliser = "none"')
    assert "too small" in refused(
        "region,x1\nA,1e-320\nB,1\nC,2\n",
        "code,parent,direction,weight\nr,,1,1\nx1,r,1,1\n",
        'normaliser = "none"\naggregator = "harmonic"',
    )


def test_every_key_is_documented(run):
    """The keys that the refusal of an unknown one names are the rows of the two tables, in any order."""
    text = (PROJECT / "docs" / "composite.md").read_text(encoding="utf-8")
    documented = re.findall(r"^\| `(\w+)` \|", text, flags=re.MULTILINE)
    known = []
    for spec in ("colour = 1", "[draws]\ncolour = 1"):
        known += run(FIGURES_CSV, FRAMEWORK_CSV, spec).stderr.partition("known: ")[2].strip().split(", ")
    assert sorted(documented) == sorted(known)
    example = re.search(r"```toml\n(.*?)```", text, flags=re.DOTALL)[1]
    assert tomllib.loads(example)["goalposts"]["income"] == [100, 75000]
