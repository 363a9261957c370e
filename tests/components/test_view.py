"""A view and its address: every view has one, and every address leads to a valid view."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.view import Choosable, Ignored, Option, ViewState, from_query
from components.words.text import understood
from models.catalogue import load_catalogue

CATALOGUE = load_catalogue()
CHOOSABLE = Choosable(CATALOGUE, (1, 2, 10), tuple(CATALOGUE.lenses))
# The second option depends on the first, as an indicator depends on its theme.
OPTIONS = (
    Option("theme", "tema", lambda _: tuple(CATALOGUE.themes), lambda _: "talent"),
    Option(
        "indicator",
        "indikator",
        lambda chosen: [i.id for i in CATALOGUE.of_theme(chosen["theme"])],
        lambda chosen: next((i.id for i in CATALOGUE.of_theme(chosen["theme"])), ""),
    ),
)
PEERS = [code for code in CATALOGUE.regions if CHOOSABLE.is_peer(code)]
PAGE = "talent"


def read(params, choosable=CHOOSABLE):
    return from_query(params, PAGE, OPTIONS, choosable)


@st.composite
def views(draw):
    lens = draw(st.sampled_from(CHOOSABLE.lenses))
    own = st.lists(st.sampled_from([c for c in PEERS if c != lens]), min_size=1, max_size=30, unique=True)
    theme = draw(st.sampled_from([t for t in CATALOGUE.themes if CATALOGUE.of_theme(t)]))
    indicator = draw(st.sampled_from([i.id for i in CATALOGUE.of_theme(theme)]))
    return ViewState(
        page=PAGE,
        lang=draw(st.sampled_from(["nb", "en"])),
        lens=lens,
        peers=draw(st.sampled_from(list(CATALOGUE.peer_sets)) | own.map(",".join)),
        release=draw(st.sampled_from(CHOOSABLE.releases)),
        options={"theme": theme, "indicator": indicator},
        catalogue=CATALOGUE.rules.version,
    )


@given(views())
def test_every_view_comes_back_from_its_own_address(view):
    assert read(view.to_query()) == (view, ())


@given(views())
def test_an_address_holds_the_whole_view_in_a_fixed_order(view):
    assert list(view.to_query()) == ["lang", "lens", "peers", "release", "catalogue", "theme", "indicator"]


NAMES = ["lang", "lens", "peers", "release", "theme", "indicator"]
NEARLY = st.sampled_from(
    ["", ",", "NB", "NO01", "no08", "SE11,", "NO08", "NO08,SE11", "SE11,SE11", "own", "01", "-1", "1.0"]
)


@given(st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=8), NEARLY | st.text(), max_size=8))
def test_whatever_an_address_says_there_is_a_valid_view_and_what_was_ignored_is_named(params):
    view, ignored = read(params)
    assert read(view.to_query()) == (view, ())
    used = view.to_query()
    named = {one.name for one in ignored}
    for name, given_ in params.items():
        if name == "peers":
            wanted = set(given_.split(",")) - {view.lens}
            assert wanted == set(used["peers"].split(",")) or "peers" in named
        elif name not in ("embed", "embed_options"):
            assert used.get(name) in (given_, understood(given_)) or Ignored(name, given_) in ignored
    assert named <= params.keys()


def test_an_empty_address_is_the_default_view():
    view, ignored = read({})
    first = CATALOGUE.of_theme("talent")[0].id
    version = CATALOGUE.rules.version
    assert view == ViewState(PAGE, "nb", "NO08", "alliance", 10, {"theme": "talent", "indicator": first}, version)
    assert ignored == ()


def test_a_link_names_the_catalogue_of_its_release_and_tells_of_another():
    choosable = replace(CHOOSABLE, versions={CHOOSABLE.releases[0]: "2026.1"})
    older = read({"release": str(CHOOSABLE.releases[0])}, choosable)[0]
    assert older.to_query()["catalogue"] == "2026.1"
    assert read(older.to_query(), choosable) == (older, ())
    newest, told = read({"release": str(CHOOSABLE.releases[-1]), "catalogue": "2026.1"}, choosable)
    assert newest.catalogue == CATALOGUE.rules.version
    assert told == (Ignored("catalogue", "2026.1"),)


@pytest.mark.parametrize(
    ("name", "given_", "used"),
    [
        ("lang", "sv", "nb"),
        ("lens", "SE11", "NO08"),
        ("lens", "NO01", "NO08"),
        ("release", "3", "10"),
        ("release", "²", "10"),
        ("peers", "friends", "alliance"),
        ("peers", "NO08", "alliance"),
        ("theme", "weather", "talent"),
    ],
)
def test_what_does_not_exist_falls_back_and_is_named(name, given_, used):
    view, ignored = read({name: given_})
    assert view.to_query()[name] == used
    assert ignored == (Ignored(name, given_),)


@pytest.mark.parametrize(
    ("asked", "lang"), [("EN", "en"), ("en-GB", "en"), ("en_US", "en"), ("NB", "nb"), ("no", "nb"), ("nn-NO", "nb")]
)
def test_languages_are_understood_as_people_write_them(asked, lang):
    view, ignored = read({"lang": asked})
    assert (view.lang, ignored) == (lang, ())


def test_unknown_keys_are_named_but_not_those_of_embedding():
    assert read({"utm_source": "mail", "embed": "true", "embed_options": "dark_theme"})[1] == (
        Ignored("utm_source", "mail"),
    )


def test_an_option_that_does_not_fit_the_one_before_it_falls_back():
    view, ignored = read({"theme": "living", "indicator": "neet_15_29"})
    assert view.option("theme") == "living"
    assert view.option("indicator") == CATALOGUE.of_theme("living")[0].id
    assert ignored == (Ignored("indicator", "neet_15_29"),)


def test_an_option_knows_the_region_definition():
    """A region set beside the reader's own must be another one."""
    beside = Option(
        "mark", "merket region", lambda chosen: [c for c in ("NO08", "SE11") if c != chosen["lens"]], lambda _: "SE11"
    )
    view, ignored = from_query({"lens": "NO08", "mark": "NO08"}, PAGE, (beside,), CHOOSABLE)
    assert (view.option("mark"), ignored) == ("SE11", (Ignored("mark", "NO08"),))


def test_own_peers_keep_their_order_and_lose_doubles():
    view, ignored = read({"peers": "DK01,SE11,DK01,FI1B"})
    assert view.peers == "DK01,SE11,FI1B"
    assert CHOOSABLE.peer_codes(view.peers) == ("DK01", "SE11", "FI1B")
    assert ignored == ()


def test_unknown_old_and_smaller_regions_are_no_peers_and_each_is_named():
    view, ignored = read({"peers": "SE11,XX99,NO01,NO081,se22"})
    assert view.peers == "SE11"
    assert ignored == tuple(Ignored("peers", code) for code in ("XX99", "NO01", "NO081", "se22"))


def test_the_region_itself_is_dropped_from_own_peers():
    view, ignored = read({"peers": "SE11,NO08,DK01"})
    assert view.peers == "SE11,DK01"
    assert ignored == ()
    assert read({"peers": "SE11,NO08", "lens": "NO081"})[0].peers == "SE11,NO08"


def test_the_members_of_a_set_are_its_peers():
    assert CHOOSABLE.peer_codes("alliance") == CATALOGUE.members("alliance")
    assert len(CHOOSABLE.peer_codes("europe")) > 200


@pytest.mark.parametrize("lens", ["NO081", "NO08_NO02", "NO02"])
def test_a_region_definition_without_scores_of_its_own_falls_back_and_is_named(lens):
    choosable = Choosable(CATALOGUE, (1,), ("NO08",))
    view, ignored = from_query({"lens": lens}, "oversikt", (), choosable)
    assert view.lens == "NO08"
    assert ignored == (Ignored("lens", lens),)


MADE = Choosable(
    CATALOGUE, (1, 2), ("NO08", "NO081"), lambda name, lens, release: MEMBERS.get((name, lens, release), ())
)
MEMBERS = {("similar", "NO08", 1): ("FI1B", "SE11"), ("similar", "NO08", 2): ("FI1B", "DK01")}


def test_a_set_made_of_figures_stands_as_its_name_and_follows_the_links_release():
    for release, codes in ((1, ("FI1B", "SE11")), (2, ("FI1B", "DK01"))):
        view, ignored = read({"peers": "similar", "release": str(release)}, MADE)
        assert ignored == ()
        assert view.to_query()["peers"] == "similar"
        assert MADE.peer_codes(view.peers, view.lens, view.release) == codes
    assert MADE.peer_codes("similar") == ("FI1B", "DK01")  # the usual region definition, the newest release


def test_a_set_that_cannot_be_made_falls_back_and_is_named():
    view, ignored = read({"peers": "similar", "lens": "NO081"}, MADE)
    assert (view.peers, ignored) == ("alliance", (Ignored("peers", "similar"),))
    assert read({"peers": "income"})[1] == (Ignored("peers", "income"),)  # nobody makes sets for this choosable
