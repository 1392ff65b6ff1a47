"""The three forms of an endpoint's method, of which one is written.

The written method gives the decoded answer. The two others run the same method on a stand-in for the endpoint class
that hands out more of the answer.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Mapping
from functools import wraps
from types import FunctionType
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from xi_sdk_resellers._values.hidden import all_hidden
from xi_sdk_resellers.exceptions import ApiTypeError

if TYPE_CHECKING:
    from xi_sdk_resellers._transport.aio.client import RESTResponse as AsyncRESTResponse
    from xi_sdk_resellers._transport.blocking.client import RESTResponse
    from xi_sdk_resellers.api_response import ApiResponse
    from xi_sdk_resellers.operation import Operation

P = ParamSpec("P")
R = TypeVar("R")
E = TypeVar("E", bound="Endpoints | AsyncEndpoints")
Arguments = Mapping[str, Any]
"""The local names of a method: its arguments and options, and ``self``, which means nothing to a call."""


class Endpoints:
    """The base of the blocking endpoint classes."""

    _hidden = staticmethod(all_hidden)

    def __init__(self, api_client: Any) -> None:
        self.api_client: Any = api_client

    def _result(self, operation: Operation, arguments: Arguments) -> R:  # type: ignore[type-var]
        """Run an operation, and give what the written form of a method returns, which is what its signature says."""
        client = self.api_client
        result: R = client.perform(operation, arguments).data
        return result


class _Whole(Endpoints):
    def _result(self, operation: Operation, arguments: Arguments) -> Any:
        client = self.api_client
        return client.perform(operation, arguments)


class _Raw(Endpoints):
    def _result(self, operation: Operation, arguments: Arguments) -> Any:
        return self.api_client.open(operation, arguments)


class AsyncEndpoints:
    """The base of the asyncio endpoint classes."""

    _hidden = staticmethod(all_hidden)

    def __init__(self, api_client: Any) -> None:
        self.api_client: Any = api_client

    async def _result(self, operation: Operation, arguments: Arguments) -> R:  # pyright: ignore[reportInvalidTypeVarUse]
        """Run an operation, and give what the written form of a method returns, which is what its signature says."""
        client = self.api_client
        result: R = (await client.perform(operation, arguments)).data
        return result


class _AsyncWhole(AsyncEndpoints):
    async def _result(self, operation: Operation, arguments: Arguments) -> Any:
        client = self.api_client
        return await client.perform(operation, arguments)


class _AsyncRaw(AsyncEndpoints):
    async def _result(self, operation: Operation, arguments: Arguments) -> Any:
        return await self.api_client.open(operation, arguments)


def with_http_info(method: Callable[Concatenate[E, P], R]) -> Callable[Concatenate[E, P], ApiResponse[R]]:
    """Derive the form of a method that returns status, headers and raw bytes, too."""

    def form(self: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            return method(_Whole(self.api_client), *args, **kwargs)  # type: ignore[arg-type]
        except BaseException:
            args, kwargs = (), {}  # they may show secrets
            raise

    return _presented(form, method, *_WHOLE)  # type: ignore[no-any-return]


def without_preload_content(method: Callable[Concatenate[E, P], Any]) -> Callable[Concatenate[E, P], RESTResponse]:
    """Derive the form of a method that returns the raw answer, its body unread."""

    def form(self: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            return method(_Raw(self.api_client), *args, **kwargs)  # type: ignore[arg-type]
        except BaseException:
            args, kwargs = (), {}  # they may show secrets
            raise

    return _presented(form, method, *_RAW)  # type: ignore[no-any-return]


def awaited_with_http_info(
    method: Callable[Concatenate[E, P], Coroutine[Any, Any, R]],
) -> Callable[Concatenate[E, P], Coroutine[Any, Any, ApiResponse[R]]]:
    """Derive the form of a coroutine method that returns status, headers and raw bytes, too."""

    async def form(self: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            return await method(_AsyncWhole(self.api_client), *args, **kwargs)  # type: ignore[arg-type]
        except BaseException:
            args, kwargs = (), {}  # they may show secrets
            raise

    return _presented(form, method, *_WHOLE)  # type: ignore[no-any-return]


def awaited_without_preload_content(
    method: Callable[Concatenate[E, P], Awaitable[Any]],
) -> Callable[Concatenate[E, P], Coroutine[Any, Any, AsyncRESTResponse]]:
    """Derive the form of a coroutine method that returns the raw answer, its body unread."""

    async def form(self: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            return await method(_AsyncRaw(self.api_client), *args, **kwargs)  # type: ignore[arg-type]
        except BaseException:
            args, kwargs = (), {}  # they may show secrets
            raise

    return _presented(form, method, *_RAW)  # type: ignore[no-any-return]


_WHOLE = (
    "_with_http_info",
    "ApiResponse[{}]",
    "return everything about the answer",
    " and raises what it raises",
    "An ApiResponse with status, headers, raw bytes and, as data, what :meth:`{}` returns.",
)
_RAW = (
    "_without_preload_content",
    "RESTResponse",
    "return the raw answer for streaming",
    "; a status that says failure does not raise",
    "The raw answer, whatever its status. Read it, or close it.",
)


def _presented(form: Any, method: Any, suffix: str, returns: str, does: str, like: str, result: str) -> Any:
    """Give a derived form the name, the signature and the docs of its own."""
    name = f"{method.__name__}{suffix}"
    first = (method.__doc__ or f"{method.__name__}.").partition("\n")[0].rstrip(".")
    # What signature() follows: the written method's parameters with the return annotation of this form.
    written = getattr(method, "__wrapped__", method)
    shown = FunctionType(written.__code__, written.__globals__, name, written.__defaults__)
    shown.__kwdefaults__ = written.__kwdefaults__
    form.__module__ = shown.__module__ = method.__module__
    form.__name__ = name
    form.__qualname__ = shown.__qualname__ = f"{method.__qualname__}{suffix}"
    form.__annotations__ = shown.__annotations__ = {
        **written.__annotations__,
        "return": returns.format(written.__annotations__.get("return", "Any")),
    }
    form.__doc__ = (
        f"{first}, and {does}.\n\n"
        f"        Takes the arguments of :meth:`{method.__name__}`{like}.\n\n"
        f"        Returns:\n            {result.format(method.__name__)}\n        "
    )
    form.__wrapped__ = shown
    return form


def accepts_vendor_argument(vendor_name: str, name: str) -> Callable[[Callable[..., R]], Callable[..., R]]:
    """Let a method take one of its keyword arguments under a second name, too. Its signature stays as it is.

    Args:
        vendor_name: the second name.
        name: the argument's own name.

    Returns:
        The decorator.
    """

    def decorate(method: Callable[..., R]) -> Callable[..., R]:
        @wraps(method)
        def call(*args: Any, **kwargs: Any) -> R:
            try:
                if vendor_name in kwargs:
                    _rename(kwargs, vendor_name, name)
                return method(*args, **kwargs)
            except BaseException:
                args, kwargs = (), {}  # they may show secrets
                raise

        return call

    return decorate


def awaited_accepts_vendor_argument(
    vendor_name: str, name: str
) -> Callable[[Callable[..., Awaitable[R]]], Callable[..., Coroutine[Any, Any, R]]]:
    """Let a coroutine method take one of its keyword arguments under a second name, too."""

    def decorate(method: Callable[..., Awaitable[R]]) -> Callable[..., Coroutine[Any, Any, R]]:
        @wraps(method)
        async def call(*args: Any, **kwargs: Any) -> R:
            try:
                if vendor_name in kwargs:
                    _rename(kwargs, vendor_name, name)
                return await method(*args, **kwargs)
            except BaseException:
                args, kwargs = (), {}  # they may show secrets
                raise

        return call

    return decorate


def _rename(kwargs: dict[str, Any], vendor_name: str, name: str) -> None:
    twice = name in kwargs
    kwargs[name] = kwargs.pop(vendor_name)
    if twice:
        kwargs.clear()  # they may show secrets
        raise ApiTypeError(f"{name} was given twice: as {vendor_name}, too")
