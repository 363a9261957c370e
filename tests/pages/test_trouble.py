"""What readers see while figures cannot be shown: a reason in their language and a code; never a path, host or user."""

import re

import pytest

from pages.known import releases
from tests.kept import looking_at


@pytest.fixture
def damaged(tmp_path):
    path = tmp_path / "secret-folder.sqlite"
    path.write_bytes(b"this is no database" * 100)
    with looking_at(f"sqlite:///{path}"):
        yield path


@pytest.mark.parametrize(("lang", "words"), [("nb", "Databasen er skadet"), ("en", "The database is damaged")])
def test_a_store_in_trouble_is_told_by_a_code_that_the_log_explains(draw, damaged, caplog, lang, words):
    page = draw("talent", lang=lang)
    assert not page.app.exception
    assert words in page.app.error[0].value
    code = page.app.code[0].value
    assert re.fullmatch(r"store_damaged-[0-9a-f]{6}", code)
    told = " ".join(
        str(element.value) for kind in ("error", "code", "markdown", "title") for element in page.app.get(kind)
    )
    assert "secret-folder" not in told + page.app.get("html").__repr__()
    (line,) = {record.getMessage() for record in caplog.records if record.name == "osloregionen"}
    assert line.startswith(f"[{code}]")
    assert str(damaged) in line
    assert "prepare" in line
    (waits,) = (element.proto.body for element in page.app.get("html") if "data-mending" in element.proto.body)
    assert "location.reload()" in waits


def test_a_database_server_keeps_its_address_to_itself(draw, caplog):
    with looking_at("postgresql+psycopg://somebody:secret@127.0.0.1:9/none"):
        page = draw("talent", lang="nb")
    shown = " ".join(str(e.value) for kind in ("error", "code", "markdown") for e in page.app.get(kind))
    for word in ("somebody", "secret", "127.0.0.1"):
        assert word not in shown
    assert "secret" not in caplog.text
    assert "127.0.0.1:9" in caplog.text


@pytest.mark.parametrize(("lang", "title"), [("nb", "Tjenesten starter"), ("en", "The service is starting")])
def test_while_the_service_starts_pages_say_so_and_come_by_themselves(draw, lang, title):
    releases.starting.set()
    try:
        page = draw("talent", lang=lang)
    finally:
        releases.starting.clear()
    assert page.app.title[0].value == title
    assert "location.reload()" in "".join(element.proto.body for element in page.app.get("html"))
