"""Redirects: a read follows them within its origin, a mutation follows none."""

from __future__ import annotations

import pytest

from test.support.wire_calls import DETAIL, Open, place, read
from test.support.wire_server import answer
from xi_sdk_resellers import ApiResponseException, Outcome

pytestmark = pytest.mark.usefixtures("twins")


@pytest.mark.parametrize("status", ["301 Moved Permanently", "302 Found", "307 Temporary Redirect"])
def test_a_read_follows_a_redirect_only_within_its_origin(wire: Open, status: str) -> None:
    api, server = wire(answer(status=status, location="/elsewhere?a=b"), DETAIL)
    assert read(api).data.ingram_order_number == "20-1"
    assert server.received[1].line == "GET /elsewhere?a=b HTTP/1.1"

    _, other = wire(DETAIL)
    for place_of_it in (
        f"{other.url}/x",
        "https://127.0.0.1/x",
        "//example.invalid/x",
        "file:///x",
        "http://[",
        "http://h:x/",
        "",
    ):
        api, server = wire(answer(status=status, location=place_of_it))
        with pytest.raises(ApiResponseException) as caught:
            read(api)
        assert caught.value.status == int(status[:3])
        assert len(server.received) == 1
    assert not other.received


def test_a_redirect_to_no_url_is_not_followed(wire: Open) -> None:
    for place_of_it in ("http://[", "http://127.0.0.1:99999/", "http://127.0.0.1:x/", "//[::1/"):
        api, server = wire(answer(status="302 Found", location=place_of_it))
        with pytest.raises(ApiResponseException, match="302"):
            read(api)
        assert len(server.received) == 1


def test_redirects_in_a_circle_end(wire: Open) -> None:
    api, server = wire(answer(status="302 Found", location="/again"))
    with pytest.raises(ApiResponseException):
        read(api)
    assert len(server.received) == 4


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Again", "308 Moved"])
def test_a_mutation_follows_no_redirect(wire: Open, status: str) -> None:
    api, server = wire(answer(status=status, location="/elsewhere"))
    with pytest.raises(ApiResponseException, match="not followed") as caught:
        place(api)
    assert caught.value.outcome is Outcome.UNKNOWN
    assert len(server.received) == 1
