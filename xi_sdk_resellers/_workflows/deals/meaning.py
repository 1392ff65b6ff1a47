"""Which deal is meant."""

from __future__ import annotations

from xi_sdk_resellers._values.answers import is_model, text, value_of
from xi_sdk_resellers._values.text import shown
from xi_sdk_resellers.exceptions import ApiValueError


def deal_meant(deal: object, vendor_name: str | None) -> tuple[str, str]:
    """Tell the number of a deal, and whose it is.

    Args:
        deal: what a search has found, or the number.
        vendor_name: whose it is; what was found says it itself.

    Raises:
        ApiValueError: the number or the vendor is missing.
    """
    found = is_model(deal)
    number = text(value_of(deal, "deal_id") if found else deal)
    if not number:
        raise ApiValueError(f"deal must be the number of a deal, or one that was found, not {shown(deal)}")
    vendor = vendor_name or (text(value_of(deal, "vendor")) if found else "")
    if not vendor:
        raise ApiValueError(f"vendor_name is missing: the vendor shows deal {number} only with its manufacturer's name")
    return number, vendor
