"""The walk through the renewals of a search, for the asyncio client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xi_sdk_resellers._workflows.walk_aio import AsyncWalk

if TYPE_CHECKING:
    from xi_sdk_resellers.models.renewals_search_response import (  # noqa: F401 - for the class's base
        RenewalsSearchResponse,
        RenewalsSearchResponseRenewal,
    )


class AsyncRenewalSearch(AsyncWalk["RenewalsSearchResponse", "RenewalsSearchResponseRenewal"]):
    """All renewals that a search finds, fetched page by page as they are asked for. Made by ``Renewals.search``.

    It is an asynchronous iterator: each renewal comes once. It ends with the first page that holds no renewal, or no
    new one, whatever the vendor says about totals. After an exception the same page is asked for again, so a loop can
    go on where it was.
    """


AsyncRenewalSearch.__module__ = "xi_sdk_resellers.aio.renewals"
