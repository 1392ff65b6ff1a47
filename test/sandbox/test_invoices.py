"""The sandbox's invoices: they appear when orders ship, add up to them, and are found and shown as on the wire."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

SEARCH, DETAILS = "/resellers/v6/invoices", "/resellers/v6.1/invoices"
APPLICATION = {"IM-ApplicationID": "tests"}
LAST = date(2026, 6, 30)


@pytest.fixture
def find(caller: Any) -> Any:
    """Search for invoices, and return the answer."""

    def searched(**query: Any) -> Any:
        reply = caller("GET", SEARCH, query=query, headers=APPLICATION)
        assert reply.status == 200, reply.body
        return reply.json

    return searched


@pytest.fixture
def read(caller: Any) -> Any:
    """Read an invoice in full."""

    def details(number: str, **query: Any) -> Any:
        reply = caller("GET", f"{DETAILS}/{number}", query=query, headers=APPLICATION)
        assert reply.status == 200, reply.body
        return reply.json

    return details


@pytest.fixture
def history(sandbox: Any) -> list[Any]:
    """A quarter of orders, most of them invoiced."""
    return [o for o in sandbox.seed_orders(120, start=LAST - timedelta(days=90), end=LAST) if o.invoice_numbers]


def numbers(page: Any) -> list[str]:
    return [invoice["invoiceNumber"] for invoice in page["invoices"]]


def totals_of(invoice: Any) -> Any:
    summary = invoice.get("summary") or invoice["Summary"]
    return summary.get("totals") or summary["Totals"]


def money(value: object) -> Decimal:
    return Decimal(str(value))


def test_an_invoice_appears_when_its_order_ships(caller: Any, sandbox: Any, find: Any, read: Any) -> None:
    number = caller.place("PO-1", "8RB884")
    assert find(orderNumber=number)["invoices"] == []
    sandbox.ship(number, quantity=1, invoice=False)
    assert find(orderNumber=number)["invoices"] == []
    sandbox.ship(number)
    (found,) = find(orderNumber=number)["invoices"]
    assert (found["erpOrderNumber"], found["customerOrderNumber"], found["invoiceStatus"]) == (number, "PO-1", "OPEN")
    invoice = read(found["invoiceNumber"])
    assert [(line["ingramPartNumber"], line["quantity"]) for line in invoice["lines"]] == [("8RB884", 1)]
    details = caller.details(number).json
    shipments = details["lines"][0]["shipmentDetails"]
    assert found["invoiceNumber"] in [each.get("invoiceNumber") for each in shipments]


def test_each_shipment_has_an_invoice_of_its_own(caller: Any, sandbox: Any, find: Any) -> None:
    number = caller.place("PO-1", "8RB884")
    sandbox.ship(number, quantity=1)
    first = numbers(find(orderNumber=number))
    sandbox.ship(number)
    both = numbers(find(orderNumber=number))
    assert len(both) == 2
    assert set(first) < set(both)


def test_every_invoice_adds_up_and_all_of_an_order_are_the_order(history: Any, read: Any, sandbox: Any) -> None:
    shipped = [order for order in history if order.status == "SHIPPED"]
    assert len(shipped) > 20
    for order in shipped[:20]:
        asked = Decimal(0)
        for number in order.invoice_numbers:
            invoice = read(number)
            totals = {name: money(value) for name, value in totals_of(invoice).items() if name != "discountType"}
            lines = sum(money(line["extendedPrice"]) for line in invoice["lines"])
            taxes = sum(money(line["taxAmount"]) for line in invoice["lines"])
            assert all(
                money(line["unitPrice"]) * line["quantity"] == money(line["extendedPrice"]) for line in invoice["lines"]
            )
            assert (totals["netInvoiceAmount"], totals["totalTaxAmount"]) == (lines, taxes)
            assert totals["invoicedAmountDue"] == lines + totals["freightAmount"] + taxes
            asked += totals["invoicedAmountDue"]
        assert asked == order.total


def test_serial_numbers_come_when_they_are_asked_for(history: Any, read: Any) -> None:
    order = next(order for order in history if order.order_type == "S")
    number = order.invoice_numbers[0]
    assert [line["serialNumbers"] for line in read(number)["lines"]] == [None] * len(read(number)["lines"])
    shown = read(number, includeSerialNumbers="true")
    shipped = [s for line in order.lines for s in line.shipments if s.invoice_number == number]
    assert [[each["serialNumber"] for each in line["serialNumbers"]] for line in shown["lines"]] == [
        shipment.serial_numbers for shipment in shipped
    ]


def test_keys_are_spelled_as_on_the_wire_in_fixed_places(history: Any, read: Any) -> None:
    for kind, summary, totals in (("S", "summary", "totals"), ("D", "Summary", "Totals")):
        order = next(order for order in history if order.order_type == kind and order.tax)
        invoice = read(order.invoice_numbers[0])
        charges = invoice[summary]["miscCharges"]
        assert all(key[0].isupper() for charge in charges for key in charge)
        assert charges[0]["ChargeDescription"] == "TAX"
        assert "invoicedAmountDue" in invoice[summary][totals]


def test_an_unknown_number_is_404_and_a_long_one_400(caller: Any) -> None:
    assert caller("GET", f"{DETAILS}/20RZZZZ11", headers=APPLICATION).status == 404
    assert caller("GET", f"{DETAILS}/{'9' * 13}", headers=APPLICATION).fields == {"invoiceNumber"}
    assert caller("GET", f"{DETAILS}/20RZZZZ11").fields == {"IM-ApplicationID"}


def test_pages_hold_every_invoice_once_the_newest_first(history: Any, find: Any) -> None:
    every = [number for order in history for number in order.invoice_numbers]
    pages = [find(pageSize=50, pageNumber=page) for page in range(1, -(-len(every) // 50) + 2)]
    found = [number for page in pages for number in numbers(page)]
    assert sorted(found) == sorted(every)
    assert {page["recordsFound"] for page in pages} == {len(every)}
    days = [invoice["invoiceDate"] for page in pages for invoice in page["invoices"]]
    assert days == sorted(days, reverse=True)
    assert ["nextPage" in page for page in pages] == [True] * (len(pages) - 2) + [False] * 2
    assert pages[0]["nextPage"].count("age=") + pages[0]["nextPage"].count("ize=") > 1  # it names them twice


def test_columns_sort_both_ways(history: Any, find: Any) -> None:
    rising = [i["invoiceAmountInclTax"] for i in find(orderby="invoiceAmountInclTax", direction="asc")["invoices"]]
    assert rising == sorted(rising)
    assert numbers(find(orderby="nonsense")) == numbers(find())


@pytest.mark.parametrize(
    ("filters", "kept"),
    [
        ({"invoiceDate": "2026-06-15"}, lambda day, due, placed: day == date(2026, 6, 15)),
        (
            {"invoiceFromDate": "2026-05-01", "invoiceToDate": "2026-05-20"},
            lambda day, due, placed: date(2026, 5, 1) <= day <= date(2026, 5, 20),
        ),
        ({"invoiceFromDate": "2026-06-15"}, lambda day, due, placed: day >= date(2026, 6, 15)),
        ({"invoiceToDueDate": "2026-05-15"}, lambda day, due, placed: due <= date(2026, 5, 15)),
        (
            {"orderFromDate": "2026-06-01", "orderToDate": "2026-06-10"},
            lambda day, due, placed: date(2026, 6, 1) <= placed <= date(2026, 6, 10),
        ),
        ({"paymentTermsNetDate": "2026-06-15"}, lambda day, due, placed: due == date(2026, 6, 15)),
    ],
)
def test_filters_for_days(history: Any, find: Any, filters: dict[str, str], kept: Any) -> None:
    expected = {
        shipment.invoice_number
        for order in history
        for line in order.lines
        for shipment in line.shipments
        if shipment.invoice_number
        and kept(shipment.invoiced_on, shipment.invoiced_on + timedelta(days=30), order.placed_on)
    }
    assert expected
    assert set(numbers(find(pageSize=100, **filters))) == expected


def test_filters_for_texts(history: Any, find: Any) -> None:
    order = history[-1]
    shipment = order.lines[0].shipments[0]
    for filters in (
        {"orderNumber": order.ingram_order_number},
        {"orderNumber": order.ingram_order_number.lower()},
        {"customerOrderNumber": order.customer_order_number},
        {"endCustomerOrderNumber": order.end_customer_order_number},
    ):
        assert sorted(numbers(find(**filters))) == sorted(order.invoice_numbers)
    for filters in (
        {"serialNumber": shipment.serial_numbers[0]},
        {"DeliveryNumber": shipment.delivery_number},
        {"invoiceNumber": shipment.invoice_number.lower()},
    ):
        assert numbers(find(**filters)) == [shipment.invoice_number]
    assert numbers(find(invoiceNumber="")) == numbers(find())
    assert find(invoiceStatus="OPEN", pageSize=1)["recordsFound"] == 0  # they are half a year old, and paid


def test_days_that_are_none_are_refused(caller: Any) -> None:
    for name in ("invoiceDate", "orderToDate", "invoiceFromDate"):
        reply = caller("GET", SEARCH, query={name: "05/11/2026"}, headers=APPLICATION)
        assert (reply.status, reply.fields) == (400, {name})
    assert caller("GET", SEARCH, query={"pageSize": 101}, headers=APPLICATION).fields == {"pageSize"}
