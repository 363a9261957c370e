"""JSON files: an exhibit's numbers with all that is known of them, for programs and for other pages."""

from typing import Any

from components.exhibit import Exhibit
from components.export.columns import FileColumn, columns_of, flag_names
from components.view import ViewState
from models.catalogue import Catalogue


def source_of(exhibit: Exhibit, catalogue: Catalogue) -> dict[str, Any]:
    """Publisher, data sets, years and licence of an exhibit."""
    named = exhibit.source.publisher
    known = [p for p in catalogue.publishers.values() if any(name in named for name in p.matches)]
    return {
        "publisher": exhibit.source.publisher,
        "datasets": [{"code": code, "url": url} for code, url in exhibit.source.datasets],
        "years": exhibit.source.years,
        "derived": exhibit.source.derived,
        "licences": [
            {
                "publisher": p.id,
                "licence": p.licence,
                "url": p.licence_url,
                "attribution": {"nb": p.attribution["nb"], "en": p.attribution["en"]},
            }
            for p in known
        ],
    }


def document(exhibit: Exhibit, view: ViewState, catalogue: Catalogue, base: str) -> dict[str, Any]:
    """Everything of an exhibit but its picture.

    Args:
        exhibit: which.
        view: where it stands.
        catalogue: for names, units and licences.
        base: address of the server, for complete addresses.
    """
    columns = columns_of(exhibit.rows, catalogue)
    flagged = [one for one in columns if one.kind == "flag"]
    return {
        "key": exhibit.key,
        "page": view.page,
        "language": view.lang,
        "finding": exhibit.finding,
        "measure": exhibit.measure,
        "notices": list(exhibit.notices),
        "address": f"{base}{view.address}#{exhibit.key}",
        "release": view.release,
        "source": source_of(exhibit, catalogue),
        "columns": [_column(one) for one in columns],
        "names": {one.name: {code: dict(named) for code, named in one.names.items()} for one in columns if one.names},
        "units": _units(columns, catalogue),
        "flags": {letter: dict(named) for one in flagged for letter, named in flag_names(one.cells).items()},
        "rows": [dict(zip(exhibit.rows.columns, cells, strict=True)) for cells in exhibit.rows.cells],
    }


def _column(one: FileColumn) -> dict[str, Any]:
    unit = dict(one.unit) if one.unit["nb"] else None
    return {"name": one.name, "kind": one.kind, "label": dict(one.label), "unit": unit}


def _units(columns: tuple[FileColumn, ...], catalogue: Catalogue) -> dict[str, dict[str, str]]:
    """The unit of each indicator, where rows are of several."""
    indicators = sorted({name for one in columns if one.name == "indicator" for name in one.names})
    units = {name: catalogue.units[catalogue.indicators[name].unit].title for name in indicators}
    return {name: {"nb": unit["nb"], "en": unit["en"]} for name, unit in units.items()}
