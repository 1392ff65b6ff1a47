"""TLS and proxies: verified by default, settings that do what they say, failures that are clear."""

from __future__ import annotations

import base64
import socket
import ssl
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import trustme

from test.support.client_twins import ApiClient, OrdersApi
from test.support.wire_server import Proxy, WireServer, answer
from xi_sdk_resellers import (
    ApiConnectionException,
    ApiValueError,
    Configuration,
    Outcome,
    Retries,
    TlsException,
)

ORDER = {"customerOrderNumber": "PO-1", "lines": [{"customerLineNumber": "1", "ingramPartNumber": "A1", "quantity": 1}]}
DETAIL = answer({"ingramOrderNumber": "20-1"})

pytestmark = pytest.mark.usefixtures("twins")


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def ca_file(authority: trustme.CA, tmp_path: Path) -> str:
    path = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(path)
    return str(path)


def server_context(authority: trustme.CA, *names: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*(names or ("127.0.0.1",))).configure_cert(context)
    return context


@pytest.fixture
def secure(authority: trustme.CA) -> Iterator[WireServer]:
    with WireServer([DETAIL], tls=server_context(authority)) as server:
        yield server


def read(server: WireServer, host: str | None = None, **settings: Any) -> Any:
    configuration = Configuration(
        host or server.url,
        access_token="t",
        im_customer_number="1",
        im_country_code="US",
        **{"retries": Retries(max_attempts=2, backoff=0), **settings},
    )
    with ApiClient(configuration) as client:
        return OrdersApi(client).get_orderdetails_v6_1("20-1").ingram_order_number


def test_the_given_authority_is_trusted(secure: WireServer, ca_file: str, authority: trustme.CA) -> None:
    assert read(secure, ssl_ca_cert=ca_file) == "20-1"
    assert read(secure, ca_cert_data=authority.cert_pem.bytes().decode()) == "20-1"
    assert read(secure, ca_cert_data=ssl.PEM_cert_to_DER_cert(authority.cert_pem.bytes().decode())) == "20-1"


def test_an_unknown_authority_is_not_trusted_and_nothing_is_sent(secure: WireServer) -> None:
    with pytest.raises(TlsException, match="the server's certificate is not trusted") as caught:
        read(secure)
    assert caught.value.outcome is Outcome.NOT_SENT
    assert caught.value.attempts == 1
    assert "ssl_ca_cert" in (caught.value.hint or "")
    assert not secure.received


def test_another_authority_is_not_trusted(secure: WireServer, tmp_path: Path) -> None:
    other = tmp_path / "other.pem"
    trustme.CA().cert_pem.write_to_path(other)
    with pytest.raises(TlsException):
        read(secure, ssl_ca_cert=str(other))


def test_verification_can_be_turned_off(secure: WireServer) -> None:
    assert read(secure, verify_ssl=False) == "20-1"


def test_the_host_name_must_be_in_the_certificate(authority: trustme.CA, ca_file: str) -> None:
    with WireServer([DETAIL], tls=server_context(authority, "api.example.org")) as server:
        with pytest.raises(TlsException, match="certificate"):
            read(server, ssl_ca_cert=ca_file)
        assert read(server, ssl_ca_cert=ca_file, assert_hostname="api.example.org") == "20-1"
        assert read(server, ssl_ca_cert=ca_file, assert_hostname=False) == "20-1"
        assert read(server, ssl_ca_cert=ca_file, tls_server_name="api.example.org") == "20-1"
        with pytest.raises(TlsException):
            read(server, ssl_ca_cert=ca_file, assert_hostname="other.example.org")


def test_the_server_name_is_sent(authority: trustme.CA, ca_file: str) -> None:
    context = server_context(authority, "api.example.org")
    asked: list[str | None] = []
    context.sni_callback = lambda connection, name, _: asked.append(name)
    with WireServer([DETAIL], tls=context) as server:
        read(server, ssl_ca_cert=ca_file, tls_server_name="api.example.org")
    assert asked == ["api.example.org"]


def test_a_client_certificate_is_shown(authority: trustme.CA, ca_file: str, tmp_path: Path) -> None:
    context = server_context(authority)
    context.verify_mode = ssl.CERT_REQUIRED
    authority.configure_trust(context)
    mine = authority.issue_cert("client.example.org")
    chain, key = tmp_path / "cert.pem", tmp_path / "key.pem"
    mine.cert_chain_pems[0].write_to_path(chain)
    mine.private_key_pem.write_to_path(key)
    with WireServer([DETAIL], tls=context) as server:
        assert read(server, ssl_ca_cert=ca_file, cert_file=str(chain), key_file=str(key)) == "20-1"
        with pytest.raises(ApiConnectionException):
            read(server, ssl_ca_cert=ca_file)


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1])
@pytest.mark.filterwarnings("ignore:ssl.TLSVersion:DeprecationWarning")
def test_old_versions_of_tls_are_refused(authority: trustme.CA, ca_file: str, version: ssl.TLSVersion) -> None:
    context = server_context(authority)
    context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    context.maximum_version = version
    context.set_ciphers("ALL:@SECLEVEL=0")
    with WireServer([DETAIL], tls=context) as server, pytest.raises(TlsException) as caught:
        read(server, ssl_ca_cert=ca_file)
    assert caught.value.outcome is Outcome.NOT_SENT


def test_a_server_without_tls_is_a_clear_error() -> None:
    with WireServer([b"HTTP/1.1 400 Bad Request\r\n\r\n"]) as server:
        with pytest.raises(ApiConnectionException) as caught:
            read(server, f"https://127.0.0.1:{server.port}", connect_timeout=0.3)
    assert caught.value.outcome is Outcome.NOT_SENT


def test_a_handshake_that_is_broken_off_is_tried_again_mutations_too() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        seen: list[int] = []

        def hang_up() -> None:
            for _ in range(2):
                opened, _ = listener.accept()
                with opened:
                    seen.append(len(opened.recv(5)))

        thread = threading.Thread(target=hang_up)
        thread.start()
        configuration = Configuration(
            f"https://127.0.0.1:{listener.getsockname()[1]}",
            access_token="t",
            im_customer_number="1",
            im_country_code="US",
            retries=Retries(max_attempts=2, backoff=0),
        )
        with ApiClient(configuration) as client, pytest.raises(ApiConnectionException) as caught:
            OrdersApi(client).post_createorder_v6(order_create_request=ORDER)
        thread.join(5)
    assert caught.value.outcome is Outcome.NOT_SENT
    assert seen == [5, 5]


BAD_FILES: dict[str, dict[str, Any]] = {
    "ssl_ca_cert": {"ssl_ca_cert": "/nonexistent/ca.pem"},
    "ca_cert_data": {"ca_cert_data": "no certificate"},
    "cert_file": {"cert_file": "/nonexistent/cert.pem"},
    "key_file": {"key_file": "/nonexistent/key.pem"},
}


@pytest.mark.parametrize(("name", "settings"), BAD_FILES.items())
def test_files_that_cannot_be_used_are_named(secure: WireServer, name: str, settings: dict[str, Any]) -> None:
    with pytest.raises(ApiValueError, match=name):
        read(secure, **settings)


def test_a_locked_key_without_its_password_does_not_ask_on_the_terminal(
    secure: WireServer, authority: trustme.CA, tmp_path: Path
) -> None:
    from cryptography.hazmat.primitives import serialization as form

    mine = authority.issue_cert("client.example.org")
    chain, key = tmp_path / "cert.pem", tmp_path / "key.pem"
    mine.cert_chain_pems[0].write_to_path(chain)
    loaded = form.load_pem_private_key(mine.private_key_pem.bytes(), None)
    locked = loaded.private_bytes(
        form.Encoding.PEM, form.PrivateFormat.TraditionalOpenSSL, form.BestAvailableEncryption(b"planted")
    )
    key.write_bytes(locked)
    files = {"cert_file": str(chain), "key_file": str(key)}
    with pytest.raises(ApiValueError, match="cert_file and key_file"):
        read(secure, **files)
    assert read(secure, verify_ssl=False, key_password="planted", **files) == "20-1"


# Proxies.


def test_https_goes_through_a_tunnel(secure: WireServer, ca_file: str) -> None:
    with Proxy(secure) as proxy:
        login = {"Proxy-Authorization": "Basic x", "X-Proxy": "1"}
        assert read(secure, ssl_ca_cert=ca_file, proxy=proxy.url, proxy_headers=login) == "20-1"
    (request,) = proxy.received
    assert request.line == f"CONNECT 127.0.0.1:{secure.port} HTTP/1.{request.line[-1]}"
    assert (request.headers["proxy-authorization"], request.headers["x-proxy"]) == ("Basic x", "1")
    assert "authorization" not in request.headers
    assert "proxy-authorization" not in secure.received[0].headers
    assert secure.received[0].headers["authorization"] == "Bearer t"


def test_the_login_in_a_proxys_url_is_used(secure: WireServer, ca_file: str) -> None:
    with Proxy(secure) as proxy:
        assert read(secure, ssl_ca_cert=ca_file, proxy=f"http://us%40er:p%3Aw@127.0.0.1:{proxy.port}") == "20-1"
    sent = proxy.received[0].headers["proxy-authorization"]
    assert base64.b64decode(sent.removeprefix("Basic ")) == b"us@er:p:w"


def test_the_environment_names_the_proxy(secure: WireServer, ca_file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("no_proxy", "NO_PROXY", "https_proxy", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with Proxy(secure) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        settings = {"ssl_ca_cert": ca_file, "assert_hostname": "127.0.0.1", "tls_server_name": "127.0.0.1"}
        assert read(secure, f"https://api.example.invalid:{secure.port}", **settings) == "20-1"
        assert proxy.received[0].line.startswith("CONNECT api.example.invalid:")
        assert read(secure, ssl_ca_cert=ca_file) == "20-1"
        assert len(proxy.received) == 2  # a proxy on this machine can reach this machine
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        assert read(secure, ssl_ca_cert=ca_file) == "20-1"
        monkeypatch.delenv("NO_PROXY")
        monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example.invalid:3128")
        assert read(secure, ssl_ca_cert=ca_file) == "20-1"
        assert len(proxy.received) == 2


def test_plain_http_is_passed_on_as_a_whole_url() -> None:
    with WireServer([DETAIL]) as server, Proxy(server) as proxy:
        settings = {"proxy": proxy.url, "allow_insecure_http": True, "proxy_headers": {"X-P": "1"}}
        assert read(server, "http://api.example.invalid/base", **settings) == "20-1"
    (request,) = proxy.received
    whole = "GET http://api.example.invalid/base/resellers/v6.1/orders/20-1 HTTP/1.1"
    assert request.line.replace(":80/", "/") == whole
    assert (request.headers["host"].removesuffix(":80"), request.headers["x-p"]) == ("api.example.invalid", "1")


def test_a_proxy_that_refuses_or_is_away_is_a_clear_error(secure: WireServer, ca_file: str) -> None:
    with WireServer([answer(status="407 Proxy Authentication Required", connection="close")]) as proxy:
        with pytest.raises(ApiConnectionException, match="the proxy did not connect") as caught:
            read(secure, ssl_ca_cert=ca_file, proxy=f"http://user:planted@127.0.0.1:{proxy.port}")
        assert "planted" not in str(caught.value)
    assert caught.value.outcome is Outcome.NOT_SENT
    with pytest.raises(ApiConnectionException, match="the proxy did not connect"):
        read(secure, ssl_ca_cert=ca_file, proxy=f"http://127.0.0.1:{proxy.port}")
    assert not secure.received


@pytest.mark.parametrize("proxy", ["ftp://x", "http://", "http://x:port", "http://user:planted@"])
def test_a_proxy_that_is_no_url_is_named(secure: WireServer, proxy: str) -> None:
    with pytest.raises(ApiValueError, match="proxy") as caught:
        read(secure, proxy=proxy)
    assert "planted" not in str(caught.value)
