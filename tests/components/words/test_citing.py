"""A figure cited: a line in the manner of APA, and an entry that BibTeX can read whatever the title holds."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.words.citing import Work, apa, bibtex
from components.words.text import Speaker

WORK = Work(
    service="Osloregionen i Europa",
    title="Osloregionen er nr. 5 av 12; Dublin er best. Innbyggere 25–64 år med høyere utdanning, prosent, 2024.",
    publisher="Eurostat",
    datasets=("tgs00109", "edat_lfse_04"),
    years="tall for 2024",
    release=3,
    year=2026,
    address="https://eksempel.no/talent?lang=nb&year=2024#ranking",
    key="osloregionen-talent-ranking-3",
)


def test_the_line_in_bokmal():
    assert apa(Speaker("nb"), WORK) == (
        "Osloregionen i Europa. (2026). Osloregionen er nr. 5 av 12; Dublin er best. Innbyggere 25–64 år med høyere "
        "utdanning, prosent, 2024 (datautgave 3) [Figur]. Data: Eurostat (tgs00109, edat_lfse_04), tall for 2024. "
        "https://eksempel.no/talent?lang=nb&year=2024#ranking"
    )


def test_the_line_in_english_without_codes():
    line = apa(Speaker("en"), replace(WORK, datasets=(), title="First", years="figures for 2024"))
    assert line.startswith(
        "Osloregionen i Europa. (2026). First (release 3) [Figure]. Data: Eurostat, figures for 2024. "
    )


def test_the_entry():
    assert bibtex(Speaker("nb"), replace(WORK, title="A & B: 50 %")) == (
        "@misc{osloregionen-talent-ranking-3,\n"
        "  author = {{Osloregionen i Europa}},\n"
        "  title = {{A \\& B: 50 \\%}},\n"
        "  year = {2026},\n"
        "  version = {3},\n"
        "  note = {Data: Eurostat (tgs00109, edat\\_lfse\\_04), tall for 2024. Datautgave 3.},\n"
        "  url = {https://eksempel.no/talent?lang=nb&year=2024#ranking},\n"
        "  language = {norsk}\n}\n"
    )


@pytest.mark.parametrize("language", ["nb", "en"])
@given(title=st.text(max_size=60))
def test_braces_always_close(language, title):
    entry = bibtex(Speaker(language), replace(WORK, title=title))
    plain = re.sub(r"\\.", "", entry)
    assert plain.count("{") == plain.count("}")
