"""In what a client may differ from one whose connections it shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import TypedDict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xi_sdk_resellers._settings.retries import Retries


class ClientOptions(TypedDict, total=False):
    """Keyword arguments of ``with_options``."""

    connect_timeout: float
    """Seconds to make a connection."""
    read_timeout: float
    """Seconds to wait for the next bytes of an answer."""
    total_timeout: float | None
    """Seconds for a whole call with its retries and waits; None for no limit."""
    retries: Retries | int | bool | None
    """How failed calls are repeated."""
    headers: Mapping[str, str | None] | None
    """More headers of each call; None takes one out."""
    im_customer_number: str | None
    """Default of the IM-CustomerNumber header."""
    im_country_code: str | None
    """Default of the IM-CountryCode header."""
    im_sender_id: str | None
    """Default of the IM-SenderID header."""
