"""When new years usually come: only what was seen, nothing guessed."""

from datetime import date

import pytest

from models.change.arrivals import Arrival, last_seen, usual_month


def seen(*days):
    return [Arrival(period, date.fromisoformat(day)) for period, day in days]


@pytest.mark.parametrize(
    ("arrivals", "month"),
    [
        ((), None),
        ((("2024", "2026-03-04"),), None),  # once is no habit
        ((("2023", "2025-03-20"), ("2024", "2026-03-04")), 3),
        ((("2023", "2025-03-20"), ("2024", "2026-04-04")), None),
        ((("2023", "2026-03-20"), ("2024", "2026-03-20")), None),  # two years at one time
        ((("2024-01", "2025-03-20"), ("2025-01", "2026-03-04")), None),  # monthly
    ],
)
def test_a_month_is_usual_when_two_years_came_in_it_and_none_in_another(arrivals, month):
    assert usual_month(seen(*arrivals)) == month


def test_the_newest_period_seen():
    assert last_seen([]) is None
    assert last_seen(seen(("2024", "2026-03-04"), ("2023", "2026-03-05"))).period == "2024"
