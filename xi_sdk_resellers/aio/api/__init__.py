# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The endpoint classes for asyncio."""

from typing import TYPE_CHECKING, Any

from xi_sdk_resellers._process.loading import load

if TYPE_CHECKING:
    from xi_sdk_resellers.aio.api.accesstoken_api import AccesstokenApi
    from xi_sdk_resellers.aio.api.deals_api import DealsApi
    from xi_sdk_resellers.aio.api.freight_estimate_api import FreightEstimateApi
    from xi_sdk_resellers.aio.api.invoices_api import InvoicesApi
    from xi_sdk_resellers.aio.api.order_status_api import OrderStatusApi
    from xi_sdk_resellers.aio.api.orders_api import OrdersApi
    from xi_sdk_resellers.aio.api.product_catalog_api import ProductCatalogApi
    from xi_sdk_resellers.aio.api.quotes_api import QuotesApi
    from xi_sdk_resellers.aio.api.renewals_api import RenewalsApi
    from xi_sdk_resellers.aio.api.returns_api import ReturnsApi
    from xi_sdk_resellers.aio.api.stock_update_api import StockUpdateApi

_MODULES = {
    "AccesstokenApi": "accesstoken_api",
    "DealsApi": "deals_api",
    "FreightEstimateApi": "freight_estimate_api",
    "InvoicesApi": "invoices_api",
    "OrderStatusApi": "order_status_api",
    "OrdersApi": "orders_api",
    "ProductCatalogApi": "product_catalog_api",
    "QuotesApi": "quotes_api",
    "RenewalsApi": "renewals_api",
    "ReturnsApi": "returns_api",
    "StockUpdateApi": "stock_update_api",
}

__all__ = [
    "AccesstokenApi",
    "DealsApi",
    "FreightEstimateApi",
    "InvoicesApi",
    "OrderStatusApi",
    "OrdersApi",
    "ProductCatalogApi",
    "QuotesApi",
    "RenewalsApi",
    "ReturnsApi",
    "StockUpdateApi",
]


def __getattr__(name: str) -> Any:
    module = _MODULES.get(name)
    if module is None:
        if name.startswith("_"):
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        raise load("xi_sdk_resellers._process.misspelt").no_such_name(__name__, name, __all__)
    value = getattr(load(f"{__name__}.{module}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
