"""Choices that cannot be followed are refused in words that name them."""

import pytest

from tests.models.composite.conftest import FIGURES_CSV, FRAMEWORK_CSV

SPEC_REFUSALS = {
    "not TOML": ("treat = ", ["spec.toml is no TOML"]),
    "unknown key": ("colour = 1", ["unknown key 'colour'", "treat, impute"]),
    "treat": ('treat = "yes"', ["treat must be true or false"]),
    "imputation": ('impute = "magic"', ["unknown imputation 'magic'", "knn"]),
    "no groups": ('impute = "group_mean"', ["needs a table 'groups'"]),
    "groups": ('impute = "group_mean"\ngroups = 3', ["groups must be a table"]),
    "group": ('impute = "group_mean"\n[groups]\nA = 3', ["groups.A must be a name"]),
    "region without group": ('impute = "group_mean"\n[groups]\nA = "n"', ["region 'B' has no group"]),
    "impute first": ('impute_first = "yes"', ["impute_first must be true or false"]),
    "normaliser": ('normaliser = "magic"', ["unknown normaliser 'magic'"]),
    "no name": ("normaliser = 3", ["normaliser must be a name"]),
    "aggregator": ('aggregator = "magic"', ["unknown aggregator 'magic'"]),
    "aggregator table": ('aggregator = { T9 = "geometric" }', ["'T9'", "no group of the framework"]),
    "range": ("range = [0]", ["range must be two numbers"]),
    "range no numbers": ("range = [true, 5]", ["range must be two numbers"]),
    "range falls": ("range = [100, 0]", ["the scale must rise"]),
    "range not finite": ("range = [0, inf]", ["the scale must rise"]),
    "range without use": ('normaliser = "rank"\nrange = [0, 10]', ["range has no meaning for the normaliser 'rank'"]),
    "percentiles without use": ("percentiles = [5, 95]", ["percentiles have a meaning for the normaliser 'clipped'"]),
    "percentiles fall": ('normaliser = "clipped"\npercentiles = [95, 5]', ["percentiles rise from 0 to 100"]),
    "groups without use": ('[groups]\nA = "n"', ["groups have a meaning for impute = 'group_mean' alone"]),
    "impute first without use": ("impute_first = true", ["impute_first has a meaning only where"]),
    "goalposts of a stranger": ("[goalposts]\nx9 = [0, 1]", ["goalposts names 'x9'", "unknown as an indicator"]),
    "goalposts of a group": ("[goalposts]\nT1 = [0, 1]", ["goalposts names 'T1'"]),
    "goalposts fall": ("[goalposts]\nx1 = [5, 1]", ["the goalposts of 'x1' must rise"]),
    "goalposts no pair": ("[goalposts]\nx1 = 5", ["goalposts.x1 must be two numbers"]),
    "goalposts of a z-score": ('normaliser = "zscore"\n[goalposts]\nx1 = [0, 1]', ["fixed goalposts have no meaning"]),
    "goalposts without a logarithm": (
        '[goalposts]\nx1 = [0, 100]\n[transform]\nx1 = "log"',
        ["the goalpost 0 of 'x1' has no log"],
    ),
    "transform": ('[transform]\nx1 = "sqrt"', ["unknown transform 'sqrt' of 'x1'"]),
    "transform of a stranger": ('[transform]\nx9 = "log"', ["transform names 'x9'"]),
    "no power": ("[transform]\nx1 = 0", ["the power of 'x1' must be above 0"]),
    "constant": ('constant = "keep"', ["unknown choice 'keep' for constant", "drop"]),
    "coverage": ("min_coverage = 66", ["a share from 0 to 1 (got 66)"]),
    "coverage no number": ('min_coverage = "all"', ["min_coverage must be a number"]),
    "children of a stranger": ("[min_children]\nT9 = 1", ["min_children names 'T9'", "no group"]),
    "more children than there are": ("[min_children]\nT1 = 3", ["min_children.T1 must be from 1 to 2"]),
    "children twice": ("[min_children]\nT1 = 1\n[min_indicators]\nT1 = 1", ["'T1' stands under min_children and"]),
    "half a child": ("[min_children]\nT1 = 1.5", ["min_children.T1 must be a whole number"]),
    "round": ("round = -1", ["rounded to 0 to 12 decimals (got -1)"]),
    "round a stranger": ("[round]\nx9 = 1", ["round names 'x9'"]),
    "round by halves": ("round = 1.5", ["round must be a whole number"]),
    "draws": ("draws = 100", ["draws must be a table"]),
    "draws of a stranger": ("[draws]\ncolour = 1", ["unknown key 'draws.colour'"]),
    "draws normaliser": ('[draws]\nnormalisers = ["magic"]', ["unknown normaliser 'magic'"]),
    "draws mean": ('[draws]\nmeans = ["magic"]', ["unknown aggregator 'magic'"]),
    "draws no list": ('[draws]\nmeans = "arithmetic"', ["draws.means must be a list"]),
    "draws range": ("[draws]\nrange = [100, 1]", ["the scale must rise"]),
    "draws region": ('[draws]\nleave_out = ["Z"]', ["unknown region 'Z' to leave out"]),
    "draws weights": ("[draws]\nweights = 1.5", ["weights vary by a share"]),
    "draws below 0": ("[draws]\nrange = [0, 100]", ["geometric mean"]),
    "geometric": ('aggregator = "geometric"', ["geometric mean of 'T1'", "'x1' of region 'A' has 0"]),
    "harmonic": ('normaliser = "zscore"\naggregator = "harmonic"', ["harmonic mean of 'T1'", "region 'A'"]),
}


@pytest.mark.parametrize("case", SPEC_REFUSALS)
def test_refused_specs(refused, case):
    text, words = SPEC_REFUSALS[case]
    line = refused(FIGURES_CSV, FRAMEWORK_CSV, text)
    assert all(word in line for word in words), line
