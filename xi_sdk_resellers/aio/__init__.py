"""The asyncio twin of the package, on aiohttp.

The same names as in :mod:`xi_sdk_resellers`, with ``await``::

    from xi_sdk_resellers import Configuration
    from xi_sdk_resellers.aio import ApiClient, OrdersApi

    async with ApiClient(Configuration.from_env()) as client:
        found = await OrdersApi(client).get_resellers_v6_ordersearch()

Configuration, models, exceptions, retries, tokens and outcomes are those of the blocking client.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xi_sdk_resellers.aio._cancellation import CancelledCall, cancelled_call
    from xi_sdk_resellers.aio.api import AccesstokenApi, OrdersApi
    from xi_sdk_resellers.aio.api_client import ApiClient
    from xi_sdk_resellers.aio.orders import Orders
    from xi_sdk_resellers.aio.rest import RESTResponse

__all__ = ["AccesstokenApi", "ApiClient", "CancelledCall", "Orders", "OrdersApi", "RESTResponse", "cancelled_call"]

_MODULES = {
    "AccesstokenApi": "api",
    "ApiClient": "api_client",
    "CancelledCall": "_cancellation",
    "Orders": "orders",
    "OrdersApi": "api",
    "RESTResponse": "rest",
    "cancelled_call": "_cancellation",
}
_SUBMODULES = {"api", "api_client", "orders", "rest"}


def __getattr__(name: str) -> Any:
    module = _MODULES.get(name)
    if module is None and name not in _SUBMODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    _need_aiohttp()
    found = import_module(f"{__name__}.{module or name}")
    if module is not None:
        found = getattr(found, name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, *_SUBMODULES})


def _need_aiohttp() -> None:
    try:
        import_module("aiohttp")
    except ModuleNotFoundError as error:
        if error.name != "aiohttp":
            raise
        raise ImportError(
            'xi_sdk_resellers.aio needs aiohttp: pip install "xi-sdk-resellers[aio]"', name="aiohttp"
        ) from None
