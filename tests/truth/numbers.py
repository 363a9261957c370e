"""The numbers of the store as they stand in sentences, worked out from the bare rows."""

import re
from statistics import median

from components.words.text import Speaker
from tests.truth.sentences import FOCUS, plain

NUMBER = {
    "nb": re.compile(r"(?<![\w,–])-?\d{1,3}(?: \d{3})+(?:,\d+)?|(?<![\w,–])-?\d+(?:,\d+)?"),
    "en": re.compile(r"(?<![\w.,–])-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\w.,–])-?\d+(?:\.\d+)?"),
}
YEARS, PLACES = range(1990, 2035), range(400)  # a place among Europe's regions, points, months, sub-regions


def of_language(text, language):
    """The numbers in a text."""
    return NUMBER[language].findall(text)


def spoken(figures, catalogue, language):
    """Every figure of the region and its usual peers, and how far they are apart, with the decimals shown."""
    say, found = Speaker(language), {str(n) for n in (*YEARS, *PLACES)}
    found |= {"1000", "1,000", "100 000", "100,000"}  # "per 1000" in names and units
    regions = {FOCUS, *catalogue.reference_regions, *catalogue.members("alliance"), "NO01", "IS00"}
    sets = [s.members for s in catalogue.peer_sets.values() if not s.all]
    rows = figures.frame.loc[figures.frame["region"].isin(regions)]
    for name, part in rows.groupby("indicator", observed=True):
        indicator = catalogue.indicators.get(str(name))
        if indicator is None:
            continue
        for period, year in part.groupby("period", observed=True):
            values = dict(zip(year["region"].astype(str), year["value"].astype(float), strict=True))
            if indicator.score and period in indicator.score.periods:  # a neighbouring year may stand in
                for step in (1, -1):
                    near = part.loc[part["period"] == str(int(period) + step)]
                    for region, value in zip(near["region"].astype(str), near["value"].astype(float), strict=True):
                        values.setdefault(region, value)
            middles = [median(v) for s in sets if (v := [values[r] for r in s if r in values and r != FOCUS])]
            values = list(values.values())
            own = year.loc[year["region"] == FOCUS, "value"]
            apart = [abs(float(own.iloc[0]) - v) for v in (*values, *middles)] if len(own) else []
            for value in (*values, *middles, *apart):
                found.add(plain(say.number(round(value, 9), indicator.decimals)))
    return found
