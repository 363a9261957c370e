"""What the parts of the page on sub-regions share: the sub-regions of the view, with their figures."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from components.exhibit import SourceNote
from components.words.said import Said
from components.words.text import LANGUAGES, Speaker
from models.catalogue import Catalogue, Indicator
from models.figures.observations import Figures
from models.inside.subregion_profiles import MunicipalFigures, SubregionProfile
from models.inside.subregions import Level, Total, added_up, alliance, whole
from models.keeping import kept, noted
from pages.exhibits.looked_at import Context
from pages.regionen.options import NONE, level_of, municipal, subregions

OSLO = ("0301",)


@dataclass(frozen=True)
class Inside:
    """The sub-regions that a reader looks at.

    Attributes:
        level: how the region is divided.
        profiles: the sub-regions, with those of the neighbour where it is shown.
        whole: the region itself.
        work_years: the earlier and the newest year with figures on jobs and commuting.
        numbers: the municipal figures behind.
        marked: id of the sub-region pointed out, or "none".
        alliance: the members of the alliance by a list of the analyst's own, as in the newest year of the municipal
            figures; None without such a list.
    """

    level: Level
    profiles: tuple[SubregionProfile, ...]
    whole: SubregionProfile
    work_years: tuple[int, int]
    numbers: MunicipalFigures
    marked: str = NONE
    alliance: SubregionProfile | None = None

    @property
    def within(self) -> tuple[SubregionProfile, ...]:
        """The sub-regions that lie in the region as the reader has defined it."""
        return tuple(profile for profile in self.profiles if profile.part.within)

    def best(self, value: Callable[[SubregionProfile], float | None]) -> SubregionProfile | None:
        """The sub-region in the region with the highest value."""
        known = [(number, profile) for profile in self.within if (number := value(profile)) is not None]
        return max(known, key=lambda pair: pair[0])[1] if known else None


@kept(64)
def _profiles(
    figures: Figures, catalogue: Catalogue, level: Level, lens: str, around: str, since: int
) -> tuple[tuple[SubregionProfile, ...], SubregionProfile, tuple[int, int], MunicipalFigures]:
    shown, numbers = subregions(catalogue, level, lens, around), municipal(figures, catalogue)
    profiles = tuple(numbers.profile(part, since) for part in shown)
    years = numbers.work_years or ("0",)
    people = added_up([profile.people for profile in profiles if profile.part.within])
    region = replace(numbers.profile(whole(shown, lens), since), people=people)
    return profiles, region, (int(years[0]), int(years[-1])), numbers


def inside(context: Context) -> Inside:
    """The sub-regions of the view, worked out once a release and choice."""
    view = context.view
    level = level_of(view.option("level"))
    asked = (level, context.focus, view.option("around"), int(view.option("since")))
    profiles = _profiles(context.figures, context.catalogue, *asked)
    members = _members(context.figures, context.catalogue, int(view.option("since")))
    return Inside(level, *profiles, marked=view.option("part"), alliance=members)


@noted(32)
def _members(figures: Figures, catalogue: Catalogue, since: int) -> SubregionProfile | None:
    """The alliance with the members of the newest municipal year, in all years: its growth is that of one territory."""
    numbers = municipal(figures, catalogue)
    newest = max(numbers.population.years, default="")
    part = alliance(catalogue, "", f"{newest}-01-01")
    return None if part is None else numbers.profile(part, since)


def alliance_by_year(context: Context) -> dict[str, tuple[int, Total]]:
    """How many were members on 1 January of each year, and how many lived there."""
    sums = municipal(context.figures, context.catalogue).population
    found = {}
    for year in sums.years:
        if part := alliance(context.catalogue, "", f"{year}-01-01"):
            found[year] = len(part.members), sums.total(part, year)
    return found


def newest_population(context: Context, shown: Inside) -> tuple[float | None, str]:
    """The region's inhabitants in the newest year, and the year; its municipalities' where none are newer."""
    rows = context.figures.indicator("population_total")
    own = rows.loc[rows["region"] == context.focus]
    by_year = {int(year): float(value) for year, value in zip(own["period"], own["value"], strict=True)}
    by_year |= {year: people for year, people in shown.whole.people.items() if year not in by_year}
    newest = max(by_year, default=None)
    return (None, "") if newest is None else (by_year[newest], str(newest))


def is_oslo(profile: SubregionProfile) -> bool:
    """Whether a sub-region is the municipality of Oslo."""
    return profile.part.codes == OSLO


def name(context: Context, profile: SubregionProfile) -> str:
    """What the reader calls a sub-region; the region itself is called by its own name."""
    if profile.part.id == "alliance":
        return context.say("Medlemskommunene ({count})", count=len(profile.part.members))
    return context.label(context.focus) if profile.part.id == "all" else profile.part.name


def source(context: Context, indicators: Sequence[Indicator], years: str, *, derived: bool = True) -> SourceNote:
    """The source of figures that come from one or more indicators."""
    datasets: dict[str, str] = {}
    for indicator in indicators:
        for code, url in context.catalogue.dataset_links(indicator):
            # A code with a space is a name of our own; the data set's title says more.
            known = context.catalogue.datasets.get(code)
            datasets[context.say.of(known.title) if known and " " in code else code] = url
    return SourceNote(
        publisher=context.say.listing(list(dict.fromkeys(i.publisher for i in indicators))),
        datasets=list(datasets.items()),
        years=context.say("tall for {years}", years=years),
        derived=derived,
    )


def division(context: Context, level: str) -> str:
    """A way to divide the region, in the reader's words."""
    return {
        "economic": context.say("Økonomiske regioner"),
        "county": context.say("Fylker"),
    }[level]


def legend(context: Context, profiles: Sequence[SubregionProfile]) -> str:
    """What the colours and the italics stand for, as far as they occur."""
    words = []
    if any(profile.part.id == "all" for profile in profiles):
        words.append(context.say("Blå: {name} samlet.", name=context.name(context.focus)))
    if any(not profile.part.within for profile in profiles):
        words.append(context.say("Kursiv og dempet: Innlandet, utenfor avgrensningen."))
    return " ".join(words)


def quotable(context: Context, words: Callable[[Speaker], str], origin: SourceNote, years: str) -> tuple[Said, ...]:
    """A sentence on sub-regions, in both languages, with what must be said beside it.

    Args:
        context: of the page.
        words: the sentence, without its full stop.
        origin: source of the figures.
        years: what they are for; the origin says it in the reader's language only.
    """
    text = {}
    for language in LANGUAGES:
        say = Speaker(language)
        name = context.catalogue.region_name(context.focus, language)
        measured = context.catalogue.measured_as(context.focus, language)
        beside = [
            say("delregioner i {name}, {measured}", name=name, measured=measured),
            say("tall for {years}", years=years),
            say("kilde: {source}", source=", ".join([origin.publisher, *(code for code, _ in origin.datasets)])),
            say("beregnet av {service}", service=context.catalogue.identity.name[language]),
            say("datautgave {number}", number=context.figures.release),
        ]
        text[language] = f"{words(say)} ({'; '.join(beside)})."
    return (Said(True, text),)
