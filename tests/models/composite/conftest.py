"""The command run on files given as text, and how properties are checked."""

import csv

import pytest
import typer
from hypothesis import settings
from typer.testing import CliRunner

from models.composite import __main__ as command

# How fast a busy machine is proves nothing.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

FIGURES_CSV = "region,x1,x2,x3,x4\nA,10,5,8,100\nB,20,3,4,300\nC,30,,6,200\nD,40,1,2,500\nE,50,4,10,400\n"
FRAMEWORK_CSV = (
    "code,parent,direction,weight\nIndex,,1,1\nT1,Index,1,1\nT2,Index,1,1\n"
    "x1,T1,1,1\nx2,T1,1,1\nx3,T2,-1,3\nx4,T2,1,2\n"
)


@pytest.fixture
def run(tmp_path):
    app = typer.Typer(rich_markup_mode=None)
    app.command()(command.main)

    def one(figures=FIGURES_CSV, framework=FRAMEWORK_CSV, spec=None, *more):
        for name, text in (("figures.csv", figures), ("framework.csv", framework), ("spec.toml", spec)):
            if text is not None:
                (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        words = [str(tmp_path / "figures.csv"), str(tmp_path / "framework.csv"), "--out", str(tmp_path / "scores.csv")]
        words += ["--spec", str(tmp_path / "spec.toml")] if spec is not None else []
        return CliRunner().invoke(app, [*words, *more])

    return one


@pytest.fixture
def refused(run, tmp_path):
    def one(*args):
        result = run(*args, "--ranks", str(tmp_path / "ranks.csv"), "--draws", "20")
        assert result.exit_code == 2, result.output
        assert result.stdout == ""
        assert result.stderr.count("\n") == 1
        assert {p.name for p in tmp_path.iterdir()} <= {"figures.csv", "framework.csv", "spec.toml"}
        return result.stderr

    return one


@pytest.fixture
def scores(tmp_path):
    """Scores that the command wrote, by region (and period) and code; None where there is none."""

    def read():
        rows = csv.DictReader((tmp_path / "scores.csv").open(encoding="utf-8"))
        return {
            tuple(row[key] for key in ("region", "period", "code") if key in row): float(row["score"])
            if row["score"]
            else None
            for row in rows
        }

    return read
