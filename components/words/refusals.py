"""Why something may not be said, in plain words."""

from components.words.flags import flags_explained
from components.words.quantities import quantity
from components.words.text import Speaker
from components.words.wording import sentence
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
            return say.count(
                "Bare {n} sammenligningsregion har tall. Under åtte sier vi avstanden, ikke plasseringen.",
                "Bare {n} sammenligningsregioner har tall. Under åtte sier vi avstanden, ikke plasseringen.",
                int(refusal.detail or "0"),
            )
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
        case "within_error":
            return say(
                "Forskjellen er mindre enn det undersøkelsen kan måle ({reason}).",
                reason=_error(say, catalogue, refusal),
            )
        case "newer":
            return _newer(say, catalogue, refusal)
        case "one_year":
            return say("Det finnes ikke noe tidligere år å sammenligne {year} med.", year=refusal.year)
        case "redefined":
            return say(
                "Tallet hopper i {year} i flere regioner uten at utgiveren har merket det: da er definisjonen endret.",
                year=refusal.detail,
            )
        case "current_prices":
            return _prices(say, catalogue, refusal)
        case "no_relation":
            return say("Ingen sikker sammenheng mellom de to tallene ({n} regioner).", n=refusal.detail)
        case "one_figure":
            return _one_figure(say, catalogue, refusal)
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


def _error(say: Speaker, catalogue: Catalogue, refusal: Refusal) -> str:
    indicator = catalogue.indicators.get(refusal.node)
    if indicator is None or indicator.smallest_change is None:
        return say("utvalgsundersøkelse")
    least = quantity(say, catalogue, indicator, indicator.smallest_change.value, difference=True)
    return say("minst {least} må skille", least=least)


def _newer(say: Speaker, catalogue: Catalogue, refusal: Refusal) -> str:
    if refusal.detail == refusal.node or refusal.detail not in catalogue.indicators:
        return say("Vi har et nyere tall enn {year}. Velg det nyeste året.", year=refusal.year)
    title = say.of(catalogue.indicators[refusal.detail].title)
    return say("Vi har et nyere tall om det samme enn {year}: «{title}».", year=refusal.year, title=title)


def _prices(say: Speaker, catalogue: Catalogue, refusal: Refusal) -> str:
    why = say("Beløpet er i løpende priser og stiger med prisene, uten at noe er blitt bedre.")
    if refusal.detail in catalogue.indicators:
        title = say.of(catalogue.indicators[refusal.detail].title)
        return f"{why} {say('Si det heller med «{title}».', title=title)}"
    if refusal.detail == "peers":
        return f"{why} {say('Si det heller i prosent av midten av sammenligningsregionene.')}"
    return why


def _one_figure(say: Speaker, catalogue: Catalogue, refusal: Refusal) -> str:
    indicator = catalogue.indicators.get(refusal.detail)
    return say(
        "Hvem av de to som ligger foran, avgjøres av ett tall alene: «{title}», der én region ligger langt fra alle "
        "andre.",
        title=say.of(indicator.title) if indicator else refusal.detail,
    )
