"""The headers of a request: the correlation ID, which setting wins, and what cannot be sent."""

from __future__ import annotations

from typing import Any

import pytest

from test.support.prepared import search
from xi_sdk_resellers import ApiTypeError, ApiValueError
from xi_sdk_resellers._settings.headers import HeaderDict, check_header_name

# The correlation ID.


def test_a_correlation_id_is_made_for_each_call() -> None:
    first, second = search(), search()
    assert first.correlation_id != second.correlation_id
    assert first.headers["IM-CorrelationID"] == first.correlation_id
    assert len(first.correlation_id) == 32
    assert set(first.correlation_id) <= set("0123456789abcdef")


def test_a_correlation_id_of_the_caller_is_kept() -> None:
    assert search(im_correlation_id="mine").correlation_id == "mine"
    assert search(_headers={"im-correlationid": "other"}).correlation_id == "other"


def test_a_dashed_uuid_is_refused_with_advice() -> None:
    with pytest.raises(ApiValueError, match="without its dashes"):
        search(im_correlation_id="123e4567-e89b-12d3-a456-426614174000")
    for wrong in ("x" * 33, "é", ""):
        with pytest.raises(ApiValueError, match="im_correlation_id"):
            search(im_correlation_id=wrong)


# Who wins.


def test_the_nearest_setting_wins() -> None:
    def sender(**given_: Any) -> str:
        return search(settings={"im_sender_id": "configured"}, **given_).headers["IM-SenderID"]

    defaults = {"im-senderid": "default"}
    assert sender() == "configured"
    assert sender(defaults=defaults) == "default"
    assert sender(defaults=defaults, im_sender_id="argument") == "argument"
    assert sender(defaults=defaults, im_sender_id="argument", _headers={"IM-SENDERID": "call"}) == "call"


def test_what_comes_with_the_headers_of_a_call_is_not_missing() -> None:
    request = search(settings={"im_customer_number": None}, _headers={"im-customernumber": "20-1"})
    assert request.headers["IM-CustomerNumber"] == "20-1"
    with pytest.raises(ApiTypeError, match="im_customer_number is missing"):
        search(settings={"im_customer_number": None}, _headers={"IM-CustomerNumber": None})


@pytest.mark.parametrize(
    "name",
    [
        "Accept", "Accept-Encoding", "Authorization", "Content-Type", "Cookie", "Host", "User-Agent",
        "IM-CorrelationID", "IM-CustomerNumber", "IM-CountryCode", "IM-SenderID",
    ],
)  # fmt: skip
def test_what_is_known_goes_out_in_its_usual_spelling(name: str) -> None:
    assert [check_header_name(name.lower()), check_header_name(name.upper())] == [name, name]


@pytest.mark.parametrize("name", ["Content-Length", "transfer-encoding", "CONNECTION"])
def test_how_a_message_is_framed_is_not_the_callers_business(name: str) -> None:
    with pytest.raises(ApiValueError, match=f"the header {name} is set by the transport and cannot be given"):
        search(_headers={name: "1"})


@pytest.mark.parametrize("place", ["header", "cookie"])
def test_an_authentication_that_cannot_be_sent_is_named_without_its_value(place: str) -> None:
    with pytest.raises(ApiValueError, match=r"_request_auth must not hold a line break$") as caught:
        search(_request_auth={"in": place, "key": "X-Key", "value": "planted\r\nX: y"})
    assert "planted" not in str(caught.value)


def test_headers_of_a_call_replace_any_spelling_and_none_takes_one_out() -> None:
    request = search(defaults={"X-Thing": "1", "accept": "text/plain"}, _headers={"x-thing": "2", "ACCEPT": None})
    assert {name.lower(): value for name, value in request.headers.items()}.get("x-thing") == "2"
    assert sum(name.lower() == "x-thing" for name in request.headers) == 1
    assert "Accept" not in request.headers


@pytest.mark.parametrize(
    ("headers", "error"),
    [
        ({"X": "a\r\nb"}, ApiValueError),
        ({"X": "a\nb"}, ApiValueError),
        ({"X\r\n": "a"}, ApiValueError),
        ({"X Y": "a"}, ApiValueError),
        ({"": "a"}, ApiValueError),
        ({"X:": "a"}, ApiValueError),
        ({"Ü": "a"}, ApiValueError),
        ({"X": "日"}, ApiValueError),
        ({"X": "a" * 9000}, ApiValueError),
        ({"Content-Length": "5"}, ApiValueError),
        ({"transfer-encoding": "chunked"}, ApiValueError),
        ({"X": 5}, ApiTypeError),
        ({5: "a"}, ApiTypeError),
        ({"X": b"a"}, ApiTypeError),
        ("X: a", ApiTypeError),
        ([("X", "a")], ApiTypeError),
    ],
)
def test_headers_that_cannot_be_sent_are_refused(headers: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        search(_headers=headers)
    if isinstance(headers, dict):
        with pytest.raises(error):
            HeaderDict(headers)


def test_a_secret_header_is_never_quoted() -> None:
    with pytest.raises(ApiValueError) as caught:
        search(_headers={"Authorization": "planted\r\n"})
    assert "planted" not in str(caught.value)


def test_latin_1_and_tabs_may_be_sent() -> None:
    request = search(im_sender_id="Müller", _headers={"X": "a\tb"})
    assert request.headers["IM-SenderID"] == "Müller"
    assert request.headers["X"] == "a\tb"


def test_a_request_shows_no_secret() -> None:
    assert "token" not in repr(search())
