"""What a publisher may one day do to a table is refused, noted, or without effect; no figure changes in silence."""

from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data_sources.base import Query, Reading
from data_sources.errors import DataError
from data_sources.refresh.check import check
from tests.data_sources.specimens import FOLDER, NIGHTS, answer, eurostat

WANTED = ("TOTAL", "NR", "I551-I553")  # of c_resid, unit and nace_r2
YEARS = ("2020", "2021", "2022", "2023", "2024")


@dataclass(frozen=True, repr=False)
class Table:
    """A TSV: its first cell and periods, and its rows (codes with the region last, cells)."""

    head: str
    periods: tuple[str, ...]
    rows: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]

    @property
    def text(self) -> str:
        lines = ["\t".join((self.head, *self.periods))]
        lines += ["\t".join((",".join(codes), *cells)) for codes, cells in self.rows]
        return "\n".join(lines) + "\n"


def table(text):
    first, *lines = text.splitlines()
    head, *periods = first.split("\t")
    split = (line.split("\t") for line in lines)
    return Table(head, tuple(periods), tuple((tuple(key.split(",")), tuple(cells)) for key, *cells in split))


def made_up():
    """Nights of a dozen regions in five years, of different sizes."""
    codes = ["NO08", "NO02", "SE11", "SE12", "DK01", "DK02", "FI1B", "DE60", "AT13", "CZ01", "NL33", "NL31"]
    rows = "".join(
        f"A,{resident},NR,I551-I553,{code}\t"
        + "\t".join(f"{round((n + 1) ** 3 * 9_000 * (1 + 0.03 * y) * share)} " for y in range(len(YEARS)))
        + "\n"
        for resident, share in (("DOM", 0.7), ("TOTAL", 1))
        for n, code in enumerate(codes)
    )
    head = (FOLDER / "eurostat" / "nights.tsv").read_text(encoding="utf-8").split("\t")[0]
    return table("\t".join((head, *(f"{year} " for year in YEARS))) + "\n" + rows)


def recorded(shared):
    """What Eurostat really sent, the rows of one indicator and a few beside."""
    path = shared / "recordings" / "eurostat" / "estat_tour_occ_nin2.tsv"
    whole = table(path.read_text(encoding="utf-8"))
    wanted = [row for row in whole.rows if row[0][1:4] == WANTED and len(row[0][-1]) < 5]
    beside = [row for row in whole.rows if row[0][1:4] != WANTED][:40]
    return Table(whole.head, whole.periods, (*wanted, *beside))


@pytest.fixture(scope="module", params=["made up", pytest.param("recorded", marks=pytest.mark.shared)])
def original(request):
    return made_up() if request.param == "made up" else recorded(request.getfixturevalue("shared"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("mutated")


@pytest.fixture(scope="module")
def read(folder, catalogue):
    indicator = catalogue.indicators["nights_total"]
    query = Query(NIGHTS.dataset, NIGHTS.filter)

    def read(changed, last):
        """What would be taken of a table, and what would be said."""
        path = folder / "table.tsv"
        path.write_text(changed.text, encoding="utf-8")
        reading = eurostat().parse(answer(path, query))
        return check(reading, indicator, "eurostat", catalogue, last)

    return read


@pytest.fixture(scope="module")
def last(original, folder):
    """The figures of the last release: what the table said unchanged."""
    path = folder / "original.tsv"
    path.write_text(original.text, encoding="utf-8")
    reading: Reading = eurostat().parse(answer(path, NIGHTS))
    return reading.figures.astype({"region": str, "period": str, "flag": str})


def at(frame):
    return {(r.region, r.period): (r.value, r.flag) for r in frame.itertuples()}


def with_cell(original, row, column, text):
    rows = list(original.rows)
    codes, cells = rows[row]
    rows[row] = (codes, (*cells[:column], text, *cells[column + 1 :]))
    return Table(original.head, original.periods, tuple(rows))


def figures_in(original):
    """Places of cells that hold a figure of the indicator, for a NUTS 2 region (which EA19, the euro area, is not)."""
    return [
        (row, column)
        for row, (codes, cells) in enumerate(original.rows)
        if codes[1:4] == WANTED and len(codes[-1]) == 4 and not codes[-1].startswith(("EA", "EU"))
        for column, cell in enumerate(cells)
        if cell.strip(" :abcdefinprsuz")
    ]


def drop_dimension(original, place):
    names, time = original.head.split("\\")
    fewer = [name for n, name in enumerate(names.split(",")) if n != place]
    rows = tuple(((*codes[:place], *codes[place + 1 :]), cells) for codes, cells in original.rows)
    return Table(",".join(fewer) + "\\" + time, original.periods, rows)


def rename(original, place, old, new):
    rows = tuple(
        (tuple(new if n == place and code == old else code for n, code in enumerate(codes)), cells)
        for codes, cells in original.rows
    )
    return Table(original.head, original.periods, rows)


MANY = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def test_unchanged_it_is_taken_without_a_word_on_figures(read, original, last):
    checked = read(original, last)
    assert {n.kind for n in checked.notices} <= {"regions_unknown", "flags_unknown", "territory_twice"}
    ours = at(last)
    assert all(ours[key] == value for key, value in at(checked.figures).items())


@pytest.mark.parametrize("place", [1, 2, 3])
def test_a_dimension_that_is_gone_is_refused(read, original, last, place):
    with pytest.raises(DataError) as caught:
        read(drop_dimension(original, place), last)
    assert caught.value.kind in ("changed", "not_data")


@MANY
@given(place=st.sampled_from([1, 2, 3]), new=st.sampled_from(["X", "TOT", "I551_I553", "total", ""]))
def test_a_code_that_is_renamed_is_refused(read, original, last, place, new):
    with pytest.raises(DataError) as caught:
        read(rename(original, place, WANTED[place - 1], new), last)
    assert caught.value.kind == "changed"


@MANY
@given(data=st.data())
def test_a_region_that_is_renamed_is_told_or_refused(read, original, last, data):
    old = data.draw(st.sampled_from(sorted({original.rows[row][0][-1] for row, _ in figures_in(original)})))
    new = data.draw(st.sampled_from(["XX01", "NO0X", "NO_08", "ZZ"]))
    try:
        checked = read(rename(original, 4, old, new), last)
    except DataError:
        return
    assert "regions_unknown" in {notice.kind for notice in checked.notices}
    assert not {region for region, _ in at(checked.figures)} & {old, new}


@MANY
@given(data=st.data())
def test_a_year_that_vanishes_is_told(read, original, last, data):
    gone = data.draw(st.integers(0, len(original.periods) - 1))
    fewer = tuple((codes, (*cells[:gone], *cells[gone + 1 :])) for codes, cells in original.rows)
    checked = read(Table(original.head, (*original.periods[:gone], *original.periods[gone + 1 :]), fewer), last)
    kinds = {notice.kind for notice in checked.notices}
    year = original.periods[gone].strip()
    assert year not in {period for _, period in at(checked.figures)}
    if gone == len(original.periods) - 1:
        assert "shorter" in kinds
    elif gone:
        assert "periods_gone" in kinds
    assert not checked.spoken_for[last["period"].to_numpy() == year].any()  # what we have stays


@MANY
@given(data=st.data(), factor=st.sampled_from([1000.0, 10_000.0, 0.001]))
def test_a_figure_that_is_a_thousand_times_as_much_is_refused(read, original, last, data, factor):
    row, column = data.draw(st.sampled_from(figures_in(original)))
    number, _, flag = original.rows[row][1][column].partition(" ")
    if float(number) < 10:
        return
    with pytest.raises(DataError) as caught:
        read(with_cell(original, row, column, f"{float(number) * factor:f} {flag}"), last)
    assert caught.value.kind in ("range", "revision")


@MANY
@given(data=st.data(), flag=st.sampled_from(["y", "k", "q", "py"]))
def test_a_flag_that_is_new_is_told(read, original, last, data, flag):
    row, column = data.draw(st.sampled_from(figures_in(original)))
    number = original.rows[row][1][column].split(" ")[0]
    checked = read(with_cell(original, row, column, f"{number} {flag}"), last)
    assert "flags_unknown" in {notice.kind for notice in checked.notices}


@MANY
@given(data=st.data())
def test_two_versions_of_nuts_in_one_answer_are_told(read, original, last, data):
    old, new = data.draw(st.sampled_from([("NL33", "NL36"), ("NL31", "NL35")]))
    rows = [row for row in original.rows if row[0][-1] != new]
    ours = [(codes, cells) for codes, cells in rows if codes[-1] == old]
    if not ours:
        return
    both = Table(original.head, original.periods, (*rows, *(((*codes[:-1], new), cells) for codes, cells in ours)))
    checked = read(both, last.loc[last["region"] != new])
    if {old, new} <= {region for region, _ in at(checked.figures)}:
        told = [notice.text for notice in checked.notices if notice.kind == "territory_twice"]
        assert told
        assert f"{old} and {new}" in told[0] or "…" in told[0]


@MANY
@given(data=st.data())
def test_whatever_happens_to_a_cell_no_other_figure_changes(read, original, last, data):
    row, column = data.draw(st.sampled_from(figures_in(original)))
    text = data.draw(st.sampled_from([":", ": c", ": u", "x", "1 2", "-5", "0", "1e3", "NaN", "", "12,5", "1 000"]))
    codes = original.rows[row][0]
    try:
        checked = read(with_cell(original, row, column, text), last)
    except DataError:
        return
    ours, key = at(last), (codes[-1], original.periods[column].strip())
    taken = at(checked.figures)
    assert {k: v for k, v in taken.items() if k != key} == {k: ours[k] for k in taken if k != key}
