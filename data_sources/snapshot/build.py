"""Makes the snapshot from the compiled figures: `python -m data_sources.snapshot.build FOLDER`.

FOLDER holds `data/figures`, `data/more` (figures found later) and `geo` as described in `data/README.md` there. Only
indicators of the catalogue are taken; those that the catalogue derives and the figures lack are computed by their
formula.
"""

import json
from datetime import UTC, datetime
from hashlib import sha1
from pathlib import Path
from typing import Annotated

import pandas as pd
import typer

from data_sources.settings import PROJECT
from data_sources.snapshot import FIGURES, MANIFEST, PROVENANCE, SERIES, digest
from data_sources.snapshot.outlines import TOLERANCE, for_screen, wound_clockwise
from models.catalogue import Catalogue, load_catalogue
from models.catalogue.checks import CHECKS, goalposts
from models.catalogue.formulas import inputs
from models.figures.derivations import evaluate
from models.figures.observations import normalise_flag

TARGET = PROJECT / "data_sources" / "snapshot"
SERIES_COLUMNS = ["id", "indicator", "publisher", "dataset", "dimensions", "unit", "derived", "origin"]
_IDENTITY = SERIES_COLUMNS[1:]
# One indicator came with two spellings of its unit; the more exact one holds for both extracts.
_UNIT_SPELLING = {"adult_learning_25_64": "% of 25-64"}
# Of these the figures found later fill gaps only. Expenditure on research of 2021 is computed from two tables of one
# edition for all regions, Osloregionen included, which the later extract lacks: taking its revisions for the others
# would set figures of two editions against each other.
_GAPS_ONLY = frozenset({"gerd_pct_gdp"})
# What a filter says of one region's answer alone: the municipality of residence, the city asked, how many universities.
_OF_ONE_REGION = r";Bokommuen=\d{4}|(?:cities|city)=[^;]*;|;universities=\d+"
_FURTHER_LINES = """\
10. Source: European Commission, CORDIS, Horizon 2020 organisations. © European Union, CC BY 4.0. Roles were placed \
in regions by the published coordinates and summed for this dashboard.
11. CWTS Leiden Ranking 2022, Centre for Science and Technology Studies, Leiden University, CC BY 4.0. The \
universities were put together in regions for this dashboard.
12. Source: European Commission, DG REGIO, survey on the quality of life in European cities, 2023. © European Union, \
CC BY 4.0. Answers of residents of one city in each region; shares without "don't know".
"""
_OUTLINES = {
    "nuts2_2021.geojson": "nuts2_2021.geojson",
    "europe_outline.geojson": "europe.geojson",
    "no_municipalities_2024_oslo_area.geojson": "municipalities_2024.geojson",
}


def read_figures(path: Path) -> pd.DataFrame:
    """Compiled figures as text: columns of the source file with `geo` called `region`."""
    frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    frame = frame.rename(columns={"geo": "region"})
    frame["dimensions"] = frame["dimensions"].str.replace(_OF_ONE_REGION, "", regex=True)
    frame["unit"] = frame["indicator"].map(_UNIT_SPELLING).fillna(frame["unit"])
    frame["flag"] = frame["flag"].map({f: normalise_flag(f) for f in frame["flag"].unique()})
    frame["value"] = frame["value"].astype(float)
    return frame


def read_sources(data: Path) -> pd.DataFrame:
    """The extracts that the figures were compiled from, by id."""
    parts = [pd.read_csv(data / name / "sources.csv", dtype=str, keep_default_na=False) for name in ("figures", "more")]
    return pd.concat(parts).drop(columns=["file"]).set_index("id")


def joined(first: pd.DataFrame, further: pd.DataFrame, changed: "pd.Series[str]") -> pd.DataFrame:
    """Both sets of figures as one; of two for the same region and period that of the later extract is a revision.

    Args:
        first: figures of the first compilation.
        further: those found after it.
        changed: day each extract last changed, by id.
    """
    both = pd.concat([first.assign(later=False), further.assign(later=True)], ignore_index=True)
    days = {text: max(changed[part] for part in text.split("+")) for text in both["origin"].unique()}
    both["day"] = both["origin"].map(days).mask(both["later"] & both["indicator"].isin(_GAPS_ONLY), "")
    newest_last = both.sort_values(["day", "later"], kind="stable")
    return newest_last.drop_duplicates(["indicator", "region", "period"], keep="last")[first.columns]


def _derived(catalogue: Catalogue, figures: pd.DataFrame) -> list[pd.DataFrame]:
    """Figures of the embedded indicators that have a formula and no figures of their own."""
    have = set(figures["indicator"].unique())
    made = []
    for indicator in catalogue.indicators.values():
        if indicator.figures != "embedded" or indicator.id in have:
            continue
        parts = {name: figures.loc[figures["indicator"] == name] for name in inputs(indicator.derivation)}
        origins = sorted({o for part in parts.values() for text in part["origin"].unique() for o in text.split("+")})
        made.append(
            evaluate(indicator.derivation, parts).assign(
                indicator=indicator.id,
                publisher=indicator.publisher,
                dataset=indicator.dataset,
                dimensions=";".join(f"{k}={v}" for k, v in indicator.filter.items()),
                unit=catalogue.units[indicator.unit].title.en,
                derived=indicator.derivation,
                origin="+".join(origins),
            )
        )
    return made


def _series_id(row: tuple[str, ...]) -> str:
    return f"{row[0]}.{sha1('|'.join(row).encode(), usedforsecurity=False).hexdigest()[:8]}"


def build(source: Path, target: Path, catalogue: Catalogue) -> dict[str, int]:
    """Write the snapshot's files.

    Returns:
        Counts of figures, series and indicators.
    """
    data = source / "data"
    compiled, sources = data / "figures", read_sources(data)
    files = ("observations.csv.gz", "municipal_observations.csv.gz")
    first = pd.concat([read_figures(compiled / name) for name in files])
    further = read_figures(data / "more" / "observations.csv.gz")
    further = further.loc[
        further["region"].isin(catalogue.regions.keys())
    ]  # some hold groups of regions (NUTS 1) as well
    figures = joined(first, further, sources["last_changed"])
    figures = figures.loc[figures["indicator"].isin(catalogue.indicators.keys())]
    figures = pd.concat([figures, *_derived(catalogue, figures)], ignore_index=True)
    series = figures[_IDENTITY].drop_duplicates().reset_index(drop=True)
    series.insert(0, "id", [_series_id(row) for row in series.itertuples(index=False, name=None)])
    series = series.sort_values("id").reset_index(drop=True)
    figures = figures.merge(series, on=_IDENTITY, validate="many_to_one").rename(columns={"id": "series_id"})
    figures = figures.sort_values(["series_id", "region", "period"])
    table = figures[["series_id", "region", "period", "value", "flag"]].astype(
        dict.fromkeys(("series_id", "region", "period", "flag"), "category")
    )
    table.to_parquet(target / FIGURES, compression="zstd", compression_level=19, index=False)
    series.to_csv(target / SERIES, index=False, lineterminator="\n")
    _provenance(sources, target, series)
    draw(source / "geo", target / "outlines")
    lines = (source / "data" / "ATTRIBUTION.md").read_text(encoding="utf-8").rstrip("\n")
    (target / "ATTRIBUTION.md").write_text(f"{lines}\n{_FURTHER_LINES}", encoding="utf-8")
    counts = {"figures": len(table), "series": len(series), "indicators": series["indicator"].nunique()}
    names = [FIGURES, SERIES, PROVENANCE]
    manifest = {
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        **counts,
        "files": {name: digest(target / name) for name in names},
    }
    (target / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    return counts


def draw(source: Path, target: Path) -> None:
    """Write the outlines, those for the map of Europe simplified."""
    target.mkdir(exist_ok=True)
    for given, ours in _OUTLINES.items():
        outline = json.loads((source / given).read_text(encoding="utf-8"))
        tolerance = TOLERANCE.get(Path(ours).stem)
        drawn = wound_clockwise(outline) if tolerance is None else for_screen(outline, tolerance)
        text = json.dumps(drawn, ensure_ascii=False, separators=(",", ":"))
        (target / ours).write_text(text, encoding="utf-8")


def _provenance(sources: pd.DataFrame, target: Path, series: pd.DataFrame) -> None:
    """Where each extract came from, for the ids that the series name."""
    used = {part for text in series["origin"] for part in text.split("+")}
    sources.loc[sources.index.isin(used)].to_csv(target / PROVENANCE, lineterminator="\n")


def main(
    source: Annotated[Path, typer.Argument(help="Folder with data/figures and geo.", exists=True, file_okay=False)],
    target: Annotated[Path, typer.Option(help="Where the snapshot goes.")] = TARGET,
) -> None:
    """Make the embedded snapshot from compiled figures."""
    catalogue = load_catalogue(checks=[check for check in CHECKS if check is not goalposts])
    counts = build(source, target, catalogue)
    typer.echo(", ".join(f"{number} {name}" for name, number in counts.items()))


if __name__ == "__main__":
    typer.run(main)
