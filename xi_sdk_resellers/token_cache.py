"""Where access tokens are kept, so that many processes and hosts can share one."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Protocol

from xi_sdk_resellers._auth import Token

__all__ = ["Token", "TokenCache"]


class TokenCache(Protocol):
    """What a place for tokens must offer. A failing cache never fails a call: it is logged and passed over."""

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
