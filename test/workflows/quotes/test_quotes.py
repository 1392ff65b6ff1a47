"""Finding, reading, checking and ordering quotes with both clients."""

import json
from datetime import date, datetime, timedelta, timezone

import pytest

from xi_sdk_resellers import (
    ApiTypeError,
    ApiValueError,
    BadRequestException,
    Outcome,
    ServiceException,
    webhooks,
)
from xi_sdk_resellers.orders import DuplicateOrderException
from xi_sdk_resellers.quotes import MissingVendorFieldsException, OrderPendingException
from xi_sdk_resellers.sandbox import Fault

SEARCH, VALIDATE, INFO = "get_quotessearch_v6", "get_reseller_v6_validate_quote", "vendor_required_info"
ORDER = "post_createorder_v7"
PLAIN, IN_PARTS, OVER = "QUO-10985-C4C3F7", "QUO-10926-Y8G1B3", "QUO-10637-W4M3G1"
DEMANDING, SUBSCRIPTION = "QUO-15210077-C5D4F2", "QUO-33804127-S5T2K8"
VALUES = {"VEND_AUTH_NBR_FLG": "A-1", "DEPLOYMENT_TYPE": "end_user", "MARKET": "commercial", "END_USER_PO": 7}
CONTACT = {"im_customer_contact": "jo.field@example.com"}
TODAY = datetime.now(timezone.utc).date()


def sent(sandbox, *operations):
    return [record for record in sandbox.ledger.requests if record.operation in operations]


def events_of(sandbox):
    sandbox.drain()
    secret = sandbox.settings.webhook_secret
    return [webhooks.parse(each.body, each.headers, secret=secret, seen=None) for each in sandbox.deliveries]


def answered(operation, body, status=200, **more):
    content = body if isinstance(body, str) else json.dumps(body)
    return Fault("status", status=status, body=content, operation=operation, **more)


# Search and get.


def test_a_walk_brings_each_quote_of_the_last_thirty_days_once(quotes, sandbox):
    found = [quote.quote_number for quote in quotes.search(**CONTACT)]
    assert len(found) == len(set(found)) == 40
    assert [record.query["pageNumber"] for record in sent(sandbox, SEARCH)] == [["1"], ["2"], ["3"]]
    year = [*quotes.search(quote_date=(TODAY - timedelta(days=364), TODAY), **CONTACT)]
    assert len(year) > 40
    assert {*found} <= {quote.quote_number for quote in year}


@pytest.mark.parametrize(
    "days",
    [
        (TODAY - timedelta(days=5), TODAY),
        [(TODAY - timedelta(days=5)).isoformat(), datetime.now(timezone.utc)],
    ],
)
def test_days_may_be_dates_or_texts(quotes, sandbox, days):
    found = [*quotes.search(quote_date=days, quote_name="Test", **CONTACT)]
    assert [quote.quote_number for quote in found] == [PLAIN]
    first = (TODAY - timedelta(days=5)).isoformat()
    assert sent(sandbox, SEARCH)[0].query["ingramOrderDate-bt"] == [first, TODAY.isoformat()]


@pytest.mark.parametrize("query", [{"quote_number": "C4C3F7"}, {"vendor_name": "Jabra", "quote_name": "999"}])
def test_filters_are_sent(quotes, query):
    (found,) = quotes.search(sort_by="quoteNumber", sorting_order="asc", status="Active", **query, **CONTACT)
    assert found.quote_number == PLAIN


def test_nothing_found_is_an_empty_walk(quotes):
    search = quotes.search(quote_number="QUO-NONE", **CONTACT)
    assert not search
    assert (len(search), [*search]) == (0, [])


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"page_size": 26}, "page_size must be from 1 to 25, not 26"),
        ({"page_size": 0}, "page_size must be from 1 to 25, not 0"),
        ({"start_page": 0}, "start_page must be from 1"),
        ({"quote_date": [TODAY]}, "quote_date takes one day or a range of two, the first and the last, not 1"),
        ({"quote_date": (TODAY, None)}, "quote_date takes one day or a range of two"),
        ({"quote_date": (TODAY, TODAY - timedelta(days=1))}, "quote_date must not start after it ends"),
        ({"quote_date": "03/04/2026"}, "quote_date"),
        ({"quote_date": ("2026-02-30", TODAY)}, "quote_date"),
    ],
)
def test_a_search_that_makes_no_sense_is_refused_at_once(quotes, sandbox, query, said):
    with pytest.raises(ApiValueError, match=said):
        quotes.search(**query, **CONTACT)
    assert sandbox.ledger.requests == []


@pytest.mark.parametrize("contact", ["Jo Field", "jo@", "@example.com", "jo field@example.com", "", "j@" + "x" * 64])
def test_a_contact_that_is_no_address_is_refused_before_anything_is_sent(quotes, sandbox, contact):
    with pytest.raises(ApiValueError, match="im_customer_contact"):
        [*quotes.search(im_customer_contact=contact)]
    assert sent(sandbox, SEARCH) == []


def test_a_quote_is_read_in_full(quotes):
    quote = quotes.get(PLAIN)
    assert quote.extended_quote_price_total == sum(line.price.extended_quote_price for line in quote.products)
    assert [line.remaining_quote_qty for line in quote.products] == [3, 2]
    assert quote.is_partial_order_allowed is False


def test_a_number_of_another_account_is_refused_with_its_number(quotes, sandbox):
    for work in (quotes.get, quotes.validate, lambda number: quotes.order(number, customer_order_number="PO-1")):
        with pytest.raises(BadRequestException, match="This account has no quote with this number") as caught:
            work("QUO-1")
        assert caught.value.fields[0].field == "quoteNumber"
    assert caught.value.outcome is Outcome.NOT_SENT
    assert sent(sandbox, ORDER) == []


# Validate.


def test_what_is_demanded_comes_with_its_choices(quotes, sandbox):
    quote = quotes.validate(DEMANDING)
    assert (quote.quote_number, quote.vendor_name) == (DEMANDING, "Cisco")
    authorization, deployment = quote.fields
    assert (authorization.hint, authorization.choices) == ("Letters and digits", ())
    assert [choice.value for choice in deployment.choices] == ["end_user", "managed_service"]
    market = deployment.choices[0].fields[0]
    assert market.choices[1].fields[0].name == "SCHOOL_ID"
    assert [(line.number, line.quantity, len(line.fields)) for line in quote.lines] == [("1", 2, 2), ("2", 1, 2)]
    assert quote.lines[0].fields[1].value == "sandbox.example.com"
    assert [str(each) for each in quote.missing()] == [
        "VEND_AUTH_NBR_FLG: Authorization Number; Letters and digits",
        "DEPLOYMENT_TYPE: Who runs the goods; one of end_user, managed_service",
        "line 1, END_USER_PO: Purchase order of the customer",
        "line 2, END_USER_PO: Purchase order of the customer",
    ]
    assert len({record.correlation_id for record in sent(sandbox, VALIDATE, INFO)}) == 1
    assert quotes.validate(PLAIN).missing() == ()


@pytest.mark.parametrize(
    ("values", "line_values", "missing"),
    [
        (VALUES, None, []),
        ({**VALUES, "MARKET": "education"}, None, ["SCHOOL_ID"]),
        ({**VALUES, "MARKET": None}, None, ["MARKET"]),
        ({**VALUES, "DEPLOYMENT_TYPE": "MANAGED_SERVICE"}, None, ["MSP_ID"]),
        ({**VALUES, "END_USER_PO": " "}, {"1": {"END_USER_PO": "x"}}, ["END_USER_PO"]),
        ({**VALUES, "END_USER_PO": ""}, {"001": {"END_USER_PO": "x"}, 2: {"END_USER_PO": True}}, []),
    ],
)
def test_what_is_missing_depends_on_what_was_chosen(quotes, values, line_values, missing):
    assert [each.name for each in quotes.validate(DEMANDING).missing(values, line_values)] == missing


@pytest.mark.parametrize(
    ("values", "line_values", "said"),
    [
        ({"DEPLOYMENT_TYPE": "cloud"}, None, "DEPLOYMENT_TYPE must be one of end_user, managed_service, not 'cloud'"),
        ({"VEND_AUTH_NBR_FLAG": "1"}, None, "did you mean 'VEND_AUTH_NBR_FLG'"),
        ({}, {"3": {}}, r"has no line '3', only \['1', '2'\]"),
        ({"MARKET": 1.5}, None, r"values\['MARKET'\] must be text, a whole number or a boolean, not float"),
        (["MARKET"], None, "values must be a mapping, not list"),
        ({}, {"1": "x"}, r"line_values\['1'\] must be a mapping, not str"),
    ],
)
def test_values_that_make_no_sense_are_refused_before_the_order_is_sent(quotes, sandbox, values, line_values, said):
    quote = quotes.validate(DEMANDING)
    with pytest.raises(ApiValueError, match=said):
        quotes.order(quote, values, line_values=line_values, customer_order_number="PO-1")
    assert sent(sandbox, ORDER) == []


def test_a_quote_that_is_over_cannot_be_validated(quotes):
    with pytest.raises(BadRequestException, match="expired"):
        quotes.validate(OVER)


def test_what_the_vendor_demands_elsewhere_is_added(quotes, sandbox):
    facts = [{"attributeName": "A", "attributeValue": "known"}, {"attributeName": "D", "attributeValue": "yes,no"}]
    validation = {"quoteNumber": "Q", "vmfAdditionalAttributes": facts}
    words = {"attributeName": "B", "attributeValue": "yes,no", "attributeRequired": "true", "choices": []}
    more = {"attributeName": "C", "attributeValue": None, "attributeRequired": "False"}
    groups = [{"vendorName": "V", "additionalAttributes": [words, more, None, {"attributeValue": "nameless"}]}]
    info = [None, {"responseMessages": [{"message": "no plan"}], "vmfAdditionalAttributes": groups}]
    sandbox.faults.add(answered(VALIDATE, validation), answered(INFO, info))
    quote = quotes.validate("Q")
    assert [(each.name, each.value, each.required) for each in quote.fields] == [
        ("A", "known", True),
        ("D", "", True),
        ("B", "", True),
        ("C", "", False),
    ]
    assert quote.messages == ("no plan",)
    assert [choice.value for choice in quote.fields[1].choices] == ["yes", "no"]
    assert [choice.value for choice in quote.fields[2].choices] == ["yes", "no"]
    assert quote.missing({"B": "perhaps", "D": "never"}) == ()  # words that were only read out of a text


@pytest.mark.parametrize("broken", [VALIDATE, INFO])
def test_a_validation_that_fails_says_so(quotes, sandbox, broken):
    sandbox.faults.add(Fault("html", operation=broken, times=None))
    with pytest.raises(ServiceException):
        quotes.validate(PLAIN)


def test_no_answer_about_what_is_demanded_leaves_what_the_validation_says(quotes, sandbox):
    sandbox.faults.add(answered(INFO, "[]"))
    assert [each.name for each in quotes.validate(DEMANDING).fields] == ["VEND_AUTH_NBR_FLG", "DEPLOYMENT_TYPE"]


# Order.


def test_a_quote_becomes_an_order_and_its_result_comes_by_event(quotes, sandbox):
    ship_to = {"companyName": "Alder Clinic", "city": "Flint", "countryCode": "US"}
    confirmation = quotes.order(DEMANDING, VALUES, customer_order_number="PO-1", request={"shipToInfo": ship_to})
    assert (confirmation.customer_order_number, confirmation.quote_number) == ("PO-1", DEMANDING)
    assert (confirmation.receipt.calls, confirmation.receipt.attempts) == (3, 1)
    event = quotes.wait_for_order(confirmation, events_of(sandbox))
    orders = sandbox.ledger.placed("PO-1")
    assert sorted(event.order_numbers) == sorted(order.ingram_order_number for order in orders)
    assert orders[0].ship_to["city"] == "Flint"
    assert [line.remaining_quote_qty for line in quotes.get(DEMANDING).products] == [0, 0]
    (record,) = sent(sandbox, ORDER)
    body = json.loads(record.body)
    names = [fact["attributeName"] for fact in body["vmfAdditionalAttributes"]]
    assert names == ["VEND_AUTH_NBR_FLG", "DEPLOYMENT_TYPE", "MARKET"]
    facts = [[fact["attributeValue"] for fact in line["vmfAdditionalAttributesLines"]] for line in body["lines"]]
    assert facts == [["7", "sandbox.example.com"]] * 2


def test_an_order_of_a_validated_quote_asks_nothing_again(quotes, sandbox):
    quote = quotes.validate(DEMANDING)
    quotes.order(quote, VALUES, customer_order_number="PO-1")
    assert len(sent(sandbox, VALIDATE, INFO)) == 2
    assert len(sent(sandbox, ORDER)) == 1


def test_facts_of_subscriptions_go_out_below_what_was_chosen(quotes, sandbox):
    quotes.order(SUBSCRIPTION, {"tenant_preference": "Existing"}, customer_order_number="PO-1")
    (record,) = sent(sandbox, ORDER)
    (group,) = json.loads(record.body)["vriAdditionalAttributes"]
    preference = group["additionalAttributes"][1]
    assert preference["attributeValue"] == "existing"
    assert [fact["attributeName"] for fact in preference["choices"][0]["choices"]] == [
        "microsoft_domain",
        "partner_on_record_attestation_accepted",
    ]


def test_an_order_that_lacks_facts_names_them_and_is_not_sent(quotes, sandbox):
    with pytest.raises(MissingVendorFieldsException) as caught:
        quotes.order(quotes.get(DEMANDING), {**VALUES, "MARKET": "education"}, customer_order_number="PO-1")
    assert [each.name for each in caught.value.missing] == ["SCHOOL_ID"]
    assert caught.value.quote_number == DEMANDING
    assert str(caught.value).endswith("SCHOOL_ID: Number of the school; 8 digits")
    assert caught.value.outcome is Outcome.NOT_SENT
    assert sent(sandbox, ORDER) == []


def test_a_part_of_a_quote_is_ordered_where_that_is_allowed(quotes, sandbox):
    lines = [{"ingramPartNumber": "2GZ200", "quantity": 4}]
    quotes.order(IN_PARTS, customer_order_number="PO-1", request={"lines": lines})
    quotes.order(IN_PARTS, customer_order_number="PO-2")
    sandbox.drain()
    assert [order.lines[0].quantity_ordered for order in sandbox.ledger.orders] == [4, 6]


@pytest.mark.parametrize(
    ("arguments", "options", "said"),
    [
        ((7,), {}, "quote must be a quote, or the number of one, not int"),
        (("",), {}, "quote must be a quote, or the number of one"),
        ((PLAIN,), {"customer_order_number": ""}, "customer_order_number is missing"),
        ((PLAIN,), {"customer_order_number": "x" * 36}, "customerOrderNumber"),
        ((PLAIN,), {"request": {"quoteNumber": "QUO-2"}}, "quoteNumber 'QUO-2' is not 'QUO-10985-C4C3F7'"),
        ((PLAIN,), {"request": {"customer_order_number": "PO-2"}}, "customer_order_number 'PO-2' is not 'PO-1'"),
        ((PLAIN,), {"request": {"shipToinfo": {}}}, "did you mean 'shipToInfo'"),
        ((PLAIN,), {"request": [1]}, "request must be an AsyncOrderCreateDTO or a mapping, not list"),
        ((PLAIN,), {"listed_within": -1}, "listed_within"),
    ],
)
def test_an_order_that_makes_no_sense_is_refused_at_once(quotes, sandbox, arguments, options, said):
    with pytest.raises(ApiValueError, match=said):
        quotes.order(*arguments, **{"customer_order_number": "PO-1", **options})
    assert sandbox.ledger.requests == []


def test_a_number_that_is_taken_is_refused(quotes, sandbox):
    quotes.order(PLAIN, customer_order_number="PO-1")
    sandbox.drain()
    with pytest.raises(DuplicateOrderException):
        quotes.order(IN_PARTS, customer_order_number="PO-1")
    assert [line.remaining_quote_qty for line in quotes.get(IN_PARTS).products] == [10]


@pytest.mark.parametrize("kind", ["lost_answer", "cut_answer", "html", "status"])
def test_a_lost_answer_never_orders_twice(quotes, sandbox, kind):
    sandbox.faults.add(Fault(kind, operation=ORDER, effect=kind in ("html", "status")))
    with pytest.raises(Exception, match="customer order number 'PO-1'") as caught:
        quotes.order(PLAIN, customer_order_number="PO-1")
    assert caught.value.outcome is Outcome.UNKNOWN
    sandbox.drain()
    assert len(sandbox.ledger.placed("PO-1")) == 1


def test_a_later_run_with_a_journal_finds_the_order_that_an_earlier_one_has_placed(recorded, sandbox, journal):
    sandbox.faults.add(Fault("lost_answer", operation=ORDER))
    with pytest.raises(Exception, match="PO-1"):
        recorded.order(DEMANDING, VALUES, customer_order_number="PO-1")
    sandbox.drain()
    again = recorded.order(DEMANDING, VALUES, customer_order_number="PO-1")
    assert sorted(again.order_numbers) == sorted(o.ingram_order_number for o in sandbox.ledger.placed("PO-1"))
    assert recorded.order(DEMANDING, customer_order_number="PO-1").order_numbers == again.order_numbers
    assert len(sent(sandbox, ORDER)) == 1
    assert journal.unresolved() == []


def test_an_order_that_was_never_sent_leaves_nothing_open_in_the_journal(recorded, sandbox, journal):
    sandbox.faults.add(Fault("html", operation=INFO, times=None))
    with pytest.raises(ServiceException) as caught:
        recorded.order(DEMANDING, VALUES, customer_order_number="PO-1")
    assert caught.value.outcome is Outcome.NOT_SENT
    sandbox.faults.clear()
    with pytest.raises(MissingVendorFieldsException):
        recorded.order(DEMANDING, customer_order_number="PO-1")
    assert journal.unresolved() == []
    assert recorded.order(DEMANDING, VALUES, customer_order_number="PO-1").confirmation_number


def test_an_event_that_does_not_come_is_an_exception(quotes, sandbox):
    confirmation = quotes.order(PLAIN, customer_order_number="PO-1")
    others = []
    with pytest.raises(OrderPendingException, match="PO-1"):
        quotes.wait_for_order(confirmation, ["something else"], others=others.append)
    assert others == ["something else"]
    with pytest.raises(ApiTypeError, match="events is a queue"):
        quotes.wait_for_order(confirmation, 7)


def test_a_day_alone_is_a_range_of_its_own(quotes, sandbox):
    [*quotes.search(quote_date=date(2026, 1, 2), **CONTACT)]
    assert sent(sandbox, SEARCH)[0].query["ingramOrderDate-bt"] == ["2026-01-02", "2026-01-02"]
