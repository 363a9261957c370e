"""Why regions count as similar, in words: in the peer picker and on the page of similar regions."""

from collections.abc import Sequence

from components.html.markup import bullets, paragraph
from components.words.quantities import of_hundred
from components.words.wording import within
from models.peers import Similar, candidates, unlikeness
from pages.exhibits.describe import quantity
from pages.exhibits.looked_at import Context
from pages.known import similar
from pages.known.similar import Likeness

SURE, HALF = 0.8, 0.5  # share of the random weightings with a region on the list, for calling its place firm


def sides(context: Context, one: Similar) -> tuple[str, str]:
    """In what a region is most alike and in what least, in words; whether it holds a capital is said by itself."""
    say, described = context.say, {d.id: d for d in context.catalogue.structure.dimension}
    apart = {
        d.id: part
        for d in similar.structure(context.view.release).dimensions
        if (part := unlikeness(one, d)) is not None and not any(v.tag for v in described[d.id].variable)
    }
    ordered = sorted(apart, key=lambda name: (apart[name], name))
    return say.of(described[ordered[0]].title), say.of(described[ordered[-1]].title)


def reason(context: Context, one: Similar) -> str:
    """In what a region is most and least like the focus region."""
    alike, unlike = sides(context, one)
    return context.say("likest i {alike}, minst lik i {unlike}", alike=alike, unlike=unlike)


def firmness(context: Context, likeness: Likeness, region: str) -> str:
    """How firm a place among the most similar is: how often the region is there when weights are drawn at random."""
    say, share = context.say, float(likeness.stability[region])
    words = say("sikker") if share >= SURE else say("nokså sikker") if share >= HALF else say("usikker")
    return say("{words}, {share} av 100", words=words, share=of_hundred(say, 100 * share))


def reasons(context: Context, likeness: Likeness) -> list[str]:
    """A line a region, nearest first."""
    return [
        f"{context.label(one.region)}: {reason(context, one)} ({within(firmness(context, likeness, one.region))})"
        for one in likeness.regions
    ]


def capital_words(context: Context, regions: Sequence[str]) -> str:
    """Whether all regions hold a capital as the focus region does; "" where they differ or it holds none."""
    capitals, say = context.catalogue.tags["capital"], context.say
    if context.focus not in capitals or not all(region in capitals for region in regions):
        return ""
    name = context.name(context.focus)
    if len(regions) == 1:
        return say("Den har en hovedstad, som {name}.", name=name)
    return say("Alle har en hovedstad, som {name}.", name=name)


def _by_structure(context: Context) -> list[str]:
    return reasons(
        context,
        similar.likeness(context.focus, context.view.release, candidates(context.catalogue, context.focus)),
    )


def _by_income(context: Context) -> list[str]:
    income = context.catalogue.structure.income
    indicator = context.catalogue.indicators[income.indicator]
    abroad = candidates(context.catalogue, context.focus)
    near = similar.by_income(context.focus, context.view.release, abroad)
    lines = []
    for code, gap in near:
        sign = "+" if gap > 0 else ""
        lines.append(f"{context.label(code)}: {sign}{quantity(context, indicator, gap, difference=True)}")
    return lines


def drawn_note(context: Context) -> str:
    """What "97 of 100" at a similar region means."""
    return context.say(
        "«97 av 100» betyr at den er blant de {count} likeste i 97 av 100 forsøk, der vi legger tilfeldig "
        "vekt på sidene.",
        count=context.catalogue.structure.nearest,
    )


def show_why_these(context: Context) -> None:
    """Beside the peer picker: how a set that the figures make was found, and why each region is in it."""
    say, chosen = context.say, context.catalogue.structure.computed_sets[context.view.peers]
    with context.page.fold(say("Hvorfor disse?"), key="why-these", aside=True):
        if chosen.by == "structure":
            lines, note = _by_structure(context), drawn_note(context)
        else:
            lines, note = _by_income(context), ""
        context.page.html(
            paragraph(say.of(chosen.description)) + bullets(lines) + (paragraph(note, "note") if note else "")
        )
        context.link("lignende", say("Mer om lignende regioner"), alike=chosen.by)
