"""What strangers send: odd addresses, words and links of their own, texts without end, any view there is."""

import random
import re
import threading
import time
from pathlib import Path
from urllib.parse import quote, urlencode

import httpx

from pages.navigation import NAVIGATION
from tests.drills.outcome import Outcome
from tests.drills.reader import Reader, Shown
from tests.drills.service import Service
from tests.drills.stores import Stores

LINK = "https://ond.example/inn"
WORDS = f"**Økten er utløpt.** [Logg inn på nytt]({LINK}) {LINK} www.ond.example"
_FAULT = "Noe gikk galt"
_ODD = (
    "/static/%00.js",
    "/static/" + "a" * 300 + ".js",
    "/static/" + "a" * 5_000 + ".js",
    "/static/..%2f..%2f..%2fetc%2fpasswd",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/%0d%0aSet-Cookie:%20x=1",
    "/talent%00",
    "//ond.example/talent",
    "/\\ond.example",
    "/_stcore/metrics",
    "/media/%00",
    "/component/../../x",
    "/assets/outlines/..%2fmanifest.geojson",
    "/figur/" + "a" * 900,
    "/tall/%00.csv",
    "/robots.txt",
    "/favicon.ico",
    "/" + quote(WORDS),
    "/talent?" + "x=1&" * 3_000,
    "/talent?lens=%ff%fe",
)


def odd_addresses(stores: Stores, folder: Path) -> Outcome:
    """Each is answered, never by a fault, always with our headers, and never leads elsewhere."""
    outcome = Outcome()
    with Service(f"sqlite:///{stores.file()}", folder) as service:
        for path in _ODD:
            answer = httpx.request("GET", service.address + path, trust_env=False, timeout=60)
            where = answer.headers.get("location", "/")
            sound = answer.status_code < 500 and "nosniff" in answer.headers.get("x-content-type-options", "")
            inside = where.startswith("/") and not where.startswith(("//", "/\\"))
            outcome.count(sound and inside, f"{path[:40]}: {answer.status_code} {where[:40]}")
        for path, kind in (("/robots.txt", "text/plain"), ("/favicon.ico", "image/")):
            outcome.count(service.get(path).headers.get("content-type", "").startswith(kind), f"{path} is a web page")
        outcome.count(service.get("/_stcore/metrics").status_code == 404, "anybody may read the counts")
        outcome.count(not service.faults(), "; ".join(service.faults()[:2]))
    return outcome


def texts_without_end(stores: Stores, folder: Path) -> Outcome:
    """100 kB and 1 MB of words to search for, and in an address: no more time than for a short one."""
    outcome = Outcome()
    with Service(f"sqlite:///{stores.file()}", folder) as service, Reader(service.address) as reader:
        field = reader.ask("oversikt").widgets["search"]
        for size in (100_000, 1_000_000):
            for widgets, query in (({field: "hotell " * (size // 7)}, ""), ({}, "peers=" + "SE11," * (size // 5))):
                start = time.monotonic()
                page = reader.ask("oversikt", query, widgets)
                took = time.monotonic() - start
                outcome.count(took < 5 and len(page.html) < 2_000_000 and not page.errors, f"{size} took {took:.1f} s")
        outcome.count(not service.faults(), "; ".join(service.faults()[:2]))
    return outcome


def _live(page: Shown) -> bool:
    """Whether a stranger's words have become a link, a format or a name."""
    code = re.sub(r"`[^`]*`", "", "\n".join(page.markdown))
    return bool(re.search(r'(href|src|action)="[^"]*ond\.example', page.html)) or "ond.example" in code


def words_of_strangers(stores: Stores, folder: Path) -> Outcome:
    """In names and values of an address, in a path, and in the search: shown as text, or counted."""
    outcome = Outcome()
    with Service(f"sqlite:///{stores.file()}", folder) as service, Reader(service.address) as reader:
        for spec in NAVIGATION:
            query = urlencode({WORDS: "1", "peers": WORDS, "page": WORDS, "indicator": f"<a href='{LINK}'>x</a>"})
            page = reader.ask(spec.slug, query)
            outcome.count(not _live(page) and not page.errors, f"{spec.slug}: {page.errors or 'a live link'}")
        for text in (WORDS, f"<a href={LINK}>x</a>", f"<img src={LINK} onerror=alert(1)>"):
            page = reader.ask("oversikt", "", {reader.ask("oversikt").widgets["search"]: text})
            outcome.count(not _live(page) and "<img src=" not in page.html, "the search repeats a link")
    return outcome


def _view(chance: random.Random) -> tuple[str, str]:
    """Any page with any choices, many of them of other pages, some of no page."""
    regions = ["NO08", "NO02", "NO01", "SE11", "DK01", "FI1B", "DE60", "AT13", "NL33", "UKM7", "XX99", "", "NO081"]
    peers = ["alliance", "nordic_capitals", "europe", "similar", "income", "own", "SE11,DK01", ",".join(regions)]
    values = {
        "lang": ["nb", "en", "EN", "en-GB", "sv", ""],
        "peers": peers,
        "lens": ["NO08", "NO081", "NO01", "x"],
        "release": ["1", "2", "-1", "²"],
        "indicator": ["nights_total", "unemployment_rate_15_74", "gdp_per_inhabitant_pps", "pm25", "x"],
        "year": ["2024", "2019", "1066", "nan"],
        "mark": regions,
        "with": regions,
        "peer": regions,
        "view": ["bars", "map", "x"],
        "score": ["index", "talent", "living", "x"],
        "mean": ["arithmetic", "geometric", "x"],
        "w_talent": ["0", "3", "x"],
        "x": ["nights_total", "unemployment_rate_15_74", "x"],
        "y": ["gdp_per_inhabitant_pps", "pm25", "x"],
        "theme": ["all", "talent", "visitors", "x"],
        "goal": ["9", "13", "99"],
        "barrier": ["taxes_and_trust", "none", "x"],
        "actor": ["state", "all", "x"],
        "what1": ["unemployment_rate_15_74", "x"],
        "to1": ["median", "half_best", "x"],
        "level": ["subregions", "municipalities", "x"],
        WORDS: ["1"],
    }
    names = chance.sample(sorted(values), chance.randint(0, 7))
    return chance.choice(NAVIGATION).slug, urlencode({name: chance.choice(values[name]) for name in names})


def any_view(stores: Stores, folder: Path, views: int = 1_100) -> Outcome:
    """Views by chance over all pages, two readers at a time: no fault box, no traceback, no live foreign link."""
    outcome, lock = Outcome(), threading.Lock()
    with Service(f"sqlite:///{stores.file()}", folder) as service:

        def read(seed: int) -> None:
            chance = random.Random(seed)
            for _ in range(views // 2):
                slug, query = _view(chance)
                try:
                    with Reader(service.address) as reader:
                        page = reader.ask(slug, query)
                    sound = bool(page.html) and not page.errors and _FAULT not in page.html and not _live(page)
                except Exception as error:  # noqa: BLE001 - a view that never comes is lost, whatever the reason
                    sound, page = False, Shown(errors=[repr(error)])
                with lock:
                    outcome.count(sound, f"/{slug}?{query[:120]}: {page.errors[:1]}")

        readers = [threading.Thread(target=read, args=(seed,)) for seed in (1, 2)]
        for one in readers:
            one.start()
        for one in readers:
            one.join()
        outcome.count(not service.faults(), "; ".join(service.faults()[:2]))
    return outcome
