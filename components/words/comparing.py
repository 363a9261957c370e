"""Words for regions and figures set side by side: the titles of exhibits, and their text alternatives."""

from collections.abc import Collection, Sequence

from components.words.text import Speaker
from components.words.wording import within
from models.comparison.correlation import FEWEST, Correlation, CorrelationError
from models.comparison.scorecard import Strip, tally

_FIRM = 0.8  # share of random weightings in which a similar region must be on the list to be called firm
# What a relation is called by its strength, where the one figure rises with the other and where it falls.
_RISING = {
    "weak": "Svak sammenheng: høye tall for {x} følger gjerne høye tall for {y}",
    "moderate": "Tydelig sammenheng: høye tall for {x} følger oftest høye tall for {y}",
    "strong": "Sterk sammenheng: høye tall for {x} følger høye tall for {y}",
}
_FALLING = {
    "weak": "Svak sammenheng: høye tall for {x} følger gjerne lave tall for {y}",
    "moderate": "Tydelig sammenheng: høye tall for {x} følger oftest lave tall for {y}",
    "strong": "Sterk sammenheng: høye tall for {x} følger lave tall for {y}",
}


def compared_with(say: Speaker, counts: Collection[int]) -> str:
    """With how many others figures are compared, where each has its own number of them.

    Args:
        say: the reader's language.
        counts: for each figure, the regions beside the focus region that have it; "" where there are none.
    """
    if not counts:
        return ""
    low, high = min(counts), max(counts)
    if low == high:
        return say.count("sammenlignet med {n} region", "sammenlignet med {n} regioner", high)
    return say("sammenlignet med {low} til {high} regioner, etter hvor mange som har tallet", low=low, high=high)


def scorecard_finding(say: Speaker, name: str, other_name: str, strips: Sequence[Strip], other: str | None) -> str:
    """On how many figures a region is ahead of another, or in the better half of its peers."""
    if not strips:
        return say("Ingen tall å sammenligne {name} med", name=name)
    if other is None:
        better = sum(strip.better for strip in strips)
        return say(
            "{name} er bedre enn regionen midt på lista på {n} av {count} tall", name=name, n=better, count=len(strips)
        )
    counted = tally(strips, other)
    if not counted.count:
        return say("{other} mangler tallene som {name} har", other=other_name, name=name)
    if counted.ahead >= counted.behind:
        return say(
            "{name} er foran {other} på {n} av {count} tall",
            name=name,
            other=other_name,
            n=counted.ahead,
            count=counted.count,
        )
    return say(
        "{other} er foran {name} på {n} av {count} tall",
        name=name,
        other=other_name,
        n=counted.behind,
        count=counted.count,
    )


def strips_finding(say: Speaker, theme: str, other_name: str, strips: Sequence[Strip], other: str | None) -> str:
    """The same for one theme, in fewer words."""
    if other is None:
        better = sum(strip.better for strip in strips)
        return say("{theme}: bedre enn midt på lista på {n} av {count}", theme=theme, n=better, count=len(strips))
    counted = tally(strips, other)
    if not counted.count:
        return say("{theme}: ingen tall for {other}", theme=theme, other=other_name)
    if counted.behind == counted.count > 1:
        return say("{theme}: bak {other} på alle {count}", theme=theme, other=other_name, count=counted.count)
    if counted.ahead == counted.count > 1:
        return say("{theme}: foran {other} på alle {count}", theme=theme, other=other_name, count=counted.count)
    return say(
        "{theme}: foran {other} på {n} av {count}", theme=theme, other=other_name, n=counted.ahead, count=counted.count
    )


def strips_alt(say: Speaker, measure: str, rows: Sequence[Sequence[str]]) -> str:
    """Strips in words: each indicator with its year, figure and place, then the other region's and the median."""
    listed = "; ".join(f"{name}: {', '.join(rest)}" for name, *rest in rows)
    return f"{say('Sterkest først')}. {measure}. {listed}."


def relation_finding(say: Speaker, x: str, y: str, related: Correlation | CorrelationError) -> str:
    """How closely two figures go together, in words."""
    values = {"x": within(x), "y": within(y)}
    if isinstance(related, CorrelationError):
        return say("Vi kan ikke si om {x} og {y} henger sammen", **values)
    if related.strength == "none":
        return say("Ingen sikker sammenheng mellom {x} og {y}", **values)
    return say(_RISING[related.strength] if related.value > 0 else _FALLING[related.strength], **values)


def relation_words(say: Speaker, related: Correlation | CorrelationError) -> str:
    """The correlation with its interval, or why there is none."""
    if isinstance(related, CorrelationError):
        if related.obstacle == "few":
            return say(
                "Bare {count} regioner har begge tallene. Med færre enn {fewest} kan tilfeldigheter ligge bak.",
                count=related.count,
                fewest=FEWEST,
            )
        return say("Et av tallene er likt for alle regionene.")
    values = {
        "value": say.number(related.value, 2),
        "low": say.number(related.low, 2),
        "high": say.number(related.high, 2),
        "count": related.count,
    }
    if related.kind == "spearman":
        return say(
            "Korrelasjon {value}, trolig mellom {low} og {high} ({count} regioner; regioner i samme land teller "
            "sammen). Tallene er skjevt fordelt, derfor sammenlignes rekkefølgen (Spearman).",
            **values,
        )
    return say(
        "Korrelasjon {value}, trolig mellom {low} og {high} ({count} regioner; regioner i samme land teller sammen).",
        **values,
    )


def relation_alt(say: Speaker, measure: str, rows: Sequence[Sequence[str]]) -> str:
    """Two figures in words: the most populous regions with both."""
    listed = "; ".join(f"{row[0]}: {row[1]}, {row[2]}" for row in rows[:20])
    more = " " + say.count("og {n} til", "og {n} til", len(rows) - 20) if len(rows) > 20 else ""
    return f"{say('Punktdiagram')}. {measure}. {listed}{more}."


def likeness_finding(say: Speaker, name: str, nearest: str) -> str:
    """Which region is most like another."""
    return say("{nearest} ligner mest på {name}", nearest=nearest, name=name)


def income_finding(say: Speaker, name: str, nearest: str) -> str:
    """Which region has the output per inhabitant nearest to another's."""
    return say("{nearest} har verdiskaping per innbygger nærmest {name}", nearest=nearest, name=name)


def stability_finding(say: Speaker, regions: Sequence[tuple[str, float]]) -> str:
    """Which of the similar regions stay on the list in most weightings of the sides, or in all."""
    firm = {name: share for name, share in regions if share >= _FIRM}
    if not firm:
        return say("Lista er usikker: ingen av regionene er blant de likeste uansett vekting")
    names = say.listing(list(firm))
    if min(firm.values()) == 1:
        return say("Uansett vekting er {names} blant de likeste", names=names)
    return say("I minst {n} av 100 vektinger er {names} blant de likeste", n=say.number(100 * _FIRM), names=names)


def likeness_alt(
    say: Speaker, measure: str, sides: Sequence[str], rows: Sequence[tuple[str, Sequence[float | None]]]
) -> str:
    """Similar regions in words: for each side how unlike the region is, in per cent of two regions at random."""
    listed = "; ".join(
        f"{name}: "
        + ", ".join(
            f"{side} {say.quantity(100 * part, 0, '%')}"
            for side, part in zip(sides, parts, strict=True)
            if part is not None
        )
        for name, parts in rows
    )
    return f"{say('Lignende regioner')}. {measure}. {listed}."
