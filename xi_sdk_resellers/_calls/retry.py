"""Decide whether and when a call that failed is tried again. Pure: no clock, no I/O.

The rule, in full:

==========================================================  ===========  ======================
what happened                                               a read       a change
==========================================================  ===========  ======================
no connection was made (refused, no route, DNS, TLS         tried again  tried again
handshake broken off, timeout while connecting)
the server's certificate is not trusted; TLS was spoken to  given up     given up
a port without TLS, or the other way round
429, or another 4xx that says that a rate limit or quota    tried again  tried again
is used up
408, 500, 502, 503, 504                                     tried again  given up
connection lost, garbage or timeout after something may     tried again  given up, outcome
have been sent                                                           unknown
any other status                                            given up     given up
==========================================================  ===========  ======================

The wait before the next attempt is drawn evenly from zero to ``backoff * 2 ** (attempt - 1)``
seconds, at most ``max_backoff``. When the vendor says how long to wait (``Retry-After`` on any of
these answers, ``X-RateLimit-Reset`` and its like when a limit is used up), that is waited instead,
plus up to ``backoff`` seconds so that many clients do not come back at once. A wait that would end
after the call's time budget is not begun: the call fails at once and says from when on it can be
made again.
"""

from collections.abc import Mapping
from typing import NamedTuple

from xi_sdk_resellers._settings.retries import Retries
from xi_sdk_resellers._values.limits import read_limits

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
    limited: bool = False
    """Whether the answer says that a rate limit or quota is used up, whatever its status."""


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
    # The budget of the retries may be less than the time of the call, never more.
    budgets = (situation.budget, retries.budget)
    if any(budget is not None and situation.elapsed + wait >= budget for budget in budgets):
        return Decision(None, retry_at)
    return Decision(wait, None)


def _may_repeat(situation: Situation) -> bool:
    if situation.status is None:
        return not situation.permanent and (situation.repeatable or not situation.maybe_sent)
    if situation.status == 429 or situation.limited:
        return True
    return situation.repeatable and situation.status in RETRIED_STATUSES


def _server_wait(situation: Situation, now: float) -> float | None:
    """Return how many seconds the answer asks to wait, if it does."""
    headers = situation.headers
    limited = situation.limited or situation.status == 429
    if headers is None or not (limited or situation.status in RETRIED_STATUSES):
        return None
    said = read_limits(headers, now)
    return said.wait if said.retry_after is None and limited else said.retry_after
