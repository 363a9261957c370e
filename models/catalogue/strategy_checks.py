"""What must hold for the dated strategies, and for what names their activities and goals."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Protocol

from models.catalogue.catalogue import Catalogue
from models.catalogue.problems import Problem, missing
from models.catalogue.strategy import Activity, Goal, Strategy

_HOME = "strategy/"


class Tagged(Protocol):
    """An indicator, a barrier or a question."""

    @property
    def id(self) -> str:
        """Its id."""
        ...

    @property
    def goals(self) -> tuple[int, ...]:
        """Numbers of UN goals."""
        ...

    @property
    def activities(self) -> tuple[str, ...]:
        """Ids of activities."""
        ...


def outside_strategies(c: Catalogue, file: str, entry: Tagged) -> Iterator[Problem]:
    """The goals and activities that an entry names and no strategy has."""
    for goal in entry.goals:
        if goal not in c.goals:
            yield Problem(file, f"{entry.id}.goals", f"goal {goal} is in no strategy", (_HOME,))
    for name in entry.activities:
        if name not in c.activities:
            yield Problem(file, f"{entry.id}.activities", f"activity '{name}' is in no strategy", (_HOME,))


def _ids(c: Catalogue, plan: Strategy, began: Mapping[str, str]) -> Iterator[Problem]:
    """Activities have ids of their own and continue activities of earlier strategies (`began`, by activity)."""
    file = f"{_HOME}{plan.id}.toml"
    for name, count in Counter(a.id for a in plan.activities).items():
        if count > 1:
            yield Problem(file, f"{name}.id", "stands twice")
    for activity in plan.activities:
        if activity.id in began:
            text = f"stands in {_HOME}{began[activity.id]}.toml too; write '{plan.id}/{activity.number}'"
            yield Problem(file, f"{activity.id}.id", text)
        for earlier in activity.continues:
            if earlier not in began:
                yield Problem(
                    file, f"{activity.id}.continues", f"activity '{earlier}' is in no earlier strategy", (_HOME,)
                )
    starts = Counter(other.valid_from for other in c.strategies.values())
    if starts[plan.valid_from] > 1:
        yield Problem(file, f"{plan.id}.valid_from", "another strategy begins on the same day")


def _figures(c: Catalogue, plan: Strategy, began: Mapping[str, str]) -> Iterator[Problem]:
    """Activities and goals name indicators for readers, and none is left without figure or answer."""
    file = f"{_HOME}{plan.id}.toml"
    tagged: tuple[Tagged, ...] = (*c.indicators.values(), *c.questions.values())
    parts: list[tuple[str, Activity | Goal, bool]] = []
    for activity in plan.activities:
        if began.keys() >= set(activity.continues):  # else that is the mistake
            tags = c.activity_tags(activity)
            parts.append((activity.id, activity, any(tags & set(entry.activities) for entry in tagged)))
    parts += [(f"goal {goal.number}", goal, any(goal.number in entry.goals for entry in tagged)) for goal in plan.goal]
    for name, part, answered in parts:
        for indicator in part.indicators:
            if indicator not in c.indicators:
                text = f"unknown indicator '{indicator}' (indicators/)"
                yield Problem(file, f"{name}.indicators", text, missing("indicators/", indicator))
            elif c.indicators[indicator].role == "series":
                yield Problem(file, f"{name}.indicators", f"'{indicator}' is a bare series, not for readers")
        if not part.indicators and not answered:
            text = "has no indicator, and no question (questions.toml) says who has figures"
            yield Problem(file, name, text, ("indicators/", "questions.toml"))


def strategies(c: Catalogue) -> Iterator[Problem]:
    """Each strategy holds together, and with the earlier ones."""
    began: dict[str, str] = {}
    for plan in sorted(c.strategies.values(), key=lambda p: p.valid_from):
        yield from _ids(c, plan, began)
        yield from _figures(c, plan, began)
        began.update(dict.fromkeys(plan.activity_ids - began.keys(), plan.id))


CHECKS = (strategies,)
