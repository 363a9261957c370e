"""Missing figures filled in. What was published never changes; cells that cannot be filled stay NaN.

Each imputer takes oriented figures (regions × indicators), and a group for each region where it needs one.
Formulae: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 3.
"""

import warnings
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from models.composite.deviations import deviations, means

Table = NDArray[np.float64]
Groups = NDArray[np.str_]
Imputer = Callable[[Table, Groups], Table]
NEIGHBOURS = 5


def none(values: Table, _groups: Groups) -> Table:
    """Nothing is filled in: weights are renormalised over the cells present."""
    return values


def mean(values: Table, _groups: Groups) -> Table:
    """x_ik := mean of indicator k over all regions that have it."""
    return np.where(np.isnan(values), means(values), values)


def group_mean(values: Table, groups: Groups) -> Table:
    """x_ik := mean of indicator k over the regions of i's group; missing still where the whole group lacks it."""
    filled = values.copy()
    for group in np.unique(groups):
        rows = groups == group
        filled[rows] = np.where(np.isnan(values[rows]), means(values[rows]), values[rows])
    return filled


def knn(values: Table, _groups: Groups) -> Table:
    """Mean of the five nearest regions (Euclidean over the standardised indicators both have)."""
    from sklearn.impute import KNNImputer  # slow to import, seldom needed

    return _on_standardised(values, KNNImputer(n_neighbors=NEIGHBOURS).fit_transform)


def iterative(values: Table, _groups: Groups) -> Table:
    """Each indicator regressed on the others in turn (MICE with Bayesian ridge), within the published range."""
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.experimental import enable_iterative_imputer  # noqa: F401 - makes the next import work
    from sklearn.impute import IterativeImputer

    def fill(z: Table) -> Table:
        bounds = {"min_value": np.nanmin(z, axis=0), "max_value": np.nanmax(z, axis=0)}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)  # few regions converge slowly; the last round is used
            filled: Table = IterativeImputer(max_iter=20, random_state=0, **bounds).fit_transform(z)
        return filled

    return _on_standardised(values, fill)


def standardised(values: Table) -> tuple[Table, Table, Table]:
    """Columns with mean 0 and sd 1, the means and the sds, so that units do not decide who is near."""
    apart, centre, scale = deviations(values)
    spread = np.sqrt(means(apart**2))
    spread = np.where(spread > 0, spread, 1.0)
    return apart / spread, centre, spread * scale


def _on_standardised(values: Table, fill: Callable[[Table], Table]) -> Table:
    if not np.isnan(values).any():
        return values
    z, centre, spread = standardised(values)
    return np.where(np.isnan(values), fill(z) * spread + centre, values)


IMPUTERS: dict[str, Imputer] = {
    "none": none,
    "mean": mean,
    "group_mean": group_mean,
    "knn": knn,
    "iterative": iterative,
}
BY_PERIOD = frozenset({"mean", "group_mean"})  # in a panel these look at one period at a time
