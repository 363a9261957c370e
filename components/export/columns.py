"""What each column of a file holds: its name in both languages, its unit, and the names behind its codes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from components.rows import Cell, Rows
from components.words.flags import FLAGS
from components.words.text import LANGUAGES, Speaker
from components.words.wording import sentence
from models.catalogue import Catalogue

Kind = Literal["code", "number", "count", "period", "flag", "yes", "text"]
Named = Mapping[str, str]  # a text by language


@dataclass(frozen=True)
class Meaning:
    """What a column holds: its kind, its label and its unit as bokmål messages."""

    kind: Kind
    label: str
    unit: str = ""


MEANINGS: Mapping[str, Meaning] = {
    "indicator": Meaning("code", "Indikator"),
    "region": Meaning("code", "Region"),
    "area": Meaning("code", "Del"),
    "part": Meaning("code", "Delregion"),
    "municipality": Meaning("code", "Kommune"),
    "industry": Meaning("code", "Næring"),
    "cluster": Meaning("code", "Klynge"),
    "node": Meaning("code", "Poeng for"),
    "period": Meaning("period", "År"),
    "statistic": Meaning("code", "Hva tallet er"),
    "value": Meaning("number", "Verdi"),
    "flag": Meaning("flag", "Merknad"),
    "rank": Meaning("count", "Plassering"),
    "score": Meaning("number", "Poeng", "poeng fra 0 til 100"),
    "median": Meaning("number", "Midten"),
    "low": Meaning("number", "Laveste"),
    "high": Meaning("number", "Høyeste"),
    "share": Meaning("number", "Andel", "andel av 1"),
    "amount": Meaning("number", "Beløp eller antall"),
    "quotient": Meaning("number", "Lokaliseringskvotient", "EU = 1"),
    "symmetric": Meaning("number", "Symmetrisk lokaliseringskvotient", "fra −1 til 1"),
    "median_share": Meaning("number", "Andel i midtregionen", "andel av 1"),
    "specialised": Meaning("yes", "Spesialisert"),
    "national": Meaning("number", "Som EU"),
    "mix": Meaning("number", "Andre næringer"),
    "regional": Meaning("number", "Utover EU"),
    "change": Meaning("number", "Endring"),
    "population": Meaning("count", "Innbyggere", "personer"),
    "d2": Meaning("number", "Avstand i kvadrat"),
    "stability": Meaning("number", "Hvor ofte blant de likeste", "andel av 1"),
    "call": Meaning("code", "Vurdering"),
    "side": Meaning("count", "Side", "1 foran, −1 bak"),
    "median_z": Meaning("number", "Avstand fra midten", "standardavvik"),
    "agree": Meaning("count", "Sammenligninger som er enige"),
    "scenarios": Meaning("count", "Sammenligninger i alt"),
    "count": Meaning("count", "Regioner som er plassert"),
    "what": Meaning("code", "Hva"),
    "today": Meaning("number", "I dag"),
    "experiment": Meaning("number", "I eksperimentet"),
    "name": Meaning("text", "Navn"),
    "within": Meaning("yes", "Innenfor avgrensningen"),
    "growth": Meaning("number", "Vekst i folketallet", "prosent"),
    "job_ratio": Meaning("number", "Jobber der folk bor", "arbeidsplasser per 100 sysselsatte"),
    "oslo_share": Meaning("number", "Arbeider i Oslo", "prosent av de sysselsatte"),
    "immigrants_share": Meaning("number", "Innvandrere", "prosent av innbyggerne"),
    "unemployed_share": Meaning("number", "Registrert ledige", "prosent"),
    "clusters": Meaning("count", "Klynger med sete her"),
    "works_in_oslo": Meaning("count", "Arbeider i Oslo", "personer"),
    "regions": Meaning("text", "Regioner"),
    "sector": Meaning("text", "Næring"),
    "field": Meaning("text", "Fagfelt"),
    "status": Meaning("text", "Status"),
    "quality": Meaning("code", "Kvalitet"),
    "seat": Meaning("text", "Sete"),
    "size": Meaning("text", "Størrelse"),
    "year": Meaning("period", "År"),
    "source": Meaning("text", "Kilde"),
    "as_found": Meaning("text", "Ordrett fra kilden"),
    "newest": Meaning("period", "Nyeste år"),
    "age": Meaning("count", "Alder", "år"),
    "age_limit": Meaning("count", "Grense for alder", "år"),
    "coverage": Meaning("number", "Har tallet", "andel av 1"),
}
# What codes are called that are no indicator's, region's or theme's.
_CODES = {
    "peers": "Sammenligningsregionene",
    "index": "Samlet",
    "figure": "tallet",
    "lower_quartile": "nedre kvartil",
    "median": "midten",
    "upper_quartile": "øvre kvartil",
    "score": "poeng",
    "rank": "plassering",
    "strength": "styrke",
    "weakness": "svakhet",
    "tendency": "tendens",
    "in_line": "på linje",
    "unsettled": "uavklart",
    "not_rated": "ikke vurdert",
    "good": "nytt nok, og de fleste har det",
    "old": "gammelt",
    "thin": "mange mangler det",
    "old_and_thin": "gammelt, og mange mangler det",
    "none": "uten tall",
}


@dataclass(frozen=True)
class FileColumn:
    """A column as it stands in a file.

    Attributes:
        name: the same in both languages.
        kind: what it holds.
        label, unit: by language; an empty unit where there is none or each row has its own.
        names: what its codes are called, by code and language.
        cells: row by row.
    """

    name: str
    kind: Kind
    label: Named
    unit: Named
    names: Mapping[str, Named]
    cells: tuple[Cell, ...]


def _both(message: str) -> Named:
    texts = {}
    for language in LANGUAGES:
        say = Speaker(language)
        texts[language] = say(message) if message else ""
    return texts


def _of(text: Mapping[str, str] | object) -> Named:
    return {code: text[code] for code in LANGUAGES}  # type: ignore[index] # a catalogue text


def _name(column: str, code: str, catalogue: Catalogue) -> Named | None:
    """What a code of a column is called."""
    if code in _CODES:
        return _both(_CODES[code])
    if column == "indicator" and code in catalogue.indicators:
        return _of(catalogue.indicators[code].title)
    if column in ("region", "area"):
        return {language: sentence(catalogue.region_name(code, language)) for language in LANGUAGES}
    if column == "node" and code in catalogue.themes:
        return _of(catalogue.themes[code].title)
    if column == "node" and code in catalogue.indicators:
        return _of(catalogue.indicators[code].title)
    if column == "industry":
        for sectors in catalogue.structure.profiles.values():
            for group in sectors.group:
                if group.id == code:
                    return _of(group.title)
    return None


def _meaning(name: str, catalogue: Catalogue) -> tuple[Kind, Named, Named]:
    """Kind, label and unit of a column; one that bears an indicator's name holds its figures."""
    if meaning := MEANINGS.get(name):
        return meaning.kind, _both(meaning.label), _both(meaning.unit)
    if indicator := catalogue.indicators.get(name):
        return "number", _of(indicator.title), _of(catalogue.units[indicator.unit].title)
    if flagged := catalogue.indicators.get(name.removesuffix("_flag")):
        return "flag", {code: f"{_both('Merknad')[code]}: {flagged.title[code]}" for code in LANGUAGES}, _both("")
    side = next((one for one in catalogue.structure.dimension if name == f"share_{one.id}"), None)
    if side is not None:
        return "number", _of(side.title), _both("andel av 1")
    raise KeyError(f"components/export/columns.py does not say what the column {name!r} holds")


def columns_of(rows: Rows, catalogue: Catalogue) -> tuple[FileColumn, ...]:
    """The columns of an exhibit's rows, with what they mean.

    Raises:
        KeyError: a column whose meaning is not known.
    """
    file_columns, told = [], dict(rows.units)
    for at, name in enumerate(rows.columns):
        kind, label, unit = _meaning(name, catalogue)
        cells = tuple(row[at] for row in rows.cells)
        codes = dict.fromkeys(str(cell) for cell in cells if cell is not None) if kind == "code" else {}
        names = {code: named for code in codes if (named := _name(name, code, catalogue)) is not None}
        file_columns.append(FileColumn(name, kind, label, _both(told[name]) if name in told else unit, names, cells))
    return tuple(file_columns)


def flag_names(cells: tuple[Cell, ...]) -> Mapping[str, Named]:
    """What the letters of flags mean."""
    letters = sorted({letter for cell in cells for letter in str(cell or "") if letter in FLAGS})
    return {letter: _both(FLAGS[letter]) for letter in letters}
