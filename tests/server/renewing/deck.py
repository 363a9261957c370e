"""Decks as a person sends them, and what stands in those that come back."""

import io

from pptx import Presentation

from pages.exhibits.registry import exhibit, view_of

NIGHTS = {"indicator": "nights_total"}  # release 2 revises Osloregionen's of 2024


def opened(content):
    return Presentation(io.BytesIO(content))


def saved(deck):
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def given(client, content, language="nb", **more):
    return client.post(f"/forny?lang={language}", files={"deck": ("mine.pptx", content)}, **more)


def renewed(client, content):
    answer = given(client, content)
    assert answer.status_code == 200, answer.text
    return opened(answer.content)


def shown(deck):
    return [slide for slide in deck.slides if slide._element.get("show") != "0"]


def charts(slide):
    return [shape for shape in slide.shapes if shape.has_chart]


def words(slide):
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def told(deck):
    """The rows of the hidden slides at the end."""
    tables = [
        s.table for slide in deck.slides if slide._element.get("show") == "0" for s in slide.shapes if s.has_table
    ]
    return [tuple(cell.text for cell in row.cells) for table in tables for row in list(table.rows)[1:]]


def values(slide):
    (frame,) = charts(slide)
    return dict(zip(frame.chart.plots[0].categories, frame.chart.plots[0].series[0].values, strict=True))


def now(key, release="2"):
    """The values of a figure by region, as its page has them."""
    rows = exhibit(view_of("besokende", {"release": release, **NIGHTS})[0], key).rows
    region, value = rows.columns.index("region"), rows.columns.index("value")
    return {row[region]: row[value] for row in rows.cells}
