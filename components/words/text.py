"""Words and numbers in the reader's language. Bokmål is the msgid; English comes from the message catalogue."""

import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Protocol

from babel import Locale
from babel.dates import format_date, get_month_names
from babel.messages.pofile import read_po
from babel.numbers import get_decimal_symbol, get_group_symbol

from components.words.wording import sentence

LANGUAGES = ("nb", "en")
_LOCALE = {"nb": Locale("nb"), "en": Locale("en", "GB")}
_MESSAGES = Path(__file__).parent.parent / "locale"
NBSP = "\u00a0"
MINUS = "\u2212"
_WIDE = Context(prec=400, rounding=ROUND_HALF_UP)  # room for every digit of the greatest number
_LAST = {"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"}  # the signs that follow z in ASCII
_PLAIN = str.maketrans({"æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"})


def understood(asked: str) -> str | None:
    """The language that a text asks for: "en", "EN" and "en-GB" are English; None where it is none of ours.

    Nynorsk and "no" get bokmål, which is what we have for those who read Norwegian.
    """
    code = asked.strip().lower().replace("_", "-").split("-")[0]
    return {"no": "nb", "nn": "nb"}.get(code, code if code in LANGUAGES else None)


class InTwoLanguages(Protocol):
    """A catalogue text: `text["nb"]`, `text["en"]`."""

    def __getitem__(self, language: str, /) -> str: ...


@cache  # constant: messages that ship
def _messages(language: str) -> dict[str, str | tuple[str, ...]]:
    path = _MESSAGES / language / "LC_MESSAGES" / "messages.po"
    if not path.exists():
        return {}
    with path.open("rb") as handle:
        catalog = read_po(handle, locale=str(_LOCALE[language]))
    said: dict[str, str | tuple[str, ...]] = {}
    for message in catalog:
        if message.id and message.string:
            name = message.id if isinstance(message.id, str) else message.id[0]
            said[name] = message.string if isinstance(message.string, str) else tuple(message.string)
    return said


def _unmarked(letter: str) -> str:
    """A letter without accents: é → e, ł → l."""
    plain = letter.translate(_PLAIN)
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))


# A page writes and sorts the same thousand numbers and names at each click.
@lru_cache(maxsize=65536)  # constant: a number as it is written
def _number(language: str, value: float, decimals: int) -> str:
    exact = Decimal(repr(value))
    rounded = exact.quantize(Decimal(1).scaleb(-decimals), context=_WIDE)
    whole, _, part = f"{rounded.copy_abs():,f}".partition(".")
    locale = _LOCALE[language]
    text = whole.replace(",", get_group_symbol(locale))
    text += f"{get_decimal_symbol(locale)}{part}" if part else ""
    return f"{MINUS}{text}" if rounded < 0 else text


@lru_cache(maxsize=8192)  # constant: a word in the alphabet
def _sort_key(language: str, word: str) -> tuple[str, str]:
    lowered = unicodedata.normalize("NFC", word).casefold()
    last = _LAST if language == "nb" else {}
    return "".join(last.get(letter) or _unmarked(letter) for letter in lowered), lowered


@dataclass(frozen=True)
class Speaker:
    """Says things in one language: `say("Plassering {rank} av {count}", rank=3, count=26)`."""

    language: str = "nb"

    def __call__(self, message: str, **values: object) -> str:
        """A message with its values put in; the bokmål text where no translation is known.

        A message that begins with a value begins a sentence, so the value gets a capital: "The Oslo Region is first".
        """
        said = _messages(self.language).get(message, message)
        text = said if isinstance(said, str) else said[0]
        if not values:
            return text
        return sentence(text.format(**values)) if text.startswith("{") else text.format(**values)

    def count(self, one: str, many: str, number: int, **values: object) -> str:
        """A message for one or for many; `{n}` is the number, formatted."""
        said = _messages(self.language).get(one)
        forms = said if isinstance(said, tuple) and all(said) else (one, many)
        return forms[0 if number == 1 else 1].format(n=self.number(number, 0), **values)

    def of(self, text: InTwoLanguages) -> str:
        """A catalogue text in this language."""
        return text[self.language]

    def number(self, value: float, decimals: int = 0) -> str:
        """1 234,5 in bokmål, 1,234.5 in English; a real minus sign, and halves rounded away from zero."""
        return _number(self.language, float(value), decimals)

    def quantity(self, value: float, decimals: int, suffix: str) -> str:
        """A number with its unit, on one line: "12,3 %", "48 400 KKS"; large counts are never abbreviated here."""
        number = self.number(value, decimals)
        if not suffix:
            return number
        tight = suffix == "%" and self.language == "en"
        return f"{number}{'' if tight else NBSP}{suffix.replace(' ', NBSP)}"

    def date(self, day: date | datetime) -> str:
        """14. mai 2026; 14 May 2026."""
        return format_date(
            day, format="d. MMMM y" if self.language == "nb" else "d MMMM y", locale=_LOCALE[self.language]
        )

    def month_name(self, number: int, *, short: bool = False) -> str:
        """The name of a month: "august", "aug."; January is 1."""
        name: str = get_month_names("abbreviated" if short else "wide", locale=_LOCALE[self.language])[number]
        return name

    def day(self, iso: str) -> str:
        """A day that is written YYYY-MM-DD, perhaps with a time, as `date` writes it; anything else as it stands."""
        try:
            return self.date(datetime.fromisoformat(iso))
        except ValueError:
            return iso

    def month(self, period: str) -> str:
        """ "2026-01" as "januar 2026"; "January 2026"."""
        day = date.fromisoformat(f"{period}-01")
        return format_date(day, format="LLLL y", locale=_LOCALE[self.language])

    def listing(self, items: list[str]) -> str:
        """Words in a row: "a, b og c"; "a, b and c"."""
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])} {self('og')} {items[-1]}"

    def sort_key(self, word: str) -> tuple[str, str]:
        """For sorting by the reader's alphabet: in bokmål æ, ø and å come last; other accents do not count.

        aa stays two letters: among Europe's regions it is no å (Saarland, Haarlem).
        """
        return _sort_key(self.language, word)
