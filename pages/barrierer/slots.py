"""The figures that a reader moves in thought: how far each is, what that would mean, what becomes of it."""

from dataclasses import dataclass
from typing import cast

from components.words.wording import within
from models.advantages import real_gap
from models.catalogue import Indicator
from models.index.what_if import Aim, Target, aim
from models.rounding import shown_gap
from pages.barrierer.judged import counted, exact
from pages.barrierer.options import HALF, SLOTS, to, what
from pages.choices import NONE
from pages.exhibits.describe import quantity
from pages.exhibits.looked_at import Context
from pages.known.thought import score_figures


@dataclass(frozen=True)
class Slot:
    """A figure and the level that it is moved to.

    Attributes:
        indicator: which figure.
        target: whose level.
        half: whether it is moved half of the way.
        period: the year of the region's figure.
        aim: None where there are no figures to compare.
    """

    indicator: Indicator
    target: Target
    half: bool
    period: str
    aim: Aim | None

    @property
    def new(self) -> float | None:
        """The figure in the thought experiment; None where it stays as it is."""
        return None if self.aim is None or self.aim.reached else self.aim.part(0.5 if self.half else 1.0)


def slots(context: Context) -> list[Slot]:
    """The figures chosen, each once: the first choice of a figure holds."""
    table, by_indicator = score_figures(context.view.release), {}
    for slot in SLOTS:
        name, code = context.view.option(what(slot)), context.view.option(to(slot))
        if name == NONE or name in by_indicator:
            continue
        indicator = context.catalogue.indicators[name]
        target = cast(Target, code.removeprefix(HALF))
        peer = context.view.option("peer")
        own = aim(table.values[name], indicator.sign, context.focus, context.peers, target, peer)
        period = str(table.periods.at[context.focus, name])
        by_indicator[name] = Slot(indicator, target, code.startswith(HALF), period, own)
    return list(by_indicator.values())


def level_name(context: Context, target: Target) -> str:
    """Whose level it is, in the middle of a sentence."""
    if target == "peer":
        return context.name(context.view.option("peer"))
    return context.say("den beste firedelen") if target == "quarter" else context.say("regionen midt på lista")


def sentence(context: Context, slot: Slot) -> str:
    """What it would take, in one plain sentence."""
    say, indicator, level = context.say, slot.indicator, level_name(context, slot.target)
    name, title = context.name(context.focus), within(context.say.of(slot.indicator.title))
    if slot.aim is None:
        return say("For få tall til å sammenligne {name} med {level}: {title}", name=name, level=level, title=title)
    apart = shown_gap(slot.aim.value, slot.aim.level, indicator.decimals)
    if slot.aim.reached or not apart:
        return say("{name} er alt på høyde med {level} eller bedre: {title}", name=name, level=level, title=title)
    moved = slot.aim.gap * (0.5 if slot.half else 1.0)
    gap = real_gap(context.figures, context.catalogue, indicator, context.focus, slot.period, moved)
    if words := counted(context, indicator, gap, level, half=slot.half):
        return words.removesuffix(".")
    distance = quantity(context, indicator, abs(apart), difference=True)
    return say("{title}: {distance} skiller {name} fra {level}", title=title, distance=distance, name=name, level=level)


def facts(context: Context, slot: Slot) -> list[tuple[str, str]]:
    """The figures behind the sentence: term and value."""
    say, indicator = context.say, slot.indicator
    if slot.aim is None:
        return []
    pairs = [
        (context.label(context.focus), f"{quantity(context, indicator, slot.aim.value)} ({slot.period})"),
        (_level_label(context, slot), quantity(context, indicator, slot.aim.level)),
    ]
    if slot.new is not None:
        pairs.append((say("I tankeeksperimentet"), quantity(context, indicator, exact(slot.new))))
    return pairs


def _level_label(context: Context, slot: Slot) -> str:
    if slot.target != "peer":
        return context.say("Den beste firedelen") if slot.target == "quarter" else context.say("Midt på lista")
    peer = context.view.option("peer")
    year = str(score_figures(context.view.release).periods.at[peer, slot.indicator.id])
    return f"{context.label(peer)} ({year})" if year and year != slot.period else context.label(peer)
