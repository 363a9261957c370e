"""A slide downloaded from a page is given on the page that renews slides, and comes back with what has moved."""

from pptx import Presentation


def test_a_slide_is_downloaded_changed_and_renewed_by_what_stands_on_the_page(reader, tmp_path):
    reader.open("/talent")
    figure = reader.page.locator("#ranking")
    figure.get_by_text("Last ned").click()
    with reader.page.expect_download() as waiting:
        figure.get_by_role("link", name="Lysbilde du kan redigere (PowerPoint)").click()
    mine = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(mine)
    deck = Presentation(mine)
    deck.slides[0].shapes.title.text_frame.text = "Vår egen tittel"
    deck.save(mine)

    reader.page.get_by_role("link", name="Forny lysbilder du har fra før").click()
    reader.page.get_by_role("heading", name="Forny lysbilder").wait_for()
    reader.page.get_by_label("PowerPoint-fil (.pptx)").set_input_files(mine)
    with reader.page.expect_download() as waiting:
        reader.page.get_by_role("button", name="Forny").click()
    assert waiting.value.suggested_filename == "osloregionen-fornyet.pptx"
    renewed = Presentation(waiting.value.path())
    assert renewed.slides[0].shapes.title.text_frame.text == "Vår egen tittel"
    hidden = renewed.slides[-1]
    assert hidden._element.get("show") == "0"
    told = [cell.text for shape in hidden.shapes if shape.has_table for row in shape.table.rows for cell in row.cells]
    assert any(text.startswith("Samme tall") for text in told)

    reader.page.get_by_label("PowerPoint-fil (.pptx)").set_input_files(
        {"name": "annet.pptx", "mimeType": "application/octet-stream", "buffer": b"no deck"}
    )
    reader.page.get_by_role("button", name="Forny").click()
    assert "ikke en PowerPoint-fil" in reader.page.get_by_role("alert").inner_text()
