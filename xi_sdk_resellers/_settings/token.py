"""A token and its state, and what a place to share tokens must offer."""

from __future__ import annotations

import json
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol

from xi_sdk_resellers._settings.headers import bearer

ASSUMED_LIFETIME = 3600.0
"""Seconds that a token is taken to live when the vendor does not say, or says nonsense."""


LONGEST_LIFETIME = 31 * 86400.0


MARGIN = 300.0
"""Seconds before its end from which on a token is renewed, at most a tenth of its life."""


SKEW = 10.0
"""Seconds before its end from which on a token is not used any more: clocks differ. At most a fiftieth of its life."""


class TokenState(Enum):
    """Whether a token can be used."""

    FRESH = "fresh"
    """Use it."""
    STALE = "stale"
    """It still works; get a new one now."""
    INVALID = "invalid"
    """Do not use it."""


@dataclass(frozen=True, slots=True)
class Token:
    """An access token and when it ends. Its ``repr`` does not show it.

    Args:
        value: the token.
        issued_at: when it was asked for, in seconds since 1970.
        expires_at: when it ends, in seconds since 1970.
    """

    value: str = field(repr=False)
    issued_at: float
    expires_at: float

    def state(self, now: float) -> TokenState:
        """Tell whether the token can be used.

        Args:
            now: the time, in seconds since 1970.

        Returns:
            Fresh, stale or invalid.
        """
        life = max(0.0, self.expires_at - self.issued_at)
        left = self.expires_at - now
        if left <= min(SKEW, life / 50):
            return TokenState.INVALID
        if left <= min(MARGIN, life / 10):
            return TokenState.STALE
        return TokenState.FRESH

    def to_json(self) -> str:
        """Write the token for a cache. Holds it in clear."""
        return json.dumps({"access_token": self.value, "issued_at": self.issued_at, "expires_at": self.expires_at})

    @classmethod
    def from_json(cls, text: str | bytes) -> Token | None:
        """Read what :meth:`to_json` wrote; None for anything else."""
        try:
            found = json.loads(text)
            value, issued, expires = found["access_token"], float(found["issued_at"]), float(found["expires_at"])
            bearer(value)
        except (ValueError, KeyError, TypeError, RecursionError):
            return None
        return cls(value, issued, expires)


class UnsafeTokenFile(PermissionError):  # noqa: N818 - one naming scheme for the tree
    """A file or folder of a token cache that others could have prepared, or could read. Its text says what to do."""


class TokenCache(Protocol):
    """What a place for tokens must offer.

    Keys are opaque and hold no secrets. A cache that fails never fails a call, and one that does not answer costs it
    two seconds at most: the client logs it and goes on without the cache. A cache is asked on a thread of the client's
    own, the same one from taking a lock to giving it back.
    """

    def load(self, key: str) -> Token | None:
        """Return the token under a key, or None."""
        ...

    def save(self, key: str, token: Token) -> None:
        """Keep a token under a key, at least until it ends."""
        ...

    def lock(self, key: str, timeout: float) -> AbstractContextManager[object]:
        """Let one holder at a time get a new token for a key.

        Args:
            key: the token's key.
            timeout: most seconds to wait. When they are over the block runs without the lock:
                two tokens are better than none.

        Returns:
            A context manager.
        """
        ...


for _public in (Token, TokenCache):
    _public.__module__ = "xi_sdk_resellers.token_cache"
