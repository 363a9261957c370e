"""The view in the address, as Streamlit runs it."""

import pytest
from streamlit.testing.v1 import AppTest


def _page():
    import streamlit as st

    from components import view_state
    from components.view import Frame
    from models.catalogue import load_catalogue

    frame = Frame(load_catalogue(), (1,), ("NO08", "NO081"))
    asked = view_state.language()  # before the address is put right
    view_state.load("talent", (), frame)
    view = view_state.current("talent", (), frame)
    view_state.save(view)
    st.text(" ".join(f"{k}={v}" for k, v in view.to_query().items()))
    st.text(f"{asked} {len(view_state.ignored())}")


@pytest.fixture
def app():
    return AppTest.from_function(_page, default_timeout=30)


def test_the_address_becomes_the_view_and_the_view_the_address(app):
    app.query_params.update({"lang": "en", "peers": "SE11,XX99"})
    app.run()
    assert not app.exception
    assert [t.value for t in app.text] == ["lang=en lens=NO08 peers=SE11 release=1", "en 1"]
    assert app.query_params["peers"] == "SE11"
    assert app.query_params["release"] == "1"


def test_a_region_that_becomes_the_readers_own_is_no_peer_any_more(app):
    app.query_params.update({"lens": "NO081", "peers": "SE11,NO08"})
    app.run()
    assert app.text[0].value == "lang=nb lens=NO081 peers=SE11,NO08 release=1"
    app.session_state["q.lens"] = "NO08"
    app.run()
    assert not app.exception
    assert app.text[0].value == "lang=nb lens=NO08 peers=SE11 release=1"


def test_an_unknown_language_is_bokmål(app):
    app.query_params["lang"] = "../../sv"
    app.run()
    assert app.text[1].value == "nb 1"
