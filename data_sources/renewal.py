"""What a newer snapshot, or a newer catalogue, changes in a store that has figures.

The snapshot speaks for what it changed since the one before it. What a refresh has fetched since then is newer than
any snapshot and stays: such a figure is neither revised nor withdrawn, and one that the publisher withdrew does not
come back.
"""

import pandas as pd

from data_sources.snapshot import Snapshot
from data_sources.store.reader import Reader, Release
from data_sources.store.summary import Summary, last_catalogue
from data_sources.store.writer import Renewal
from models.figures.revisions import KEY, counts, differences

_NAME = ["indicator", *KEY]


def due(releases: list[Release], made: str, catalogue: str) -> bool:
    """Whether the store lacks this snapshot, or its newest release was made with another catalogue.

    Args:
        releases: of the store, oldest first, at least one.
        made: when the snapshot was made, ISO.
        catalogue: version of the catalogue.
    """
    return _newer(releases, made) or last_catalogue(release.summary for release in releases) != catalogue


def _newer(releases: list[Release], made: str) -> bool:
    return made > max(release.summary.made for release in releases)


def renewal(reader: Reader, releases: list[Release], snapshot: Snapshot, catalogue: str) -> Renewal:
    """The next release: the newest one with what the snapshot changes, made with this version of the catalogue.

    Args:
        reader: of the store.
        releases: as they stand, oldest first.
        snapshot: what comes with the program.
        catalogue: version of the catalogue.

    Raises:
        DataError: the store cannot be read.
    """
    series = snapshot.series
    newer = _newer(releases, snapshot.made)
    changes = _changes(reader, releases, snapshot) if newer else pd.DataFrame(columns=[*_NAME, "kind"])
    by_indicator = {str(name): counts(rows) for name, rows in changes.groupby("indicator")}
    summary = Summary(
        kind="snapshot",
        counts=counts(changes),
        made=snapshot.made if newer else "",
        indicators=by_indicator,
        catalogue=catalogue,
    )
    if changes.empty:
        none = pd.DataFrame(columns=["series_id", *KEY, "value", "flag"])
        return Renewal(none[["series_id", *KEY]], none, series.head(0), summary)
    closing = changes.loc[changes["kind"] != "added", ["old_series_id", *KEY]]
    adding = changes.loc[changes["kind"] != "withdrawn", ["series_id", *KEY, "value", "flag"]]
    needed = series.loc[series["id"].isin(adding["series_id"])]
    return Renewal(closing.rename(columns={"old_series_id": "series_id"}), adding, needed, summary)


def _changes(reader: Reader, releases: list[Release], snapshot: Snapshot) -> pd.DataFrame:
    """What the snapshot changed since the one before, but for what a refresh has renewed meanwhile."""
    last = max(release.id for release in releases if release.summary.kind == "snapshot" and release.summary.made)
    newest = releases[-1].id
    base = reader.figures(last).frame.rename(columns={"series": "series_id"})
    names = snapshot.series.set_index("id")["indicator"]
    ours = snapshot.observations.astype({"series_id": str})
    ours = ours.assign(indicator=ours["series_id"].map(names))
    columns = [*_NAME, "value", "flag", "series_id"]
    differing = differences(base[columns].astype({"series_id": str}), ours[columns], _NAME)
    if newest == last:
        return differing
    touched = pd.MultiIndex.from_frame(reader.revisions(last, newest).frame[_NAME].astype(str))
    renewed = {name for release in releases if release.id > last for name in release.summary.renewed}
    stays = pd.MultiIndex.from_frame(differing[_NAME]).isin(touched)
    stays |= (differing["indicator"].isin(renewed) & (differing["kind"] != "added")).to_numpy()
    return differing.loc[~stays].reset_index(drop=True)
