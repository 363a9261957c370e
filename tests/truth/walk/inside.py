"""Inside the region: sums over municipalities, worked out anew from their rows; clusters, counted in their file."""

import csv
import re
from collections import Counter, defaultdict
from functools import cache

from tests.truth.walk.templates import Rule
from tests.truth.walk.written import CATALOGUE

OUTSIDE = "NO02"
WORK = "2022"  # the newest year with jobs, residents and commuting


@cache
def _municipalities():
    with (CATALOGUE / "municipalities.csv").open(encoding="utf-8", newline="") as handle:
        return tuple(csv.DictReader(handle))


@cache
def _clusters():
    with (CATALOGUE / "clusters.csv").open(encoding="utf-8", newline="") as handle:
        return tuple(csv.DictReader(handle))


def parts(own: bool | None = None) -> dict[str, list[str]]:
    """Economic regions by name, with the codes of their municipalities; of the region, of the neighbour, or both."""
    found = defaultdict(list)
    for row in _municipalities():
        if row["nuts2"] in (("NO08",) if own else (OUTSIDE,) if own is False else ("NO08", OUTSIDE)):
            found[row["economic_region"]].append(row["code_2020"])
    return dict(found)


def total(told, name, year, codes):
    """A sum over municipalities; None where one of them has no figure."""
    values = told.bare.rows.get(name, {}).get(year, {})
    return sum(values[c] for c in codes) if all(c in values for c in codes) else None


def whole():
    """The codes of all municipalities of the region."""
    return [code for codes in parts(own=True).values() for code in codes]


def cell(text: str, told: object, block: object) -> str:
    """A cell of the table of sub-regions without its number, where the sums give it."""
    if told.page != "delregioner" or block.tag != "td" or not block.row:
        return text
    known = {**parts(), told.context.label(told.bare.focus): whole()}
    codes = known.get(block.row[0].removesuffix(" *"))
    if codes is None:
        return text
    number = re.match(r"\+?(-?[\d ,.]*\d)", text)
    if number and number[1] in _of_head(told, block, codes):
        return "·" * number.end() + text[number.end() :]
    return text


def _of_head(told, block, codes):
    """The number that the head of the column asks for."""
    at = block.row.index(block.text) if block.text in block.row else -1
    people = {y: total(told, "population", y, codes) for y in ("2012", "2021", "2022")}
    residents = total(told, "employed_by_residence", WORK, codes)
    order = [
        lambda: told.number(people["2022"]),
        lambda: told.number(100 * (people["2022"] / people["2012"] - 1), 1),
        lambda: told.number(100 * total(told, "employed_by_workplace", WORK, codes) / residents),
        lambda: told.number(100 * total(told, "works_in_oslo", WORK, codes) / residents, 1),
        lambda: told.number(100 * total(told, "immigrants_by_reason_total", "2021", codes) / people["2021"], 1),
    ]
    if 1 <= at <= len(order):
        return {order[at - 1]()}
    seated = [
        c for c in _clusters() if c["municipality"] in {m["code"] for m in _municipalities() if m["code_2020"] in codes}
    ]
    return {str(len(seated))}


def _growth(told, _block, name, since, end, **_):
    codes = parts().get(name)
    if codes is None:
        return None
    growth = total(told, "population", end, codes) / total(told, "population", since, codes) - 1
    fastest = max(
        parts(), key=lambda n: total(told, "population", end, parts()[n]) / total(told, "population", since, parts()[n])
    )
    return {"growth": told.number(100 * growth, 1) if fastest == name else (), "since": "2012", "end": "2022"}


def _fewer(told, _block, **_):
    own, others = parts(own=True), parts(own=False)
    shrunk = [
        n
        for n, codes in {**own, **others}.items()
        if total(told, "population", "2022", codes) < total(told, "population", "2001", codes)
    ]
    return {
        "all": str(len(own)),
        "first": "2001",
        "count": str(sum(n in own for n in shrunk)),
        "outside": str(sum(n in others for n in shrunk)),
        "others": str(len(others)),
    }


def _commuters(told, _block, name, **_):
    codes = parts().get(name)
    if codes is None:
        return None
    return {
        "share": told.number(
            100 * total(told, "works_in_oslo", WORK, codes) / total(told, "employed_by_residence", WORK, codes)
        ),
        "year": WORK,
    }


def _oslo(told, _block, **_):
    oslo, every = parts()["Oslo"], whole()
    people = [total(told, "population", "2022", codes) for codes in (oslo, every)]
    jobs = [total(told, "employed_by_workplace", WORK, codes) for codes in (oslo, every)]
    return {"people": told.number(100 * people[0] / people[1]), "jobs": told.number(100 * jobs[0] / jobs[1])}


def _rest(told, _block, **_):
    rest = [code for code in whole() if code not in parts()["Oslo"]]
    return {
        "share": told.number(
            100 * total(told, "works_in_oslo", WORK, rest) / total(told, "employed_by_residence", WORK, rest)
        )
    }


def _alliance(text, told):
    """ "65 kommuner med om lag 2,2 millioner innbyggere (2022)": as the register of memberships says."""
    with (CATALOGUE / "membership.csv").open(encoding="utf-8", newline="") as handle:
        notes = " ".join(" ".join(row.values()) for row in csv.DictReader(handle))
    for found in re.finditer(r"(\d+) kommuner, Oslo blant dem, og om lag (\d+,\d) millioner", notes):
        million = found[2].replace(",", told.number(0.1, 1)[1])
        pattern = rf"^{found[1]}(?= )(.*?){re.escape(million)}(.*?)\((20\d\d)\)"
        text = re.sub(pattern, lambda m: f"··{m[1]}···{m[2]}(····)" if m[3] in notes else m[0], text, count=1)
    return text


def _measured(told, _block, **_):
    years = told.bare.years("population_total")
    value = told.bare.rows["population_total"][years[0]][told.bare.focus]
    return {"year": years[0], "people": {told.number(value / 1e6, 2), told.number(value / 1e6, 1)}}


def years(text: str, told: object, block: object) -> str:
    """The years of an exhibit of sub-regions and of what is compared by NUTS 3, and the least that is drawn."""
    if told.page not in ("delregioner", "klyngekatalog"):
        return text
    text = _alliance(text, told)
    rows = told.bare.rows["population_total"]
    finer = sorted(y for y, v in rows.items() if "NO081" in v)
    newest = max(told.bare.rows["population"])
    known = {"growth": f"2012–{newest}", "panels": f"2001–{newest}", "jobs": WORK, "commuting": WORK, "map": WORK}
    known |= {"beside": f"{max('2022', finer[0])}–{finer[-1]}", "subregions": f"2012–{newest}"}
    known[""] = WORK if told.page == "klyngekatalog" else ""
    span = known.get(block.exhibit) or (known["subregions"] if "SSB" in block.text else "")
    text = text.replace(span, re.sub(r"\d", "·", span)) if span else text
    return re.sub(rf"(?<=\D){LEAST_DRAWN}(?= (?:pendlere|commuters))", "···", text)


LEAST_DRAWN = 100  # commuters: fewer are not drawn


def _to_oslo(told, _block, **_):
    values = told.bare.rows["works_in_oslo"][WORK]
    oslo = set(parts()["Oslo"])
    around = {row["code_2020"] for row in _municipalities()} - oslo
    going = {code: values[code] for code in around if values.get(code)}
    return {
        "people": told.number(sum(going.values())),
        "count": str(len([c for c in around if c in values])),
    }


def _here(regions):
    return [c for c in _clusters() if set(re.split(r"[;, ]+", c["regions"])) & set(regions)]


def _title(_told, _block, **_):
    near = _here(("NO08", OUTSIDE))
    return {"n": str(len(near))}


def _lately(_told, _block, **_):
    from datetime import UTC, datetime

    this = datetime.now(UTC).year
    seen = [int(c["seen"]) for c in _here(("NO08", OUTSIDE)) if c["seen"] and this - int(c["seen"]) <= 2]
    return {"n": str(len(seen)), "year": str(min(seen))}


def _seats(_told, _block, **_):
    own = _here(("NO08",))
    seated = [c for c in own if c["municipality"]]
    return {"n": {str(len(seated)), str(len(own) - len(seated))}}


def _seat_list(text, _told, _block):
    """ "Oslo (5), Halden (2)": how many sit where."""
    by = {row["code"]: row["name"] for row in _municipalities()}
    counts = Counter(by.get(c["municipality"], "") for c in _here(("NO08",)))
    return re.sub(r"(\w+) \((\d+)\)", lambda m: f"{m[1]} (·)" if str(counts.get(m[1])) == m[2] else m[0], text)


def _cities(told, block, **_):
    if block.exhibit == "clusters":  # with those of other regions
        return {"n": str(len(_clusters()))}
    if told.page not in ("oversikt", "klyngekatalog", "delregioner") or block.around[0].tag == "li":
        return None
    own = [c for c in _here(("NO08",)) if c["municipality"]]
    return {"n": {str(len(own)), str(len({c["municipality"] for c in own}))}}


def _listed(_told, _block, **_):
    return {"count": str(len(_clusters())), "total": str(len(_clusters()))}


def lists(text: str, told: object, block: object) -> str:
    """Counts of clusters by seat, on the page that lists them."""
    if told.page in ("klyngekatalog", "oversikt"):
        text = _seat_list(text, told, block)
    return text


def _work_year(told, _block, **_):
    """The newest year in which all three of jobs, residents and commuting have figures."""
    years = set.intersection(
        *(set(told.bare.rows[n]) for n in ("employed_by_workplace", "employed_by_residence", "works_in_oslo"))
    )
    return {"year": max(years)}


def _first_work_year(told, _block, **_):
    return {"year": min(told.bare.rows["works_in_oslo"])}


def _people_year(told, block, **_):
    return {
        "year": {max(told.bare.rows["population"]), "2012"}
        if "Vekst" in block.text or "Growth" in block.text
        else max(told.bare.rows["population"])
    }


def _immigrant_year(told, _block, **_):
    return {"year": max(told.bare.rows["immigrants_by_reason_total"])}


def _since(told, block, **_):
    if block.exhibit == "beside":
        return None
    return {
        "since": "2012",
        "end": max(told.bare.rows["population"]),
        "year": "2012",
        "first": "2001",
        "last": max(told.bare.rows["population"]),
    }


def _municipal(told, _block, **_):
    return {"n": str(len(whole()))} if told.page == "nyeste" else None


RULES = (
    Rule("{n} kommuner", ("n",), _municipal),
    Rule("{name} vokste raskest: {growth} fra {since} til {end}", ("growth", "since", "end"), _growth),
    Rule("Folketallet vokste raskest i {name}, {since}–{end}", ("since", "end"), _since),
    Rule("Vekst i folketallet, prosent, {since}–{end}", ("since", "end"), _since),
    Rule("Endring i folketallet siden {first}, prosent, til {last}", ("first", "last"), _since),
    Rule("Vekst siden {year}", ("year",), _since),
    Rule("Folketall {year}", ("year",), _people_year),
    Rule("Kommunetallene slutter i {year}. Velg fylker for nyere tall.", ("year",), _people_year),
    Rule("Innvandrere, {year}", ("year",), _immigrant_year),
    Rule("Jobber per 100 sysselsatte, {year}", ("year",), _work_year),
    Rule("Arbeider i Oslo, {year}", ("year",), _work_year),
    Rule("Arbeidsplasser per 100 sysselsatte som bor der, {year}", ("year",), _work_year),
    Rule("Sysselsatte som arbeider i Oslo, prosent av dem som bor i…", ("year",), _work_year),
    Rule("Innbyggere som arbeider i Oslo, etter kommune, {year}", ("year",), _work_year),
    Rule("Tallene for {year} har andre kommunegrenser og er ikke tatt med.", ("year",), _first_work_year),
    Rule("{name} har størst andel pendlere til Oslo: {share} av de…", ("share", "year"), _commuters),
    Rule(
        "Ingen av de {all} delregionene i avgrensningen har færre…",
        ("all", "first", "outside", "others"),
        _fewer,
    ),
    Rule(
        "{count} av {all} delregioner i avgrensningen har færre…",
        ("count", "all", "first", "outside", "others"),
        _fewer,
    ),
    Rule("Oslo har {people} av innbyggerne og {jobs} av…", ("people", "jobs"), _oslo),
    Rule("I resten av regionen arbeider {share} av de sysselsatte i Oslo.", ("share",), _rest),
    Rule("tallene her er {measured}, {people} ({year})", ("people", "year"), _measured),
    Rule("{people} pendler til Oslo fra {count} kommuner rundt, flest fra {name}", ("people", "count"), _to_oslo),
    Rule("{n} klynger i og rundt Osloregionen", ("n",), _title),
    Rule("{title}, {n} omtalt som aktive siden {year}", ("n", "year"), _lately),
    Rule("{n} klynger i Osloregionen holder til i {names}.", ("n",), _seats),
    Rule("For {n} er stedet ikke oppgitt.", ("n",), _seats),
    Rule("Viser {count} av {total} klynger. Hver er beskrevet slik…", ("count", "total"), _listed),
    Rule("{n} klynger", ("n",), _cities),
    Rule("{n} byer", ("n",), _cities),
)
