"""Cited findings as HTML: what was found, by whom, when, where to read it, and how sure our reading was."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from markupsafe import Markup

from components.html.markup import out
from components.words.text import Speaker
from models.catalogue import Finding
from models.catalogue.register import Cited

NO_BREAK = "\u2011"  # a hyphen at which no line ends
# How a source was read.
READING = {
    "read_in_full": "lest i sin helhet",
    "excerpt": "lest i utdrag",
    "secondary_source": "lest hos andre",
}
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
    "Kommunal- og distriktsdepartementet": "Kommunal- og distriktsdepartementet",
    "Nærings- og fiskeridepartementet": "Nærings- og fiskeridepartementet",
    "Justis- og beredskapsministeren": "Justis- og beredskapsministeren",
    "Finansdepartementet": "Finansdepartementet",
    "Energidepartementet": "Energidepartementet",
    "Stortinget": "Stortinget",
    "answer to the Storting": "svar til Stortinget",
    "reproduced by": "gjengitt av",
    "Akershus fylkeskommune": "Akershus fylkeskommune",
    "Innlandet fylkeskommune": "Innlandet fylkeskommune",
    "City of Helsinki": "Helsinki kommune",
    "Københavns Kommune": "Københavns kommune",
    "Copenhagen Airports": "Københavns lufthavner",
    "Danish Ministry of Transport": "Danmarks transportministerium",
    "Finnish Immigration Service": "Finlands utlendingsmyndighet",
    "Finnish government": "Finlands regjering",
    "The International (Denmark)": "The International (Danmark)",
    "on NOKUT’s scheme, since 2023 run by HK-dir": "om NOKUTs ordning, siden 2023 hos HK-dir",
    "on the government’s action plan": "om regjeringens handlingsplan",
    "on the minister’s letter": "om statsrådens brev",
    "opinion piece in": "kronikk i",
    "in Teknisk Ukeblad": "i Teknisk Ukeblad",
    "on figures from": "med tall fra",
    "citing": "viser til",
    "adviser's article": "artikkel fra en rådgiver",
    "application for European Green Capital 2019": "søknad om å bli Europas miljøhovedstad 2019",
    "collecting ARWU, THE and QS": "samler ARWU, THE og QS",
}


def year_words(say: Speaker, cited: Cited) -> str:
    """The year that a finding is true of: "2023", "ca. 2019", "uten dato"."""
    if cited.year == "undated":
        return say("uten dato")
    if cited.year.startswith("c. "):
        return say("ca. {year}", year=cited.year.removeprefix("c. "))
    return cited.year.replace("-", "–")


def publisher_words(say: Speaker, cited: Cited) -> str:
    """The publisher, and in brackets who reported it, in the reader's language."""
    name = cited.publisher
    for words in _AS_REGISTERED:
        if words in name:
            name = name.replace(words, say(_AS_REGISTERED[words]))
    return name.replace(" and ", f" {say('og')} ")


def how_read(say: Speaker, cited: Cited) -> str:
    """How we read a source: in full, an excerpt, at second hand; and whether its year is our inference."""
    words = say(READING[cited.confidence])
    return f"{words}, {say('årstallet er antatt')}" if "year inferred" in cited.confidence_note else words


def citation(say: Speaker, cited: Cited, *, titled: bool = False) -> Markup:
    """Publisher and year as a link to the source; where `titled`, its title is the link and stands after them."""
    # "HK-dir" is one name, which the end of a line may not part.
    by = f"{publisher_words(say, cited)}, {year_words(say, cited)}".replace("-", NO_BREAK)
    where = Markup("%s: %s") % (by, out(cited.title, cited.address)) if titled else out(by, cited.address)
    return Markup('<span class="cite">%s</span>') % (where,)


def _item(say: Speaker, group: Sequence[Finding]) -> Markup:
    first, *companions = (Markup("%s %s") % (say.of(f.statement), citation(say, f)) for f in group)
    beside = Markup().join(
        Markup('<span class="beside">%s %s</span>') % (say("Må leses sammen med:"), words) for words in companions
    )
    return Markup("<li>%s%s</li>") % (first, beside)


def readings(say: Speaker, sources: Iterable[Cited]) -> str:
    """How many sources were read how: "3 lest i sin helhet, 5 lest i utdrag"."""
    counted = Counter(str(cited.confidence) for cited in sources)
    return ", ".join(f"{counted[way]} {say(READING[way])}" for way in READING if counted[way])


def sources_note(say: Speaker, cited: Iterable[Cited], *, opened: bool = False) -> Markup:
    """The sources, each once, with titles and how they were read: a note that is opened by those who check.

    Args:
        say: the reader's language.
        cited: what was cited; several things from one address are one source.
        opened: whether the note cannot be closed, on paper.
    """
    sources = list({one.address: one for one in cited}.values())
    listed = Markup().join(
        Markup('<li>%s <span class="cite">(%s)</span></li>') % (citation(say, one, titled=True), how_read(say, one))
        for one in sources
    )
    title = f"{say.count('{n} kilde', '{n} kilder', len(sources))}: {readings(say, sources)}"
    if opened:
        return Markup('<div class="sources"><h3>%s</h3><ul>%s</ul></div>') % (title, listed)
    return Markup('<details class="sources"><summary>%s</summary><ul>%s</ul></details>') % (title, listed)


def findings_list(say: Speaker, groups: Iterable[Sequence[Finding]]) -> Markup:
    """Findings as a list, our sentence and who says so; under it the note on the sources.

    Args:
        say: the reader's language.
        groups: findings, each with those it may not be shown without (`Catalogue.with_companions`).
    """
    shown = [tuple(group) for group in groups]
    items = Markup().join(_item(say, group) for group in shown)
    return Markup('<ul class="findings">%s</ul>%s') % (items, sources_note(say, chain.from_iterable(shown)))
