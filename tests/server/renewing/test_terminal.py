"""Decks renewed from the terminal."""

import pytest
from pptx import Presentation

from server import renew
from tests.server.renewing.deck import opened, saved, values


def test_the_terminal_tells_what_has_moved(made, tmp_path, capsys):
    deck = tmp_path / "deck.pptx"
    deck.write_bytes(made)
    renew.main(deck)
    told_there = capsys.readouterr().out.replace("\N{NO-BREAK SPACE}", " ")
    assert (
        "Osloregionen: 11 904 456 overnattinger (2024) → 11 904 460 overnattinger (2024, foreløpig tall)" in told_there
    )
    assert deck.read_bytes() == made
    after = opened((tmp_path / "deck-fornyet.pptx").read_bytes())
    assert values(after.slides[1])["Osloregionen"] == 11_904_460


@pytest.mark.parametrize("content", [b"no presentation", saved(Presentation())])
def test_the_terminal_says_why_not(tmp_path, capsys, content):
    deck = tmp_path / "other.pptx"
    deck.write_bytes(content)
    with pytest.raises(SystemExit) as ended:
        renew.main(deck)
    assert ended.value.code == 2
    assert "other.pptx" in capsys.readouterr().err
    assert not (tmp_path / "other-fornyet.pptx").exists()
