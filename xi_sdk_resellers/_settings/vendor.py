"""What programs written for the vendor's SDK find on a Configuration."""

from __future__ import annotations

from typing import TypedDict

PRODUCTION = "https://api.ingrammicro.com:443"
"""The vendor's production base URL."""


VENDOR_SANDBOX = "https://api.ingrammicro.com:443/sandbox"
"""The vendor's own test system; its token endpoint stays on the production base."""


class HostSetting(TypedDict):
    """One base URL that the vendor offers."""

    url: str
    description: str
