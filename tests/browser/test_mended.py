"""A reader whose page could show no figures, once whoever runs the service has mended the store."""

import shutil

from tests.application import Application


def test_the_page_comes_by_itself_once_the_store_can_be_read(person, database_url, tmp_path):
    store = tmp_path / "store.sqlite"
    store.write_bytes(b"this is no database" * 100)
    with Application(f"sqlite:///{store}", tmp_path / "log.txt", ready="/health") as address:
        reader = person(address)
        reader.page.goto(f"{address}/talent")
        reader.page.get_by_text("Siden kommer av seg selv når feilen er rettet.").wait_for()
        assert "Databasen er skadet" in reader.page.locator(".stMain").inner_text()
        whole = tmp_path / "whole.sqlite"
        shutil.copyfile(database_url.removeprefix("sqlite:///"), whole)
        whole.replace(store)
        reader.settled()
        assert reader.title == "Talent"
        assert not [told for told in reader.complaints if "Content Security Policy" in told]
