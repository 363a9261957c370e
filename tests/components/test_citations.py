"""Citations: publisher, year, an address that opens beside the page, and how the source was read."""

import pytest

from components.citations import citation, findings_list, year_words
from components.text import Speaker

NB, EN = Speaker("nb"), Speaker("en")


@pytest.mark.parametrize("say", [NB, EN])
def test_every_citation_leads_to_its_source(catalogue, say):
    for finding in catalogue.evidence.values():
        html = citation(say, finding)
        assert 'target="_blank" rel="noopener"' in html
        assert finding.address.replace("&", "&amp;") in html


def test_readings_that_were_not_in_full_are_marked(catalogue):
    words = {"read_in_full": "", "excerpt": "lest i utdrag", "secondary_source": "sekundærkilde"}
    for finding in catalogue.evidence.values():
        html = citation(NB, finding)
        assert (">lest i utdrag<" in html, ">sekundærkilde<" in html) == (
            words[finding.confidence] == "lest i utdrag",
            words[finding.confidence] == "sekundærkilde",
        )
        assert ("årstallet er antatt" in html) == ("year inferred" in finding.confidence_note)


def test_years_are_written_in_the_readers_language(catalogue):
    years = {f.year: (year_words(NB, f), year_words(EN, f)) for f in catalogue.evidence.values()}
    assert years["c. 2019"] == ("ca. 2019", "c. 2019")
    assert years["undated"] == ("uten dato", "undated")
    assert years["2008-2020"] == ("2008–2020", "2008–2020")
    assert years["2024"] == ("2024", "2024")


def test_who_reported_it_is_said_in_bokmål(catalogue):
    assert "omtalt av Khrono" in citation(NB, catalogue.evidence["B28"])
    assert not [f.id for f in catalogue.evidence.values() if "reported by" in citation(NB, f)]


def test_publishers_are_named_in_the_readers_language(catalogue):
    finding = catalogue.evidence["B01"]
    assert "Statistisk sentralbyrå (SSB)" in citation(NB, finding)
    assert "Statistics Norway (SSB)" in citation(EN, finding)
    abroad = [citation(NB, f) for f in catalogue.evidence.values()]
    assert not [html for html in abroad if "European Commission" in html.partition(">")[2].partition(":")[0]]


def test_a_companion_stands_in_the_same_item(catalogue):
    html = findings_list(NB, catalogue.with_companions([catalogue.evidence["A35"], catalogue.evidence["A36"]]))
    first, second = html.split("<li>")[1:]
    assert catalogue.evidence["B26"].statement.nb in first
    assert "Må leses sammen med:" in first
    assert "Må leses" not in second
