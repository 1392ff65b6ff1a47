"""No secret stands in a local variable of the package's own frames when an exception leaves, whatever has failed.

Error trackers, debug pages and consoles show these variables."""

from __future__ import annotations

import inspect
import os
import socket
import traceback
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import xi_sdk_resellers
from test.support.client_twins import AccesstokenApi, ApiClient, OrdersApi
from test.support.wire_server import WireServer, answer, hang_up
from xi_sdk_resellers import Configuration, Retries, webhooks
from xi_sdk_resellers._values.hidden import Hidden, HiddenBytes, hidden, hidden_login
from xi_sdk_resellers.sandbox import Fault, Sandbox
from xi_sdk_resellers.token_cache import RedisTokenCache

PACKAGE = str(Path(xi_sdk_resellers.__file__).parent)
SECRET = "planted-SECRET-91bd04"
OTHER = f"another-{SECRET}"
ORDER = {
    "customerOrderNumber": "PO-1",
    "lines": [{"customerLineNumber": "1", "ingramPartNumber": "6YE881", "quantity": 1}],
}

twins = pytest.mark.usefixtures("twins")


def shown_in(error: BaseException) -> list[str]:
    """Name the local variables of our frames, behind an exception and all that it hangs on, that show the secret."""
    found: list[str] = []
    waiting: list[BaseException | None] = [error]
    seen: set[int] = set()
    while waiting:
        item = waiting.pop()
        if item is None or id(item) in seen:
            continue
        seen.add(id(item))
        waiting += [item.__cause__, item.__context__]
        for frame, _ in traceback.walk_tb(item.__traceback__):
            code = frame.f_code
            if code.co_filename.startswith(PACKAGE) and "/sandbox/" not in code.co_filename:
                variables = frame.f_locals.items()
                found += [f"{name} in {code.co_name}" for name, value in variables if SECRET in repr(value)]
    return found


def check(run: Callable[[], Any], *, said: bool = False) -> BaseException:
    """Make a call that fails; neither its frames nor, unless it is said on purpose, its text may show the secret."""
    caught: BaseException | None = None
    try:
        run()
    except BaseException as error:
        caught = error
    assert caught is not None, "nothing was raised"
    assert shown_in(caught) == [], repr(caught)
    assert said or SECRET not in str(caught)
    assert said or SECRET not in repr(vars(caught))
    return caught


# Webhooks.

WRONG = {"x-hub-signature": "no"}
EVENTS: dict[str, Callable[[Any], Any]] = {
    "wrong signature": lambda secret: webhooks.parse(b'{"eventId": "1"}', WRONG, secret=secret),
    "no signature": lambda secret: webhooks.parse(b'{"eventId": "1"}', {}, secret=secret),
    "no JSON": lambda secret: webhooks.parse(b"x", WRONG, secret=secret),
    "no body": lambda secret: webhooks.parse(5, WRONG, secret=secret),  # type: ignore[arg-type]
    "too large": lambda secret: webhooks.parse(b"x" * 9, WRONG, secret=secret, max_bytes=1),
    "received": lambda secret: webhooks.receive(b'{"eventId": "1"}', WRONG, secret=secret),
    "verified": lambda secret: webhooks.verify(5, "x", secret),  # type: ignore[arg-type]
    "signed": lambda secret: webhooks.sign(None, secret),  # type: ignore[arg-type]
}
KINDS: dict[str, Any] = {
    "text": SECRET,
    "bytes": SECRET.encode(),
    "several": [OTHER, SECRET.encode()],
    "a pair": (SECRET, 5),
}


@pytest.mark.parametrize("secret", KINDS.values(), ids=KINDS)
@pytest.mark.parametrize("run", EVENTS.values(), ids=EVENTS)
def test_of_webhooks(run: Callable[[Any], Any], secret: Any) -> None:
    check(lambda: run(secret))


# Settings.

SETTINGS: dict[str, Any] = {
    "client_secret": SECRET,
    "access_token": SECRET,
    "api_key": {"k": SECRET},
    "password": SECRET,
    "key_password": SECRET,
    "proxy": f"http://user:{SECRET}@proxy.example:3128",
    "proxy_headers": {"Proxy-Authorization": f"Basic {SECRET}"},
    "client_id": "c",
}
REFUSED: dict[str, dict[str, Any]] = {
    "a number": {"connect_timeout": -1},
    "a host": {"host": "nowhere"},
    "a host with a login": {"host": f"https://user:{SECRET}@api.example"},
    "a secret in bytes": {"client_secret": SECRET.encode()},
    "a token in bytes": {"access_token": SECRET.encode()},
    "keys that are none": {"api_key": [SECRET]},
    "headers that are none": {"proxy_headers": [("Proxy-Authorization", SECRET)]},
    "a proxy in bytes": {"proxy": f"http://user:{SECRET}@x".encode()},
    "a log file": {"logger_file": "/nonexistent/folder/file"},
    "retries": {"retries": -1},
}


@pytest.mark.parametrize("refused", REFUSED.values(), ids=REFUSED)
def test_of_settings(refused: dict[str, Any]) -> None:
    check(lambda: Configuration(**{**SETTINGS, **refused}))
    configuration = Configuration()
    for name in {*refused} - {"api_key", "proxy_headers", "logger_file"}:
        check(lambda: setattr(configuration, name, refused[name]))  # noqa: B023 - called at once


def test_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    given = {"XI_CLIENT_SECRET": SECRET, "XI_ACCESS_TOKEN": OTHER, "XI_HOST": "nowhere"}
    check(lambda: Configuration.from_env(given))
    check(lambda: Configuration.from_env({"XI_HOST": f"https://user:{SECRET}@api.example"}))
    check(lambda: Configuration.from_env({"XI_CLIENT_ID": "c"}, client_secret=SECRET.encode()))
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    check(Configuration.from_env)


def test_of_a_cache() -> None:
    pytest.importorskip("redis", reason="the redis extra is not installed")
    check(lambda: RedisTokenCache(f"rdis://user:{SECRET}@localhost"))


@twins
def test_of_a_client() -> None:
    plain = Configuration(client_id="c", client_secret=SECRET)
    check(lambda: ApiClient(plain, "X-Api-Key", f"{SECRET}\r\n"))
    check(lambda: ApiClient(plain, "X Y", SECRET))
    check(lambda: ApiClient(plain, cookie=f"{SECRET}\n"))
    check(lambda: ApiClient(5, "X-Api-Key", SECRET))  # type: ignore[arg-type]
    client = ApiClient(plain)
    bad = f"{SECRET}\n"
    check(lambda: client.set_default_header("X-Session", bad))
    check(lambda: setattr(client, "default_headers", {"X-Key": bad}))
    check(lambda: setattr(client, "default_headers", [("X-Key", SECRET)]))
    check(lambda: client.default_headers.update({"X-Key": bad}))
    check(lambda: client.default_headers.update(Cookie=bad))
    check(lambda: client.default_headers.setdefault("X-Key", bad))
    check(lambda: client.default_headers.__ior__({"X-Key": bad}))
    check(
        lambda: client.param_serialize(
            "GET", "/x", header_params={"A": SECRET}, _request_auth={"in": "query", "value": SECRET}
        )
    )
    check(lambda: client.param_serialize("POST", "/x", post_params={"A": SECRET}, _request_auth={"in": "query"}))
    check(lambda: client.update_params_for_auth({}, {}, None, "/", "GET", None, {"in": "query", "value": SECRET}))


# Calls.

AUTH: dict[str, Any] = {
    "a token": SECRET,
    "a mapping": {"in": "header", "key": "Authorization", "value": f"Bearer {SECRET}"},
    "a cookie": {"in": "cookie", "value": SECRET},
    "spaces": f"{SECRET} {SECRET}",
    "a line break": f"{SECRET}\r\n",
    "no ASCII": f"{SECRET}é",
    "bytes": SECRET.encode(),
    "a list": [SECRET],
    "for the query": {"in": "query", "value": SECRET},
    "a line break in a mapping": {"value": f"{SECRET}\n"},
    "bytes in a mapping": {"value": SECRET.encode()},
    "another header": {"key": "X Y", "value": SECRET},
    "too long": SECRET * 1000,
}
HEADERS: dict[str, Any] = {
    "a token": {"Authorization": f"Bearer {SECRET}"},
    "a key": {"X-Api-Key": SECRET},
    "any other": {"X-Whatever": SECRET},
    "a line break": {"X-Whatever": f"{SECRET}\n"},
    "bytes": {"X-Whatever": SECRET.encode()},
    "a name that is none": {"X Y": SECRET},
    "pairs": [("Authorization", SECRET)],
    "framing": {"A": SECRET, "Content-Length": "5"},
}
FORMS = ("", "_with_http_info", "_without_preload_content")


@pytest.fixture
def failing(twins: None) -> Iterator[Any]:
    """A client all of whose calls fail."""
    with WireServer([hang_up]) as server:
        configuration = Configuration(server.url, im_customer_number="1", im_country_code="US", retries=False)
        with ApiClient(configuration) as client:
            yield client


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("auth", AUTH.values(), ids=AUTH)
def test_of_the_authentication_of_a_call(failing: Any, auth: Any, form: str) -> None:
    api = OrdersApi(failing)
    check(lambda: getattr(api, f"get_orderdetails_v6_1{form}")("20-1", _request_auth=auth))
    check(lambda: getattr(api, f"post_createorder_v6{form}")(order_create_request=ORDER, _request_auth=auth))
    check(lambda: getattr(api, f"get_orderdetails_v6_1{form}")("..", _request_auth=auth))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("headers", HEADERS.values(), ids=HEADERS)
def test_of_the_headers_of_a_call(failing: Any, headers: Any, form: str) -> None:
    check(lambda: getattr(OrdersApi(failing), f"get_orderdetails_v6_1{form}")("20-1", _headers=headers))
    check(lambda: getattr(OrdersApi(failing), f"get_orderdetails_v6_1{form}")(5, _headers=headers))


def test_of_calls_without_a_method(failing: Any) -> None:
    auth, headers = {"value": SECRET}, {"X-Key": SECRET, "Authorization": SECRET}
    check(lambda: failing.request("GET", "/x", headers=headers, _request_auth=auth))
    check(lambda: failing.request("NO", "/x", headers=headers, _request_auth=auth))
    url = failing.configuration.host
    check(lambda: failing.call_api("GET", f"{url}/x", headers))
    check(lambda: failing.call_api("NO", f"{url}/x", headers))
    check(lambda: failing.call_api("POST", f"{url}/x", headers, {"a": 1}, [("client_secret", SECRET)]))
    check(lambda: failing.call_api("POST", f"{url}/x", {"Content-Type": "x/y"}, None, [("client_secret", SECRET)]))


def test_of_calls_of_an_operation(failing: Any) -> None:
    from xi_sdk_resellers._operations.accesstoken import GET_ACCESSTOKEN
    from xi_sdk_resellers._operations.orders import GET_ORDERDETAILS_V6_1

    given = {"grant_type": "client_credentials", "client_id": "c", "client_secret": SECRET}
    number = {"ordernumber": "20-1"}
    options: dict[str, Any] = {"_request_auth": SECRET, "_headers": {"X-Key": SECRET}}
    for make in (failing.call, failing.open):
        check(partial(make, GET_ACCESSTOKEN, given))
        check(partial(make, GET_ORDERDETAILS_V6_1, number, **options))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("secret", [SECRET, SECRET.encode(), [SECRET]])
def test_of_the_token_request(failing: Any, form: str, secret: Any) -> None:
    api = AccesstokenApi(failing)
    check(lambda: getattr(api, f"get_accesstoken{form}")("client_credentials", "c", secret))
    check(lambda: getattr(api, f"get_accesstoken{form}")("nonsense", "c", secret))
    check(
        lambda: getattr(api, f"get_accesstoken{form}")(
            grant_type="client_credentials", client_id=5, client_secret=secret
        )
    )


# Tokens that the client manages.

TOKEN = {"access_token": SECRET, "expires_in": 3600}
ODD_TOKENS: dict[str, bytes] = {
    "half an answer": answer(b'{"access_token": "' + SECRET.encode(), content_length="400", connection="close"),
    "no JSON": answer(b"access_token=" + SECRET.encode()),
    "no object": answer([SECRET]),
    "one that cannot be sent": answer({"access_token": f"{SECRET} {SECRET}"}),
    "a list": answer({"access_token": [SECRET]}),
    "an error": answer({"message": "no", "access_token": SECRET}, "400 Bad Request"),
}


@twins
@pytest.mark.parametrize("odd", ODD_TOKENS.values(), ids=ODD_TOKENS)
def test_of_an_odd_token(odd: bytes) -> None:
    with WireServer([odd]) as server:
        configuration = Configuration(
            server.url, client_id="c", client_secret=OTHER, im_customer_number="1", im_country_code="US", retries=False
        )
        with ApiClient(configuration) as client:
            error = check(
                lambda: OrdersApi(client).post_createorder_v6(order_create_request=ORDER), said=b"message" in odd
            )
    assert isinstance(error, xi_sdk_resellers.TokenException)


@twins
@pytest.mark.parametrize("status", [400, 401, 429, 500])
def test_of_a_token_in_use(sandbox: Sandbox, status: int) -> None:
    settings = sandbox.configuration(retries=Retries(max_attempts=2, backoff=0), client_id="c", client_secret=SECRET)
    sandbox.faults.add(Fault("status", status=status, times=None))
    with ApiClient(settings) as client:
        check(lambda: OrdersApi(client).get_orderdetails_v6_1("20-1"))
        client.configuration.access_token = SECRET
        check(lambda: OrdersApi(client).get_orderdetails_v6_1("20-1"))


@twins
@pytest.mark.parametrize("given", [SECRET.encode(), [SECRET], f"{SECRET}\n", 5])
def test_of_a_callable_that_gives_something_odd(given: Any) -> None:
    with WireServer([hang_up]) as server:
        configuration = Configuration(
            server.url, access_token=lambda: given, im_customer_number="1", im_country_code="US", retries=False
        )
        with ApiClient(configuration) as client:
            check(lambda: OrdersApi(client).get_orderdetails_v6_1("20-1"))


# The way to the vendor.


@twins
@pytest.mark.parametrize(
    "proxy", ["http://user:{}@127.0.0.1:1", "http://user:{}@", "ftp://user:{}@x", "http://u:{}@x:port"]
)
def test_of_a_proxy(proxy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    common = {"access_token": "t", "im_customer_number": "1", "im_country_code": "US", "retries": False}
    host = "https://api.example.invalid"
    with ApiClient(Configuration(host, proxy=proxy.format(SECRET), **common)) as client:  # type: ignore[arg-type]
        check(lambda: OrdersApi(client).get_orderdetails_v6_1("20-1"))
    for name in ("NO_PROXY", "no_proxy", "https_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HTTPS_PROXY", proxy.format(SECRET))
    with ApiClient(Configuration(host, **common)) as client:  # type: ignore[arg-type]
        check(lambda: OrdersApi(client).get_orderdetails_v6_1("20-1"))


@twins
@pytest.mark.parametrize(
    "more", [{"ssl_ca_cert": "/nonexistent"}, {"cert_file": "/nonexistent", "key_password": SECRET}]
)
@pytest.mark.parametrize("headers", [{"Proxy-Authorization": SECRET}, {"Proxy-Authorization": f"{SECRET}\n"}])
def test_of_the_headers_for_a_proxy(headers: dict[str, str], more: dict[str, str]) -> None:
    configuration = Configuration(
        "https://api.example.invalid", proxy="http://127.0.0.1:1", proxy_headers=headers, access_token=SECRET,
        im_customer_number="1", im_country_code="US", retries=False, **more,
    )  # fmt: skip
    with ApiClient(configuration) as client:
        check(lambda: OrdersApi(client).get_orderdetails_v6_1("20-1"))


@pytest.mark.parametrize("twin", ["blocking"])
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs POSIX signals")
def test_of_a_call_that_is_interrupted(twins: None) -> None:
    import signal

    def interrupt(connection: socket.socket, _: Any) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        connection.recv(1)

    with WireServer([interrupt]) as server:
        configuration = Configuration(server.url, access_token=SECRET, im_customer_number="1", im_country_code="US")
        with ApiClient(configuration) as client:
            error = check(lambda: OrdersApi(client).post_createorder_v6(order_create_request=ORDER))
    assert isinstance(error, KeyboardInterrupt)


# How it is done.


def test_what_is_hidden_is_what_it_was_and_does_not_show_itself() -> None:
    for value in (SECRET, SECRET.encode(), bytearray(b"x"), [SECRET], (SECRET, 1), {"k": SECRET}, {SECRET}):
        made = hidden(value)
        assert made == value
        assert SECRET not in repr(made)
    assert hidden(None) is None
    assert hidden(5) == 5
    assert type(hidden(SECRET)).__name__ == "str"
    assert isinstance(hidden(SECRET), Hidden)
    assert isinstance(hidden(b"x"), HiddenBytes)
    assert (repr(hidden(b"x")), repr(hidden("x"))) == ("b'***'", "'***'")
    assert f"{hidden(SECRET)}" == SECRET
    assert repr(hidden_login(f"http://user:{SECRET}@proxy:1/x")) == "'http://***@proxy:1/x'"
    assert repr(hidden_login(f"user:{SECRET}@proxy")) == "'***@proxy'"
    assert hidden_login("http://proxy") == "http://proxy"
    assert type(hidden_login("http://proxy")) is str
    assert hidden_login(5) == 5


def test_the_check_itself_would_notice() -> None:
    code = compile("def run(x):\n    y = x\n    raise ValueError('planted')\n", f"{PACKAGE}/planted.py", "exec")
    names: dict[str, Any] = {}
    exec(code, names)
    with pytest.raises(ValueError, match="planted") as caught:
        names["run"](SECRET)
    assert shown_in(caught.value) == ["x in run", "y in run"]
    assert inspect.isfunction(names["run"])
