import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from data_sources import gisco
from data_sources.base import Query
from data_sources.errors import SourceError
from data_sources.http import Client
from data_sources.snapshot.outlines import _turns_left
from tests.data_sources.specimens import FOLDER, answer
from tests.fakes import FakePublisher, Fault
from tests.fakes.example import QUICK

SPECIMEN = FOLDER / "gisco" / "outlines.geojson"
NAME = "/gisco/nuts/geojson/NUTS_RG_20M_2024_4326_LEVL_2.geojson"
OUTLINES = gisco.Gisco("http://127.0.0.1:9", Client())


@pytest.fixture
def publisher():
    with FakePublisher(files={NAME: SPECIMEN}) as running:
        yield running


def parse(path):
    return OUTLINES.parse(answer(path, Query("outlines", {})))


def test_outlines_are_shaped_as_the_embedded_ones():
    rutland, island = parse(SPECIMEN)["features"]
    assert rutland["properties"] == {"id": "XX01", "name": "Ruteland", "country": "XX"}
    outer, hole = rutland["geometry"]["coordinates"]
    assert not _turns_left(outer)
    assert _turns_left(hole)
    assert [10.123, 59.0] in outer
    assert len(island["geometry"]["coordinates"]) == 2


@pytest.mark.parametrize(
    ("given_", "name"),
    [
        ({"NUTS_ID": "EL30", "NUTS_NAME": "Aττική", "NAME_LATN": "Attikí"}, "Attiki"),  # as in the embedded outlines
        ({"NUTS_ID": "XX09", "NUTS_NAME": "Югозападен", "NAME_LATN": "Yugozapaden"}, "Yugozapaden"),
        ({"NUTS_ID": "XX09", "NUTS_NAME": "Nord"}, "Nord"),
    ],
)
def test_names_are_in_latin_letters_whatever_comes(tmp_path, given_, name):
    document = json.loads(SPECIMEN.read_text())
    document["features"] = document["features"][:1]
    document["features"][0]["properties"] = {"CNTR_CODE": "XX", **given_}
    path = tmp_path / "outlines.geojson"
    path.write_text(json.dumps(document))
    assert parse(path)["features"][0]["properties"]["name"] == name


def test_outlines_come_from_the_publisher(publisher, tmp_path):
    source = gisco.Gisco(publisher.addresses["gisco_url"], Client(QUICK))
    came = source.fetch(2024, 2, "20M", tmp_path)
    assert len(source.parse(came)["features"]) == 2
    assert publisher.seen[0].path == NAME
    with pytest.raises(SourceError, match="no outlines NUTS_RG_20M_2023") as caught:
        source.fetch(2023, 2, "20M", tmp_path)
    assert caught.value.kind == "not_found"
    publisher.faults = [Fault("html")]
    with pytest.raises(SourceError) as caught:
        source.fetch(2024, 2, "20M", tmp_path)
    assert caught.value.kind == "not_data"


def test_the_command_writes_a_file(publisher, tmp_path, monkeypatch):
    from data_sources.settings import Settings

    monkeypatch.setattr(gisco, "settings", lambda: Settings(**publisher.addresses))
    out = tmp_path / "outlines.geojson"
    runner, app = CliRunner(), gisco.app
    result = runner.invoke(app, ["--year", "2024", "--out", str(out)])
    assert result.exit_code == 0, result.output
    assert "2 outlines of NUTS 2024" in result.output
    assert [f["properties"]["id"] for f in json.loads(out.read_text())["features"]] == ["XX01", "XX02"]
    result = runner.invoke(app, ["--year", "1999", "--out", str(out)])
    assert result.exit_code == 1
    assert "NUTS has versions" in result.output


CHANGES = [
    ("features", []),
    ("features", {}),
    ("features", [1]),
    ("features", None),
    ("properties", {}),
    ("properties", {"NUTS_ID": "", "NUTS_NAME": "x", "CNTR_CODE": "XX"}),
    ("geometry", None),
    ("geometry", {"type": "Point", "coordinates": [1, 2]}),
    ("geometry", {"type": "Polygon", "coordinates": []}),
    ("geometry", {"type": "MultiPolygon", "coordinates": [[]]}),
    ("geometry", {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1]]]}),
    ("geometry", {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 1]]]}),
    ("geometry", {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 91], [0, 0]]]}),
    ("geometry", {"type": "Polygon", "coordinates": [[[0, 0], ["1", 0], [1, 1], [0, 0]]]}),
    ("geometry", {"type": "Polygon", "coordinates": [[0, 0, 0, 0]]}),
    ("geometry", {"type": "Polygon", "coordinates": {"a": 1}}),
]


@pytest.mark.parametrize(("key", "value"), CHANGES, ids=lambda value: str(value)[:50])
def test_what_is_no_outline_is_refused(tmp_path, key, value):
    document = json.loads(SPECIMEN.read_text())
    (document if key == "features" else document["features"][0])[key] = value
    path = tmp_path / "outlines.geojson"
    path.write_text(json.dumps(document))
    with pytest.raises(SourceError) as caught:
        parse(path)
    assert caught.value.kind == "not_data"


def test_a_region_that_stands_twice_is_refused(tmp_path):
    path = tmp_path / "outlines.geojson"
    path.write_text(SPECIMEN.read_text().replace('"XX02"', '"XX01"'))
    with pytest.raises(SourceError):
        parse(path)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200), st.integers(0, 2000), st.integers(0, 300))
def test_any_damage_is_outlines_or_a_typed_error(tmp_path, piece, start, length):
    data = SPECIMEN.read_bytes()
    path = tmp_path / "outlines.geojson"
    for damaged in (piece, data[:start] + piece + data[start + length :]):
        path.write_bytes(damaged)
        try:
            assert parse(path)["features"]
        except SourceError as error:
            assert error.remedy  # noqa: PT017
