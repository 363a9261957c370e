"""What answers cost: the processor seconds of every thread that works for a request, told to whoever counts them.

Charged afterwards, so that what is kept already costs next to nothing and nobody has to guess what a deck takes.
"""

import functools
import inspect
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, ParamSpec, TypeVar

from starlette.concurrency import run_in_threadpool
from starlette.routing import Route

P = ParamSpec("P")
T = TypeVar("T")
Charge = Callable[[float], None]
charged_to: ContextVar[Charge | None] = ContextVar("charged_to", default=None)


@contextmanager
def counted() -> Iterator[None]:
    """Charge what this thread works in the block to whom the request is for."""
    charge, start = charged_to.get(), time.thread_time()
    try:
        yield
    finally:
        if charge is not None:
            charge(time.thread_time() - start)


async def in_thread(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Do work for a request in a thread, and charge it. Starlette's own `run_in_threadpool` does not."""

    def charged() -> T:
        with counted():
            return work(*args, **kwargs)

    return await run_in_threadpool(charged)


def charging(route: Route) -> Route:
    """The same route, its work charged: endpoints that are no coroutines are run in threads by Starlette."""
    endpoint = route.endpoint
    if inspect.iscoroutinefunction(endpoint):
        return route

    @functools.wraps(endpoint)
    def charged(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as the endpoint has it
        with counted():
            return endpoint(*args, **kwargs)

    return Route(route.path, charged, methods=sorted(route.methods or {"GET"}), name=route.name)
