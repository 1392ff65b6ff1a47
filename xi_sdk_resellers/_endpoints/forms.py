"""The three forms of an endpoint's method, of which one is written.

The written method gives the decoded answer. The two others run the same method on a stand-in for the endpoint class
that hands out more of the answer.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Mapping
from functools import wraps
from types import FunctionType
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from xi_sdk_resellers._calls.client_base import checked_client
from xi_sdk_resellers._values.answers import is_model
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
        self.api_client: Any = checked_client(self, api_client, asynchronous=False)

    def _result(self, operation: Operation, arguments: Arguments) -> R:  # type: ignore[type-var]
        """Run an operation, and give what the written form of a method returns, which is what its signature says."""
        client = self.api_client
        result: R = client.perform(operation, arguments).data
        return result


class _StandIn:
    """What runs a method in place of its class, on a client that was checked."""

    def __init__(self, api_client: Any) -> None:
        self.api_client: Any = api_client


class _Whole(_StandIn, Endpoints):
    def _result(self, operation: Operation, arguments: Arguments) -> Any:
        client = self.api_client
        return client.perform(operation, arguments)


class _Raw(_StandIn, Endpoints):
    def _result(self, operation: Operation, arguments: Arguments) -> Any:
        return self.api_client.open(operation, arguments)


class AsyncEndpoints:
    """The base of the asyncio endpoint classes."""

    _hidden = staticmethod(all_hidden)

    def __init__(self, api_client: Any) -> None:
        self.api_client: Any = checked_client(self, api_client, asynchronous=True)

    async def _result(self, operation: Operation, arguments: Arguments) -> R:  # pyright: ignore[reportInvalidTypeVarUse]
        """Run an operation, and give what the written form of a method returns, which is what its signature says."""
        client = self.api_client
        result: R = (await client.perform(operation, arguments)).data
        return result


class _AsyncWhole(_StandIn, AsyncEndpoints):
    async def _result(self, operation: Operation, arguments: Arguments) -> Any:
        client = self.api_client
        return await client.perform(operation, arguments)


class _AsyncRaw(_StandIn, AsyncEndpoints):
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
    written = method
    while hasattr(written, "__wrapped__"):
        written = written.__wrapped__
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


def accepts_earlier_order(
    names: str, place: int, known: tuple[str, ...] = ()
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Let a method take its arguments in the order of an earlier version, too. Its signature stays as it is.

    Args:
        names: the arguments in that order.
        place: the first place at which another one had stood.
        known: the texts at that place which say that it is the earlier order; when empty, a body says so.

    Returns:
        The decorator.
    """

    def decorate(method: Callable[P, R]) -> Callable[P, R]:
        earlier = _EarlierOrder(method, names.split(), place, known)

        @wraps(method)
        def call(*args: Any, **kwargs: Any) -> R:
            try:
                if earlier.has(args, kwargs):
                    args, kwargs = earlier.by_name(args, kwargs)
                return method(*args, **kwargs)
            except BaseException:
                args, kwargs = (), {}  # they may show secrets
                raise

        return call

    return decorate


def awaited_accepts_earlier_order(
    names: str, place: int, known: tuple[str, ...] = ()
) -> Callable[[Callable[P, Coroutine[Any, Any, R]]], Callable[P, Coroutine[Any, Any, R]]]:
    """Let a coroutine method take its arguments in the order of an earlier version, too."""

    def decorate(method: Callable[P, Coroutine[Any, Any, R]]) -> Callable[P, Coroutine[Any, Any, R]]:
        earlier = _EarlierOrder(method, names.split(), place, known)

        @wraps(method)
        async def call(*args: Any, **kwargs: Any) -> R:
            try:
                if earlier.has(args, kwargs):
                    args, kwargs = earlier.by_name(args, kwargs)
                return await method(*args, **kwargs)
            except BaseException:
                args, kwargs = (), {}  # they may show secrets
                raise

        return call

    return decorate


class _EarlierOrder:
    """Another order of a method's arguments, and how calls in it are known."""

    def __init__(self, method: Any, names: list[str], place: int, known: tuple[str, ...]) -> None:
        self._names = names
        self._place = place + 1  # behind self
        self._known = known
        self._now: str = method.__code__.co_varnames[self._place]

    def has(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> bool:
        """Tell by the first argument that has moved whether a call is in this order."""
        if len(args) <= self._place:
            return False
        value = args[self._place]
        if not self._known:
            return isinstance(value, Mapping) or is_model(value)
        # What stands there today must be somewhere else.
        given = self._now in kwargs or self._now in self._names[: len(args) - 1]
        return given and isinstance(value, str) and value.strip().upper() in self._known

    def by_name(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[tuple[Any, ...], dict[str, Any]]:
        """Give all arguments by their names."""
        named = dict(zip(self._names, args[1:], strict=False))
        twice = next((name for name in named if name in kwargs), None)
        if twice is not None or len(args) > len(self._names) + 1:
            kwargs.clear()  # they may show secrets
            most = f"there are more than {len(self._names)} arguments"
            raise ApiTypeError(most if twice is None else f"{twice} was given twice")
        return args[:1], {**named, **kwargs}


def _rename(kwargs: dict[str, Any], vendor_name: str, name: str) -> None:
    twice = name in kwargs
    kwargs[name] = kwargs.pop(vendor_name)
    if twice:
        kwargs.clear()  # they may show secrets
        raise ApiTypeError(f"{name} was given twice: as {vendor_name}, too")
