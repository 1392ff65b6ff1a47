"""Deals: a walk through all that fit, and one of them in full, with both clients."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from test.support.area_twins import workflow
from test.support.workflow_twins import TWINS
from xi_sdk_resellers import ApiTypeError, ApiValueError, NotFoundException, Retries
from xi_sdk_resellers.sandbox import Fault, Sandbox


@pytest.fixture(params=TWINS)
def deals(request: pytest.FixtureRequest, sandbox: Sandbox) -> Iterator[Any]:
    with workflow(request.param, "Deals", sandbox.configuration(retries=Retries(backoff=0))) as found:
        yield found


def test_a_walk_gives_every_deal_once(deals: Any, sandbox: Sandbox) -> None:
    found = list(deals.search())
    assert len({deal.deal_id for deal in found}) == len(found) == 60
    walk = deals.search(page_size=25)
    assert (walk.total, [len(page.deals) for page in walk.pages()]) == (60, [25, 25, 10])
    assert sandbox.ledger.requests[-1].query == {"Size": ["25"], "Page": ["4"]}


def test_filters(deals: Any) -> None:
    everything = list(deals.search())
    chosen = everything[7]
    assert list(deals.search(deal_id=chosen.deal_id)) == [chosen]
    assert chosen in list(deals.search(vendor=chosen.vendor, end_user=chosen.end_user))
    assert list(deals.search(vendor="nobody")) == []


def test_a_deal_in_full_also_one_with_spaces_in_its_number(deals: Any) -> None:
    chosen = next(deal for deal in deals.search() if " " in deal.deal_id)
    full = deals.get(chosen)
    assert (full.deal_id, full.vendor, full.deal_expiry_date) == (
        chosen.deal_id,
        chosen.vendor,
        chosen.deal_expiry_date,
    )
    assert deals.get(chosen.deal_id, chosen.vendor) == full
    assert sum(product.extended_msrp for product in full.products) == full.extended_msrp
    with pytest.raises(NotFoundException):
        deals.get(chosen, "somebody else")


@pytest.mark.parametrize(
    ("call", "kind", "said"),
    [
        (lambda deals: deals.get("12345678"), ApiValueError, "vendor_name is missing"),
        (lambda deals: deals.get("", "Cisco"), ApiValueError, "deal must be the number of a deal, or .*, not ''"),
        (lambda deals: deals.get(None, "Cisco"), ApiValueError, "deal must be the number of a deal, or .*, not None"),
        (lambda deals: deals.get([1], "Cisco"), ApiValueError, r"deal must be the number of a deal, or .*, not \[1\]"),
        (lambda deals: deals.get("a/b", "Cisco"), ApiValueError, "deal_id must not hold a slash|deal_id"),
        (lambda deals: deals.search(page_size=101), ApiValueError, "page_size must be from 1 to 100"),
        (lambda deals: deals.search(page_size=True), ApiTypeError, "page_size must be a whole number"),
    ],
)
def test_what_makes_no_sense_is_refused_before_anything_is_sent(
    deals: Any, sandbox: Sandbox, call: Any, kind: type[Exception], said: str
) -> None:
    with pytest.raises(kind, match=said):
        call(deals)
    assert [request for request in sandbox.ledger.requests if "deals" in request.path] == []


@pytest.mark.parametrize("fault", [Fault("lost_answer"), Fault("status", status=500), Fault("html"), Fault("empty")])
def test_reads_are_repeated(deals: Any, sandbox: Sandbox, fault: Fault) -> None:
    chosen = next(iter(deals.search()))
    sandbox.faults.add(fault)
    assert deals.get(chosen).deal_id == chosen.deal_id
