"""Safe HTML is a type: what is plain text comes out escaped, wherever it is put."""

from html import escape as with_entities
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from components.arrangement import Arrangement
from components.html import markup
from components.html.tables import Column, table
from components.words.text import Speaker

EVIL = '<b onclick="x">&amp;\'</b>'
# What takes one text and gives it back inside an element.
OF_ONE_TEXT = {
    "paragraph": markup.paragraph,
    "lead": markup.lead,
    "heading": markup.heading,
    "part": lambda text: markup.part(text, "anchor"),
    "bullets": lambda text: markup.bullets([text]),
    "way": lambda text: markup.way(text, "/talent"),
    "out": lambda text: markup.out(text, "https://example.org"),
    "out, without address": lambda text: markup.out(text, ""),
    "links": lambda text: markup.links([(text, "")]),
    "table": lambda text: table([Column("a")], [[text]], "b"),
    "to_copy": lambda text: markup.to_copy(text, Speaker()),
}


class Read(HTMLParser):
    """The texts and the names of the elements of a piece of HTML."""

    def __init__(self, html):
        super().__init__()
        self.texts, self.elements = [], []
        self.feed(html)
        self.close()

    def handle_data(self, data):
        self.texts.append(data)

    def handle_starttag(self, tag, _attrs):
        self.elements.append(tag)


def test_plain_text_put_into_a_page_comes_out_escaped():
    page = Arrangement()
    page.html("<b>plain</b>")
    page.html(markup.paragraph("<b>plain</b>"))
    page.html(Markup("<i>%s</i>") % ("<b>plain</b>",))
    first, second, third = (part.text for part in page.parts)
    assert first == "&lt;b&gt;plain&lt;/b&gt;"
    assert second == "<p>&lt;b&gt;plain&lt;/b&gt;</p>"
    assert third == "<i>&lt;b&gt;plain&lt;/b&gt;</i>"


def test_joining_keeps_safe_what_is_and_escapes_what_is_not():
    assert markup.heading("a") + "<b>" == "<h2>a</h2>&lt;b&gt;"
    assert Markup().join([markup.heading("a"), "<b>"]) == "<h2>a</h2>&lt;b&gt;"


@pytest.mark.parametrize("name", OF_ONE_TEXT)
def test_no_text_becomes_an_element(name):
    html = OF_ONE_TEXT[name](EVIL)
    assert isinstance(html, Markup)
    assert "b" not in Read(html).elements
    assert EVIL in "".join(Read(html).texts)
    assert with_entities(EVIL, quote=False).replace("'", "&#39;").replace('"', "&#34;") in html


@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=60))
def test_any_text_is_read_as_it_was_written(text):
    assert "".join(Read(markup.paragraph(text)).texts) == text
    assert Read(markup.paragraph(text)).elements == ["p"]


@pytest.mark.parametrize("address", ["/talent?a=1&b=2", 'javascript:"x"', "'><b>"])
def test_no_address_ends_its_attribute(address):
    assert Read(markup.way("text", address)).elements == ["a"]
    assert Read(markup.out("text", address)).elements == ["a"]
