"""RDF as Turtle (https://www.w3.org/TR/turtle/): subjects with their properties."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import quote

_ESCAPED = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
_IN_ADDRESS = "!#$%&'()*+,/:;=?@[]~"  # what may stand in an address; nothing of it ends one in Turtle


@dataclass(frozen=True)
class Address:
    """A thing, by its address."""

    address: str

    def __str__(self) -> str:
        return f"<{quote(self.address, safe=_IN_ADDRESS)}>"


@dataclass(frozen=True)
class Named:
    """A term of a vocabulary by its short name: dcat:Dataset."""

    name: str

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Literal:
    """A text in a language, or a value of a type; plain where neither is given."""

    text: str
    language: str = ""
    type: str = ""

    def __str__(self) -> str:
        mark = f"@{self.language}" if self.language else f"^^{self.type}" if self.type else ""
        return f'"{self.text.translate(_ESCAPED)}"{mark}'


@dataclass(frozen=True)
class Inner:
    """Something without an address of its own."""

    properties: tuple[tuple[str, "Term"], ...]

    def __str__(self) -> str:
        return f"[ {' ; '.join(f'{name} {value}' for name, value in self.properties)} ]"


Term: TypeAlias = Address | Named | Literal | Inner
Properties: TypeAlias = list[tuple[str, Term]]


def turtle(prefixes: Mapping[str, str], subjects: Iterable[tuple[Address, Properties]]) -> str:
    """The document.

    Args:
        prefixes: addresses of vocabularies by their short names.
        subjects: each thing with its properties: name of the property and value, in order.
    """
    parts = ["\n".join(f"@prefix {name}: <{address}> ." for name, address in prefixes.items())]
    parts += [
        f"{thing}\n    " + " ;\n    ".join(f"{name} {value}" for name, value in properties) + " ."
        for thing, properties in subjects
    ]
    return "\n\n".join(parts) + "\n"
