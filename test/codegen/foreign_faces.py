"""The faces of the package that was generated for the foreign contract: each is a way to call its methods."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

Call = Callable[..., Any]
"""Calls a method of an endpoint class: the class, the method and its arguments, on a client of its own.

Of a raw answer it gives the bytes.
"""


def blocking(package: Any, configuration: Any) -> Call:
    def call(api: str, method: str, *arguments: object, **named: object) -> Any:
        with package.ApiClient(configuration) as client:
            result = getattr(getattr(package, api)(client), method)(*arguments, **named)
            return result.read() if method.endswith("_content") else result

    return call


def asynchronous(package: Any, configuration: Any) -> Call:
    def call(api: str, method: str, *arguments: object, **named: object) -> Any:
        async def run() -> Any:
            async with package.ApiClient(configuration) as client:
                result = await getattr(getattr(package, api)(client), method)(*arguments, **named)
                return await result.read() if method.endswith("_content") else result

        return asyncio.run(run())

    return call


def face(name: str, **settings: Any) -> Call:
    """Import what a program would import, and nothing below it."""
    from xi_sdk_resellers import Configuration

    if name == "blocking":
        import xi_sdk_resellers
        from xi_sdk_resellers import SessionApi, ThingsApi

        assert (xi_sdk_resellers.ThingsApi, xi_sdk_resellers.SessionApi) == (ThingsApi, SessionApi)
        return blocking(xi_sdk_resellers, Configuration(**settings))
    if name == "asyncio":
        import xi_sdk_resellers.aio
        from xi_sdk_resellers.aio import SessionApi, ThingsApi

        assert (xi_sdk_resellers.aio.ThingsApi, xi_sdk_resellers.aio.SessionApi) == (ThingsApi, SessionApi)
        return asynchronous(xi_sdk_resellers.aio, Configuration(**settings))
    import xi.sdk.resellers
    from xi.sdk.resellers import Configuration as SameConfiguration
    from xi.sdk.resellers import SessionApi, ThingsApi
    from xi_sdk_resellers.api import ThingsApi as SameThingsApi

    assert (ThingsApi, SameConfiguration) == (SameThingsApi, Configuration)
    assert xi.sdk.resellers.SessionApi is SessionApi
    return blocking(xi.sdk.resellers, SameConfiguration(**settings))
