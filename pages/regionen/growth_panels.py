"""The population of every sub-region over the years, as small multiples."""

from components.charts.panels import Panel, PanelLine, panels
from components.exhibit import Exhibit
from components.html.tables import Column, table
from components.rows import rows_of
from components.words import inside
from components.words.text import Speaker
from models.inside.subregion_profiles import SubregionProfile
from models.inside.subregions import change
from pages.exhibits.looked_at import Context
from pages.regionen.view import Inside, name, source


def _indexed(profile: SubregionProfile) -> dict[int, float]:
    """Change in per cent since the first year of the series, by year."""
    first = profile.people.get(min(profile.people, default=0))
    changes = {year: change(first, people) for year, people in profile.people.items()}
    return {year: value for year, value in changes.items() if value is not None}


def show_panels(context: Context, shown: Inside) -> None:
    """A panel a sub-region, all with the same scale, with the whole region in each for comparison."""
    say = context.say
    lines = {profile.part.id: _indexed(profile) for profile in (*shown.profiles, shown.whole)}
    own = lines["all"]
    ordered = sorted(
        (p for p in shown.profiles if lines[p.part.id]), key=lambda p: -lines[p.part.id][max(lines[p.part.id])]
    )
    drawn = []
    for profile in ordered:
        line = lines[profile.part.id]
        growth = inside.signed(say, line[max(line)], 0, "%")
        drawn.append(
            Panel(
                title=profile.part.name,
                label=growth,
                lines=[
                    PanelLine(context.label(context.focus, short=True), list(own), list(own.values()), "focus"),
                    PanelLine(
                        profile.part.name,
                        list(line),
                        list(line.values()),
                        "marked" if profile.part.id == shown.marked else "part",
                    ),
                ],
            )
        )
    years = sorted({year for line in lines.values() for year in line})
    first, last = (years[0], years[-1]) if years else (0, 0)
    falling = [p for p in ordered if lines[p.part.id][max(lines[p.part.id])] < 0]
    title = say("Endring i folketallet siden {first}, prosent, til {last}", first=first, last=last)
    rows = [(name(context, p), year, people) for p in (*ordered, shown.whole) for year, people in p.people.items()]
    indicators = context.catalogue.indicators
    county = shown.level == "county"
    context.page.exhibit(
        Exhibit(
            key="panels",
            finding=_finding(say, ordered, falling, first),
            measure=title
            + ". "
            + say("Samme skala i alle ruter; blå strek er {name}", name=context.name(context.focus)),
            figure=panels(drawn, context.colours, lambda _, v: inside.signed(say, v, 1, "%"), shared=True)
            if drawn
            else None,
            alt=title + ". " + "; ".join(f"{panel.title}: {panel.label}" for panel in drawn)
            if drawn
            else say("Ingen av delregionene har tall."),
            source=source(
                context,
                [indicators["population"], *([indicators["population_total"]] if county else [])],
                f"{first}–{last}",
            ),
            table=table(
                [Column(say("Delregion")), Column(say("År"), numeric=True), Column(say("Folketall"), numeric=True)],
                [[label, str(year), say.number(people)] for label, year, people in rows],
                title,
            ),
            rows=rows_of(
                ["part", "name", "period", "value"],
                [
                    (p.part.id, name(context, p), str(year), people)
                    for p in (*ordered, shown.whole)
                    for year, people in p.people.items()
                ],
                value="innbyggere",
            ),
            file_name="osloregionen-delregioner-folketall",
            notices=[say("Kommuner som er slått sammen, er regnet sammen også for årene før.")],
        ),
    )


def _finding(say: Speaker, every: list[SubregionProfile], falling: list[SubregionProfile], first: int) -> str:
    """How many sub-regions have lost people, those inside the region's definition and those outside told apart."""
    within = [p for p in every if p.part.within]
    lost = [p for p in falling if p.part.within]
    if not falling:
        return say("Alle delregionene har flere innbyggere enn i {first}", first=first)
    if len(within) == len(every):
        return say(
            "{count} av {all} delregioner har færre innbyggere enn i {first}",
            count=len(lost),
            all=len(every),
            first=first,
        )
    outside, others = len(falling) - len(lost), len(every) - len(within)
    if not lost:
        return say(
            "Ingen av de {all} delregionene i avgrensningen har færre innbyggere enn i {first}. "
            "Utenfor gjelder det {outside} av {others}",
            all=len(within),
            first=first,
            outside=outside,
            others=others,
        )
    return say(
        "{count} av {all} delregioner i avgrensningen har færre innbyggere enn i {first}, {outside} av {others} "
        "utenfor",
        count=len(lost),
        all=len(within),
        first=first,
        outside=outside,
        others=others,
    )
