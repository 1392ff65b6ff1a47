"""The reseller whose account the sandbox keeps."""

from __future__ import annotations

from typing import Any


def default_address(country: str) -> dict[str, Any]:
    """Return where the sandbox's account has its goods sent to."""
    return {
        "addressId": "200",
        "contact": "RECEIVING DESK",
        "companyName": "SANDBOX RESELLER",
        "addressLine1": "1 EXAMPLE WAY",
        "city": "SPRINGFIELD",
        "state": "CA",
        "postalCode": "900010000",
        "countryCode": country,
    }
