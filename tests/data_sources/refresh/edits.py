"""What publishers have edited since the figures were embedded, and the differences that it ought to make."""

from datetime import UTC, datetime
from itertools import product

import numpy as np
import pandas as pd

from models.catalogue.formulas import is_formula
from tests.fakes import tables

TAIL = ["region", "period", "value", "flag"]
RATES = {"isced11": "TOTAL", "sex": "T", "age": "Y15-74", "unit": "PC"}
SECTIONS = {"a": "A", "b_e": "B-E", "f": "F", "total": "TOTAL"}


class Edits:
    """Changes to what is published, and the differences that they ought to make."""

    def __init__(self, published):
        self.tables = published
        self.expected = set()  # indicator, region, period, kind

    def row(self, dataset, region, period, **filters):
        table = self.tables[dataset]
        here = (table["region"] == region) & (table["period"] == period)
        for dimension, code in filters.items():
            here &= table[dimension] == code
        (position,) = np.flatnonzero(here)
        return position

    def change(self, indicator, dataset, region, period, filters, kind="revised", **to):
        position = self.row(dataset, region, period, **filters)
        for column, value in to.items():
            self.tables[dataset].loc[position, column] = value
        self.expected.add((indicator, region, period, kind))

    def withdraw(self, indicator, dataset, region, period, filters):
        position = self.row(dataset, region, period, **filters)
        self.tables[dataset] = self.tables[dataset].drop(index=position).reset_index(drop=True)
        self.expected.add((indicator, region, period, "withdrawn"))

    def add(self, indicator, dataset, frame, **codes):
        """Figures under codes that the data set may not have had."""
        old = self.tables.get(dataset)
        new = frame[TAIL].assign(**codes)
        together = new if old is None else pd.concat([old, new.assign(freq="A")])
        dimensions = [c for c in together.columns if c not in TAIL]
        self.tables[dataset] = together.reindex(columns=[*dimensions, *TAIL]).reset_index(drop=True)
        self.expected |= {(indicator, r, p, "added") for r, p in zip(frame["region"], frame["period"], strict=True)}


def edited(figures, catalogue):
    """Release 1 as published, with an added year, revised, withdrawn and withheld figures, flags, and new tables."""
    plain = figures.frame.astype({"region": str, "period": str, "flag": str})
    edits = Edits(tables(figures.frame, catalogue))

    def of(indicator, period):
        frame = plain.loc[(plain["indicator"] == indicator) & (plain["period"] == period), TAIL]
        return frame.loc[[catalogue.regions[r].level != "nuts3" for r in frame["region"]]]

    rates = of("unemployment_rate_15_74", "2025")
    edits.add(
        "unemployment_rate_15_74", "lfst_r_lfu3rt", rates.assign(period="2026", value=rates["value"] + 0.1), **RATES
    )
    pps = {"unit": "PPS_EU27_2020_HAB"}
    edits.change("gdp_per_inhabitant_pps", "nama_10r_3gdp", "NO08", "2021", pps, value=48_500.0)
    tertiary = {"isced11": "ED5-8", "age": "Y25-64"}
    edits.withdraw("tertiary_25_64", "edat_lfse_04", "SE11", "2015", tertiary)
    neet = {"wstatus": "NEMP", "age": "Y15-29"}
    edits.change("neet_15_29", "edat_lfse_22", "DK01", "2020", neet, "withdrawn", value=np.nan, flag="c")
    edits.change("nights_total", "tour_occ_nin2", "NO08", "2024", {"c_resid": "TOTAL"}, flag="p")
    edits.change("nights_foreign", "tour_occ_nin2", "NO08", "2024", {"c_resid": "FOR"}, value=4_000_000.0)
    monthly = {"c_resid": "DOM"}
    edits.change("nights_domestic_monthly", "tour_occ_nin2m", "NO08", "2024-07", monthly, value=1_000_000.0)
    edits.change("life_expectancy_male", "demo_r_mlifexp", "NO08", "2023", {"sex": "M"}, value=82.5)
    for section, code in SECTIONS.items():
        workers = of(f"employment_nace_{section}", "2015")
        codes = {"nace_r2": code, "age": "Y15-64", "sex": "T", "unit": "THS_PER"}
        edits.add(f"employment_section_{section}", "lfst_r_lfe2en2", workers.assign(period="2024", flag=""), **codes)
    workers = of("employed_15plus", "2021")
    codes = {"freq": "A", "unit": "THS", "wstatus": "EMP", "nace_r2": "TOTAL"}
    edits.add("employed_at_workplace", "nama_10r_3empers", workers, **codes)
    gas = pd.DataFrame([("NO08", "2022", 5_100.0, ""), ("DE3", "2022", 15_000.0, "")], columns=TAIL)
    how = catalogue.indicators["greenhouse_gas_emissions"].filter
    edits.add("greenhouse_gas_emissions", "DSD_REG_CLIM@DF_GHG", gas, **how)
    edits.expected.discard(("greenhouse_gas_emissions", "DE3", "2022", "added"))
    edits.expected.add(("greenhouse_gas_emissions", "DE30", "2022", "added"))  # the same territory
    never_embedded(edits, catalogue)
    close_up(edits, catalogue)
    return edits


def never_embedded(edits, catalogue):
    """Figures of Europe's regions that come with a refresh alone, made up here as far as they are not above."""
    there = {indicator for indicator, *_ in edits.expected}
    wanted = [i for i in catalogue.indicators.values() if i.figures == "collector" and i.scope == "europe"]
    for indicator in (i for i in wanted if not is_formula(i.derivation) and i.id not in there):
        value = {"population_15_64_by_birth": 120.0}.get(indicator.id, 15.0)
        rows = [(region, period, value, "") for region in ("NO08", "SE11") for period in ("2022", "2023")]
        frequency = "freq" if catalogue.publisher_of(indicator.publisher).id == "eurostat" else "FREQ"
        for codes in product(*(code.split("+") for code in indicator.filter.values())):  # each part of a sum
            where = {frequency: "A", **dict(zip(indicator.filter, codes, strict=True))}
            edits.add(indicator.id, indicator.dataset, pd.DataFrame(rows, columns=TAIL), **where)


def close_up(edits, catalogue):
    """Figures of municipalities, all made up here: none are embedded, and no answer with such figures is recorded.

    At Statistics Norway, Halden and Bærum change their numbers in 2024, Oslo does not; the register has units in
    every municipality that it is asked for but one.
    """
    month = f"{datetime.now(UTC):%Y-%m}"
    for number, indicator in enumerate(close_up_indicators(catalogue), start=1):
        how = indicator.collecting.filter or indicator.filter
        if indicator.dataset in ("enheter", "underenheter"):
            rows = [
                (code, month, 0.0 if code == WITHOUT else 10.0 * number + place, "")
                for place, code in enumerate(catalogue.within.municipalities)
            ]
        else:
            ends = ("-11", "-12") if indicator.id.endswith("_monthly") else ("",)
            old, new = ("3001", "3024", "0301"), ("3101", "3201", "0301")
            years = (("2023", old), ("2024", new))
            rows = [(code, year + end, 5.0 + number, "") for year, codes in years for code in codes for end in ends]
        edits.add(indicator.id, indicator.datasets[0], pd.DataFrame(rows, columns=TAIL), **how)


WITHOUT = "4036"  # the municipality in which the register has nobody


def close_up_indicators(catalogue):
    """The indicators of municipalities whose figures come with a refresh alone."""
    return [i for i in catalogue.indicators.values() if i.figures == "collector" and i.scope == "norway"]
