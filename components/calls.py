"""Words for calls: strength, weakness, tendency, and how sure each is."""

from components.frame import flags_explained
from components.text import Speaker
from models.advantages import Assessments, Call, Reason

_KINDS = {
    "strength": "Styrke",
    "weakness": "Svakhet",
    "tendency": "Tendens",
    "in_line": "På linje",
    "unsettled": "Uavklart",
    "not_rated": "Ikke vurdert",
}


def kind(say: Speaker, call: Call) -> str:
    """The call in one word, standing alone."""
    return say(_KINDS[call.kind])


def reason(say: Speaker, why: Reason) -> str:
    """One reason of a call, or what to know about it."""
    match why.code:
        case "agreement":
            return say("{n} av {of} sammenligninger peker samme vei", n=why.n, of=why.of)
        case "in_line":
            return say("{n} av {of} sammenligninger viser liten forskjell", n=why.n, of=why.of)
        case "flagged":
            return say("utgiveren har merket tallet: {flags}", flags=flags_explained([why.detail], say))
        case "unusual_year":
            return say("{year} var et uvanlig år", year=why.detail)
        case "one_year":
            return say("bare tall for {year}, ikke noe tidligere år å sammenligne med", year=why.detail)
        case "missing":
            return say("regionen har ingen tall")
        case "too_few_peers":
            return say("noen utvalg har færre enn {of} regioner med tall", of=why.of)
        case "no_spread":
            return say("i noen utvalg har alle regionene samme tall")
        case "capped":
            return say("forskjellen er stor nok, men tallet er for usikkert til mer enn en tendens")


def sureness(say: Speaker, call: Call) -> str:
    """How sure a call is: "Styrke: 12 av 12 sammenligninger peker samme vei"."""
    return f"{kind(say, call)}: {'; '.join(reason(say, why) for why in call.reasons)}"


def counted(say: Speaker, name: str, found: Assessments) -> str:
    """How many strengths and weaknesses there are."""
    return say(
        "{name} har {strengths} og {weaknesses} blant {count} indikatorer.",
        name=name,
        strengths=say.count("{n} styrke", "{n} styrker", len(found.of("strength"))),
        weaknesses=say.count("{n} svakhet", "{n} svakheter", len(found.of("weakness"))),
        count=found.rated,
    )


def by_chance(say: Speaker, found: Assessments) -> str:
    """How many a region drawn at random would get: to be said wherever the calls are listed."""
    return say(
        "En tilfeldig region blant dem vi sammenligner med, får i snitt {strengths} og {weaknesses} av samme regler.",
        strengths=say.count("{n} styrke", "{n} styrker", round(found.chance["strength"])),
        weaknesses=say.count("{n} svakhet", "{n} svakheter", round(found.chance["weakness"])),
    )


def too_few_peers(say: Speaker, found: Assessments) -> str:
    """Why nothing is called a strength where the reader's peers are few."""
    return say(
        "Styrker og svakheter krever minst {count} sammenligningsregioner. "
        "Med færre viser vi bare plassering og avstand.",
        count=found.thresholds.min_peers,
    )
