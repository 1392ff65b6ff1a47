"""The sandbox's quotes: found, shown, checked, asked for and ordered, as the contract and the vendor's samples say."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest

from xi_sdk_resellers.sandbox import Sandbox

PLAIN, IN_PARTS, OVER = "QUO-10985-C4C3F7", "QUO-10926-Y8G1B3", "QUO-10637-W4M3G1"
AUTHORIZED, DEMANDING, SUBSCRIPTION = "QUO-14551943-D2Y9L9", "QUO-15210077-C5D4F2", "QUO-33804127-S5T2K8"
CONTACT = {"IM-CustomerContact": "jo.field@example.com"}
TODAY = datetime.now(timezone.utc).date()


def search(caller: Any, contact: Any = CONTACT, **query: Any) -> Any:
    wire = {name.replace("_bt", "-bt"): value for name, value in query.items()}
    return caller("GET", "/resellers/v6/quotes/search", query=wire, headers=contact)


def details(caller: Any, number: str) -> Any:
    return caller("GET", f"/resellers/v6/quotes/{number}")


def validate(caller: Any, number: str) -> Any:
    return caller("GET", "/resellers/v6/q2o/validatequote", query={"quoteNumber": number})


def order(caller: Any, number: str, purchase_order: str = "PO-1", **body: Any) -> Any:
    body = {"quoteNumber": number, "customerOrderNumber": purchase_order, **body}
    return caller("POST", "/resellers/v7/orders", body)


def ask(caller: Any, **body: Any) -> Any:
    return caller("POST", "/resellers/v6/quotes/create", {"customercontact": "jo@example.com", **body})


def days_ago(days: int) -> str:
    return (TODAY - timedelta(days=days)).isoformat()


def facts(**values: str) -> list[dict[str, str]]:
    return [{"attributeName": name, "attributeValue": value} for name, value in values.items()]


def test_the_last_thirty_days_are_found_and_older_ones_by_range(caller: Any) -> None:
    found = search(caller).json
    assert (found["pageSize"], found["pageNumber"], len(found["quotes"])) == (25, 1, 25)
    days = [date.fromisoformat(quote["ingramQuoteDate"]) for quote in found["quotes"]]
    assert days == sorted(days, reverse=True)
    assert min(days) >= TODAY - timedelta(days=31)
    rest = search(caller, pageNumber=2).json
    assert found["recordsFound"] == 25 + len(rest["quotes"])
    assert "pageNumber=2" in found["nextPage"]
    assert "pageNumber=1" in rest["prevPage"]
    assert search(caller, pageNumber=3).status == 404
    year = search(caller, ingramOrderDate_bt=[days_ago(500), days_ago(0)]).json
    assert year["recordsFound"] > found["recordsFound"]
    oldest = search(caller, ingramOrderDate_bt=[days_ago(500), days_ago(0)], sortingOrder="asc", sortBy="createdDate")
    assert oldest.json["quotes"][0]["ingramQuoteDate"] >= days_ago(366)
    made = search(caller, quoteCreateDate_bt=f"{days_ago(500)},{days_ago(0)}").json
    assert made["recordsFound"] == year["recordsFound"]


@pytest.mark.parametrize(
    ("query", "fields"),
    [
        ({"ingramOrderDate_bt": [days_ago(1)]}, {"ingramOrderDate-bt"}),
        ({"ingramOrderDate_bt": ["01/02/2024", "01/03/2024"]}, {"ingramOrderDate-bt[0]", "ingramOrderDate-bt[1]"}),
        ({"quoteCreateDate_bt": days_ago(1)}, {"quoteCreateDate-bt"}),
        ({"pageSize": 26}, {"pageSize"}),
        ({"pageNumber": 0}, {"pageNumber"}),
        ({"sortBy": "price", "sortingOrder": "up"}, {"sortBy", "sortingOrder"}),
    ],
)
def test_filters_that_make_no_sense_are_refused(caller: Any, query: dict[str, Any], fields: set[str]) -> None:
    reply = search(caller, **query)
    assert (reply.status, reply.fields) == (400, fields)


@pytest.mark.parametrize("contact", [{}, {"IM-CustomerContact": "Jo Field"}, {"IM-CustomerContact": ""}])
def test_a_search_needs_an_address(caller: Any, contact: dict[str, str]) -> None:
    reply = search(caller, contact)
    assert (reply.status, reply.fields) == (400, {"IM-CustomerContact"})


@pytest.mark.parametrize(
    "query", [{"quoteNumber": "c4c3f7"}, {"quoteName": "test quote - 999"}, {"vendorName": "jabra", "quoteName": "999"}]
)
def test_filters_find_parts_of_texts(caller: Any, query: dict[str, str]) -> None:
    (quote,) = search(caller, **query).json["quotes"]
    assert quote["quoteNumber"] == PLAIN
    assert quote["ingramQuoteExpiryDate"] == "0001-01-01"
    assert quote["specialBidNumber"] is None


def test_nothing_found_is_404_in_the_listed_shape(caller: Any) -> None:
    reply = search(caller, quoteNumber="QUO-NONE")
    assert reply.status == 404
    assert "No records found" in reply.json["errors"][0]["message"]


def test_details_add_up(caller: Any) -> None:
    quote = details(caller, PLAIN.lower()).json
    assert quote["quoteNumber"] == PLAIN
    prices = [line["price"]["quotePrice"] * line["quantity"] for line in quote["products"]]
    assert quote["extendedQuotePriceTotal"] == pytest.approx(sum(prices))
    assert quote["quantityTotal"] == 5
    assert [line["remainingQuoteQty"] for line in quote["products"]] == [3, 2]
    (found,) = search(caller, quoteNumber=PLAIN).json["quotes"]
    assert found["quoteTotal"] == quote["extendedQuotePriceTotal"]


@pytest.mark.parametrize("number", ["QUO-1", "20-R0001", "%C2%B2"])
def test_a_number_of_another_account_is_refused_everywhere(caller: Any, number: str) -> None:
    assert (details(caller, number).status, details(caller, number).fields) == (400, {"quoteNumber"})
    reply = validate(caller, number)
    assert (reply.status, reply.fields) == (400, {"quoteNumber"})
    assert "traceid" in reply.json["errors"][0]
    assert (order(caller, "QUO-1").status, order(caller, "QUO-1").fields) == (400, {"quoteNumber"})


def test_a_quote_that_is_over_cannot_be_ordered(caller: Any) -> None:
    assert details(caller, OVER).status == 200
    for reply in (validate(caller, OVER), order(caller, OVER)):
        assert (reply.status, reply.fields) == (400, {"quoteNumber"})
        assert "expired" in reply.json["errors"][0]["fields"][0]["message"]


def test_what_is_demanded_stands_in_both_answers(caller: Any) -> None:
    checked = validate(caller, DEMANDING).json
    assert [fact["attributeName"] for fact in checked["vmfAdditionalAttributes"]] == [
        "VEND_AUTH_NBR_FLG",
        "DEPLOYMENT_TYPE",
    ]
    assert [line["quantity"] for line in checked["lines"]] == ["2", "1"]
    assert {fact["attributeName"] for line in checked["lines"] for fact in line["vmfAdditionalAttributesLines"]} == {
        "END_USER_PO",
        "SMART_ACCOUNT",
    }
    (info,) = required(caller, quoteNumber=DEMANDING).json
    (group,) = info["vmfAdditionalAttributes"]
    deployment = group["additionalAttributes"][1]
    assert deployment["attributeValue"] == "end_user,managed_service"
    market = deployment["choices"][0]["choices"][0]
    assert market["attributeName"] == "MARKET"
    assert market["choices"][1]["choices"][0]["attributeName"] == "SCHOOL_ID"
    assert validate(caller, PLAIN).json["vmfAdditionalAttributes"] == []


def required(caller: Any, **body: Any) -> Any:
    return caller("POST", "/resellers/v7/vendorrequiredinfo", body)


def test_required_info_answers_one_entry_for_each_and_says_why_there_is_none(caller: Any) -> None:
    asked = [{"planID": "438308"}, {"planID": "a plan"}, {"ingramPartNumber": "XXX1"}, {"ingramPartNumber": "2GZ200"}]
    plan, no_plan, no_part, plain = required(caller, products=asked).json
    assert plan["vriAdditionalAttributes"][0]["vendorName"] == "Microsoft"
    assert plan["vmfAdditionalAttributes"] == []
    for refused in (no_plan, no_part):
        assert refused["responseMessages"][0]["message"].startswith("There is no such")
    assert (plain["ingramPartNumber"], plain["responseMessages"], plain["vmfAdditionalAttributes"]) == (
        "2GZ200",
        [],
        [],
    )
    (unknown,) = required(caller, quoteNumber="QUO-1").json
    assert unknown["responseMessages"]
    for empty in ({}, {"products": []}):
        assert (required(caller, **empty).status, required(caller, **empty).fields) == (400, {"products"})
    without_sender = caller("POST", "/resellers/v7/vendorrequiredinfo", {}, headers={"IM-SenderID": None})
    assert (without_sender.status, without_sender.fields) == (400, {"IM-SenderID"})


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({}, {"VEND_AUTH_NBR_FLG", "DEPLOYMENT_TYPE"}),
        ({"VEND_AUTH_NBR_FLG": "A1", "DEPLOYMENT_TYPE": "somebody"}, {"DEPLOYMENT_TYPE"}),
        ({"VEND_AUTH_NBR_FLG": "A1", "DEPLOYMENT_TYPE": "END_USER"}, {"MARKET"}),
        ({"VEND_AUTH_NBR_FLG": "A1", "DEPLOYMENT_TYPE": "end_user", "MARKET": "education"}, {"SCHOOL_ID"}),
        ({"VEND_AUTH_NBR_FLG": "A1", "DEPLOYMENT_TYPE": "managed_service", "SCHOOL_ID": "1"}, {"MSP_ID"}),
    ],
)
def test_an_order_without_what_is_demanded_is_refused_and_takes_nothing(
    caller: Any, given: dict[str, str], missing: set[str]
) -> None:
    lines = [{"vmfAdditionalAttributesLines": facts(END_USER_PO="7")}] * 2
    reply = order(caller, DEMANDING, vmfAdditionalAttributes=facts(**given), lines=lines)
    assert reply.status == 400
    assert {field.rpartition(".")[2] for field in reply.fields} == missing
    assert [line["remainingQuoteQty"] for line in details(caller, DEMANDING).json["products"]] == [2, 1]


def test_a_line_lacks_what_is_demanded_of_it(caller: Any) -> None:
    given = facts(VEND_AUTH_NBR_FLG="A1", DEPLOYMENT_TYPE="managed_service", MSP_ID="5")
    lines = [{"customerLineNumber": "2", "vmfAdditionalAttributesLines": facts(END_USER_PO="7")}]
    reply = order(caller, DEMANDING, vmfAdditionalAttributes=given, lines=lines)
    assert reply.fields == {"lines[1].vmfAdditionalAttributesLines.END_USER_PO"}


def test_an_order_with_everything_is_placed_at_the_prices_of_the_quote(caller: Any, sandbox: Sandbox) -> None:
    given = facts(VEND_AUTH_NBR_FLG="A1", DEPLOYMENT_TYPE="end_user", MARKET="commercial")
    lines = [{"ingramPartNumber": "4U0212", "quantity": "99", "vmfAdditionalAttributesLines": facts(END_USER_PO="7")}]
    assert order(caller, DEMANDING, vmfAdditionalAttributes=given, lines=lines * 2).status == 200
    sandbox.drain()
    orders = sandbox.ledger.placed("PO-1")
    quote = details(caller, DEMANDING).json
    wanted = {(line["ingramPartNumber"], line["quantity"], line["price"]["quotePrice"]) for line in quote["products"]}
    placed = {(line.part_number, line.quantity_ordered, float(line.unit_price)) for o in orders for line in o.lines}
    assert placed == wanted
    assert [line["remainingQuoteQty"] for line in quote["products"]] == [0, 0]
    assert order(caller, DEMANDING, "PO-2", vmfAdditionalAttributes=given, lines=lines * 2).fields == {"quoteNumber"}
    assert validate(caller, DEMANDING).fields == {"quoteNumber"}


def test_parts_of_a_quote_are_ordered_until_nothing_is_left(caller: Any, sandbox: Sandbox) -> None:
    line = {"ingramPartNumber": "2GZ200"}
    for quantity, status in ((1, 400), (11, 400), ("3", 200), (5, 200), (3, 400), (2, 200)):
        number = f"PO-{quantity}-{status}"
        assert order(caller, IN_PARTS, number, lines=[{**line, "quantity": quantity}]).status == status, number
    assert order(caller, IN_PARTS, lines=[{**line, "quantity": 1}]).fields == {"quoteNumber"}
    sandbox.drain()
    assert [placed.lines[0].quantity_ordered for placed in sandbox.ledger.orders] == [3, 5, 2]
    (left,) = details(caller, IN_PARTS).json["products"]
    assert (left["remainingQuoteQty"], left["price"]["remainingQuantityExtendedQuotePrice"]) == (0, 0)


def test_a_subscription_takes_its_facts_in_a_group_with_choices(caller: Any, sandbox: Sandbox) -> None:
    chosen = {"attributeValue": "existing", "choices": []}
    group = {
        "vendorName": "Microsoft",
        "additionalAttributes": [{"attributeName": "tenant_preference", "attributeValue": "", "choices": [chosen]}],
    }
    assert order(caller, SUBSCRIPTION, vriAdditionalAttributes=[group]).fields == {
        "vriAdditionalAttributes.tenant_preference"
    }
    group["additionalAttributes"] = [
        {"attributeName": "tenant_preference", "attributeValue": "existing", "choices": [chosen]}
    ]
    assert order(caller, SUBSCRIPTION, vriAdditionalAttributes=[group]).status == 200
    sandbox.drain()
    assert sandbox.ledger.placed("PO-1")


def test_a_quote_that_was_asked_for_comes_as_an_event_and_is_found(caller: Any, sandbox: Sandbox) -> None:
    articles = [{"ingramPartNumber": "2GZ200", "quantity": "2"}, {"ingramPartNumber": "XXX1", "quantity": 1}]
    answer = ask(caller, quoteName="Spring", products=articles).json
    sandbox.drain()
    (delivery,) = sandbox.deliveries
    event = delivery.event
    assert (event["topic"], event["event"], event["eventType"]) == (
        "resellers/quotes",
        "im::created",
        "im::quote_create",
    )
    quote = event["resource"]
    assert quote["quoteNumber"] == answer["quoteNumber"]
    assert [line["ingramPartNumber"] for line in quote["products"]] == ["2GZ200"]
    assert [line["ingramPartNumber"] for line in quote["rejectedSkus"]] == ["XXX1"]
    (found,) = search(caller, quoteName="Spring").json["quotes"]
    assert found["quoteNumber"] == answer["quoteNumber"]
    assert order(caller, answer["quoteNumber"]).status == 200


def test_a_deal_becomes_a_quote_and_nothing_becomes_none(caller: Any, sandbox: Sandbox) -> None:
    deal = ask(caller, dealId="7499800", products=[]).json["quoteNumber"]
    nothing = ask(caller, products=[{"vendorPartNumber": "XXX1", "quantity": 1}]).json["quoteNumber"]
    sandbox.drain()
    assert validate(caller, deal).json["vendorName"] == "Cisco"
    assert details(caller, nothing).status == 400
    assert sandbox.deliveries[1].event["resource"]["products"] == []


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"customercontact": "Jo"}, "customercontact"),
        ({"products": []}, "products"),
        ({"products": [{"ingramPartNumber": "2GZ200", "quantity": "none"}]}, "products[0].quantity"),
        ({"products": [{"quantity": 1}]}, "products[0]"),
        ({"sendQuoteCopy": ",".join(["a@example.com"] * 11)}, "sendQuoteCopy"),
        ({"quoteExpiryDate": "2030-01-31"}, "quoteExpiryDate"),
        ({"quoteExpiryDate": "01/31/2020"}, "quoteExpiryDate"),
    ],
)
def test_requests_for_quotes_that_are_refused(caller: Any, body: dict[str, Any], field: str) -> None:
    reply = ask(caller, **{"products": [{"ingramPartNumber": "2GZ200", "quantity": 1}], **body})
    assert reply.status == 400
    assert any(name.startswith(field) for name in reply.fields)


@pytest.mark.parametrize("name", ["quote-create-request-quote-create-with-deal", "post-createorder-v7-request-sample"])
def test_the_vendors_requests_are_taken(caller: Any, sandbox: Sandbox, sample: Any, name: str) -> None:
    body = sample(name)
    if "quoteExpiryDate" in body:
        body["quoteExpiryDate"] = (TODAY + timedelta(days=9)).strftime("%m/%d/%Y")
    path = "/resellers/v6/quotes/create" if "quoteName" in body else "/resellers/v7/orders"
    assert caller("POST", path, body).status == 200
    sandbox.drain()


def test_accounts_see_their_own_quotes_only(start: Any, caller_for: Any) -> None:
    sandbox = start(accounts={"30-333333": "US"})
    caller = caller_for(sandbox)
    other = {"IM-CustomerNumber": "30-333333", **CONTACT}
    assert search(caller, other).status == 404
    body = {"customercontact": "jo@example.com", "products": [{"ingramPartNumber": "2GZ200", "quantity": 1}]}
    asked = caller("POST", "/resellers/v6/quotes/create", body, headers=other).json["quoteNumber"]
    sandbox.drain()
    assert details(caller, asked).fields == {"quoteNumber"}
    assert order(caller, asked).fields == {"quoteNumber"}
    (found,) = search(caller, other).json["quotes"]
    assert found["quoteNumber"] == asked
    assert caller("GET", f"/resellers/v6/quotes/{PLAIN}", headers=other).fields == {"quoteNumber"}
