"""The sandbox's renewals and deals: found, shown, and changed by the orders that use them."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from xi_sdk_resellers.sandbox import Sandbox

RENEWALS = "/resellers/v6/renewals"
DEALS = "/resellers/v6/deals"
APPLICATION = {"IM-ApplicationID": "tests"}


def found_renewals(caller: Any, body: object = None, **query: Any) -> list[dict[str, Any]]:
    """All renewals of a search."""
    reply = caller("POST", f"{RENEWALS}/search", body, query={"size": "200", **query})
    assert reply.status == 200, reply.body
    (page,) = reply.json
    assert page["recordsFound"] == len(page["renewals"])
    return list(page["renewals"])


def details(caller: Any, renewal: dict[str, Any]) -> dict[str, Any]:
    reply = caller("GET", f"{RENEWALS}/{renewal['renewalId']}")
    assert reply.status == 200
    return dict(reply.json)


def test_every_renewal_is_found_once_page_by_page(caller: Any) -> None:
    everything = [renewal["renewalId"] for renewal in found_renewals(caller)]
    assert len(set(everything)) == len(everything) > 100
    walked: list[int] = []
    for number in range(1, 10):
        (page,) = caller("POST", f"{RENEWALS}/search", query={"page": str(number)}).json
        assert (page["pageNumber"], page["pageSize"]) == (number, 25)
        walked += [renewal["renewalId"] for renewal in page["renewals"]]
        if "nextPage" not in page:
            break
        assert page["nextPage"] == f"{RENEWALS}/search?page={number + 1}"
    assert walked == everything


def test_a_renewal_in_full_is_the_one_that_was_found(caller: Any) -> None:
    for renewal in found_renewals(caller)[::10]:
        full = details(caller, renewal)
        assert full["renewalId"] == str(renewal["renewalId"])
        assert float(full["renewalValue"]) == renewal["renewalValue"]
        assert (full["status"], full["expirationDate"]) == (renewal["status"], renewal["expirationDate"])
        total = sum(line["unitPrice"] * line["quantity"] for line in full["products"])
        assert total == pytest.approx(renewal["renewalValue"])
        assert renewal["referenceNumber"] in full["referenceNumber"].values()


@pytest.mark.parametrize("in_list", [False, True])
def test_filters_of_the_body(caller: Any, in_list: bool) -> None:
    everything = found_renewals(caller)
    renewal = everything[len(everything) // 2]
    day = datetime.fromisoformat(renewal["expirationDate"]).strftime("%m/%d/%Y")
    filters: dict[str, Callable[[dict[str, Any]], bool]] = {
        json.dumps({"vendor": renewal["vendor"]}): lambda other: other["vendor"] == renewal["vendor"],
        json.dumps({"endUser": renewal["endUser"]}): lambda other: other["endUser"] == renewal["endUser"],
        json.dumps({"dateType": {"expirationDate": {"customStartDate": day, "customEndDate": day}}}): (
            lambda other: other["expirationDate"] == renewal["expirationDate"]
        ),
        json.dumps({"status": {"OpporutinyStatus": {"subStatus": renewal["status"]}}}): (
            lambda other: other["status"] == renewal["status"]
        ),
        json.dumps({"status": {"OpporutinyStatus": {"value": "Closed", "subStatus": "All"}}}): (
            lambda other: other["status"] in ("Ordered", "Expired", "EOL", "Void", "Cancelled", "Other")
        ),
        json.dumps({"status": {}, "vendor": ""}): lambda other: True,
    }
    for body, expected in filters.items():
        found = found_renewals(caller, f"[{body}]" if in_list else body)
        assert found == [other for other in everything if expected(other)], body
        assert found, body


def test_filters_of_the_query(caller: Any) -> None:
    renewal = found_renewals(caller)[0]
    full = details(caller, renewal)
    serial = full["additionalAttributes"][0]["attributeValue"]
    assert renewal in found_renewals(caller, customerOrderNumber=renewal["customerOrderNumber"].lower())
    assert renewal in found_renewals(caller, ingramPurchaseOrderNumber=full["ingramPurchaseOrderNumber"])
    assert found_renewals(caller, serialNumber=serial) == [renewal]
    assert found_renewals(caller, serialNumber="none of them") == []
    values = [other["renewalValue"] for other in found_renewals(caller, sort="renewalValue")]
    assert values == sorted(values)


@pytest.mark.parametrize(
    ("body", "query", "field"),
    [
        ({"dateType": {"startDate": {"customStartDate": "2024-01-31"}}}, {}, "dateType.startDate.customStartDate"),
        ({"dateType": {"endDate": {"customEndDate": "02/30/2024"}}}, {}, "dateType.endDate.customEndDate"),
        (
            {"dateType": {"invoiceDate": {"customEndDate": "\u0660\u0661/\u0660\u0661/2024"}}},
            {},
            "dateType.invoiceDate.customEndDate",
        ),
        ({"vendor": 5}, {}, "vendor"),
        ([{"vendor": "HP"}, {"vendor": "HP"}], {}, "body"),
        ([], {}, "body"),
        (None, {"page": "0"}, "page"),
        (None, {"size": "\u00b2"}, "size"),
        (None, {"page": "9" * 5000}, "page"),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_list_of_one(
    caller: Any, body: object, query: dict[str, str], field: str
) -> None:
    reply = caller("POST", f"{RENEWALS}/search", body, query=query)
    assert reply.status == 400
    ((error,),) = [answer["errors"] for answer in reply.json]
    assert error["message"] is None
    assert [wrong["field"] for wrong in error["fields"]] == [field]
    assert caller("POST", f"{RENEWALS}/search").status == 200


def test_an_order_of_its_quote_closes_a_renewal(caller: Any, sandbox: Sandbox) -> None:
    body = {"status": {"OpporutinyStatus": {"value": "Open", "subStatus": "Quote pending"}}}
    for renewal in found_renewals(caller, body):
        quote = caller("GET", f"/resellers/v6/quotes/{renewal['referenceNumber']}").json
        assert quote["extendedQuotePriceTotal"] == pytest.approx(renewal["renewalValue"])
        order = {"quoteNumber": renewal["referenceNumber"], "customerOrderNumber": "PO-1"}
        if caller("POST", "/resellers/v7/orders", order).status == 200:  # some manufacturers demand facts
            break
    sandbox.drain()
    assert details(caller, renewal)["status"] == "Ordered"
    assert renewal["renewalId"] not in [other["renewalId"] for other in found_renewals(caller, body)]


@pytest.mark.parametrize("path", [f"{RENEWALS}/1", f"{RENEWALS}/%C2%B2", f"{DEALS}/nothing%20here"])
def test_what_is_not_there_is_not_found(caller: Any, path: str) -> None:
    reply = caller("GET", path, headers=APPLICATION)
    assert reply.status == 404
    assert reply.json["errors"][0]["message"].endswith("not found.")


def found_deals(caller: Any, **query: Any) -> list[dict[str, Any]]:
    reply = caller("GET", f"{DEALS}/search", query={"Size": 100, **query})
    assert reply.status == 200
    return list(reply.json["deals"])


def deal_in_full(caller: Any, number: str, **query: Any) -> Any:
    return caller("GET", f"{DEALS}/{number.replace(' ', '%20')}", query=query, headers=APPLICATION)


def test_every_deal_is_found_once_page_by_page(caller: Any) -> None:
    everything = [deal["dealId"] for deal in found_deals(caller)]
    assert len(set(everything)) == len(everything) > 50
    walked: list[str] = []
    for number in (1, 2, 3):
        page = caller("GET", f"{DEALS}/search", query={"Page": number}).json
        assert (page["pageNumber"], page["pageSize"], page["recordsFound"]) == (number, 25, len(everything))
        assert (page["previousPage"] is None) == (number == 1)
        assert (page["nextPage"] is None) == (number == 3)
        walked += [deal["dealId"] for deal in page["deals"]]
    assert walked == everything
    assert caller("GET", f"{DEALS}/search", query={"Page": 4}).json["deals"] == []


def test_deals_are_found_by_vendor_customer_and_number(caller: Any) -> None:
    everything = found_deals(caller)
    deal = next(deal for deal in everything if " " in deal["dealId"])
    assert found_deals(caller, dealId=deal["dealId"].lower()) == [deal]
    for name in ("vendor", "endUser"):
        found = found_deals(caller, **{name: deal[name].upper()})
        assert found == [other for other in everything if other[name] == deal[name]]
    assert found_deals(caller, vendor="nobody") == []


def test_orders_use_a_deal_up_and_a_cancelled_one_gives_it_back(caller: Any) -> None:
    deal = next(deal for deal in found_deals(caller) if " " in deal["dealId"])
    number, vendor = deal["dealId"], deal["vendor"]
    before = deal_in_full(caller, number, vendorName=vendor).json["products"][0]
    assert before["remainingQuantity"] == before["approvedQuantity"]
    assert 0 < before["standardPrice"] < before["msrp"]
    line = {"ingramPartNumber": before["ingramPartNumber"], "quantity": 2, "specialBidNumber": number}
    order = caller.create("PO-1", lines=[line], hold=True).json["orders"][0]["ingramOrderNumber"]
    after = deal_in_full(caller, number).json["products"][0]
    assert after == before | {"remainingQuantity": before["approvedQuantity"] - 2}
    assert caller.cancel(order).status == 200
    assert deal_in_full(caller, number).json["products"][0] == before


def test_a_deal_of_another_vendor_is_not_found(caller: Any) -> None:
    deal = found_deals(caller)[0]
    assert deal_in_full(caller, deal["dealId"], vendorName=deal["vendor"].lower()).status == 200
    assert deal_in_full(caller, deal["dealId"], vendorName="somebody else").status == 404


def test_deals_need_to_know_the_application(caller: Any) -> None:
    reply = caller("GET", f"{DEALS}/12345678")
    assert (reply.status, reply.fields) == (400, {"IM-ApplicationID"})


def test_two_sandboxes_of_one_day_have_the_same(
    start: Callable[..., Sandbox], caller_for: Callable[[Sandbox], Any]
) -> None:
    callers = [caller_for(start(clock=lambda: 1_700_000_000.0)) for _ in range(2)]
    assert found_deals(callers[0]) == found_deals(callers[1])
    assert found_renewals(callers[0]) == found_renewals(callers[1])
