import csv
import os
import stat
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from models.composite import CompositeError, build
from models.composite import __main__ as command
from models.composite.writing import write_all
from tests.models.composite.conftest import FIGURES_CSV, FRAMEWORK_CSV
from tests.models.composite.worked_example import FIGURES, FRAMEWORK


def test_scores_of_every_node(run, tmp_path):
    assert run().exit_code == 0
    rows = list(csv.DictReader((tmp_path / "scores.csv").open()))
    assert list(rows[0]) == ["region", "code", "score", "rank"]
    assert len(rows) == 5 * 7
    expected = build(FIGURES, FRAMEWORK)
    for row in rows:
        score = expected.scores.loc[row["region"], row["code"]]
        if pd.isna(score):
            assert (row["region"], row["code"], row["score"], row["rank"]) == ("C", "x2", "", "")
        else:
            assert float(row["score"]) == pytest.approx(score, abs=1e-9)
            assert int(row["rank"]) == expected.ranks(row["code"])[row["region"]]


def test_ranks_repeat_by_seed(run, tmp_path):
    texts = []
    for name, seed in (("one.csv", "4"), ("two.csv", "4"), ("three.csv", "5")):
        result = run(
            FIGURES_CSV, FRAMEWORK_CSV, None, "--ranks", str(tmp_path / name), "--draws", "200", "--seed", seed
        )
        assert result.exit_code == 0, result.output
        texts.append((tmp_path / name).read_text())
    assert texts[0] == texts[1] != texts[2]
    assert texts[0].splitlines()[0] == "region,median,p5,p95,top_quartile"
    assert [line.split(",")[0] for line in texts[0].splitlines()[1:]] == list("ABCDE")


@pytest.mark.parametrize(
    ("spec", "total"),
    [
        ('impute = "mean"', 46.5625),
        ('treat = true\nimpute = "none"\nnormaliser = "minmax"\nrange = [0, 100]\naggregator = "arithmetic"', 45),
        ('impute = "group_mean"\n[groups]\nA = "n"\nB = "n"\nC = "s"\nD = "s"\nE = "s"', (50 + 37.5) / 4 + 20),
        ('range = [1, 100]\naggregator = "geometric"', 44.135550631),
        ('range = [1, 100]\naggregator = "harmonic"', 42.357491857),
        ('normaliser = "zscore"', -0.126491106407),
        ('normaliser = "rank"', 2.8),
        ('[aggregator]\nIndex = "geometric"', (50 * 40) ** 0.5),
    ],
)
def test_specifications(run, tmp_path, spec, total):
    result = run(FIGURES_CSV, FRAMEWORK_CSV, spec)
    assert result.exit_code == 0, result.output
    scores = pd.read_csv(tmp_path / "scores.csv").set_index(["region", "code"])["score"]
    assert scores["C", "Index"] == pytest.approx(total, abs=1e-9)


def test_as_a_process(tmp_path):
    (tmp_path / "figures.csv").write_text(FIGURES_CSV.replace("C,30", "C,inf"))
    (tmp_path / "framework.csv").write_text(FRAMEWORK_CSV)
    words = [sys.executable, "-m", "models.composite", tmp_path / "figures.csv", tmp_path / "framework.csv"]
    done = subprocess.run(
        [*words, "--out", tmp_path / "scores.csv"], capture_output=True, text=True, cwd=Path(__file__).parents[3]
    )
    assert done.returncode == 2
    assert done.stderr.startswith("figures.csv: 'x1' of region 'C' is not finite ('inf')")
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "scores.csv").exists()


FIGURE_REFUSALS = {
    "not finite": (FIGURES_CSV.replace("C,30", "C,NaN"), ["'x1'", "'C'", "not finite"]),
    "infinite": (FIGURES_CSV.replace("C,30", "C,-inf"), ["'x1'", "'C'", "not finite"]),
    "too large": (FIGURES_CSV.replace("C,30", "C,1e999"), ["'x1'", "'C'", "not finite"]),
    "no number": (FIGURES_CSV.replace("C,30", "C,1_000"), ["'x1'", "'C'", "not a number"]),
    "constant": ("region,x1,x2,x3,x4\nA,1,5,8,1\nB,1,3,4,3\nC,1,,6,2\n", ["'x1'", "same for every region"]),
    "all missing": ("region,x1,x2,x3,x4\nA,,5,8,1\nB,,3,4,3\nC,,,6,2\n", ["'x1'", "no figure for any region"]),
    "two regions": ("region,x1,x2,x3,x4\nA,1,5,8,1\nB,2,3,4,3\n", ["at least 3 regions"]),
    "doubled region": (FIGURES_CSV + "A,1,1,1,1\n", ["'A'", "stands twice"]),
    "doubled column": (FIGURES_CSV.replace("x2", "x1", 1), ["'x1'", "stands twice"]),
    "unknown column": (FIGURES_CSV.replace("x2", "x9", 1), ["'x9'", "unknown in the framework"]),
    "group with figures": (FIGURES_CSV.replace("x2", "T1", 1), ["'T1'", "is a group"]),
    "missing column": ("region,x1,x2,x3\nA,1,5,8\nB,2,3,4\nC,3,,6\n", ["no figures for 'x4'"]),
    "short row": (FIGURES_CSV + "F,1\n", ["line 7", "2 cells where the header has 5"]),
    "decimal comma": (FIGURES_CSV.replace("A,10", 'A,"10,5"'), ["'x1'", "'A'", "not a number ('10,5')", "semicolons"]),
    "NUL in a name": (FIGURES_CSV.replace("A,", "A\0,"), ["line 2, 'region'", "control character (U+0000)"]),
    "line break in a name": (FIGURES_CSV.replace("A,", '"A\nB",'), ["control character (U+000A)"]),
    "NUL in a column": (FIGURES_CSV.replace("x1", "x1\0", 1), ["the header", "control character (U+0000)"]),
    "space that does not break": (
        FIGURES_CSV.replace("A,", "New York,").replace("B,", "New\u00a0York,"),
        ["line 3", "region 'New York' stands twice", "signs that nobody sees"],
    ),
    "sign without width": (FIGURES_CSV.replace("B,", "A\u200b,"), ["line 3", "region 'A' stands twice"]),
    "soft hyphen": (FIGURES_CSV.replace("B,", "\u00adA,"), ["line 3", "region 'A' stands twice"]),
    "mark of direction in a column": (FIGURES_CSV.replace("x2", "x1\u200e", 1), ["column 'x1' stands twice"]),
    "alike in other years": (
        "region,period,x1,x2,x3,x4\nA,2022,1,5,8,1\nA\u200b,2023,1,5,8,1\n",
        ["line 3", "region 'A' stands twice"],
    ),
    "one region": ("region,x1,x2,x3,x4\nA,1,5,8,1\n", ["at least 3 regions with figures, it has 1"]),
    "two with figures": ("region,x1,x2,x3,x4\nA,1,5,8,1\nB,2,3,4,3\nC,,,,\n", ["at least 3 regions with figures"]),
    "one with a figure": (
        "region,x1,x2,x3,x4\nA,1,5,8,1\nB,,3,4,3\nC,,2,6,2\n",
        ["'x1' has a figure for region 'A' alone (1)"],
    ),
    "the same for those that have it": (
        "region,x1,x2,x3,x4\nA,1,5,8,1\nB,1,3,4,3\nC,,2,6,2\n",
        ["'x1' is the same for every region that has it (1)"],
    ),
    "no period": ("region,period,x1,x2,x3,x4\nA,,1,5,8,1\n", ["line 2", "no period"]),
    "doubled period": (
        "region,period,x1,x2,x3,x4\nA,2023,1,5,8,1\nA,2023,1,5,8,1\n",
        ["region 'A' in 2023 stands twice"],
    ),
    "latin letters": (FIGURES_CSV.replace("A,", "Ås,").encode("latin-1"), ["not text in UTF-8"]),
    "wide letters": (FIGURES_CSV.encode("utf-16"), ["not text in UTF-8"]),
    "first column": (FIGURES_CSV.replace("region", "land"), ["must be 'region'"]),
    "no region": (FIGURES_CSV + ",1,2,3,4\n", ["line 7", "no region"]),
    "empty": ("", ["is empty"]),
    "no rows": ("region,x1,x2,x3,x4\n", ["no rows"]),
    "open quote": (FIGURES_CSV + '"F,1,2,3,4\n', ["is no CSV"]),
    "not text": (b"\xff\xfe\x00", ["not text in UTF-8"]),
    "unnamed column": (FIGURES_CSV.replace("x2", "", 1), ["column 3 has no name"]),
}


@pytest.mark.parametrize("case", FIGURE_REFUSALS)
def test_refused_figures(refused, case):
    text, words = FIGURE_REFUSALS[case]
    line = refused(text, FRAMEWORK_CSV, None)
    assert all(word in line for word in words), line


FRAMEWORK_REFUSALS = {
    "huge weight": (FRAMEWORK_CSV.replace("-1,3", "-1,1e308"), ["'x3'", "weight 1e+308", "from 1e-12 to 1e+12"]),
    "tiny weight": (FRAMEWORK_CSV.replace("-1,3", "-1,1e-310"), ["'x3'", "from 1e-12 to 1e+12"]),
    "empty": ("", ["framework.csv is empty"]),
    "negative weight": (FRAMEWORK_CSV.replace("-1,3", "-1,-3"), ["'x3'", "weight -3"]),
    "weight no number": (FRAMEWORK_CSV.replace("-1,3", "-1,much"), ["the weight of 'x3'", "not a number ('much')"]),
    "weight not finite": (FRAMEWORK_CSV.replace("-1,3", "-1,inf"), ["the weight of 'x3'", "not finite"]),
    "no weight": (FRAMEWORK_CSV.replace("-1,3", "-1,"), ["the weight of 'x3' is missing"]),
    "all weights 0": (FRAMEWORK_CSV.replace("-1,3", "-1,0").replace("T2,1,2", "T2,1,0"), ["under 'T2' are 0"]),
    "direction": (FRAMEWORK_CSV.replace("-1,3", "2,3"), ["the direction of 'x3'", "1 or -1"]),
    "group direction": (FRAMEWORK_CSV.replace("T1,Index,1", "T1,Index,-1"), ["'T1' is a group"]),
    "unknown parent": (FRAMEWORK_CSV.replace("x1,T1", "x1,T7"), ["'x1'", "unknown parent 'T7'"]),
    "doubled code": (FRAMEWORK_CSV + "x1,T2,1,1\n", ["'x1' stands twice"]),
    "two roots": (FRAMEWORK_CSV + "Other,,1,1\n", ["exactly one root, it has 2", "Other"]),
    "cycle": (FRAMEWORK_CSV + "a,b,1,1\nb,a,1,1\n", ["cycle through 'a'"]),
    "own parent": (FRAMEWORK_CSV + "a,a,1,1\n", ["cycle through 'a'"]),
    "columns": (FRAMEWORK_CSV.replace("weight", "mass"), ["the columns must be code, parent, direction, weight"]),
    "no code": (FRAMEWORK_CSV + ",T1,1,1\n", ["a row without a code"]),
    "only a root": ("code,parent,direction,weight\nIndex,,1,1\n", ["no indicators under its root"]),
}


@pytest.mark.parametrize("case", FRAMEWORK_REFUSALS)
def test_refused_frameworks(refused, case):
    text, words = FRAMEWORK_REFUSALS[case]
    line = refused(FIGURES_CSV, text, None)
    assert all(word in line for word in words), line


def test_a_byte_order_mark_and_other_line_ends_change_nothing(run, tmp_path):
    assert run().exit_code == 0
    plain = (tmp_path / "scores.csv").read_bytes()
    for text in (b"\xef\xbb\xbf" + FIGURES_CSV.encode(), FIGURES_CSV.replace("\n", "\r\n").encode()):
        assert run(text).exit_code == 0
        assert (tmp_path / "scores.csv").read_bytes() == plain


def test_folders_in_place_of_files_are_refused(tmp_path):
    (tmp_path / "figures.csv").write_text(FIGURES_CSV)
    (tmp_path / "framework.csv").write_text(FRAMEWORK_CSV)
    figures, framework, out = (tmp_path / name for name in ("figures.csv", "framework.csv", "scores.csv"))
    for places in (
        (tmp_path, framework, None, out),
        (figures, tmp_path, None, out),
        (figures, framework, tmp_path, out),
    ):
        with pytest.raises(CompositeError, match="cannot be read: Is a directory"):
            command.run(*places, None, 10, 1)
    with pytest.raises(CompositeError, match="is a folder"):
        command.run(figures, framework, None, tmp_path, None, 10, 1)
    assert {p.name for p in tmp_path.iterdir()} == {"figures.csv", "framework.csv"}


def test_a_pipe_or_device_is_never_replaced(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(CompositeError, match="no ordinary file"):
        write_all({tmp_path / "pipe": [("region",)]})
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)
    assert [p.name for p in tmp_path.iterdir()] == ["pipe"]


@pytest.mark.parametrize("words", [[], ["figures.csv"], ["figures.csv", "framework.csv"], ["--nope"]])
def test_a_wrong_call_is_refused_in_one_line_too(monkeypatch, capsys, words):
    monkeypatch.setattr(sys, "argv", ["models.composite", *words])
    with pytest.raises(SystemExit) as ended:
        command.command()
    assert ended.value.code == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "--help" in said.err


def test_a_result_of_before_is_kept_when_refused(run, tmp_path):
    (tmp_path / "scores.csv").write_text("kept")
    assert run(FIGURES_CSV.replace("C,30", "C,x")).exit_code == 2
    assert (tmp_path / "scores.csv").read_text() == "kept"


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (["--draws", "10"], "--draws needs --ranks"),
        (["--ranks", "{}/ranks.csv", "--draws", "0"], "at least one draw"),
        (["--ranks", "{}/ranks.csv", "--seed", "-1"], "seed cannot be negative"),
        (["--ranks", "{}/scores.csv"], "--out names too"),
        (["--ranks", "{}"], "is a folder"),
        (["--ranks", "{}/ranks.csv", "--draws", "99999999999"], "at most 1000000 draws"),
        (["--ranks", "{}/figures.csv", "--draws", "5"], "which is read"),
        (["--ranks", "{}/../{name}/framework.csv", "--draws", "5"], "which is read"),
        (["--out", "{}/figures.csv"], "which is read"),
        (["--out", "{}/nowhere/scores.csv"], "there is no folder"),
        (["--ranks", "{}/nowhere/ranks.csv", "--draws", "5"], "cannot be written"),
        (["--spec", "{}/nowhere.toml"], "cannot be read"),
    ],
)
def test_refused_options_write_nothing(run, tmp_path, more, words):
    words_ = [word.format(tmp_path, name=tmp_path.name) for word in more]
    result = run(FIGURES_CSV, FRAMEWORK_CSV, None, *words_)
    assert result.exit_code == 2
    assert words in result.stderr
    assert {p.name for p in tmp_path.iterdir()} == {"figures.csv", "framework.csv"}


def test_a_failure_while_writing_leaves_no_trace(tmp_path):
    def broken():
        yield ("region",)
        raise OSError(28, "No space left on device", "ranks.csv")

    with pytest.raises(ValueError, match="No space left"):
        write_all({tmp_path / "scores.csv": [("region",)], tmp_path / "ranks.csv": broken()})
    assert list(tmp_path.iterdir()) == []
