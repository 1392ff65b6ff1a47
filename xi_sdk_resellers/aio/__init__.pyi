# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The names of the package for type checkers. `__init__.py` loads each when it is first used."""

from xi_sdk_resellers.aio import api as api
from xi_sdk_resellers.aio import api_client as api_client
from xi_sdk_resellers.aio import cancellation as cancellation
from xi_sdk_resellers.aio import catalog as catalog
from xi_sdk_resellers.aio import deals as deals
from xi_sdk_resellers.aio import freight as freight
from xi_sdk_resellers.aio import invoices as invoices
from xi_sdk_resellers.aio import orders as orders
from xi_sdk_resellers.aio import quotes as quotes
from xi_sdk_resellers.aio import renewals as renewals
from xi_sdk_resellers.aio import rest as rest
from xi_sdk_resellers.aio import returns as returns
from xi_sdk_resellers.aio.api import (
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
from xi_sdk_resellers.aio.api_client import ApiClient
from xi_sdk_resellers.aio.cancellation import CancelledCall, cancelled_call
from xi_sdk_resellers.aio.catalog import Catalog
from xi_sdk_resellers.aio.deals import Deals
from xi_sdk_resellers.aio.freight import Freight
from xi_sdk_resellers.aio.invoices import Invoices
from xi_sdk_resellers.aio.orders import Orders
from xi_sdk_resellers.aio.quotes import Quotes
from xi_sdk_resellers.aio.renewals import Renewals
from xi_sdk_resellers.aio.rest import RESTResponse
from xi_sdk_resellers.aio.returns import Returns

__all__ = [
    "AccesstokenApi",
    "ApiClient",
    "CancelledCall",
    "Catalog",
    "Deals",
    "DealsApi",
    "Freight",
    "FreightEstimateApi",
    "Invoices",
    "InvoicesApi",
    "OrderStatusApi",
    "Orders",
    "OrdersApi",
    "ProductCatalogApi",
    "Quotes",
    "QuotesApi",
    "RESTResponse",
    "Renewals",
    "RenewalsApi",
    "Returns",
    "ReturnsApi",
    "StockUpdateApi",
    "cancelled_call",
]
