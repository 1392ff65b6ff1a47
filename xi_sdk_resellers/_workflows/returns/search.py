"""The walk through the returns of a search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xi_sdk_resellers._operations.returns import GET_RESELLERS_V6_RETURNSSEARCH
from xi_sdk_resellers._workflows.pages import Paging
from xi_sdk_resellers._workflows.walk import Walk

if TYPE_CHECKING:
    from xi_sdk_resellers.models.returns_search_response import ReturnsSearchResponse, ReturnsSearchResponseClaim

RETURN_PAGES: Paging[ReturnsSearchResponse, ReturnsSearchResponseClaim] = Paging(
    GET_RESELLERS_V6_RETURNSSEARCH,
    items="returns_claims",
    identity=("case_request_number",),
    noun="returns",
    page_argument="page",
    size_argument="size",
)
"""How the search for returns gives its pages."""


class ReturnSearch(Walk["ReturnsSearchResponse", "ReturnsSearchResponseClaim"]):
    """All returns that a search finds, fetched page by page as they are asked for. Made by :meth:`Returns.search`.

    It is an iterator: each return comes once. It ends with the first page that holds no return, or no new one, whatever
    the vendor says about totals. After an exception the same page is asked for again, so a loop can go on where it was.
    """


ReturnSearch.__module__ = "xi_sdk_resellers.returns"
