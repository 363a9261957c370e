"""Gaps in real units, in words."""

import pytest

from components.real_gaps import about, counted_gap
from components.text import Speaker
from models.advantages import RealGap

NB, EN = Speaker("nb"), Speaker("en")


@pytest.mark.parametrize(
    ("amount", "nb", "en"),
    [
        (17438, "17 000", "17,000"),
        (-811.4, "810", "810"),
        (1843081.8, "1,8 mill.", "1.8 million"),
        (3921042301, "3,9 mrd.", "3.9 billion"),
        (12.4e6, "12 mill.", "12 million"),
        (999_999, "1,0 mill.", "1.0 million"),
        (4.2, "4", "4"),
        (0, "0", "0"),
    ],
)
def test_about(amount, nb, en):
    assert about(NB, amount).replace("\u00a0", " ") == nb
    assert about(EN, amount) == en


def test_things_and_money(catalogue):
    high_tech, pay = catalogue.indicators["high_tech_employment"], catalogue.indicators["coe_share_k_n"]
    fewer = counted_gap(NB, catalogue, high_tech, RealGap(-17438, "denominator", "employed_15plus", "2023"))
    assert fewer.replace("\u00a0", " ") == "om lag 17 000 færre sysselsatte i høyteknologi"
    money = counted_gap(EN, catalogue, pay, RealGap(3.9e9, "denominator", "coe_meur_total", "2019"))
    assert (
        money
        == "about 3.9 billion euros more in pay and social contributions in finance, property and business services"
    )


def test_what_cannot_be_counted_is_not_said(catalogue):
    high_tech = catalogue.indicators["high_tech_employment"]
    assert counted_gap(NB, catalogue, high_tech, None) == ""
    assert counted_gap(NB, catalogue, high_tech, RealGap(0.4, "denominator", "employed_15plus", "2023")) == ""
    assert counted_gap(NB, catalogue, catalogue.indicators["life_expectancy"], RealGap(5, "own", "x", "2023")) == ""
