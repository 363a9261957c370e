"""Words and numbers in the reader's language. Bokmål is the msgid; English comes from the message catalogue."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Protocol

from babel import Locale
from babel.dates import format_date
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

LANGUAGES = ("nb", "en")
_LOCALE = {"nb": Locale("nb"), "en": Locale("en", "GB")}
_MESSAGES = Path(__file__).parent / "locale"
NBSP = "\u00a0"
MINUS = "\u2212"


class InTwoLanguages(Protocol):
    """A catalogue text: `text["nb"]`, `text["en"]`."""

    def __getitem__(self, language: str, /) -> str: ...


@cache
def _messages(language: str) -> dict[str, str | tuple[str, ...]]:
    path = _MESSAGES / language / "LC_MESSAGES" / "messages.po"
    if not path.exists():
        return {}
    with path.open("rb") as handle:
        catalog = read_po(handle, locale=str(_LOCALE[language]))
    return {
        (m.id if isinstance(m.id, str) else m.id[0]): (m.string if isinstance(m.string, str) else tuple(m.string))
        for m in catalog
        if m.id and m.string
    }


@lru_cache(maxsize=65536)  # a page writes the same thousand numbers again and again
def _decimal(value: float, pattern: str, language: str) -> str:
    return format_decimal(value, format=pattern, locale=_LOCALE[language]).replace("-", MINUS)


@dataclass(frozen=True)
class Speaker:
    """Says things in one language: `say("Plassering {rank} av {count}", rank=3, count=26)`."""

    language: str = "nb"

    def __call__(self, message: str, **values: object) -> str:
        """A message with its values put in; the bokmål text where no translation is known."""
        said = _messages(self.language).get(message, message)
        text = said if isinstance(said, str) else said[0]
        return text.format(**values) if values else text

    def count(self, one: str, many: str, number: int, **values: object) -> str:
        """A message for one or for many; `{n}` is the number, formatted."""
        said = _messages(self.language).get(one)
        forms = said if isinstance(said, tuple) and all(said) else (one, many)
        return forms[0 if number == 1 else 1].format(n=self.number(number, 0), **values)

    def of(self, text: InTwoLanguages) -> str:
        """A catalogue text in this language."""
        return text[self.language]

    def number(self, value: float, decimals: int = 0) -> str:
        """1 234,5 in bokmål, 1,234.5 in English; a real minus sign."""
        rounded = round(float(value), decimals) + 0.0  # + 0.0 turns -0.0 into 0.0
        pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
        return _decimal(rounded, pattern, self.language)

    def quantity(self, value: float, decimals: int, suffix: str) -> str:
        """A number with its unit: "12,3 %", "48 400 KKS"; large counts are never abbreviated here."""
        number = self.number(value, decimals)
        if not suffix:
            return number
        tight = suffix == "%" and self.language == "en"
        return f"{number}{'' if tight else NBSP}{suffix}"

    def date(self, day: date | datetime) -> str:
        """14. mai 2026; 14 May 2026."""
        return format_date(
            day, format="d. MMMM y" if self.language == "nb" else "d MMMM y", locale=_LOCALE[self.language]
        )

    def listing(self, items: list[str]) -> str:
        """ "a, b og c"; "a, b and c"."""
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])} {self('og')} {items[-1]}"

    def sort_key(self, word: str) -> tuple[Any, ...]:
        """For sorting by the reader's alphabet: in bokmål æ, ø, å (and aa) come last."""
        lowered = word.casefold()
        if self.language != "nb":
            return (lowered,)
        order = {"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"}
        return ("".join(order.get(c, c) for c in lowered),)
