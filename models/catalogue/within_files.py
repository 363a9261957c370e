"""Reading what the catalogue knows of the region's inside: CSV files with a row each, and `within.toml`."""

from models.catalogue import within as w
from models.catalogue.files import Files, both_languages

_FILE = "within.toml"


def _cluster(row: dict[str, str]) -> dict[str, object]:
    """A cluster's cells; several regions stand in one cell with `;` between, an empty place is none."""
    content = both_languages(row)
    content["regions"] = tuple(code for code in row.get("regions", "").split(";") if code)
    return {name: value for name, value in content.items() if not (name in ("lon", "lat") and value == "")}


def _note(row: dict[str, str]) -> dict[str, object]:
    """The cells of a note on membership; an empty number is none."""
    return {k: v for k, v in both_languages(row).items() if v or k not in ("municipalities", "inhabitants")}


def read_within(files: Files) -> w.Within:
    """The region's inside; mistakes are left with `files`."""
    plan = files.toml(_FILE, "area", "missing", "sector")
    notes = files.sheet(w.MembershipNote, "membership.csv", key="as_found", content=_note)
    return w.Within(
        municipalities=files.sheet(w.Municipality, "municipalities.csv", key="code"),
        clusters=files.sheet(w.BusinessCluster, "clusters.csv", content=_cluster),
        sectors=files.table(w.ClusterSector, plan.get("sector", []), _FILE, "sector"),
        city_facts=files.sheet(w.CityFact, "city_facts.csv", content=both_languages),
        membership=tuple(notes.values()),
        areas=files.table(w.DevelopmentArea, plan.get("area", []), _FILE, "area"),
        missing=files.table(w.MissingFigure, plan.get("missing", []), _FILE, "missing"),
    )
