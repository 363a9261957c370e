"""What the doctor finds: each trouble made on purpose, named with what to do."""

import os
import shutil
import sqlite3
from datetime import UTC, datetime, timedelta
from importlib.metadata import version

import pytest

from data_sources.last_check import Check, keep
from data_sources.settings import PROJECT, Settings
from server import doctor
from server.open_files import EACH, RESERVED
from tests.command import run

NOW = datetime.now(UTC)


def told(findings):
    """What is wrong, in one text; "" where nothing is."""
    return "\n".join(f"{one.what}: {one.found} → {one.remedy}" for one in findings if one.wrong)


def test_an_old_python_is_named():
    assert "3.10.4" in told(doctor.python((3, 10, 4)))
    assert told(doctor.python((3, 11, 0))) == ""


def test_what_is_installed_is_compared_with_what_was_pinned(tmp_path):
    pinned = tmp_path / "requirements.txt"
    pinned.write_text(
        "# a comment\n"
        f"pandas=={version('pandas')} \\\n    --hash=sha256:00\n"
        "numpy==0.1 \\\n    --hash=sha256:00\n"
        "no-such-package==1.0 \\\n    --hash=sha256:00\n"
        "only-elsewhere==1.0 ; sys_platform == 'win32' \\\n    --hash=sha256:00\n"
    )
    found = told(doctor.packages(pinned))
    assert f"numpy is {version('numpy')}, not 0.1" in found
    assert "no-such-package is not installed" in found
    assert found.count("\n") == 1
    assert "make install" in found
    assert "none.txt" in told(doctor.packages(tmp_path / "none.txt"))


def test_a_setting_that_does_nothing_is_named_with_the_one_that_is_meant():
    found = told(doctor.variables({"OSLOREGION_DATABSE_URL": "x", "OSLOREGION_XYZ": "y", "PATH": "z"}))
    assert "OSLOREGION_DATABSE_URL is unknown and does nothing → Is OSLOREGION_DATABASE_URL meant?" in found
    assert "OSLOREGION_XYZ is unknown" in found
    assert "PATH" not in found
    assert told(doctor.variables({"OSLOREGION_OPEN_PAGES": "5"})) == ""


@pytest.fixture
def own(database_url, tmp_path):
    """Settings with a copy of the tests' store."""
    path = tmp_path / "store.sqlite"
    shutil.copyfile(database_url.removeprefix("sqlite:///"), path)
    return Settings(database_url=f"sqlite:///{path}", raw_answers=tmp_path / "answers"), path


def test_the_store_is_read_through(own):
    chosen, path = own
    lines = list(doctor.figures(chosen, NOW + timedelta(days=20)))
    assert told(lines) == ""
    assert "release 1, 20 days old" in lines[0].found or "release 1, 19 days old" in lines[0].found
    assert "never asked" in lines[1].found
    assert "timer" in lines[1].remedy
    with sqlite3.connect(path) as one:
        one.execute("UPDATE alembic_version SET version_num = '0001'")
    one.close()
    assert "store_too_old" in told(doctor.figures(chosen, NOW))
    path.write_bytes(b"no database" * 999)
    assert "store_damaged" in told(doctor.figures(chosen, NOW))
    path.unlink()
    assert "data_sources.prepare" in told(doctor.figures(chosen, NOW))


@pytest.mark.parametrize(("days", "refused", "remedy"), [(3, 5, False), (40, 5, True), (3, 12, False), (3, 13, True)])
def test_the_last_refresh_is_told(own, days, refused, remedy):
    chosen, _ = own
    chosen.raw_answers.mkdir()
    keep(chosen.raw_answers, Check((NOW - timedelta(days=days)).isoformat(), 120, None, {}, {}, refused=refused))
    line = list(doctor.figures(chosen, NOW))[1]
    assert f"{days} days ago; {refused} of 120 indicators refused" in line.found
    assert bool(line.remedy) is remedy


def test_folders_that_cannot_be_written_are_named(own, monkeypatch):
    chosen, path = own
    assert told(doctor.folders(chosen)) == ""

    def refused(dir):  # noqa: A002 - as tempfile calls it; root may write anywhere
        raise PermissionError(13, "Permission denied", str(dir))

    monkeypatch.setattr(doctor, "TemporaryFile", refused)
    found = told(doctor.folders(chosen))
    assert f"{path.parent} (store): Permission denied" in found
    assert f"{chosen.raw_answers} (raw answers): Permission denied" in found


def test_an_address_that_is_none_is_told_and_nothing_breaks(tmp_path):
    chosen = Settings(database_url="nonsense", raw_answers=tmp_path)
    assert told(doctor.folders(chosen)) == ""
    assert "The database address cannot be used (store_unavailable)" in told(doctor.figures(chosen, NOW))


def test_a_full_disk_is_named(own, monkeypatch):
    monkeypatch.setattr(doctor.shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10, 9, 3_000_000))
    assert "3 MB are free" in told(doctor.folders(own[0]))


def test_too_few_open_files_are_named():
    chosen = Settings(open_pages=1_000)
    found = told(doctor.open_files(chosen, lambda: RESERVED + EACH * 999))
    assert "999 pages may be open, not 1000" in found
    assert "LimitNOFILE" in found
    assert told(doctor.open_files(chosen, lambda: RESERVED + EACH * 1_000)) == ""


def test_fonts_and_the_working_folder(monkeypatch, tmp_path):
    assert told(doctor.fonts()) == ""
    monkeypatch.setattr(doctor, "FONT", "Times")
    assert "Times is missing" in told(doctor.fonts())
    assert told(doctor.configuration(PROJECT)) == ""
    assert "WorkingDirectory" in told(doctor.configuration(tmp_path))


def test_what_the_settings_add_is_tried(tmp_path):
    empty = Settings(snapshot=tmp_path, pptx_template=tmp_path / "none.pptx")
    found = told(doctor.embedded(empty))
    assert "embedded figures" in found
    assert "slides" in found


def test_the_command_says_all_and_how_it_went(own, monkeypatch):
    chosen, path = own
    monkeypatch.setattr(doctor, "packages", lambda: iter(()))  # this environment may have newer ones than were pinned
    environment = {"OSLOREGION_DATABASE_URL": chosen.database_url, "OSLOREGION_RAW_ANSWERS": str(path.parent / "raw")}
    well = run(doctor.main, (), environment)
    assert (well.returncode, well.output.splitlines()[-1]) == (0, "Nothing is wrong.")
    assert f"{os.getcwd()}." in well.output
    ill = run(doctor.main, (), environment | {"OSLOREGION_OPEN_PAGE": "5"})
    assert (ill.returncode, ill.output.splitlines()[-1]) == (1, "1 to mend.")
    worse = run(doctor.main, (), environment | {"OSLOREGION_OPEN_PAGES": "many"})
    assert "OSLOREGION_OPEN_PAGES" in worse.output
    assert worse.returncode == 1
