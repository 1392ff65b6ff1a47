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
from typing import NamedTuple

from xi_sdk_resellers._settings.retries import Retries
from xi_sdk_resellers._values.dates import http_date

RETRIED_STATUSES = frozenset({408, 429, 500, 502, 503, 504})
"""Statuses after which a read is tried again."""


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
