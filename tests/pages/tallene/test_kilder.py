"""Where the figures come from, and the releases."""


def test_sources_have_their_licence_and_the_line_to_show(show, catalogue):
    page = show("kilder")
    for publisher in catalogue.publishers.values():
        assert publisher.attribution.nb in page.text
        assert publisher.licence_url in page.html
    assert any(label.startswith("Datasett fra Eurostat (") for label in page.folded)
    assert "Alle datautgaver" in page.text
