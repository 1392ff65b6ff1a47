"""The floor: what a sensible engineer writes by hand for exactly these payloads, with urllib3 and pydantic.

No drift handling, no retries, no renewal of tokens, no redaction, no logging, no checks of arguments; only the fields
that the payloads have. It is meant to be good at that: bytes go straight into pydantic's JSON parser, models are
imported and built when they are first used, the pool and the fixed headers are made once. It gives the same typed
result as the package does: money is `Decimal`. It writes money by way of `float`, which loses trailing zeros.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from urllib3 import PoolManager, Timeout

if TYPE_CHECKING:
    from floor.asynchronous import AsyncClient
    from floor.create_models import Created, NewOrder
    from floor.detail_models import Detail


class Client:
    """Three calls, one connection pool."""

    def __init__(self, url: str, token: str, pool_size: int = 32) -> None:
        self._base = url
        self._orders = f"{url}/resellers/v6/orders"
        self._details = f"{url}/resellers/v6.1/orders"
        self._pool = PoolManager(maxsize=pool_size, block=True, retries=False, timeout=Timeout(connect=10, read=60))
        self._headers = {
            "Authorization": f"Bearer {token}",
            "IM-CustomerNumber": "20-222222",
            "IM-CountryCode": "US",
            "Accept": "application/json",
            "User-Agent": "floor/1",
        }

    def detail(self, number: str) -> Detail:
        from floor.detail_models import Detail

        return Detail.model_validate_json(self._send("GET", f"{self._details}/{number}"))

    def create(self, order: NewOrder) -> Created:
        from floor.create_models import Created

        return Created.model_validate_json(self._send("POST", self._orders, encode(order)))

    def prices(self, wanted: Any) -> Any:
        from floor.wider_models import Prices

        url = f"{self._base}/resellers/v6/catalog/priceandavailability?includeAvailability=true&includePricing=true"
        return Prices.model_validate_json(self._send("POST", url, encode(wanted))).root

    def catalog(self) -> Any:
        from floor.wider_models import CatalogPage

        return CatalogPage.model_validate_json(self._send("GET", f"{self._base}/resellers/v6/catalog?pageSize=100"))

    def invoice(self, number: str) -> Any:
        from floor.wider_models import Invoice

        return Invoice.model_validate_json(self._send("GET", f"{self._base}/resellers/v6.1/invoices/{number}"))

    def _send(self, method: str, url: str, body: bytes | None = None) -> bytes:
        headers = {**self._headers, "IM-CorrelationID": uuid.uuid4().hex}
        if body is not None:
            headers["Content-Type"] = "application/json"
        answer = self._pool.request(method, url, body=body, headers=headers)
        if answer.status >= 300:
            raise RuntimeError(f"{answer.status} {answer.data!r}")
        return answer.data


def connect(url: str, pool_size: int = 32) -> Client:
    return Client(url, "token", pool_size)


def decoder(kind: str) -> Callable[[bytes], Any]:
    from floor.detail_models import Detail
    from floor.search_models import SearchPage
    from floor.wider_models import CatalogPage, Invoice, Prices

    models = {"detail": Detail, "search": SearchPage, "prices": Prices, "catalog": CatalogPage, "invoice": Invoice}
    return models[kind].model_validate_json


def new_order(values: dict[str, Any]) -> NewOrder:
    from floor.create_models import NewOrder

    return NewOrder.model_validate(values)


def price_request(values: dict[str, Any]) -> Any:
    from floor.wider_models import PriceRequest

    return PriceRequest.model_validate(values)


def encode(order: NewOrder) -> bytes:
    return order.model_dump_json(by_alias=True, exclude_none=True).encode()


def get_prices(client: Client) -> Any:
    return client.prices(price_request({"products": [{"ingramPartNumber": "0001YZ"}]}))


def get_catalog(client: Client) -> Any:
    return client.catalog()


def get_invoice(client: Client) -> Any:
    return client.invoice("40-DPJ17-11")


def get_detail(client: Client, number: str) -> Any:
    return client.detail(number)


def create(client: Client, order: NewOrder) -> Any:
    return client.create(order)


def connect_aio(url: str, pool_size: int) -> AsyncClient:
    from floor.asynchronous import AsyncClient

    return AsyncClient(url, "token", pool_size)


async def get_detail_aio(client: AsyncClient, number: str) -> Any:
    return await client.detail(number)
