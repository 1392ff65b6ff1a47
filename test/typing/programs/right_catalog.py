"""The catalog: searches, one product, prices of many parts, stock events."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from xi_sdk_resellers import ApiClient, Catalog, PriceAndAvailabilityRequest, ProductCatalogApi, aio, webhooks
from xi_sdk_resellers.catalog import Price, Prices, ProductSearch


def walk(catalog: Catalog) -> Iterator[str]:
    search: ProductSearch = catalog.search("monitor", vendor=["HP", "Dell"], has_discounts=True)
    for item in search:
        yield item.ingram_part_number or ""
    total: int | None = search.total
    print(total, len(search))


def told(price: Price) -> tuple[Decimal | None, int | None, date | None, str | None]:
    if price.refused:
        return None, None, None, price.reason
    return price.price, price.quantity, price.eta, price.currency


def prices(catalog: Catalog) -> dict[str, Decimal]:
    found: Prices = catalog.prices(["DF4128"], by="ingram_part_number", warehouses=["20"])
    again = catalog.prices(catalog.search("dock"), start=found.next_part or 0)
    return {price.part: price.price for price in (*found, *again) if price.price is not None}


def one(catalog: Catalog) -> str | None:
    return catalog.product(upc="0884116186519").description


def plain(client: ApiClient) -> int:
    request = PriceAndAvailabilityRequest.from_dict({"products": [{"ingramPartNumber": "DF4128"}]})
    assert request is not None
    api = ProductCatalogApi(client)
    newer = api.post_priceandavailability(True, True, price_and_availability_request=request)
    older = api.post_priceandavailability(True, True, "20-222222", "US", "c", request, False, "me")
    return len(newer) + len(older)


async def later(catalog: aio.Catalog) -> list[Price]:
    found = catalog.prices(catalog.search("dock"))
    found.in_flight = 8
    product = await catalog.product(ingram_part_number="DF4128")
    print(product.vendor_name)
    return [price async for price in found]


def stock(event: webhooks.StockUpdateEvent) -> dict[str, int | None]:
    return event.quantities
