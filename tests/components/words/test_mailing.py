"""A letter with a figure: what the reader's own program reads is what was meant, however long or odd the text."""

from email import policy
from email.parser import Parser
from urllib.parse import unquote, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from components.words.mailing import LONGEST, mailto

LINK = "https://eksempel.no/s/abcdefghjk"


def read(address):
    """Subject and body as a program reads them: no plus sign stands for a space (RFC 6068)."""
    parts = urlsplit(address)
    assert (parts.scheme, parts.netloc, parts.path) == ("mailto", "", "")
    fields = dict(one.split("=", 1) for one in parts.query.split("&"))
    assert set(fields) == {"subject", "body"}
    return unquote(fields["subject"]), unquote(fields["body"])


def test_letters_signs_and_lines_arrive():
    subject, body = read(mailto("Høyere & bedre: 50 % på Ås", ["Først?", "a+b=c", "", "Kilde: «SSB»."], LINK))
    assert subject == "Høyere & bedre: 50 % på Ås"
    assert body == f"Først?\r\na+b=c\r\n\r\nKilde: «SSB».\r\n\r\n{LINK}"


def test_a_title_begins_no_new_head():
    address = mailto("Funn\r\nBcc: alle@eksempel.no", ["x\nBcc: y"], LINK)
    assert "%0D%0ABcc" not in address
    subject, body = read(address)
    assert Parser(policy=policy.default).parsestr(f"Subject: {subject}\n\n{body}").keys() == ["Subject"]


@given(st.text(max_size=300), st.lists(st.text(max_size=900), max_size=6))
def test_it_is_never_too_long_and_the_link_is_whole(subject, lines):
    address = mailto(subject, lines, LINK)
    assert len(address) <= LONGEST
    assert read(address)[1].endswith(LINK)


def test_what_has_no_room_loses_its_last_words():
    address = mailto("Funn", ["ord " * 2000], LINK)
    assert len(address) <= LONGEST
    assert read(address)[1].endswith(f"ord …\r\n\r\n{LINK}")
