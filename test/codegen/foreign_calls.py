"""Call the package that was generated for the foreign contract through one of its faces. Run by test_codegen.py.

Its tag and its operations are known to no hand-written line. What a call does at the service is in the contract alone:
asking for prices is a POST that reads, making a thing is one that changes.
"""

from __future__ import annotations

import json
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from foreign_faces import Call, face

from xi_sdk_resellers import ApiConnectionException, ApiException, ApiResponseException, Outcome, ServiceException

PRICES = {"total": 12.5}
THING = {"class": "a", "thingName": "abc", "str": "the sign that it was made"}
ASKED = {"names": ["abc"]}
MADE = {"name": "abc", "class": "a"}
LOST = -1
"""In place of a status: the connection is closed when the request was read."""
UNSIGNED = 202
"""A success that holds nothing of what the contract names as its sign."""


class Handler(BaseHTTPRequestHandler):
    planned: list[int] = []
    """What happens to the next calls, instead of a success."""
    seen: list[str] = []

    def answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.seen.append(f"{self.command} {self.path} {body.decode()}".rstrip())
        status = self.planned.pop(0) if self.planned else 204 if self.path == "/login" else 200
        if status == LOST:
            self.close_connection = True
            return
        found = {200: PRICES if "prices" in self.path else THING, UNSIGNED: {"thingName": "abc"}}.get(status)
        data = json.dumps(found).encode() if found else b""
        self.send_response(status)
        if 300 <= status < 400:
            self.send_header("Location", f"/moved{self.path}")
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    do_GET = do_POST = answer

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def seen_in(call: Call, *arguments: object, planned: list[int], raises: type[ApiException] | None = None) -> Any:
    """Make a call, and give the requests that arrived with its result or exception."""
    Handler.planned[:], Handler.seen[:] = planned, []
    if raises is None:
        result = call(*arguments)
    else:
        with pytest.raises(raises) as caught:
            call(*arguments)
        result = caught.value
    assert Handler.planned == []
    return result, Handler.seen


def check_successes(call: Call) -> None:
    thing, seen = seen_in(call, "ThingsApi", "get_thing", "a b", planned=[])
    assert (thing.thing_name, seen) == ("abc", ["GET /things/a%20b"])
    made, seen = seen_in(call, "ThingsApi", "make_thing_with_http_info", MADE, planned=[])
    assert (made.status_code, made.data.class_, seen) == (200, "a", ['POST /things {"name":"abc","class":"a"}'])
    prices, seen = seen_in(call, "ThingsApi", "price_things", ASKED, planned=[])
    assert (prices.to_dict(), seen) == (PRICES, ['POST /things/prices {"names":["abc"]}'])
    nothing, seen = seen_in(call, "SessionApi", "login", "me", "secret", planned=[])
    assert (nothing, seen) == (None, ["POST /login user=me&pass=secret"])


def check_a_post_that_reads(call: Call) -> None:
    price, asked = ("ThingsApi", "price_things", ASKED), 'POST /things/prices {"names":["abc"]}'
    for trouble in (503, LOST):
        prices, seen = seen_in(call, *price, planned=[trouble, 200])
        assert (prices.to_dict(), seen) == (PRICES, [asked, asked])
    for trouble, kind in ((503, ServiceException), (LOST, ApiConnectionException)):
        error, seen = seen_in(call, *price, planned=[trouble] * 3, raises=kind)
        assert seen == [asked] * 3
        assert error.effect is None
        assert not [word for word in ("outcome", "known", "made", "placed", "Look") if word in str(error)], str(error)
    for status in (307, 308):
        prices, seen = seen_in(call, *price, planned=[status, 200])
        assert (prices.to_dict(), seen) == (PRICES, [asked, asked.replace("/things", "/moved/things")])
    for status in (301, 302, 303):
        error, seen = seen_in(call, *price, planned=[status], raises=ApiResponseException)
        assert (error.status, seen) == (status, [asked])


def check_a_post_that_changes(call: Call) -> None:
    make, sent = ("ThingsApi", "make_thing", MADE), ['POST /things {"name":"abc","class":"a"}']
    for trouble, kind in ((503, ServiceException), (LOST, ApiConnectionException), (UNSIGNED, ApiResponseException)):
        error, seen = seen_in(call, *make, planned=[trouble], raises=kind)
        assert (error.outcome, seen) == (Outcome.UNKNOWN, sent)
        assert "It is not known whether the thing was made." in str(error)
        assert "Look for the thing before you make it again." in str(error)
    error, seen = seen_in(call, *make, planned=[400], raises=ApiException)
    assert (error.outcome, seen) == (Outcome.REJECTED, sent)
    assert "The thing was NOT made." in str(error)
    for status in (301, 302, 303, 307, 308):
        error, seen = seen_in(call, *make, planned=[status], raises=ApiResponseException)
        assert (error.status, error.outcome, seen) == (status, Outcome.UNKNOWN, sent)


def check_a_get(call: Call) -> None:
    for status in (301, 302, 303, 307, 308):
        thing, seen = seen_in(call, "ThingsApi", "get_thing", "x", planned=[status, 200])
        assert (thing.thing_name, seen) == ("abc", ["GET /things/x", "GET /moved/things/x"])


def main(name: str) -> None:
    from xi_sdk_resellers import Retries

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    host = f"http://127.0.0.1:{server.server_port}"
    call = face(name, host=host, access_token="t", retries=Retries(3, backoff=0))
    for check in (check_successes, check_a_get, check_a_post_that_reads, check_a_post_that_changes):
        check(call)
    server.shutdown()
    server.server_close()


main(sys.argv[1])
print("used")
