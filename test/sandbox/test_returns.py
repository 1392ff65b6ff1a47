"""The sandbox's returns: against invoices, never more than was invoiced, decided after a day."""

from __future__ import annotations

from typing import Any

import pytest

CREATE, SEARCH, DETAILS = "/resellers/v6/returns/create", "/resellers/v6/returns/search", "/resellers/v6/returns"
SHIP_FROM = {
    "companyName": "SANDBOX RESELLER",
    "contact": "RETURNS DESK",
    "addressLine1": "1 EXAMPLE WAY",
    "city": "SPRINGFIELD",
    "state": "CA",
    "postalCode": "90001",
    "countryCode": "US",
    "email": "returns@example.com",
}
DAY = 24 * 60 * 60


class Time:
    """The sandbox's time."""

    def __init__(self) -> None:
        self.now = 1_780_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def sandbox(start: Any, time: Time) -> Any:
    return start(clock=time, token_lifetime=10**9)


@pytest.fixture
def item(caller: Any, sandbox: Any) -> Any:
    """A return of one of five pieces that were invoiced."""
    reply = caller.create("PO-1", "8RB884")
    order = sandbox.ledger.placed("PO-1")[0]
    assert reply.status == 201
    order.lines[0].quantity_ordered = 5
    sandbox.ship(order.ingram_order_number)
    shipment = order.lines[0].shipments[0]
    return {
        "invoiceNumber": shipment.invoice_number,
        "invoiceDate": shipment.invoiced_on.isoformat(),
        "ingramPartNumber": "8RB884",
        "quantity": 1,
        "primaryReason": "The product is defective",
        "secondaryReason": "It does not start.",
        "numberOfBoxes": 1,
        "shipFromInfo": [SHIP_FROM],
    }


@pytest.fixture
def file(caller: Any, item: Any) -> Any:
    """File returns that differ from the usual one."""

    def filed(*changes: dict[str, Any]) -> Any:
        return caller("POST", CREATE, {"list": [{**item, **change} for change in changes or ({},)]})

    return filed


def case_of(reply: Any) -> Any:
    assert reply.status == 200, reply.body
    (case,) = reply.json["returnsClaims"]
    return case


def test_a_return_opens_a_case_that_is_found_and_shown(file: Any, caller: Any) -> None:
    case = case_of(file({"referenceNumber": "R-1", "quantity": "2", "shipFromInfo": SHIP_FROM}))
    number = case["caseRequestNumber"]
    assert (case["status"], case["credit"], case["quantity"], case["rmaClaimId"]) == ("Open", None, 2, "")
    for query in ({"referenceNumber": "r-1"}, {"caseRequestNumber": number}, {"ingramPartNumber": "8RB884"}, {}):
        page = caller("GET", SEARCH, query=query).json
        assert [found["caseRequestNumber"] for found in page["returnsClaims"]] == [number]
        assert (page["recordsFound"], page["nextPage"], page["returnsClaims"][0]["status"]) == (1, None, "OPEN")
    details = caller("GET", f"{DETAILS}/{number}").json
    (product,) = details["products"]
    assert (product["quantity"], product["extendedPrice"], product["upc"]) == (2, details["subTotal"], None)
    assert case["estimatedTotalValue"] == details["estimatedTotal"]
    assert caller("GET", f"{DETAILS}/CAS-0").status == 404


def test_no_more_than_was_invoiced_goes_back(file: Any, time: Time) -> None:
    assert file({"quantity": 6}).json[0]["errors"][0]["fields"][0]["field"] == "list[0].quantity"
    case_of(file({"quantity": 3, "notes": "deny this"}))
    assert file({"quantity": 3}).status == 400
    both = file({"quantity": 1}, {"quantity": 2})  # each would fit alone
    assert [f["field"] for f in both.json[0]["errors"][0]["fields"]] == ["list[1].quantity"]
    case_of(file({"quantity": 2}))
    assert file().status == 400
    time.now += DAY
    case_of(file({"quantity": 3}))  # what was denied can be asked for again


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"invoiceNumber": "20RZZZZ11"}, "list[0].invoiceNumber"),
        ({"invoiceDate": "2020-01-01"}, "list[0].invoiceDate"),
        ({"invoiceDate": "1/2/2020"}, "list[0].invoiceDate"),
        ({"ingramPartNumber": "DF4128"}, "list[0].ingramPartNumber"),
        ({"ingramPartNumber": "", "vendorPartNumber": "OTHER"}, "list[0].vendorPartNumber"),
        ({"ingramPartNumber": ""}, "list[0].ingramPartNumber"),
        ({"serialNumber": "NOT-THAT-ONE"}, "list[0].ingramPartNumber"),
        ({"quantity": 0}, "list[0].quantity"),
        ({"numberOfBoxes": "0"}, "list[0].numberOfBoxes"),
        ({"shipFromInfo": [{}]}, "list[0].shipFromInfo[0].email"),
        ({"primaryReason": None}, "list[0].primaryReason"),
    ],
)
def test_what_does_not_fit_the_invoice_is_refused_in_a_list(
    file: Any, caller: Any, change: dict[str, Any], field: str
) -> None:
    reply = file({}, change) if field == "never" else file(change)
    assert reply.status == 400, reply.body
    (box,) = reply.json
    assert field in [each["field"] for each in box["errors"][0]["fields"]]
    assert caller("GET", SEARCH).json["returnsClaims"] == []


def test_one_bad_return_stops_all(file: Any, caller: Any) -> None:
    assert file({}, {"quantity": 0}).status == 400
    assert caller("POST", CREATE, {"list": []}).status == 400
    assert caller("GET", SEARCH).json["recordsFound"] == 0


@pytest.mark.parametrize(
    ("notes", "status", "share"),
    [("", "Approved", 1), ("please deny", "Denied", 0), ("VOID", "Voided", 0), ("partial", "Partially Approved", 0.5)],
)
def test_cases_are_decided_after_a_day(
    file: Any, caller: Any, time: Time, notes: str, status: str, share: float
) -> None:
    case = case_of(file({"notes": notes}))
    time.now += DAY
    details = caller("GET", f"{DETAILS}/{case['caseRequestNumber']}").json
    (found,) = caller("GET", SEARCH, query={"returnStatus-in": f"Open,{status}"}).json["returnsClaims"]
    assert (details["status"], found["status"]) == (status, status.upper())
    assert found["credit"] == pytest.approx(case["estimatedTotalValue"] * share, abs=0.01)
    assert found["returnClaimId"] == details["rmaClaimId"] != ""
    assert found["modifiedOn"] > found["createdOn"]


def test_searches_filter_and_page(file: Any, caller: Any, item: Any, time: Time) -> None:
    for index in range(5):
        reason = "I have not received part or all of my order" if index == 0 else item["primaryReason"]
        case_of(file({"referenceNumber": f"R-{index}", "primaryReason": reason}))
        time.now += 3 * DAY

    def found(**query: Any) -> list[str]:
        reply = caller("GET", SEARCH, query={name.replace("_", "-"): value for name, value in query.items()})
        assert reply.status == 200, reply.body
        return [each["referenceNumber"] for each in reply.json["returnsClaims"]]

    assert found() == ["R-4", "R-3", "R-2", "R-1", "R-0"]
    assert found(sort="asc", sortingColumnName="modifiedOn") == ["R-0", "R-1", "R-2", "R-3", "R-4"]
    assert (found(size="2"), found(size=2, page="3"), found(size=2, page=4)) == (["R-4", "R-3"], ["R-0"], [])
    assert found(claimStatus_in="approved") == ["R-0"]
    assert found(returnReason_in="(DF) Defective Items,(SS) Short Shipment") == found()
    assert found(returnReason_in="(SS) Short Shipment") == ["R-0"]
    assert found(createdOn_bt="2026-05-28,2026-06-01") == ["R-1", "R-0"]
    dashed = f"{item['invoiceNumber'][:2]}-{item['invoiceNumber'][2:7]}-{item['invoiceNumber'][7:]}"
    assert found(invoiceNumber=dashed) == found()
    for wrong in ({"createdOn-bt": "2026-05-28"}, {"modifiedOn-bt": "a,b"}, {"page": "0"}):
        assert caller("GET", SEARCH, query=wrong).status == 400
