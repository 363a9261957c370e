import io
import zipfile

import pytest
import xlsxwriter

from models.composite.reading import read_figures
from models.tables import TableError, read, reading, workbook

NORWEGIAN = "region;a;b\nAA;10,5;3\nBB;20,1;9\nCC;15,2;-4\n"
VALUES = [[10.5, 3], [20.1, 9], [15.2, -4]]


@pytest.fixture
def kept(tmp_path):
    def one(content, name="table.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return one


@pytest.fixture
def book(tmp_path):
    """A workbook whose first sheet holds rows; `change` may do more to the workbook and that sheet."""

    def one(rows, change=lambda _made, _sheet: None):
        path = tmp_path / "table.xlsx"
        with xlsxwriter.Workbook(path) as made:
            sheet = made.add_worksheet("Ark1")
            for number, cells in enumerate(rows):
                sheet.write_row(number, 0, cells)
            change(made, sheet)
        return path

    return one


ROWS = [["region", "a", "b"], ["AA", 10.5, 3], ["BB", 20.1, 9], ["CC", 15.2, -4]]


@pytest.mark.parametrize(
    "text",
    [
        NORWEGIAN,
        "\ufeff" + NORWEGIAN.replace("\n", "\r\n"),
        NORWEGIAN.replace(";", "\t"),
        NORWEGIAN.replace(",", "."),
        NORWEGIAN.replace(";", "\t").replace(",", "."),
        NORWEGIAN.replace(",", ".").replace(";", ","),
        NORWEGIAN.replace("-4", "\N{MINUS SIGN}4"),
        '"region";"a";"b"\n"AA";"10,5";"3"\n"BB";"20,1";"9"\n"CC";"15,2";"-4"\n',
        NORWEGIAN.replace("\n", ";;\n"),  # as a spreadsheet writes cells that were emptied
        NORWEGIAN + ";;\n\n",
    ],
)
def test_however_a_spreadsheet_writes_it_the_figures_are_the_same(kept, text):
    figures = read_figures(kept(text))
    assert list(figures.columns) == ["a", "b"]
    assert figures.to_numpy().tolist() == VALUES


def test_a_workbook_reads_like_a_csv(book):
    figures = read_figures(book(ROWS))
    assert list(figures.index) == ["AA", "BB", "CC"]
    assert figures.to_numpy().tolist() == VALUES


def test_years_and_codes_in_a_workbook_are_whole(book):
    table = read(book([["region", "period", "a"], [301, 2023, 1e20], ["0301", 2024.0, 0.1]]))
    assert [row.cells for row in table.rows] == [("301", "2023", "1e+20"), ("0301", "2024", "0.1")]


def test_what_a_file_is_is_seen_by_its_content(book, kept):
    assert read(kept(book(ROWS).read_bytes(), "renamed.csv")).header == ("region", "a", "b")


def test_a_name_may_hold_what_parts_the_columns_elsewhere(kept):
    table = read(kept('region;a\n"Frankfurt, Main";1,5\n'))
    assert table.rows[0].cells == ("Frankfurt, Main", "1,5")
    assert table.decimal_comma


def test_letters_have_one_form(kept):
    assert read(kept("region,a\nA\u030as,1\n")).rows[0].cells[0] == "Ås"


TEXTS = {
    "other letters": (
        "region;a\nÅs;1\n".encode("cp1252"),
        "not text in UTF-8 (in Excel, save as «CSV UTF-8» or .xlsx)",
    ),
    "two-byte letters": ("region\ta\n".encode("utf-16"), "not text in UTF-8"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00", "not text in UTF-8"),
    "a picture named so": (b"\x89PNG\r\n\x1a\n\x00\x00", "is no Excel workbook, though its name says so"),
    "an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old or a locked Excel workbook"),
    "a zip of something else": (None, "is no Excel workbook (.xlsx)"),
    "a cut workbook": (b"PK\x03\x04 and no more", "is no Excel workbook, or a damaged one"),
    "nothing": ("", "is empty"),
    "a header": ("region;a\n", "no rows"),
    "a control character": ("region;a\nA\x07;1\n", "line 2, 'region': a control character (U+0007)"),
    "a nameless column": ("region;;a\nA;1;2\n", "column 2 has no name"),
    "a short row": ("region;a;b\nA;1\n", "line 2: 2 cells where the header has 3"),
    "an open quote": ('region;a\n"A;1\n', "is no CSV"),
}


@pytest.mark.parametrize("case", TEXTS)
def test_what_is_no_table_is_refused(kept, case):
    content, words = TEXTS[case]
    if content is None:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr("picture.png", "x")
        content = buffer.getvalue()
    name = "table.xlsx" if case in ("a picture named so", "a cut workbook") else "table.csv"
    with pytest.raises(TableError) as told:
        read(kept(content, name))
    assert words in str(told.value)


NUMBERS = {
    "1 000": ("region;a\nA;1 000\n", "not a number ('1 000'); write it without a mark between the thousands"),
    "1\u00a0000,5": ("region;a\nA;1\u00a0000,5\n", "write it without a mark between the thousands"),
    "1.000,5": ("region;a\nA;1.000,5\n", "not a number ('1.000,5')"),
    "both marks": ("region;a;b\nA;1,5;2.5\n", "not a number ('2.5'); other numbers in the file have a decimal comma"),
    "thousands or decimals": ("region;a\nA;1.250\n", "could be a decimal or thousands ('1.250')"),
    "comma among commas": ('region,a\nA,"1,5"\n', "a decimal comma needs semicolons between the columns"),
    "an error": ("region;a\nA;#DIV/0!\n", "the spreadsheet shows an error there"),
    "a formula": ("region;a\nA;=1+1\n", "a formula: paste its value"),
    "an underscore": ("region;a\nA;1_000\n", "not a number ('1_000')"),
    "words": ("region;a\nA;ukjent\n", "not a number ('ukjent')"),
    "a date": ("region;a\nA;2024-01-01\n", "not a number ('2024-01-01')"),
    "not finite": ("region;a\nA;-Inf\n", "not finite ('-Inf')"),
    "too large": ("region;a\nA;1e999\n", "not finite ('1e999')"),
}


@pytest.mark.parametrize("case", NUMBERS)
def test_what_is_no_number_is_refused_with_what_to_do(kept, case):
    text, words = NUMBERS[case]
    table = read(kept(text))
    with pytest.raises(TableError) as told:
        table.number(table.rows[0].cells[-1], "the figure")
    assert words in str(told.value)


def _two_sheets(made, _):
    made.add_worksheet("Ark2").write(0, 0, "more")


def _hidden_sheet(made, _):
    made.add_worksheet("Gammelt").hide()


BOOKS = {
    "a formula": (lambda _, sheet: sheet.write_formula(1, 1, "=1+1", None, 2), "cell B2: a formula; paste its value"),
    "an error": (lambda _, sheet: sheet.write_formula(2, 2, "=1/0", None, "#DIV/0!"), "cell C3: the spreadsheet shows"),
    "merged cells": (lambda _, sheet: sheet.merge_range(4, 0, 4, 1, "sum"), "row 5, column 1: merged cells"),
    "two sheets": (_two_sheets, "has 2 sheets (Ark1, Ark2); keep one"),
    "a hidden sheet": (_hidden_sheet, "has the hidden sheet 'Gammelt'"),
    "a hidden row": (lambda _, sheet: sheet.set_row(2, None, None, {"hidden": True}), "hidden rows or columns"),
    "a hidden column": (
        lambda _, sheet: sheet.set_column(1, 1, None, None, {"hidden": True}),
        "hidden rows or columns",
    ),
    "a control character": (lambda _, sheet: sheet.write_string(1, 0, "A\x01"), "cell A2: a control character"),
}


@pytest.mark.parametrize("case", BOOKS)
def test_workbooks_that_could_be_misread_are_refused(book, case):
    change, words = BOOKS[case]
    with pytest.raises(TableError) as told:
        read(book(ROWS, change))
    assert words in str(told.value)


def test_numbers_that_a_workbook_keeps_as_text_are_refused(book):
    table = read(book([["region", "a"], ["A", "10,5"]]))
    with pytest.raises(TableError, match="the cell holds text: make it a number"):
        table.number(table.rows[0].cells[1], "the figure")
    assert table.where(table.rows[0], "a") == "cell B2"


def test_an_empty_workbook_is_refused(book):
    with pytest.raises(TableError, match="is empty"):
        read(book([]))


def test_empty_sheets_beside_it_do_not_matter(book):
    assert read(book(ROWS, lambda made, _: made.add_worksheet("Ark2"))).header == ("region", "a", "b")


def test_files_are_refused_by_size_before_they_are_read(kept, monkeypatch):
    monkeypatch.setattr(reading, "LARGEST", 10)
    with pytest.raises(TableError, match="is too large"):
        read(kept(NORWEGIAN))


def test_a_small_file_that_unpacks_to_much_is_refused(kept):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("xl/workbook.xml", "")
        with archive.open("xl/worksheets/sheet1.xml", "w") as part:
            for _ in range(workbook.LARGEST_UNPACKED // 10_000_000 + 1):
                part.write(b"0" * 10_000_000)
    assert len(buffer.getvalue()) < 1_000_000
    with pytest.raises(TableError, match="it unpacks to 310 MB"):
        read(kept(buffer.getvalue(), "bomb.xlsx"))


def test_what_is_no_file_is_refused(tmp_path):
    with pytest.raises(TableError, match="cannot be read: Is a directory"):
        read(tmp_path)
    with pytest.raises(TableError, match="cannot be read: No such file"):
        read(tmp_path / "nowhere.csv")
