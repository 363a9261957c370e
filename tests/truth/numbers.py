"""The numbers of the store as they stand in sentences, worked out from the bare rows."""

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from statistics import median

from components.words.text import Speaker
from tests.truth.sentences import FOCUS, plain

NUMBER = {
    "nb": re.compile(r"(?<![\w,–])-?\d{1,3}(?: \d{3})+(?:,\d+)?|(?<![\w,–])-?\d+(?:,\d+)?"),
    "en": re.compile(r"(?<![\w.,–])-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\w.,–])-?\d+(?:\.\d+)?"),
}
HALVES_AWAY = Context(rounding=ROUND_HALF_UP)
YEARS, PLACES = range(1990, 2035), range(400)  # a place among Europe's regions, points, months, sub-regions


def shown(value, decimals):
    """A figure with the decimals that readers see, halves away from zero."""
    return float(Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), context=HALVES_AWAY))


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


def of_indicators(figures, catalogue, language, names, regions, told=None):
    """What may be said of a few figures and nothing else: those of the regions, their middle, and how far apart.

    Args:
        figures: a release.
        catalogue: for decimals and smallest changes.
        language: of the numbers.
        names: ids of the indicators.
        regions: the focus region and those compared with.
        told: the years spoken of; by default every year. A neighbouring year may stand in for a region without one.
    """
    say, found = Speaker(language), {str(n) for n in YEARS}
    asked = [catalogue.indicators[name] for name in names]
    asked += [catalogue.indicators[one.told_by] for one in asked if one.told_by]
    for indicator in asked:
        rows = figures.frame.loc[figures.frame["indicator"] == indicator.id]
        rows = rows.loc[rows["region"].isin(regions)].astype({"region": str, "period": str})
        years = {
            str(year): dict(zip(part["region"], part["value"].astype(float), strict=True))
            for year, part in rows.groupby("period")
        }
        spoken = []
        for year, values in years.items():
            if told is not None and year[:4] not in told:
                continue
            spoken += values.values()
            if len(year) != 4:
                continue
            near = [years.get(str(int(year) + step), {}) for step in (1, -1)]
            spoken += [v for one in near for code, v in one.items() if code not in values]
            for among in (values, {**near[1], **near[0], **values}):
                if others := [v for code, v in among.items() if code != FOCUS]:
                    spoken.append(median(others))
                    if FOCUS in among:
                        spoken += [abs(among[FOCUS] - v) for v in (*others, median(others))]
                        spoken.append(abs(_shown(among[FOCUS], indicator) - _shown(median(others), indicator)))
        spoken += [indicator.smallest_change.value] if indicator.smallest_change else []
        found |= {plain(say.number(round(v, 9), indicator.decimals)) for v in spoken}
        found |= _months(say, years) | _against_middle(say, catalogue, indicator, years)
    return found | {f"-{number}" for number in found}


def _shown(value, indicator):
    return float(Speaker("en").number(value, indicator.decimals).replace(",", "").replace("−", "-"))


def _months(say, years):
    """The share of each month of a year, in per cent."""
    found, sums = set(), {}
    for period, values in years.items():
        if len(period) == 7:
            for region, value in values.items():
                sums.setdefault((period[:4], region), []).append(value)
    for every in sums.values():
        found |= {plain(say.number(100 * value / sum(every), 1)) for value in every}
    return found


def _against_middle(say, catalogue, indicator, years):
    """Money of its year in per cent of the middle of the regions that report in all of the region's years."""
    if not catalogue.units[indicator.unit].current_prices:
        return set()
    own = {year: values for year, values in years.items() if FOCUS in values}
    always = set.intersection(*(set(values) for values in own.values())) - {FOCUS} if own else set()
    return {
        plain(say.number(100 * values[FOCUS] / median(values[code] for code in always), 1))
        for values in own.values()
        if always
    }
