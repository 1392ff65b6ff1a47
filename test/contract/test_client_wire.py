"""What the client makes of answers that are broken on the wire, byte by byte."""

from __future__ import annotations

import gzip
import json
import socket
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from xi_sdk_resellers import (
    ApiConnectionException,
    ApiResponseException,
    ApiTimeoutException,
    Configuration,
    Outcome,
    Retries,
    ServiceException,
)

from .client_twins import ApiClient, OrdersApi
from .wire_server import Script, WireServer, answer, hang_up

pytestmark = pytest.mark.usefixtures("twins")

ORDER = {"customerOrderNumber": "PO-1", "lines": [{"customerLineNumber": "1", "ingramPartNumber": "A1", "quantity": 1}]}
PLACED = {"customerOrderNumber": "PO-1", "orders": [{"ingramOrderNumber": "20-12345"}]}
QUICK = Retries(max_attempts=3, backoff=0)
Open = Callable[..., tuple[OrdersApi, WireServer]]


@pytest.fixture
def wire(twins: None) -> Iterator[Open]:
    """Start a scripted server and a client of it."""
    with ExitStack() as stack:

        def start(*scripts: Script, **settings: Any) -> tuple[OrdersApi, WireServer]:
            server = stack.enter_context(WireServer(list(scripts)))
            configuration = Configuration(
                host=server.url,
                access_token="token",
                im_customer_number="20-222222",
                im_country_code="US",
                **{"retries": QUICK, **settings},
            )
            client = stack.enter_context(ApiClient(configuration))
            return OrdersApi(client), server

        yield start


def place(api: OrdersApi, **more: Any) -> Any:
    return api.post_createorder_v6_with_http_info(order_create_request=ORDER, **more)


def read(api: OrdersApi, **more: Any) -> Any:
    return api.get_orderdetails_v6_1_with_http_info("20-1", **more)


DETAIL = answer({"ingramOrderNumber": "20-1"})

BROKEN = {
    "no answer": hang_up,
    "half a status line": lambda connection, _: connection.sendall(b"HTTP/1.1 2"),
    "half the headers": lambda connection, _: connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Le"),
}
GARBAGE = {
    "no HTTP": b"SSH-2.0-OpenSSH_9.6\r\nconnection: close\r\n\r\n",
    "a status that is no number": answer(status="abc OK", connection="close"),
    "two lengths": answer(content_length="2, 3", connection="close"),
    "endless informational answers": b"HTTP/1.1 103 Early Hints\r\n\r\n" * 50 + b"connection: close",
}


@pytest.mark.parametrize("script", BROKEN.values(), ids=BROKEN)
def test_an_answer_that_never_came_is_uncertain_for_a_mutation_and_repeated_for_a_read(
    wire: Open, script: Script
) -> None:
    api, server = wire(script, DETAIL)
    assert read(api).data.ingram_order_number == "20-1"
    assert len({request.correlation_id for request in server.received}) == 1

    api, server = wire(script, answer(PLACED, "201 Created"))
    with pytest.raises(ApiConnectionException) as caught:
        place(api)
    assert caught.value.outcome is Outcome.UNKNOWN
    assert caught.value.customer_order_number == "PO-1"
    assert caught.value.correlation_id == server.received[0].correlation_id
    assert len(server.received) == 1


@pytest.mark.parametrize("garbage", GARBAGE.values(), ids=GARBAGE)
def test_an_answer_that_is_no_http_is_named_so(wire: Open, garbage: bytes) -> None:
    api, server = wire(garbage)
    with pytest.raises(ApiResponseException) as caught:
        place(api)
    assert caught.value.outcome is Outcome.UNKNOWN
    assert len(server.received) == 1


def test_informational_answers_are_skipped(wire: Open) -> None:
    early = (
        b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n"
    )
    api, server = wire(early + answer(PLACED, "201 Created"))
    assert place(api).data.orders[0].ingram_order_number == "20-12345"
    assert place(api).status_code == 201
    assert server.connections == 1


STRAY = answer({"ingramOrderNumber": "20-666"})


@pytest.mark.parametrize("stray", [STRAY, b"\r\n", STRAY * 50], ids=["an answer", "a line break", "much"])
def test_bytes_after_an_answer_never_become_the_next_answer(wire: Open, stray: bytes) -> None:
    api, server = wire(DETAIL + stray, DETAIL)
    assert [read(api).data.ingram_order_number for _ in range(3)] == ["20-1", "20-1", "20-1"]
    assert server.connections == 2


def test_a_chunked_answer_with_bytes_behind_it_costs_the_connection(wire: Open) -> None:
    chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"
    api, server = wire(chunked + STRAY, DETAIL)
    assert read(api).raw_data == b"{}"
    assert read(api).data.ingram_order_number == "20-1"
    assert server.connections == 2


def test_a_connection_that_the_server_closed_is_not_used_for_a_mutation(wire: Open) -> None:
    api, server = wire(answer(PLACED, "201 Created", connection="keep-alive"), answer(PLACED, "201 Created"))
    server.keep_alive = False
    for _ in range(5):
        assert place(api).status_code == 201
        assert server.ended.acquire(timeout=5)
    assert server.connections == 5


def test_a_connection_that_was_idle_for_long_is_not_used_for_a_mutation(
    wire: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    api, server = wire(answer(PLACED, "201 Created"))
    place(api)
    place(api)
    assert server.connections == 1
    for module in ("_transport.blocking.pool", "_transport.aio.connector"):
        monkeypatch.setattr(f"xi_sdk_resellers.{module}.MAX_IDLE_FOR_CHANGES", 0.0)
    place(api)
    assert server.connections == 2


# Bodies.

TRUNCATED = {
    "short of its length": answer(b'{"ingramOrderNumber": "20-', content_length="400", connection="close"),
    "broken chunks": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n1a\r\n"
    b'{"ingramOrderNumber": "20-\r\nXYZ\r\n',
    "broken gzip": answer(
        gzip.compress(b'{"ingramOrderNumber": "20-1"}')[:-12], content_encoding="gzip", connection="close"
    ),
}


@pytest.mark.parametrize("cut", TRUNCATED.values(), ids=TRUNCATED)
def test_a_read_that_was_cut_short_is_repeated(wire: Open, cut: bytes) -> None:
    api, server = wire(cut, DETAIL)
    assert read(api).data.ingram_order_number == "20-1"
    assert len(server.received) == 2


@pytest.mark.parametrize("cut", TRUNCATED.values(), ids=TRUNCATED)
def test_a_read_that_stays_cut_short_raises_with_what_came(wire: Open, cut: bytes) -> None:
    api, server = wire(cut)
    with pytest.raises(ApiResponseException) as caught:
        read(api)
    assert len(server.received) == 3
    assert caught.value.status == 200
    assert caught.value.raw_body.startswith(b'{"ingram')
    assert "cut short" in str(caught.value)


def test_an_order_whose_answer_was_cut_short_is_returned_with_what_could_be_read(wire: Open) -> None:
    whole = json.dumps(PLACED | {"notes": "x" * 100}).encode()
    cut = answer(whole[:-20], "201 Created", content_length=str(len(whole)), connection="close")
    api, server = wire(cut)
    response = place(api)
    assert response.status_code == 201
    assert response.data.orders[0].ingram_order_number == "20-12345"
    assert response.raw_data == whole[:-20]
    assert "cut short" in response.drift[0].message
    assert len(server.received) == 1


@pytest.mark.parametrize("body", [b"<html>Welcome</html>", b"", b"nonsense", b"\xff\xfe", b"{"])
def test_a_success_that_shows_no_order_is_unknown_and_keeps_what_came(wire: Open, body: bytes) -> None:
    api, server = wire(answer(body, "200 OK", content_type="text/html"))
    with pytest.raises(ApiResponseException) as caught:
        place(api)
    assert (caught.value.status, caught.value.raw_body) == (200, body)
    assert caught.value.outcome is Outcome.UNKNOWN
    assert "Look the order up" in str(caught.value)
    assert len(server.received) == 1


@pytest.mark.parametrize("body", [b"<html>Welcome</html>", b"", b"nonsense"])
def test_a_read_that_is_no_json_raises_with_everything_that_came(wire: Open, body: bytes) -> None:
    api, _ = wire(answer(body, "200 OK", content_type="text/html", x_gateway="g1"))
    with pytest.raises(ApiResponseException) as caught:
        read(api)
    error = caught.value
    assert (error.status, error.raw_body, error.headers["X-Gateway"]) == (200, body, "g1")


CHARSETS = {
    "a mark": (b"\xef\xbb\xbf" + '{"notes": "Grüße"}'.encode(), "application/json"),
    "Latin-1": ('{"notes": "Grüße"}'.encode("latin-1"), "application/json; charset=ISO-8859-1"),
    "UTF-16": ('{"notes": "Grüße"}'.encode("utf-16"), "application/json"),
}


@pytest.mark.parametrize(("body", "kind"), CHARSETS.values(), ids=CHARSETS)
def test_other_charsets_are_read(wire: Open, body: bytes, kind: str) -> None:
    api, _ = wire(answer(body, content_type=kind))
    assert read(api).data.notes == "Grüße"


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


ENCODINGS = {
    "gzip": ("gzip", gzip.compress(b'{"notes": "x"}')),
    "two members": ("gzip", gzip.compress(b'{"notes": ') + gzip.compress(b'"x"}')),
    "padding": ("gzip", gzip.compress(b'{"notes": "x"}') + b"\0\0"),
    "deflate": ("deflate", zlib.compress(b'{"notes": "x"}')),
    "raw deflate": ("deflate", raw_deflate(b'{"notes": "x"}')),
    "identity": ("identity", b'{"notes": "x"}'),
}


@pytest.mark.parametrize(("encoding", "body"), ENCODINGS.values(), ids=ENCODINGS)
def test_compressed_answers_are_read(wire: Open, encoding: str, body: bytes) -> None:
    api, _ = wire(answer(body, content_encoding=encoding))
    response = read(api)
    assert response.data.notes == "x"
    assert response.raw_data == b'{"notes": "x"}'


def test_an_encoding_that_was_not_asked_for_is_named(wire: Open) -> None:
    api, _ = wire(answer(b"??", content_encoding="br"))
    with pytest.raises(ApiResponseException, match="encoded as 'br'"):
        read(api)


BIG = json.dumps({"notes": "x" * 100_000}).encode()
TOO_LARGE = {
    "plain": answer(BIG),
    "until the end": b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + BIG,
    "chunked": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"%x\r\n%s\r\n0\r\n\r\n" % (len(BIG), BIG),
    "a bomb": answer(gzip.compress(b"[" + b" " * 50_000_000 + b"]"), content_encoding="gzip"),
}


@pytest.mark.parametrize("large", TOO_LARGE.values(), ids=TOO_LARGE)
def test_answers_beyond_the_limit_are_refused_and_the_client_goes_on(wire: Open, large: bytes) -> None:
    api, server = wire(large, DETAIL, max_response_bytes=50_000)
    with pytest.raises(ApiResponseException, match="larger than max_response_bytes") as caught:
        read(api)
    assert len(caught.value.raw_body) == 50_000
    assert read(api).data.ingram_order_number == "20-1"
    assert len(server.received) == 2


def test_an_order_whose_answer_is_too_large_is_not_lost(wire: Open) -> None:
    body = json.dumps(PLACED | {"notes": "x" * 100_000}).encode()
    api, _ = wire(answer(body, "201 Created"), max_response_bytes=50_000)
    response = place(api)
    assert response.data.orders[0].ingram_order_number == "20-12345"
    assert "max_response_bytes" in response.drift[0].message


# Time.


def drip(at_once: bytes, data: bytes) -> Callable[[socket.socket, Any], None]:
    def run(connection: socket.socket, _: Any) -> None:
        stop = connection.dup()
        stop.settimeout(0.02)
        try:
            connection.sendall(at_once)
            for index in range(len(data)):
                connection.sendall(data[index : index + 1])
                try:
                    if not stop.recv(1):
                        return
                except TimeoutError:
                    continue
        finally:
            stop.close()

    return run


SLOW = {"headers": drip(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n" * 1000), "body": drip(answer(BIG)[:200], BIG)}


@pytest.mark.parametrize("slow", SLOW.values(), ids=SLOW)
def test_a_read_that_drips_ends_with_the_time_of_the_call(wire: Open, slow: Script) -> None:
    api, server = wire(slow, total_timeout=0.4, read_timeout=0.3)
    with pytest.raises(ApiTimeoutException):
        read(api)
    assert len(server.received) == 1


def test_an_order_whose_answer_drips_ends_with_the_time_of_the_call(wire: Open) -> None:
    api, _ = wire(SLOW["headers"], total_timeout=0.4, read_timeout=0.3)
    with pytest.raises(ApiTimeoutException) as caught:
        place(api)
    assert caught.value.outcome is Outcome.UNKNOWN
    api, _ = wire(SLOW["body"], total_timeout=0.4, read_timeout=0.3)
    with pytest.raises(ApiTimeoutException, match="cut short") as caught:
        place(api)
    assert (caught.value.status, caught.value.outcome) == (200, Outcome.UNKNOWN)


def test_a_silent_server_ends_with_the_read_timeout(wire: Open) -> None:
    api, _ = wire(lambda connection, _: connection.recv(1), retries=False)
    with pytest.raises(ApiTimeoutException) as caught:
        place(api, _request_timeout=(1, 0.1))
    assert isinstance(caught.value, TimeoutError)
    assert caught.value.outcome is Outcome.UNKNOWN
    with pytest.raises(ApiTimeoutException):
        read(api, _request_timeout=0.1)


def test_a_server_that_stops_taking_a_request_ends_with_the_read_timeout() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        configuration = Configuration(
            f"http://127.0.0.1:{listener.getsockname()[1]}", access_token="t", im_customer_number="1",
            im_country_code="US", read_timeout=0.2, connect_timeout=60, total_timeout=None, retries=False,
        )  # fmt: skip
        with ApiClient(configuration) as client, pytest.raises(ApiTimeoutException) as caught:
            OrdersApi(client).post_createorder_v6(order_create_request={**ORDER, "notes2": "x" * 20_000_000})
    assert caught.value.outcome is Outcome.UNKNOWN


# Redirects.


@pytest.mark.parametrize("status", ["301 Moved Permanently", "302 Found", "307 Temporary Redirect"])
def test_a_read_follows_a_redirect_only_within_its_origin(wire: Open, status: str) -> None:
    api, server = wire(answer(status=status, location="/elsewhere?a=b"), DETAIL)
    assert read(api).data.ingram_order_number == "20-1"
    assert server.received[1].line == "GET /elsewhere?a=b HTTP/1.1"

    _, other = wire(DETAIL)
    for place_of_it in (f"{other.url}/x", "https://127.0.0.1/x", "//example.invalid/x", "file:///x", "http://[", ""):
        api, server = wire(answer(status=status, location=place_of_it))
        with pytest.raises(ApiResponseException) as caught:
            read(api)
        assert caught.value.status == int(status[:3])
        assert len(server.received) == 1
    assert not other.received


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


# Raw responses.


def test_raw_responses_stream_any_status(wire: Open) -> None:
    api, server = wire(answer(BIG), answer({"message": "no"}, "404 Not Found"), DETAIL)
    with api.get_orderdetails_v6_1_without_preload_content("20-1") as raw:
        assert (raw.status, raw.getheader("Content-Type")) == (200, "application/json")
        first = raw.read(1000)
        assert BIG.startswith(first)
        assert first + b"".join(raw.stream()) == BIG
    with api.get_orderdetails_v6_1_without_preload_content("20-1") as raw:
        assert raw.status == 404
        assert raw.read() == raw.data == b'{"message": "no"}'
    assert read(api).status_code == 200
    assert server.connections == 1


def test_a_raw_response_that_is_cut_short_raises_ours(wire: Open) -> None:
    api, _ = wire(TRUNCATED["short of its length"], retries=False)
    raw = api.get_orderdetails_v6_1_without_preload_content("20-1")
    with pytest.raises(ApiResponseException, match="cut short"):
        raw.read()
    raw.close()


def test_a_raw_read_is_repeated_before_it_is_handed_out(wire: Open) -> None:
    api, server = wire(answer(status="503 Busy"), DETAIL, connection_pool_maxsize=1)
    with api.get_orderdetails_v6_1_without_preload_content("20-1") as raw:
        assert raw.status == 200
    assert len(server.received) == 2


# Odds and ends of HTTP.


@pytest.mark.parametrize("status", ["200 OK", "201 Created", "202 Accepted", "207 Multi-Status", "299 Fine"])
def test_any_2xx_is_a_placed_order(wire: Open, status: str) -> None:
    api, _ = wire(answer(PLACED, status))
    assert place(api).data.orders[0].ingram_order_number == "20-12345"


def test_a_reset_during_a_long_request_is_uncertain(wire: Open) -> None:
    def reset(connection: socket.socket, _: Any) -> None:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")

    api, server = wire(reset)
    with pytest.raises(ApiConnectionException) as caught:
        place(api)
    assert caught.value.outcome is Outcome.UNKNOWN
    assert len(server.received) == 1


def test_an_error_keeps_everything(wire: Open) -> None:
    page = b"<html><body>Bad Gateway</body></html>"
    api, _ = wire(answer(page, "502 Bad Gateway", content_type="text/html", x_request="r1"), retries=False)
    with pytest.raises(ServiceException) as caught:
        place(api, im_correlation_id="c" * 32)
    error = caught.value
    assert (error.status, error.reason, error.raw_body) == (502, "Bad Gateway", page)
    assert error.body == page.decode()
    assert error.headers["x-request"] == "r1"
    assert error.correlation_id == "c" * 32
    assert str(error).splitlines()[0] == "post_createorder_v6: 502 Bad Gateway"
    assert "It is not known whether the order was placed" in str(error)
