"""A folder of one's own beside the catalogue: further entries, and those that take the place of ours."""

import shutil
from pathlib import Path

import pytest

from models.catalogue import CatalogueError, load_catalogue
from models.catalogue.own import joined, joined_rows

STOCKHOLM = Path(__file__).parents[2] / "specimens" / "stockholm"
ENTRY = (STOCKHOLM / "indicators" / "survey.toml").read_text(encoding="utf-8").replace("2025/1.1", "4.2")
SOURCES = (STOCKHOLM / "sources.toml").read_text(encoding="utf-8")


@pytest.fixture
def load(tmp_path):
    """The catalogue with a folder of its own that holds the files given."""

    def one(**files):
        folder = tmp_path / "ours"
        folder.mkdir(exist_ok=True)
        for name, text in files.items():
            path = folder / name.replace("__", "/").replace("_toml", ".toml").replace("_csv", ".csv")
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return load_catalogue(own=folder)

    return one


def test_entries_come_beside_ours_or_take_their_place():
    ours = {"set": [{"id": "a", "n": 1}, {"id": "b"}], "names": {"x": 1, "y": 2}, "lines": ["NO"], "rule": 1}
    own = {"set": [{"id": "a", "n": 2}, {"id": "c"}], "names": {"y": 3}, "lines": ["SE"], "more": True}
    assert joined(ours, own) == {
        "set": [{"id": "b"}, {"id": "a", "n": 2}, {"id": "c"}],
        "names": {"x": 1, "y": 3},
        "lines": ["SE"],
        "rule": 1,
        "more": True,
    }
    assert joined_rows([{"code": "a", "v": "1"}], [{"code": "a", "v": "2"}]) == [{"code": "a", "v": "2"}]
    assert joined_rows([{"v": "1"}], [{"v": "1"}]) == [{"v": "1"}, {"v": "1"}]  # without an id nothing is the same


def test_a_default_of_ones_own_is_the_only_one():
    ours = {"lens": [{"id": "a", "default": True}, {"id": "b"}]}
    assert joined(ours, {"lens": [{"id": "c", "default": True}]})["lens"][0] == {"id": "a", "default": False}
    assert joined(ours, {"lens": [{"id": "c"}]})["lens"][0] == {"id": "a", "default": True}


def test_an_empty_folder_changes_nothing(load, catalogue):
    found = load()
    for name in ("indicators", "peer_sets", "lenses", "barriers", "strategies", "goalposts", "identity", "units"):
        assert getattr(found, name) == getattr(catalogue, name), name


def test_an_indicator_of_ones_own_needs_no_file_of_ours(load, catalogue):
    found = load(indicators__mine_toml=ENTRY, sources_toml=SOURCES)
    assert found.indicators.keys() - catalogue.indicators.keys() == {"would_move_here"}
    assert found.files["would_move_here"] == "indicators/mine.toml in ours"
    assert found.publisher_of("Stockholmsundersøkelsen").id == "stockholm_survey"
    assert {name: found.indicators[name] for name in catalogue.indicators} == catalogue.indicators


def test_an_entry_with_an_id_of_ours_takes_its_place(load, catalogue):
    """So that a code that a publisher has changed can be mended without touching our files."""
    norway = (Path(load_catalogue.__code__.co_filename).parent / "indicators" / "norway.toml").read_text(
        encoding="utf-8"
    )
    start = norway.index('[[indicator]]\nid = "net_moves"')
    entry = norway[start : norway.index("[[indicator]]", start + 5)].replace("Nettoinnflytting9", "NyKode")
    found = load(indicators__mine_toml=entry)
    assert found.indicators["net_moves"].filter == {"ContentsCode": "NyKode"}
    assert found.indicators.keys() == catalogue.indicators.keys()


def test_another_region_can_be_in_focus(catalogue):
    found = load_catalogue(own=STOCKHOLM)
    assert (found.default_lens.id, found.default_peers.id) == ("SE11", "north")
    assert found.identity.name.nb == "Stockholmsregionen i Europa"
    assert found.identity.logo_address.startswith("data:image/svg+xml;base64,PHN2Zy")
    assert list(found.barriers) == ["waiting_for_a_home"]
    assert list(found.strategies) == ["2025-2030"]
    assert set(found.peer_sets) == {*catalogue.peer_sets, "north"}
    assert catalogue.identity.logo_address == ""


MISTAKES = {
    "an unknown publisher": (
        {"indicators__mine_toml": ENTRY},
        "indicators/mine.toml in ours: would_move_here.publisher",
    ),
    "an unknown region": (
        {
            "peers_toml": '[[peer_set]]\nid = "mine"\ntitle = { nb = "a", en = "b" }\n'
            'description = { nb = "a", en = "b" }\nmembers = ["XX99"]\n'
        },
        "peers.toml in ours: mine.members: unknown code 'XX99'",
    ),
    "no TOML": ({"peers_toml": "[[peer_set"}, "peers.toml in ours: is not valid TOML"),
    "an unknown key": ({"peers_toml": "colour = 1"}, "peers.toml in ours: colour: unknown key"),
    "a file that nobody reads": ({"peer_toml": "x = 1"}, "ours/peer.toml: is no file of a catalogue"),
    "a twin": (
        {"indicators__a_toml": ENTRY, "indicators__b_toml": ENTRY, "sources_toml": SOURCES},
        "indicators/b.toml in ours: would_move_here.id: stands twice (also in indicators/a.toml in ours)",
    ),
    "a name in one language": ({"identity_toml": 'name = { nb = "Vår" }'}, "identity.name.en"),
    "no such picture": ({"identity_toml": 'logo = "logo.svg"'}, "logo: must be an SVG or PNG file"),
    "no such file of ours": (
        {"identity_toml": 'replaces = ["everything.toml"]'},
        "replaces: must be a list of our files",
    ),
    "left out alone": ({"identity_toml": 'replaces = ["evidence.csv"]'}, "unknown finding"),
}


@pytest.mark.parametrize("case", MISTAKES)
def test_mistakes_in_it_name_the_folder(load, case):
    files, words = MISTAKES[case]
    with pytest.raises(CatalogueError) as told:
        load(**files)
    assert words in str(told.value)


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(CatalogueError, match="is no folder"):
        load_catalogue(own=tmp_path / "nowhere")


def test_mistakes_of_ours_are_told_as_before(tmp_path):
    from models.catalogue.loading import HERE

    folder = shutil.copytree(HERE, tmp_path / "catalogue", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    (folder / "peers.toml").write_text("[[peer_set", encoding="utf-8")
    with pytest.raises(CatalogueError) as told:
        load_catalogue(folder, own=STOCKHOLM)
    assert [problem.file for problem in told.value.problems if "TOML" in problem.message] == ["peers.toml"]
