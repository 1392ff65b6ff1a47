"""The access tokens given out, and what has become of them."""

from __future__ import annotations

import secrets

from xi_sdk_resellers.sandbox.world.ledger import Ledger
from xi_sdk_resellers.sandbox.world.settings import Settings


class Tokens:
    """Knows every token of one sandbox."""

    def __init__(self, settings: Settings, ledger: Ledger) -> None:
        self._settings = settings
        self._ledger = ledger
        self._expiries: dict[str, float] = {}
        self._revoked: set[str] = set()

    def issue(self) -> str:
        """Make a token that is valid from now on for `token_lifetime` seconds."""
        token = secrets.token_urlsafe(24)
        with self._ledger.lock:
            self._ledger.tokens_issued += 1
            self._expiries[token] = self._settings.clock() + self._settings.token_lifetime
        return token

    def expire_all(self) -> None:
        """Let every token given out so far be past its time."""
        with self._ledger.lock:
            self._expiries = dict.fromkeys(self._expiries, float("-inf"))

    def revoke_all(self) -> None:
        """Withdraw every token given out so far."""
        with self._ledger.lock:
            self._revoked.update(self._expiries)

    def is_known(self, token: str) -> bool:
        """Say whether a token was given out and not withdrawn."""
        return token in self._expiries and token not in self._revoked

    def is_expired(self, token: str) -> bool:
        """Say whether a known token is past its time."""
        return self._expiries[token] <= self._settings.clock()
