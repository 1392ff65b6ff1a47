"""The walk through the renewals of a search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xi_sdk_resellers._operations.renewals import POST_RENEWALSSEARCH
from xi_sdk_resellers._workflows.pages import Paging
from xi_sdk_resellers._workflows.walk import Walk

if TYPE_CHECKING:
    from xi_sdk_resellers.models.renewals_search_response import RenewalsSearchResponse, RenewalsSearchResponseRenewal

RENEWAL_PAGES: Paging[RenewalsSearchResponse, RenewalsSearchResponseRenewal] = Paging(
    POST_RENEWALSSEARCH,
    items="renewals",
    identity=("renewal_id",),
    noun="renewals",
    page_argument="page",
    size_argument="size",
)
"""How the search for renewals gives its pages."""


class RenewalSearch(Walk["RenewalsSearchResponse", "RenewalsSearchResponseRenewal"]):
    """All renewals that a search finds, fetched page by page as they are asked for. Made by :meth:`Renewals.search`.

    It is an iterator: each renewal comes once. It ends with the first page that holds no renewal, or no new one,
    whatever the vendor says about totals. After an exception the same page is asked for again, so a loop can go on
    where it was.
    """


RenewalSearch.__module__ = "xi_sdk_resellers.renewals"
