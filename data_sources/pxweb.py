"""Tables of a PxWeb service (PxWebApi v2): what a table has, what is asked of it, and what the service says is wrong.

A question is held against the table's own description first, so that a code that is no longer right is named with
those that are, not answered with a bare refusal. `*` asks for all codes of a dimension.
"""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from data_sources import jsonstat
from data_sources.errors import BadQuestion, Changed, NotData, NotFound, Refused, SourceError, TooLarge
from data_sources.readings import some

ALL = "*"
LONGEST_ADDRESS = 2_000  # characters; from about 2,100 on the service knows nothing of the table (404)
MOST_CELLS = 800_000  # of an answer, empty ones included


@dataclass(frozen=True)
class Description:
    """What a table says of itself.

    Attributes:
        codes: of each dimension, in order.
        optional: dimensions that may be left out; the answer then holds their total.
        codelists: ids of other lists of codes, by dimension.
        label: the table's title.
        discontinued: whether it is no longer kept up.
    """

    codes: Mapping[str, tuple[str, ...]]
    optional: frozenset[str]
    codelists: Mapping[str, tuple[str, ...]]
    label: str
    discontinued: bool


def description(data: bytes) -> Description:
    """A table's metadata, a JSON-stat data set without values.

    Raises:
        SourceError: other bytes.
    """
    document = jsonstat.load(data)
    try:
        dimensions = {name: document["dimension"][name] for name in document["id"]}
        extensions = {name: dimension.get("extension", {}) for name, dimension in dimensions.items()}
        return Description(
            codes={name: tuple(map(str, dimension["category"]["index"])) for name, dimension in dimensions.items()},
            optional=frozenset(name for name, more in extensions.items() if more.get("elimination")),
            codelists={
                name: tuple(str(entry["id"]) for entry in more.get("codelists", ()))
                for name, more in extensions.items()
            },
            label=str(document.get("label", "")),
            discontinued=bool(document.get("extension", {}).get("discontinued")),
        )
    except (KeyError, TypeError, AttributeError) as error:
        detail = f"{type(error).__name__}: {error}"[:300]
        raise NotData("The description of the table cannot be read.", detail=detail) from error


@dataclass(frozen=True)
class Selection:
    """What is asked of a table: codes of each dimension that is not left out.

    Attributes:
        codes: by dimension; `*` alone for all.
        codelists: by dimension, where its codes are of another list.
    """

    codes: Mapping[str, tuple[str, ...]]
    codelists: Mapping[str, str]

    def address(self, base: str, table: str) -> str:
        """The address of the answer; without the codes where it would be too long: `body` holds them then."""
        lists = [(f"codelist[{name}]", code) for name, code in self.codelists.items()]
        fields = [("lang", "en"), ("outputFormat", "json-stat2"), *lists]
        codes = [(f"valueCodes[{name}]", ",".join(codes)) for name, codes in self.codes.items()]
        whole = f"{base}/tables/{table}/data?{urlencode([*fields, *codes], safe='*,[]')}"
        if len(whole) <= LONGEST_ADDRESS:
            return whole
        return f"{base}/tables/{table}/data?{urlencode(fields, safe='*,[]')}"

    def body(self, address: str) -> bytes | None:
        """The question to post to an address that does not hold it; None where it does."""
        if "valueCodes" in address:
            return None
        selection = [{"variableCode": name, "valueCodes": list(codes)} for name, codes in self.codes.items()]
        return json.dumps({"selection": selection}, ensure_ascii=False).encode()


def select(
    table: str,
    has: Description,
    asked: Mapping[str, Sequence[str]],
    region: str,
    time: str,
    codelists: Mapping[str, str],
    since: int | None,
) -> Selection:
    """The question to a table: all regions, the codes asked for, and the years wanted.

    Raises:
        Changed: the table has no such dimension, code or list, or needs one that the filter leaves out.
    """
    for name in (region, time, *asked):
        if name not in has.codes:
            raise Changed(f"{table} has no dimension '{name}'; it has {some(list(has.codes))}.")
    for name, codes in asked.items():
        if name not in codelists and (gone := [code for code in codes if code not in has.codes[name]]):
            raise Changed(f"{table} does not publish {name} = {some(gone)}; it has {some(list(has.codes[name]))}.")
    for name, code in codelists.items():
        if code not in has.codelists.get(name, ()):
            known = some(list(has.codelists.get(name, ()))) or "none"
            raise Changed(f"{table} has no list of codes '{code}' for the dimension '{name}'; it has {known}.")
    if left := [name for name in has.codes if name not in (region, time, *asked, *has.optional)]:
        codes = some(list(has.codes[left[0]]))
        raise Changed(f"{table} needs a code of the dimension '{left[0]}' in the filter; it has {codes}.")
    periods = tuple(code for code in has.codes[time] if since is None or code[:4] >= str(since))
    if not periods:
        raise Changed(f"{table} has no period since {since}; its last is {has.codes[time][-1:]}.")
    wanted = {region: (ALL,), **{name: tuple(codes) for name, codes in asked.items()}, time: periods}
    return Selection(wanted, codelists)


def parts(selection: Selection, has: Description, time: str) -> Iterator[Selection]:
    """The question in parts that each stay under the service's limit of cells."""
    one = math.prod(
        len(has.codes[name]) if codes == (ALL,) else len(codes)
        for name, codes in selection.codes.items()
        if name != time
    )
    periods = selection.codes[time]
    step = max(1, MOST_CELLS // max(one, 1))
    for start in range(0, len(periods), step):
        yield Selection({**selection.codes, time: periods[start : start + step]}, selection.codelists)


def halves(selection: Selection, time: str) -> tuple[Selection, Selection] | None:
    """The question in two halves of its periods, or None where it has but one."""
    periods = selection.codes[time]
    if len(periods) < 2:
        return None
    middle = len(periods) // 2
    first, last = ({**selection.codes, time: half} for half in (periods[:middle], periods[middle:]))
    return Selection(first, selection.codelists), Selection(last, selection.codelists)


def refusal(refused: Refused, table: str) -> SourceError:
    """What the service says is wrong (`{"type":…,"title":…,"status":…}`), as an error that tells what to do."""
    try:
        said = str(json.loads(refused.body)["title"])[:300]
    except (ValueError, LookupError, TypeError, RecursionError):
        said = refused.body.decode("utf-8", "replace")[:300]
    detail = f"{refused.detail}\n{said}"
    if refused.status in (403, 413):
        return TooLarge(f"The service finds the question to table {table} too large: {said}", detail=detail)
    if refused.status == 404:
        return NotFound(f"The service has no table {table}.", detail=detail)
    if refused.status == 400:
        return BadQuestion(f"The service does not understand the question to table {table}: {said}", detail=detail)
    return refused
