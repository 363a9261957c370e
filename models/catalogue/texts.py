"""What every entry of the catalogue is made of: frozen types, texts in each language, codes and periods."""

import re
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

_PERIOD = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")


def _period(text: str) -> str:
    if not _PERIOD.fullmatch(text):
        raise ValueError(f"'{text}' is no period; write YYYY or YYYY-MM")
    return text


Period = Annotated[str, AfterValidator(_period)]
Identifier = Annotated[str, Field(pattern=r"^[a-z0-9]+(_[a-z0-9]+)*$")]
RegionCode = Annotated[str, Field(pattern=r"^[A-Z0-9][A-Z0-9_]*$")]
Filled = Annotated[str, Field(min_length=1)]


class Frozen(BaseModel):
    """A catalogue type: unknown keys are mistakes, values cannot change after loading."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, allow_inf_nan=False)


class Text(Frozen):
    """The same text in every language: a field each, none of them empty."""

    nb: Filled
    en: Filled

    def __getitem__(self, language: str) -> str:
        """The text in `language`; bokmål where the language is unknown."""
        return str(getattr(self, language)) if language in LANGUAGES else self.nb

    @classmethod
    def same(cls, text: str) -> Self:
        """The same in every language: a name, a mark that nobody translates."""
        return cls(**dict.fromkeys(cls.model_fields, text))


LANGUAGES = tuple(Text.model_fields)


def _in_every_language(name: object) -> object:
    return dict.fromkeys(LANGUAGES, name) if isinstance(name, str) else name


Name = Annotated[Text, BeforeValidator(_in_every_language)]  # of somebody; it may be the same in all


class Words(Frozen):
    """Search words in both languages."""

    nb: tuple[str, ...]
    en: tuple[str, ...]


class Suffix(Frozen):
    """What follows a number in each language; empty where nothing does."""

    nb: str
    en: str

    def __getitem__(self, language: str) -> str:
        """The suffix in `language`; bokmål where the language is unknown."""
        return str(getattr(self, language)) if language in LANGUAGES else self.nb
