"""A page that says "in a moment", and what comes then."""

import pytest

from components.words.text import Speaker
from server.asked import said
from tests.browser.axe import violations

ADDRESS = "/figur/talent/ranking?lang=nb"


@pytest.mark.parametrize("refused", [503, 429])
def test_what_is_refused_for_a_moment_comes_by_itself_and_interrupts_nobody_before(reader, refused):
    asked = []
    words = said(refused, "Tjenesten starter", "Siden kommer av seg selv.", Speaker(), again=1)

    def answer(route):
        asked.append(route.request.method)
        if len(asked) > 3:
            route.continue_()
            return
        headers = {name: value for name, value in words.headers.items() if name != "content-length"}
        route.fulfill(status=refused, headers=headers, body=words.body.decode())

    reader.page.route(f"**{ADDRESS}", answer)
    reader.page.goto(reader.server + ADDRESS)
    assert reader.page.locator("h1").inner_text() == "Tjenesten starter"
    assert violations(reader.page) == {}
    reader.page.locator("h1", has_text="Osloregionen er nr.").wait_for()
    assert asked == ["GET", "HEAD", "HEAD", "HEAD", "GET"]
    assert [one for one in reader.complaints if str(refused) not in one] == []
