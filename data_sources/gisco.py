"""Outlines of regions from GISCO, shaped as the embedded ones: `python -m data_sources.gisco --year 2024 --out FILE`.

© EuroGeographics for the administrative boundaries.
"""

import json
import math
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from data_sources import jsonstat
from data_sources.base import Answer, Query
from data_sources.errors import NotData, NotFound, Refused, SourceError
from data_sources.http import Client
from data_sources.settings import SettingsError, settings
from data_sources.snapshot import outlines
from data_sources.snapshot.outlines import wound_clockwise

_LARGEST = 32_000_000  # bytes; Europe's NUTS 2 regions at 1:20 million have 2
_ARRAYS = 1_500_000  # each point of an outline is one
_DIGITS = 3  # of a degree: 100 m, finer than the outline itself

Ring = list[list[float]]


class Gisco:
    """Outlines of NUTS regions.

    Args:
        base: address before /nuts.
        client: asks.
    """

    def __init__(self, base: str, client: Client) -> None:
        self._base, self._client = base, client

    def fetch(self, year: int, level: int, scale: str, folder: Path) -> Answer:
        """Ask for a version of NUTS at a level and a scale ("20M").

        Raises:
            SourceError: as for any source.
        """
        name = f"NUTS_RG_{scale}_{year}_4326_LEVL_{level}"
        address = f"{self._base}/nuts/geojson/{name}.geojson"
        try:
            came = self._client.download(address, folder / f"{name}.geojson", largest=_LARGEST, accept=_accept)
        except Refused as refused:
            if refused.status != 404:
                raise
            remedy = "NUTS has versions 2003, 2006, 2010, 2013, 2016, 2021, 2024; scales are 01M, 03M, 10M, 20M, 60M."
            raise NotFound(f"GISCO has no outlines {name}.", detail=address, remedy=remedy) from refused
        return Answer(Query(name, {}), came.address, came.fetched, came.path, came.sha256)

    def parse(self, answer: Answer) -> dict[str, Any]:
        """A GeoJSON collection with id, name and country, wound for maps on a sphere.

        Raises:
            SourceError: it is no collection of outlines.
        """
        if answer.path.stat().st_size > _LARGEST:
            raise NotData("The outlines are larger than any that GISCO has.")
        document = jsonstat.load(answer.path.read_bytes(), containers=_ARRAYS)
        try:
            features = [_feature(given) for given in document["features"]]
            if len({feature["properties"]["id"] for feature in features}) != len(features) or not features:
                raise ValueError("a region stands twice, or there is none")
        except (ValueError, LookupError, TypeError, AttributeError, OverflowError) as error:
            raise NotData("The answer is no collection of outlines.", detail=f"{error!r}"[:300]) from error
        return wound_clockwise({"type": "FeatureCollection", "features": features})


def _feature(given: dict[str, Any]) -> dict[str, Any]:
    about, geometry = given["properties"], given["geometry"]
    known = {
        "id": about["NUTS_ID"],
        # As in the embedded outlines, else in Latin letters: Attiki, not Αττική.
        "name": outlines.names().get(about["NUTS_ID"]) or about.get("NAME_LATN") or about["NUTS_NAME"],
        "country": about["CNTR_CODE"],
    }
    if not all(isinstance(text, str) and text for text in known.values()):
        raise ValueError("a region has no id, name or country")
    kind, coordinates = geometry["type"], geometry["coordinates"]
    if kind == "Polygon":
        shape: object = [_ring(ring) for ring in coordinates]
    elif kind == "MultiPolygon":
        shape = [[_ring(ring) for ring in polygon] for polygon in coordinates]
    else:
        raise ValueError(f"{str(kind)[:40]} is no outline")
    if not shape or (kind == "MultiPolygon" and not all(coordinates)):
        raise ValueError("an outline is empty")
    return {"type": "Feature", "properties": known, "geometry": {"type": kind, "coordinates": shape}}


def _ring(points: list[list[float]]) -> Ring:
    """A closed line of at least four points on the globe."""
    ring = []
    for x, y, *_ in points:
        if not (type(x) in (int, float) and type(y) in (int, float) and math.isfinite(x) and math.isfinite(y)):
            raise ValueError("a coordinate is no number")
        if abs(x) > 180 or abs(y) > 90:
            raise ValueError("a point lies outside the globe")
        ring.append([round(float(x), _DIGITS), round(float(y), _DIGITS)])
    if len(ring) < 4 or ring[0] != ring[-1]:
        raise ValueError("an outline is not closed")
    return ring


def _accept(path: Path) -> None:
    with path.open("rb") as file:
        head = file.read(4096).lstrip()
    if not head.startswith(b"{"):
        raise NotData("Something else came where GeoJSON was due.", detail=f"It begins: {head[:200]!r}")


app = typer.Typer()


@app.command()
def main(
    year: Annotated[int, typer.Option(help="Version of NUTS.")],
    out: Annotated[Path, typer.Option(help="Where the outlines go.", dir_okay=False)],
    level: Annotated[int, typer.Option(min=0, max=3, help="0 countries to 3.")] = 2,
    scale: Annotated[str, typer.Option(help="01M, 03M, 10M, 20M or 60M.")] = "20M",
) -> None:
    """Fetch the outlines of NUTS regions."""
    try:
        gisco = Gisco(settings().gisco_url, Client(at_once=1))
        with tempfile.TemporaryDirectory() as folder:
            made = gisco.parse(gisco.fetch(year, level, scale, Path(folder)))
    except (SourceError, SettingsError) as error:
        typer.echo(str(error), err=True)
        raise SystemExit(1) from error
    out.write_text(json.dumps(made, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    typer.echo(f"{len(made['features'])} outlines of NUTS {year}, {datetime.now(UTC).date()}: {out}")


if __name__ == "__main__":
    app()
