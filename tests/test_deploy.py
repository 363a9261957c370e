"""The files for those who run the service say what the program needs; what can be tried without a machine is tried."""

import re
import shutil
import subprocess

import httpx
import pytest
import yaml

from components.export.slides.given import LARGEST
from data_sources.settings import Settings
from pages.navigation import NAVIGATION
from server import sent
from server.application import routes
from server.open_files import WANTED
from server.short import LONGEST
from tests.conftest import PROJECT
from tests.drills.proxied import MEMBER, NGINX, PAGES, WITHOUT, Proxy
from tests.drills.service import free_port

DEPLOY = PROJECT / "deploy"
UNITS = sorted((DEPLOY / "systemd").glob("*.service"))
TEXTS = {path: path.read_text(encoding="utf-8") for path in DEPLOY.rglob("*") if path.is_file()}


@pytest.mark.skipif(NGINX is None, reason=WITHOUT)
@pytest.mark.parametrize("members_only", [False, True])
def test_nginx_takes_its_files(tmp_path, members_only):
    told = Proxy(tmp_path / "nginx", [9001, 9002], members_only=members_only).tested()
    assert told.returncode == 0, told.stderr
    assert "warn" not in told.stderr


@pytest.mark.skipif(NGINX is None, reason=WITHOUT)
def test_an_organisations_own_site_asks_who_it_is_on_every_address(tmp_path):
    """No instance is there: who is logged in reaches nobody (502), all others are sent to the login before that."""
    named = {re.sub(r"\{[^}]+\}", "x", route.path) for route in routes()}
    theirs = {"/", "/_stcore/stream", "/_stcore/health", "/static/js/x.js", "/media/x", "/what-comes"}
    paths = named | theirs | {f"/{spec.slug}" for spec in NAVIGATION}
    assert {"/katalog.ttl", "/figur/x/x", "/vis/x/hendelser", "/s/x", "/forny", "/sitemap.xml"} <= paths
    with (
        Proxy(tmp_path / "nginx", [free_port(), free_port()], members_only=True) as proxy,
        httpx.Client(base_url=proxy.address, verify=False, trust_env=False) as reader,
    ):
        for path in paths - {"/metrics"}:
            for method in ("GET", "HEAD", "POST", "PUT"):
                answer = reader.request(method, path)
                assert answer.status_code == 302, (method, path)
                assert answer.headers["location"].split("?")[0].endswith("/oauth2/start")
        assert reader.get("/talent", headers=MEMBER).status_code == 502
        assert reader.get("/metrics", headers=MEMBER).status_code == 404
    open_to_all = re.findall(
        r"location (\S+) \{\s+auth_request off;", "".join(TEXTS[path] for path in TEXTS if path.suffix == ".conf")
    )
    assert open_to_all == ["/oauth2/"]


@pytest.mark.skipif(NGINX is None, reason=WITHOUT)
@pytest.mark.parametrize("members_only", [False, True])
def test_what_nginx_answers_by_itself_is_a_page_in_both_languages(tmp_path, members_only):
    with (
        Proxy(tmp_path / "nginx", [free_port(), free_port()], members_only=members_only) as proxy,
        httpx.Client(base_url=proxy.address, verify=False, trust_env=False, headers=MEMBER) as reader,
    ):
        away = reader.get("/talent?lang=nb")
        deck = reader.post("/forny", content=b"x" * 65_537)  # more than other addresses take
        assert (deck.status_code, deck.text) == (502, away.text)
        large = reader.post("/s", content=b"x" * 65_537)
        assert (away.status_code, large.status_code) == (502, 413)
        assert away.headers["retry-after"] == "5"
        assert away.headers["cache-control"] == "no-store"
        for answer, norwegian, english in (
            (away, "Tjenesten svarer ikke", "The service does not answer"),
            (large, "Det som ble sendt, er for stort", "What was sent is too large"),
        ):
            assert answer.headers["content-type"] == "text/html; charset=utf-8"
            assert answer.headers["strict-transport-security"] == "max-age=31536000"
            assert f"<h1>{norwegian}</h1>" in answer.text
            assert f'<div lang="en">\n<h2>{english}</h2>' in answer.text
        assert f"{LARGEST // 1024**2} MB" in large.text
        assert [reader.get(f"/{page}").status_code for page in PAGES] == [404, 404]  # for nginx itself alone


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd-analyze here")
def test_systemd_takes_its_files(tmp_path):
    for path in (DEPLOY / "systemd").iterdir():
        # Program and user are made by the installation.
        text = re.sub(r"/srv/osloregionen\S*", "/bin/true", path.read_text(encoding="utf-8"))
        text = text.replace("WorkingDirectory=/bin/true", "WorkingDirectory=/").replace(
            "User=osloregionen", "User=daemon"
        )
        (tmp_path / path.name.replace("@", "@8501")).write_text(text, encoding="utf-8")
    made = [str(path) for path in tmp_path.iterdir()]
    told = subprocess.run(["systemd-analyze", "verify", "--man=no", *made], capture_output=True, text=True, check=False)
    ours = [line for line in told.stderr.splitlines() if "osloregionen" in line]
    assert ours == []


@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.name)
def test_each_unit_runs_a_module_that_is_there_as_a_user_without_rights(unit):
    text = TEXTS[unit]
    for module in re.findall(r"python -m ([\w.]+)", text):
        path = PROJECT / module.replace(".", "/")
        assert path.with_suffix(".py").exists() or (path / "__main__.py").exists()
    assert "User=osloregionen" in text
    assert {"NoNewPrivileges=yes", "ProtectSystem=strict", "ProtectHome=yes", "PrivateTmp=yes"} <= set(text.split("\n"))


@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.name)
def test_units_and_commands_by_hand_have_the_same_settings(unit):
    assert "EnvironmentFile=/etc/osloregionen.env" in TEXTS[unit]
    assert ". /etc/osloregionen.env" in TEXTS[DEPLOY / "osloregionen"]
    written = dict(re.findall(r"^(OSLOREGION_\w+)=(.+)$", TEXTS[DEPLOY / "osloregionen.env"], re.MULTILINE))
    state = re.search(r"^StateDirectory=(\w+)$", TEXTS[unit], re.MULTILINE)[1]
    assert all(f"/var/lib/{state}/" in value for value in written.values())


def test_an_instance_may_open_as_many_files_as_the_program_takes_and_logs_no_reader():
    text = TEXTS[DEPLOY / "systemd" / "osloregionen@.service"]
    assert f"LimitNOFILE={WANTED}" in text
    for path in (DEPLOY / "systemd" / "osloregionen@.service", DEPLOY / "Containerfile"):
        assert re.search(r"uvicorn app:app .*--no-access-log.*--timeout-graceful-shutdown 10", TEXTS[path])


def test_settings_that_are_named_exist():
    known = {f"OSLOREGION_{name.upper()}" for name in Settings.model_fields}
    assert {name for text in TEXTS.values() for name in re.findall(r"OSLOREGION_[A-Z_]+", text)} <= known


def test_the_proxy_waits_for_readers_and_logs_none_of_them():
    text = TEXTS[DEPLOY / "nginx" / "osloregionen.conf"]
    form = re.search(r"log_format osloregionen '([^']+)'", text)[1]
    assert not {"$remote_addr", "$request", "$args", "$request_uri", "$http_referer", "$http_user_agent"} & set(
        form.split()
    )
    passed_on = TEXTS[DEPLOY / "nginx" / "passed-on.conf"]
    assert "proxy_read_timeout 4h;" in passed_on
    # The address that limits count by is the one that nginx sees, not one that a reader sends.
    assert "X-Forwarded-For $remote_addr;" in passed_on


def test_the_proxy_lets_through_what_the_program_takes():
    text = TEXTS[DEPLOY / "nginx" / "osloregionen.conf"]
    deck = re.search(r"location = /forny \{\s+client_max_body_size (\d+)m;", text)
    assert int(deck[1]) * 1024**2 > LARGEST
    others = re.search(r"^    client_max_body_size (\d+)k;", text, re.MULTILINE)
    assert int(others[1]) * 1024 > LONGEST
    presentation = re.search(r"location /vis \{\s+client_max_body_size (\d+)m;", text)
    assert int(presentation[1]) * 1024**2 > sent.LONGEST
    takes = {route.path for route in routes() if "POST" in (getattr(route, "methods", None) or ())}
    assert {path for path in takes if path != "/vis" and not path.startswith("/vis/")} == {"/s", "/forny"}


def test_the_composition_has_two_instances_behind_the_proxy_over_one_store():
    made = yaml.safe_load(TEXTS[DEPLOY / "compose.yaml"])
    services = made["services"]
    assert set(services) == {"proxy", "one", "two", "store", "refresh"}
    assert [name for name, one in services.items() if "ports" in one] == ["proxy"]
    upstream = set(re.findall(r"server (\w+):8501", TEXTS[DEPLOY / "nginx" / "instances-compose.conf"]))
    assert upstream == {"one", "two"}
    shared = {services[name]["environment"]["OSLOREGION_DATABASE_URL"] for name in ("one", "two", "refresh")}
    assert len(shared) == 1
    mounted = [volume.split(":")[0] for volume in services["proxy"]["volumes"]]
    assert all((DEPLOY / path).exists() for path in mounted if path != "./tls")


def test_what_the_image_copies_is_there_and_let_through():
    let = set(re.findall(r"^!(\S+)", (PROJECT / ".dockerignore").read_text(encoding="utf-8"), re.MULTILINE))
    copied = [
        re.sub(r"^--from=\S+ \S+", "", rest).split()[:-1]
        for rest in re.findall(r"^COPY (.+)$", TEXTS[DEPLOY / "Containerfile"], re.MULTILINE)
    ]
    named = {name for names in copied for name in names} - {".venv"}
    assert all((PROJECT / name).exists() for name in named)
    assert named <= let
    assert {path.name for path in PROJECT.iterdir() if (path / "__init__.py").exists()} - {"tests"} <= named | {
        "benchmarks"
    }
