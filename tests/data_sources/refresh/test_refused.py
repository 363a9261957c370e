"""What fails in a refresh: it is named, keeps its last good figures, and stops nothing else."""

from data_sources.errors import Unavailable
from models.figures.revisions import Counts
from tests.data_sources.refresh.desk import ASKED
from tests.data_sources.refresh.small import (
    NIGHTS,
    answer,
    changed,
)


def test_one_source_that_fails_does_not_stop_the_others(desk):
    before = desk.state()
    desk.publish(
        nights=Unavailable("HTTP 503."),
        foreign=changed(answer(1_000_000), "NO08", "2023", value=1_100_000.0),
        people=b"<html>We are sorry</html>",
    )
    outcome = desk.refresh()
    assert outcome.release == 2
    assert outcome.changed["nights_foreign"] == Counts(revised=1)
    assert outcome.refused["nights_total"].kind == "unavailable"
    assert "refresh again in an hour" in outcome.refused["nights_total"].why
    assert outcome.refused["population_total"].kind == "not_data"
    after = desk.state()
    assert {k: v for k, v in after.items() if k[0] in ("nights_total", "population_total")} == {
        k: v for k, v in before.items() if k[0] in ("nights_total", "population_total")
    }
    assert desk.reader.releases()[-1].summary.refused == outcome.refused


def test_a_fault_of_ours_in_one_answer_does_not_stop_the_others(light, monkeypatch):
    light.publish(foreign=changed(answer(1_000_000), "NO08", "2023", value=1_100_000.0))
    honest = light.publisher.parse

    def parse(given):
        if given.query.dataset == NIGHTS[0] and given.query.filter["c_resid"] == "TOTAL":
            raise ZeroDivisionError("oops")
        return honest(given)

    monkeypatch.setattr(light.publisher, "parse", parse)
    outcome = light.refresh()
    assert outcome.refused["nights_total"].kind == "fault"
    assert "oops" in outcome.refused["nights_total"].why
    assert outcome.release == 2


def test_an_implausible_answer_is_refused_and_taken_once_it_is_right(light):
    light.publish(nights=answer(4_000_000_000))
    outcome = light.refresh()
    assert outcome.refused["nights_total"].kind == "unit"
    assert outcome.release is None
    light.publish(nights=changed(answer(4_000_000), "NO08", "2023", value=4_100_000.0))
    assert light.refresh().changed["nights_total"] == Counts(revised=1)


def test_if_everything_fails_nothing_changes(desk):
    before = desk.state()
    desk.publish(nights=Unavailable("1"), foreign=Unavailable("2"), people=Unavailable("3"))
    outcome = desk.refresh()
    assert outcome.release is None
    assert outcome.renewed == ()
    assert set(outcome.refused) == set(ASKED)
    assert desk.state() == before


def test_a_refused_answer_is_read_again(light):
    light.publish(nights=answer(4_000_000_000), foreign=changed(answer(1_000_000), "NO08", "2023", flag="p"))
    assert light.refresh().release == 2
    light.publisher.read.clear()
    assert "nights_total" in light.refresh().refused
    assert light.publisher.read == [NIGHTS[0]]


def test_computed_figures_that_were_refused_are_made_up_for_later(light, monkeypatch):
    """Their inputs have changed meanwhile and do not change again."""
    from data_sources.refresh import work

    light.refresh()
    honest = work.check_computed

    def strict(made, indicator, *others):
        if indicator.id == "nights_per_1000_inhabitants":
            raise work.DataError("no")
        honest(made, indicator, *others)

    monkeypatch.setattr(work, "check_computed", strict)
    light.publish(nights=changed(answer(4_000_000), "NO08", "2023", value=4_100_000.0))
    first = light.refresh()
    assert first.refused.keys() == {"nights_per_1000_inhabitants"}
    light.publish(nights=changed(light.publisher.frames[NIGHTS], "SE11", "2023", value=5_000_000.0))
    assert light.refresh().refused.keys() == {"nights_per_1000_inhabitants"}
    monkeypatch.undo()
    light.publish(nights=changed(light.publisher.frames[NIGHTS], "CZ01", "2022", flag="p"))
    assert light.refresh().changed["nights_per_1000_inhabitants"] == Counts(revised=3)
    state = light.state()
    for region in ("NO08", "SE11"):
        ratio = 1000 * state["nights_total", region, "2023"][0] / state["population_total", region, "2023"][0]
        assert state["nights_per_1000_inhabitants", region, "2023"][0] == round(ratio, 10)
    light.publish(nights=changed(light.publisher.frames[NIGHTS], "CZ01", "2022", flag="e"))
    assert light.refresh().changed["nights_per_1000_inhabitants"] == Counts(revised=1)
