import pytest
from pydantic import ValidationError

from data_sources.settings import Settings, SettingsError, settings


def test_addresses_lose_their_last_stroke():
    assert Settings(oecd_url="https://mirror.example.org/rest/").oecd_url == "https://mirror.example.org/rest"


@pytest.mark.parametrize(
    "address", ["", "mirror.example.org", "ftp://example.org", "https://x?y=1", "https://x/#a", "http://a b"]
)
def test_what_is_no_address_is_refused(address):
    with pytest.raises(ValidationError, match="must be an address"):
        Settings(eurostat_url=address)


@pytest.mark.parametrize("given", ["", "post@osloregionen.no", "https://osloregionen.no/kontakt?a=1#b"])
def test_readers_write_to_an_address_or_a_page(given):
    assert Settings(contact=given).contact == given


@pytest.mark.parametrize("given", ["post", "post@", "a b@example.org", "javascript:x@y.no", "x@y.no?cc=z@y.no"])
def test_what_nobody_can_write_to_is_refused(given):
    with pytest.raises(ValidationError, match="must be an address for e-mail"):
        Settings(contact=given)


@pytest.mark.parametrize("given", ["uustatus.no/nb/1", "javascript:alert(1)", "https://x y"])
def test_the_statement_is_the_address_of_a_page(given):
    with pytest.raises(ValidationError, match="must be the address of a page"):
        Settings(accessibility_statement=given)


@pytest.mark.parametrize(
    "given", ["", "https://osloregionen.no", "https://*.example.org http://localhost:8600 https://10.0.0.5"]
)
def test_frames_are_allowed_to_origins(given):
    assert Settings(embed_origins=given).embed_origins == given


@pytest.mark.parametrize("given", ["osloregionen.no", "https://x.no/", "https://x.no; script-src *", "*", "'self'"])
def test_what_is_no_origin_never_gets_into_the_policy(given):
    with pytest.raises(ValidationError, match="must be origins like"):
        Settings(embed_origins=given)


@pytest.mark.parametrize(
    ("name", "given", "words"),
    [
        ("OPEN_PAGES", "many", "must be a whole number"),
        ("OPEN_PAGES", "0", "must be 1 or more"),
        ("LIMITS", "perhaps", "must be true or false"),
        ("LOG_FORMAT", "xml", "must be 'text' or 'json'"),
        ("CONTACT", "x", "must be an address for e-mail, or that of a page like https://example.org/page"),
        ("METRICS_FROM", "{x}", "'{x}' does not appear to be an IPv4 or IPv6 network"),
    ],
)
def test_whoever_runs_the_service_is_told_in_plain_words(monkeypatch, name, given, words):
    monkeypatch.setenv(f"OSLOREGION_{name}", given)
    with pytest.raises(SettingsError) as told:
        settings.__wrapped__()
    assert str(told.value) == f"A setting cannot be used. OSLOREGION_{name}: {words}"


def test_defaults_are_the_publishers_own():
    settings = Settings()
    for address in (settings.eurostat_url, settings.oecd_url, settings.gisco_url):
        assert address.startswith("https://")
