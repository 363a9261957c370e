"""Words on what goes on inside the region: sentences from the figures of its sub-regions."""

from collections.abc import Sequence

from components.words.text import Speaker
from components.words.wording import sentence
from models.catalogue.within import MembershipNote
from models.inside.subregion_profiles import SubregionProfile

MANY = 4  # more names than this make no sentence


def signed(say: Speaker, value: float, decimals: int, suffix: str) -> str:
    """A change: "+12,3 %", "−0,7 %"."""
    words = say.quantity(value, decimals, suffix)
    return f"+{words}" if value > 0 else words


def lead(say: Speaker, growing: SubregionProfile | None) -> str:
    """The page's title: where the population grew fastest, and in which years."""
    if growing is None:
        return say("Delregionene")
    values = {"name": growing.part.name, "since": growing.since, "end": growing.year}
    return say("Folketallet vokste raskest i {name}, {since}–{end}", **values)


def millions(say: Speaker, people: float, decimals: int) -> str:
    """A number of people in millions: "2,05 millioner"."""
    return say("{n} millioner", n=say.number(people / 1e6, decimals))


def inhabitants(
    say: Speaker,
    alliance: MembershipNote | None,
    measured: str,
    people: float | None,
    year: str,
    members: SubregionProfile | None = None,
) -> str:
    """How many live here: in the alliance, and in the region that the figures are of.

    Args:
        say: the reader's language.
        alliance: what is known of the alliance.
        measured: how the region is defined, "målt som Oslo og Viken".
        people: its inhabitants; None where that is not known.
        year: of these.
        members: the alliance summed from a list of its members, where there is one; it goes before what is known.
    """
    parts = []
    if members is not None and members.population is not None:
        parts.append(
            say(
                "{count} medlemskommuner med {people} innbyggere til sammen ({year})",
                count=len(members.part.members),
                people=millions(say, members.population, 2),
                year=members.year or "",
            )
        )
    elif alliance is not None and alliance.municipalities and alliance.inhabitants:
        parts.append(
            say(
                "{count} kommuner med om lag {people} innbyggere ({year})",
                count=alliance.municipalities,
                people=millions(say, alliance.inhabitants, 1),
                year=alliance.as_of[:4],
            )
        )
    if people is not None and measured:
        values = {"measured": measured, "people": millions(say, people, 2), "year": year}
        parts.append(say("tallene her er {measured}, {people} ({year})", **values))
    return f"{sentence('; '.join(parts))}." if parts else ""


def growth(say: Speaker, best: SubregionProfile | None, since: int, end: int) -> str:
    """Where the population grew fastest, and how much."""
    if best is None:
        return say("Ingen tall for befolkningsvekst")
    values = {"name": best.part.name, "growth": signed(say, best.growth or 0.0, 1, "%"), "since": since, "end": end}
    return say("{name} vokste raskest: {growth} fra {since} til {end}", **values)


def jobs(say: Speaker, within: Sequence[SubregionProfile], name: str) -> str:
    """Which sub-regions have more jobs than employed residents."""
    above = [p for p in sorted(within, key=lambda p: -(p.job_ratio or 0.0)) if (p.job_ratio or 0.0) > 100]
    if not above:
        return say("Ingen delregion har flere jobber enn innbyggere i arbeid")
    if len(above) > MANY:
        return say("{count} delregioner har flere jobber enn innbyggere i arbeid", count=len(above))
    names = say.listing([p.part.name for p in above])
    return say("I {name} har bare {names} flere jobber enn innbyggere i arbeid", name=name, names=names)


def commuting(say: Speaker, best: SubregionProfile | None, year: int) -> str:
    """Where the largest part of the employed residents works in Oslo."""
    if best is None:
        return say("Ingen tall for pendling")
    share = say.quantity(best.oslo_share or 0.0, 0, "%")
    values = {"name": best.part.name, "share": share, "year": year}
    return say("{name} har størst andel pendlere til Oslo: {share} av de sysselsatte i {year}", **values)


def industry(say: Speaker, best: SubregionProfile | None, name: str, share: float | None, year: str) -> str:
    """Where an industry has the largest share of the jobs."""
    if best is None or share is None:
        return say("Ingen tall for næringene")
    words = say.quantity(share, 1, "%")
    return say(
        "{part} har størst andel av arbeidsplassene i {name}: {share} i {year}",
        part=best.part.name,
        name=name,
        share=words,
        year=year,
    )


UNITS = {"enterprises": "foretak", "workplaces": "arbeidssteder"}  # what the register counts, as messages


def most_units(
    say: Speaker, kind: str, part: str, number: float | None, everywhere: float | None, industry: str, name: str
) -> str:
    """Where an industry has the most enterprises or workplaces.

    Args:
        say: the language.
        kind: "enterprises" or "workplaces".
        part: the sub-region with the most.
        number: how many; None where no sub-region has a figure.
        everywhere: how many the region has; None where that of a municipality is missing.
        industry: in the middle of a sentence.
        name: the region's.
    """
    what = say(UNITS[kind])
    if number is None:
        return say("Ingen tall for {what} i {industry}", what=what, industry=industry)
    if not number:
        return say("Ingen {what} i {industry} i {name}", what=what, industry=industry, name=name)
    values = {"part": part, "what": what, "industry": industry, "number": say.number(number)}
    if everywhere is None:
        return say("{part} har flest {what} i {industry}: {number}", **values)
    return say(
        "{part} har flest {what} i {industry}: {number} av {all} i {name}",
        all=say.number(everywhere),
        name=name,
        **values,
    )


def centres(say: Speaker, whole: SubregionProfile, oslo: SubregionProfile, name: str) -> str:
    """How much of the region lies in Oslo: its share of inhabitants and jobs, and commuting from the rest."""
    numbers = (whole.population, oslo.population, whole.jobs.value, oslo.jobs.value)
    people, own_people, work, own_work = numbers
    if people is None or own_people is None or work is None or own_work is None:
        return ""
    words = say(
        "Oslo har {people} av innbyggerne og {jobs} av arbeidsplassene i {name}.",
        people=say.quantity(100 * own_people / people, 0, "%"),
        jobs=say.quantity(100 * own_work / work, 0, "%"),
        name=name,
    )
    commuters = (whole.to_oslo.value, oslo.to_oslo.value, whole.residents.value, oslo.residents.value)
    to_oslo, own_to_oslo, residents, own_residents = commuters
    if to_oslo is None or own_to_oslo is None or residents is None or own_residents is None:
        return words
    share = 100 * (to_oslo - own_to_oslo) / (residents - own_residents)
    return (
        words
        + " "
        + say("I resten av regionen arbeider {share} av de sysselsatte i Oslo.", share=say.quantity(share, 0, "%"))
    )


def spread(say: Speaker, parts: Sequence[tuple[str, float]], region: str, by: str) -> str:
    """Which parts of the region are highest and which lowest, by growth or gross domestic product.

    Args:
        say: the reader's language.
        parts: their names and figures as they are shown.
        region: its name.
        by: "growth" or "gdp".
    """
    low, high = min(value for _, value in parts), max(value for _, value in parts)
    if low == high:
        same = (
            "{name}: delene vokste like raskt"
            if by == "growth"
            else "{name}: delene har lik verdiskaping per innbygger"
        )
        return say(same, name=region)
    words = (
        "{name}: {highest} vokste raskest, {lowest} saktest"
        if by == "growth"
        else "{name}: {highest} har høyest verdiskaping per innbygger, {lowest} lavest"
    )
    highest, lowest = (say.listing([name for name, value in parts if value == end]) for end in (high, low))
    return say(words, name=region, highest=highest, lowest=lowest)
