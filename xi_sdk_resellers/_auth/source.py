"""The blocking token source: one fetch at a time, whatever number of threads wait."""

from __future__ import annotations

import threading
from collections.abc import Callable
from time import monotonic, time

from xi_sdk_resellers._process.fork import tell_after_fork
from xi_sdk_resellers._process.log import log
from xi_sdk_resellers._settings.token import Token, TokenCache, TokenState, usable_token
from xi_sdk_resellers.exceptions import ApiException, ApiTimeoutException


class _Flight:
    """A fetch that is under way, and its result for everybody who waits."""

    __slots__ = ("done", "error", "impatient", "token")

    def __init__(self) -> None:
        self.done = threading.Event()
        self.token: Token | None = None
        self.error: BaseException | None = None
        self.impatient = False
        """Whether it failed only because the call that led it had no time left."""


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
        self._lock = threading.Lock()
        tell_after_fork(self)

    def after_fork(self) -> None:
        """Forget, in a child process, the lock and the fetch that belong to its parent."""
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
            usable = token is not None and token.value != refused
            state = token.state(time()) if token is not None and usable else TokenState.INVALID
            if token is not None and state is TokenState.FRESH:
                return token.value
            with self._lock:
                flight, leader = self._flight, False
                if flight is None and self._token is token:
                    flight = self._flight = _Flight()
                    leader = True
            if flight is None:
                continue  # somebody finished a fetch between the two looks
            if leader:
                return self._lead(flight, refused, token if state is TokenState.STALE else None, deadline)
            if token is not None and state is TokenState.STALE:
                return token.value
            left = None if deadline is None else max(0.0, deadline - monotonic())
            if not flight.done.wait(left):
                raise ApiTimeoutException(
                    None, "no answer in time", detail="another thread's token request takes too long"
                )
            if flight.token is not None and flight.token.value != refused:
                return flight.token.value
            if flight.error is not None and not flight.impatient:
                raise flight.error

    def _lead(self, flight: _Flight, refused: str | None, stale: Token | None, deadline: float | None) -> str:
        """Get a new token for everybody who waits."""
        left = None if deadline is None else max(0.001, deadline - monotonic())
        try:
            flight.token = self._token = self._renew(refused, left)
        except BaseException as error:
            flight.error = error
            flight.impatient = not isinstance(error, Exception) or (
                isinstance(error, ApiTimeoutException) and deadline is not None and monotonic() >= deadline - 0.01
            )
            if stale is not None and isinstance(error, ApiException):
                _warn_stale(error)
                return stale.value
            raise
        finally:
            with self._lock:
                self._flight = None
            flight.done.set()
        return flight.token.value

    def _renew(self, refused: str | None, left: float | None) -> Token:
        cache = self._cache
        if cache is None:
            return self._fetch(left)
        found = self._load(cache, refused)
        if found is not None:
            return found
        try:
            lock = cache.lock(self._key, 30.0 if left is None else min(30.0, left))
            entered = lock.__enter__()
        except Exception as error:
            _warn("lock", error)
            lock = None
        else:
            del entered
        try:
            found = None if lock is None else self._load(cache, refused)
            if found is None:
                found = self._fetch(left)
                try:
                    cache.save(self._key, found)
                except Exception as error:
                    _warn("keep", error)
            return found
        finally:
            if lock is not None:
                try:
                    lock.__exit__(None, None, None)
                except Exception as error:
                    _warn("unlock", error)

    def _load(self, cache: TokenCache, refused: str | None) -> Token | None:
        try:
            return usable_token(cache.load(self._key), refused, time())
        except Exception as error:
            _warn("read", error)
            return None


def _warn_stale(error: ApiException) -> None:
    what = str(error).partition("\n")[0]
    log.warning("the token could not be renewed and is used as it is: %s (%s)", what, error.host)


def _warn(what: str, error: Exception) -> None:
    log.warning("the token cache could not %s a token: %s", what, type(error).__name__)
