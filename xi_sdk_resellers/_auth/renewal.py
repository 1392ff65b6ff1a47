"""How a token is renewed: in which order the cache and the vendor are asked, and how long each may take. No waiting.

:func:`renewal` is a generator, like the life of a call: it asks for what it needs by yielding, so that both token
sources go by the same rules.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import AbstractContextManager
from time import monotonic, time
from typing import Any, NamedTuple, TypeAlias

from xi_sdk_resellers._process.aside import Job, Worker
from xi_sdk_resellers._process.log import facts, log
from xi_sdk_resellers._settings.token import Token, TokenCache, TokenState, UnsafeTokenFile
from xi_sdk_resellers.exceptions import ApiException

CACHE_SECONDS = 2.0
"""What a cache may cost a call at most."""
_OF_THE_CALL = 3
"""The part of a call's time that a cache may cost it at most: a third."""
_FOR_THE_LOCK = 0.75
"""The part of the cache's time for waiting until another worker has got a token."""
STALE_SECONDS = 2.0
"""How long a call with a token that still works waits for a new one at most."""
STALE_PART = 10
"""The part of a call's time that it waits for a new token while it has one: a tenth."""
QUIET = 30.0
"""Seconds for which a token that still works is used without another try, after one that brought none."""


class Ask(NamedTuple):
    """Wait until a job is done, for so many seconds; the result is whether it is."""

    job: Job
    seconds: float


class Fetch(NamedTuple):
    """Get a token from the vendor within so many seconds; the result is the token."""

    seconds: float | None


class Renewed(NamedTuple):
    """What a renewal has brought."""

    token: Token
    failure: ApiException | None = None
    """Why it is not a new one."""


Renewal: TypeAlias = Generator["Ask | Fetch", Any, Renewed]


def state_of(token: Token | None, refused: str | None) -> TokenState:
    """Tell whether a token can be used now; one that the vendor refused cannot."""
    return TokenState.INVALID if token is None or token.value == refused else token.state(time())


def patience(left: float | None) -> float:
    """Give the seconds that a call with a token that still works waits for a new one.

    Args:
        left: seconds that the call has left; None for any number.
    """
    return STALE_SECONDS if left is None else min(STALE_SECONDS, left / STALE_PART)


def cache_seconds(left: float | None) -> float:
    """Give the seconds that a cache may cost a call.

    Args:
        left: seconds that the call has left; None for any number.
    """
    return CACHE_SECONDS if left is None else min(CACHE_SECONDS, left / _OF_THE_CALL)


class Asked(NamedTuple):
    """What a renewal is for, and how long it may take."""

    key: str
    """The place of the token in the cache."""
    refused: str | None
    """A token that the vendor did not accept, or None."""
    stale: Token | None
    """A token that still works, or None."""
    cache_seconds: float
    """Seconds for the cache."""
    seconds: float | None
    """Seconds for all of it; None for any number."""
    stale_seconds: float
    """Seconds for asking the vendor, while there is a token that still works."""


def renewal(cache: TokenCache | None, asked: Asked) -> Renewal:
    """Renew a token.

    Args:
        cache: where tokens are shared, or None.
        asked: what it is for, and how long it may take.

    Yields:
        What is needed next.

    Returns:
        The new token; or the one that still works, and why there is no new one.

    Raises:
        ApiException: none could be had.
    """
    refused, stale, left = asked.refused, asked.stale, asked.seconds
    end = None if left is None else monotonic() + left
    shared = None if cache is None else _Shared(cache, asked)
    try:
        found = None
        if shared is not None:
            found = yield from shared.load()
            if state_of(found, refused) is not TokenState.FRESH and (yield from shared.enter()):
                found = (yield from shared.load()) or found
        state = state_of(found, refused)
        if found is not None and state is TokenState.FRESH:
            return Renewed(found)
        if found is not None and state is TokenState.STALE and stale is None:
            stale = found
        seconds = None if end is None else max(0.001, end - monotonic())
        if stale is not None:
            seconds = asked.stale_seconds if seconds is None else min(asked.stale_seconds, seconds)
        try:
            made: Token = yield Fetch(seconds)
        except ApiException as error:
            if shared is not None:
                yield from shared.release()
            if stale is None:
                raise
            return Renewed(stale, error)
        if shared is not None:
            yield from shared.save(made)
            yield from shared.release()
        return Renewed(made)
    finally:
        if shared is not None:
            shared.leave()


class _Shared:
    """A cache in use by one renewal.

    The cache may be anybody's, and block for ever: a thread of its own works with it, one only, as locks belong to
    threads.
    """

    def __init__(self, cache: TokenCache, asked: Asked) -> None:
        self._cache = cache
        self._key = asked.key
        self._refused = asked.refused
        self._end = monotonic() + asked.cache_seconds
        self._wait_for_lock = asked.cache_seconds * _FOR_THE_LOCK
        self._lock: AbstractContextManager[object] | None = None
        self._silent = False
        self._warned = False
        self._worker: Worker | None = None
        try:
            self._worker = Worker("token cache")
        except RuntimeError as error:  # no more threads can be had, as at the end of a process
            self._warn("be used for", error)

    def _ask(self, what: str, function: Any, *arguments: Any) -> Generator[Ask, bool, Any]:
        """Have the cache do something, and wait for it as long as there is time."""
        if self._worker is None or self._silent:
            return None
        job = self._worker.begin(function, *arguments)
        if not (yield Ask(job, max(0.0, self._end - monotonic()))):
            self._silent = True
            self._warn(what, TimeoutError("it did not answer in time"))
        elif job.error is not None:
            self._warn(what, job.error)
        else:
            return job.result
        return None

    def _warn(self, what: str, error: BaseException) -> None:
        """Say it once; what comes after is mostly the same again."""
        if not self._warned:
            self._warned = True
            said = f": {error}" if isinstance(error, (UnsafeTokenFile, TimeoutError)) else ""
            kind = type(error).__name__
            log.warning(
                "the token cache could not %s a token: %s%s; the call goes on without it", what, kind, said,
                extra=facts("token_cache", error=kind),
            )  # fmt: skip

    def load(self) -> Generator[Ask, bool, Token | None]:
        """Look for a token that still works."""
        found: Token | None = yield from self._ask("read", self._read)
        return found

    def _read(self) -> Token | None:
        found: object = self._cache.load(self._key)
        if found is None:
            return None
        if not isinstance(found, Token) or not isinstance(found.value, str):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise TypeError(f"a token cache gives a Token or None, not {type(found).__name__}")
        return found if state_of(found, self._refused) is not TokenState.INVALID else None

    def enter(self) -> Generator[Ask, bool, bool]:
        """Wait until no other worker is getting a token; say whether there is anything new to be expected."""
        return bool((yield from self._ask("lock", self._take_lock)))

    def _take_lock(self) -> bool:
        lock = self._cache.lock(self._key, self._wait_for_lock)
        lock.__enter__()
        self._lock = lock
        return True

    def save(self, token: Token) -> Generator[Ask, bool, None]:
        """Share a new token."""
        yield from self._ask("keep", self._keep, token)

    def _keep(self, token: Token) -> None:
        self._cache.save(self._key, token)

    def release(self) -> Generator[Ask, bool, None]:
        """Give the lock back, before the process ends and takes it along."""
        yield from self._ask("unlock", self._give_back)

    def leave(self) -> None:
        """Let go, also of a lock that comes too late, without waiting: the caller may have been cut off."""
        if self._worker is not None:
            self._worker.begin(self._give_back)
            self._worker.end()

    def _give_back(self) -> None:
        lock, self._lock = self._lock, None
        if lock is not None:
            try:
                lock.__exit__(None, None, None)
            except Exception as error:
                self._warn("unlock", error)
