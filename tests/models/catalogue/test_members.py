"""A list of the alliance's members: read with its dates, refused with its line, summed in the years it holds for."""

import pytest
import xlsxwriter

from models.catalogue import CatalogueError, load_catalogue
from models.catalogue.within import Member
from models.inside.subregion_profiles import MunicipalFigures
from models.inside.subregions import alliance
from tests.conftest import PROJECT

MEMBERS = PROJECT / "tests" / "specimens" / "members.csv"


@pytest.fixture(scope="module")
def listed():
    return load_catalogue(members=MEMBERS)


@pytest.fixture
def refused(tmp_path):
    def one(text):
        path = tmp_path / "members.csv"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(CatalogueError) as told:
            load_catalogue(members=path)
        return [str(problem) for problem in told.value.problems]

    return one


def test_members_are_read_by_old_and_new_numbers(listed, catalogue):
    assert [m.code for m in listed.within.members] == ["0301", "3201", "3205", "3403", "3901"]
    assert catalogue.within.members == ()
    assert alliance(catalogue, "", "2022-01-01") is None


@pytest.mark.parametrize(
    ("member", "day", "is_one"),
    [
        (Member(code="0301"), "1900-01-01", True),
        (Member(code="0301", since="2020"), "2019-12-31", False),
        (Member(code="0301", since="2020"), "2020-01-01", True),
        (Member(code="0301", since="2020-10-28"), "2020-10-27", False),
        (Member(code="0301", until="2021-06"), "2021-06-30", True),
        (Member(code="0301", until="2021-06"), "2021-07-01", False),
        (Member(code="0301", until="2021"), "2021-12-31", True),
    ],
)
def test_a_member_is_one_between_its_dates(member, day, is_one):
    assert member.on(day) is is_one


def test_the_alliance_is_summed_with_the_members_of_each_year(listed, figures):
    sums = MunicipalFigures.of(figures, listed).population
    rows = figures.indicator("population")
    published = {(str(r), str(p)): v for r, p, v in zip(rows["region"], rows["period"], rows["value"], strict=True)}
    for year, codes in (
        ("2019", "0301 3024 3403 3801"),
        ("2021", "0301 3024 3030 3403 3801"),
        ("2022", "0301 3024 3030 3801"),
    ):
        part = alliance(listed, "", f"{year}-01-01")
        assert part.codes == tuple(codes.split())
        assert sums.total(part, year).value == sum(published[code, year] for code in part.codes)


def test_a_spreadsheet_that_drops_the_first_nought_is_understood(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "members.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["code", "name"])
        sheet.write_row(1, 0, [301, "Oslo"])
    assert [m.code for m in load_catalogue(members=tmp_path / "members.xlsx").within.members] == ["0301"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("code\n0301\n9999\n", "members.csv: line 3: unknown municipality '9999' (municipalities.csv)"),
        ("code\n3024\n3201\n", "members.csv: line 3: '3201' (Bærum) stands twice for the same time"),
        ("code,since\n0301,i fjor\n", "members.csv: line 2.since: "),
        ("code,since,until\n0301,2022,2021\n", "members.csv: line 2: 'until' lies before 'since'"),
        ("kommune\n0301\n", "members.csv needs a column 'code'; it has kommune"),
        ("code\n", "members.csv has a header but no rows"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(refused, text, words):
    (problem,) = refused(text)
    assert words in problem


def test_a_municipality_may_leave_and_come_back(tmp_path):
    path = tmp_path / "members.csv"
    path.write_text("code,since,until\n0301,2005,2010\n0301,2012,\n", encoding="utf-8")
    found = load_catalogue(members=path)
    assert [bool(alliance(found, "", f"{year}-01-01")) for year in (2004, 2008, 2011, 2013)] == [
        False,
        True,
        False,
        True,
    ]


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(CatalogueError, match="cannot be read"):
        load_catalogue(members=tmp_path / "nobody.csv")
