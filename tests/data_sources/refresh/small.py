"""A small store whose figures a test can survey: three indicators and what follows from them."""

import pandas as pd

from data_sources.snapshot import Snapshot
from data_sources.store import engine as store
from data_sources.store.writer import load_snapshot
from models.catalogue.loading import current_version
from models.figures.derivations import evaluate

REGIONS = ("NO08", "NO02", "SE11", "SE12", "SE23", "DK01", "DK02", "FI1B", "FI1C", "DE60", "AT13", "CZ01")
YEARS = ("2021", "2022", "2023")
NIGHTS = ("tour_occ_nin2", "c_resid=TOTAL;nace_r2=I551-I553;unit=NR")
FOREIGN = ("tour_occ_nin2", "c_resid=FOR;nace_r2=I551-I553;unit=NR")
PEOPLE = ("demo_r_pjanaggr3", "age=TOTAL;sex=T;unit=NR")
SERIES = {
    "nights_total.old": ("nights_total", *NIGHTS, "nights", ""),
    "nights_total.older": ("nights_total", *NIGHTS, "nights", ""),
    "nights_foreign.old": ("nights_foreign", *FOREIGN, "nights", ""),
    "population_total.old": ("population_total", *PEOPLE, "persons", ""),
    "nights_foreign_share.old": ("nights_foreign_share", *FOREIGN, "%", "100 * nights_foreign / nights_total"),
    "nights_foreign_per_1000.old": (
        "nights_foreign_per_1000",
        "tour_occ_nin2, demo_r_pjanaggr3",
        "c_resid=FOR",
        "per 1000 inhabitants",
        "1000 * nights_foreign / population_total",
    ),
    "nights_per_1000_inhabitants.old": (
        "nights_per_1000_inhabitants",
        "tour_occ_nin2, demo_r_pjanaggr3",
        "c_resid=TOTAL",
        "per 1000 inhabitants",
        "1000 * nights_total / population_total",
    ),
}


MADE = "9999-12-31"  # newer than the embedded snapshot, which would else be this store's next release


def answer(base: float, regions=REGIONS, years=YEARS) -> pd.DataFrame:
    """What a publisher has: figures that grow with region and year."""
    rows = [
        (region, year, base * (1 + n / 10 + y / 100), "")
        for n, region in enumerate(regions)
        for y, year in enumerate(years)
    ]
    frame = pd.DataFrame(rows, columns=["region", "period", "value", "flag"])
    return frame.assign(value=frame["value"].round())


def published() -> dict[tuple[str, str], object]:
    """The publisher's answers that the small store's figures came from."""
    return {NIGHTS: answer(4_000_000), FOREIGN: answer(1_000_000), PEOPLE: answer(2_000_000)}


def changed(frame: pd.DataFrame, region: str, period: str, **to: object) -> pd.DataFrame:
    """The same with one figure changed; value None takes it out."""
    here = (frame["region"] == region) & (frame["period"] == period)
    assert here.sum() == 1
    if to.get("value", 0) is None:
        return frame.loc[~here]
    return frame.assign(**{column: frame[column].mask(here, new) for column, new in to.items()})


def snapshot() -> Snapshot:
    """The figures of release 1. Nights stand in two extracts; two regions of old codes are in the older one."""
    nights, people = answer(4_000_000), answer(2_000_000)
    old = pd.concat([answer(4_000_000, years=("2021",)), answer(500_000, ("NO01", "NO03"), ("2019", "2021"))])
    rates = nights.assign(value=(1000 * nights["value"] / people["value"]).round())
    parts = {
        "nights_total.old": nights.loc[nights["period"] != "2021"],
        "nights_total.older": old,
        "nights_foreign.old": answer(1_000_000),
        "population_total.old": people,
        "nights_per_1000_inhabitants.old": rates,
        "nights_foreign_share.old": evaluate("100 * a / b", {"a": answer(1_000_000), "b": nights}),
        "nights_foreign_per_1000.old": evaluate("1000 * a / b", {"a": answer(1_000_000), "b": people}),
    }
    figures = pd.concat([frame.assign(series_id=name) for name, frame in parts.items()], ignore_index=True)
    series = pd.DataFrame(
        [(name, i, "Eurostat", d, f, u, made, "S01") for name, (i, d, f, u, made) in SERIES.items()],
        columns=["id", "indicator", "publisher", "dataset", "dimensions", "unit", "derived", "origin"],
    )
    return Snapshot(figures[["series_id", "region", "period", "value", "flag"]], series, MADE)


def small_store(url: str):
    """An engine over a store with release 1."""
    engine = store.create(url)
    load_snapshot(engine, snapshot(), catalogue=current_version())
    return engine
