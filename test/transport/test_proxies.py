"""Proxies: tunnels, logins, the environment, and proxies that are away."""

from __future__ import annotations

import base64

import pytest

from test.support.wire_calls import DETAIL, read_once
from test.support.wire_server import Proxy, WireServer, answer
from xi_sdk_resellers import ApiConnectionException, ApiValueError, Outcome

pytestmark = pytest.mark.usefixtures("twins")


def test_https_goes_through_a_tunnel(secure: WireServer, ca_file: str) -> None:
    with Proxy(secure) as proxy:
        login = {"Proxy-Authorization": "Basic x", "X-Proxy": "1"}
        assert read_once(secure, ssl_ca_cert=ca_file, proxy=proxy.url, proxy_headers=login) == "20-1"
    (request,) = proxy.received
    assert request.line == f"CONNECT 127.0.0.1:{secure.port} HTTP/1.{request.line[-1]}"
    assert (request.headers["proxy-authorization"], request.headers["x-proxy"]) == ("Basic x", "1")
    assert "authorization" not in request.headers
    assert "proxy-authorization" not in secure.received[0].headers
    assert secure.received[0].headers["authorization"] == "Bearer t"


def test_the_login_in_a_proxys_url_is_used(secure: WireServer, ca_file: str) -> None:
    with Proxy(secure) as proxy:
        assert read_once(secure, ssl_ca_cert=ca_file, proxy=f"http://us%40er:p%3Aw@127.0.0.1:{proxy.port}") == "20-1"
    sent = proxy.received[0].headers["proxy-authorization"]
    assert base64.b64decode(sent.removeprefix("Basic ")) == b"us@er:p:w"


def test_the_environment_names_the_proxy(secure: WireServer, ca_file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("no_proxy", "NO_PROXY", "https_proxy", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with Proxy(secure) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        settings = {"ssl_ca_cert": ca_file, "assert_hostname": "127.0.0.1", "tls_server_name": "127.0.0.1"}
        assert read_once(secure, f"https://api.example.invalid:{secure.port}", **settings) == "20-1"
        assert proxy.received[0].line.startswith("CONNECT api.example.invalid:")
        assert read_once(secure, ssl_ca_cert=ca_file) == "20-1"
        assert len(proxy.received) == 2  # a proxy on this machine can reach this machine
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        assert read_once(secure, ssl_ca_cert=ca_file) == "20-1"
        monkeypatch.delenv("NO_PROXY")
        monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example.invalid:3128")
        assert read_once(secure, ssl_ca_cert=ca_file) == "20-1"
        assert len(proxy.received) == 2


def test_plain_http_is_passed_on_as_a_whole_url() -> None:
    with WireServer([DETAIL]) as server, Proxy(server) as proxy:
        settings = {"proxy": proxy.url, "allow_insecure_http": True, "proxy_headers": {"X-P": "1"}}
        assert read_once(server, "http://api.example.invalid/base", **settings) == "20-1"
    (request,) = proxy.received
    whole = "GET http://api.example.invalid/base/resellers/v6.1/orders/20-1 HTTP/1.1"
    assert request.line.replace(":80/", "/") == whole
    assert (request.headers["host"].removesuffix(":80"), request.headers["x-p"]) == ("api.example.invalid", "1")


def test_a_proxy_is_reached_through_tls_with_the_given_authority(secure: WireServer, ca_file: str) -> None:
    settings = {"proxy": f"https://127.0.0.1:{secure.port}", "ssl_ca_cert": ca_file, "allow_insecure_http": True}
    assert read_once(secure, "http://api.example.invalid", **settings) == "20-1"
    (request,) = secure.received
    assert request.line.replace(":80/", "/").startswith("GET http://api.example.invalid/resellers/")


def test_a_token_goes_through_no_other_machines_proxy_in_plain_text(secure: WireServer) -> None:
    with pytest.raises(ApiValueError, match="plain http"):
        read_once(secure, "http://127.0.0.1:1", proxy="http://proxy.example.invalid:3128")


def test_a_proxy_that_refuses_or_is_away_is_a_clear_error(secure: WireServer, ca_file: str) -> None:
    with WireServer([answer(status="407 Proxy Authentication Required", connection="close")]) as proxy:
        with pytest.raises(ApiConnectionException, match="the proxy did not connect") as caught:
            read_once(secure, ssl_ca_cert=ca_file, proxy=f"http://user:planted@127.0.0.1:{proxy.port}")
        assert "planted" not in str(caught.value)
    assert caught.value.outcome is Outcome.NOT_SENT
    with pytest.raises(ApiConnectionException, match="the proxy did not connect"):
        read_once(secure, ssl_ca_cert=ca_file, proxy=f"http://127.0.0.1:{proxy.port}")
    assert not secure.received


@pytest.mark.parametrize("proxy", ["ftp://x", "http://", "http://x:port", "http://user:planted@"])
def test_a_proxy_that_is_no_url_is_named(secure: WireServer, proxy: str) -> None:
    with pytest.raises(ApiValueError, match="proxy") as caught:
        read_once(secure, proxy=proxy)
    assert "planted" not in str(caught.value)
