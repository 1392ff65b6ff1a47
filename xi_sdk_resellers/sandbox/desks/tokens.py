"""The token endpoint."""

from __future__ import annotations

from urllib.parse import parse_qs

from xi_sdk_resellers.sandbox import errors
from xi_sdk_resellers.sandbox.desks.desk import Desk, quirks
from xi_sdk_resellers.sandbox.wire import Answer, Request

_FORM = "application/x-www-form-urlencoded"


class TokenDesk(Desk):
    """Gives out bearer tokens for client credentials."""

    @quirks(also_by=("GET",))
    def get_accesstoken(self, request: Request) -> Answer:
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
        settings = self._world.settings
        for name in ("grant_type", "client_id", "client_secret"):
            if len(values.get(name, ())) != 1 or not values[name][0]:
                return errors.plain_message(400, f"{name} is missing")
        if values["grant_type"][0] != "client_credentials":
            return errors.plain_message(400, "grant_type must be client_credentials")
        if (values["client_id"][0], values["client_secret"][0]) != (settings.client_id, settings.client_secret):
            return errors.plain_message(400, "client_id or client_secret is not valid")
        token = self._world.tokens.issue()
        seconds = int(settings.token_lifetime)
        return Answer.of(
            200,
            {
                "access_token": token,
                "token_type": "Bearer",
                "expires_in": str(seconds) if self._world.ledger.tokens_issued % 2 else seconds,
                "client_id": settings.client_id,
            },
        )
