"""All of a page as a ZIP file: each figure's numbers for people and for programs, what they are, and whose."""

import io
import json
import zipfile
from collections.abc import Iterator, Sequence

from components.exhibit import Exhibit
from components.export.columns import columns_of
from components.export.csv import BOM, csv_file
from components.export.document import document, source_of
from components.export.plain_text import clean
from components.view import ViewState
from components.words.text import Speaker
from models.catalogue import Catalogue

_MADE = (1980, 1, 1, 0, 0, 0)  # ZIP's first day: the same figures give the same file


def ends_of(exhibit: Exhibit, view: ViewState, base: str) -> dict[str, str]:
    """What stands at the end of each row of a CSV file: source, release, address."""
    source = exhibit.source
    codes = ", ".join(code for code, _ in source.datasets)
    return {
        "source": f"{source.publisher} ({codes})" if codes else source.publisher,
        "release": str(view.release),
        "view": f"{base}{view.address}#{exhibit.key}",
    }


def archive(
    exhibits: Sequence[Exhibit], view: ViewState, title: str, catalogue: Catalogue, say: Speaker, base: str
) -> bytes:
    """The file.

    Args:
        exhibits: of the page, in order.
        view: the page's.
        title: its name.
        catalogue: for names, units and licences.
        say: the reader's language.
        base: address of the server, for complete addresses.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in _files(exhibits, view, title, catalogue, say, base):
            file.writestr(zipfile.ZipInfo(name, _MADE), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _files(
    exhibits: Sequence[Exhibit], view: ViewState, title: str, catalogue: Catalogue, say: Speaker, base: str
) -> Iterator[tuple[str, bytes]]:
    names = [f"{number:02} {one.file_name}" for number, one in enumerate(exhibits, start=1)]
    yield say("LES MEG.txt"), _text(_told(names, exhibits, view, title, say, base))
    yield say("lisenser.txt"), _text(_licences(exhibits, catalogue, say))
    for name, one in zip(names, exhibits, strict=True):
        columns, ends = columns_of(one.rows, catalogue), ends_of(one, view, base)
        yield f"{name}.csv", csv_file(columns, catalogue, say, ends, machine=False)
        yield f"{name}-machine.csv", csv_file(columns, catalogue, say, ends, machine=True)
        whole = json.dumps(document(one, view, catalogue, base), ensure_ascii=False, indent=1)
        yield f"{name}.json", whole.encode(errors="replace")


def _text(lines: Sequence[str]) -> bytes:
    """For Windows' Notepad too: a byte order mark, and its ends of lines."""
    return (BOM + "".join(f"{clean(line)}\r\n" for line in lines)).encode()


def _told(
    names: Sequence[str], exhibits: Sequence[Exhibit], view: ViewState, title: str, say: Speaker, base: str
) -> list[str]:
    lines = [
        title,
        say("Datautgave {number}.", number=view.release),
        f"{base}{view.address}",
        "",
        say("csv: for regneark. -machine.csv: for programmer. json: tallene med alt vi vet om dem."),
    ]
    for name, one in zip(names, exhibits, strict=True):
        lines += ["", name, one.finding, one.measure, *(f"- {note}" for note in one.notices)]
    return lines


def _licences(exhibits: Sequence[Exhibit], catalogue: Catalogue, say: Speaker) -> list[str]:
    """Each publisher once."""
    found = {
        one["publisher"]: f"{one['attribution'][say.language]} {one['licence']} {one['url']}".strip()
        for exhibit in exhibits
        for one in source_of(exhibit, catalogue)["licences"]
    }
    return [*found.values(), *dict.fromkeys(one.credit for one in exhibits if one.credit)]
