"""A chart's drawing and the elements it stands in, while Streamlit exchanges one for another."""

DRAWN_IN = """() => [...document.querySelectorAll('#root .chart[data-figure]')]
    .filter(box => box.dataset.key === window.asked).map(box => box.querySelectorAll('.main-svg').length > 0)"""


def double(reader):
    """The first chart's element once more beside itself, as it stands while the page is exchanged."""
    reader.page.evaluate("""() => {
        const box = document.querySelector('#root .chart[data-figure]');
        const other = box.cloneNode(false);
        other.removeAttribute('data-drawn');
        window.asked = box.dataset.key;
        box.after(other);
    }""")
    reader.page.wait_for_function(f"JSON.stringify(({DRAWN_IN})()) === '[false,true]'")


def test_of_two_elements_with_one_key_the_last_to_come_is_drawn_and_the_browser_goes_on(reader):
    double(reader.open("/oversikt"))


def test_the_element_that_stays_gets_the_drawing_back(reader):
    double(reader.open("/oversikt"))
    reader.page.evaluate("() => [...document.querySelectorAll('#root .chart[data-figure]')]"
                         ".filter(box => box.dataset.key === window.asked).at(-1).remove()")  # fmt: skip
    reader.page.wait_for_function(f"JSON.stringify(({DRAWN_IN})()) === '[true]'")


def test_a_library_that_does_not_come_is_asked_for_once_and_the_reader_told(reader):
    reader.page.route("**/plotly*.js*", lambda route: route.abort())
    reader.page.goto(reader.server + "/oversikt")
    told = reader.page.locator("#root .chart").first
    told.get_by_text("Diagrammet kan ikke tegnes").wait_for()
    reader.page.locator("#first-view").wait_for(state="detached")
    reader.page.wait_for_timeout(1000)
    charts = reader.page.locator("#root .chart[data-figure]").count()
    assert 1 <= sum("plotly" in asked for asked in reader.asked) <= 2 * charts
