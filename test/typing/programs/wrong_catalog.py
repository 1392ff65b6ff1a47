"""Mistakes with the catalog."""

from __future__ import annotations

from xi_sdk_resellers import Catalog, ProductCatalogApi


def searches(catalog: Catalog) -> None:
    catalog.search(keywords="monitor")  # wrong
    catalog.search("monitor", page_size="50")  # wrong
    for item in catalog.search("monitor"):
        print(item.price)  # wrong


def prices(catalog: Catalog) -> None:
    catalog.prices()  # wrong
    catalog.prices(5)  # wrong
    catalog.prices(["DF4128"], by="sku")  # wrong
    for price in catalog.prices(["DF4128"]):
        print(price.quantity + 1)  # wrong
        print(price.amount)  # wrong


def products(catalog: Catalog) -> None:
    catalog.product("DF4128")  # wrong
    catalog.product(sku="DF4128")  # wrong
    print(catalog.product(upc="1").price)  # wrong


def plain(api: ProductCatalogApi) -> None:
    api.post_priceandavailability(True, True)  # wrong
    api.post_priceandavailability(True, True, price_and_availability_request={"parts": []})  # wrong
    print(api.post_priceandavailability(True, True, price_and_availability_request={"products": []}).pricing)  # wrong
