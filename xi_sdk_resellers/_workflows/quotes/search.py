"""The walk through the quotes of a search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xi_sdk_resellers._operations.quotes import GET_QUOTESSEARCH_V6
from xi_sdk_resellers._workflows.pages import Paging
from xi_sdk_resellers._workflows.walk import Walk

if TYPE_CHECKING:
    from xi_sdk_resellers.models.quote_search_response import QuoteSearchResponse, QuoteSearchResponseQuote

QUOTE_PAGES: Paging[QuoteSearchResponse, QuoteSearchResponseQuote] = Paging(
    GET_QUOTESSEARCH_V6, items="quotes", identity=("quote_number",), noun="quotes"
)
"""How the search for quotes gives its pages."""


class QuoteSearch(Walk["QuoteSearchResponse", "QuoteSearchResponseQuote"]):
    """All quotes that a search finds, fetched page by page as they are asked for. Made by :meth:`Quotes.search`.

    It is an iterator: each quote comes once. It ends with the first page that holds no quote, or no new one, whatever
    the vendor says about totals. After an exception the same page is asked for again, so a loop can go on where it was.
    """


QuoteSearch.__module__ = "xi_sdk_resellers.quotes"
