import pytest
from pydantic import ValidationError

from data_sources.settings import Settings


def test_addresses_lose_their_last_stroke():
    assert Settings(oecd_url="https://mirror.example.org/rest/").oecd_url == "https://mirror.example.org/rest"


@pytest.mark.parametrize(
    "address", ["", "mirror.example.org", "ftp://example.org", "https://x?y=1", "https://x/#a", "http://a b"]
)
def test_what_is_no_address_is_refused(address):
    with pytest.raises(ValidationError, match="must be an address"):
        Settings(eurostat_url=address)


def test_defaults_are_the_publishers_own():
    settings = Settings()
    for address in (settings.eurostat_url, settings.oecd_url, settings.gisco_url):
        assert address.startswith("https://")
