"""The same figures in every format, and any other bytes."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data_sources.base import Query
from data_sources.errors import SourceError
from tests.data_sources.specimens import (
    EMISSIONS,
    FOLDER,
    NIGHTS,
    NIGHTS_FIGURES,
    NIGHTS_FILES,
    NIGHTS_WITHHELD,
    answer,
    eurostat,
    oecd,
)
from tests.fakes.example import read

EUROSTAT, OECD = eurostat(), oecd()
SPECIMENS = {name: (FOLDER / "eurostat" / name).read_bytes() for name in NIGHTS_FILES}
EMISSIONS_FILE = (FOLDER / "oecd" / "emissions.csv").read_bytes()


@pytest.mark.parametrize("name", NIGHTS_FILES)
def test_every_format_says_the_same(name):
    reading = EUROSTAT.parse(answer(FOLDER / "eurostat" / name))
    assert read(reading) == NIGHTS_FIGURES
    assert reading.withheld.astype(str).to_numpy().tolist() == NIGHTS_WITHHELD
    assert reading.notices == ()


def test_parts_of_a_split_question_are_read_together(tmp_path):
    """Levels of regions, each with its own codes and order of dimensions."""
    path = tmp_path / "split.json"
    first, second = json.loads(SPECIMENS["nights.json"]), json.loads(SPECIMENS["nights_whole.json"])
    for part in (second["dimension"]["geo"]["category"],):
        part["index"] = [f"X{code}" for code in part["index"]]
    path.write_text(json.dumps([first, second]))
    both = read(EUROSTAT.parse(answer(path)))
    assert both == NIGHTS_FIGURES | {(f"X{region}", year): v for (region, year), v in NIGHTS_FIGURES.items()}
    path.write_text(json.dumps([first, first]))
    with pytest.raises(SourceError, match="stand twice"):
        EUROSTAT.parse(answer(path))


def test_a_warning_beside_figures_is_told(tmp_path):
    path = tmp_path / "answer.json"
    path.write_text(json.dumps({**json.loads(SPECIMENS["nights.json"]), "warning": {"status": 1, "label": "Beware"}}))
    reading = EUROSTAT.parse(answer(path))
    assert read(reading) == NIGHTS_FIGURES
    assert [(notice.kind, notice.text[-6:]) for notice in reading.notices] == [("warning", "Beware")]


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "kind", "said"),
    [
        ("err_400_invalid_dimension.json", "bad_question", "FROMTIMEPERIOD"),
        ("err_404_unknown_dataset.json", "not_found", "DS-999999"),
        ("err_413_extraction_too_big.json", "too_large", "10305182 rows"),
        ("sdmx_fault_413.xml", "too_large", "420709314 rows"),
        ("warn_200_asynchronous.json", "not_data", "ASYNCHRONOUS_RESPONSE"),
        ("sdmx_apro_mk_cola-structure.xml", "not_data", "Structure"),
        ("sdmx_footer.xml", "not_data", "GenericData"),
    ],
)
def test_recorded_errors_are_typed(shared, name, kind, said):
    with pytest.raises(SourceError) as caught:
        EUROSTAT.parse(answer(shared / "recordings" / "eurostat" / name))
    assert caught.value.kind == kind
    assert said in caught.value.detail


@pytest.mark.shared
def test_recorded_confidential_cells_are_withheld(shared):
    path = shared / "recordings" / "eurostat" / "confidential_status_without_value.json"
    reading = EUROSTAT.parse(answer(path, Query("sts_inpr_m", {"unit": "I21", "nace_r2": "B"})))
    assert reading.figures.empty
    assert reading.withheld.astype(str).to_numpy().tolist() == [["IE", f"2023-{m:02}", "c"] for m in range(1, 7)]


@pytest.mark.shared
def test_a_recorded_empty_dimension_is_told(shared):
    path = shared / "recordings" / "eurostat" / "unknown_code_size0.json"
    reading = EUROSTAT.parse(answer(path, Query("nama_10_gdp", {"unit": "CP_MEUR", "na_item": "B1GQ"})))
    assert reading.figures.empty
    assert [notice.kind for notice in reading.notices] == ["empty_dimension"]


# --- any bytes -------------------------------------------------------------------------------------------------------

FUZZ = settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
MARKS = [
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b'"',
    b"\t",
    b"\n",
    b"\\",
    b"null",
    b"-1",
    b"1e999",
    b"\xff",
    b"<",
    b"0",
    b" ",
]


@st.composite
def damaged(draw, whole):
    """A good file with pieces cut out, put in and doubled."""
    data = whole
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = draw(st.integers(start, min(len(data), start + draw(st.sampled_from([0, 1, 5, 100, len(data)])))))
        piece = draw(st.one_of(st.binary(max_size=6), st.sampled_from(MARKS), st.just(data[start:end] * 2)))
        data = data[:start] + piece + data[end:]
    return data


KEYS = st.sampled_from(
    ["id", "size", "dimension", "value", "status", "category", "index", "label", "class", "error", "warning", "updated",
     "extension", "freq", "geo", "time", "unit", "0", "1"]
)  # fmt: skip
LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(-3, 4), st.integers(), st.floats(), st.text(max_size=3), KEYS,
    st.sampled_from(["dataset", "A", "NO", "2020", 10**400]),
)  # fmt: skip
DOCUMENTS = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6), max_leaves=25
)


def survives(source, path, data, query):
    """A reading or a typed error, never anything else."""
    path.write_bytes(data)
    try:
        reading = source.parse(answer(path, query))
    except SourceError as error:
        assert error.message  # noqa: PT017 - every error has words
        assert error.remedy  # noqa: PT017 - and a remedy
        return
    figures = reading.figures
    assert list(figures.columns) == ["region", "period", "value", "flag"]
    assert not figures.duplicated(["region", "period"]).any()
    assert figures["value"].map(lambda value: abs(value) < float("inf")).all()
    assert figures["period"].astype(str).str.fullmatch(r"\d{4}(-\d\d)?").all()


@FUZZ
@given(st.binary(max_size=300))
def test_any_bytes(tmp_path, data):
    survives(EUROSTAT, tmp_path / "answer", data, NIGHTS)
    survives(OECD, tmp_path / "answer", data, EMISSIONS)


@pytest.mark.parametrize("name", NIGHTS_FILES)
@FUZZ
@given(data=st.data())
def test_any_damage(tmp_path, name, data):
    survives(EUROSTAT, tmp_path / "answer", data.draw(damaged(SPECIMENS[name])), NIGHTS)


@FUZZ
@given(data=st.data())
def test_any_damage_to_the_oecds(tmp_path, data):
    survives(OECD, tmp_path / "answer", data.draw(damaged(EMISSIONS_FILE)), EMISSIONS)


@FUZZ
@given(DOCUMENTS)
def test_any_json(tmp_path, document):
    survives(EUROSTAT, tmp_path / "answer", json.dumps(document).encode(), Query("set", {}))


@pytest.mark.parametrize("part", ["id", "size", "dimension", "value", "status", "extension", "updated", "class"])
@FUZZ
@given(document=DOCUMENTS)
def test_any_part(tmp_path, part, document):
    whole = {**json.loads(SPECIMENS["nights.json"]), part: document}
    survives(EUROSTAT, tmp_path / "answer", json.dumps(whole).encode(), NIGHTS)


@FUZZ
@given(dimension=st.sampled_from(["freq", "geo", "time"]), document=DOCUMENTS)
def test_any_dimension(tmp_path, dimension, document):
    whole = json.loads(SPECIMENS["nights.json"])
    whole["dimension"][dimension] = {"category": document}
    survives(EUROSTAT, tmp_path / "answer", json.dumps(whole).encode(), NIGHTS)
