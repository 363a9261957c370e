"""Every setting, once. Each is an environment variable with the prefix OSLOREGION_ and stands in the README's table."""

import re
from functools import lru_cache
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationError
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

PROJECT = Path(__file__).resolve().parent.parent


class SettingsError(Exception):
    """A setting cannot be used; the message names the variable and what it must be."""


def _base(address: str) -> str:
    if not re.fullmatch(r"https?://[^\s/?#]+(/[^\s?#]*)?", address):
        raise ValueError("must be an address like https://example.org/api, without '?' or '#'")
    return address.rstrip("/")


def _page(address: str) -> str:
    if address and not re.fullmatch(r"https?://[^\s/]+(/\S*)?", address):
        raise ValueError("must be the address of a page, like https://example.org/page")
    return address


def _contact(given: str) -> str:
    if given and not re.fullmatch(r"[^\s@:?&]+@[^\s@:?&]+\.[^\s@:?&]+", given):
        try:
            return _page(given)
        except ValueError:
            raise ValueError("must be an address for e-mail, or that of a page like https://example.org/page") from None
    return given


def _origins(given: str) -> str:
    for one in given.split():
        if not re.fullmatch(r"https?://(\*\.)?[\w.-]+(:\d+)?", one):
            raise ValueError("must be origins like https://osloregionen.no, without a path, separated by spaces")
    return given


def _networks(given: str) -> str:
    for one in given.split():
        ip_network(one)  # says itself what is wrong with it
    return given


Base = Annotated[str, AfterValidator(_base)]
_WORDS = {  # pydantic's own are for programmers
    "int_parsing": "must be a whole number",
    "bool_parsing": "must be true or false",
    "greater_than_equal": "must be {ge} or more",
    "literal_error": "must be {expected}",
}


def _told(fault: ErrorDetails) -> str:
    """What is wrong with a setting, for the one who runs the service."""
    known = _WORDS.get(fault["type"])
    words = known.format(**fault.get("ctx", {})) if known else fault["msg"].removeprefix("Value error, ")
    return f"OSLOREGION_{str(fault['loc'][0]).upper()}: {words}"


class Settings(BaseSettings):
    """What may be set from outside. Components get values as arguments, never this object's module."""

    model_config = SettingsConfigDict(env_prefix="OSLOREGION_", frozen=True)

    database_url: str = Field(
        default=f"sqlite:///{PROJECT / '.data' / 'osloregionen.sqlite'}",
        description="Where figures are kept: an SQLAlchemy address, SQLite file or PostgreSQL (postgresql+psycopg://…).",
    )
    snapshot: Path = Field(
        default=PROJECT / "data_sources" / "snapshot",
        description="Folder of the embedded figures that become release 1 of an empty store.",
    )
    catalogue: Path | None = Field(
        default=None,
        description="Folder with further entries of the catalogue (indicators, peer sets, regions, name …).",
    )
    members: Path | None = Field(
        default=None,
        description="Table of the alliance's municipalities (CSV or XLSX), with dates where they are known.",
    )
    raw_answers: Path = Field(
        default=PROJECT / ".data" / "answers",
        description="Folder where a refresh keeps what publishers answered; it may be emptied at any time.",
    )
    embed_origins: Annotated[str, AfterValidator(_origins)] = Field(
        default="",
        description="Origins that may show the pages in a frame, separated by spaces (https://osloregionen.no).",
    )
    pptx_template: Path | None = Field(
        default=None,
        description="PowerPoint file whose layouts slides are made with (docs/files.md); our own layouts without one.",
    )
    contact: Annotated[str, AfterValidator(_contact)] = Field(
        default="",
        description="Where readers can write: an address for e-mail, or of a page with a form.",
    )
    accessibility_statement: Annotated[str, AfterValidator(_page)] = Field(
        default="",
        description="Address of the official accessibility statement (https://uustatus.no/nb/erklaringer/publisert/…).",
    )
    open_pages: int = Field(
        default=2_000,
        ge=1,
        description="How many pages may be open at the same time; fewer where the system allows few open files.",
    )
    first_views: bool = Field(
        default=True,
        description="Whether what each page shows first is made at the start, so that no reader waits for it.",
    )
    limits: bool = Field(
        default=True,
        description="Whether what one address asks for is bounded (docs/security.md); off where a proxy does it.",
    )
    followers: int = Field(
        default=500,
        ge=1,
        description="How many screens may follow presentations at once; fewer where the system allows few open files.",
    )
    log_format: Literal["text", "json"] = Field(
        default="text",
        description="How the server's log is written: lines of words, or one JSON object a line.",
    )
    metrics: bool = Field(
        default=False,
        description="Whether anybody may read Streamlit's own counts at /_stcore/metrics.",
    )
    metrics_from: Annotated[str, AfterValidator(_networks)] = Field(
        default="127.0.0.0/8 ::1",
        description="Networks that may read our own counts at /metrics, separated by spaces; a proxy never may.",
    )
    eurostat_url: Base = Field(
        default="https://ec.europa.eu/eurostat/api/dissemination",
        description="Eurostat's service, or a mirror of it: the part before /statistics/1.0 and /sdmx/2.1.",
    )
    oecd_url: Base = Field(
        default="https://sdmx.oecd.org/public/rest",
        description="The OECD's SDMX service, or a mirror of it: the part before /data.",
    )
    ssb_url: Base = Field(
        default="https://data.ssb.no/api/pxwebapi/v2",
        description="Statistics Norway's service (PxWebApi v2), or a mirror of it: the part before /tables.",
    )
    brreg_url: Base = Field(
        default="https://data.brreg.no/enhetsregisteret/api",
        description="Brønnøysund's register of enterprises, or a mirror of it: the part before /enheter.",
    )
    gisco_url: Base = Field(
        default="https://gisco-services.ec.europa.eu/distribution/v2",
        description="GISCO's service of region outlines, or a mirror of it: the part before /nuts.",
    )


@lru_cache(maxsize=1)  # constant: the environment of this process
def settings() -> Settings:
    """The settings of this process.

    Raises:
        SettingsError: a variable holds something unusable.
    """
    try:
        return Settings()
    except ValidationError as error:
        raise SettingsError(f"A setting cannot be used. {'; '.join(map(_told, error.errors()))}") from error
