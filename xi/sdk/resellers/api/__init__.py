# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The endpoint classes, under the vendor SDK's import name."""

from typing import TYPE_CHECKING, Any

from xi_sdk_resellers import api as _same

if TYPE_CHECKING:
    from xi_sdk_resellers.api import (
        AccesstokenApi,
        DealsApi,
        FreightEstimateApi,
        InvoicesApi,
        OrdersApi,
        OrderStatusApi,
        ProductCatalogApi,
        QuotesApi,
        RenewalsApi,
        ReturnsApi,
        StockUpdateApi,
    )

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
    return getattr(_same, name)


def __dir__() -> list[str]:
    return __all__
