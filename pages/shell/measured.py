"""What this process counts and times, without a word of who reads: names of pages, numbers, seconds."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

REGISTRY = CollectorRegistry()
_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)

PAGE = Histogram(
    "osloregion_page_seconds", "Seconds that a run of a page took", ["page"], buckets=_SECONDS, registry=REGISTRY
)
FAULTS = Counter("osloregion_page_faults", "Runs of a page that broke", ["page"], registry=REGISTRY)
OPEN = Gauge("osloregion_open_pages", "Pages that are open now", registry=REGISTRY)
TURNED_AWAY = Counter("osloregion_turned_away", "Readers for whom there was no room", registry=REGISTRY)
FILE = Histogram("osloregion_file_seconds", "Seconds that making a file took", buckets=_SECONDS, registry=REGISTRY)
FILES_REFUSED = Counter("osloregion_files_refused", "Files asked for while too many were made", registry=REGISTRY)
