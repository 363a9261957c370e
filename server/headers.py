"""Response headers: what the page may do."""

import logging

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.asked import broken, speaker_of
from server.own_styles import HASHES
from server.policies import is_streamlits, own_policy, page_policy

_log = logging.getLogger("osloregionen")


class SecurityHeaders:
    """Adds the security headers to every answer."""

    def __init__(self, app: ASGIApp, embed_origins: str = "") -> None:
        self._app = app
        self._embed_origins = embed_origins
        self._headers = {
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "strict-origin-when-cross-origin",
            "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        }

    def _policy(self, scope: Scope) -> str:
        if is_streamlits(scope["path"]):
            return page_policy(self._embed_origins)
        return own_policy(scope["path"], self._embed_origins, scope.get(HASHES, ()))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, with headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        started = False

        async def with_headers(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers[name] = value
                # The browser keeps the policy of the page it has: one without that page's hashes would undo it.
                if message["status"] != 304:
                    headers["Content-Security-Policy"] = self._policy(scope)
            await send(message)

        try:
            await self._app(scope, receive, with_headers)
        except Exception:  # noqa: BLE001 - else the server answers, without these headers
            _log.exception("No answer to %s", scope["path"][:200])
            if not started:
                await broken(speaker_of(scope), "")(scope, receive, with_headers)
