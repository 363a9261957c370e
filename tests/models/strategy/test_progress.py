"""Activities and goals with their figures: what belongs where, what is said of it, what is missing and why."""

import shutil
from dataclasses import replace
from datetime import date

import pytest

from models.advantages import verdict
from models.catalogue import load_catalogue
from models.catalogue.loading import HERE
from models.comparison.one_year import compare
from models.strategy.progress import every, leading, progress, tally
from models.strategy.readings import Lacking, StrategyFigure
from tests.models.catalogue.next_strategy import NEXT
from tests.models.made_up import figures_of

FOCUS = "NO08"


@pytest.fixture(scope="module")
def peers(catalogue):
    return catalogue.members("alliance")


@pytest.fixture(scope="module")
def whole(figures, catalogue, peers):
    return progress(figures, catalogue, catalogue.strategies["2021-2024"], FOCUS, peers)


@pytest.fixture(scope="module")
def parts(whole):
    return {part.key: part for part in (*whole.activities, *whole.goals)}


def read(catalogue, rows, indicator, peers=("SE11", "DK01", "FI1B", "DE60")):
    """What is found of one indicator in made-up figures, under an activity that leads with it."""
    plan = catalogue.strategies["2021-2024"]
    field = plan.field[0]
    activity = field.activity[1].model_copy(update={"indicators": (indicator,)})
    small = plan.model_copy(update={"field": (field.model_copy(update={"activity": (activity,)}),), "goal": ()})
    (part,) = progress(figures_of(rows), catalogue, small, FOCUS, peers, whole=False).activities
    return part.leading[0] if part.leading else part.lacking[0]


def test_every_activity_and_goal_of_the_strategy_is_there(whole, catalogue):
    plan = catalogue.strategies["2021-2024"]
    assert [part.key for part in whole.activities] == [a.id for a in plan.activities]
    assert [part.key for part in whole.goals] == ["9", "11", "12", "13", "17"]


def test_none_is_without_figure_or_without_who_may_have_one(parts):
    for part in parts.values():
        assert part.leading or part.lacking or any(question.holders for question in part.questions), part.key


def test_the_strategys_own_choice_comes_first_and_in_its_order(parts):
    for part in parts.values():
        shown = [reading.indicator.id for reading in part.leading]
        named = [name for name in part.of.indicators if name in shown]
        assert shown == named or not named


def test_what_names_an_activity_belongs_to_it_once(parts, catalogue):
    part = parts["3.5"]
    found = [r.indicator.id for r in (*part.leading, *part.more)] + [one.indicator.id for one in part.lacking]
    assert len(found) == len(set(found))
    tagged = {i.id for i in catalogue.indicators.values() if "3.5" in i.activities and i.role != "series"}
    assert tagged <= set(found)


def test_bare_series_are_for_nobody_to_read(whole):
    assert {r.indicator.role for r in every(whole.activities)} <= {"score", "context"}


def test_climate_has_no_figure_of_emissions_and_says_who_has(parts):
    climate = parts["13"]
    assert [(one.indicator.id, one.why) for one in climate.lacking] == [("greenhouse_gas_emissions", "collector")]
    assert [question.id for question in climate.questions] == ["climate_emissions"]
    assert "Miljødirektoratet" in climate.questions[0].holders[0].name["nb"]
    assert tally(climate.leading).ahead + tally(climate.leading).behind == 0


def test_values_places_and_calls_are_those_of_every_page(whole, figures, catalogue, peers):
    readings = {r.indicator.id: r for r in every(whole.activities)}
    reading = readings["unemployment_rate_15_74"]
    found = compare(figures, reading.indicator, "2025", FOCUS, peers)
    assert (reading.period, reading.value) == ("2025", found.value)
    assert (reading.place.rank, reading.place.count) == (found.rank, len(found.rows))
    judged = verdict(figures, catalogue, reading.indicator, FOCUS, peers)
    assert reading.place.call == judged.call
    assert (judged.call.kind, reading.place.verdict) == ("strength", "better")


def test_an_unusual_newest_year_is_left_out_and_named_where_a_usual_one_is_near(whole):
    readings = {r.indicator.id: r for r in every(whole.activities)}
    pay = readings["coe_share_k_n"]
    assert (pay.period, pay.later, pay.dated) == ("2019", "2020", True)
    flights = readings["air_passengers_per_inhabitant"]  # 2021 is a pandemic year
    assert (flights.period, flights.later, flights.changed) == ("2019", "2021", True)


def test_what_another_figure_says_newer_is_not_counted(whole, parts):
    shown = {r.indicator.id for r in every((*whole.activities, *whole.goals))}
    assert "unemployment_rate_15plus" not in shown
    assert any(one.why == "spoken_for" for part in parts.values() for one in part.lacking)


def test_only_the_leading_figures_are_the_same_either_way(whole, figures, catalogue, peers):
    quick = progress(figures, catalogue, whole.strategy, FOCUS, peers, whole=False)
    assert [[r.indicator.id for r in p.leading] for p in quick.activities] == [
        [r.indicator.id for r in p.leading] for p in whole.activities
    ]
    assert tally(leading(quick.activities)) == tally(leading(whole.activities))


def test_a_figure_counts_once_however_often_it_belongs(whole):
    shown = leading(whole.activities)
    assert len({r.indicator.id for r in shown}) == len(shown)
    assert len(shown) < sum(len(part.leading) for part in whole.activities)


RATE = "unemployment_rate_15_74"  # lower is better


def test_lower_can_be_better_both_in_place_and_in_change(catalogue):
    rows = [(RATE, FOCUS, "2022", 5.0, ""), (RATE, FOCUS, "2025", 4.0, "")]
    many = catalogue.members("alliance")
    rows += [(RATE, peer, "2025", 5.0 + n / 2, "") for n, peer in enumerate(many)]
    reading = read(catalogue, rows, RATE, many)
    assert (reading.place.rank, reading.place.count, reading.place.verdict) == (1, 12, "better")
    assert (reading.told.change.kind, reading.verdict) == ("down", "better")
    worse = [(RATE, FOCUS, "2022", 3.0, ""), *rows[1:]]
    assert read(catalogue, worse, RATE).verdict == "worse"


def test_money_of_its_year_is_no_progress(catalogue):
    name = "gdp_per_inhabitant_pps"
    rows = [(name, FOCUS, str(year), 40000.0 + 1000 * year, "") for year in range(2012, 2022)]
    reading = read(catalogue, rows, name)
    assert (reading.told, reading.changed, reading.verdict) == (None, False, None)


def test_where_no_direction_is_good_nothing_is_called_good(catalogue):
    name = "population_density"
    rows = [(name, FOCUS, "2021", 78.0, ""), (name, FOCUS, "2023", 80.0, ""), (name, "SE11", "2023", 300.0, "")]
    reading = read(catalogue, rows, name)
    assert (reading.told.change.kind, reading.verdict, reading.place.verdict) == ("up", None, None)


def test_figure_and_place_are_of_an_earlier_year_while_few_peers_report(catalogue):
    rows = [(RATE, FOCUS, year, 5.0, "") for year in ("2023", "2024")]
    rows += [(RATE, peer, "2023", 6.0, "") for peer in ("SE11", "DK01", "FI1B", "DE60")]
    reading = read(catalogue, [*rows, (RATE, "SE11", "2024", 6.0, "")], RATE)
    assert (reading.period, reading.later, reading.place.count) == ("2023", "2024", 5)


def test_a_region_alone_has_no_place(catalogue):
    assert read(catalogue, [(RATE, FOCUS, "2025", 5.0, "")], RATE, peers=()).place is None


@pytest.mark.parametrize(
    ("rows", "indicator", "why", "older"),
    [
        ([(RATE, "SE11", "2025", 5.0, "")], "greenhouse_gas_emissions", "collector", ""),
        ([(RATE, "SE11", "2025", 5.0, "")], RATE, "unpublished", ""),
        ([(RATE, "NO01", "2014", 5.0, ""), (RATE, "SE11", "2025", 5.0, "")], RATE, "older_territory", "NO01"),
        ([("works_in_oslo_share", "3024", "2021", 50.0, "")], "works_in_oslo_share", "municipal", ""),
    ],
    ids=["collector", "unpublished", "older", "municipal"],
)
def test_why_there_is_no_figure(catalogue, rows, indicator, why, older):
    found = read(catalogue, rows, indicator)
    assert isinstance(found, Lacking)
    assert (found.why, found.older) == (why, older)


def test_a_next_strategy_takes_over_what_it_continues_and_needs_no_code(tmp_path, figures, peers):
    folder = shutil.copytree(HERE, tmp_path / "catalogue", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    (folder / "strategy" / "2025-2028.toml").write_text(NEXT, encoding="utf-8")
    extended = load_catalogue(folder)
    plan = extended.strategy_at(date(2026, 11, 25))
    found = progress(figures, extended, plan, FOCUS, peers)
    first, second = found.activities
    assert (first.key, second.key) == ("1.1", "1.2")
    assert {"neet_15_29", RATE} <= {r.indicator.id for r in (*first.leading, *first.more)}
    assert "skills_shortage" in {barrier.id for barrier in first.barriers}
    assert [r.indicator.id for r in second.leading] == ["pm25"]
    assert second.leading[0].dated  # 2020 is before this strategy
    assert [part.key for part in found.goals] == ["13"]


def test_tally_counts_each_kind(whole):
    shown = leading(whole.activities)
    counted = tally(shown)
    assert counted.count == len(shown)
    assert counted.ahead == sum(r.place is not None and r.place.verdict == "better" for r in shown)
    assert counted.dated == sum(int(r.period) < 2021 for r in shown)
    assert tally([]) == tally(()) == replace(counted, **dict.fromkeys(vars(counted), 0))
    assert all(isinstance(r, StrategyFigure) for r in shown)
