"""The invoice and return endpoints of both clients, in all three forms, called as programs for the vendor's SDK do."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from test.support.client_twins import ApiClient, InvoicesApi, ReturnsApi
from test.support.samples import sample
from xi_sdk_resellers import ApiTypeError, ReturnsCreateRequest
from xi_sdk_resellers.sandbox import Fault, Sandbox

pytestmark = pytest.mark.usefixtures("twins")
ACCOUNT = ("20-222222", "US", "a" * 32)
REQUEST = sample("post-returnscreate-request-sample")
SEARCH, DETAILS, CREATE = "get_resellers_v6_invoicesearch", "get_invoicedetails_v6_1", "post_returnscreate"
SEARCH_RETURNS, RETURN = "get_resellers_v6_returnssearch", "get_resellers_v6_returnsdetails"
SAMPLES = {
    SEARCH: "get-resellers-v6-invoicesearch-response-200-success-200",
    DETAILS: "get-invoicedetails-v6-1-response-200-success",
    SEARCH_RETURNS: "get-resellers-v6-returnssearch-response-200-success-200",
    RETURN: "get-resellers-v6-returnsdetails-response-200-success-200",
}


@pytest.fixture
def client(sandbox: Sandbox) -> Iterator[Any]:
    with ApiClient(sandbox.configuration()) as made:
        yield made


def calls(client: Any) -> dict[str, Callable[..., Any]]:
    """Each operation, with its arguments by place in the order of the vendor's SDK."""
    invoices, returns = InvoicesApi(client), ReturnsApi(client)
    arguments: dict[str, tuple[Any, tuple[Any, ...]]] = {
        SEARCH: (invoices, ("MyCompany", *ACCOUNT, None, "2022-10-29")),
        DETAILS: (invoices, ("40-DPJ17-11", *ACCOUNT, "MyCompany", "invoice", True)),
        SEARCH_RETURNS: (returns, (*ACCOUNT, "sender", "CAS-1")),
        RETURN: (returns, (*ACCOUNT, "CAS-1", "sender")),
        CREATE: (returns, (*ACCOUNT, "sender", ReturnsCreateRequest.from_dict(REQUEST))),
    }
    return {
        name: lambda form="", api=api, name=name, given=given: getattr(api, name + form)(*given)
        for name, (api, given) in arguments.items()
    }


@pytest.mark.parametrize("name", SAMPLES)
def test_each_operation_takes_the_vendors_arguments_and_answers_its_sample_in_three_forms(
    client: Any, sandbox: Sandbox, name: str
) -> None:
    wire = sample(SAMPLES[name])
    for form in ("", "_with_http_info", "_without_preload_content"):
        sandbox.faults.add(Fault("status", status=200, body=json.dumps(wire), operation=name))
        answer = calls(client)[name](form)
        if form == "":
            assert answer.to_dict().keys() == wire.keys()
        elif form == "_with_http_info":
            assert (answer.status_code, answer.data.to_dict().keys()) == (200, wire.keys())
        else:
            assert json.loads(answer.read()) == wire
    headers = sandbox.ledger.requests[-1].headers
    assert headers["IM-CorrelationID"] == "a" * 32
    assert headers.get("IM-ApplicationID") == ("MyCompany" if name in (SEARCH, DETAILS) else None)


def test_a_return_is_sent_as_it_is_given_and_answered_with_its_cases(client: Any, sandbox: Sandbox) -> None:
    wire = {"returnsClaims": [{"caseRequestNumber": "CAS-1", "createdOn": "2023-04-13T04:08:35-07:00", "credit": None}]}
    for form in ("", "_with_http_info"):
        sandbox.faults.add(Fault("status", status=200, body=json.dumps(wire), operation=CREATE))
        answer = calls(client)[CREATE](form)
        assert (answer.data if form else answer).to_dict() == wire
    (sent,) = json.loads(sandbox.ledger.requests[-1].body)["list"]
    assert sent | {"shipFromInfo": REQUEST["list"][0]["shipFromInfo"]} == REQUEST["list"][0]
    assert sent["shipFromInfo"] == [REQUEST["list"][0]["shipFromInfo"]]


def test_the_application_is_the_configurations_or_must_be_given(sandbox: Sandbox) -> None:
    with ApiClient(sandbox.configuration(im_application_id=None)) as client:
        with pytest.raises(ApiTypeError, match=r"im_application_id is missing.*XI_APPLICATION_ID"):
            InvoicesApi(client).get_invoicedetails_v6_1("40MKTRW11")
        assert sandbox.ledger.requests == []
    with ApiClient(sandbox.configuration(im_application_id="configured")) as client:
        assert InvoicesApi(client).get_resellers_v6_invoicesearch().invoices == []
    assert sandbox.ledger.requests[-1].headers["IM-ApplicationID"] == "configured"


def test_days_of_the_search_may_be_lists_of_one_as_in_the_vendors_sdk(client: Any, sandbox: Sandbox) -> None:
    InvoicesApi(client).get_resellers_v6_invoicesearch(invoice_from_date=["2026-01-02"], invoice_to_date="2026-01-03")
    query = sandbox.ledger.requests[-1].query
    assert (query["invoiceFromDate"], query["invoiceToDate"]) == (["2026-01-02"], ["2026-01-03"])


def test_lists_of_the_search_may_be_texts_with_commas_as_in_the_vendors_sdk(client: Any, sandbox: Sandbox) -> None:
    api = ReturnsApi(client)
    for given in ("Open,Denied", ["Open", "Denied"]):
        api.get_resellers_v6_returnssearch(return_status_in=given, page="1", size=25)
        assert sandbox.ledger.requests[-1].query["returnStatus-in"] == ["Open", "Denied"]
