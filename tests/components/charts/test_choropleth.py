from components.charts.areas import OUTLINES, Area, drawable
from components.charts.choropleth import choropleth
from components.theme import DARK, LIGHT

AREAS = [
    Area("NO08", "Osloregionen", 5.0, "5,0 %", "5,0 %", "focus"),
    Area("SE11", "Stockholm", 3.0, "3,0 %", "3,0 %", "peer"),
    Area("DK01", "København", 1.0, "1,0 %", "1,0 %", "marked"),
    Area("UKI3", "London", None, "Ingen tall"),
    Area("ES70", "Kanariøyene", 2.0, "2,0 %", "2,0 %"),
    Area("NL36", "Rotterdam", 4.0, "4,0 %", "4,0 %"),
]
OUTLINED = frozenset({"NO08", "SE11", "DK01", "UKI3", "ES70"})


def drawn(colours=LIGHT, bounds=("2", "4")):
    shown = drawable(AREAS, OUTLINED).shown
    classes = [None if a.value is None else int(a.value // 2) for a in shown]
    return choropleth(shown, classes, bounds, ["UA"], colours, unit="prosent", missing="Ingen tall")


def traces(figure, **wanted):
    return [t for t in figure["data"] if all(t.get(name) == value for name, value in wanted.items())]


def test_the_outlines_are_named_not_sent():
    figure = drawn()
    assert all(isinstance(trace["geojson"], str) for trace in figure["data"])
    assert traces(figure, geojson=OUTLINES)


def test_each_class_has_one_colour_and_the_legend_says_where_it_ends():
    (trace,) = traces(drawn(), showscale=True)
    assert dict(zip(trace["locations"], trace["z"], strict=True)) == {"NO08": 2, "SE11": 1, "DK01": 0}
    assert trace["colorbar"]["ticktext"] == ["2", "4"]
    assert trace["colorbar"]["tickvals"] == [0.5, 1.5]
    assert (trace["zmin"], trace["zmax"]) == (-0.5, 2.5)
    colours = [colour for _, colour in trace["colorscale"]]
    assert colours == [c for c in (LIGHT.scale[0], LIGHT.scale[2], LIGHT.scale[4]) for _ in range(2)]


def test_regions_without_a_figure_are_named():
    figure = drawn()
    without = next(t for t in figure["data"] if t["locations"] == ["UKI3"])
    assert without["customdata"] == [["London", "Ingen tall"]]
    assert [a["text"] for a in figure["layout"]["annotations"]] == ["Ingen tall"]


def test_the_focus_region_is_set_off_in_its_colour_and_named():
    for colours in (LIGHT, DARK):
        figure = drawn(colours)
        (name,) = [t for t in traces(figure, type="scattergeo") if t["locations"] == ["NO08"]]
        assert "Osloregionen" in name["text"][0]
        assert name["textfont"]["color"] == colours.focus
        edges = [t["marker"]["line"]["color"] for t in traces(figure, type="choropleth", locations=["NO08"])]
        assert edges == [colours.background, colours.focus]


def test_figures_that_are_all_the_same_have_no_classes():
    assert traces(drawn(bounds=()), showscale=True) == []
