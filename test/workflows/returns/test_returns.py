"""Finding and reading returns with both clients, and what is refused before anything is sent."""

import json
from datetime import date
from enum import Enum

import pytest

from xi_sdk_resellers import ApiTypeError, ApiValueError, BadRequestException, NotFoundException
from xi_sdk_resellers.models.enums import ReturnStatus
from xi_sdk_resellers.sandbox import Fault

SEARCH, CREATE = "get_resellers_v6_returnssearch", "post_returnscreate"


class Own(Enum):
    """Words of somebody's own program."""

    OPEN = "Open"


def sent(sandbox, operation=SEARCH):
    return [record for record in sandbox.ledger.requests if record.operation == operation]


def test_returns_are_filed_found_and_read(returns, item):
    second = {**item, "referenceNumber": "R-2", "quantity": "2"}
    made = returns.create({"list": [item, second]})
    numbers = [case.case_request_number for case in made.returns_claims]
    assert made.receipt.numbers == tuple(numbers)
    assert (made.receipt.found, made.receipt.status, made.receipt.attempts) == (False, 200, 1)
    found = [case.case_request_number for case in returns.search(invoice_number=item["invoiceNumber"], page_size=1)]
    assert found == numbers[::-1]
    detail = returns.get(numbers[1])
    assert (detail.status, detail.reference_number, detail.products[0].quantity) == ("Open", "R-2", 2)
    with pytest.raises(NotFoundException):
        returns.get("CAS-0")


def test_each_filter_reaches_the_service_under_its_name(returns, sandbox):
    filters = {
        "case_request_number": "CAS-1", "invoice_number": "40MKTRW11", "return_claim_id": "12-RH5LX-34",
        "reference_number": "R-1", "ingram_part_number": "164B2G", "vendor_part_number": "A9W",
        "return_status": Own.OPEN, "claim_status": ["Open", ReturnStatus.PARTIALLY_APPROVED],
        "return_reason": ("(SS) Short Shipment", "(DF) Defective Items"), "created_on": date(2026, 1, 2),
        "modified_on": ("2026-01-01", "January 3, 2026"), "sort": "asc", "sorting_column_name": "createdOn",
    }  # fmt: skip
    assert list(returns.search(**filters)) == []
    (record,) = sent(sandbox)
    assert {name: ",".join(values) for name, values in record.query.items()} == {
        "caseRequestNumber": "CAS-1", "invoiceNumber": "40MKTRW11", "returnClaimId": "12-RH5LX-34",
        "referenceNumber": "R-1", "ingramPartNumber": "164B2G", "vendorPartNumber": "A9W", "returnStatus-in": "Open",
        "claimStatus-in": "Open,Partially Approved", "returnReason-in": "(SS) Short Shipment,(DF) Defective Items",
        "createdOn-bt": "2026-01-02,2026-01-02", "modifiedOn-bt": "2026-01-01,2026-01-03", "sort": "asc",
        "sortingColumnName": "createdOn", "page": "1", "size": "25",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("filters", "kind", "said"),
    [
        ({"created_on": ("2026-01-01",)}, ApiValueError, "created_on takes one day or a range of two.* not 1"),
        ({"modified_on": "05/11/2026"}, ApiValueError, "modified_on must name one day"),
        ({"created_on": ("2026-02-01", "2026-01-01")}, ApiValueError, "created_on must not start after it ends"),
        ({"return_status": []}, ApiTypeError, "return_status takes a text or several"),
        ({"claim_status": [1]}, ApiTypeError, "claim_status takes a text or several"),
        ({"page_size": 0}, ApiValueError, "page_size must be from 1 to"),
    ],
)
def test_filters_that_make_no_sense_are_refused_at_once(returns, sandbox, filters, kind, said):
    with pytest.raises(kind, match=said):
        returns.search(**filters)
    assert sandbox.ledger.requests == []


@pytest.mark.parametrize(
    ("change", "kind", "said"),
    [
        ({"quantity": 0}, ApiValueError, r"list\[0\].quantity must be at least 1, not 0"),
        ({"quantity": "-1"}, ApiValueError, r"list\[0\].quantity must be at least 1, not -1"),
        ({"quantity": 1.5}, ApiValueError, "quantity: input should be a whole number"),
        ({"numberOfBoxes": 0}, ApiValueError, r"list\[0\].number_of_boxes must be at least 1, not 0"),
        ({"ingramPartNumber": None}, ApiValueError, r"list\[0\]: ingram_part_number or vendor_part_number is needed"),
        ({"invoiceDate": "05/11/2026"}, ApiValueError, "must name one day"),
        ({"invoiceNumber": None}, ApiTypeError, "invoiceNumber"),
        ({"shipFromInfo": [{"contact": "somebody"}]}, ApiTypeError, "email"),
        ({"invoicenumbr": "1"}, ApiValueError, "did you mean 'invoiceNumber'"),
    ],
)
def test_requests_that_make_no_sense_are_refused_at_once(returns, sandbox, change, kind, said):
    base = {
        "invoiceNumber": "40MKTRW11", "invoiceDate": "2026-01-02", "ingramPartNumber": "8RB884", "quantity": 1,
        "primaryReason": "a", "secondaryReason": "b", "numberOfBoxes": 1,
        "shipFromInfo": {"companyName": "a", "contact": "b", "addressLine1": "c", "city": "d", "state": "CA",
                         "postalCode": "1", "countryCode": "US", "email": "a@b.example"},
    }  # fmt: skip
    changed = {name: value for name, value in {**base, **change}.items() if value is not None}
    with pytest.raises(kind, match=said):
        returns.create({"list": [changed]})
    assert sandbox.ledger.requests == []


def test_no_return_and_no_reference_to_resume_by_are_refused_at_once(returns, sandbox, item):
    before = len(sandbox.ledger.requests)
    for empty in ({"list": []}, {}):
        with pytest.raises(ApiValueError, match="list must have at least one return"):
            returns.create(empty)
    with pytest.raises(ApiValueError, match="needs a reference_number of its own"):
        returns.create({"list": [{**item, "referenceNumber": ""}]}, resume=True)
    assert len(sandbox.ledger.requests) == before


def test_more_than_was_invoiced_is_refused_with_its_reason(returns, item, filed):
    with pytest.raises(BadRequestException) as caught:
        returns.create({"list": [{**item, "quantity": 11}]})
    (field,) = caught.value.fields
    assert (field.field, field.value) == ("list[0].quantity", "11")
    assert "more than was invoiced" in field.message
    assert "The return was NOT filed" in str(caught.value)
    assert filed() == []


@pytest.mark.parametrize(
    "answer",
    [
        {"returnsClaims": None},
        {"returnsClaims": {"caseRequestNumber": "CAS-1"}},
        [{"returnsClaims": [{"caseRequestNumber": "CAS-1"}]}],
    ],
)
def test_searches_take_null_one_object_and_a_list_around_all(returns, sandbox, answer):
    sandbox.faults.add(Fault("status", status=200, body=json.dumps(answer), operation=SEARCH))
    found = [case.case_request_number for case in returns.search()]
    assert found in ([], ["CAS-1"])
