"""Finding and reading invoices with both clients."""

import json
from datetime import date, datetime

import pytest

from xi_sdk_resellers import (
    ApiException,
    ApiResponseException,
    ApiTypeError,
    ApiValueError,
    NotFoundException,
    ServiceException,
)
from xi_sdk_resellers.sandbox import Fault

SEARCH, DETAILS = "get_resellers_v6_invoicesearch", "get_invoicedetails_v6_1"
JUNE = (date(2026, 6, 1), date(2026, 6, 15))


def numbers(found):
    return [invoice.invoice_number for invoice in found]


def sent(sandbox, operation=SEARCH):
    return [record for record in sandbox.ledger.requests if record.operation == operation]


def answered(operation, body, status=200):
    content = body if isinstance(body, str) else json.dumps(body)
    return Fault("status", status=status, body=content, operation=operation)


@pytest.mark.parametrize("page_size", [7, 100])
def test_all_invoices_of_all_pages_come_once(invoices, sandbox, history, page_size):
    found = numbers(invoices.search(page_size=page_size))
    assert sorted(found) == sorted(number for order in history for number in order.invoice_numbers)
    assert len(sent(sandbox)) == -(-len(found) // page_size) + 1  # the last one is empty: totals are not believed


@pytest.mark.parametrize(
    "days",
    [JUNE, ["2026-06-01", "June 15, 2026"], (datetime(2026, 6, 1, 12), "2026-06-15")],
)
def test_ranges_of_days_may_be_dates_and_texts(invoices, sandbox, history, days):
    found = numbers(invoices.search(invoice_date=days))
    inside = {
        shipment.invoice_number
        for order in history
        for line in order.lines
        for shipment in line.shipments
        if shipment.invoiced_on and JUNE[0] <= shipment.invoiced_on <= JUNE[1]
    }
    assert set(found) == inside
    assert inside
    query = sent(sandbox)[0].query
    assert (query["invoiceFromDate"], query["invoiceToDate"]) == (["2026-06-01"], ["2026-06-15"])


def test_each_filter_reaches_the_service_under_its_name(invoices, sandbox):
    filters = {
        "invoice_number": "40MKTRW11", "order_number": "20-RD128", "customer_order_number": "PO-1",
        "end_customer_order_number": "EU-1", "invoice_date": "2026-01-02",
        "invoice_due_date": ("2026-01-01", "2026-01-03"), "order_date": ("2026-01-01", "2026-01-03"),
        "payment_terms_net_date": date(2026, 1, 2), "invoice_status": "OPEN",
        "invoice_type": "Invoice", "delivery_number": "335238411", "serial_number": "S1", "special_bid_number": "B1",
        "orderby": "InvoiceDate", "direction": "desc",
    }  # fmt: skip
    assert list(invoices.search(**filters, page_size=10, im_application_id="other")) == []
    (record,) = sent(sandbox)
    assert {name: values[0] for name, values in record.query.items()} == {
        "invoiceNumber": "40MKTRW11", "orderNumber": "20-RD128", "customerOrderNumber": "PO-1",
        "endCustomerOrderNumber": "EU-1", "invoiceDate": "2026-01-02", "invoiceFromDueDate": "2026-01-01",
        "invoiceToDueDate": "2026-01-03", "orderFromDate": "2026-01-01", "orderToDate": "2026-01-03",
        "paymentTermsNetDate": "2026-01-02", "invoiceStatus": "OPEN", "invoiceType": "Invoice",
        "DeliveryNumber": "335238411", "serialNumber": "S1", "specialBidNumber": "B1", "orderby": "InvoiceDate",
        "direction": "desc", "pageSize": "10", "pageNumber": "1",
    }  # fmt: skip
    assert record.headers["IM-ApplicationID"] == "other"


@pytest.mark.parametrize(
    ("filters", "kind", "said"),
    [
        ({"invoice_date": ("2026-01-01",)}, ApiValueError, "invoice_date takes one day or a range of two.* not 1"),
        ({"order_date": (None, "2026-01-01")}, ApiValueError, "order_date takes one day or a range of two.* not 1"),
        ({"invoice_due_date": ["2026-01-01"] * 3}, ApiValueError, "invoice_due_date takes one day or .* not 3"),
        ({"invoice_date": ("2026-02-01", "2026-01-01")}, ApiValueError, "invoice_date must not start after it ends"),
        ({"invoice_date": "05/11/2026"}, ApiValueError, "invoice_date must name one day, but '05/11/2026' may be"),
        ({"order_date": ("2026-01-01", "05/11/2026")}, ApiValueError, r"order_date\[1\] must name one day"),
        ({"payment_terms_net_date": "soon"}, ApiValueError, "payment_terms_net_date must be a date"),
        ({"invoice_date": 20260101}, ApiTypeError, "invoice_date must be a date, a datetime or a text"),
        ({"page_size": 101}, ApiValueError, "page_size must be from 1 to 100, not 101"),
        ({"page_size": "10"}, ApiTypeError, "page_size must be a whole number, not str"),
        ({"start_page": 0}, ApiValueError, "start_page must be from 1 to"),
    ],
)
def test_filters_that_make_no_sense_are_refused_at_once(invoices, sandbox, filters, kind, said):
    with pytest.raises(kind, match=said):
        invoices.search(**filters)
    assert sandbox.ledger.requests == []


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda invoices: list(invoices.search(invoice_number="4" * 12)), "invoice_number must have at most 11 char"),
        (lambda invoices: invoices.get("4" * 13), "invoice_number must have at most 12 characters, not 13"),
        (lambda invoices: invoices.get(""), "invoice_number must have at least 1 characters"),
        (lambda invoices: invoices.get("a/b"), "invoice_number must"),
        (lambda invoices: invoices.get("40MKTRW11", im_application_id="x" * 33), "im_application_id must have at most"),
    ],
)
def test_what_the_contract_forbids_is_refused_before_sending(invoices, sandbox, call, said):
    with pytest.raises(ApiValueError, match=said):
        call(invoices)
    assert [record.operation for record in sandbox.ledger.requests if record.operation] == []


def test_an_invoice_is_read_with_its_serial_numbers(invoices, history):
    number = history[0].invoice_numbers[0]
    invoice = invoices.get(number)
    assert invoice.invoice_number == number
    serials = [each.serial_number for line in invoice.lines for each in line.serial_numbers]
    shipped = [s for line in history[0].lines for s in line.shipments if s.invoice_number == number]
    assert serials == [serial for shipment in shipped for serial in shipment.serial_numbers]
    assert all(line.serial_numbers is None for line in invoices.get(number, include_serial_numbers=False).lines)


def test_an_invoice_of_nobody_is_not_found(invoices):
    with pytest.raises(NotFoundException) as caught:
        invoices.get("20RZZZZ11")
    assert "There is no invoice" in str(caught.value)


def test_all_invoices_of_an_order_are_found_by_its_number(invoices, sandbox, history):
    order = max(history, key=lambda order: len(order.invoice_numbers))
    found = invoices.of_order(order.ingram_order_number)
    assert sorted(numbers(found)) == sorted(order.invoice_numbers)
    assert len({record.correlation_id for record in sandbox.ledger.requests if record.correlation_id}) == 1


def test_an_order_whose_invoices_no_search_shows_is_asked_itself(invoices, sandbox, history):
    order = max(history, key=lambda order: len(order.invoice_numbers))
    sandbox.faults.add(answered(SEARCH, {"invoices": None, "recordsFound": 0}))
    found = invoices.of_order(order.ingram_order_number)
    assert sorted(numbers(found)) == sorted(order.invoice_numbers)


def test_only_links_to_invoices_name_some(invoices, sandbox):
    links = [
        {"topic": "Invoices", "href": "/resellers/v6/invoices/40MKTRW11?x=a/b"},
        {"topic": "invoices", "href": "/resellers/v6/invoices/40MKTRW11/"},
        {"topic": "orders", "href": "/resellers/v6/orders/20-RD128"},
        {"topic": "invoices", "href": "40MKTRW12"},
    ]
    shipments = [{"invoiceNumber": "40MKTRW10"}, {"invoiceNumber": ""}]
    order = {"ingramOrderNumber": "20-RD128", "lines": [{"links": links, "shipmentDetails": shipments}]}
    sandbox.faults.add(
        answered(SEARCH, {"invoices": []}),
        answered("get_orderdetails_v6_1", order),
        answered(DETAILS, {"invoiceNumber": "40MKTRW10"}),
        answered(DETAILS, {"invoiceNumber": "40MKTRW11"}),
    )
    assert numbers(invoices.of_order("20-RD128")) == ["40MKTRW10", "40MKTRW11"]
    assert [record.path.rpartition("/")[2] for record in sent(sandbox, DETAILS)] == ["40MKTRW10", "40MKTRW11"]


def test_what_is_read_in_full_has_the_headers_of_the_search(invoices, sandbox, history):
    number = history[0].ingram_order_number
    search = invoices.search(order_number=number, im_application_id="other", im_correlation_id="mine")
    assert search.in_full(include_serial_numbers=False)
    records = sent(sandbox, DETAILS)
    assert {(r.headers["IM-ApplicationID"], r.headers["IM-CorrelationID"]) for r in records} == {("other", "mine")}


def test_an_order_that_was_not_invoiced_has_no_invoices_and_an_unknown_one_is_an_error(invoices, sandbox, caller):
    assert invoices.of_order(caller.place("PO-1")) == []
    with pytest.raises(NotFoundException):
        invoices.of_order("20-RZZZZ")


def test_a_search_gives_its_invoices_in_full(invoices, history):
    order = history[0]
    found = invoices.search(order_number=order.ingram_order_number).in_full()
    assert sorted(numbers(found)) == sorted(order.invoice_numbers)
    assert found[0].lines[0].serial_numbers


# The wire as it is.


def test_nothing_found_is_nothing_whatever_the_answer_looks_like(invoices, sandbox):
    missing = {"errors": [{"id": "1", "type": "t", "message": "Record not found", "fields": []}]}
    for fault in (
        answered(SEARCH, missing, status=404),
        Fault("empty", status=204, operation=SEARCH),
        answered(SEARCH, {"invoices": None, "recordsFound": "0"}),
        answered(SEARCH, {"invoices": []}),
    ):
        sandbox.faults.add(fault)
        assert list(invoices.search()) == []


def test_lost_answers_and_outages_are_asked_again(invoices, sandbox, history):
    number = history[0].invoice_numbers[0]
    sandbox.faults.add(Fault("lost_answer", operation=DETAILS), Fault("status", status=500, operation=DETAILS))
    assert invoices.get(number).invoice_number == number
    assert len(sent(sandbox, DETAILS)) == 3


def test_an_outage_that_lasts_is_told_and_the_walk_goes_on_after_it(invoices, sandbox, history):
    search = invoices.search(page_size=20)
    first = [next(search) for _ in range(20)]
    sandbox.faults.add(Fault("status", status=500, operation=SEARCH, times=4))
    with pytest.raises(ServiceException):
        next(search)
    rest = list(search)
    assert len({*numbers(first), *numbers(rest)}) == sum(len(order.invoice_numbers) for order in history)


def test_a_page_of_html_is_an_error(invoices, sandbox):
    sandbox.faults.add(answered(DETAILS, "<html>Sign in</html>"))
    with pytest.raises(ApiResponseException):
        invoices.get("40MKTRW11")


FIELD = {"field": "IM-CountryCode", "value": "UU", "message": "is invalid"}
ERROR = {"traceid": "1", "message": "Validation failed", "fields": [FIELD]}


@pytest.mark.parametrize(
    "error",
    [
        {"errors": [{**ERROR, "id": 1}]},
        {"errors": {**ERROR, "fields": FIELD}},
        {"errors": [{**ERROR, "message": None, "fields": [{**FIELD, "message": "Validation failed"}]}]},
        [{"errors": [ERROR]}],
        ERROR,
    ],
)
def test_errors_of_every_shape_reach_message_and_fields(invoices, sandbox, error):
    sandbox.faults.add(answered(DETAILS, error, status=400))
    with pytest.raises(ApiException) as caught:
        invoices.get("40MKTRW11")
    assert "Validation failed" in str(caught.value)
    assert [field.field for field in caught.value.fields] == ["IM-CountryCode"]
