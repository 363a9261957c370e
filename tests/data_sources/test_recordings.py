"""What publishers really sent gives exactly the figures and flags that were compiled from it by other code."""

import gzip

import pytest

from data_sources.base import Query
from tests.data_sources.specimens import answer, eurostat
from tests.fakes.tables import embedded

FILES = {
    "tour_occ_nin2": "estat_tour_occ_nin2.tsv",
    "nama_10r_3gdp": "estat_nama_10r_3gdp.tsv",
    "edat_lfse_22": "edat_lfse_22_tabular.tsv.gz",
}
# Indicators that these data sets publish, and how many of the figures of release 1 stand in the recording.
INDICATORS = {
    "nights_domestic": 1562,
    "nights_foreign": 1562,
    "nights_total": 1564,
    "gdp_million_eur": 9655,
    "gdp_per_inhabitant_eur": 9553,
    "gdp_per_inhabitant_pps": 9553,
    "gdp_per_inhabitant_pps_index": 9553,
    "neet_15_29": 7131,
}


@pytest.fixture(scope="module")
def unpacked(shared, tmp_path_factory):
    """The recorded files as a fetch would leave them."""
    folder = tmp_path_factory.mktemp("recordings")
    for dataset, name in FILES.items():
        data = (shared / "recordings" / "eurostat" / name).read_bytes()
        (folder / dataset).write_bytes(gzip.decompress(data) if name.endswith(".gz") else data)
    return folder


@pytest.fixture(scope="module")
def figures():
    return embedded()


def test_all_indicators_of_these_data_sets_are_compared(catalogue):
    whole = {i.id for i in catalogue.indicators.values() if i.dataset in FILES and not i.derivation}
    assert whole == INDICATORS.keys()


@pytest.mark.shared
@pytest.mark.parametrize("name", INDICATORS)
def test_recordings_give_the_figures_of_release_1(unpacked, figures, catalogue, name):
    indicator = catalogue.indicators[name]
    query = Query(indicator.dataset, indicator.filter)
    read = eurostat().parse(answer(unpacked / indicator.dataset, query)).figures
    read = read.astype({"region": str, "period": str, "flag": str})
    ours = figures.loc[figures["indicator"] == name]
    both = ours.merge(read, on=["region", "period"], suffixes=("", "_read"), validate="one_to_one")
    assert len(both) == INDICATORS[name]
    assert both["value"].equals(both["value_read"])
    assert both["flag"].equals(both["flag_read"])
