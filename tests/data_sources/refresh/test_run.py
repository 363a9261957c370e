"""A refresh from question to release, with answers that a test writes down, on both databases."""

import json
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pandas as pd
import pytest

from data_sources.refresh.fetch import NoRoom
from models.figures.revisions import Counts
from tests.data_sources.refresh.canned import figures
from tests.data_sources.refresh.desk import ASKED
from tests.data_sources.refresh.small import (
    FOREIGN,
    NIGHTS,
    PEOPLE,
    answer,
    changed,
)


def test_nothing_new_makes_no_release(desk):
    before = desk.state()
    outcome = desk.refresh()
    assert outcome.release is None
    assert outcome.changed == {}
    assert outcome.refused == {}
    assert set(outcome.renewed) >= {*ASKED, "nights_per_1000_inhabitants"}
    assert desk.reader.newest_release() == 1
    assert desk.state() == before


def test_new_revised_and_withdrawn_figures_make_one_release_and_what_follows_is_computed(desk):
    before = desk.state()
    nights = changed(answer(4_000_000), "NO08", "2023", value=4_100_000.0)
    nights = changed(nights, "SE11", "2022", flag="p")
    nights = changed(nights, "CZ01", "2023", value=None)
    desk.publish(nights=pd.concat([nights, figures(("NO08", "2024", 4_200_000, "e"))]), people=answer(2_000_000))
    outcome = desk.refresh()
    assert outcome.release == 2
    assert outcome.changed["nights_total"] == Counts(added=1, revised=2, withdrawn=1)
    after = desk.state()
    expected = dict(before)
    expected["nights_total", "NO08", "2023"] = (4_100_000.0, "")
    expected["nights_total", "SE11", "2022"] = (before["nights_total", "SE11", "2022"][0], "p")
    expected["nights_total", "NO08", "2024"] = (4_200_000.0, "e")
    del expected["nights_total", "CZ01", "2023"]
    # No population for 2024: no figure. What did not change keeps its rounding.
    people = before["population_total", "NO08", "2023"][0], before["population_total", "SE11", "2022"][0]
    per_1000 = "nights_per_1000_inhabitants"
    expected[per_1000, "NO08", "2023"] = (round(1000 * 4_100_000 / people[0], 10), "")
    expected[per_1000, "SE11", "2022"] = (round(1000 * before["nights_total", "SE11", "2022"][0] / people[1], 10), "p")
    del expected[per_1000, "CZ01", "2023"]
    share = "nights_foreign_share"
    expected[share, "NO08", "2023"] = (round(100 * before["nights_foreign", "NO08", "2023"][0] / 4_100_000, 10), "")
    expected[share, "SE11", "2022"] = (before[share, "SE11", "2022"][0], "p")
    del expected[share, "CZ01", "2023"]
    assert after == expected
    assert desk.state(1) == before


def test_the_release_says_what_it_holds_and_its_figures_where_they_are_from(light):
    light.publish(nights=changed(answer(4_000_000), "NO08", "2023", value=4_100_000.0))
    light.refresh("nights_total", "nights_per_1000_inhabitants", "population_total")
    summary = light.reader.releases()[-1].summary
    assert summary.kind == "refresh"
    assert summary.indicators["nights_total"] == Counts(revised=1)
    assert summary.indicators["nights_per_1000_inhabitants"] == Counts(revised=1)
    assert summary.counts == sum(summary.indicators.values(), Counts())
    assert set(summary.answers) == {f"eurostat {' '.join(NIGHTS)}", f"eurostat {' '.join(PEOPLE)}"}
    series = light.series_of("nights_total", "NO08", "2023")
    assert series["origin"] == f"https://example.org/{NIGHTS[0]}?{NIGHTS[1]}"
    assert (series["dataset"], series["dimensions"], series["unit"], series["derived"]) == (*NIGHTS, "nights", "")
    computed = light.series_of("nights_per_1000_inhabitants", "NO08", "2023")
    assert computed["derived"] == "1000 * nights_total / population_total"
    assert computed["origin"] == "nights_total+population_total"
    assert light.series_of("nights_total", "SE11", "2023")["origin"] == "S01"  # unchanged: still from the extract
    assert light.reader.revisions(1, 2).by_indicator["nights_total"] == Counts(revised=1)


def test_a_renewed_figure_takes_over_from_an_older_extract_and_stands_once(desk):
    desk.publish(nights=changed(answer(4_000_000), "NO08", "2021", value=3_900_000.0))
    desk.refresh()
    assert desk.state()["nights_total", "NO08", "2021"] == (3_900_000.0, "")
    assert desk.series_of("nights_total", "SE11", "2021").name == "nights_total.older"
    assert desk.series_of("nights_total", "NO08", "2021").name.startswith("nights_total.")
    desk.publish(nights=answer(4_000_000))
    desk.refresh()
    assert desk.state()["nights_total", "NO08", "2021"] == (4_000_000.0, "")
    assert desk.reader.revisions(1, 3).of(["nights_total"]).empty


def test_history_that_the_publisher_does_not_offer_is_kept(desk):
    before = desk.state()
    nights = answer(4_000_000)
    desk.publish(nights=nights.loc[nights["period"] != "2021"])
    outcome = desk.refresh()
    assert "nights_total" not in outcome.changed
    assert {key for key in desk.state() if key[0] == "nights_total"} == {k for k in before if k[0] == "nights_total"}
    assert ("nights_total", "NO01", "2019") in before


def test_a_withheld_figure_is_withdrawn(light):
    light.publish(nights=changed(answer(4_000_000), "NO08", "2021", value=float("nan"), flag="c"))
    assert light.refresh().changed["nights_total"] == Counts(withdrawn=1)
    assert ("nights_total", "NO08", "2021") not in light.state()


def test_a_dry_run_tells_and_writes_nothing(light):
    light.publish(nights=changed(answer(4_000_000), "NO08", "2023", value=4_100_000.0))
    outcome = light.refresh(dry=True)
    assert outcome.changed["nights_total"] == Counts(revised=1)
    assert outcome.release is None
    assert light.reader.newest_release() == 1


def test_an_answer_that_has_been_taken_is_not_read_again(light):
    light.publish(nights=changed(answer(4_000_000), "NO08", "2023", value=4_100_000.0))
    light.refresh()
    light.publisher.read.clear()
    outcome = light.refresh()
    assert light.publisher.read == []
    assert outcome.release is None
    assert set(ASKED) <= set(outcome.renewed)
    light.refresh(again=True)
    assert len(light.publisher.read) == 3
    light.publish(nights=answer(4_000_000))
    light.publisher.read.clear()
    assert light.refresh().release == 3
    assert light.publisher.read == [NIGHTS[0]]


def test_raw_answers_are_kept_with_address_time_and_hash(light):
    light.refresh()
    (about,) = [
        path for path in (light.folder / "eurostat").glob("*.about.json") if "FOR" in path.read_text(encoding="utf-8")
    ]
    told = json.loads(about.read_text(encoding="utf-8"))
    assert told["address"] == f"https://example.org/{FOREIGN[0]}?{FOREIGN[1]}"
    assert (told["dataset"], told["filter"]["c_resid"]) == ("tour_occ_nin2", "FOR")
    assert len(told["sha256"]) == 64
    assert told["fetched"].startswith("20")
    raw = about.with_name(about.name.removesuffix(".about.json"))
    assert raw.read_bytes() == light.publisher.frames[FOREIGN].to_csv(index=False).encode()


def test_a_folder_that_cannot_be_written_is_named_before_anything_is_asked(light):
    light.folder.write_text("in the way")
    with pytest.raises(NoRoom, match="OSLOREGION_RAW_ANSWERS"):
        light.refresh()
    assert light.publisher.asked == []


def test_two_refreshes_at_once_make_one_release_of_the_same_news(desk, monkeypatch):
    """Both have fetched and compared before either writes; the second finds that there is nothing left to do."""
    from data_sources.refresh import run

    desk.publish(nights=changed(answer(4_000_000), "NO08", "2023", value=4_100_000.0))
    meet, honest, waited = Barrier(2), run.write_release, []

    def together(*arguments):
        if len(waited) < 2:
            waited.append(1)
            meet.wait(30)
        return honest(*arguments)

    monkeypatch.setattr(run, "write_release", together)
    with ThreadPoolExecutor(2) as pool:
        outcomes = [f.result() for f in [pool.submit(desk.refresh) for _ in range(2)]]
    assert sorted(str(o.release) for o in outcomes) == ["2", "None"]
    assert [r.id for r in desk.reader.releases()] == [1, 2]
    assert desk.state()["nights_total", "NO08", "2023"] == (4_100_000.0, "")
    assert all(o.refused == {} for o in outcomes)


def test_two_refreshes_at_once_with_different_news_make_two_releases(desk, monkeypatch):
    from data_sources.refresh import run

    desk.publish(
        nights=changed(answer(4_000_000), "NO08", "2023", value=4_100_000.0),
        foreign=changed(answer(1_000_000), "NO08", "2023", value=1_100_000.0),
    )
    meet, honest, waited = Barrier(2), run.write_release, []

    def together(*arguments):
        if len(waited) < 2:
            waited.append(1)
            meet.wait(30)
        return honest(*arguments)

    monkeypatch.setattr(run, "write_release", together)
    with ThreadPoolExecutor(2) as pool:
        futures = [pool.submit(desk.refresh, name) for name in ("nights_total", "nights_foreign")]
        outcomes = [f.result() for f in futures]
    assert sorted(o.release for o in outcomes) == [2, 3]
    state = desk.state()
    assert state["nights_total", "NO08", "2023"] == (4_100_000.0, "")
    assert state["nights_foreign", "NO08", "2023"] == (1_100_000.0, "")
    share = state["nights_foreign_share", "NO08", "2023"][0]
    assert share == pytest.approx(100 * 1.1 / 4.1)  # made from both, whichever was last
