"""A search that was gone through makes no table of nothing: it says that it is used up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from xi_sdk_resellers import ApiClient, ApiValueError, aio
from xi_sdk_resellers.catalog import Catalog
from xi_sdk_resellers.invoices import Invoices
from xi_sdk_resellers.orders import Orders
from xi_sdk_resellers.sandbox import Sandbox

SEARCHES: dict[str, tuple[type[Any], str, dict[str, Any], tuple[str, ...]]] = {
    "orders": (Orders, "Orders", {}, ("to_dataframe", "to_polars")),
    "invoices": (Invoices, "invoices.Invoices", {}, ("in_full", "tables")),
    "products": (Catalog, "catalog.Catalog", {"keyword": "monitor"}, ("to_dataframe",)),
}
EACH = pytest.mark.parametrize(
    ("face", "twin", "filters", "maker"),
    [
        pytest.param(face, twin, filters, maker, id=f"{noun}-{maker}")
        for noun, (face, twin, filters, makers) in SEARCHES.items()
        for maker in makers
    ],
)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as made:
        made.seed_orders(20, seed=2)
        yield made


@EACH
def test_the_blocking_client(
    sandbox: Sandbox, face: Callable[..., Any], twin: str, filters: dict[str, Any], maker: str
) -> None:
    with ApiClient(sandbox.configuration()) as client:
        search = face(client).search(**filters)
        count = len(list(search))
        assert count
        with pytest.raises(ApiValueError, match=f"this search is used up, its {count} .* were handed out before"):
            getattr(search, maker)()


@EACH
async def test_the_asyncio_client(
    sandbox: Sandbox, face: Callable[..., Any], twin: str, filters: dict[str, Any], maker: str
) -> None:
    module, _, name = twin.rpartition(".")
    found = getattr(__import__(f"xi_sdk_resellers.aio.{module}", fromlist=[name]) if module else aio, name)
    async with aio.ApiClient(sandbox.configuration()) as client:
        search = found(client).search(**filters)
        assert len([item async for item in search])
        with pytest.raises(ApiValueError, match="this search is used up"):
            await getattr(search, maker)()
