"""The desk of the quotes."""

from __future__ import annotations

from xi_sdk_resellers.sandbox.desks.desk import Desk, quirks
from xi_sdk_resellers.sandbox.desks.quotes import answers, search
from xi_sdk_resellers.sandbox.desks.quotes.creation import QuoteCreation
from xi_sdk_resellers.sandbox.desks.quotes.ordering import still_open
from xi_sdk_resellers.sandbox.desks.quotes.required import required_info
from xi_sdk_resellers.sandbox.errors import ErrorShape, FieldError, InvalidRequest
from xi_sdk_resellers.sandbox.wire import Answer, Request
from xi_sdk_resellers.sandbox.world.quotes import Quote
from xi_sdk_resellers.sandbox.world.world import World

_TRACED = ErrorShape(trace_key="traceid")


class QuotesDesk(Desk):
    """Finds and shows quotes, takes requests for new ones, and says what manufacturers demand."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self._creation = QuoteCreation(world)

    def get_quotessearch_v6(self, request: Request) -> Answer:
        """Find quotes: 200 with one page, 404 when there is none, 400 for filters that make no sense."""
        return search.find(self._world, request)

    def get_resellers_v6_quotes(self, request: Request) -> Answer:
        """Return a quote: 200, or 400 for a number that this account does not have."""
        return Answer.of(200, answers.details(self._quote(request.path_values["quoteNumber"]), self._world.settings))

    @quirks(errors=_TRACED)
    def get_reseller_v6_validate_quote(self, request: Request) -> Answer:
        """Say what an order of a quote needs: 200, or 400 for a quote that cannot be ordered."""
        quote = self._quote(request.query["quoteNumber"][0])
        still_open(quote, self._world.settings.clock())
        return Answer.of(200, answers.validated(quote))

    @quirks(errors=_TRACED)
    def vendor_required_info(self, request: Request) -> Answer:
        """Say what manufacturers demand for a quote, for articles and for plans."""
        return Answer.of(200, required_info(self._world.quotes, request))

    @quirks(errors=_TRACED)
    def quote_create(self, request: Request) -> Answer:
        """Take a request for a quote; the quote comes as an event."""
        return self._creation.take(request)

    def _quote(self, number: str) -> Quote:
        quote = self._world.quotes.find(number)
        if quote is None:
            raise InvalidRequest(
                FieldError("quoteNumber", "This account has no quote with this number", number),
                message="Quote not found",
            )
        return quote
