"""What a call gives back: the decoded answer and everything that came with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from time import time
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar, overload

from xi_sdk_resellers import _display
from xi_sdk_resellers._settings.headers import masked
from xi_sdk_resellers._values.dates import utc
from xi_sdk_resellers._values.limits import read_limits

if TYPE_CHECKING:
    from datetime import datetime

    from xi_sdk_resellers._values.drift import Drift

T = TypeVar("T")
D = TypeVar("D")


class Headers(Mapping[str, str]):
    """Headers of an answer. Names are compared without regard to letter case.

    Several headers of one name are joined with ``", "``, in the order in which they came.

    Args:
        items: pairs of name and value.
    """

    __slots__ = ("_items",)

    def __init__(self, items: Iterable[tuple[str, str]] = ()) -> None:
        found: dict[str, tuple[str, str]] = {}
        for name, value in items:
            key = name.lower()
            earlier = found.get(key)
            found[key] = (name, value) if earlier is None else (earlier[0], f"{earlier[1]}, {value}")
        self._items = found

    def __getitem__(self, name: str) -> str:
        return self._items[name.lower()][1]

    @overload
    def get(self, key: str, /) -> str | None: ...
    @overload
    def get(self, key: str, /, default: str | D) -> str | D: ...
    def get(self, key: str, /, default: object = None) -> object:
        """Return the value of a header, or the default when it did not come."""
        found = self._items.get(key.lower())
        return default if found is None else found[1]

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.lower() in self._items

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self._items.values())

    def __len__(self) -> int:
        return len(self._items)

    def __reduce__(self) -> tuple[type[Headers], tuple[list[tuple[str, str]]]]:
        # Pickles of protocol 0 and 1 know no slots.
        return Headers, (list(self._items.values()),)

    def __repr__(self) -> str:
        return f"Headers({masked(self)!r})"


class RateLimit(NamedTuple):
    """How much of the vendor's rate limit is left, as the answer's headers tell."""

    limit: int | None
    """Calls that are allowed in the period."""
    remaining: int | None
    """Calls that are left in the period."""
    reset: float | None
    """When the count starts again: seconds since 1970."""

    @property
    def reset_at(self) -> datetime | None:
        """When the count starts again, as a time in UTC; None for a time that no calendar has."""
        return utc(self.reset)


class ApiResponse(Generic[T]):
    """An answer with its status, headers, raw bytes and decoded data.

    Attributes:
        status_code: HTTP status, 200 to 299; 404 when a search has found nothing and the vendor says so in this way.
        headers: headers of the answer, looked up without regard to letter case.
        data: the decoded answer; None for operations without one.
        raw_data: the bytes of the body as they came (decompressed).
        drift: values that do not fit the contract, each kept as it came and reported here.
        correlation_id: the IM-CorrelationID that was sent.
        attempts: how many times the request was tried.
        elapsed: seconds from the start of the call to its end, waits included.
    """

    __slots__ = (
        "_rate_limit",
        "_received",
        "attempts",
        "correlation_id",
        "data",
        "drift",
        "elapsed",
        "headers",
        "raw_data",
        "status_code",
    )

    def __init__(
        self,
        *,
        status_code: int,
        headers: Mapping[str, str],
        data: T,
        raw_data: bytes,
        drift: tuple[Drift, ...] = (),
        correlation_id: str = "",
        attempts: int = 1,
        elapsed: float = 0.0,
        rate_limit: RateLimit | None = None,
    ) -> None:
        self.status_code: int = status_code
        self.headers: Mapping[str, str] = headers
        self.data: T = data
        self.raw_data: bytes = raw_data
        self.drift: tuple[Drift, ...] = drift
        self.correlation_id: str = correlation_id
        self.attempts: int = attempts
        self.elapsed: float = elapsed
        self._rate_limit = rate_limit
        self._received: float = time()

    @property
    def rate_limit(self) -> RateLimit | None:
        """What the answer says about the rate limit, or None when it says nothing."""
        if self._rate_limit is None:
            self._rate_limit = rate_limit_of(self.headers, self._received)
        return self._rate_limit

    # Pickles of protocol 0 and 1 know no slots.

    def __getstate__(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in ApiResponse.__slots__}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self._received = time()  # pickles of 1.0.0 do not have it
        for name, value in state.items():
            setattr(self, name, value)

    def __repr__(self) -> str:
        drift = f", drift={len(self.drift)}" if self.drift else ""
        return (
            f"ApiResponse(status_code={self.status_code}, data={type(self.data).__name__}, "
            f"bytes={len(self.raw_data)}{drift}, correlation_id={self.correlation_id!r}, attempts={self.attempts})"
        )

    def _repr_html_(self) -> str:
        return _display.response_html(self)


def rate_limit_of(headers: Mapping[str, str], received: float | None = None) -> RateLimit | None:
    """Read what an answer's headers say about the rate limit.

    Args:
        headers: the answer's headers; looked up without regard to letter case.
        received: when the answer came, in seconds since 1970; None for now. It counts when the vendor says how many
            seconds are left, and not what time it is.

    Returns:
        What could be read, or None when no header makes sense.
    """
    limit, remaining, reset, *_ = read_limits(headers, time() if received is None else received)
    if limit is None and remaining is None and reset is None:
        return None
    return RateLimit(limit, remaining, reset)
