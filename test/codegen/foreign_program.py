"""Use the package that was generated for the foreign contract, over a real connection. Run by test_codegen.py."""

from __future__ import annotations

import json
import re
import threading
from datetime import date
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from xi_sdk_resellers.api.session_api import SessionApi
from xi_sdk_resellers.api.things_api import ThingsApi

from xi_sdk_resellers import ApiClient, ApiTypeError, ApiValueError, Configuration, NotFoundException
from xi_sdk_resellers.models import Color, Finish, NewThing, Part, Shade, Thing

THING = {
    "class": "first", "from": "here", "copy": True, "json": "{}", "model_config": "x", "to_dict": "y", "self": "z",
    "str": "text", "int": 7, "thingName": None, "ThingName": "two", "thing_name": "three",
    "2nd-key with spaces": "s", "@type": "T", "URLPath": "/u", "made": "2024-02-29", "price": "12.50",
    "parts": {"size": 1, "weight": 0.5}, "best": None, "color": "unknown", "Count": "3",
    "say \"hi\"": "hi", "anything": [1, {"a": None}], "free": {"k": 1}, "new": "kept",
}  # fmt: skip
seen: list[tuple[str, str, str, bytes]] = []


class Handler(BaseHTTPRequestHandler):
    def answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        seen.append((self.command, self.path, self.headers.get("Content-Type", ""), body))
        missing = self.path.startswith("/things/none")
        data = b"" if self.path == "/login" else json.dumps({"message": "no"} if missing else THING).encode()
        self.send_response(404 if missing else 200 if data else 204)
        if data:
            self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    do_GET = do_POST = answer

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def refuses(kind: type[Exception], part: str, **values: object) -> None:
    with pytest.raises(kind, match=re.escape(part)):
        NewThing(**{"name": "abc", "class_": "a", **values})


def check_answer(thing: Thing) -> None:
    assert (thing.class_, thing.from_, thing.copy_, thing.json_) == ("first", "here", True, "{}")
    assert (thing.model_config_, thing.to_dict_, thing.self_, thing.str_, thing.int_) == ("x", "y", "z", "text", 7)
    assert (thing.thing_name, thing.thing_name_2, thing.thing_name_3) == (None, "two", "three")
    assert (thing.n2nd_key_with_spaces, thing.type, thing.url_path) == ("s", "T", "/u")
    assert thing.say_hi == "hi"
    assert (thing.made, thing.price) == (date(2024, 2, 29), Decimal("12.50"))
    assert thing.parts is not None
    assert type(thing.parts[0]) is Part
    assert [Part(outside=text).finish for text in ("x::Bright", "not-done")] == [Finish.SHINY, Finish.NOT_DONE]
    assert (thing.parts[0].size, thing.parts[0].weight, thing.best, thing.count) == (1, 0.5, None, 3)
    expected = {**THING, "price": 12.5, "parts": [THING["parts"]], "Count": 3}
    assert thing.to_dict() == expected, thing.to_dict()


def check_requests() -> None:
    refuses(ApiValueError, "name", name="too long")
    refuses(ApiValueError, "name", name="ABC")
    refuses(ApiValueError, "class", class_="c")
    refuses(ApiTypeError, "name", name=None)
    refuses(ApiValueError, "list", list_=["a", "b", "c"])
    refuses(ApiValueError, "later_date: it must be a date", later_date="no day at all")
    refuses(ApiValueError, "parts[0].size", parts=[{"size": -1}])
    made = NewThing(name="abc", class_="a", date_="Wed May 13 00:00:00 UTC 2020", price=1.5, list=["x"])
    assert made.to_dict() == {"name": "abc", "class": "a", "date": "2020-05-13", "price": 1.5, "list": ["x"]}
    assert NewThing.from_dict(made.to_dict()) == made


def main() -> None:
    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    configuration = Configuration(host=f"http://127.0.0.1:{server.server_port}", access_token="t")
    with ApiClient(configuration) as client:
        api = ThingsApi(client)
        check_answer(api.get_thing("a b", class_="x", from_=date(2024, 1, 2), colors=[Color.RED, "blue"], limit=3))
        assert seen[-1][1] == "/things/a%20b?class=x&from=2024-01-02&colors=red&colors=blue&limit=3", seen[-1]
        check_answer(
            api.make_thing({"name": "abc", "class": "b", "later-date": "2024-05-06", "price": Decimal("1.10")})
        )
        assert seen[-1][3] == b'{"name":"abc","class":"b","price":1.10,"later-date":"2024-05-06"}', seen[-1]
        assert SessionApi(client).login("me", "secret") is None
        assert seen[-1][3] == b"user=me&pass=secret", seen[-1]
        for bad in ({"limit": 11}, {"colors": ["green"]}, {"from_": "never"}):
            with pytest.raises(ApiValueError):
                api.get_thing("x", **bad)
        with pytest.raises(NotFoundException) as caught:
            api.get_thing("none")
        assert caught.value.data.message == "no"
    server.shutdown()
    server.server_close()
    check_requests()
    assert Shade("DARK-red") is Shade.DARK_RED
    assert Shade("new").value == "new"
    assert list(Shade) == ["light blue", "DARK-RED", "2tone", '5" pipe']


main()
print("used")
