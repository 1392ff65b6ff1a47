"""The blocking token source: one fetch at a time, whatever number of threads wait."""

from __future__ import annotations

import threading
from collections.abc import Callable
from time import monotonic

from xi_sdk_resellers._auth.renewal import QUIET, Ask, Asked, Fetch, Renewed, cache_seconds, patience, renewal, state_of
from xi_sdk_resellers._process.fork import tell_after_fork
from xi_sdk_resellers._process.log import facts, log
from xi_sdk_resellers._settings.token import Token, TokenCache, TokenState
from xi_sdk_resellers.exceptions import ApiException, ApiTimeoutException

_LOOK = 0.25
"""Seconds after which one who waits looks whether anybody renews the token at all."""


class _Flight:
    """A renewal that is under way, and its result for everybody who waits."""

    __slots__ = ("error", "over", "running", "token")

    def __init__(self) -> None:
        self.running = threading.Lock()
        """Held by the one who renews. Taken by ``with``, so that it is given back however that ends."""
        self.over = threading.Event()
        """Set at the end, unless the one who renews is cut off in that very moment."""
        self.token: Token | None = None
        self.error: ApiException | None = None
        """Why it failed, unless it did only because the call that led it was cut off or had no time left."""


class TokenSource:
    """Keeps the token of one set of credentials.

    Args:
        fetch: gets a new token from the vendor, within the given seconds; raises ApiException.
        cache: where tokens are shared, or None.
        key: the place in the cache.
    """

    def __init__(self, fetch: Callable[[float | None], Token], cache: TokenCache | None, key: str) -> None:
        self._fetch = fetch
        self._cache = cache
        self._key = key
        self._token: Token | None = None
        self._flight: _Flight | None = None
        self._quiet_until = 0.0
        self._lock = threading.Lock()
        tell_after_fork(self)

    def after_fork(self) -> None:
        """Forget, in a child process, the lock and the renewal that belong to its parent."""
        self._lock = threading.Lock()
        self._flight = None

    def token(self, refused: str | None, deadline: float | None) -> str:
        """Give a token to use now.

        Args:
            refused: a token that the vendor did not accept, or None.
            deadline: when the call ends, by ``time.monotonic()``; None for never.

        Returns:
            The token.

        Raises:
            ApiException: none could be had.
        """
        while True:
            token = self._token
            state = state_of(token, refused)
            if token is not None and state is TokenState.FRESH:
                return token.value
            stale = token if state is TokenState.STALE else None
            if stale is not None and monotonic() < self._quiet_until:
                return stale.value
            mine = _Flight()
            with mine.running:
                flight = self._take_off(mine, token)
                if flight is mine:
                    try:
                        return self._lead(mine, refused, stale, deadline)
                    finally:
                        mine.over.set()
            if flight is None:
                continue  # somebody finished a renewal between the two looks
            if stale is not None:
                return stale.value
            _wait(flight, deadline)
            if flight.token is not None and flight.token.value != refused:
                return flight.token.value
            if flight.error is not None:
                raise flight.error

    def _take_off(self, mine: _Flight, seen: Token | None) -> _Flight | None:
        """Say who renews the token: the caller, somebody else, or nobody, as it has been renewed just now."""
        with self._lock:
            other = self._flight
            if other is not None and other.running.locked():
                return other
            if self._token is not seen:
                return None
            self._flight = mine
            return mine

    def _lead(self, flight: _Flight, refused: str | None, stale: Token | None, deadline: float | None) -> str:
        """Get a new token for everybody who waits."""
        left = None if deadline is None else max(0.001, deadline - monotonic())
        try:
            renewed = self._renew(refused, stale, left)
        except ApiException as error:
            short = isinstance(error, ApiTimeoutException) and deadline is not None and monotonic() >= deadline - 0.01
            flight.error = None if short else error
            raise
        if renewed.failure is not None:
            self._quiet_until = monotonic() + QUIET
            warn_stale(renewed.failure)
        flight.token = self._token = renewed.token
        return renewed.token.value

    def _renew(self, refused: str | None, stale: Token | None, left: float | None) -> Renewed:
        short = patience(left)
        steps = renewal(
            self._cache, Asked(self._key, refused, stale, cache_seconds(left if stale is None else short), left, short)
        )
        try:
            step: Ask | Fetch = next(steps)
            while True:
                if isinstance(step, Ask):
                    step = steps.send(step.job.wait(step.seconds))
                    continue
                try:
                    token = self._fetch(step.seconds)
                except ApiException as error:
                    step = steps.throw(error)
                else:
                    step = steps.send(token)
        except StopIteration as end:
            renewed: Renewed = end.value
            return renewed
        finally:
            steps.close()


def _wait(flight: _Flight, deadline: float | None) -> None:
    """Wait until somebody else's renewal is over."""
    while not flight.over.is_set() and flight.running.locked():
        left = _LOOK if deadline is None else deadline - monotonic()
        if left <= 0:
            raise ApiTimeoutException(None, "no answer in time", detail="another thread's token request takes too long")
        flight.over.wait(min(left, _LOOK))


def warn_stale(error: ApiException) -> None:
    """Say that a token is used although it should have been renewed by now."""
    what = str(error).partition("\n")[0]
    log.warning(
        "the token could not be renewed and is used as it is: %s (%s)", what, error.host,
        extra=facts("token_stale", error=type(error).__name__, host=error.host, status=error.status),
    )  # fmt: skip
