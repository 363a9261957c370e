"""A store, a publisher, and refreshes of the one from the other."""

from data_sources.refresh.plan import make_plan
from data_sources.refresh.run import Refresh
from data_sources.store import engine as store
from data_sources.store.reader import Reader
from tests.data_sources.refresh.canned import Canned
from tests.data_sources.refresh.small import (
    FOREIGN,
    NIGHTS,
    PEOPLE,
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
