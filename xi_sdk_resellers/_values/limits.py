"""Read what headers say about a rate limit, in every form in which they have been seen.

The vendor's documents and its service disagree, and a gateway in front of the service adds headers of its own:

- ``X-RateLimit-*``, and ``RateLimit-*`` of the IETF's drafts, also as one structured ``RateLimit``.
- The moment of a reset in seconds, milliseconds or finer since 1970, as an ISO or HTTP date, or as seconds to wait.
- A header that came twice, or a list in one header: the value to be careful with counts, which is the longest wait, and
  the fewest calls.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from xi_sdk_resellers._values.dates import moment

_FAMILIES = ("X-RateLimit-{}", "RateLimit-{}", "X-Rate-Limit-{}")
_STRUCTURED = {"limit": ("limit", "q"), "remaining": ("remaining", "r"), "reset": ("reset", "t")}
# A comma within an HTTP date stands before the day: "Fri, 15 Jan 2027 …", "Friday, 15-Jan-27 …".
_BETWEEN = r",(?!\s*\d{1,2}[ -][A-Za-z]{3})"
_LONGEST_WAIT = 1e8
"""A number below is seconds to wait (three years); one above is a time since 1970."""
_LATEST_SECONDS = 1e11
"""A number above is a time in milliseconds or finer units."""
_LARGEST = 1e20
_SHORT = 20.0
"""Seconds of a wait in which one second too many would be noticed."""


class Limits(NamedTuple):
    """What headers say about a rate limit; None where they say nothing that makes sense."""

    limit: int | None
    """Calls that are allowed in the period."""
    remaining: int | None
    """Calls that are left in the period."""
    reset: float | None
    """When the count starts again, in seconds since 1970 by the vendor's clock."""
    wait: float | None
    """Seconds from the answer to the reset, 0 or more; up to a second too many, as ``Date`` has whole seconds."""
    retry_after: float | None
    """Seconds to wait before the call is made again, 0 or more."""
    soonest: float | None = None
    """The same as ``wait``, to the millisecond when it is short and both clocks agree as far as ``Date`` tells."""


def read_limits(headers: Mapping[str, str], now: float) -> Limits:
    """Read the headers of an answer.

    Times are taken by the vendor's own clock where the answer tells it (``Date``), as clocks differ.

    Args:
        headers: the headers, looked up without regard to letter case; several of one name joined by commas.
        now: when the answer came, in seconds since 1970.

    Returns:
        What they say.
    """
    sent = _sent(headers, now)
    reset = next((max(times) for times in _readings(headers, "reset", lambda text: _time(text, sent))), None)
    wait = None if reset is None else max(0.0, reset - sent)
    agree = sent <= now < sent + 1
    return Limits(
        limit=next((int(min(counts)) for counts in _readings(headers, "limit", _count)), None),
        remaining=next((int(min(counts)) for counts in _readings(headers, "remaining", _count)), None),
        reset=reset,
        wait=wait,
        retry_after=retry_after(headers.get("Retry-After"), sent),
        soonest=max(0.0, reset - now) if reset is not None and wait and wait < _SHORT and agree else wait,
    )


def retry_after(text: str | None, sent: float) -> float | None:
    """Read a Retry-After header.

    Args:
        text: seconds or dates; None when the header did not come.
        sent: when the answer was sent, in seconds since 1970.

    Returns:
        Seconds to wait, 0 or more; None when it makes no sense.
    """
    times = [at for item in _items(text) if (at := _time(item, sent, past=True)) is not None]
    return max((max(0.0, at - sent) for at in times), default=None)


def _sent(headers: Mapping[str, str], now: float) -> float:
    """Tell when the answer was sent, by the vendor's clock when it says so."""
    return next((at for text in _items(headers.get("Date")) if (at := moment(text)) is not None), now)


def _readings(headers: Mapping[str, str], what: str, read: Callable[[str], float | None]) -> Iterator[list[float]]:
    """Yield what each family of names says about one thing, as far as it makes sense."""
    for family in (*_FAMILIES, None):
        if family is None:
            names = "|".join(_STRUCTURED[what])
            structured = ",".join(filter(None, (headers.get("RateLimit"), headers.get("RateLimit-Policy"))))
            texts: Iterable[str] = re.findall(rf'(?:^|[,;\s])(?:{names})\s*=\s*"?([^,;"\s]+)', structured)
        else:
            texts = _items(headers.get(family.format(what.title())))
        found = [value for text in texts if (value := read(text)) is not None]
        if found:
            yield found


def _items(text: str | None) -> Iterator[str]:
    """Take a list in a header apart, and the parameters off its items."""
    for item in re.split(_BETWEEN, text or ""):
        value = item.partition(";")[0].strip(" \t\"'")
        if value:
            yield value


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _count(text: str) -> float | None:
    number = _number(text)
    return number if number is not None and 0 <= number < 1e12 else None


def _time(text: str, sent: float, *, past: bool = False) -> float | None:
    """Read a time in seconds since 1970; a negative wait is one that is over when ``past`` allows it."""
    number = _number(text)
    if number is None:
        return moment(text)
    if not (-_LATEST_SECONDS if past else 0) <= number < _LARGEST:
        return None
    if number < _LONGEST_WAIT:
        return sent + number
    while number >= _LATEST_SECONDS:
        number /= 1000
    return number
