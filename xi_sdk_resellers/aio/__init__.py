"""The asyncio twin of the package, on aiohttp.

The same names as in :mod:`xi_sdk_resellers`, with ``await``::

    from xi_sdk_resellers import Configuration
    from xi_sdk_resellers.aio import ApiClient, OrdersApi

    async with ApiClient(Configuration.from_env()) as client:
        found = await OrdersApi(client).get_resellers_v6_ordersearch()

Configuration, models, exceptions, retries, tokens and outcomes are those of the blocking client. Type
checkers read the names in the stub beside this file, which is generated.
"""

from importlib import import_module
from typing import Any

from xi_sdk_resellers._process.loading import loading

_MODULES = {
    "ApiClient": "api_client",
    "CancelledCall": "cancellation",
    "Catalog": "catalog",
    "Deals": "deals",
    "Freight": "freight",
    "Invoices": "invoices",
    "Orders": "orders",
    "Quotes": "quotes",
    "Renewals": "renewals",
    "RESTResponse": "rest",
    "Returns": "returns",
    "cancelled_call": "cancellation",
}
_SUBMODULES = {
    "api",
    "api_client",
    "cancellation",
    "catalog",
    "deals",
    "freight",
    "invoices",
    "orders",
    "quotes",
    "renewals",
    "rest",
    "returns",
}


# Pickles of 1.0.0 name a module that has moved.
__path__.append(f"{__path__[0]}/../_moved/aio")


def __getattr__(name: str) -> Any:
    if name == "__all__":
        return sorted({*_MODULES, *import_module(f"{__name__}.api").__all__})
    if name.startswith("__"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    with loading:
        generated = import_module(f"{__name__}.api")
        module = _MODULES.get(name) or ("api" if name in generated.__all__ else None)
        if module is None and name not in _SUBMODULES:
            known = [*_MODULES, *generated.__all__, *_SUBMODULES]
            raise import_module("xi_sdk_resellers._process.misspelt").no_such_name(__name__, name, known)
        _need_aiohttp()
        found = import_module(f"{__name__}.{module or name}")
    if module is not None:
        found = getattr(found, name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__getattr__("__all__"), *_SUBMODULES})


def _need_aiohttp() -> None:
    try:
        import_module("aiohttp")
    except ModuleNotFoundError as error:
        if error.name != "aiohttp":
            raise
        raise ImportError(
            'xi_sdk_resellers.aio needs aiohttp: pip install "xi-resellers[aio]"', name="aiohttp"
        ) from None
