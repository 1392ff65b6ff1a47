"""Settings: checked when set, shared with nobody, and without secrets in reprs and pickles."""

from __future__ import annotations

import copy
import io
import logging
import pickle
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from xi_sdk_resellers import ApiTypeError, ApiValueError, Configuration, Retries
from xi_sdk_resellers._settings.origin import is_loopback, parse_origin, without_password
from xi_sdk_resellers._transport.proxy import choose_proxy, may_carry_token
from xi_sdk_resellers.token_cache import MemoryTokenCache

PLANTED = {
    "access_token": "planted-token",
    "client_secret": "planted-secret",
    "api_key": {"k": "planted-key"},
    "password": "planted-password",
    "proxy_headers": {"Proxy-Authorization": "planted-login"},
    "key_password": "planted-key-password",
    "proxy": "http://user:planted-proxy@proxy:3128",
}


@pytest.fixture(autouse=True)
def _clean_default() -> Iterator[None]:
    yield
    Configuration.set_default(None)


def test_defaults() -> None:
    configuration = Configuration()
    assert configuration.host == "https://api.ingrammicro.com:443"
    assert (configuration.connect_timeout, configuration.read_timeout, configuration.total_timeout) == (10, 60, 120)
    assert configuration.verify_ssl is True
    assert configuration.max_response_bytes == 64 * 1024 * 1024
    assert Configuration(server_index=1).host == "https://api.ingrammicro.com:443/sandbox"


def test_the_environment_and_what_overrides_it() -> None:
    environment = {
        "XI_HOST": "https://example.com/",
        "XI_ACCESS_TOKEN": "t",
        "XI_CLIENT_ID": "i",
        "XI_CLIENT_SECRET": "s",
        "XI_CUSTOMER_NUMBER": "20-1",
        "XI_COUNTRY_CODE": "US",
        "XI_SENDER_ID": "",
    }
    found = Configuration.from_env(environment, im_country_code="DE", read_timeout=5)
    assert (found.host, found.access_token) == ("https://example.com", "t")
    assert (found.client_id, found.client_secret) == ("i", "s")
    assert (found.im_customer_number, found.im_country_code, found.im_sender_id) == ("20-1", "DE", None)
    assert found.read_timeout == 5
    assert Configuration.from_env({}).host == Configuration().host


@pytest.mark.parametrize(
    "host",
    [
        "",
        "api.example.com",
        "ftp://example.com",
        "https://",
        "https://user:planted@example.com",
        "https://example.com/?a=b",
        "https://example.com/#a",
        "https://exa mple.com",
        "https://example.com:port",
        "https://example.com:99999",
        "https://example.com\r\n",
        "https://[::1",
    ],
)
def test_a_host_that_is_no_base_url_is_refused(host: str) -> None:
    with pytest.raises(ApiValueError, match="host") as caught:
        Configuration(host)
    assert "planted" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "value", "error"),
    [
        ("host", 5, ApiTypeError),
        ("connect_timeout", 0, ApiValueError),
        ("connect_timeout", "5", ApiTypeError),
        ("read_timeout", float("nan"), ApiValueError),
        ("read_timeout", None, ApiTypeError),
        ("total_timeout", -1, ApiValueError),
        ("connection_pool_maxsize", 0, ApiValueError),
        ("connection_pool_maxsize", True, ApiTypeError),
        ("max_response_bytes", 1.5, ApiTypeError),
        ("client_id", 5, ApiTypeError),
        ("client_secret", b"planted", ApiTypeError),
        ("access_token", 5, ApiTypeError),
        ("retries", "3", ApiTypeError),
        ("retries", -1, ApiValueError),
        ("im_customer_number", 20, ApiTypeError),
        ("proxy", 5, ApiTypeError),
        ("safe_chars_for_path_param", None, ApiTypeError),
    ],
)
def test_settings_are_checked_in_the_constructor_and_later(name: str, value: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match=name) as caught:
        Configuration(**{name: value})
    assert "planted" not in str(caught.value)
    configuration = Configuration()
    with pytest.raises(error, match=name):
        setattr(configuration, name, value)


def test_configurations_share_nothing() -> None:
    key, variables = {"k": "v"}, {1: {"a": "b"}}
    one = Configuration(api_key=key, server_operation_variables=variables, proxy_headers={"a": "b"})
    two = Configuration(api_key=key, server_operation_variables=variables)
    three, four = copy.copy(one), copy.deepcopy(one)
    one.api_key["k"] = "changed"
    one.server_operation_variables[1]["a"] = "changed"
    one.proxy_headers["a"] = "changed"  # type: ignore[index]
    assert key == {"k": "v"}
    assert variables == {1: {"a": "b"}}
    for other in (two, three, four):
        assert other.api_key == {"k": "v"}
        assert other.server_operation_variables == {1: {"a": "b"}}
    assert three.proxy_headers == four.proxy_headers == {"a": "b"}
    assert Configuration().api_key is not Configuration().api_key


def test_a_copy_keeps_everything_secrets_too() -> None:
    cache = MemoryTokenCache()
    one = Configuration("https://example.com", **PLANTED, token_cache=cache, retries=Retries(backoff=3))  # type: ignore[arg-type]
    for made in (copy.copy(one), copy.deepcopy(one)):
        assert made is not one
        assert (made.host, made.client_secret, made.retries) == (one.host, one.client_secret, one.retries)
        assert made.token_cache is cache


def test_the_default_is_a_copy_of_what_was_set() -> None:
    mine = Configuration("https://example.com")
    Configuration.set_default(mine)
    mine.host = "https://changed.example.com"
    assert Configuration.get_default().host == "https://example.com"
    assert Configuration.get_default() is Configuration.get_default()
    assert Configuration.get_default_copy() is not Configuration.get_default()


def test_reprs_and_reports_hold_no_secrets() -> None:
    configuration = Configuration("https://example.com", client_id="id", **PLANTED)  # type: ignore[arg-type]
    for text in (repr(configuration), str(configuration), configuration.to_debug_report()):
        assert "planted" not in text
        assert "https://example.com" in text
    assert "Python Version" in configuration.to_debug_report()


@pytest.mark.parametrize("wrong", [{"host": 5}, {"client_secret": ["planted"]}, {"user_agent": 5}])
def test_a_constructor_that_refuses_can_be_looked_into(wrong: dict[str, Any]) -> None:
    with pytest.raises(ApiTypeError) as caught:
        Configuration(**wrong)
    shown = "".join(traceback.TracebackException.from_exception(caught.value, capture_locals=True).format())
    assert "self = Configuration(" in shown


def test_pickles_hold_no_secrets_and_say_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XI_ACCESS_TOKEN", "XI_CLIENT_ID", "XI_CLIENT_SECRET"):
        monkeypatch.delenv(name, raising=False)
    one = Configuration("https://example.com", client_id="id", im_country_code="US", retries=1, **PLANTED)  # type: ignore[arg-type]
    one.refresh_api_key_hook = lambda configuration: None
    dumped = pickle.dumps(one)
    assert b"planted" not in dumped
    made = pickle.loads(dumped)
    assert (made.host, made.client_id, made.im_country_code, made.retries) == ("https://example.com", "id", "US", 1)
    assert made.proxy == "http://proxy:3128"
    assert set(made.missing_secrets()) == set(PLANTED) - {"proxy"}
    made.client_secret = "s"
    made.access_token = "t"
    assert not {"client_secret", "access_token"} & set(made.missing_secrets())


def test_a_pickle_takes_its_secrets_from_the_environment_of_its_new_process(monkeypatch: pytest.MonkeyPatch) -> None:
    dumped = pickle.dumps(Configuration(client_id="id", client_secret="planted"))
    monkeypatch.setenv("XI_CLIENT_ID", "id")
    monkeypatch.setenv("XI_CLIENT_SECRET", "from the environment")
    assert pickle.loads(dumped).client_secret == "from the environment"
    monkeypatch.setenv("XI_CLIENT_ID", "somebody else")
    made = pickle.loads(dumped)
    assert made.client_secret is None
    assert made.missing_secrets() == ("client_secret",)


def test_what_programs_for_the_vendors_sdk_call() -> None:
    configuration = Configuration(
        username="u", password="p", api_key={"k": "v"}, api_key_prefix={"k": "Token"}, access_token="t"
    )
    assert configuration.get_basic_auth_token() == "Basic dTpw"
    assert Configuration().get_basic_auth_token() is None
    assert configuration.get_api_key_with_prefix("k") == "Token v"
    assert configuration.get_api_key_with_prefix("other") is None
    assert configuration.get_api_key_with_prefix("other", alias="k") == "v"
    assert configuration.auth_settings()["application"]["value"] == "Bearer t"
    assert Configuration().auth_settings() == {}
    assert configuration.get_host_settings()[0]["url"] == Configuration().host
    assert (
        configuration.get_host_from_settings(0, {"x": "y"}, [{"url": "https://{x}", "description": ""}]) == "https://y"
    )
    with pytest.raises(ApiValueError, match="server_index"):
        configuration.get_host_from_settings(9)
    refreshed: list[Configuration] = []
    configuration.refresh_api_key_hook = refreshed.append
    configuration.get_api_key_with_prefix("k")
    assert refreshed == [configuration]


def test_logging_is_set_up_only_when_asked_for(tmp_path: Path) -> None:
    log = logging.getLogger("xi_sdk_resellers")
    before, level = list(log.handlers), log.level
    Configuration()
    assert log.handlers == before
    path = tmp_path / "sdk.log"
    configuration = Configuration(logger_file=str(path), logger_format="%(message)s!", debug=True)
    try:
        assert (configuration.debug, configuration.logger_file) == (True, str(path))
        log.debug("hello")
        assert path.read_text() == "hello!\n"
        configuration.logger_format = "%(levelname)s"
        log.debug("hello")
        assert path.read_text() == "hello!\nDEBUG\n"
    finally:
        configuration.logger_file = None
        configuration.debug = False
    assert log.handlers == before
    assert log.level == level


def test_a_log_file_that_cannot_be_written_shows_when_it_is_set(tmp_path: Path) -> None:
    log = logging.getLogger("xi_sdk_resellers")
    before, level = list(log.handlers), log.level
    missing = str(tmp_path / "missing" / "sdk.log")
    with pytest.raises(ApiValueError, match=r"logger_file '.*sdk\.log' cannot be written: No such file"):
        Configuration(logger_file=missing, debug=True)
    with pytest.raises(ApiValueError, match=r"logger_file .*: (Is a directory|Permission denied)"):
        Configuration(logger_file=str(tmp_path))
    with pytest.raises(ApiTypeError, match="logger_file must be a path, not float"):
        Configuration(logger_file=1.5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    configuration = Configuration(logger_file=str(tmp_path / "sdk.log"))
    try:
        with pytest.raises(ApiValueError, match="logger_file"):
            configuration.logger_file = missing
        assert configuration.logger_file == str(tmp_path / "sdk.log")
        assert configuration.logger_file_handler in log.handlers
    finally:
        configuration.logger_file = None
    assert (log.handlers, log.level) == (before, level)


def test_a_log_that_breaks_later_never_reaches_who_logs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = logging.getLogger("xi_sdk_resellers")
    folder = tmp_path / "logs"
    folder.mkdir()
    monkeypatch.setattr(log, "hasHandlers", lambda: False)
    closed = io.StringIO()
    closed.close()
    monkeypatch.setattr("sys.stderr", closed)
    configuration = Configuration(logger_file=str(folder / "sdk.log"), debug=True)
    monkeypatch.setattr(log, "propagate", False)
    try:
        assert configuration.logger_file_handler is not None
        configuration.logger_file_handler.close()  # the next line opens the file again
        (folder / "sdk.log").unlink()
        folder.rmdir()
        log.warning("an order was placed")
        assert not folder.exists()
    finally:
        configuration.logger_file = None
        configuration.debug = False


def test_debug_writes_to_standard_error_when_nothing_else_does(monkeypatch: pytest.MonkeyPatch) -> None:
    log = logging.getLogger("xi_sdk_resellers")
    monkeypatch.setattr(log, "hasHandlers", lambda: False)
    shown = io.StringIO()
    monkeypatch.setattr("sys.stderr", shown)
    configuration = Configuration(debug=True)
    try:
        log.debug("hello")
        assert "hello" in shown.getvalue()
    finally:
        configuration.debug = False


# Base URLs and proxies.


@pytest.mark.parametrize(
    ("url", "parts"),
    [
        ("https://a.example", ("https", "a.example", 443, "")),
        ("http://a.example:8080/x/", ("http", "a.example", 8080, "/x")),
        ("https://[::1]:9", ("https", "::1", 9, "")),
    ],
)
def test_base_urls_are_taken_apart(url: str, parts: tuple[object, ...]) -> None:
    assert tuple(parse_origin(url)) == parts
    assert parse_origin("https://[::1]:9").netloc == "[::1]:9"


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST.", "a.localhost", "127.0.0.1", "127.9.9.9", "::1"])
def test_this_machine(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["localhost.example.com", "127.0.0.1.example.com", "128.0.0.1", "127.0.0.999"])
def test_other_machines(host: str) -> None:
    assert not is_loopback(host)


@pytest.mark.parametrize(
    ("url", "proxy", "allow", "may"),
    [
        ("https://a.example", None, False, True),
        ("https://a.example", "http://proxy:1", False, True),
        ("http://a.example", None, False, False),
        ("http://a.example", None, True, True),
        ("http://localhost", None, False, True),
        ("http://localhost", "http://proxy:1", False, False),
        ("http://localhost", "http://127.0.0.1:1", False, True),
    ],
)
def test_tokens_stay_off_plain_http(url: str, proxy: str | None, allow: bool, may: bool) -> None:
    assert may_carry_token(parse_origin(url), proxy, allow_insecure=allow) is may


ENVIRONMENT = {"HTTPS_PROXY": "http://up:1", "https_proxy": "http://low:1", "HTTP_PROXY": "http://plain:1"}


@pytest.mark.parametrize(
    ("url", "configured", "environment", "proxy"),
    [
        ("https://a.example", None, {}, None),
        ("https://a.example", "http://own:1", ENVIRONMENT, "http://own:1"),
        ("https://a.example", None, ENVIRONMENT, "http://low:1"),
        ("https://a.example", None, {"HTTPS_PROXY": "http://up:1"}, "http://up:1"),
        ("http://a.example", None, ENVIRONMENT, "http://plain:1"),
        ("http://a.example", None, {**ENVIRONMENT, "REQUEST_METHOD": "GET"}, None),
        ("https://a.example", None, {"ALL_PROXY": "http://all:1"}, "http://all:1"),
        ("https://localhost", None, ENVIRONMENT, None),
        ("https://127.0.0.1", None, ENVIRONMENT, None),
        ("https://127.0.0.1", "http://own:1", ENVIRONMENT, "http://own:1"),
        ("http://127.0.0.1:8080", None, {"HTTP_PROXY": "http://localhost:3128"}, "http://localhost:3128"),
        ("http://127.0.0.1:8080", None, {"HTTP_PROXY": "http://localhost:3128", "NO_PROXY": "127.0.0.1"}, None),
        ("http://127.0.0.1:8080", None, {"HTTP_PROXY": "no proxy"}, None),
        *[
            ("https://api.a.example", None, {**ENVIRONMENT, "NO_PROXY": entry}, None)
            for entry in ("*", "a.example", ".a.example", "*.a.example", "x, API.A.EXAMPLE", "api.a.example:443")
        ],
        *[
            ("https://api.a.example", None, {**ENVIRONMENT, "NO_PROXY": entry}, "http://low:1")
            for entry in ("", "b.example", "pi.a.example", "api.a.example:80", "10.0.0.0/8")
        ],
        ("https://10.1.2.3", None, {**ENVIRONMENT, "no_proxy": "10.0.0.0/8"}, None),
        ("https://11.1.2.3", None, {**ENVIRONMENT, "no_proxy": "10.0.0.0/8"}, "http://low:1"),
        ("https://[fd00::1]", None, {**ENVIRONMENT, "no_proxy": "fd00::1"}, None),
    ],
)
def test_the_proxy_is_chosen_the_usual_way(
    url: str, configured: str | None, environment: dict[str, str], proxy: str | None
) -> None:
    assert choose_proxy(parse_origin(url), configured, environment) == proxy


def test_passwords_in_urls_are_masked() -> None:
    assert without_password("http://user:p@ss@host:1/x") == "http://***@host:1/x"
    assert without_password("user:pass@host") == "***@host"
    assert without_password("http://host/a@b") == "http://host/a@b"
    assert without_password(None) is None


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("ssl_ca_cert", 5),
        ("cert_file", 5),
        ("key_file", b"x"),
        ("assert_hostname", 5),
        ("tls_server_name", 5),
        ("tls_server_name", True),
        ("tls_server_name", "a\0b"),
        ("proxy_headers", 5),
        ("api_key", 5),
    ],
)
def test_settings_of_the_wrong_type_are_named(setting: str, value: object) -> None:
    with pytest.raises(ApiValueError, match=f"{setting} must be "):
        Configuration(**{setting: value})  # type: ignore[arg-type]


def test_a_pickle_of_a_pickle_still_says_which_secrets_are_missing() -> None:
    once = pickle.loads(pickle.dumps(Configuration(access_token="t", client_secret="s")))
    twice = pickle.loads(pickle.dumps(once))
    assert twice.missing_secrets() == once.missing_secrets() == ("access_token", "client_secret")
