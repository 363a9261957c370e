"""The one entry point: `streamlit run app.py`, `uvicorn app:app`, and AppTest.

Imported by a server it defines the application; run as a script, once a reader and view, it shows the page.
"""

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

if get_script_run_ctx(suppress_warning=True) is None:
    from server.application import exception_handlers, lifespan, middleware, routes

    # `streamlit run` looks for this very call in the file's text.
    app = st.App(
        __file__,
        routes=routes(),
        middleware=middleware(),
        lifespan=lifespan,
        exception_handlers=exception_handlers(),
    )
else:
    from pages.shell.page import show

    show()
