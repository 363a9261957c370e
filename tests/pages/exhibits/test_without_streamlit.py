"""What pages show needs no Streamlit: it comes in a process that has none."""

import json
import subprocess
import sys

from pages.exhibits.registry import PAGES, seen, view_of
from tests.conftest import PROJECT

PROGRAM = """
import json
import sys


class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] == "streamlit":
            raise ImportError(f"{name} is not here")


sys.meta_path.insert(0, Blocked())
from pages.exhibits.registry import PAGES, seen, view_of

found = {}
for slug in PAGES:
    page = seen(view_of(slug, {})[0])
    found[slug] = [len(page.parts), list(page.exhibits)]
try:
    import streamlit
except ImportError:
    print(json.dumps(found))
"""


def test_every_page_is_made(environment):
    made = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=PROJECT, env=environment, capture_output=True, text=True, check=False
    )
    assert made.returncode == 0, made.stderr
    pages = {slug: seen(view_of(slug, {})[0]) for slug in PAGES}
    assert json.loads(made.stdout) == {slug: [len(one.parts), list(one.exhibits)] for slug, one in pages.items()}
