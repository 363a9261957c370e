"""Formulas for spreadsheets: every text in them is quoted, and numbers are read by the language they are written in."""

import re

from hypothesis import given
from hypothesis import strategies as st

from components.export.formulas import import_data, power_query

ADDRESS = "https://eksempel.no/tall/talent/ranking.csv?form=machine&lang=nb"


def test_the_query_names_delimiter_signs_and_language():
    assert power_query(ADDRESS, ["value", "low"]) == (
        "let\n"
        f'    Fil = Csv.Document(Web.Contents("{ADDRESS}"), [Delimiter = ",", Encoding = 65001]),\n'
        "    Tabell = Table.PromoteHeaders(Fil, [PromoteAllScalars = true]),\n"
        '    Tall = Table.TransformColumnTypes(Tabell, {{"value", type number}, {"low", type number}}, "en-US")\n'
        "in\n"
        "    Tall"
    )


def test_without_numbers_no_type_is_set():
    assert power_query(ADDRESS, []).endswith("in\n    Tabell")
    assert "Types" not in power_query(ADDRESS, [])


def test_the_formula_parts_its_arguments_as_every_language_of_a_sheet_understands():
    assert import_data(ADDRESS) == f'=IMPORTDATA("{ADDRESS}"; ","; "en_US")'


@given(st.text(alphabet='ab",;) \n', max_size=30))
def test_no_address_leaves_its_quotation_marks(address):
    for made in (import_data(address), power_query(address, [address])):
        outside = re.sub(r'"(?:[^"]|"")*"', "", made)
        assert '"' not in outside
