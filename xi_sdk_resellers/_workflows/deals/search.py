"""The walk through the deals of a search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xi_sdk_resellers._operations.deals import GET_RESELLERS_V6_DEALSSEARCH
from xi_sdk_resellers._workflows.pages import Paging
from xi_sdk_resellers._workflows.walk import Walk

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


class DealSearch(Walk["DealsSearchResponse", "DealsSearchResponseDeal"]):
    """All deals that a search finds, fetched page by page as they are asked for. Made by :meth:`Deals.search`.

    It is an iterator: each deal comes once. It ends with the first page that holds no deal, or no new one,
    whatever the vendor says about totals. After an exception the same page is asked for again, so a loop can go on
    where it was.
    """


DealSearch.__module__ = "xi_sdk_resellers.deals"
