"""An indicator as schema.org's Dataset, by which search engines for data find it (https://schema.org/Dataset)."""

import json
from typing import Any

from markupsafe import Markup

from components.export.published import ENDINGS, KEYS, Published
from components.words.text import Speaker
from models.catalogue import Identity, Indicator, Publisher

_MEDIA = {"csv": "text/csv", "json": "application/json"}
# What would end the script that the text stands in, or begin another one.
_UNSAFE = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def dataset(
    indicator: Indicator,
    publisher: Publisher | None,
    one: Published | None,
    identity: Identity,
    say: Speaker,
    here: str,
    base: str,
) -> dict[str, Any]:
    """What is said of an indicator.

    Args:
        indicator: which.
        publisher: whose figures they are, where the catalogue knows them.
        one: how its figures can be fetched, where there are some by European region.
        identity: what the service is called.
        say: the reader's language.
        here: address of the indicator's page.
        base: of this server, without slash at its end.
    """
    language = say.language
    credit = say.of(publisher.attribution) if publisher else ""
    told: dict[str, Any] = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": say.of(indicator.title),
        "description": f"{say.of(indicator.description)} {credit}".strip(),
        "url": here,
        "identifier": indicator.id,
        "inLanguage": language,
        "isAccessibleForFree": True,
        "keywords": list(getattr(indicator.search, language)),
        "variableMeasured": say.of(indicator.title),
        "spatialCoverage": {"@type": "Place", "name": say("Europa") if indicator.scope == "europe" else say("Norge")},
        "publisher": {"@type": "Organization", "name": say.of(identity.name), "url": f"{base}/"},
        "includedInDataCatalog": {
            "@type": "DataCatalog",
            "name": say.of(identity.name),
            "url": f"{base}/katalog.ttl",
        },
    }
    if publisher:
        told["license"] = publisher.licence_url
        told["creator"] = {"@type": "Organization", "name": say.of(publisher.name), "url": publisher.url}
    if one:
        first, last = one.years
        told["temporalCoverage"] = f"{first}/{last}"
        told["dateModified"] = one.issued.date().isoformat()
        told["isBasedOn"] = [source for source in one.sources if source]
        told["distribution"] = [
            {
                "@type": "DataDownload",
                "encodingFormat": _MEDIA[ending],
                "contentUrl": base + one.file(key, ending, language),
            }
            for key in KEYS
            for ending in ENDINGS
        ]
    return told


def script(told: dict[str, Any]) -> Markup:
    """The same as an element of a page's head; nothing in its words can end it."""
    text = json.dumps(told, ensure_ascii=False).translate(_UNSAFE)
    return Markup('<script type="application/ld+json">%s</script>') % (Markup(text),)  # noqa: S704 - made safe above
