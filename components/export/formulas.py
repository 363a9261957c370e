"""How spreadsheets read a figure's numbers again by themselves.

The machine form is read, with its delimiter and language named, so that the spreadsheet's own language does not matter:
with Norwegian settings "1.5" would else become a date or a text. Excel: Power Query's `Web.Contents`, `Csv.Document`,
`Table.PromoteHeaders` and `Table.TransformColumnTypes` with a culture (learn.microsoft.com/powerquery-m). Google:
`IMPORTDATA(url; delimiter; locale)`; semicolons part arguments in every language of a sheet (support.google.com/docs).
"""

from collections.abc import Sequence

from components.export.columns import FileColumn


def numeric(columns: Sequence[FileColumn]) -> list[str]:
    """The columns of the machine form that hold numbers."""
    return [one.name for one in columns if one.kind in ("number", "count") and not one.names]


def power_query(address: str, numbers: Sequence[str]) -> str:
    """A query in the language M.

    Args:
        address: of the machine form, complete.
        numbers: its columns that hold numbers.
    """

    def text(value: str) -> str:
        doubled = value.replace('"', '""')
        return f'"{doubled}"'

    types = ", ".join(f"{{{text(name)}, type number}}" for name in numbers)
    steps = [
        f'    Fil = Csv.Document(Web.Contents({text(address)}), [Delimiter = ",", Encoding = 65001])',
        "    Tabell = Table.PromoteHeaders(Fil, [PromoteAllScalars = true])",
    ]
    if types:
        steps.append(f'    Tall = Table.TransformColumnTypes(Tabell, {{{types}}}, "en-US")')
    last = "Tall" if types else "Tabell"
    return "let\n" + ",\n".join(steps) + f"\nin\n    {last}"


def import_data(address: str) -> str:
    """A formula for Google Sheets; a quotation mark in the address is doubled."""
    doubled = address.replace('"', '""')
    return f'=IMPORTDATA("{doubled}"; ","; "en_US")'
