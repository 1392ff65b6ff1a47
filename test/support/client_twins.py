"""The blocking and the asyncio client behind one face, so that the same tests run against both.

A test module that takes ``ApiClient``, ``OrdersApi`` and ``AccesstokenApi`` from here and uses the
fixture ``twins`` runs each of its tests twice. The asyncio client runs on a loop in a thread of its
own, and each of its coroutines is waited for, so any thread may call it like the blocking one.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import xi_sdk_resellers
from test.support.workflow_twins import TWINS, Loop
from xi_sdk_resellers import aio

__all__ = [
    "TWINS",
    "AccesstokenApi",
    "ApiClient",
    "OrdersApi",
    "ProductCatalogApi",
    "StockUpdateApi",
    "asyncio_twin",
    "using",
]

_loop: Loop | None = None


@contextmanager
def using(twin: str) -> Iterator[None]:
    """Let the names of this module stand for one of the twins."""
    global _loop
    if twin == "blocking":
        yield
        return
    _loop = Loop()
    try:
        yield
    finally:
        _loop.close()
        _loop = None


def asyncio_twin() -> bool:
    """Whether the names of this module stand for the asyncio client."""
    return _loop is not None


class OnLoop:
    """An object of the asyncio twin, used as if it were blocking."""

    def __init__(self, inner: Any, loop: Loop) -> None:
        self.__dict__.update(inner=inner, loop=loop)

    def __getattr__(self, name: str) -> Any:
        found = getattr(self.inner, name)
        if not callable(found) or isinstance(found, type):
            return found

        def call(*arguments: Any, **options: Any) -> Any:
            return _settle(found(*arguments, **options), self.loop)

        return call

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(self.inner, name, value)

    def __repr__(self) -> str:
        return repr(self.inner)

    def __enter__(self) -> Any:
        return self

    def __exit__(self, *_: object) -> None:
        _settle(self.inner.close(), self.loop)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OnLoop) and other.inner is self.inner

    def __hash__(self) -> int:
        return hash(self.inner)


def _settle(value: Any, loop: Loop) -> Any:
    """Wait for a coroutine, and give blocking faces to what is asynchronous in its result."""
    if inspect.iscoroutine(value):
        value = loop(value)
    if inspect.isasyncgen(value):
        return _pieces(value, loop)
    return OnLoop(value, loop) if isinstance(value, (aio.RESTResponse, aio.ApiClient)) else value


def _pieces(generator: Any, loop: Loop) -> Iterator[Any]:
    with suppress(StopAsyncIteration):
        while True:
            yield loop(anext(generator))


class ApiClient:
    """Makes the client of the twin in use."""

    def __new__(cls, *arguments: Any, **options: Any) -> Any:
        if _loop is None:
            return xi_sdk_resellers.ApiClient(*arguments, **options)
        return OnLoop(aio.ApiClient(*arguments, **options), _loop)

    @staticmethod
    def set_default(default: Any) -> None:
        _real_client().set_default(default.inner if isinstance(default, OnLoop) else default)

    @staticmethod
    def get_default() -> Any:
        return _faced(_real_client().get_default())

    @staticmethod
    def get_default_copy() -> Any:
        return _faced(_real_client().get_default_copy())


class _Api:
    """Makes an endpoint class of the twin in use."""

    def __new__(cls, client: Any = None) -> Any:
        if _loop is None:
            return getattr(xi_sdk_resellers, cls.__name__)(client)
        made = getattr(aio, cls.__name__)(client.inner if isinstance(client, OnLoop) else client)
        return _ApiOnLoop(made, _loop)


class _ApiOnLoop(OnLoop):
    @property
    def api_client(self) -> Any:
        return OnLoop(self.inner.api_client, self.loop)


class OrdersApi(_Api):
    """See :class:`_Api`."""


class AccesstokenApi(_Api):
    """See :class:`_Api`."""


class ProductCatalogApi(_Api):
    """See :class:`_Api`."""


class StockUpdateApi(_Api):
    """See :class:`_Api`."""


class InvoicesApi(_Api):
    """See :class:`_Api`."""


class ReturnsApi(_Api):
    """See :class:`_Api`."""


def _real_client() -> Any:
    return xi_sdk_resellers.ApiClient if _loop is None else aio.ApiClient


def _faced(client: Any) -> Any:
    return client if _loop is None else OnLoop(client, _loop)
