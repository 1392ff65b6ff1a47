"""A reseller's day in one program: product, price and stock, quote, order, shipment, invoice, return.

Without credentials it starts the local sandbox. With `XI_CLIENT_ID`, `XI_CLIENT_SECRET`, `XI_CUSTOMER_NUMBER`,
`XI_COUNTRY_CODE`, `XI_APPLICATION_ID` and `XI_CUSTOMER_CONTACT` in the environment it talks to the host in `XI_HOST`;
the vendor's production host, which is the default, is used only with `--production`, because the program orders there.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from typing import Any
from urllib.parse import urlsplit

from order_lifecycle import PRODUCTION, WEBHOOK_SECRET, Receiver, local_receiver, money, show, show_event

from xi_sdk_resellers import (
    ApiClient,
    Catalog,
    Configuration,
    InvoiceDetails,
    Invoices,
    OpenApiException,
    Orders,
    Quotes,
    Returns,
)
from xi_sdk_resellers.invoices import add_up
from xi_sdk_resellers.sandbox import Sandbox

CONTACT = "jo.field@example.com"
NO_QUOTE = "none of the last 30 days; there the order would start"


def choose_product(catalog: Catalog) -> str:
    """Find a product that is there; returns its part number."""
    search = catalog.search("monitor", page_size=25)
    found = [product for product, _ in zip(search, range(5), strict=False)]
    show("catalog", f"{len(found)} monitors, such as {found[0].ingram_part_number}, {found[0].description}")
    parts = [product.ingram_part_number or "" for product in found]
    chosen = ""
    for price in catalog.prices(parts):
        stock = "stock is not told" if price.quantity is None else f"{price.quantity} there"
        show("", f"{price.part:<8} {money(price.price, price.currency):>12}  {price.reason or stock}")
        if not chosen and price.price is not None and (price.quantity or 0) > 3:
            chosen = price.part
    return chosen or parts[0]


def show_quotes(quotes: Quotes) -> None:
    """Show an active quote, and what its manufacturer would want to know."""
    found = next(iter(quotes.search()), None)
    if found is None or found.quote_number is None:
        show("quote", NO_QUOTE)
        return
    checked = quotes.validate(found.quote_number)
    demands = [field.name for field in checked.missing()]
    show("quote", f"{found.quote_number}, {found.quote_name or 'without a name'}")
    show("", f"an order of it needs {', '.join(demands)}" if demands else "it can be ordered as it is")


def order_quote(quotes: Quotes, name: str, receiver: Receiver) -> None:
    """Order a quote, and wait for the event that says what became of it."""
    number = next(
        (q.quote_number for q in quotes.search() if not quotes.validate(q.quote_number or "").missing()), None
    )
    if number is None:
        return
    confirmation = quotes.order(number, customer_order_number=f"{name}-Q")
    show("ordered", f"quote {number}, your number {name}-Q, for the night if need be")
    show_event(quotes.wait_for_order(confirmation, receiver.events, timeout=30, others=show_event))


def place(orders: Orders, name: str, part: str) -> str:
    """Order three of a product; returns the vendor's number."""
    placed = orders.place(
        {
            "customerOrderNumber": f"{name}-A",
            "lines": [{"customerLineNumber": "1", "ingramPartNumber": part, "quantity": 3}],
        }
    )
    number = placed.receipt.numbers[0]
    show("placed", f"order {number}, 3 x {part}, your number {name}-A")
    return number


def show_shipment(orders: Orders, number: str) -> None:
    """Show where the goods are."""
    order = orders.get(number)
    show("order", f"{number} is {str(order.status or 'on its way').lower()}")
    for shipment in order.shipments():
        show("shipped", f"{shipment.quantity} by {shipment.carrier}, tracking {', '.join(shipment.tracking_numbers)}")


def match_invoice(invoices: Invoices, number: str) -> InvoiceDetails | None:
    """Read the invoice of an order and add it up."""
    found = invoices.of_order(number)
    if not found:
        show("invoice", "not written yet: invoices come with the shipment")
        return None
    invoice = found[0]
    sums = add_up(invoice)
    said = "adds up" if sums.adds_up else "does not add up: " + "; ".join(sums.differences)
    show("invoice", f"{invoice.invoice_number}, {money(sums.total, sums.currency)}, {said}")
    show(
        "", f"lines {sums.lines:,.2f} + freight {sums.freight:,.2f} + charges {sums.charges:,.2f} + tax {sums.tax:,.2f}"
    )
    return invoice


def give_back(returns: Returns, invoice: InvoiceDetails, part: str, name: str) -> None:
    """Return one of the units."""
    filed = returns.create(
        {
            "list": [
                {
                    "invoiceNumber": invoice.invoice_number or "",
                    "invoiceDate": invoice.invoice_date or "",
                    "ingramPartNumber": part,
                    "quantity": 1,
                    "primaryReason": "The product is defective",
                    "secondaryReason": "It does not start.",
                    "referenceNumber": f"{name}-R",
                    "numberOfBoxes": 1,
                    "shipFromInfo": [
                        {
                            "companyName": "Example Reseller",
                            "contact": "Returns desk",
                            "addressLine1": "1 Main Street",
                            "city": "Buffalo",
                            "state": "NY",
                            "postalCode": "14201",
                            "countryCode": "US",
                            "email": CONTACT,
                        }
                    ],
                }
            ]
        }
    )
    for case in filed.returns_claims or []:
        show("return", f"case {case.case_request_number}, {str(case.status or '').lower()}")


def walk_through(client: ApiClient, sandbox: Sandbox | None, receiver: Receiver | None) -> None:
    """Go through the day, as far as it can be gone: goods that are real take longer than a program."""
    orders, quotes, name = Orders(client), Quotes(client), f"DAY-{time.strftime('%d%H%M%S')}"
    part = choose_product(Catalog(client))
    show_quotes(quotes)
    if receiver is not None:
        order_quote(quotes, name, receiver)
    number = place(orders, name, part)
    if sandbox is not None and receiver is not None:
        sandbox.ship(number)
        show_event(_next_of(receiver, number))
    show_shipment(orders, number)
    invoice = match_invoice(Invoices(client), number)
    if invoice is not None:
        give_back(Returns(client), invoice, part, name)


def _next_of(receiver: Receiver, number: str) -> Any:
    """Wait for the next event about an order."""
    while True:
        event = receiver.events.get(timeout=30)
        if number.split("-")[1] in str(getattr(event, "order_number", "")):
            return event


def main(arguments: list[str]) -> int:
    """Run the day; returns the exit status."""
    with contextlib.ExitStack() as stack:
        receiver = sandbox = None
        if "XI_CLIENT_ID" in os.environ:
            configuration = Configuration.from_env()
            where = configuration.host
        else:
            receiver = stack.enter_context(local_receiver())
            sandbox = stack.enter_context(Sandbox(webhook_url=receiver.url, webhook_secret=WEBHOOK_SECRET))
            configuration = sandbox.configuration(im_customer_contact=CONTACT, im_application_id="Example")
            where = f"a local sandbox ({sandbox.url})"
        address = urlsplit(configuration.host)
        if address.hostname == PRODUCTION and "sandbox" not in address.path and "--production" not in arguments:
            print(f"{configuration.host} takes real orders. Add --production to place some.", file=sys.stderr)
            return 2
        print(f"A reseller's day, at {where}\n")
        client = stack.enter_context(ApiClient(configuration))
        try:
            walk_through(client, sandbox, receiver)
        except OpenApiException as error:
            print(f"\nThe program stops here.\n{error}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
