"""How old the figures are, and who has them."""

from datetime import UTC, datetime

from components.words.text import Speaker
from models.comparison.quality import by_status, quality

SAY = Speaker()


def test_quality_counts_are_the_models(show, figures, catalogue):
    peers = catalogue.members("alliance")
    every = [
        quality(figures, catalogue, i, "NO08", peers, datetime.now(UTC).year)
        for i in catalogue.indicators.values()
        if i.role != "series" and i.scope == "europe"
    ]
    groups = by_status(every)
    known = len(every) - len(groups["none"])
    page = show("kvalitet")
    assert f"{len(groups['good'])} av {known} tall er nye nok og finnes for de fleste" in page.text
    titles = page.folded
    assert f"Gamle tall ({len(groups['old'])})" in titles
    assert f"Uten tall for Osloregionen ({len(groups['none'])})" in titles


def test_quality_of_one_theme(show, catalogue):
    page = show("kvalitet", theme="visitors")
    assert catalogue.indicators["nights_total"].title.nb in page.text
    assert catalogue.indicators["unemployment_rate_15_74"].title.nb not in page.text
