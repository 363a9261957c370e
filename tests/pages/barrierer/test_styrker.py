"""Styrker og svakheter as a reader meets it."""

import pytest

from components.words.text import Speaker
from models.advantages import STEPS
from pages.known import thought
from pages.known.advantages import assessments


@pytest.fixture(scope="module")
def peers(catalogue):
    return catalogue.members("alliance")


def test_the_title_counts_what_the_lists_hold(show, peers):
    page = show("styrker")
    found = assessments("NO08", peers)
    strengths, weaknesses = len(found.of("strength")), len(found.of("weakness"))
    counted = f"Osloregionen har {strengths} styrker og {weaknesses} svakheter: "
    assert page.title.startswith(counted)
    assert page.title.endswith(" en vanlig region")
    assert f"{found.rated} tall er vurdert" in page.text
    assert f"Styrker ({strengths})" in page.text
    assert f"Svakheter ({weaknesses})" in page.text
    for kind in ("strength", "weakness", "tendency"):
        assert f"en vanlig region ({Speaker().number(found.chance[kind], 1)})" in page.text
    for one in found.all:
        assert one.indicator.title.nb in page.links
        assert page.links[one.indicator.title.nb]["indicator"] == one.indicator.id


@pytest.mark.parametrize("strict", STEPS)
def test_thresholds_are_shown_and_chosen_in_the_address(show, peers, strict):
    page = show("styrker", strict=strict)
    found = assessments("NO08", peers, thresholds=STEPS[strict])
    assert f"Styrker ({len(found.of('strength'))})" in page.text
    assert f"minst {Speaker().number(STEPS[strict].strength, 1)} fra midten" in page.text
    assert page.query["strict"] == strict


def test_every_assessed_figure_is_a_row_of_the_table(show, peers):
    page = show("styrker")
    assert len(page.charts) == 1
    table = page.tables.split("<tbody>")[1].split("</tbody>")[0]
    assert table.count("<tr") == len(assessments("NO08", peers).all)


def test_the_chart_says_why_its_title_passes_over_the_furthest(show, peers):
    page, say = show("styrker"), Speaker()
    rated = [a for a in assessments("NO08", peers).all if a.call.median_z is not None]
    furthest = max(rated, key=lambda a: a.call.median_z)
    assert not furthest.indicator.headline
    short = say.of(furthest.indicator.short)
    assert f"(utenom {short.lower()}), lengst bak på " in page.text
    assert f"{short}: nær taket i de fleste regioner" in page.text


def test_a_gap_is_told_in_things_that_can_be_counted(show):
    page = show("styrker")
    assert "17 000 flere sysselsatte i høyteknologi" in page.text
    page = show("styrker", lang="en")
    assert "17,000 more people employed in high technology" in page.text


@pytest.mark.parametrize("audience", ["talent", "investors", "visitors"])
def test_an_audience_leaves_its_own_figures_and_the_chance_follows(show, catalogue, peers, audience):
    page = show("styrker", audience=audience)
    own = tuple(i.id for i in catalogue.scored if audience in i.audience)
    found = assessments("NO08", peers, indicators=own)
    assert f"{found.rated} tall er vurdert" in page.text
    assert f"en vanlig region ({Speaker().number(found.chance['strength'], 1)})" in page.text
    titles = {i.title.nb for i in catalogue.scored if i.id not in own}
    assert not titles & set(page.links)


def test_a_field_without_figures_says_so_and_shows_what_is_documented(show, catalogue):
    page = show("styrker", field="politics")
    assert page.charts == []
    assert "Ingen av tallene vi vurderer, handler om dette" in page.text
    themes = next(f for f in catalogue.advantage_fields if f.id == "politics").evidence
    shown = [f for f in catalogue.evidence.values() if f.kind == "advantage" and f.theme in themes]
    assert shown
    assert all(f.statement.nb in page.text for f in shown)


def test_under_eight_peers_nothing_is_rated_and_the_page_says_why(show):
    page = show("styrker", peers="nordic_capitals")
    assert page.charts == []
    assert "Med under 8 sammenligningsregioner" in page.text
    assert page.title == "Slik ligger Osloregionen an i 27 tall"
    assert "Foran midten" in page.text
    assert "av 5" in page.text
    assert "Avstand fra midten" in page.html  # the table says "–" there
    assert "i snitt hatt" not in page.text


def test_the_student_attractiveness_of_2019_stands_with_the_fall_after_the_fee(show, catalogue):
    page = show("styrker")
    a35, b26 = catalogue.evidence["A35"].statement.nb, catalogue.evidence["B26"].statement.nb
    assert page.text.count(a35) == 1
    after = page.text.split(a35)[1]
    assert b26 in after.split("I OECDs")[0][:600]


def test_every_documented_advantage_stands_once(show, catalogue):
    page = show("styrker")
    for finding in catalogue.evidence.values():
        if finding.kind == "advantage":
            assert page.text.count(finding.statement.nb) == 1, finding.id


def test_trends_are_worked_out_once(show):
    show("styrker")
    known = dict(thought._trend.cache)
    show("styrker")
    assert dict(thought._trend.cache) == known
    assert len(known) >= 23
