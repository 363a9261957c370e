import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from server import static
from server.static import STATIC, StaticFiles, file_of

SCRIPT = min((STATIC / "js").glob("*.js"))
ADDRESS = f"/static/js/{SCRIPT.name}"


@pytest.fixture
def client():
    page = Route("/{path:path}", lambda _: PlainTextResponse("passed on", status_code=404))
    return TestClient(Starlette(routes=[page], middleware=[Middleware(StaticFiles)]))


def test_scripts_come_compressed_and_keep(client):
    answer = client.get(ADDRESS)
    assert answer.headers["content-encoding"] == "gzip"
    assert "immutable" in answer.headers["cache-control"]
    assert "javascript" in answer.headers["content-type"]
    assert answer.content == SCRIPT.read_bytes()


def test_who_takes_no_gzip_gets_the_plain_file(client):
    answer = client.get(ADDRESS, headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in answer.headers
    assert "immutable" in answer.headers["cache-control"]


@pytest.mark.parametrize(
    "address", ["/static/js/none.js", "/static/", "/static/js", "/talent", "/static/media/x.woff2"]
)
def test_everything_else_is_passed_on(client, address):
    assert client.get(address).text == "passed on"


@pytest.mark.parametrize(
    "address",
    [
        "/static/../../../setup.json",
        "/static/../index.html",
        "/static//etc/hosts.json",
        "/static/js/../../../config.py",
        "/static/\0.js",
        "/static/" + "a" * 300 + ".js",
    ],
)
def test_nothing_outside_the_folder_is_served(address, tmp_path, monkeypatch):
    assert file_of(address) is None
    # Files that are there, of a kind that is served, beside the folder: by a way up, whole, and by a link.
    folder = tmp_path / "static"
    (folder / "js").mkdir(parents=True)
    (tmp_path / "beside.json").write_text("{}", encoding="utf-8")
    (folder / "own.json").write_text("{}", encoding="utf-8")
    (folder / "link.json").symlink_to(tmp_path / "beside.json")
    monkeypatch.setattr(static, "STATIC", folder)
    assert file_of("/static/own.json") == folder / "own.json"
    for way in ("../beside.json", "js/../../beside.json", f"/{tmp_path}/beside.json", "link.json"):
        assert file_of(f"/static/{way}") is None
