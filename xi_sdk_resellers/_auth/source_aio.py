"""The asyncio token source: one fetch at a time in each event loop, whatever number of tasks wait."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from time import monotonic, time
from typing import Any

from xi_sdk_resellers._process.fork import tell_after_fork
from xi_sdk_resellers._process.log import log
from xi_sdk_resellers._settings.token import Token, TokenCache, TokenState, usable_token
from xi_sdk_resellers.exceptions import ApiException, ApiTimeoutException, ClientClosedError

_LONGEST_LOCK = 30.0
"""Seconds to wait for another process that is getting a token."""


class TokenSource:
    """Keeps the token of one set of credentials.

    A fetch is a task of its own: callers wait for it, and those who are cancelled leave it running
    for the others.

    Args:
        fetch: gets a new token from the vendor; raises ApiException.
        cache: where tokens are shared, or None.
        key: the place in the cache.
    """

    def __init__(self, fetch: Callable[[], Awaitable[Token]], cache: TokenCache | None, key: str) -> None:
        self._fetch = fetch
        self._cache = cache
        self._key = key
        self._token: Token | None = None
        self._flights: dict[asyncio.AbstractEventLoop, asyncio.Task[Token]] = {}
        tell_after_fork(self)

    async def token(self, refused: str | None, deadline: float | None) -> str:
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
            loop = asyncio.get_running_loop()
            flight = self._flights.get(loop)
            if flight is None:
                flight = self._begin(loop, refused)
            elif token is not None and state is TokenState.STALE:
                return token.value
            left = None if deadline is None else max(0.0, deadline - monotonic())
            done, _ = await asyncio.wait((flight,), timeout=left)
            stale = token.value if token is not None and state is TokenState.STALE else None
            if not done:
                if stale is not None:
                    return stale
                raise ApiTimeoutException(None, "no answer in time", detail="the token request takes too long")
            if flight.cancelled():
                raise ClientClosedError("the client was closed during the call")
            error = flight.exception()
            if error is None:
                value = flight.result().value
                if value != refused:
                    return value
            elif stale is not None and isinstance(error, ApiException):
                _warn_stale(error)
                return stale
            else:
                raise error

    def _begin(self, loop: asyncio.AbstractEventLoop, refused: str | None) -> asyncio.Task[Token]:
        """Start a fetch for everybody in this loop."""
        flight = loop.create_task(self._renew(refused))
        self._flights[loop] = flight

        def ended(task: asyncio.Task[Token]) -> None:
            self._flights.pop(loop, None)
            if not task.cancelled():
                task.exception()  # fetched even if all who waited are gone

        flight.add_done_callback(ended)
        return flight

    async def _renew(self, refused: str | None) -> Token:
        if self._cache is None:
            found = await self._fetch()
        else:
            shared = _Shared(self._cache, self._key)
            try:
                found = await shared.renew(self._fetch, refused)
            finally:
                shared.leave()
        self._token = found
        return found

    async def close(self) -> None:
        """End the fetch of this loop, if there is one."""
        flight = self._flights.get(asyncio.get_running_loop())
        if flight is not None:
            flight.cancel()
            await asyncio.wait((flight,))

    def after_fork(self) -> None:
        """Forget, in a child process, the fetches that belong to its parent."""
        self._flights = {}


class _Shared:
    """One renewal with a cache. The cache blocks, so a thread works with it: one only, as locks belong to threads."""

    def __init__(self, cache: TokenCache, key: str) -> None:
        self._cache = cache
        self._key = key
        self._thread = ThreadPoolExecutor(1, "xi-resellers-token-cache")
        self._lock: AbstractContextManager[object] | None = None

    async def renew(self, fetch: Callable[[], Awaitable[Token]], refused: str | None) -> Token:
        found = await self._load(refused)
        if found is not None:
            return found
        if await self._run(self._enter):
            found = await self._load(refused)
        if found is None:
            found = await fetch()
            await self._run(self._save, found)
        return found

    async def _run(self, function: Callable[..., Any], *arguments: Any) -> Any:
        return await asyncio.get_running_loop().run_in_executor(self._thread, function, *arguments)

    async def _load(self, refused: str | None) -> Token | None:
        found: Token | None = await self._run(self._read, refused)
        return found

    def _read(self, refused: str | None) -> Token | None:
        try:
            return usable_token(self._cache.load(self._key), refused, time())
        except Exception as error:
            _warn("read", error)
            return None

    def _save(self, token: Token) -> None:
        try:
            self._cache.save(self._key, token)
        except Exception as error:
            _warn("keep", error)

    def _enter(self) -> bool:
        try:
            lock = self._cache.lock(self._key, _LONGEST_LOCK)
            lock.__enter__()
        except Exception as error:
            _warn("lock", error)
            return False
        self._lock = lock
        return True

    def _exit(self) -> None:
        if self._lock is not None:
            try:
                self._lock.__exit__(None, None, None)
            except Exception as error:
                _warn("unlock", error)

    def leave(self) -> None:
        """Give the lock back, when it was had, without waiting: the loop may be ending."""
        self._thread.submit(self._exit)
        self._thread.shutdown(wait=False)


def _warn_stale(error: ApiException) -> None:
    what = str(error).partition("\n")[0]
    log.warning("the token could not be renewed and is used as it is: %s (%s)", what, error.host)


def _warn(what: str, error: Exception) -> None:
    log.warning("the token cache could not %s a token: %s", what, type(error).__name__)
