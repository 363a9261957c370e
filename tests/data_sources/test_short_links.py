"""Short links: one code a view, for good, on both databases; a store that cannot be written costs nothing else."""

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_sources.errors import DataError
from data_sources.short_links import ALPHABET, LENGTH, LONGEST, ShortLinks, TooManyLinks, understood
from data_sources.store import engine as store


@pytest.fixture
def links(url):
    engine = store.create(url)
    with engine.execution_options(writes=True).begin() as connection:
        store.migrate(connection)
    engine.dispose()
    return ShortLinks(url)


def test_the_same_view_has_the_same_code_and_another_has_another(links):
    one, other = links.code("/talent?lang=nb"), links.code("/talent?lang=en")
    assert links.code("/talent?lang=nb") == one != other
    assert links.address(one) == "/talent?lang=nb"
    assert links.address(other) == "/talent?lang=en"
    assert {len(one), len(other)} == {LENGTH}
    assert set(one + other) <= set(ALPHABET)
    assert links.address("2222222222") is None


def test_many_who_ask_at_once_get_one_code(links):
    found, errors = [], []

    def ask():
        try:
            found.append(links.code("/oversikt?lang=nb"))
        except DataError as error:
            errors.append(error)

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert len(found) == 6
    assert len(set(found)) == 1


def test_a_store_put_in_its_place_gets_the_next_link(tmp_path):
    files = [tmp_path / name for name in ("store.sqlite", "other.sqlite")]
    for file in files:
        engine = store.create(f"sqlite:///{file}")
        with engine.execution_options(writes=True).begin() as connection:
            store.migrate(connection)
        engine.dispose()
    links = ShortLinks(f"sqlite:///{files[0]}")
    lost = links.code("/talent?lang=nb")
    files[1].replace(files[0])
    assert links.address(lost) is None
    code = links.code("/talent?lang=nb")
    assert links.address(code) == "/talent?lang=nb"
    assert ShortLinks(f"sqlite:///{files[0]}").address(code) == "/talent?lang=nb"


def test_known_links_need_no_allowance(links):
    code = links.code("/talent?lang=nb")
    assert links.code("/talent?lang=nb", lambda: False) == code
    with pytest.raises(TooManyLinks):
        links.code("/talent?lang=en", lambda: False)


def test_no_longer_address_than_can_be_asked_for(links):
    with pytest.raises(ValueError, match="too long"):
        links.code("/" + "x" * LONGEST)


def test_a_store_that_is_not_there_is_told(tmp_path):
    links = ShortLinks(f"sqlite:///{tmp_path / 'none' / 'x.sqlite'}")
    with pytest.raises(DataError):
        links.code("/talent")
    with pytest.raises(DataError):
        links.address("2222222222")
    assert not (tmp_path / "none").exists()


@given(st.text(max_size=14))
def test_what_is_typed_is_a_code_or_nothing(given_text):
    code = understood(given_text)
    assert code is None or (len(code) == LENGTH and set(code) <= set(ALPHABET))


def test_codes_are_understood_as_people_write_them():
    assert understood(" ABCDEFGHJK ") == "abcdefghjk"
    assert understood("abcdefghj0") is None
    assert understood("abcdefghj") is None
