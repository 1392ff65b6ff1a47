"""The blocking and the asyncio workflows behind one face, so that the same tests run against both."""

from __future__ import annotations

import asyncio
import contextlib
import queue
import threading
from collections.abc import Callable, Coroutine, Iterator
from typing import Any

import xi_sdk_resellers
from xi_sdk_resellers import ApiClient, aio
from xi_sdk_resellers.sandbox import Sandbox

TWINS = ("blocking", "asyncio")


class Clock:
    """Time that passes only while a workflow sleeps."""

    def __init__(self) -> None:
        self.now = 0.0
        self.sleeps: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.sleeps.append(seconds)
        self.now += seconds


class Loop:
    """An event loop on a thread of its own."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._thread.start()

    def __call__(self, coroutine: Coroutine[Any, Any, Any]) -> Any:
        """Run a coroutine to its end, from any other thread."""
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result()

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


class FromLoop:
    """The asyncio workflows, called like the blocking ones."""

    def __init__(self, orders: Any, loop: Loop) -> None:
        self._orders, self._loop = orders, loop

    def __getattr__(self, name: str) -> Callable[..., Any]:
        method = getattr(self._orders, name)
        return lambda *arguments, **options: self._loop(method(*arguments, **options))

    def search(self, **filters: Any) -> SearchFromLoop:
        return SearchFromLoop(self._orders.search(**filters), self._loop)

    def watch(self, order_number: str, **options: Any) -> IteratorFromLoop:
        return IteratorFromLoop(self._orders.watch(order_number, **options), self._loop)

    def wait_for_order(self, confirmation: Any, events: Any, **options: Any) -> Any:
        if isinstance(events, queue.Queue):
            events = drained(events)
        return self._loop(self._orders.wait_for_order(confirmation, events, **options))


def drained(events: queue.Queue[Any]) -> Iterator[Any]:
    """Take events out of a queue one by one, as they are asked for."""
    with contextlib.suppress(queue.Empty):
        while True:
            yield events.get_nowait()


class IteratorFromLoop:
    """An asynchronous iterator, called like the blocking one."""

    def __init__(self, inner: Any, loop: Loop) -> None:
        self._search, self._loop = inner, loop

    def __iter__(self) -> Any:
        return self

    def __next__(self) -> Any:
        try:
            return self._loop(anext(self._search))
        except StopAsyncIteration:
            raise StopIteration from None


class SearchFromLoop(IteratorFromLoop):
    """The asyncio search, called like the blocking one."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        method = getattr(self._search, name)
        return lambda *arguments, **options: self._loop(method(*arguments, **options))

    def pages(self) -> Iterator[Any]:
        pages = self._search.pages()
        with contextlib.suppress(StopAsyncIteration):
            while True:
                yield self._loop(anext(pages))

    @property
    def total(self) -> int | None:
        return self._loop(self._search.start()).total

    @property
    def next_page(self) -> int | None:
        return self._search.next_page

    @property
    def next_item(self) -> int:
        return self._search.next_item

    def __len__(self) -> int:
        return len(self._loop(self._search.start()))

    def __bool__(self) -> bool:
        return self.total != 0 or bool(self._search._pager.pending)


@contextlib.contextmanager
def workflows(
    twin: str,
    sandbox: Sandbox,
    clock: Callable[[], float],
    sleep: Callable[[float], object],
    area: str = "Orders",
    **options: Any,
) -> Iterator[Any]:
    """Give the workflows of one twin and one area, for a sandbox, on a clock; its client is closed in the end."""
    if twin == "blocking":
        with ApiClient(sandbox.configuration(**options)) as client:
            orders = getattr(xi_sdk_resellers, area)(client)
            orders._clock, orders._sleep = clock, sleep
            yield orders
        return

    async def doze(seconds: float) -> None:
        sleep(seconds)
        await asyncio.sleep(0)

    loop = Loop()
    try:
        client = aio.ApiClient(sandbox.configuration(**options))
        orders = getattr(aio, area)(client)
        orders._clock, orders._sleep = clock, doze
        yield FromLoop(orders, loop)
        loop(client.close())
    finally:
        loop.close()
