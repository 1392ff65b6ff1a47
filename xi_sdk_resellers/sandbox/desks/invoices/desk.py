"""The desk of the invoices."""

from __future__ import annotations

from datetime import date, datetime, timezone

from xi_sdk_resellers.sandbox import errors
from xi_sdk_resellers.sandbox.desks.desk import Desk, quirks
from xi_sdk_resellers.sandbox.desks.invoices import details, search
from xi_sdk_resellers.sandbox.desks.values import is_true
from xi_sdk_resellers.sandbox.errors import ErrorShape
from xi_sdk_resellers.sandbox.wire import Answer, Request
from xi_sdk_resellers.sandbox.world.invoices import Invoice, find_invoice, invoices_of
from xi_sdk_resellers.sandbox.world.world import World


class InvoicesDesk(Desk):
    """Finds and shows the invoices of what has been shipped."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self._known: dict[str, tuple[int, list[Invoice]]] = {}

    @quirks(errors=ErrorShape(trace_key="traceid"))
    def get_resellers_v6_invoicesearch(self, request: Request) -> Answer:
        """Find invoices: 200 with one page, which is empty when there is none."""
        return search.find(self._invoices(request), request, self._today())

    def get_invoicedetails_v6_1(self, request: Request) -> Answer:
        """Return an invoice in full, or 404."""
        invoice = find_invoice(self._world.ledger, request.path_values["invoiceNumber"])
        if invoice is None:
            return errors.refused(404, "There is no invoice with this number.")
        serials = is_true(request.query.get("includeSerialNumbers", [""])[0])
        return Answer.of(200, details.render(invoice, self._today(), serials=serials))

    def _today(self) -> date:
        return datetime.fromtimestamp(self._world.settings.clock(), timezone.utc).date()

    def _invoices(self, request: Request) -> list[Invoice]:
        """Return the invoices that a search can find; what is known of an order is not worked out again."""
        ledger = self._world.ledger
        number = request.query.get("orderNumber", [""])[0]
        order = ledger.find(number) if number else None
        found: list[Invoice] = []
        for each in ledger.orders if order is None else [order]:
            count, invoices = self._known.get(each.ingram_order_number, (0, []))
            if count != len(each.invoice_numbers):
                invoices = invoices_of(each)
                self._known[each.ingram_order_number] = len(invoices), invoices
            found += invoices
        return found
