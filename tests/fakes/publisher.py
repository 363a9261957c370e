"""The fake publisher: an HTTP server in a thread, on loopback, that speaks as the publishers of our figures do."""

import json
import re
import threading
import uuid
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import ClassVar

import pandas as pd

from tests.fakes import answers, pxweb, register
from tests.fakes.faults import REPLIES, WIRE, Fault, Reply
from tests.fakes.server import Handler, Seen, Server, etagged

KNOWN = {*REPLIES, *WIRE, "slow", "asynchronous", "expired", "warning", "too_big", "far_too_big", "reversed"}
KNOWN |= {"vanished", "renamed", "moved", "frozen", "deleted_unit", "elsewhere_unit", "other_industry"}
LEVELS = {"country": 2, "nuts1": 3, "nuts2": 4, "nuts3": 5}  # length of a code


class FakePublisher:
    """Publishes tables and files, and misbehaves on command.

    `with FakePublisher(tables(figures, catalogue)) as publisher:` then give `publisher.environment` to a process, or
    `**publisher.addresses` to `Settings`. Child processes reach it too. `tables`, `files` and `faults` may be changed
    while it runs.

    Attributes:
        tables: by data set, see `tables.py`. Those of the OECD also need `flows`.
        flows: by OECD data set, the order of the dimensions in a key, REF_AREA among them.
        names: of regions at Statistics Norway, by code ("Halden (2020-2023)").
        region_names: what a table of Statistics Norway calls its regions, where that is not "Region".
        next_updates: when a table of Statistics Norway says that it is updated next, where it says so.
        files: by path under the server ("/gisco/nuts/…" or "/eurostat/…"), what is replayed as it is.
        faults: tried in order; the first that matches and is not used up strikes.
        seen: the requests that came.
        under_way, busiest: requests being answered now, and the most there were at once.
    """

    def __init__(
        self,
        tables: Mapping[str, pd.DataFrame] | None = None,
        *,
        flows: Mapping[str, Iterable[str]] | None = None,
        files: Mapping[str, bytes | Path] | None = None,
        faults: Iterable[Fault] = (),
    ) -> None:
        self.tables = dict(tables or {})
        self.flows = {dataset: list(order) for dataset, order in (flows or {}).items()}
        self.names: dict[str, str] = {}
        self.region_names: dict[str, str] = {}
        self.next_updates: dict[str, str] = {}
        self.files = dict(files or {})
        self.faults = list(faults)
        self.seen: list[Seen] = []
        self.busiest = 0
        self._struck: Counter[int] = Counter()
        self._jobs: dict[str, tuple[Reply, list[int]]] = {}
        self.under_way = 0
        self._lock = threading.Lock()

    def __enter__(self) -> "FakePublisher":
        handler = type("Handler", (Handler,), {"publisher": self, "stopped": threading.Event()})
        self._server = Server(("127.0.0.1", 0), handler)
        self._stopped = handler.stopped
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        self._server.shutdown()
        self._server.server_close()

    @property
    def url(self) -> str:
        """Address of the server."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def addresses(self) -> dict[str, str]:
        """For `Settings`: the base address of each publisher."""
        return {f"{name}_url": f"{self.url}/{name}" for name in ("eurostat", "oecd", "gisco", "ssb", "brreg")}

    @property
    def environment(self) -> dict[str, str]:
        """For a process: the same as variables."""
        return {f"OSLOREGION_{name.upper()}": address for name, address in self.addresses.items()}

    def asked(self, dataset: str) -> list[Seen]:
        """The requests for a data set."""
        return [seen for seen in self.seen if dataset in seen.path]

    # What follows is called by the handler's threads.

    def strikes(self, path: str) -> Fault | None:
        """The fault that strikes this request."""
        with self._lock:
            for fault in self.faults:
                assert fault.kind in KNOWN, f"unknown kind of fault: {fault.kind}"
                if fault.dataset not in ("*", *path.split("/")) and f",{fault.dataset}," not in path:
                    continue
                if fault.times is None or self._struck[id(fault)] < fault.times:
                    self._struck[id(fault)] += 1
                    return fault
        return None

    def enter(self, by: int) -> None:
        """Count the requests under way."""
        with self._lock:
            self.under_way += by
            self.busiest = max(self.busiest, self.under_way)

    def reply(self, seen: Seen, fault: Fault | None) -> Reply:
        """The honest answer, but for faults of content."""
        kind = fault.kind if fault else ""
        if kind == "moved" and "moved" not in seen.query:
            return Reply(307, b"", {"Location": f"{seen.path}?moved=1&" + seen.query.get("_raw", [""])[0]})
        if seen.path in self.files:
            content = self.files[seen.path]
            return etagged(Reply(200, content if isinstance(content, bytes) else content.read_bytes()), seen, kind)
        for pattern, answer in self._routes.items():
            if match := re.fullmatch(pattern, seen.path):
                return etagged(answer(self, seen, fault, **match.groupdict()), seen, kind)
        return Reply(404, b"Not Found")

    def _statistics(self, seen: Seen, fault: Fault | None, dataset: str) -> Reply:
        kind = fault.kind if fault else ""
        asked = {k: v for k, v in seen.query.items() if k not in _NOT_DIMENSIONS}
        if dataset not in self.tables or kind == "vanished":
            label = f"ERR_NOT_FOUND_4: {dataset.upper()} (DATA_FLOW:ALL,1.0) is not available for dissemination."
            return Reply(404, answers.error(404, 100, label))
        level = seen.query.get("geoLevel", [""])[0]
        if kind == "far_too_big" or (kind == "too_big" and not level):
            return Reply(413, answers.error(413, 413, "EXTRACTION_TOO_BIG: max authorised is 5000000"))
        if kind in ("warning", "asynchronous", "expired"):
            label = "ASYNCHRONOUS_RESPONSE. Your request will be treated asynchronously. Please try again later."
            return Reply(200, json.dumps({"warning": {"status": 413, "label": label}}).encode())
        full = self.tables[dataset]
        for dimension in asked:
            if dimension not in (*answers.dimensions(full), "geo"):
                label = f'INVALID_QUERY_DIMENSION: Dimension "{dimension.upper()}" is not defined'
                return Reply(400, answers.error(400, 150, label))
        if level:
            full = full.loc[[_level(region) == level for region in full["region"]]]
        since, until = (seen.query.get(f"{end}TimePeriod", [""])[0] for end in ("since", "until"))
        document = answers.jsonstat(dataset, full, asked, since, until, reverse=kind == "reversed")
        if kind == "renamed":
            document["extension"]["id"] = "SOMETHING_ELSE"
        return Reply(200, json.dumps(document).encode(), {"Content-Type": "application/json"})

    def _bulk(self, seen: Seen, fault: Fault | None, dataset: str) -> Reply:
        kind = fault.kind if fault else ""
        if dataset.lower() not in self.tables or kind == "vanished":
            return Reply(404, answers.fault(100, "ERR_NOT_FOUND_4: not available for dissemination"))
        if kind == "far_too_big":
            return Reply(413, answers.fault(413, "EXTRACTION_TOO_BIG: max authorised is 5000000"))
        since = seen.query.get("startPeriod", [""])[0]
        body = answers.tsv(answers.select(self.tables[dataset.lower()], {}, since))
        if seen.query.get("compressed") == ["true"]:
            body = answers.gzipped(body)
        reply = Reply(200, body, {"Content-Type": "text/tab-separated-values"})
        if kind in ("asynchronous", "expired"):
            key = str(uuid.uuid4())
            self._jobs[key] = reply, [-2 if kind == "expired" else fault.polls]
            return Reply(200, answers.envelope("queued", {"id": key}), {"Content-Type": "application/xml"})
        return reply

    def _job_status(self, _seen: Seen, _fault: Fault | None, job: str) -> Reply:
        left = self._jobs[job][1] if job in self._jobs else [-3]
        status = {0: "AVAILABLE", -2: "EXPIRED", -3: "UNKNOWN_REQUEST"}.get(left[0], "PROCESSING")
        if left[0] > 0:
            left[0] -= 1
        return Reply(200, answers.envelope("status", {"key": job, "status": status}))

    def _job_data(self, _seen: Seen, _fault: Fault | None, job: str) -> Reply:
        return self._jobs[job][0] if job in self._jobs else Reply(404, answers.fault(100, "unknown request"))

    def _oecd(self, seen: Seen, fault: Fault | None, flow: str, key: str) -> Reply:
        dataset = flow.split(",")[1]
        if dataset not in self.tables or (fault and fault.kind == "vanished"):
            return Reply(404, b"Could not find Dataflow and/or DSD related with this data request")
        order = self.flows[dataset]
        wanted = key.split(".") if key != "all" else [""] * len(order)
        if len(wanted) != len(order):
            return Reply(400, b"Semantic Error - Not enough key values in query")
        columns = ["region" if d == "REF_AREA" else d for d in order]
        asked = {c: v.split("+") for c, v in zip(columns, wanted, strict=True) if v}
        table = answers.select(self.tables[dataset], asked, seen.query.get("startPeriod", [""])[0])
        if table.empty:
            return Reply(404, b"NoRecordsFound")
        shown = list(reversed(order)) if fault and fault.kind == "reversed" else order
        return Reply(200, answers.labelled_csv(flow, shown, table), {"Content-Type": "application/vnd.sdmx.data+csv"})

    def _pxweb_metadata(self, _seen: Seen, fault: Fault | None, table: str) -> Reply:
        if table not in self.tables or (fault and fault.kind == "vanished"):
            return Reply(404, pxweb.error(404, "Non-existent table"))
        called = self.region_names.get(table, pxweb.REGION)
        body = pxweb.metadata(table, self.tables[table], self.names, region=called)
        return Reply(200, body, {"Content-Type": "application/json"})

    def _pxweb_data(self, seen: Seen, fault: Fault | None, table: str) -> Reply:
        kind = fault.kind if fault else ""
        if len(seen.query["_raw"][0]) > 2_100 or table not in self.tables:
            return Reply(404, b"")
        if seen.body:
            asked = {one["variableCode"]: one["valueCodes"] for one in json.loads(seen.body)["selection"]}
        else:
            codes = {k: v[0].split(",") for k, v in seen.query.items() if k.startswith("valueCodes[")}
            asked = {name.removeprefix("valueCodes[").removesuffix("]"): known for name, known in codes.items()}
        if not {"ContentsCode", pxweb.TIME} <= asked.keys():
            return Reply(400, pxweb.error(400, "Missing selection for mandantory variable"))
        if kind == "far_too_big" or (kind == "too_big" and len(asked[pxweb.TIME]) > 1):
            return Reply(403, pxweb.error(403, "Too many cells selected"))
        number = "00000" if kind == "renamed" else table
        called, coming = self.region_names.get(table, pxweb.REGION), self.next_updates.get(table, "")
        body = pxweb.data(number, self.tables[table], asked, self.names, called, coming)
        return Reply(200, body, {"Content-Type": "application/json"})

    def _register(self, seen: Seen, fault: Fault | None, kind: str) -> Reply:
        page, size = (int(seen.query.get(name, [default])[0]) for name, default in (("page", "0"), ("size", "20")))
        if (page + 1) * size > 10_000:
            return Reply(400, register.error("page"))
        if kind not in self.tables:
            return Reply(404, b"")
        asked = {name: seen.query[name][0] for name in ("naeringskode", "kommunenummer")}
        table = self.tables[kind]
        rows = table.loc[(table["region"] == asked["kommunenummer"]) & (table["naeringskode"] == asked["naeringskode"])]
        odd = fault.kind if fault else ""
        return Reply(200, register.answer(kind, int(rows["value"].sum()), asked, odd))

    _routes: ClassVar = {
        "/eurostat/statistics/1.0/data/(?P<dataset>[^/]+)": _statistics,
        "/eurostat/sdmx/2.1/data/(?P<dataset>[^/]+)/?": _bulk,
        "/eurostat/1.0/async/status/(?P<job>[^/]+)": _job_status,
        "/eurostat/1.0/async/data/(?P<job>[^/]+)": _job_data,
        "/oecd/data/(?P<flow>[^/]+)/(?P<key>[^/]+)": _oecd,
        "/brreg/(?P<kind>enheter|underenheter)": _register,
        "/ssb/tables/(?P<table>[^/]+)/metadata": _pxweb_metadata,
        "/ssb/tables/(?P<table>[^/]+)/data": _pxweb_data,
    }


_NOT_DIMENSIONS = {"format", "lang", "geoLevel", "sinceTimePeriod", "untilTimePeriod", "moved", "_raw"}


def _level(region: str) -> str:
    if region.startswith(("EU", "EA")):
        return "aggregate"
    return next((name for name, length in LEVELS.items() if len(region) == length), "city")
