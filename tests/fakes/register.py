"""Composes answers of Brønnøysund's register (HAL): one made-up unit and the count beside it."""

import json
from collections.abc import Mapping

_ADDRESS = {"enheter": "forretningsadresse", "underenheter": "beliggenhetsadresse"}


def answer(kind: str, total: int, asked: Mapping[str, str], odd: str = "") -> bytes:
    """A search with `size=1`; without units there is no `_embedded`.

    Args:
        kind: "enheter" or "underenheter".
        total: how many there are.
        asked: naeringskode and kommunenummer.
        odd: "deleted_unit", "elsewhere_unit" or "other_industry": what is wrong with the unit that comes.
    """
    place = "9999" if odd == "elsewhere_unit" else asked["kommunenummer"]
    industry = "99.000" if odd == "other_industry" else f"{asked['naeringskode']}.010"
    unit = {
        "organisasjonsnummer": "123456789",
        "navn": "EKSEMPEL AS",
        "naeringskode1": {"kode": industry, "beskrivelse": "-"},
        _ADDRESS[kind]: {"kommunenummer": place, "landkode": "NO"},
    }
    if odd == "deleted_unit":
        unit["slettedato"] = "2017-10-20"
    document = {"_links": {"self": {"href": f"https://data.brreg.no/enhetsregisteret/api/{kind}"}}}
    document["page"] = {"size": 1, "totalElements": total, "totalPages": total, "number": 0}
    if total:
        document["_embedded"] = {kind: [unit]}
    return json.dumps(document).encode()


def error(field: str) -> bytes:
    """A refusal of the register."""
    document = {"status": 400, "feilmelding": "Feilaktig forespørsel", "valideringsfeil": [{"feilmelding": f"{field}"}]}
    return json.dumps(document).encode()
