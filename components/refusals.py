"""Why something may not be said, in plain words."""

from components.exhibit import flags_explained
from components.text import Speaker
from components.wording import sentence
from models.catalogue import Catalogue
from models.claims import Refusal


def because(say: Speaker, catalogue: Catalogue, refusal: Refusal) -> str:
    """The reason of a refusal as a sentence."""
    match refusal.code:
        case "missing":
            return _missing(say, catalogue, refusal)
        case "unusual_year":
            return _unusual(say, catalogue, refusal)
        case "flagged":
            flags = flags_explained([refusal.detail], say)
            return say(
                "Utgiveren har merket tallet: {flags}. Det er for usikkert til å bygge en påstand på.", flags=flags
            )
        case "older_territory":
            return _older(say, catalogue, refusal.detail)
        case "too_few_peers":
            return say("For få sammenligningsregioner har tall ({n}).", n=refusal.detail or "0")
        case "range_too_wide":
            return _too_wide(say, catalogue, refusal)
        case "same":
            return say("Tallene er like med de desimalene vi viser.")
        case "unsettled":
            return say("Sammenligningene er ikke enige, eller forskjellen er for liten.")
        case "break":
            return say(
                "Serien har et brudd i {year}: tallene før og etter er ikke laget på samme måte, og kan ikke "
                "sammenlignes ({span}).",
                year=refusal.detail,
                span=refusal.year,
            )
        case "unclear_trend":
            return say("Utviklingen er for ujevn til å si at avstanden øker eller minker.")
        case "own_choices_unsaid":
            return say("Plasseringen bygger på egne vekter eller egen metode, og da må setningen si det.")


def _missing(say: Speaker, catalogue: Catalogue, refusal: Refusal) -> str:
    name = catalogue.region_name(refusal.detail or refusal.subject, say.language)
    if refusal.node not in catalogue.indicators:
        return say("{name} har for få tall til en plassering.", name=name)
    return say("{name} har ikke tall for {year}.", name=name, year=refusal.year)


def _unusual(say: Speaker, catalogue: Catalogue, refusal: Refusal) -> str:
    plain = say("{year} er ikke et vanlig år å måle etter.", year=refusal.detail)
    indicator = catalogue.indicators.get(refusal.node)
    why = indicator.unusual_reason(refusal.detail) if indicator else None
    return f"{plain} {sentence(say.of(why))}" if why else plain


def _older(say: Speaker, catalogue: Catalogue, code: str) -> str:
    entry = catalogue.history.get(code)
    return say.of(entry.note) if entry else say("{code} er en region som ikke finnes lenger.", code=code)


def _too_wide(say: Speaker, catalogue: Catalogue, refusal: Refusal) -> str:
    name = catalogue.region_name(refusal.subject, say.language)
    if refusal.kind == "upper_half":
        return say(
            "Plasseringen er for usikker til å si at {name} er i den beste halvdelen: "
            "den kan være så lav som nr. {low}.",
            name=name,
            low=refusal.detail,
        )
    other = catalogue.region_name(refusal.detail, say.language)
    return say(
        "Plasseringen er for usikker: {name} ligger ikke foran {other} i 90 prosent av beregningene.",
        name=name,
        other=other,
    )
