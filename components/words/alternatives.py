"""What a chart shows, in words: for those who cannot see it."""

from collections.abc import Sequence

from components.words.text import Speaker
from components.words.wording import sentence


def ranking_alt(say: Speaker, measure: str, rows: Sequence[tuple[str, str]]) -> str:
    """A ranking in words: every region with its value, best first."""
    listed = "; ".join(f"{position}. {name}: {value}" for position, (name, value) in enumerate(rows, start=1))
    return f"{say('Rangering')}. {measure}. {listed}."


def trend_alt(say: Speaker, measure: str, rows: Sequence[tuple[str, str, str]]) -> str:
    """Lines in words: every named region's years and values."""
    listed = "; ".join(f"{name} {year}: {value}" for name, year, value in rows)
    return f"{say('Utvikling')}. {measure}. {listed}."


def distribution_alt(say: Speaker, measure: str, count: int, lowest: str, highest: str) -> str:
    """A distribution in words."""
    return say(
        "Fordeling. {measure}. {count} regioner, fra {lowest} til {highest}.",
        measure=measure,
        count=count,
        lowest=lowest,
        highest=highest,
    )


def season_alt(say: Speaker, measure: str, regions: Sequence[str]) -> str:
    """A year in words: the highest and the lowest month of each region."""
    return f"{say('Året måned for måned')}. {measure}. {'; '.join(regions)}."


def industries_alt(say: Speaker, measure: str, rows: Sequence[str]) -> str:
    """A region's industries in words."""
    return f"{say('Næringer')}. {measure}. {'; '.join(rows)}."


def map_alt(say: Speaker, measure: str, count: int, lowest: str, highest: str, name: str, own: str | None) -> str:
    """A map in words: how many regions, from what to what, and the focus region's figure; the table holds the rest."""
    spread = say(
        "Kart over Europa. {measure}. {count} regioner, fra {lowest} til {highest}.",
        measure=measure,
        count=count,
        lowest=lowest,
        highest=highest,
    )
    return spread if own is None else f"{spread} {sentence(name)}: {own}."
