"""Accept an argument under the name that it has in the vendor's own SDK."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from inspect import iscoroutinefunction
from typing import Any, TypeVar

from xi_sdk_resellers.exceptions import ApiTypeError

R = TypeVar("R")


def accepts_vendor_argument(vendor_name: str, name: str) -> Callable[[Callable[..., R]], Callable[..., R]]:
    """Let a method take one of its keyword arguments under a second name, too.

    The method's signature stays as it is.

    Args:
        vendor_name: the second name.
        name: the argument's own name.

    Returns:
        The decorator.
    """

    def renamed(kwargs: dict[str, Any]) -> dict[str, Any]:
        if vendor_name in kwargs:
            if name in kwargs:
                raise ApiTypeError(f"{name} was given twice: as {vendor_name}, too")
            kwargs[name] = kwargs.pop(vendor_name)
        return kwargs

    def decorate(method: Any) -> Any:
        if iscoroutinefunction(method):

            @wraps(method)
            async def call_later(*args: Any, **kwargs: Any) -> Any:
                return await method(*args, **renamed(kwargs))

            return call_later

        @wraps(method)
        def call(*args: Any, **kwargs: Any) -> Any:
            return method(*args, **renamed(kwargs))

        return call

    return decorate
