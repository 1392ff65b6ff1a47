"""The workflows of the product catalog, those of both twins behind one face."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import pytest

from test.support.workflow_twins import Clock, IteratorFromLoop, Loop, SearchFromLoop
from xi_sdk_resellers import ApiClient, Catalog, Retries, aio
from xi_sdk_resellers.sandbox import Sandbox


class CatalogFromLoop:
    """The asyncio workflows, called like the blocking ones."""

    def __init__(self, inner: aio.Catalog, loop: Loop) -> None:
        self.inner, self._loop = inner, loop

    def __getattr__(self, name: str) -> Any:
        found = getattr(self.inner, name)
        return (lambda *a, **o: self._loop(found(*a, **o))) if callable(found) else found

    def search(self, *arguments: Any, **options: Any) -> SearchFromLoop:
        return CatalogSearchFromLoop(self.inner.search(*arguments, **options), self._loop)

    def prices(self, *arguments: Any, **options: Any) -> PricesFromLoop:
        return PricesFromLoop(self.inner.prices(*arguments, **options), self._loop)


class CatalogSearchFromLoop(SearchFromLoop):
    """The asyncio search, with its table."""

    def to_dataframe(self, **options: Any) -> Any:
        return self._loop(self._search.to_dataframe(**options))

    def to_polars(self, **options: Any) -> Any:
        return self._loop(self._search.to_polars(**options))


class PricesFromLoop(IteratorFromLoop):
    """The asyncio prices, called like the blocking ones."""

    def __getattr__(self, name: str) -> Any:
        return getattr(self._search, name)

    def to_dataframe(self, **options: Any) -> Any:
        return self._loop(self._search.to_dataframe(**options))

    def to_polars(self, **options: Any) -> Any:
        return self._loop(self._search.to_polars(**options))


@contextmanager
def _catalog(twin: str, sandbox: Sandbox, clock: Clock, **options: Any) -> Iterator[Any]:
    if twin == "blocking":
        with ApiClient(sandbox.configuration(**options)) as client:
            catalog = Catalog(client)
            catalog._sleep = clock.sleep
            yield catalog
        return

    async def doze(seconds: float) -> None:
        clock.sleep(seconds)

    loop = Loop()
    try:
        client = aio.ApiClient(sandbox.configuration(**options))
        catalog = aio.Catalog(client)
        catalog._sleep = doze
        yield CatalogFromLoop(catalog, loop)
        loop(client.close())
    finally:
        loop.close()


@pytest.fixture
def catalog_on(twin: str, clock: Clock) -> Iterator[Callable[..., Any]]:
    """Make workflows for a sandbox, without waiting between retries."""
    with ExitStack() as made:

        def make(sandbox: Sandbox, **options: Any) -> Any:
            settings: dict[str, Any] = {"retries": Retries(backoff=0), **options}
            return made.enter_context(_catalog(twin, sandbox, clock, **settings))

        yield make


@pytest.fixture
def catalog(sandbox: Sandbox, catalog_on: Callable[..., Any]) -> Any:
    """The workflows of both twins, on the test's sandbox."""
    return catalog_on(sandbox)


@pytest.fixture
def asked(sandbox: Sandbox) -> Callable[..., list[Any]]:
    """Return the requests of an operation that have reached the sandbox."""

    def of(operation: str = "post_priceandavailability") -> list[Any]:
        return [request for request in sandbox.ledger.requests if request.operation == operation]

    return of
