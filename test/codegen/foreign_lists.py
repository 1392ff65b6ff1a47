"""Use lists, trees and odd arguments of the package for the foreign contract. Run by test_codegen.py.

It goes through one of the faces, in all three forms of a method.
"""

from __future__ import annotations

import json
import re
import sys
import threading
from datetime import date
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from foreign_faces import Call, face

from xi_sdk_resellers import ApiException, ApiResponseException, ApiTypeError, ApiValueError, Outcome

TREES = [
    {"name": "oak", "price": 12.5, "choices": [{"name": "bough", "choices": [{"name": "twig"}]}]},
    {"name": "elm", "best": {"name": "leaf", "best": {"name": "vein"}}},
]
ODD_TREES = [{"Name": "oak", "price": "12.50", "choices": {"name": 7, "more": 1, "choices": [{"price": "no"}]}}, "elm"]
FOUND = ("ThingsApi", "find_things_with_http_info", "c", "g")
answer = b""
"""What the next request is answered."""
seen: dict[str, Any] = {}
"""What the last request was."""


class Handler(BaseHTTPRequestHandler):
    def handle_one(self) -> None:
        seen["body"] = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        seen["headers"] = self.headers
        seen["query"] = urlsplit(self.path).query
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    do_GET = do_POST = handle_one

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def answered(call: Call, body: object, *arguments: object, **named: object) -> Any:
    global answer
    answer = body if isinstance(body, bytes) else json.dumps(body).encode()
    return call(*arguments, **named)


def drifts(response: Any) -> list[str]:
    return [f"{each.path}: {each.message}" for each in response.drift]


def check_lists(call: Call) -> None:
    from xi_sdk_resellers.models import Tree

    trees = answered(call, TREES, "ThingsApi", "find_things", "c", "g")
    assert [type(tree) for tree in trees] == [Tree, Tree]
    assert [tree.to_dict() for tree in trees] == TREES
    assert trees[0].price == Decimal("12.5")
    assert trees[0].choices[0].choices[0].name == "twig"
    assert trees[1].best.best.name == "vein"
    whole = answered(call, TREES, *FOUND)
    assert (whole.data, drifts(whole), json.loads(whole.raw_data)) == (trees, [], TREES)
    raw = answered(call, TREES, "ThingsApi", "find_things_without_preload_content", "c", "g")
    assert json.loads(raw) == TREES
    for body in ([], b" [ ]"):
        assert answered(call, body, *FOUND).data == []


def check_odd_lists(call: Call) -> None:
    odd = answered(call, ODD_TREES, *FOUND)
    assert drifts(odd) == ["[0].choices[0].choices[0].price: a number was expected", "[1]: an object was expected"]
    oak, elm = odd.data
    assert (oak.name, oak.price, elm) == ("oak", Decimal("12.50"), "elm")
    assert (oak.choices[0].name, oak.choices[0].choices[0].price) == ("7", "no")
    kept = {**ODD_TREES[0], "price": 12.5, "choices": [{"name": "7", "more": 1, "choices": [{"price": "no"}]}]}
    assert oak.to_dict() == kept
    again = answered(call, ODD_TREES, *FOUND)  # read in the spelling that was learned
    assert [again.data, drifts(again)] == [odd.data, drifts(odd)]
    one = answered(call, TREES[0], *FOUND)
    assert [tree.to_dict() for tree in one.data] == TREES[:1]
    assert drifts(one) == [": a list was expected, not an object"]
    marked = answered(call, b"\xef\xbb\xbf" + json.dumps(TREES).encode(), *FOUND)
    assert [tree.to_dict() for tree in marked.data] == TREES
    for body in (
        b"null",
        b"7",
        b'"no"',
        b"<html>",
        b"[{}",
        b"[] []",
        b'[], "a": 1',
        b"",
        {"errors": ["no"]},
        [{"error": "no"}],
    ):
        with pytest.raises(ApiResponseException):
            answered(call, body, *FOUND)


def check_an_object_in_a_list(call: Call) -> None:
    asked = ("OffersApi", "ask_offers_with_http_info", True, "c")
    for body in ({"total": 1, "trees": TREES}, [{"total": 1, "trees": TREES}]):
        offers = answered(call, body, *asked, wanted=[{"name": "a"}])
        assert (offers.data.to_dict(), drifts(offers)) == ({"total": 1, "trees": TREES}, [])
        assert seen["body"] == b'{"name":"a"}'
    with pytest.raises(ApiTypeError, match="Wanted: a mapping is needed, not list"):
        call(*asked, wanted=[{}, {}])
    assert answered(call, {"total": 1}, *asked).data.total == 1
    assert (seen["body"], seen["headers"]["Content-Type"]) == (b"", None)
    inside = {"inside": [{"name": "a", "inside": [{"name": "b"}]}]}
    answered(call, {"total": 1}, *asked, None, None, inside)
    assert json.loads(seen["body"]) == inside
    with pytest.raises(ApiValueError, match=re.escape("inside[0].inside[0].name")):
        call(*asked, wanted={"inside": [{"inside": [{"name": "too long"}]}]})


def check_a_change_without_im_headers(call: Call) -> None:
    sent = ("OffersApi", "hooks_test_post_with_http_info", "https://a.example/hook", "abc=", {"name": "a"})
    done = answered(call, [{"id": "1"}], *sent)
    assert [receipt.id for receipt in done.data] == ["1"]
    headers = {name.lower(): value for name, value in seen["headers"].items()}
    assert (headers["targeturl"], headers["x-hub-signature"]) == ("https://a.example/hook", "abc=")
    assert not [name for name in headers if name.startswith("im-")]
    for body, outcome in (([{}], Outcome.UNKNOWN), ([], Outcome.UNKNOWN), ([{"errors": ["no"]}], Outcome.REJECTED)):
        with pytest.raises(ApiException) as caught:
            answered(call, body, *sent)
        assert caught.value.outcome is outcome
    with pytest.raises(ApiTypeError, match="targeturl is missing"):
        call("OffersApi", "hooks_test_post", None, "abc=", {})


def check_arguments(call: Call) -> None:
    def query(**named: object) -> list[tuple[str, str]]:
        answered(call, [], "ThingsApi", "find_things", group="g", **named)
        return parse_qsl(seen["query"])[1:]

    assert query(keyword=["a b", "c,d"]) == [("keyword[]", "a b"), ("keyword[]", "c,d")]
    assert query(status_in=["open", "a,b"]) == [("status-in", "open,a,b")]
    assert "status-in=open,a%2Cb" in seen["query"]
    assert query(made_bt=[date(2026, 1, 2), "2026-02-03"]) == [("made-bt", "2026-01-02,2026-02-03")]
    assert query(since=[date(2026, 1, 2)]) == query(since="2026-01-02") == [("since", "2026-01-02")]
    assert query(weight=1e-7) == [("weight", "0.0000001")]
    assert query(weight=3, price=Decimal("1.50")) == [("weight", "3"), ("price", "1.50")]
    assert query(is_new=False, has_parts="True", type="x") == [("isNew", "false"), ("hasParts", "True"), ("type", "x")]
    assert query(page=2, size="25", has_parts=True) == [("hasParts", "true"), ("Page", "2"), ("Size", "25")]
    assert query(accept_language="de") == []
    assert seen["headers"]["Accept-Language"] == "de"
    wrong: dict[str, object] = {"since": ["2026-01-02"] * 2, "weight": -1, "price": float("nan"), "page": 0}
    wrong |= {"size": "101", "has_parts": "maybe", "made_bt": ["2026-01-02"], "accept_language": "d\ne"}
    for name, value in wrong.items():
        with pytest.raises(ApiValueError, match=name):
            call("ThingsApi", "find_things", "c", "g", **{name: value})
    for name, value in {"weight": True, "price": "1", "is_new": "true", "page": "1", "size": None}.items():
        if value is not None:
            with pytest.raises(ApiTypeError, match=name):
                call("ThingsApi", "find_things", "c", "g", **{name: value})
    for size in ("1e1", "x", "-5", "NaN"):
        with pytest.raises(ApiValueError, match="size must be"):
            call("ThingsApi", "find_things", "c", "g", size=size)
    with pytest.raises(ApiTypeError, match="group is missing"):
        call("ThingsApi", "find_things")


def check_a_contact(call: Call) -> None:
    answered(call, {"total": 1}, "OffersApi", "ask_offers", True)
    assert seen["headers"]["IM-CustomerContact"] == "jo@a.example"
    for contact in ("nobody", "a@b c", "a@b, c@d", "Jo <jo@a.example>", "@", "a@", f"{'a' * 20}@b.example"):
        with pytest.raises(ApiValueError, match="im_customer_contact must"):
            call("OffersApi", "ask_offers", True, im_customer_contact=contact)


def check_two_orders(call: Call) -> None:
    def sent(*arguments: object, **named: object) -> tuple[list[tuple[str, str]], bytes, str | None]:
        answered(call, {"total": 1}, "OffersApi", *arguments, **named)
        return parse_qsl(seen["query"]), seen["body"], seen["headers"]["IM-CustomerNumber"]

    from xi_sdk_resellers.models import Wanted

    for form in ("", "_with_http_info", "_without_preload_content"):
        prices, wanted = f"offer_prices{form}", {"name": "a"}
        expected = ([("withPrice", "true"), ("withText", "false")], b'{"name":"a"}', "d")
        assert sent(prices, True, "d", False, wanted) == expected
        assert sent(prices, True, "d", wanted, False) == expected
        assert sent(prices, True, "d", Wanted(name="a"), with_text=False) == expected
        assert sent(prices, True, "d", with_text=False, wanted_request=wanted) == expected
        assert sent(prices, True, wanted=wanted) == ([("withPrice", "true")], b'{"name":"a"}', "c")
        with pytest.raises(ApiTypeError, match="wanted was given twice"):
            call("OffersApi", prices, True, "d", wanted, wanted=wanted)
        with pytest.raises(ApiTypeError, match="there are more than 4 arguments"):
            call("OffersApi", prices, True, "d", wanted, False, 5)
        read = f"read_offer{form}"
        assert sent(read, "d", "7", "Acme") == ([("vendor", "Acme")], b"", "d")
        assert (sent(read, "d", " test", "7"), seen["headers"]["IM-Environment"]) == (([], b"", "d"), "test")
        assert (sent(read, "d", im_environment="x", offer_id="7"), seen["headers"]["IM-Environment"]) == (
            ([], b"", "d"),
            "x",
        )
        assert sent(read, "d", "test")[0] == sent(read, offer_id="test")[0] == []


def main(name: str) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    host = f"http://127.0.0.1:{server.server_port}"
    call = face(name, host=host, access_token="t", im_customer_number="c", im_customer_contact="jo@a.example")
    checks = (check_lists, check_odd_lists, check_an_object_in_a_list, check_a_change_without_im_headers)
    for check in (*checks, check_arguments, check_a_contact, check_two_orders):
        check(call)
    without = face(name, host=host, access_token="t", im_customer_number="c")
    with pytest.raises(ApiTypeError, match=r"im_customer_contact is missing: .* or XI_CUSTOMER_CONTACT"):
        without("OffersApi", "ask_offers", True)
    server.shutdown()
    server.server_close()


main(sys.argv[1])
print("used")
