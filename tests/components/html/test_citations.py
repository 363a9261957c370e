"""Citations: publisher, year, an address that opens beside the page, and how the source was read."""

import re

import pytest

from components.html.citations import citation, findings_list, how_read, publisher_words, sources_note, year_words
from components.words.text import Speaker

NB, EN = Speaker("nb"), Speaker("en")


@pytest.mark.parametrize("say", [NB, EN])
def test_every_citation_leads_to_its_source(catalogue, say):
    for finding in catalogue.evidence.values():
        html = citation(say, finding)
        assert 'target="_blank" rel="noopener"' in html
        assert finding.address.replace("&", "&amp;") in html


def test_how_a_source_was_read_stands_in_the_note_not_in_the_sentence(catalogue):
    words = {"read_in_full": "lest i sin helhet", "excerpt": "lest i utdrag", "secondary_source": "lest hos andre"}
    for finding in catalogue.evidence.values():
        assert not [text for text in words.values() if text in citation(NB, finding)]
        assert words[finding.confidence] in how_read(NB, finding)
        assert ("årstallet er antatt" in how_read(NB, finding)) == ("year inferred" in finding.confidence_note)


def test_the_note_names_each_source_once(catalogue):
    found = [catalogue.evidence[name] for name in ("B01", "B23", "B24", "N20", "N19")]
    html = sources_note(NB, found)
    assert len({f.address for f in found}) == 3
    assert html.count("<li>") == 3
    assert "<summary>3 kilder: 1 lest i utdrag, 2 lest hos andre</summary>" in html
    assert "<details" not in sources_note(NB, found, opened=True)


def test_years_are_written_in_the_readers_language(catalogue):
    years = {f.year: (year_words(NB, f), year_words(EN, f)) for f in catalogue.evidence.values()}
    assert years["c. 2019"] == ("ca. 2019", "c. 2019")
    assert years["undated"] == ("uten dato", "undated")
    assert years["2008-2020"] == ("2008–2020", "2008–2020")
    assert years["2024"] == ("2024", "2024")


def test_publishers_have_no_english_in_bokmål_and_no_norwegian_words_in_english(catalogue):
    assert "omtalt av Khrono" in citation(NB, catalogue.evidence["B28"])
    cited = [*catalogue.evidence.values(), *catalogue.measures.values()]
    english = re.compile(
        r"reported by|reproduced|\bon the\b|citing|answer to|opinion|\band\b|\bCity of\b|Finnish|Danish"
    )
    assert not [publisher_words(NB, c) for c in cited if english.search(publisher_words(NB, c))]
    cited = [c for c in cited if c.publisher != "Utdanning og jobb"]  # a name
    norwegian = re.compile(r"departementet|fylkeskommune|\bkommune\b|omtalt|viser til|\bog\b")
    assert not [publisher_words(EN, c) for c in cited if norwegian.search(publisher_words(EN, c))]


def test_publishers_are_named_in_the_readers_language(catalogue):
    finding = catalogue.evidence["B01"]
    assert "Statistisk sentralbyrå (SSB)" in citation(NB, finding)
    assert "Statistics Norway (SSB)" in citation(EN, finding)
    abroad = [citation(NB, f) for f in catalogue.evidence.values()]
    assert not [html for html in abroad if "European Commission" in html.partition(">")[2].partition(":")[0]]


def test_a_companion_stands_in_the_same_item(catalogue):
    html = findings_list(NB, catalogue.with_companions([catalogue.evidence["A35"], catalogue.evidence["A36"]]))
    first, second = html.partition("</ul>")[0].split("<li>")[1:]
    assert catalogue.evidence["B26"].statement.nb in first
    assert "Må leses sammen med:" in first
    assert "Må leses" not in second
    assert catalogue.evidence["B26"].title in html.partition("</ul>")[2]
