"""A walk over every indicator, kind of sentence and language: each number must stand in the store.

The numbers are worked out here from the bare rows, by other code than the pages use.
"""

import re
from collections import defaultdict
from functools import lru_cache

import pytest

from components.words.text import LANGUAGES, Speaker
from models.change.told import told
from tests.truth.sentences import FOCUS, never, plain, sentences, shown

NUMBER = {"nb": re.compile(r"(?<![\w,–])-?\d{1,3}(?: \d{3})+(?:,\d+)?|(?<![\w,–])-?\d+(?:,\d+)?")}
NUMBER["en"] = re.compile(r"(?<![\w.,–])-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\w.,–])-?\d+(?:\.\d+)?")


@pytest.fixture(scope="module")
def every(figures, catalogue):
    return list(sentences(figures, catalogue))


def by_year(figures, name):
    """Yearly figures of the bare rows: year → region → value."""
    found = defaultdict(dict)
    rows = figures.frame.loc[figures.frame["indicator"] == name]
    for region, period, value in zip(
        rows["region"].astype(str), rows["period"].astype(str), rows["value"], strict=True
    ):
        if len(period) == 4:
            found[period][region] = float(value)
    return found


@lru_cache(maxsize=512)
def allowed(figures, catalogue, name, language):
    """Every number that a sentence about an indicator may hold."""
    say, peers = Speaker(language), catalogue.members("alliance")
    indicators = [catalogue.indicators[name]]
    if (series := told(figures, catalogue, indicators[0], FOCUS, peers)) is not None:
        indicators.append(series.indicator)
    found = {str(n) for n in range(13)}  # places and counts among the alliance's eleven and the region
    for indicator in indicators:
        years = dict(by_year(figures, indicator.id))
        found |= set(years)
        for year, values in years.items():
            # A region without a figure that year stands with the year after, else the one before.
            after, before = (years.get(str(int(year) + step), {}) for step in (1, -1))
            stands_in = {**before, **after, **values}
            spoken = [values[r] for r in (FOCUS, *peers) if r in values]
            spoken += [stands_in[r] for r in peers if r in stands_in]
            for among in (values, stands_in):
                middle = _median(sorted(among[r] for r in peers if r in among))
                if middle is not None and FOCUS in values:
                    gap = _shown(values[FOCUS], indicator) - _shown(middle, indicator)
                    spoken += [middle, abs(gap), abs(values[FOCUS] - middle)]
            found |= {plain(say.number(round(v, 9), indicator.decimals)) for v in spoken}
        if indicator.smallest_change:
            found.add(plain(say.number(indicator.smallest_change.value, indicator.decimals)))
    if series is not None and series.by == "peers":
        found |= {plain(say.number(float(v), 1)) for v in series.line.points["value"]}
    return found


def _shown(value, indicator):
    return float(Speaker("en").number(value, indicator.decimals).replace(",", "").replace("−", "-"))


def _median(values):
    if not values:
        return None
    middle = len(values) // 2
    return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2


def test_every_number_of_every_sentence_stands_in_the_store(figures, catalogue, every):
    checked = 0
    for one in every:
        text = plain(one.text).split("\n")[0]
        for named in _names(catalogue, one):
            text = text.replace(named, "")
        may = allowed(figures, catalogue, one.indicator, one.language)
        for number in NUMBER[one.language].findall(text):
            checked += 1
            assert number in may, f"{number} in: {one.text}"
    assert checked > 3000


def _names(catalogue, one):
    """Titles, units and reasons that hold numbers of their own."""
    for indicator in catalogue.indicators.values():
        yield from indicator.windows.values()  # "2014–2020"
        yield plain(indicator.title[one.language])
        title = plain(indicator.short[one.language])
        yield title
        yield title[:1].lower() + title[1:]
    own = catalogue.indicators[one.indicator]
    for code in {own.unit, *(catalogue.indicators[own.told_by].unit for _ in [0] if own.told_by)}:
        if suffix := plain(catalogue.units[code].suffix[one.language]):
            yield suffix
    for unusual in own.unusual:
        yield plain(unusual[one.language])


def test_what_was_wrong_is_never_said_again(every):
    for one in every:
        assert never(one.text) == [], one.text


def test_no_english_sentence_holds_norwegian(every):
    for one in every:
        if one.language == "en":
            assert not re.search(r"\b(og|av|ikke|i \d{4}|regioner)\b", plain(one.text)), one.text


def test_every_indicator_is_walked_in_both_languages(figures, catalogue, every):
    assert {one.indicator for one in every} == {i.id for i in shown(figures, catalogue)}
    assert {one.language for one in every} == set(LANGUAGES)
    assert len(every) > 1000


def test_no_two_sentences_about_a_figure_disagree(every):
    """Where a title says that a figure rose, no claim says that it fell, and none is refused for a break."""
    titles = {(s.indicator, s.language): s.text for s in every if s.kind == "trend"}
    for one in every:
        if one.kind != "change":
            continue
        title = titles[one.indicator, one.language]
        if one.language == "nb":
            assert ("gikk opp" in one.text) == (": opp fra" in title), (title, one.text)
            assert ("gikk ned" in one.text) == (": ned fra" in title), (title, one.text)
