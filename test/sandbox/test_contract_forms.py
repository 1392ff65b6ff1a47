"""The sandbox reads requests in every form that the contract writes: lists with commas, bodies in lists, open words."""

from __future__ import annotations

from typing import Any

import pytest

RENEWALS = "/resellers/v6/renewals/search"


@pytest.mark.parametrize(("body", "status"), [({}, 200), ([{}], 200), ([{}, {}], 400), ([], 400), ([[]], 400)])
def test_a_body_may_stand_in_a_list_of_one_where_the_contract_says_so(caller: Any, body: object, status: int) -> None:
    assert caller("POST", RENEWALS, body).status == status


def test_elsewhere_a_body_must_be_an_object(caller: Any) -> None:
    assert caller("POST", "/resellers/v6/orders", [{}]).status == 400


def test_a_list_with_commas_is_like_one_that_is_repeated(caller: Any) -> None:
    def found(words: object) -> Any:
        reply = caller("GET", "/resellers/v6/returns/search", query={"claimStatus-in": words})
        return reply.status, reply.json

    assert found("Open,Approved") == found(["Open", "Approved"])
    assert found("")[0] == found(",")[0] == 400


@pytest.mark.parametrize(
    ("size", "status"), [("5", 200), ("05", 200), ("0", 400), ("x", 400), ("1e3", 400), ("-1", 400)]
)
def test_a_number_that_may_be_text_is_checked_as_a_number(caller: Any, size: str, status: int) -> None:
    assert caller("GET", "/resellers/v6/returns/search", query={"size": size}).status == status


def test_a_path_with_a_value_is_found_behind_one_that_does_not_take_the_method(caller: Any) -> None:
    assert caller("GET", RENEWALS).status == 404
    assert caller("DELETE", RENEWALS).status == 405


def test_words_and_patterns_that_are_open_are_left_to_the_desk(caller: Any) -> None:
    number = caller.place("PO-1", "8RB884", hold=True)
    assert caller("PUT", f"/resellers/v6/orders/{number}", {}, query={"actionCode": "RELEASE"}).status == 200
    refused = caller("PUT", f"/resellers/v6/orders/{number}", {}, query={"actionCode": "go"})
    assert (refused.status, refused.fields) == (400, {"actionCode"})
