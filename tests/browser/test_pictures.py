"""Pictures of charts, made in the browser: their size, what stands in them, and that it can be read."""

import struct
from pathlib import Path
from urllib.parse import urlsplit


def test_a_chart_becomes_a_picture_of_the_size_asked_for(reader):
    reader.open("/plassering")
    figure = reader.page.locator("#ranking")
    for words, size in (
        ("PNG til lysbilde (1920\u00a0×\u00a01080)", (1920, 1080)),
        ("PNG i høyden, til mobil", (1080, 1350)),
    ):
        figure.get_by_text("Last ned").click()
        with reader.page.expect_download() as waiting:
            figure.get_by_role("link", name=words).click()
        content = Path(waiting.value.path()).read_bytes()
        assert struct.unpack(">II", content[16:24]) == size
        assert waiting.value.suggested_filename == f"osloregionen-poeng-index-{size[0]}x{size[1]}.png"
    figure.get_by_text("Last ned").click()
    with reader.page.expect_download() as waiting:
        figure.get_by_role("link", name="SVG til trykk").click()
    drawing = Path(waiting.value.path()).read_text(encoding="utf-8")
    assert f"<title>{reader.findings[0]}</title>" in drawing
    assert "@font-face" in drawing
    assert "Kilde: " in drawing
    assert f"{urlsplit(reader.page.url).netloc}/plassering" in drawing


def drawing_of(reader, key):
    """The picture for print of a figure."""
    figure = reader.page.locator(f"#{key}")
    figure.get_by_text("Last ned").click()
    with reader.page.expect_download() as waiting:
        figure.get_by_role("link", name="SVG til trykk").click()
    return Path(waiting.value.path()).read_text(encoding="utf-8")


def test_what_a_picture_shows_is_large_enough_to_be_read_and_inside(reader):
    """Eighteen strips over each other would be read by nobody: they stand in columns, on paper as in the dark."""
    reader.page.emulate_media(color_scheme="dark")
    reader.open("/region")
    drawing = drawing_of(reader, "strips-living")
    found = reader.page.evaluate(
        """svg => {
            const host = document.body.appendChild(document.createElement('div'));
            host.innerHTML = svg;
            const whole = host.querySelector('svg').getBoundingClientRect();
            const texts = [...host.querySelectorAll('text')].filter(one => one.textContent.trim());
            const boxes = texts.map(one => one.getBoundingClientRect());
            host.remove();
            return {
                wide: whole.width, least: Math.min(...boxes.map(box => box.height)),
                inside: boxes.every(box => box.left >= whole.left && box.right <= whole.right
                    && box.top >= whole.top && box.bottom <= whole.bottom),
                columns: texts.filter(one => one.textContent === 'dårligst').length,
                rows: texts.filter(one => one.textContent.startsWith('Stockholm ')).length,
            };
        }""",
        drawing,
    )
    assert found["wide"] == 1920
    assert found["least"] >= 18
    assert found["inside"]
    assert found["columns"] > 1
    assert found["rows"] == reader.page.locator("#strips-living").evaluate(
        "part => JSON.parse(part.querySelector('.chart').dataset.figure).data.flatMap(one => one.text ?? [])"
        ".filter(text => text.startsWith('Stockholm ')).length"
    )
    assert "#1c242d" not in drawing  # the surface of dark pages


def test_many_bars_stand_in_columns_in_large_type_and_the_same_number_is_as_long_in_each(reader):
    reader.open("/delregioner")
    found = reader.page.evaluate(
        """svg => {
            const host = document.body.appendChild(document.createElement('div'));
            host.innerHTML = svg;
            const places = one => [...host.querySelectorAll(one)].map(part => part.getBoundingClientRect());
            const found = {
                columns: places('.yaxislayer-above').length,
                names: places('.yaxislayer-above text').map(box => box.height),
                bars: places('.bars .point path').map(box => box.width),
                told: [...host.querySelectorAll('.bars .point text')].map(text => text.textContent),
            };
            host.remove();
            return found;
        }""",
        drawing_of(reader, "growth"),
    )
    assert found["columns"] == 2
    assert len(found["names"]) == len(found["bars"]) == len(found["told"]) > 20
    assert min(found["names"]) >= 30
    numbers = [abs(float(text.replace("\u2212", "-").replace(",", "."))) for text in found["told"]]
    long = [wide / number for wide, number in zip(found["bars"], numbers, strict=True) if number > 5]
    assert max(long) / min(long) < 1.02  # the numbers are rounded


def test_a_map_has_all_the_height_of_a_wide_picture_and_its_words_stand_beside_it(reader):
    reader.open("/talent?view=map")
    found = reader.page.evaluate(
        """svg => {
            const host = document.body.appendChild(document.createElement('div'));
            host.innerHTML = svg;
            const whole = host.querySelector('svg').getBoundingClientRect();
            const areas = [...host.querySelectorAll('.choroplethlayer path')].map(one => one.getBoundingClientRect())
                .filter(box => box.width);
            const texts = [...host.querySelectorAll('svg > text, .cbtitle text, .annotation text')];
            const found = {
                top: Math.min(...areas.map(box => box.top)), bottom: Math.max(...areas.map(box => box.bottom)),
                from: Math.min(...areas.map(box => box.left)),
                words: Math.max(...texts.map(one => one.getBoundingClientRect().right)),
                inside: texts.every(one => one.getBoundingClientRect().bottom <= whole.bottom),
            };
            host.remove();
            return found;
        }""",
        drawing_of(reader, "ranking"),
    )
    assert found["bottom"] - found["top"] > 0.9 * 1080
    assert found["words"] < found["from"]
    assert found["inside"]
