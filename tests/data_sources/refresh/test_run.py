"""A refresh from question to release, with answers that a test writes down, on both databases."""

import json
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pandas as pd
import pytest

from data_sources.errors import Unavailable
from data_sources.refresh.fetch import NoRoom
from data_sources.refresh.plan import make_plan
from data_sources.refresh.run import Refresh
from data_sources.store import engine as store
from data_sources.store.reader import Reader
from models.figures.revisions import Counts
from tests.data_sources.refresh.canned import Canned, figures
from tests.data_sources.refresh.small import (
    FOREIGN,
    NIGHTS,
    PEOPLE,
    answer,
    changed,
    published,
    small_store,
)

ASKED = ("nights_total", "nights_foreign", "population_total")


class Desk:
    """A store, a publisher, and refreshes of the one from the other."""

    def __init__(self, url, folder, catalogue):
        self.engine = small_store(url)
        self.url, self.folder, self.catalogue = url, folder, catalogue
        self.publisher = Canned("eurostat", published())

    def publish(self, **answers):
        """Change what is published under NIGHTS, FOREIGN, PEOPLE."""
        names = {"nights": NIGHTS, "foreign": FOREIGN, "people": PEOPLE}
        self.publisher.frames |= {names[name]: frame for name, frame in answers.items()}

    def refresh(self, *indicators, dry=False, **options):
        sources = {"eurostat": self.publisher}
        plan = make_plan(self.catalogue, sources, only_indicators=indicators or ASKED)
        engine = store.create(self.url)
        return Refresh(engine, self.catalogue, sources, plan, self.folder, **options).run(dry=dry)

    @property
    def reader(self):
        return Reader(store.create(self.url))

    def state(self, release=None):
        """All figures: value and flag by indicator, region and period."""
        reader = self.reader
        frame = reader.figures(release or reader.newest_release()).frame
        keys = frame[["indicator", "region", "period"]].astype(str)
        assert not keys.duplicated().any()
        return dict(
            zip(keys.itertuples(index=False, name=None), zip(frame["value"], frame["flag"], strict=True), strict=True)
        )

    def series_of(self, indicator, region, period):
        frame = self.reader.newest().indicator(indicator)
        row = frame.loc[(frame["region"] == region) & (frame["period"] == period)]
        return self.reader.series().loc[row["series"].item()]


@pytest.fixture
def desk(url, tmp_path, catalogue):
    return Desk(url, tmp_path / "answers", catalogue)


@pytest.fixture
def light(tmp_path, catalogue):
    """On SQLite only, for what does not depend on the database."""
    return Desk(f"sqlite:///{tmp_path / 'store.sqlite'}", tmp_path / "answers", catalogue)


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
