"""What an address asks for."""

from urllib.parse import parse_qsl

from starlette.types import Scope


def asked(scope: Scope) -> tuple[str, dict[str, str]]:
    """The path without slashes around, and the query; what is given more than once is joined by commas."""
    params: dict[str, list[str]] = {}
    for name, value in parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True):
        params.setdefault(name, []).append(value)
    return scope["path"].strip("/"), {name: ",".join(values) for name, values in params.items()}
