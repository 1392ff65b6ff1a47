"""The asyncio token source: one fetch at a time in each event loop, whatever number of tasks wait."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from time import monotonic

from xi_sdk_resellers._auth.renewal import QUIET, Ask, Asked, Fetch, Renewed, cache_seconds, patience, renewal, state_of
from xi_sdk_resellers._auth.source import warn_stale
from xi_sdk_resellers._process.aside import Job
from xi_sdk_resellers._process.fork import tell_after_fork
from xi_sdk_resellers._settings.token import Token, TokenCache, TokenState
from xi_sdk_resellers.exceptions import ApiException, ApiTimeoutException, ClientClosedError


class TokenSource:
    """Keeps the token of one set of credentials.

    A renewal is a task of its own: callers wait for it, and those who are cancelled leave it running for the others.

    Args:
        fetch: gets a new token from the vendor, within the given seconds; raises ApiException.
        cache: where tokens are shared, or None.
        key: the place in the cache.
    """

    def __init__(self, fetch: Callable[[float | None], Awaitable[Token]], cache: TokenCache | None, key: str) -> None:
        self._fetch = fetch
        self._cache = cache
        self._key = key
        self._token: Token | None = None
        self._flights: dict[asyncio.AbstractEventLoop, asyncio.Task[Token]] = {}
        self._quiet_until = 0.0
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
            state = state_of(token, refused)
            if token is not None and state is TokenState.FRESH:
                return token.value
            stale = token if state is TokenState.STALE else None
            if stale is not None and monotonic() < self._quiet_until:
                return stale.value
            loop = asyncio.get_running_loop()
            flight = self._flights.get(loop)
            left = None if deadline is None else max(0.0, deadline - monotonic())
            if flight is None:
                flight = self._begin(loop, refused, stale, left)
            elif stale is not None:
                return stale.value
            done, _ = await asyncio.wait((flight,), timeout=left if stale is None else patience(left))
            if not done:
                if stale is not None:
                    return stale.value
                raise ApiTimeoutException(None, "no answer in time", detail="the token request takes too long")
            if flight.cancelled():
                raise ClientClosedError("the client was closed during the call")
            value = flight.result().value
            if value != refused:
                return value

    def _begin(
        self, loop: asyncio.AbstractEventLoop, refused: str | None, stale: Token | None, left: float | None
    ) -> asyncio.Task[Token]:
        """Start a renewal for everybody in this loop."""
        asked = Asked(
            self._key, refused, stale, cache_seconds(left if stale is None else None), None,
            patience(left) if stale is None else QUIET,
        )  # fmt: skip
        flight = loop.create_task(self._renew(asked))
        self._flights[loop] = flight

        def ended(task: asyncio.Task[Token]) -> None:
            self._flights.pop(loop, None)
            if not task.cancelled():
                task.exception()  # fetched even if all who waited are gone

        flight.add_done_callback(ended)
        return flight

    async def _renew(self, asked: Asked) -> Token:
        steps = renewal(self._cache, asked)
        try:
            step: Ask | Fetch = next(steps)
            while True:
                if isinstance(step, Ask):
                    step = steps.send(await _wait(step.job, step.seconds))
                    continue
                try:
                    token = await self._fetch(step.seconds)
                except ApiException as error:
                    step = steps.throw(error)
                else:
                    step = steps.send(token)
        except StopIteration as end:
            renewed: Renewed = end.value
        finally:
            steps.close()
        if renewed.failure is not None:
            self._quiet_until = monotonic() + QUIET
            warn_stale(renewed.failure)
        self._token = renewed.token
        return renewed.token

    async def close(self) -> None:
        """End the renewal of this loop, if there is one."""
        flight = self._flights.get(asyncio.get_running_loop())
        if flight is not None:
            flight.cancel()
            await asyncio.wait((flight,))

    def after_fork(self) -> None:
        """Forget, in a child process, the renewals that belong to its parent."""
        self._flights = {}


async def _wait(job: Job, seconds: float) -> bool:
    """Wait until a job on another thread is done; say whether it is."""
    loop = asyncio.get_running_loop()
    done = asyncio.Event()
    job.when_done(lambda: loop.call_soon_threadsafe(done.set))
    try:
        await asyncio.wait_for(done.wait(), seconds)
    except asyncio.TimeoutError:
        return False
    return True
