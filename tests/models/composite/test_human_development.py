"""An index that everybody knows, by files alone."""

import csv

import pytest

HDI_FIGURES = (
    "region,life,expected,mean,income\n"
    "A,46,9,7.5,1000\n"  # 0.4; 0.5, 0.5; ln 10 / ln 100 = 0.5
    "B,72,18,3,100000\n"  # 0.8; 1, 0.2; above the goalpost: 1
    "C,33,3.6,9,316.2277660168379\n"  # 0.2; 0.2, 0.6; ln √10 / ln 100 = 0.25
)


HDI_FRAMEWORK = (
    "code,parent,direction,weight\nindex,,1,1\nhealth,index,1,1\neducation,index,1,1\nliving,index,1,1\n"
    "life,health,1,1\nexpected,education,1,1\nmean,education,1,1\nincome,living,1,1\n"
)


HDI_SPEC = """
normaliser = "clipped"
range = [0, 1]
[goalposts]
life = [20, 85]
expected = [0, 18]
mean = [0, 15]
income = [100, 10000]
[transform]
income = "log"
[aggregator]
index = "geometric"
"""


def test_an_index_of_human_development_by_files_alone(run, scores, tmp_path):
    """Fixed goalposts, a logarithm of income, a geometric mean of the dimensions: 0.1, 0.48 and 0.02 to the third."""
    done = run(HDI_FIGURES, HDI_FRAMEWORK, HDI_SPEC, "--ranks", str(tmp_path / "ranks.csv"), "--draws", "50")
    assert done.exit_code == 0, done.output
    found = scores()
    for region, life, education, living, total in (
        ("A", 0.4, 0.5, 0.5, 0.46415888336),
        ("B", 0.8, 0.6, 1.0, 0.78297352823),
        ("C", 0.2, 0.4, 0.25, 0.27144176166),
    ):
        assert found[region, "health"] == pytest.approx(life, abs=1e-12)
        assert found[region, "education"] == pytest.approx(education, abs=1e-12)
        assert found[region, "living"] == pytest.approx(living, abs=1e-12)
        assert found[region, "index"] == pytest.approx(total, abs=1e-10)
    assert [row["median"] for row in csv.DictReader((tmp_path / "ranks.csv").open())] == ["2", "1", "3"]
