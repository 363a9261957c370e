"""The choices that the strategy's page adds to the view."""

from collections.abc import Mapping
from datetime import UTC, datetime

from components.view import Option
from models.catalogue import Catalogue
from models.catalogue.strategy import Strategy
from models.figures.observations import Figures

ALL = "all"
ACTIVITIES, GOALS = "activities", "goals"
SCREEN, REPORT = "screen", "report"


def strategy_options(catalogue: Catalogue, _figures: Figures) -> tuple[Option, ...]:
    """Which strategy, by activities or by UN goals, one field or goal or all, and on screen or as the yearly report."""

    def chosen(options: Mapping[str, str]) -> Strategy:
        return catalogue.strategies[options["strategy"]]

    return (
        Option(
            "strategy",
            "strategi",
            allowed=lambda _: tuple(catalogue.strategies),
            default=lambda _: catalogue.strategy_at(datetime.now(UTC).date()).id,
            label="Strategi",
        ),
        Option.among("by", "ordnet etter", (ACTIVITIES, GOALS), ACTIVITIES, label="Ordnet etter", width=180),
        Option(
            "field",
            "felt i strategien",
            allowed=lambda options: (ALL, *(field.id for field in chosen(options).field)),
            default=lambda _: ALL,
            label="Innsatsområde",
            width=340,
        ),
        Option(
            "goal",
            "mål",
            allowed=lambda options: (ALL, *(str(goal.number) for goal in chosen(options).goal)),
            default=lambda _: ALL,
            label="Bærekraftsmål",
            width=340,
        ),
        Option.among("form", "visning", (SCREEN, REPORT), SCREEN, label="Vis som", width=190),
    )
