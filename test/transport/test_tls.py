"""TLS: verified by default, settings that do what they say, failures that are clear."""

from __future__ import annotations

import re
import socket
import ssl
import threading
from pathlib import Path
from typing import Any

import pytest
import trustme

from test.support.client_twins import ApiClient, OrdersApi
from test.support.wire_calls import DETAIL, ORDER, read_once, server_context
from test.support.wire_server import WireServer
from xi_sdk_resellers import (
    ApiConnectionException,
    ApiTimeoutException,
    ApiValueError,
    Configuration,
    Outcome,
    Retries,
    TlsException,
)

pytestmark = pytest.mark.usefixtures("twins")


def test_the_given_authority_is_trusted(secure: WireServer, ca_file: str, authority: trustme.CA) -> None:
    assert read_once(secure, ssl_ca_cert=ca_file) == "20-1"
    assert read_once(secure, ca_cert_data=authority.cert_pem.bytes().decode()) == "20-1"
    assert read_once(secure, ca_cert_data=ssl.PEM_cert_to_DER_cert(authority.cert_pem.bytes().decode())) == "20-1"


def test_an_unknown_authority_is_not_trusted_and_nothing_is_sent(secure: WireServer) -> None:
    with pytest.raises(TlsException, match="the server's certificate is not trusted") as caught:
        read_once(secure)
    assert caught.value.outcome is Outcome.NOT_SENT
    assert caught.value.attempts == 1
    assert "ssl_ca_cert" in (caught.value.hint or "")
    assert not secure.received


def test_another_authority_is_not_trusted(secure: WireServer, tmp_path: Path) -> None:
    other = tmp_path / "other.pem"
    trustme.CA().cert_pem.write_to_path(other)
    with pytest.raises(TlsException):
        read_once(secure, ssl_ca_cert=str(other))


def test_verification_can_be_turned_off(secure: WireServer) -> None:
    assert read_once(secure, verify_ssl=False) == "20-1"


def test_the_host_name_must_be_in_the_certificate(authority: trustme.CA, ca_file: str) -> None:
    with WireServer([DETAIL], tls=server_context(authority, "api.example.org")) as server:
        with pytest.raises(TlsException, match="certificate"):
            read_once(server, ssl_ca_cert=ca_file)
        assert read_once(server, ssl_ca_cert=ca_file, assert_hostname="api.example.org") == "20-1"
        assert read_once(server, ssl_ca_cert=ca_file, assert_hostname=False) == "20-1"
        assert read_once(server, ssl_ca_cert=ca_file, tls_server_name="api.example.org") == "20-1"
        with pytest.raises(TlsException):
            read_once(server, ssl_ca_cert=ca_file, assert_hostname="other.example.org")


def test_the_server_name_is_sent(authority: trustme.CA, ca_file: str) -> None:
    context = server_context(authority, "api.example.org")
    asked: list[str | None] = []
    context.sni_callback = lambda connection, name, _: asked.append(name)
    with WireServer([DETAIL], tls=context) as server:
        read_once(server, ssl_ca_cert=ca_file, tls_server_name="api.example.org")
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
        assert read_once(server, ssl_ca_cert=ca_file, cert_file=str(chain), key_file=str(key)) == "20-1"
        with pytest.raises(ApiConnectionException):
            read_once(server, ssl_ca_cert=ca_file)


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1])
@pytest.mark.filterwarnings("ignore:ssl.TLSVersion:DeprecationWarning")
def test_old_versions_of_tls_are_refused(authority: trustme.CA, ca_file: str, version: ssl.TLSVersion) -> None:
    context = server_context(authority)
    context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    context.maximum_version = version
    context.set_ciphers("ALL:@SECLEVEL=0")
    with WireServer([DETAIL], tls=context) as server, pytest.raises(TlsException) as caught:
        read_once(server, ssl_ca_cert=ca_file)
    assert caught.value.outcome is Outcome.NOT_SENT


def test_a_server_without_tls_is_a_clear_error() -> None:
    with WireServer([b"HTTP/1.1 400 Bad Request\r\n\r\n"]) as server:
        with pytest.raises(ApiConnectionException) as caught:
            read_once(server, f"https://127.0.0.1:{server.port}", connect_timeout=0.3)
    assert isinstance(caught.value, ApiTimeoutException)
    assert caught.value.reason == "no connection could be made"
    assert re.search("TimeoutError: .*(timed out|the time is used up)", caught.value.detail or "")
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
    assert type(caught.value) is TlsException
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
        read_once(secure, **settings)


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
        read_once(secure, **files)
    assert read_once(secure, verify_ssl=False, key_password="planted", **files) == "20-1"
