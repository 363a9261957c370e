"""The view in the address, as Streamlit runs it."""

import time

import pytest
from streamlit.runtime.state import SafeSessionState, SessionState
from streamlit.runtime.state.common import TESTING_KEY
from streamlit.testing.v1 import AppTest

from models.catalogue import load_catalogue

VERSION = f"catalogue={load_catalogue().rules.version}"


def _page():
    import streamlit as st

    from components.screen import address
    from components.view import Choosable
    from models.catalogue import load_catalogue

    choosable = Choosable(load_catalogue(), (1,), ("NO08", "NO081"))
    asked = address.language()  # before the address is put right
    address.load("talent", (), choosable)
    view = address.current("talent", (), choosable)
    address.save(view)
    st.text(" ".join(f"{k}={v}" for k, v in view.to_query().items()))
    st.text(f"{asked} {len(address.ignored())}")


@pytest.fixture
def app():
    return AppTest.from_function(_page, default_timeout=30)


def test_the_address_becomes_the_view_and_the_view_the_address(app):
    app.query_params.update({"lang": "en", "peers": "SE11,XX99"})
    app.run()
    assert not app.exception
    assert [t.value for t in app.text] == [f"lang=en lens=NO08 peers=SE11 release=1 {VERSION}", "en 1"]
    assert app.query_params["peers"] == "SE11"
    assert app.query_params["release"] == "1"


def test_a_region_that_becomes_the_readers_own_is_no_peer_any_more(app):
    app.query_params.update({"lens": "NO081", "peers": "SE11,NO08"})
    app.run()
    assert app.text[0].value == f"lang=nb lens=NO081 peers=SE11,NO08 release=1 {VERSION}"
    app.session_state["q.lens"] = "NO08"
    app.run()
    assert not app.exception
    assert app.text[0].value == f"lang=nb lens=NO08 peers=SE11 release=1 {VERSION}"


def test_an_unknown_language_is_bokmål(app):
    app.query_params["lang"] = "../../sv"
    app.run()
    assert app.text[1].value == "nb 1"


@pytest.mark.parametrize("size", [100_000, 1_000_000])
def test_what_an_address_says_is_cut_before_it_is_looked_at(app, size):
    app.query_params.update(
        {"peers": "SE11," * (size // 5), "x" * size: "y" * size, **{f"k{n}": "v" for n in range(999)}}
    )
    start = time.process_time()
    app.run()
    assert not app.exception
    assert time.process_time() - start < 5
    assert int(app.text[1].value.split()[1]) <= 60


def _choosing():
    import streamlit as st

    from components.screen import address
    from components.view import Choosable, Option
    from models.catalogue import load_catalogue

    choosable = Choosable(load_catalogue(), (1,), ("NO08",))
    options = (Option("year", "år", lambda _: ("2020", "2021", "2022"), lambda _: "2022"),)
    address.load("talent", options, choosable)
    view = address.current("talent", options, choosable)
    address.save(view)
    st.selectbox("År", ["2020", "2021", "2022"], key=address.key("year"), format_func=lambda y: f"i {y}")
    st.text(view.option("year"))
    address.heed()


def forget(app):
    """What the server does when it is started anew: the browser keeps its widgets, the session is another."""
    state = SessionState()
    state[TESTING_KEY] = app._session_state[TESTING_KEY]  # what AppTest knows of the widgets
    app._session_state = SafeSessionState(state, lambda: None)


def test_a_choice_made_while_the_server_had_forgotten_the_reader_holds():
    app = AppTest.from_function(_choosing, default_timeout=30)
    app.query_params["year"] = "2021"
    app.run()
    assert app.text[0].value == "2021"
    app.selectbox[0].select("2020")
    forget(app)
    app.run()
    assert not app.exception
    assert app.text[0].value == "2020"
    assert app.query_params["year"] == "2020"
    app.selectbox[0].select("2022").run()
    assert app.text[0].value == "2022"


def test_who_had_chosen_nothing_comes_back_to_the_address():
    app = AppTest.from_function(_choosing, default_timeout=30)
    app.query_params["year"] = "2021"
    app.run()
    app.selectbox[0].select("2021")
    forget(app)
    app.run()
    assert (app.text[0].value, app.query_params["year"]) == ("2021", "2021")
