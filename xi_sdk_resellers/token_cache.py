"""Where access tokens are kept, so that many clients, processes and hosts can share one.

A client keeps its token in memory by itself. Give ``Configuration(token_cache=…)`` one of these
when tokens are to be shared more widely: the vendor then sees one token request a day, not one for
each worker.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Generator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from time import monotonic, sleep, time
from typing import IO, Any, cast
from uuid import uuid4

from xi_sdk_resellers._process.fork import tell_after_fork
from xi_sdk_resellers._settings.private_files import PrivateFolder
from xi_sdk_resellers._settings.token import Token, TokenCache
from xi_sdk_resellers.exceptions import ApiValueError

__all__ = ["FileTokenCache", "MemoryTokenCache", "RedisTokenCache", "Token", "TokenCache"]

_POLL = 0.05
"""Seconds between two looks at a lock that somebody else holds."""
_LARGEST = 100_000
"""Bytes of a token's file that are read at most."""


class MemoryTokenCache:
    """Keeps tokens in this process, for several clients with the same credentials."""

    def __init__(self) -> None:
        self._tokens: dict[str, Token] = {}
        self._lock = threading.Lock()
        tell_after_fork(self)

    def after_fork(self) -> None:
        """Make the lock anew in a child process."""
        self._lock = threading.Lock()

    def load(self, key: str) -> Token | None:
        """Return the token under a key, or None."""
        return self._tokens.get(key)

    def save(self, key: str, token: Token) -> None:
        """Keep a token under a key."""
        self._tokens[key] = token

    @contextmanager
    def lock(self, key: str, timeout: float) -> Generator[None]:
        """Let one thread at a time get a new token. See :meth:`TokenCache.lock`."""
        lock = self._lock
        held = lock.acquire(timeout=max(0.0, timeout))
        try:
            yield
        finally:
            if held:
                lock.release()

    def __repr__(self) -> str:
        return f"MemoryTokenCache({len(self._tokens)} tokens)"


class FileTokenCache:
    """Keeps tokens in files that only their owner can read, for all processes of one user on one host.

    Each token has a file, made anew for each new token: a reader sees a whole token or none, and a process that is
    killed leaves nothing else behind. Beside it lies an empty ``.lock`` file, which stays. A folder that others may
    write to is not used, nor is a file that is a link or a pipe, that somebody else owns, or that others may read.

    Args:
        directory: where the files go; made with owner-only permissions when it is not there.
    """

    def __init__(self, directory: str | os.PathLike[str]) -> None:
        self._directory = Path(directory).expanduser()

    def __repr__(self) -> str:
        return f"FileTokenCache({str(self._directory)!r})"

    def load(self, key: str) -> Token | None:
        """Return the token under a key, or None.

        Raises:
            OSError: the file cannot be read, or others may read it or could have prepared it.
        """
        try:
            with PrivateFolder(self._directory, make=False) as folder:
                with open(folder.open(f"{key}.json", os.O_RDONLY, hidden=True), "rb") as file:
                    return Token.from_json(file.read(_LARGEST))
        except FileNotFoundError:
            return None

    def save(self, key: str, token: Token) -> None:
        """Keep a token under a key.

        Raises:
            OSError: the file cannot be written, or others could have prepared it.
        """
        name = f"{key}.json"
        with PrivateFolder(self._directory, make=True) as folder:
            folder.remove(name)
            try:
                made = folder.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, hidden=True)
            except FileExistsError:
                return  # somebody else has kept a token in this very moment
            try:
                with open(made, "w", encoding="ascii") as file:
                    file.write(token.to_json())
            except BaseException:
                folder.remove(name)
                raise

    @contextmanager
    def lock(self, key: str, timeout: float) -> Generator[None]:
        """Let one process and thread at a time get a new token. See :meth:`TokenCache.lock`."""
        end = monotonic() + timeout
        with PrivateFolder(self._directory, make=True) as folder:
            made = folder.open(f"{key}.lock", os.O_RDWR | os.O_CREAT, hidden=False)
        with open(made, "r+b") as file:
            while not (held := _try_lock(file)) and monotonic() < end:
                sleep(_POLL)
            try:
                yield
            finally:
                if held:
                    _unlock(file)


def _try_lock(file: IO[bytes]) -> bool:
    """Lock a file if nobody else has; the lock ends with the process, however it ends."""
    try:
        if os.name == "nt":
            import msvcrt

            cast("Any", msvcrt).locking(file.fileno(), cast("Any", msvcrt).LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _unlock(file: IO[bytes]) -> None:
    with suppress(OSError):
        if os.name == "nt":
            import msvcrt

            file.seek(0)
            cast("Any", msvcrt).locking(file.fileno(), cast("Any", msvcrt).LK_UNLCK, 1)
        else:
            import fcntl

            fcntl.flock(file.fileno(), fcntl.LOCK_UN)


class RedisTokenCache:
    """Keeps tokens in Redis, for many hosts. Needs the extra: ``pip install "xi-resellers[redis]"``.

    Tokens end in Redis when they end at the vendor. They are stored in clear: use a Redis that only
    your backends can reach.

    Args:
        redis: URL such as ``redis://localhost:6379/0``, or a client of the ``redis`` package.
        prefix: what the names of the keys begin with.
        hold: seconds after which a lock ends although its holder has not come back.

    Raises:
        ApiValueError: the ``redis`` package is missing, or the URL makes no sense.
    """

    _RELEASE = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0"

    def __init__(self, redis: Any, *, prefix: str = "xi-sdk-resellers:token:", hold: float = 60.0) -> None:
        self._prefix = prefix
        self._hold = hold
        self._redis: Any = _connect(redis) if isinstance(redis, str) else redis

    def __repr__(self) -> str:
        return f"RedisTokenCache(prefix={self._prefix!r})"

    def load(self, key: str) -> Token | None:
        """Return the token under a key, or None.

        Raises:
            redis.RedisError: Redis cannot be reached.
        """
        found = self._redis.get(self._prefix + key)
        return None if found is None else Token.from_json(found)

    def save(self, key: str, token: Token) -> None:
        """Keep a token under a key until it ends.

        Raises:
            redis.RedisError: Redis cannot be reached.
        """
        left = int((token.expires_at - time()) * 1000)
        if left > 0:
            self._redis.set(self._prefix + key, token.to_json(), px=left)

    @contextmanager
    def lock(self, key: str, timeout: float) -> Generator[None]:
        """Let one client on any host get a new token. See :meth:`TokenCache.lock`."""
        name, mine = f"{self._prefix}{key}:lock", uuid4().hex
        end = monotonic() + timeout
        while not (held := bool(self._redis.set(name, mine, nx=True, px=int(self._hold * 1000)))):
            if monotonic() >= end:
                break
            sleep(_POLL)
        try:
            yield
        finally:
            if held:
                # Only its own lock: it may have ended by itself and be somebody else's by now.
                self._redis.eval(self._RELEASE, 1, name, mine)


def _connect(url: str) -> Any:
    try:
        package: Any = import_module("redis")
    except ImportError:
        raise ApiValueError('RedisTokenCache needs the redis package: pip install "xi-resellers[redis]"') from None
    try:
        return package.Redis.from_url(url, socket_timeout=2.0, socket_connect_timeout=2.0)
    except ValueError as error:
        raise ApiValueError(f"redis is not a URL of a Redis server: {error}") from None
