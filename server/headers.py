"""Response headers: what the page may do."""

import logging

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_log = logging.getLogger("osloregionen")


def content_security_policy(embed_origins: str) -> str:
    """The policy: everything from our own server; frames only where the settings allow it.

    Args:
        embed_origins: origins that may show the pages in a frame, separated by spaces; empty for none.
    """
    # Streamlit starts workers from blobs, Plotly compiles shaders and draws pictures as data.
    return "; ".join(
        (
            "default-src 'self'",
            "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self' data: blob:",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            " ".join(("frame-ancestors 'self'", *embed_origins.split())),
        )
    )


# A figure alone has no cookie and nothing to press that changes anything: any site may show it. Plotly and cards set
# styles on elements; scripts come as files only, and none is made from text.
FIGURE_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors *",
    )
)
# A presentation asks its own server only, and nobody else may show it: who steers it has the secret in the window.
DECK_POLICY = FIGURE_POLICY.replace("frame-ancestors *", "frame-ancestors 'self'")
_POLICIES = {"figur": FIGURE_POLICY, "vis": DECK_POLICY}


class SecurityHeaders:
    """Adds the security headers to every answer."""

    def __init__(self, app: ASGIApp, embed_origins: str = "") -> None:
        self._app = app
        self._headers = {
            "Content-Security-Policy": content_security_policy(embed_origins),
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "strict-origin-when-cross-origin",
            "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, with headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        started = False
        own = _POLICIES.get(scope["path"].split("/")[1] if "/" in scope["path"] else "")
        policy = {"Content-Security-Policy": own} if own else {}

        async def with_headers(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                headers = MutableHeaders(scope=message)
                for name, value in {**self._headers, **policy}.items():
                    headers[name] = value
            await send(message)

        try:
            await self._app(scope, receive, with_headers)
        except Exception:  # noqa: BLE001 - else the server answers, without these headers
            _log.exception("No answer to %s", scope["path"][:200])
            if not started:
                await PlainTextResponse("fault", status_code=500)(scope, receive, with_headers)
