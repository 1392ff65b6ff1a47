"""Keep many threads, processes and hosts to one rate limit.

The vendor allows so many calls a minute for each endpoint and application, whoever makes them. Give
``Configuration(rate_budget=…)`` one of these: every call asks it first and waits when nothing is left, so that no call
is wasted on an answer 429.
"""

from __future__ import annotations

import threading
from importlib import import_module
from itertools import count
from time import monotonic
from typing import Any
from uuid import uuid4

from xi_sdk_resellers._process.aside import within
from xi_sdk_resellers._process.fork import tell_after_fork
from xi_sdk_resellers._process.log import log
from xi_sdk_resellers._settings.rate_budget import Grant, RateBudget
from xi_sdk_resellers._values.hidden import hidden_login
from xi_sdk_resellers.exceptions import ApiTypeError, ApiValueError

__all__ = ["Grant", "MemoryRateBudget", "RateBudget", "RedisRateBudget"]

LIMIT = 60
"""Calls that the vendor allows in a period, until an answer says otherwise."""
PERIOD = 60.0
"""Seconds after which the vendor counts anew."""
_MARGIN = 0.01
_LARGEST_MARGIN = 0.25
_PATIENCE = 2.0
_ALONE = 30.0


class MemoryRateBudget:
    """Counts the calls of this process.

    A call counts from when it is sent until one period after its answer came, or until the vendor's own reset when the
    answer tells an earlier one. So there are never more than ``limit`` calls in any period, however the vendor counts.

    Args:
        limit: calls in a period until an answer names the vendor's limit, 1 or more.
        period: seconds of a period.

    Raises:
        ApiTypeError: an argument is no number.
        ApiValueError: a number is not above zero.
    """

    def __init__(self, limit: int = LIMIT, period: float = PERIOD) -> None:
        self._limit, self._period = _checked(limit, period)
        self._after = _After(self._period)
        self._endpoints: dict[str, _Counted] = {}
        self._tickets = count()
        self._lock = threading.Lock()
        tell_after_fork(self)

    def after_fork(self) -> None:
        """Make the lock anew in a child process, which begins with what its parent has counted."""
        self._lock = threading.Lock()

    def __repr__(self) -> str:
        return f"{type(self).__name__}(limit={self._limit}, period={self._period})"

    def take(self, endpoint: str) -> Grant:
        """Take one call from what is left. See :meth:`RateBudget.take`."""
        with self._lock:
            found = self._endpoints.get(endpoint)
            if found is None:
                found = self._endpoints[endpoint] = _Counted(self._limit)
            now = monotonic()
            wait = found.wait(now)
            if wait > 0:
                return Grant(wait)
            ticket = str(next(self._tickets))
            found.ends[ticket] = now + self._period + _margin(self._period)
            return Grant(0.0, ticket)

    def settle(
        self, endpoint: str, ticket: str, *, limit: int | None, remaining: int | None, wait: float | None
    ) -> None:
        """Learn from the answer to a call. See :meth:`RateBudget.settle`."""
        with self._lock:
            found = self._endpoints.get(endpoint)
            if found is None or ticket not in found.ends:
                return
            end = monotonic() + self._after.answer(endpoint, wait)
            found.ends[ticket] = end
            if limit is not None and limit > 0:
                found.limit = limit
            if remaining is not None:
                # What others have used, by the vendor's count, is not ours to use either.
                for _ in range(min(found.limit, found.limit - remaining) - len(found.ends)):
                    found.ends[str(next(self._tickets))] = end


class _Counted:
    """The calls to one endpoint that still count, and until when."""

    __slots__ = ("ends", "limit")

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.ends: dict[str, float] = {}

    def wait(self, now: float) -> float:
        """Return the seconds until another call may be sent; 0.0 for now."""
        if len(self.ends) < self.limit:
            return 0.0
        self.ends = {ticket: end for ticket, end in self.ends.items() if end > now}
        if len(self.ends) < self.limit:
            return 0.0
        return sorted(self.ends.values())[len(self.ends) - self.limit] - now


class _After:
    """How long a call counts after its answer: until the vendor's next period, and a hundredth of a period longer."""

    def __init__(self, period: float) -> None:
        self._period = period
        self._longest: dict[str, float] = {}
        """The longest wait that answers told, by endpoint: soon that is the vendor's period."""

    def answer(self, endpoint: str, wait: float | None) -> float:
        """Return the seconds after an answer that told a wait, or None."""
        if wait is None:
            return self._period + _margin(self._period)
        wait = min(self._period, wait)
        longest = self._longest[endpoint] = max(wait, self._longest.get(endpoint, 0.0))
        return wait + _margin(longest)


def _margin(period: float) -> float:
    """Return the seconds that are kept from the vendor's next period: answers and clocks are not exact."""
    return min(_LARGEST_MARGIN, _MARGIN * period)


def _checked(limit: Any, period: Any) -> tuple[int, float]:
    if not isinstance(limit, int) or isinstance(limit, bool):
        raise ApiTypeError(f"limit must be a whole number of calls, not {type(limit).__name__}")
    if not isinstance(period, (int, float)) or isinstance(period, bool):
        raise ApiTypeError(f"period must be a number of seconds, not {type(period).__name__}")
    if limit < 1:
        raise ApiValueError(f"limit must be 1 or more, not {limit}")
    if not 0 < period < 86_400:
        raise ApiValueError(f"period must be above 0 and below 86,400 seconds, not {period}")
    return limit, float(period)


_TAKE = """
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local limit = tonumber(redis.call('GET', KEYS[2]) or ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
local used = redis.call('ZCARD', KEYS[1])
if used >= limit then
  local next = redis.call('ZRANGE', KEYS[1], used - limit, used - limit, 'WITHSCORES')
  return tonumber(next[2]) - now
end
redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[3])
redis.call('PEXPIRE', KEYS[1], ARGV[2] * 2)
return 0
"""
_SETTLE = """
if redis.call('ZSCORE', KEYS[1], ARGV[1]) == false then return 0 end
local time = redis.call('TIME')
local ends = time[1] * 1000 + math.floor(time[2] / 1000) + ARGV[2]
redis.call('ZADD', KEYS[1], ends, ARGV[1])
local limit = tonumber(ARGV[3])
if limit > 0 then redis.call('SET', KEYS[2], limit, 'PX', 86400000)
else limit = tonumber(redis.call('GET', KEYS[2]) or ARGV[5]) end
local remaining = tonumber(ARGV[4])
if remaining >= 0 then
  for more = redis.call('ZCARD', KEYS[1]) + 1, math.min(limit, limit - remaining) do
    redis.call('ZADD', KEYS[1], ends, ARGV[1] .. ':' .. more)
  end
end
return 1
"""


class RedisRateBudget:
    """Counts the calls of many processes and hosts in Redis. Needs the extra: ``pip install "xi-resellers[redis]"``.

    The count is Redis' own, by its own clock, so that the hosts' clocks do not matter. What a process has taken ends by
    itself, so one that is killed gives its share back after one period. When Redis fails, or does not answer within two
    seconds, this process goes on with a count of its own and asks Redis again half a minute later.

    Args:
        redis: URL such as ``redis://localhost:6379/0``, or a client of the ``redis`` package.
        limit: calls in a period until an answer names the vendor's limit, 1 or more.
        period: seconds of a period.
        prefix: what the names of the keys begin with; one for each application of the vendor's portal.

    Raises:
        ApiTypeError: an argument has the wrong type.
        ApiValueError: the ``redis`` package is missing, the URL makes no sense, or a number is not above zero.
    """

    def __init__(
        self, redis: Any, *, limit: int = LIMIT, period: float = PERIOD, prefix: str = "xi-resellers:rate:"
    ) -> None:
        redis = hidden_login(redis)
        self._limit, self._period = _checked(limit, period)
        self._prefix = prefix
        self._redis: Any = _connect(redis) if isinstance(redis, str) else redis
        if not callable(getattr(self._redis, "eval", None)):
            raise ApiTypeError(f"redis must be a URL or a client of the redis package, not {type(redis).__name__}")
        self._own = MemoryRateBudget(limit, period)
        self._after = _After(self._period)
        self._alone_until = 0.0

    def __repr__(self) -> str:
        return f"RedisRateBudget(prefix={self._prefix!r}, limit={self._limit}, period={self._period})"

    def take(self, endpoint: str) -> Grant:
        """Take one call from what is left for all. See :meth:`RateBudget.take`."""
        ticket = uuid4().hex
        whole = int((self._period + _margin(self._period)) * 1000)
        wait = self._run(_TAKE, endpoint, self._limit, whole, ticket)
        if wait:
            return Grant(wait / 1000)
        # The own count goes along, so that it is there when Redis is not.
        own = self._own.take(endpoint)
        return own if wait is None else Grant(0.0, f"{ticket} {own.ticket}")

    def settle(
        self, endpoint: str, ticket: str, *, limit: int | None, remaining: int | None, wait: float | None
    ) -> None:
        """Learn from the answer to a call. See :meth:`RateBudget.settle`."""
        shared, _, own = ticket.rpartition(" ")
        self._own.settle(endpoint, own, limit=limit, remaining=remaining, wait=wait)
        if shared:
            left = self._after.answer(endpoint, wait)
            said = [-1 if number is None else number for number in (limit, remaining)]
            self._run(_SETTLE, endpoint, shared, int(left * 1000), *said, self._limit)

    def _run(self, script: str, endpoint: str, *values: Any) -> int | None:
        """Run a script in Redis; None when it cannot be had."""
        if monotonic() < self._alone_until:
            return None
        key = f"{self._prefix}{{{endpoint}}}"
        try:
            found = within(
                _PATIENCE, "rate budget", self._redis.eval, script, 2, f"{key}:calls", f"{key}:limit", *values
            )
        except Exception as error:
            self._alone_until = monotonic() + _ALONE
            log.warning(
                "the rate budget in Redis cannot be had (%s): this process counts alone for %d s",
                type(error).__name__, _ALONE,
            )  # fmt: skip
            return None
        return int(found)


def _connect(url: str) -> Any:
    try:
        package: Any = import_module("redis")
    except ImportError:
        raise ApiValueError('RedisRateBudget needs the redis package: pip install "xi-resellers[redis]"') from None
    try:
        return package.Redis.from_url(url, socket_timeout=_PATIENCE, socket_connect_timeout=_PATIENCE)
    except ValueError as error:
        raise ApiValueError(f"redis is not a URL of a Redis server: {error}") from None
