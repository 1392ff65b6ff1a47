"""Secrets that do not show themselves where the variables of a frame are shown.

Error trackers, debug pages and consoles collect the local variables of every frame that an exception leaves, and show
them by their ``repr``. So secrets are hidden where they come in, before anything can fail.
"""

from __future__ import annotations

from typing import Any, TypeVar, cast

from xi_sdk_resellers._values.narrow import is_mapping

T = TypeVar("T")


class Hidden(str):
    """A secret text. Pickles hold a plain one."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "'***'"

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        return str, (str(self),)

    def __copy__(self) -> Hidden:
        return self

    def __deepcopy__(self, memo: object) -> Hidden:
        return self


class HiddenBytes(bytes):
    """A secret in bytes."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "b'***'"


class HiddenLogin(str):
    """A URL that may hold a user name and a password; the rest of it is shown."""

    __slots__ = ()

    def __repr__(self) -> str:
        scheme, separator, rest = self.rpartition("://")
        authority, slash, path = rest.partition("/")
        login, _, host = authority.rpartition("@")
        return repr(f"{scheme}{separator}{'***@' if login else ''}{host}{slash}{path}")


# Errors say of which type a value is that should have been another.
Hidden.__name__, HiddenBytes.__name__ = "str", "bytes"


def hidden(value: T) -> T:
    """Hide a secret: a text, bytes, or a mapping or list of them, whose own copy is made. The rest stays as it is.

    Args:
        value: what was given, of whatever type: the wrong ones are refused elsewhere.

    Returns:
        An equal value that does not show itself.
    """
    found: Any = value
    if value is None:
        return value
    if isinstance(value, str):
        found = value if isinstance(value, Hidden) else Hidden(value)
    elif isinstance(value, (bytes, bytearray)):
        found = HiddenBytes(value)
    elif is_mapping(value):
        found = {key: hidden(item) for key, item in value.items()}
    elif type(value) in (list, tuple, set):
        items = cast("list[Any]", value)
        found = type(items)(map(hidden, items))
    return cast("T", found)


def all_hidden(*values: Any) -> Any:
    """Hide several secrets at once, and return them in the same order."""
    return tuple(map(hidden, values))


def hidden_login(url: T) -> T:
    """Hide the user name and password in a URL; what is no text, to be refused, altogether."""
    if isinstance(url, str):
        return cast("T", HiddenLogin(url)) if "@" in url else url
    return hidden(url)
