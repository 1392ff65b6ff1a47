"""How the search for deals gives its pages, and which deal is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xi_sdk_resellers._operations.deals import GET_RESELLERS_V6_DEALSSEARCH
from xi_sdk_resellers._values.answers import is_model, text, value_of
from xi_sdk_resellers._values.text import shown
from xi_sdk_resellers._workflows.pages import Paging
from xi_sdk_resellers.exceptions import ApiValueError

if TYPE_CHECKING:
    from xi_sdk_resellers.models.deals_search_response import DealsSearchResponse, DealsSearchResponseDeal

DEAL_PAGES: Paging[DealsSearchResponse, DealsSearchResponseDeal] = Paging(
    GET_RESELLERS_V6_DEALSSEARCH,
    items="deals",
    identity=("deal_id", "version", "vendor"),
    noun="deals",
    page_argument="page",
    size_argument="size",
)
"""How the search for deals gives its pages."""


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
