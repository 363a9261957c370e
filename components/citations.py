"""Cited findings as HTML: what was found, by whom, when, where to read it, and how sure our reading was."""

from collections.abc import Iterable, Sequence
from html import escape

from components.markup import out
from components.text import Speaker
from models.catalogue import Finding

NO_BREAK = "\u2011"  # a hyphen at which no line ends
# How a source was read, where it was not read in full.
READING = {"excerpt": "lest i utdrag", "secondary_source": "sekundærkilde"}
# What the register says of publishers, and its bokmål: their names as they call themselves, and in English
# at which remove they were read. What is part of another stands after it.
_AS_REGISTERED = {
    "Statistisk sentralbyrå (SSB)": "Statistisk sentralbyrå (SSB)",
    "Oslo kommune, Klimaetaten": "Oslo kommune, Klimaetaten",
    "Oslo kommune": "Oslo kommune",
    "Miljødirektoratet": "Miljødirektoratet",
    "Jernbanedirektoratet": "Jernbanedirektoratet",
    "Kunnskapsdepartementet": "Kunnskapsdepartementet",
    "Forskningsrådet": "Forskningsrådet",
    "Eiendom Norge": "Eiendom Norge",
    "Port of Oslo": "Oslo Havn",
    "European Commission survey": "Undersøkelse fra Europakommisjonen",
    "European Commission, Joint Research Centre": "Europakommisjonen, Joint Research Centre",
    "European Commission": "Europakommisjonen",
    "reported in the press": "omtalt i pressen",
    "reported by a trade blog": "omtalt av en fagblogg",
    "quoted in a blog": "sitert i en blogg",
    "republished by": "gjengitt av",
    "reported by": "omtalt av",
    "quoted by Osloregionen's adviser at Forskningsparken": "sitert av Osloregionens rådgiver i Forskningsparken",
    "adviser's article": "artikkel fra en rådgiver",
    "application for European Green Capital 2019": "søknad om å bli Europas miljøhovedstad 2019",
    "collecting ARWU, THE and QS": "samler ARWU, THE og QS",
}


def year_words(say: Speaker, finding: Finding) -> str:
    """The year that a finding is true of: "2023", "ca. 2019", "uten dato"."""
    if finding.year == "undated":
        return say("uten dato")
    if finding.year.startswith("c. "):
        return say("ca. {year}", year=finding.year.removeprefix("c. "))
    return finding.year.replace("-", "–")


def publisher_words(say: Speaker, finding: Finding) -> str:
    """The publisher, and in brackets who reported it, in the reader's language."""
    name = finding.publisher
    for words in _AS_REGISTERED:
        if words in name:
            name = name.replace(words, say(_AS_REGISTERED[words]))
    return name.replace(" and ", f" {say('og')} ")


def how_read(say: Speaker, finding: Finding) -> list[str]:
    """What to know about our reading: an excerpt, a secondary source, a year that we inferred."""
    known = [say(READING[finding.confidence])] if finding.confidence in READING else []
    return [*known, say("årstallet er antatt")] if "year inferred" in finding.confidence_note else known


def citation(say: Speaker, finding: Finding, *, brief: bool = False) -> str:
    """Publisher, year and address as HTML, and how it was read; the title is left out where it must be brief."""
    # "HK-dir" is one name, which the end of a line may not part.
    by = f"{publisher_words(say, finding)}, {year_words(say, finding)}".replace("-", NO_BREAK)
    where = out(by, finding.address) if brief else f"{escape(by)}: {out(finding.title, finding.address)}"
    tags = " ".join(f'<span class="tag">{escape(words)}</span>' for words in how_read(say, finding))
    return f'<span class="cite">{where}{"&ensp;" if tags else ""}{tags}</span>'


def _item(say: Speaker, group: Sequence[Finding], *, brief: bool) -> str:
    first, *companions = (f"{escape(say.of(f.statement))} {citation(say, f, brief=brief)}" for f in group)
    beside = "".join(
        f'<span class="beside">{escape(say("Må leses sammen med:"))} {words}</span>' for words in companions
    )
    return f"<li>{first}{beside}</li>"


def findings_list(say: Speaker, groups: Iterable[Sequence[Finding]], *, brief: bool = False) -> str:
    """Findings as a list: our sentence, then its source.

    Args:
        say: the reader's language.
        groups: findings, each with those it may not be shown without (`Catalogue.with_companions`).
        brief: whether the sources' titles are left out.
    """
    return f'<ul class="findings">{"".join(_item(say, group, brief=brief) for group in groups)}</ul>'
