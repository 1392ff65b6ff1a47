"""Decide whether and when a call that failed is tried again. Pure: no clock, no I/O.

The rule, in full:

=====================================================  ================  ========================
what happened                                          GET               POST, PUT, DELETE
=====================================================  ================  ========================
no connection was made (refused, no route, DNS, TLS    tried again       tried again
handshake broken off, timeout while connecting)
the server's certificate is not trusted                given up          given up
429                                                    tried again       tried again
408, 500, 502, 503, 504                                tried again       given up
connection lost, garbage or timeout after something    tried again       given up, outcome unknown
may have been sent
any other status                                       given up          given up
=====================================================  ================  ========================

The wait before the next attempt is drawn evenly from zero to ``backoff * 2 ** (attempt - 1)``
seconds, at most ``max_backoff``. When the vendor says how long to wait (``Retry-After`` on any of
these answers, ``X-RateLimit-Reset`` on 429), that is waited instead, plus up to ``backoff``
seconds so that many clients do not come back at once. A wait that would end after the call's time
budget is not begun: the call fails at once and says from when on it can be made again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import NamedTuple

from xi_sdk_resellers.exceptions import ApiTypeError, ApiValueError

RETRIED_STATUSES = frozenset({408, 429, 500, 502, 503, 504})
"""Statuses after which a read is tried again."""


@dataclass(frozen=True)
class Retries:
    """How often and how patiently a call is tried again.

    Args:
        max_attempts: most tries of a call, the first one included; 1 for never again.
        backoff: upper bound of the first wait, in seconds; it doubles with each attempt.
        max_backoff: most seconds of one wait that the client chooses by itself.
        budget: seconds from the start of the call within which a new attempt may begin; None for
            the Configuration's ``total_timeout``.

    Raises:
        ApiTypeError: an argument has the wrong type.
        ApiValueError: an argument is negative, or there is not one attempt.
    """

    max_attempts: int = 4
    backoff: float = 0.5
    max_backoff: float = 20.0
    budget: float | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.max_attempts, int) or isinstance(self.max_attempts, bool):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise ApiTypeError(f"max_attempts must be a whole number ({self.max_attempts!r})")
        if self.max_attempts < 1:
            raise ApiValueError(f"max_attempts must be at least 1, not {self.max_attempts}")
        for name in ("backoff", "max_backoff", "budget"):
            value = getattr(self, name)
            if value is None and name == "budget":
                continue
            if not isinstance(value, (int, float)) or isinstance(value, bool):
                raise ApiTypeError(f"{name} must be a number of seconds ({value!r})")
            if not 0 <= value < 1e9:
                raise ApiValueError(f"{name} must be a number of seconds from 0 on, not {value!r}")

    @classmethod
    def of(cls, value: Retries | int | bool | None) -> Retries:
        """Read the short forms.

        Args:
            value: a Retries as it is; a number of retries after the first attempt; True or None
                for the default; False for never.

        Returns:
            The Retries that is meant.

        Raises:
            ApiTypeError: another type.
            ApiValueError: a negative number.
        """
        if isinstance(value, Retries):
            return value
        if value is None or value is True:
            return DEFAULT
        if value is False:
            return NEVER
        if not isinstance(value, int):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise ApiTypeError(f"retries must be a number, a bool or a Retries, not {type(value).__name__}")
        if value < 0:
            raise ApiValueError(f"retries must be 0 or more, not {value}")
        return cls(max_attempts=value + 1)


DEFAULT = Retries()
NEVER = Retries(max_attempts=1)


class Situation(NamedTuple):
    """What the decision depends on."""

    repeatable: bool
    """Whether the request may be sent again although it may have arrived: reads, and token requests."""
    attempt: int
    """How many tries there were."""
    elapsed: float
    """Seconds since the call began."""
    budget: float | None
    """Seconds from the beginning of the call within which the next attempt must begin; None for no limit."""
    status: int | None = None
    """The answer's status, or None when no complete answer came."""
    maybe_sent: bool = True
    """Without an answer: whether any byte of the request may have left."""
    permanent: bool = False
    """Without an answer: whether it would only happen again."""
    headers: Mapping[str, str] | None = None
    """The answer's headers."""


class Decision(NamedTuple):
    """Whether to try again."""

    wait: float | None
    """Seconds to wait before the next attempt, or None to give up."""
    retry_at: float | None
    """When giving up: from when on the vendor takes the call again, in seconds since 1970, if it said so."""


def decide(situation: Situation, retries: Retries, *, now: float, chance: float) -> Decision:
    """Decide whether a call is tried again, and when. See the table at the top of this module.

    Args:
        situation: what happened.
        retries: how often and how patiently.
        now: the time, in seconds since 1970.
        chance: a random number from 0 to 1.

    Returns:
        The wait, or that it is given up.
    """
    said = _server_wait(situation, now)
    retry_at = None if said is None else now + said
    if not _may_repeat(situation) or situation.attempt >= retries.max_attempts:
        return Decision(None, retry_at)
    if said is None:
        wait = chance * min(retries.max_backoff, retries.backoff * 2.0 ** min(situation.attempt - 1, 60))
    else:
        wait = said + chance * retries.backoff
    budget = situation.budget if retries.budget is None else retries.budget
    if budget is not None and situation.elapsed + wait >= budget:
        return Decision(None, retry_at)
    return Decision(wait, None)


def _may_repeat(situation: Situation) -> bool:
    if situation.status is None:
        return not situation.permanent and (situation.repeatable or not situation.maybe_sent)
    if situation.status == 429:
        return True
    return situation.repeatable and situation.status in RETRIED_STATUSES


def _server_wait(situation: Situation, now: float) -> float | None:
    """Return how many seconds the answer asks to wait, if it does."""
    headers = situation.headers
    if headers is None or situation.status not in RETRIED_STATUSES:
        return None
    said = retry_after(headers.get("Retry-After"), now)
    if said is None and situation.status == 429:
        said = _until_reset(headers, now)
    return said


def retry_after(text: str | None, now: float) -> float | None:
    """Read a Retry-After header.

    Args:
        text: seconds, or an HTTP date; None when the header did not come.
        now: the time, in seconds since 1970.

    Returns:
        Seconds to wait, 0 or more; None when it makes no sense.
    """
    if text is None:
        return None
    try:
        seconds = float(text)
    except ValueError:
        at = http_date(text)
        return None if at is None else max(0.0, at - now)
    return max(0.0, seconds) if -1e9 < seconds < 1e9 else None


def _until_reset(headers: Mapping[str, str], now: float) -> float | None:
    """Read X-RateLimit-Reset by the vendor's own clock where the answer tells it."""
    try:
        reset = float(headers.get("X-RateLimit-Reset") or "")
    except ValueError:
        return None
    if not 0 <= reset < 1e11:
        return None
    if reset < 1e8:
        return reset  # far too small for a time: seconds from now on
    sent = http_date(headers.get("Date") or "")
    return max(0.0, reset - (now if sent is None else sent))


def http_date(text: str) -> float | None:
    """Read an HTTP date such as ``Wed, 21 Oct 2026 07:28:00 GMT``, in seconds since 1970."""
    if not text:
        return None
    from email.utils import parsedate_to_datetime

    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if found.tzinfo is None:
        found = found.replace(tzinfo=timezone.utc)
    try:
        return found.timestamp()
    except (OverflowError, OSError):
        return None


def utc(seconds: float | None) -> datetime | None:
    """Turn seconds since 1970 into a time in UTC."""
    if seconds is None:
        return None
    try:
        return datetime.fromtimestamp(seconds, timezone.utc)
    except (OverflowError, OSError, ValueError):
        return None
