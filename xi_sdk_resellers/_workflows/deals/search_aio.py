"""The walk through the deals of a search, for the asyncio client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xi_sdk_resellers._workflows.walk_aio import AsyncWalk

if TYPE_CHECKING:
    from xi_sdk_resellers.models.deals_search_response import (  # noqa: F401 - for the class's base
        DealsSearchResponse,
        DealsSearchResponseDeal,
    )


class AsyncDealSearch(AsyncWalk["DealsSearchResponse", "DealsSearchResponseDeal"]):
    """All deals that a search finds, fetched page by page as they are asked for. Made by ``Deals.search``.

    It is an asynchronous iterator: each deal comes once. It ends with the first page that holds no deal, or no new
    one, whatever the vendor says about totals. After an exception the same page is asked for again, so a loop can go on
    where it was.
    """


AsyncDealSearch.__module__ = "xi_sdk_resellers.aio.deals"
