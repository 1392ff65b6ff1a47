"""Renewals: a walk through all that fit, and one of them in full, with both clients."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest

from test.support.area_twins import workflow
from test.support.workflow_twins import TWINS
from xi_sdk_resellers import (
    ApiResponseException,
    ApiTypeError,
    ApiValueError,
    BadRequestException,
    NotFoundException,
    Retries,
    ServiceException,
)
from xi_sdk_resellers.models import RenewalState
from xi_sdk_resellers.sandbox import Fault, Sandbox


@pytest.fixture(params=TWINS)
def renewals(request: pytest.FixtureRequest, sandbox: Sandbox) -> Iterator[Any]:
    with workflow(request.param, "Renewals", sandbox.configuration(retries=Retries(backoff=0))) as found:
        yield found


def bodies(sandbox: Sandbox) -> list[bytes]:
    return [request.body for request in sandbox.ledger.requests if request.operation == "post_renewalssearch"]


def test_a_walk_gives_every_renewal_once(renewals: Any, sandbox: Sandbox) -> None:
    found = list(renewals.search())
    assert len({renewal.renewal_id for renewal in found}) == len(found) == 114
    assert [body for body in bodies(sandbox) if body] == []
    assert len(list(renewals.search(page_size=100, start_page=2))) == 14
    walk = renewals.search(page_size=10)
    assert (walk.total, walk.next_page) == (114, 1)
    assert [len(page.renewals) for page in walk.pages()] == [10] * 11 + [4]


def test_filters_go_where_the_vendor_wants_them(renewals: Any, sandbox: Sandbox) -> None:
    everything = list(renewals.search())
    chosen = everything[40]
    day = datetime.fromisoformat(chosen.expiration_date)
    found = list(
        renewals.search(
            sub_status=chosen.status, vendor=chosen.vendor, end_user=chosen.end_user, expiration_date=day.date(),
            customer_order_number=chosen.customer_order_number, sort="expirationDate",
        )
    )  # fmt: skip
    assert found == [chosen]
    sent = sandbox.ledger.requests[-2]
    assert sent.query["customerOrderNumber"] == [chosen.customer_order_number]
    month_first = day.strftime("%m/%d/%Y").encode()
    assert sent.body.count(month_first) == 2
    assert b'"OpporutinyStatus"' in sent.body
    is_open = {renewal.renewal_id for renewal in renewals.search(state=RenewalState.OPEN)}
    is_closed = {renewal.renewal_id for renewal in renewals.search(state="Closed", sub_status="All")}
    assert is_open | is_closed == {renewal.renewal_id for renewal in everything}
    assert is_open.isdisjoint(is_closed)
    assert list(renewals.search(vendor="nobody")) == []


def test_a_renewal_in_full(renewals: Any) -> None:
    chosen = next(iter(renewals.search()))
    for given in (chosen, chosen.renewal_id, str(chosen.renewal_id)):
        full = renewals.get(given)
        assert (full.renewal_id, full.renewal_value) == (str(chosen.renewal_id), chosen.renewal_value)
        assert sum(product.unit_price * product.quantity for product in full.products) == full.renewal_value
    with pytest.raises(NotFoundException):
        renewals.get("1")


@pytest.mark.parametrize(
    ("filters", "kind", "said"),
    [
        ({"expiration_date": ("2026-01-01",)}, ApiValueError, "expiration_date takes a day, or a range of two days"),
        ({"start_date": ("2026-01-01", None)}, ApiTypeError, "start_date must have both days"),
        ({"end_date": ("2026-02-01", "2026-01-01")}, ApiValueError, "end_date must not start after it ends"),
        ({"invoice_date": "03/04/2026"}, ApiValueError, "invoice_date"),
        ({"invoice_date": 5}, ApiTypeError, "invoice_date"),
        ({"page_size": 0}, ApiValueError, "page_size must be from 1"),
        ({"start_page": "2"}, ApiTypeError, "start_page must be a whole number"),
        ({"vendor": ["HP"]}, ApiTypeError, "vendor"),
    ],
)
def test_what_makes_no_sense_is_refused_before_anything_is_sent(
    renewals: Any, sandbox: Sandbox, filters: dict[str, Any], kind: type[Exception], said: str
) -> None:
    with pytest.raises(kind, match=said):
        renewals.search(**filters)
    assert sandbox.ledger.requests == []


@pytest.mark.parametrize("number", ["", "  ", None, 1.5])
def test_a_renewal_needs_a_number(renewals: Any, sandbox: Sandbox, number: Any) -> None:
    with pytest.raises(ApiValueError, match=f"renewal must be the number .*, not {number!r}$"):
        renewals.get(number)
    assert sandbox.ledger.requests == []


def test_a_day_may_be_a_date_a_time_or_text(renewals: Any, sandbox: Sandbox) -> None:
    for day in (date(2026, 3, 7), datetime(2026, 3, 7, 23, 59), "2026-03-07", "7 March 2026"):
        list(renewals.search(start_date=(day, "2026-04-01")))
    assert set(bodies(sandbox)) == {
        b'{"dateType":{"startDate":{"customStartDate":"03/07/2026","customEndDate":"04/01/2026"}}}'
    }


FAULTS = {
    "lost answer": Fault("lost_answer", operation="post_renewalssearch"),
    "500": Fault("status", status=500, operation="post_renewalssearch"),
    "HTML": Fault("html", operation="post_renewalssearch"),
    "reset": Fault("reset", operation="post_renewalssearch"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_search_is_a_read_although_it_is_a_post(renewals: Any, sandbox: Sandbox, name: str) -> None:
    sandbox.faults.add(FAULTS[name])
    assert len(list(renewals.search(page_size=200))) == 114
    assert len(bodies(sandbox)) == 3  # the one that broke, and both pages


def test_a_walk_goes_on_where_it_broke(renewals: Any, sandbox: Sandbox) -> None:
    walk = renewals.search(page_size=50)
    found = [next(walk) for _ in range(50)]
    for _ in range(10):
        sandbox.faults.add(Fault("status", status=500, operation="post_renewalssearch"))
    with pytest.raises(ServiceException):
        next(walk)
    sandbox.faults.clear()
    found += walk
    assert len({renewal.renewal_id for renewal in found}) == 114


def test_a_page_of_html_with_status_200_is_no_empty_result(renewals: Any, sandbox: Sandbox) -> None:
    sandbox.faults.add(Fault("html", status=200, operation="post_renewalssearch"))
    with pytest.raises(ApiResponseException):
        list(renewals.search())


def test_errors_in_a_list_of_one_name_the_fields(renewals: Any, sandbox: Sandbox) -> None:
    body = {"dateType": {"startDate": {"customStartDate": "2026-01-01"}}}
    with pytest.raises(BadRequestException) as caught:
        renewals.api.post_renewalssearch(renewals_search_request=body)
    assert [problem.field for problem in caught.value.fields] == ["dateType.startDate.customStartDate"]
    assert "dateType.startDate.customStartDate" in str(caught.value)
