"""Events remembered in Redis."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from xi_sdk_resellers.exceptions import ApiTypeError, ApiValueError
from xi_sdk_resellers.webhooks.stores import Claim

# A key holds "taken", or "held:" and the holder. Each script is one step for everybody else.
_BEGIN = """
local found = redis.call('get', KEYS[1])
if found == 'taken' then return {0, 0} end
if found then return {1, redis.call('pttl', KEYS[1])} end
redis.call('set', KEYS[1], ARGV[1], 'PX', ARGV[2])
return {2, 0}
"""
_DONE = """
local found = redis.call('get', KEYS[1])
if found and found ~= 'taken' and found ~= ARGV[1] then return 0 end
redis.call('set', KEYS[1], 'taken', 'PX', ARGV[2])
return 1
"""
_RELEASE = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0"


class RedisEventStore:
    """Remembers events in Redis, for many hosts. Needs the extra: ``pip install "xi-resellers[redis]"``.

    The time of leases is measured by the Redis server. Use one that does not drop keys when memory runs short.

    Args:
        redis: URL such as ``redis://localhost:6379/0``, or a client of the ``redis`` package (not its asyncio one).
        prefix: what the names of the keys begin with.
        keep: seconds for which a taken event is remembered.

    Raises:
        ApiValueError: the ``redis`` package is missing, the URL makes no sense, or ``keep`` is not above 0.
        ApiTypeError: the client is one for asyncio.
    """

    def __init__(self, redis: Any, *, prefix: str = "xi-resellers:event:", keep: float = 7 * 86400.0) -> None:
        if not keep > 0:
            raise ApiValueError(f"keep must be above 0 seconds, not {keep!r}")
        if type(redis).__module__.startswith("redis.asyncio"):
            raise ApiTypeError("redis is a client that blocks; an asynchronous receiver uses it in a thread")
        self._prefix = prefix
        self._keep = _milliseconds(keep)
        self._redis: Any = _connect(redis) if isinstance(redis, str) else redis

    def __repr__(self) -> str:
        return f"RedisEventStore(prefix={self._prefix!r})"

    def begin(self, event_id: str, holder: str, lease: float) -> Claim:
        """Lend an event. See :meth:`EventStore.begin`.

        Raises:
            redis.RedisError: Redis cannot be reached.
        """
        found, left = self._redis.eval(_BEGIN, 1, self._key(event_id), f"held:{holder}", _milliseconds(lease))
        if found == 2:
            return Claim("yours")
        return Claim("busy", max(0, left) / 1000) if found == 1 else Claim("taken")

    def done(self, event_id: str, holder: str) -> bool:
        """Remember an event as taken. See :meth:`EventStore.done`.

        Raises:
            redis.RedisError: Redis cannot be reached.
        """
        return bool(self._redis.eval(_DONE, 1, self._key(event_id), f"held:{holder}", self._keep))

    def release(self, event_id: str, holder: str) -> None:
        """Make an event free again. See :meth:`EventStore.release`.

        Raises:
            redis.RedisError: Redis cannot be reached.
        """
        self._redis.eval(_RELEASE, 1, self._key(event_id), f"held:{holder}")

    def _key(self, event_id: str) -> bytes:
        return (self._prefix + event_id).encode("utf-8", "surrogatepass")


def _milliseconds(seconds: float) -> int:
    return max(1, int(seconds * 1000))


def _connect(url: str) -> Any:
    try:
        package: Any = import_module("redis")
    except ImportError:
        raise ApiValueError('RedisEventStore needs the redis package: pip install "xi-resellers[redis]"') from None
    try:
        return package.Redis.from_url(url, socket_timeout=5.0, socket_connect_timeout=5.0)
    except ValueError as error:
        raise ApiValueError(f"redis is not a URL of a Redis server: {error}") from None
