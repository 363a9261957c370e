"""A small made-up data set, and patience for tests."""

from dataclasses import replace

import pandas as pd

from data_sources.base import Query
from data_sources.patience import Patience

# Waits between attempts are short; a busy machine still answers on loopback in time.
QUICK = Patience(connect=10, read=10, whole=30, attempts=3, first_wait=0.01, longest_wait=0.5, poll=0.01, prepare=0.3)
HURRIED = replace(QUICK, read=0.3, whole=1)  # for answers that never come
REGIONS = ("EU27_2020", "NO", "NO0", "NO02", "NO08", "NO081", "SE11", "DK01")
YEARS = ("2021", "2022", "2023")
QUERY = Query("tour_occ_nin2", {"c_resid": "FOR", "nace_r2": "I551-I553", "unit": "NR"})


def example() -> pd.DataFrame:
    """Nights by non-residents and residents: with flags, a cell withheld, and one that is not there."""
    rows = [
        ("A", residence, "I551-I553", "NR", region, year, 1000.0 * (r + 1) + 10 * y + s, "")
        for s, residence in enumerate(("DOM", "FOR"))
        for r, region in enumerate(REGIONS)
        for y, year in enumerate(YEARS)
    ]
    columns = ["freq", "c_resid", "nace_r2", "unit", "region", "period", "value", "flag"]
    table = pd.DataFrame(rows, columns=columns).set_index(["c_resid", "region", "period"])
    table.loc[("FOR", "NO08", "2021"), "flag"] = "b"
    table.loc[("FOR", "SE11", "2022"), "flag"] = "eu"
    table.loc[("FOR", "DK01", "2023"), ["value", "flag"]] = (float("nan"), "c")
    table.loc[("FOR", "NO081", "2023"), "value"] = 12.5
    table = table.drop(index=("FOR", "NO02", "2021")).reset_index()
    return table[columns]


def told(table: pd.DataFrame, residence: str = "FOR") -> dict[tuple[str, str], tuple[float, str]]:
    """What a reading of the example must hold: value and flag by region and period."""
    chosen = table.loc[(table["c_resid"] == residence) & table["value"].notna()]
    return {(r.region, r.period): (r.value, r.flag) for r in chosen.itertuples()}


def read(reading) -> dict[tuple[str, str], tuple[float, str]]:
    """A reading in the same form."""
    rows = reading.figures.astype({"region": str, "period": str, "flag": str})
    return {(r.region, r.period): (r.value, r.flag) for r in rows.itertuples()}
