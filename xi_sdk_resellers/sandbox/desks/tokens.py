"""The token endpoint, and the check of the tokens it gave out."""

from __future__ import annotations

import secrets
from urllib.parse import parse_qs

from xi_sdk_resellers.sandbox import errors
from xi_sdk_resellers.sandbox.wire import Answer, Request
from xi_sdk_resellers.sandbox.world.ledger import Ledger
from xi_sdk_resellers.sandbox.world.settings import Settings

_FORM = "application/x-www-form-urlencoded"


class TokenDesk:
    """Gives out bearer tokens for client credentials."""

    def __init__(self, settings: Settings, ledger: Ledger) -> None:
        self._settings = settings
        self._ledger = ledger
        self._expiries: dict[str, float] = {}
        self._revoked: set[str] = set()

    def answer(self, request: Request) -> Answer:
        """Answer the token request, with the values in a form (POST) or in the query (GET).

        `expires_in` is text in every other answer and a number in the rest, as the vendor's
        service has been seen to send both.
        """
        if request.method == "POST":
            if not str(request.headers.get("content-type", "")).lower().startswith(_FORM):
                return errors.plain_message(400, f"Content-Type must be {_FORM}")
            values = parse_qs(request.body.decode("latin-1"), keep_blank_values=True)
        else:
            values = request.query
        for name in ("grant_type", "client_id", "client_secret"):
            if len(values.get(name, ())) != 1 or not values[name][0]:
                return errors.plain_message(400, f"{name} is missing")
        if values["grant_type"][0] != "client_credentials":
            return errors.plain_message(400, "grant_type must be client_credentials")
        known = self._settings.client_id, self._settings.client_secret
        if (values["client_id"][0], values["client_secret"][0]) != known:
            return errors.plain_message(400, "client_id or client_secret is not valid")
        token = self.issue()
        seconds = int(self._settings.token_lifetime)
        return Answer.of(
            200,
            {
                "access_token": token,
                "token_type": "Bearer",
                "expires_in": str(seconds) if self._ledger.tokens_issued % 2 else seconds,
                "client_id": self._settings.client_id,
            },
        )

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

    def refuse(self, request: Request) -> Answer | None:
        """Return the 401 that a request without a good token gets, or None when its token is good."""
        scheme, _, token = str(request.headers.get("authorization", "")).partition(" ")
        if scheme.lower() != "bearer" or token not in self._expiries or token in self._revoked:
            return errors.fault(401, "Invalid Access Token", "keymanagement.service.invalid_access_token")
        if self._expiries[token] <= self._settings.clock():
            return errors.fault(401, "Access Token expired", "keymanagement.service.access_token_expired")
        return None
