import numpy as np
import pytest

from models.composite import CompositeError
from models.composite.sobol import shares

A, B = 7.0, 0.1  # the usual constants of the Ishigami function


def ishigami(uniform):
    x = np.pi * (2 * uniform - 1)
    return np.sin(x[:, 0]) + A * np.sin(x[:, 1]) ** 2 + B * x[:, 2] ** 4 * np.sin(x[:, 0])


def analytic():
    """First-order and total shares in closed form (Ishigami and Homma 1990)."""
    v1 = 0.5 * (1 + B * np.pi**4 / 5) ** 2
    v2 = A**2 / 8
    v13 = B**2 * np.pi**8 * (1 / 18 - 1 / 50)
    total = v1 + v2 + v13
    return {"x1": (v1 / total, (v1 + v13) / total), "x2": (v2 / total, v2 / total), "x3": (0, v13 / total)}


def test_the_ishigami_function_within_sampling_error():
    factors = {"x1": slice(0, 1), "x2": slice(1, 2), "x3": slice(2, 3)}
    found = shares(ishigami, factors, 3, samples=60_000, seed=3)
    for name, (first, total) in analytic().items():
        assert found.loc[name, "first"] == pytest.approx(first, abs=0.02)  # about three standard errors
        assert found.loc[name, "total"] == pytest.approx(total, abs=0.02)


def test_columns_of_one_factor_are_swapped_together():
    found = shares(ishigami, {"x1 and x3": slice(0, 3, 2), "x2": slice(1, 2)}, 3, samples=60_000, seed=3)
    expected = 1 - analytic()["x2"][0]
    assert found.loc["x1 and x3", "first"] == pytest.approx(expected, abs=0.02)
    assert found.loc["x1 and x3", "total"] == pytest.approx(expected, abs=0.02)


def test_a_constant_shifts_nothing_and_the_seed_repeats():
    factors = {"x1": slice(0, 1)}
    found = shares(ishigami, factors, 3, samples=500, seed=3)
    shifted = shares(lambda u: ishigami(u) + 1000, factors, 3, samples=500, seed=3)
    np.testing.assert_allclose(shifted, found, atol=1e-9)
    assert not found.equals(shares(ishigami, factors, 3, samples=500, seed=4))


def test_refuses_a_result_that_never_moves_or_is_missing():
    with pytest.raises(CompositeError, match="no variance"):
        shares(lambda u: np.ones(len(u)), {"x": slice(0, 1)}, 1, 10, 1)
    with pytest.raises(CompositeError, match="in every draw"):
        shares(lambda u: np.full(len(u), np.nan), {"x": slice(0, 1)}, 1, 10, 1)


def sobol_g(points):
    """SALib's function of this name for all points at once; it goes through its million points one by one."""
    a = np.array([0, 1, 4.5, 9, 99, 99, 99, 99])
    return ((np.abs(4 * points - 2) + a) / (1 + a)).prod(axis=1)


@pytest.mark.parametrize("name", ["Ishigami", "Sobol_G"])
def test_salib_agrees_on_its_own_test_functions(name):
    """The same functions estimated by SALib, within both estimates' 95 % intervals."""
    from SALib.analyze import sobol as salib
    from SALib.sample import sobol as sample
    from SALib.test_functions import Ishigami, Sobol_G

    function, all_at_once, count = (Ishigami, Ishigami.evaluate, 3) if name == "Ishigami" else (Sobol_G, sobol_g, 8)
    low, high = (-np.pi, np.pi) if name == "Ishigami" else (0.0, 1.0)
    names = [f"x{k}" for k in range(count)]
    problem = {"num_vars": count, "names": names, "bounds": [[low, high]] * count}
    points = sample.sample(problem, 8192, calc_second_order=False, seed=1)
    results = function.evaluate(points)
    np.testing.assert_allclose(all_at_once(points), results, rtol=1e-12)
    theirs = salib.analyze(problem, results, calc_second_order=False, seed=1)
    ours = shares(
        lambda u: all_at_once(low + (high - low) * u),
        {x: slice(k, k + 1) for k, x in enumerate(names)},
        count,
        samples=100_000,
        seed=2,
    )
    np.testing.assert_allclose(ours["first"], theirs["S1"], atol=0.02)
    np.testing.assert_allclose(ours["total"], theirs["ST"], atol=0.02)
    assert ours["first"].idxmax() == names[int(np.argmax(theirs["S1"]))]
    assert theirs["S1"].max() > 0.3  # what is compared is no row of zeros
