"""The settings of a client that shares the connections of another one."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

from xi_sdk_resellers._calls.client_options import ClientOptions
from xi_sdk_resellers._settings.checks import own_copy
from xi_sdk_resellers.configuration import Configuration
from xi_sdk_resellers.exceptions import ApiTypeError, ApiValueError

OPTIONS = tuple(name for name in ClientOptions.__annotations__ if name != "headers")
"""The settings that may differ."""


class VariedConfiguration(Configuration):
    """What a client changes for itself; everything else is the other client's, now and later.

    Copies and pickles are those of a Configuration of its own.

    Args:
        base: the settings of the other client.
        changes: what differs.
    """

    def __init__(self, base: Configuration, changes: Mapping[str, Any]) -> None:
        object.__setattr__(self, "_base", base)
        for name, value in changes.items():
            setattr(self, name, value)

    def __getattr__(self, name: str) -> Any:
        if name == "_base" or name.startswith("__"):
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        return getattr(self._base, name)

    @property
    def host(self) -> str:
        """The host of the other client."""
        base: Configuration = self._base
        return base.host

    @host.setter
    def host(self, value: str) -> None:
        raise ApiValueError("a client made by with_options has the host of the other one: make an ApiClient of its own")

    def __copy__(self) -> Any:
        made = copy.copy(self._base)
        for name, value in vars(self).items():
            if name != "_base":
                object.__setattr__(made, name, own_copy(value))
        return made

    def __reduce_ex__(self, protocol: Any) -> Any:
        return copy.copy, (copy.copy(self),)

    def __repr__(self) -> str:
        return super().__repr__().replace(type(self).__name__, "Configuration", 1)


def _of_base(name: str) -> property:
    """Read from the other client what has a default of its class, and so would be found here."""

    def read(self: VariedConfiguration) -> Any:
        return vars(self)[name] if name in vars(self) else getattr(self._base, name)

    def write(self: VariedConfiguration, value: Any) -> None:
        vars(self)[name] = value

    return property(read, write)


for _group in Configuration.__mro__:
    for _name in {*vars(_group)} & {*getattr(_group, "__annotations__", ())} - {"_default"}:
        setattr(VariedConfiguration, _name, _of_base(_name))


def check_options(options: Mapping[str, Any]) -> None:
    """Refuse options that no client can differ in.

    Raises:
        ApiTypeError: there is no such option.
    """
    for name in options:
        if name not in OPTIONS:
            raise ApiTypeError(f"with_options() takes headers, {', '.join(OPTIONS)}, not {name!r}")
