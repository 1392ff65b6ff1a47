"""Options of one call: authentication, time, and retries."""

from __future__ import annotations

from typing import Any

import pytest

from test.support.prepared import build, search
from xi_sdk_resellers import ApiTypeError, ApiValueError, Retries
from xi_sdk_resellers.api.accesstoken_api import GET_ACCESSTOKEN
from xi_sdk_resellers.api.orders_api import GET_RESELLERS_V6_ORDERSEARCH, POST_CREATEORDER_V6, PUT_ORDERMODIFY


def test_authentication_of_one_call() -> None:
    assert search().headers["Authorization"] == "Bearer token"
    assert search(_request_auth="mine").headers["Authorization"] == "Bearer mine"
    vendor = {"type": "oauth2", "in": "header", "key": "Authorization", "value": "Bearer theirs"}
    assert search(_request_auth=vendor).headers["Authorization"] == "Bearer theirs"
    assert search(_request_auth={"value": "Basic x"}).headers["Authorization"] == "Basic x"
    assert search(_request_auth={"key": "X-Key", "value": "x"}).headers["X-Key"] == "x"
    assert search(_request_auth={"in": "cookie", "key": "c", "value": "c=1"}).headers["Cookie"] == "c=1"
    for wrong, error in ((5, ApiTypeError), ({"in": "query", "key": "k", "value": "v"}, ApiValueError)):
        with pytest.raises(error):
            search(_request_auth=wrong)


@pytest.mark.parametrize("empty", [{"client_secret": ""}, {"client_id": "", "client_secret": "secret"}])
def test_empty_credentials_are_missing_ones(empty: dict[str, str]) -> None:
    with pytest.raises(ApiValueError, match="is missing"):
        search(settings={"access_token": None, "client_id": "id", **empty})


def test_a_form_holds_the_secret_and_errors_never_show_it() -> None:
    request = build(GET_ACCESSTOKEN, grant_type="client_credentials", client_id="i&", client_secret="s=/ü")
    assert request.target == "/oauth/oauth20/token"
    assert request.body == b"grant_type=client_credentials&client_id=i%26&client_secret=s%3D%2F%C3%BC"
    assert request.headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert "Authorization" not in request.headers
    for wrong in (31337, ["31337"], "31337\ud800", ""):
        with pytest.raises(ApiValueError) as caught:
            build(GET_ACCESSTOKEN, grant_type="client_credentials", client_id="i", client_secret=wrong)
        assert "31337" not in str(caught.value)


def test_a_time_for_one_call() -> None:
    def times(value: Any, **settings: Any) -> tuple[float, float, float | None]:
        request = search(_request_timeout=value, settings=settings)
        return request.connect_timeout, request.read_timeout, request.total_timeout

    assert times(None) == (10, 60, 120)
    assert times(5) == (5, 5, 5)
    assert times(90) == (10, 90, 90)
    assert times((1, 2)) == (1, 2, 120)
    assert times((None, 300)) == (10, 300, 310)
    assert times((1, 2), total_timeout=None) == (1, 2, None)
    for wrong in (0, -1, float("nan"), float("inf"), (1, 2, 3), (0, 1), ()):
        with pytest.raises(ApiValueError, match="_request_timeout"):
            times(wrong)
    for wrong in ("5", True, object(), ("1", 2)):
        with pytest.raises(ApiTypeError, match="_request_timeout"):
            times(wrong)


def test_retries_of_one_call_win() -> None:
    assert search().retries == Retries()
    assert search(settings={"retries": 0}).retries == Retries(max_attempts=1)
    assert search(settings={"retries": 0}, _retries=2).retries == Retries(max_attempts=3)
    assert search(_retries=False).retries == Retries(max_attempts=1)


def test_what_may_be_repeated() -> None:
    assert not GET_RESELLERS_V6_ORDERSEARCH.changes
    assert not GET_ACCESSTOKEN.changes
    assert POST_CREATEORDER_V6.changes
    assert PUT_ORDERMODIFY.changes
