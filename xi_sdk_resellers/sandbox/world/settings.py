"""What a sandbox was started with."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

HOLD_SECONDS = 24 * 60 * 60
"""How long an order may stay on customer hold before it is voided, in seconds."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The options of one sandbox; `Sandbox` documents each of them."""

    client_id: str = "sandbox-client"
    client_secret: str = "sandbox-secret"  # noqa: S105 - the documented test secret
    customer_number: str = "20-222222"
    country_code: str = "US"
    accounts: Mapping[str, str] = field(default_factory=dict[str, str])
    token_lifetime: float = 86400
    rate_limit: int | None = None
    rate_window: float = 60.0
    webhook_url: str | None = None
    webhook_secret: str = "sandbox-webhook-secret"  # noqa: S105 - the documented test secret
    clock: Callable[[], float] = time.time
    index_delay: int = 0
    request_limit: int = 100_000
    verbose: bool = False

    def account(self, number: str) -> str | None:
        """Return the customer number of an account of the sandbox as it was given, whatever the letter case."""
        given = (self.customer_number, *self.accounts)
        return next((own for own in given if own.upper() == number.upper()), None)
