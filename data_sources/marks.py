"""What a publisher said of a file that it gave (ETag, Last-Modified), kept beside it to ask whether it still holds."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import file_digest
from pathlib import Path
from uuid import uuid4


@dataclass(frozen=True)
class Mark:
    """Kept in `<file>.mark`, as JSON."""

    address: str
    sha256: str
    etag: str
    modified: str

    @property
    def conditions(self) -> dict[str, str]:
        """Request headers that ask for an answer only if it has changed."""
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in asked.items() if value}

    @classmethod
    def of(cls, path: Path, address: str) -> "Mark | None":
        """The mark of a file, if it came from this address and is as it came."""
        try:
            mark = cls(**json.loads(_beside(path).read_text(encoding="utf-8")))
            with path.open("rb") as file:
                whole = file_digest(file, "sha256").hexdigest() == mark.sha256
        except (OSError, ValueError, TypeError):
            return None
        return mark if whole and mark.address == address and mark.conditions else None

    @classmethod
    def keep(cls, path: Path, address: str, sha256: str, headers: Mapping[str, str]) -> None:
        """Keep the mark of a file that just came; none if the publisher gave none."""
        mark = cls(address, sha256, headers.get("etag", ""), headers.get("last-modified", ""))
        if not mark.conditions:
            _beside(path).unlink(missing_ok=True)
            return
        fresh = path.with_name(f".{path.name}.{uuid4().hex}.part")
        fresh.write_text(json.dumps(asdict(mark)), encoding="utf-8")
        fresh.replace(_beside(path))


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.name}.mark")
