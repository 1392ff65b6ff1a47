"""The operations of quotes with both clients: against the sandbox, every sample of the vendor's, and what breaks."""

import json

import pytest

from test.support import client_twins
from test.support.client_twins import ApiClient, OrdersApi
from test.support.samples import SAMPLES
from xi_sdk_resellers import (
    ApiException,
    ApiResponseException,
    ApiTypeError,
    ApiValueError,
    BadRequestException,
    Outcome,
    Retries,
)
from xi_sdk_resellers.sandbox import Fault

pytestmark = pytest.mark.usefixtures("twins")

PLAIN, DEMANDING = "QUO-10985-C4C3F7", "QUO-15210077-C5D4F2"
CONTACT = "jo.field@example.com"
ASKED = {"customercontact": CONTACT, "products": [{"ingramPartNumber": "2GZ200", "quantity": "2"}]}
CALLS = {
    "get-quotessearch_v6": ("get_quotessearch_v6", ("20-222222", "US", CONTACT, "c" * 32), {"page_size": 5}),
    "get-resellers-v6-quotes": ("get_resellers_v6_quotes", ("20-222222", "US", "c" * 32, PLAIN), {}),
    "get-reseller-v6-validateQuote": ("get_reseller_v6_validate_quote", (PLAIN, "20-222222", "US", "c" * 32), {}),
    "quote_Create": ("quote_create", ("20-222222", "US", "c" * 32, ASKED, "MyCompany"), {}),
    "vendor-required-info": ("vendor_required_info", ("20-222222", "c" * 32, "US", "me", {"quoteNumber": PLAIN}), {}),
}
"""Each operation by its ID: the method, arguments by place as the vendor's SDK has them, and by name."""
READS = [name for name in CALLS if name != "quote_Create"]
ANSWERS = [name for name, each in SAMPLES.items() if each["operation"] in CALLS and each["kind"] == "response"]
"""The names of the samples of answers."""


class QuotesApi(client_twins._Api):
    """See :class:`client_twins._Api`."""


@pytest.fixture
def client(sandbox):
    with ApiClient(sandbox.configuration(retries=Retries(backoff=0))) as made:
        yield made


def method(client, operation, form=""):
    name = CALLS[operation][0]
    api = OrdersApi(client) if name == "vendor_required_info" else QuotesApi(client)
    return getattr(api, name + form)


def call(client, operation, form=""):
    _, places, names = CALLS[operation]
    return method(client, operation, form)(*places, **names)


def sent(sandbox, operation):
    return [record for record in sandbox.ledger.requests if record.operation == CALLS[operation][0]]


def answer_with(sandbox, operation, body, status=200, **more):
    content = body if isinstance(body, str) else json.dumps(body)
    sandbox.faults.add(Fault("status", status=status, body=content, operation=CALLS[operation][0], **more))


@pytest.mark.parametrize("operation", CALLS)
def test_every_operation_in_its_three_forms(client, sandbox, operation):
    data = call(client, operation)
    answer = call(client, operation, "_with_http_info")
    raw = call(client, operation, "_without_preload_content")
    assert answer.status_code == raw.status == 200
    assert answer.drift == ()
    listed = json.loads(raw.read())
    assert isinstance(data, list) == isinstance(answer.data, list) == isinstance(listed, list)
    for record in sent(sandbox, operation):
        assert record.correlation_id == "c" * 32
        assert record.headers["IM-CustomerNumber"] == "20-222222"


@pytest.mark.parametrize("name", ANSWERS)
def test_every_sample_is_read_or_raised_with_its_message_and_fields(client, sandbox, name):
    sample = SAMPLES[name]
    operation, status, value = sample["operation"], int(sample["status"]), sample["value"]
    answer_with(sandbox, operation, value, status, times=None)
    if status < 300:
        answer = call(client, operation, "_with_http_info")
        found = answer.data if isinstance(value, list) else [answer.data]
        keys = [set(each) for each in (value if isinstance(value, list) else [value])]
        assert [set(each.to_dict()) for each in found] == keys
        assert answer.drift == ()
    elif status == 404:
        assert call(client, operation).quotes in (None, [])
    else:
        with pytest.raises(ApiException) as caught:
            call(client, operation)
        error = value["errors"][0]
        assert caught.value.message == error["message"].strip()
        said = [(each["field"], each["message"]) for each in error.get("fields", ())]
        assert [(each.field, each.message) for each in caught.value.fields] == said


@pytest.mark.parametrize("operation", READS)
def test_reads_are_repeated_when_the_service_fails(client, sandbox, operation):
    sandbox.faults.add(Fault("status", status=500, operation=CALLS[operation][0], times=2))
    assert call(client, operation, "_with_http_info").status_code == 200
    assert len(sent(sandbox, operation)) == 3


@pytest.mark.parametrize("kind", ["lost_answer", "cut_answer"])
@pytest.mark.parametrize("operation", READS)
def test_reads_are_repeated_when_the_answer_is_lost(client, sandbox, operation, kind):
    sandbox.faults.add(Fault(kind, operation=CALLS[operation][0]))
    assert call(client, operation)
    assert len(sent(sandbox, operation)) == 2


@pytest.mark.parametrize("fault", [Fault("lost_answer"), Fault("status", status=500, effect=True), Fault("html")])
def test_a_quote_is_asked_for_once_whatever_becomes_of_the_answer(client, sandbox, fault):
    sandbox.faults.add(fault)
    client.configuration.access_token = sandbox.issue_token()
    with pytest.raises(ApiException) as caught:
        call(client, "quote_Create")
    assert caught.value.outcome is Outcome.UNKNOWN
    assert "whether the quote was created" in str(caught.value)
    assert "Search quotes by its name" in str(caught.value)
    assert len(sent(sandbox, "quote_Create")) == 1


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        ("{}", Outcome.UNKNOWN),
        ("", Outcome.UNKNOWN),
        ("<html></html>", Outcome.UNKNOWN),
        ('{"quoteNumber": ""}', Outcome.UNKNOWN),
        ('{"errors": [{"message": "no such article"}]}', Outcome.REJECTED),
    ],
)
def test_a_success_that_shows_no_number_is_none(client, sandbox, body, outcome):
    answer_with(sandbox, "quote_Create", body)
    with pytest.raises(ApiException) as caught:
        call(client, "quote_Create")
    assert caught.value.outcome is outcome


@pytest.mark.parametrize("operation", READS)
@pytest.mark.parametrize("body", ["<html><body>Maintenance</body></html>", "text", "7"])
def test_a_page_instead_of_an_answer_is_an_exception(client, sandbox, operation, body):
    answer_with(sandbox, operation, body, times=None)
    with pytest.raises(ApiResponseException):
        call(client, operation)


@pytest.mark.parametrize(
    ("operation", "body"),
    [
        ("get-quotessearch_v6", {"recordsFound": "1", "quotes": None, "pageSize": "25"}),
        ("get-quotessearch_v6", {"RecordsFound": 1, "Quotes": {"quoteNumber": "Q"}}),
        ("get-resellers-v6-quotes", {"products": None, "endUserInfo": None, "additionalAttributes": None}),
        ("get-resellers-v6-quotes", {"products": [{"price": None, "quantity": "3", "isSubscription": "False"}]}),
        ("get-reseller-v6-validateQuote", {"lines": None, "vmfAdditionalAttributes": None, "quoteType": "1"}),
        ("get-reseller-v6-validateQuote", {"lines": [{"linesVendorMandatoryAttributes": [{"attributeName": "A"}]}]}),
        ("vendor-required-info", {"quoteNumber": "Q", "vriAdditionalAttributes": None}),
    ],
)
def test_odd_answers_are_believed(client, sandbox, operation, body):
    answer_with(sandbox, operation, body)
    answer = call(client, operation, "_with_http_info")
    found = answer.data[0] if isinstance(answer.data, list) else answer.data
    assert set(found.to_dict()) == set(body)


def test_a_demand_of_several_levels_is_read_to_its_end(client):
    (info,) = OrdersApi(client).vendor_required_info(
        im_sender_id="me", vendor_required_info_request={"quoteNumber": DEMANDING}
    )
    deployment = info.vmf_additional_attributes[0].additional_attributes[1]
    school = deployment.choices[0].choices[0].choices[1].choices[0]
    assert (school.attribute_name, school.attribute_required) == ("SCHOOL_ID", "true")


@pytest.mark.parametrize(
    ("operation", "arguments", "said"),
    [
        ("get-quotessearch_v6", {"im_customer_contact": "Jo"}, "im_customer_contact"),
        ("get-quotessearch_v6", {"im_customer_contact": CONTACT, "page_size": 26}, "page_size"),
        ("get-quotessearch_v6", {"im_customer_contact": CONTACT, "ingram_order_date_bt": ["2026-01-01"]}, "two|2"),
        ("get-resellers-v6-quotes", {}, "quote_number is missing"),
        ("get-resellers-v6-quotes", {"quote_number": ""}, "quote_number"),
        ("get-resellers-v6-quotes", {"quote_number": "../orders"}, "quote_number"),
        ("get-reseller-v6-validateQuote", {"quote_number": ""}, "quote_number"),
        ("vendor-required-info", {"vendor_required_info_request": {}}, "im_sender_id is missing"),
        ("quote_Create", {"quote_create_request": {}}, "customercontact is missing"),
    ],
)
def test_arguments_that_make_no_sense_are_refused_before_anything_is_sent(client, sandbox, operation, arguments, said):
    with pytest.raises((ApiValueError, ApiTypeError), match=said):
        method(client, operation)(**arguments)
    assert sandbox.ledger.requests == []


def test_a_number_of_another_account_is_refused_by_the_vendor(client):
    with pytest.raises(BadRequestException, match="Quote not found"):
        QuotesApi(client).get_resellers_v6_quotes(quote_number="QUO-1")
