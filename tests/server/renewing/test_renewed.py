"""Decks of release 1, changed by a person, renewed with release 2: what is ours is new, what is theirs stays."""

import io
import shutil
import subprocess

import pytest
import python_calamine
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.util import Emu

from components.export.slides.record import Record, engraved, of_slide
from components.html.tools import office_address
from pages.exhibits.registry import exhibit, view_of
from server import decks, files
from tests.server.renewing.deck import NIGHTS, charts, now, opened, renewed, saved, shown, told, values, words

OFFICE = shutil.which("soffice")


def test_figures_chart_and_workbook_are_the_newest(client, made):
    before, after = shown(opened(made)), shown(renewed(client, made))
    assert len(after) == len(before)
    assert values(before[1])["Osloregionen"] == now("ranking", "1")["NO08"] == 11_904_456
    assert values(after[1])["Osloregionen"] == now("ranking")["NO08"] == 11_904_460
    assert sorted(values(after[1]).values()) == sorted(now("ranking").values())
    (frame,) = charts(after[1])
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(frame.chart.part.chart_workbook.xlsx_part.blob))
    sheet = book.get_sheet_by_index(0).to_python()
    assert dict(row[:2] for row in sheet[1:]) == values(after[1])
    for slide in after[1:]:
        assert "Datautgave\N{NO-BREAK SPACE}2." in words(slide)
        record, _ = of_slide(slide)
        assert record.query["release"] == "2"
    assert "Datautgave\N{NO-BREAK SPACE}2." in words(after[0])
    assert "release=2" in after[0].notes_slide.notes_text_frame.text


def test_what_has_moved_stands_on_hidden_slides(client, made):
    rows = told(renewed(client, made))
    assert (
        "2",
        "Osloregionen",
        "11 904 456 overnattinger (2024)",
        "11 904 460 overnattinger (2024, foreløpig tall)",
    ) in [tuple(cell.replace("\N{NO-BREAK SPACE}", " ") for cell in row) for row in rows]
    assert rows[0][1].startswith("Nye tall: ")


def test_what_a_person_has_changed_stays(client, made):
    deck = opened(made)
    first, second = deck.slides[1], deck.slides[2]
    first.shapes.title.text_frame.text = "Vår egen tittel"
    frame = charts(first)[0]
    frame.left, frame.top, frame.width = Emu(111_000), Emu(2_000_000), Emu(6_000_000)
    second.notes_slide.notes_text_frame.text = "Husk å hilse fra ordføreren."
    second.shapes.title.text_frame.paragraphs[0].runs[0].font.italic = True
    own = deck.slides.add_slide(deck.slide_layouts[1])
    own.shapes.title.text_frame.text = "Eget lysbilde"
    order = deck.slides._sldIdLst
    order.insert(1, order[-1])  # theirs first
    order.insert(2, order[3])  # and our second before our first
    after = renewed(client, saved(deck))
    titles = [slide.shapes.title.text_frame.text for slide in shown(after)]
    assert titles[1] == "Eget lysbilde"
    assert titles[3] == "Vår egen tittel"
    assert len(titles) == len(opened(made).slides) + 1
    trend, ranking = shown(after)[2], shown(after)[3]
    frame = charts(ranking)[0]
    assert (frame.left, frame.top, frame.width) == (111_000, 2_000_000, 6_000_000)
    assert values(ranking)["Osloregionen"] == 11_904_460
    assert trend.notes_slide.notes_text_frame.text == "Husk å hilse fra ordføreren."
    assert trend.shapes.title.text_frame.paragraphs[0].runs[0].font.italic
    said = [row[:2] for row in told(after)]
    assert ("4", "Tittelen er skrevet for hånd. Les den mot de nye tallene.") in said
    assert ("3", "Notatene er skrevet for hånd. Les dem mot de nye tallene.") in said


def test_a_chart_in_somebody_s_colours_keeps_them_and_gets_the_figures(client, made):
    deck = opened(made)
    fill = charts(deck.slides[1])[0].chart.plots[0].series[0].format.fill
    fill.solid()
    fill.fore_color.rgb = RGBColor(0x12, 0x34, 0x56)
    after = renewed(client, saved(deck))
    series = charts(after.slides[1])[0].chart.plots[0].series[0]
    assert str(series.format.fill.fore_color.rgb) == "123456"
    own = list(charts(after.slides[1])[0].chart.plots[0].categories).index("Osloregionen")
    assert series.points[own].data_label._dLbl.xpath("c:numFmt/@formatCode")[0].startswith('#,##0"*"'), (
        "the figure is provisional now"
    )
    assert values(after.slides[1])["Osloregionen"] == 11_904_460


def test_lines_in_somebody_s_colours_keep_them_and_get_the_figures(client, made):
    deck = opened(made)
    charts(deck.slides[2])[0].chart.plots[-1].series[-1].format.line.color.rgb = RGBColor(0x12, 0x34, 0x56)
    after = renewed(client, saved(deck))
    chart = charts(after.slides[2])[0].chart
    own = chart.plots[-1].series[-1]
    assert str(own.format.line.color.rgb) == "123456"
    assert own.name == "Osloregionen"
    assert own.values[-1] == 11_904_460
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    assert book.get_sheet_by_index(0).to_python()[-1][-1] == 11_904_460
    assert ("3", "Diagrammet har dine farger, og de nye tallene.") in [row[:2] for row in told(after)]
    assert "Datautgave\N{NO-BREAK SPACE}2." in words(after.slides[2])


def test_a_chart_with_somebody_s_figures_stays_whole_with_its_title(client, made):
    deck = opened(made)
    data = CategoryChartData()
    data.categories = ["A", "B"]
    data.add_series("Eget", (1, 2))
    charts(deck.slides[1])[0].chart.replace_data(data)
    before = words(deck.slides[1])
    after = renewed(client, saved(deck))
    assert values(after.slides[1]) == {"A": 1, "B": 2}
    assert words(after.slides[1]) == before
    assert ("2", "Diagrammet er endret for hånd. Lysbildet står som det var, med de gamle tallene.") in [
        row[:2] for row in told(after)
    ]


def test_a_deck_may_be_renewed_again(client, made):
    once = saved(renewed(client, made))
    twice = renewed(client, once)
    assert len(twice.slides) - len(shown(twice)) <= len(opened(once).slides) - len(shown(opened(once)))
    assert {row[1].partition(":")[0] for row in told(twice)} == {"Samme tall"}


def test_a_slide_of_what_has_left_is_told_and_left(client, made):
    deck = opened(made)
    record, code = of_slide(deck.slides[1])
    gone = Record(record.address.replace("nights_total", "no_such_indicator"), record.part, record.written)
    deck.slides[1].part.related_part(code._element.blip_rId)._blob = engraved(code.image.blob, gone)
    before = words(deck.slides[1])
    after = renewed(client, saved(deck))
    assert words(after.slides[1]) == before
    assert told(after)[1][:2] == ("2", "Figuren finnes ikke i den nyeste datautgaven. Lysbildet står som det var.")


def test_points_of_another_index_are_left(client):
    view, _ = view_of("plassering", {"release": "1"})
    deck = client.get(office_address(view, "ranking", "pptx")).content
    other = opened(deck)
    record, code = of_slide(other.slides[0])
    older = Record(record.address.replace(f"catalogue={view.catalogue}", "catalogue=2020.1"), 1, record.written)
    other.slides[0].part.related_part(code._element.blip_rId)._blob = engraved(code.image.blob, older)
    ((_, first, *_), (_, reason, *_)) = told(renewed(client, saved(other)))[:2]
    assert first.startswith("Ikke fornyet: ")
    assert reason.startswith("Indeksen er en annen nå")


def test_a_release_that_is_not_here_is_told(client, made):
    deck = opened(made)
    record, code = of_slide(deck.slides[1])
    other = Record(record.address.replace("release=1", "release=9"), record.part, record.written)
    deck.slides[1].part.related_part(code._element.blip_rId)._blob = engraved(code.image.blob, other)
    after = renewed(client, saved(deck))
    assert values(after.slides[1])["Osloregionen"] == 11_904_460
    assert any("finnes ikke her, så vi kan ikke si hva som er endret" in row[1] for row in told(after))


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not here")
def test_a_deck_that_libreoffice_has_saved_is_renewed_too(client, made, tmp_path):
    deck = opened(made)
    deck.slides[1].shapes.title.text_frame.text = "Vår egen tittel"
    (tmp_path / "deck.pptx").write_bytes(saved(deck))
    command = [OFFICE, f"-env:UserInstallation=file://{tmp_path}/office", "--headless", "--convert-to", "pptx"]
    subprocess.run([*command, "--outdir", tmp_path / "out", tmp_path / "deck.pptx"], check=True, capture_output=True)
    after = renewed(client, (tmp_path / "out" / "deck.pptx").read_bytes())
    assert after.slides[1].shapes.title.text_frame.text == "Vår egen tittel"
    assert values(after.slides[1])["Osloregionen"] == 11_904_460
    assert {row[1].partition(":")[0] for row in told(after) if row[1].startswith(("Nye", "Samme", "Ikke"))} == {
        "Nye tall",
        "Samme tall",
    }
    assert all("Datautgave\N{NO-BREAK SPACE}2." in words(slide) for slide in shown(after)[1:])
    for slide in shown(after):
        assert all(s._element.xpath(".//p:cNvPr/@descr") for s in slide.shapes if s.has_chart or s.has_table)


def test_the_first_slide_of_several_stays_the_only_one(client):
    deck = client.get("/fil/ti-lysbilder.pptx?release=1").content
    records = [of_slide(slide)[0] for slide in list(opened(deck).slides)[1:]]
    assert {record.shown for record in records} == {1}
    before, after = opened(deck).slides, shown(renewed(client, deck))
    assert len(after) == len(before)
    for one, other in zip(before, after, strict=True):
        assert words(one).count("Del 1 av") == words(other).count("Del 1 av") == 0


def test_codes_lead_by_the_short_or_long_where_the_store_can_be_written(client):
    view, _ = view_of("besokende", NIGHTS)
    address = office_address(view, "ranking", "pptx")
    told_short = decks.told_of(view, exhibit(view, "ranking"), "http://testserver", files.short_or_long)
    code = told_short.short.removeprefix("http://testserver/s/")
    assert len(code) == 10
    assert client.get(f"/s/{code}").headers["location"] == f"{view.address}#ranking"
    assert f"testserver/s/{code}" in words(opened(client.get(address).content).slides[0])
    without = decks.told_of(view, exhibit(view, "ranking"), "http://testserver", lambda *_: "")
    assert (without.link, without.shown) == (without.address, "testserver/besokende")
