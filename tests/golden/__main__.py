"""`python -m tests.golden`: keep every exhibit as it is now; what has changed stands in the difference to review."""

import tempfile

from data_sources.prepare import prepare
from data_sources.settings import Settings
from tests.golden.exhibits import LINES, write
from tests.kept import looking_at

with tempfile.TemporaryDirectory() as folder:
    url = f"sqlite:///{folder}/figures.sqlite"
    prepare(Settings(database_url=url))
    with looking_at(url):
        print(f"{write()} exhibits: {LINES}")
