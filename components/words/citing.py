"""How a figure is cited: a line in the manner of APA, and an entry for BibTeX."""

import re
from dataclasses import dataclass

from components.words.text import Speaker

_LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "\u00a0": "~",
    "\u202f": "~",
}


@dataclass(frozen=True)
class Work:
    """What is cited.

    Attributes:
        service: who stands for it.
        title: the finding, and what is measured.
        publisher: who published the numbers behind it.
        datasets: their codes at the publisher.
        years: "tall for 2024".
        release: number of the release; `year` when it came.
        address: of the very view, complete.
        key: short name, for BibTeX.
    """

    service: str
    title: str
    publisher: str
    datasets: tuple[str, ...]
    years: str
    release: int
    year: int
    address: str
    key: str


def _data(work: Work) -> str:
    codes = f" ({', '.join(work.datasets)})" if work.datasets else ""
    return f"{work.publisher}{codes}, {work.years}"


def apa(say: Speaker, work: Work) -> str:
    """The reference on one line: "Osloregionen i Europa. (2026). … (datautgave 1) [Figur]. Data: Eurostat …"."""
    return say(
        "{service}. ({year}). {title} (datautgave {number}) [Figur]. Data: {data}. {address}",
        service=work.service,
        year=work.year,
        title=work.title.rstrip("."),
        number=work.release,
        data=_data(work),
        address=work.address,
    )


def _latex(text: str) -> str:
    return "".join(_LATEX.get(sign, sign) for sign in text)


def bibtex(say: Speaker, work: Work) -> str:
    """The reference as an entry of a BibTeX file."""
    fields = {
        "author": f"{{{_latex(work.service)}}}",
        "title": f"{{{_latex(work.title.rstrip('.'))}}}",
        "year": str(work.year),
        "version": str(work.release),
        "note": _latex(say("Data: {data}. Datautgave {number}.", data=_data(work), number=work.release)),
        "url": work.address,
        "language": "norsk" if say.language == "nb" else "english",
    }
    inside = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return f"@misc{{{re.sub(r'[^a-z0-9-]+', '-', work.key.lower())},\n{inside}\n}}\n"
