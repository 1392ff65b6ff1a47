"""Settings: checked when set, shared with nobody, and without secrets in reprs and pickles."""

from __future__ import annotations

import copy
import pickle
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from xi_sdk_resellers import ApiTypeError, ApiValueError, Configuration, Retries
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
        "XI_APPLICATION_ID": "shop",
        "XI_CUSTOMER_CONTACT": "jo@example.com\n",
    }
    found = Configuration.from_env(environment, im_country_code="DE", read_timeout=5)
    assert (found.host, found.access_token) == ("https://example.com", "t")
    assert (found.client_id, found.client_secret) == ("i", "s")
    assert (found.im_customer_number, found.im_country_code, found.im_sender_id) == ("20-1", "DE", None)
    assert (found.im_application_id, found.im_customer_contact) == ("shop", "jo@example.com")
    assert "im_application_id='shop', im_customer_contact='jo@example.com'" in repr(found)
    assert found.read_timeout == 5
    assert Configuration.from_env({}, im_country_code="DE").host == Configuration().host
    with pytest.raises(ApiValueError, match="none of these environment variables is set: XI_HOST, XI_ACC"):
        Configuration.from_env({"XI_HOST": "", "OTHER": "x"})


def test_values_out_of_files_lose_their_line_end() -> None:
    found = Configuration.from_env(
        {"XI_HOST": "https://example.com\n", "XI_CLIENT_SECRET": "s3\r\n", "XI_CLIENT_ID": "\n"}
    )
    assert (found.host, found.client_secret, found.client_id) == ("https://example.com", "s3", None)
    found.client_id = "app\n"
    assert (found.client_id, Configuration(access_token="t\n").access_token) == ("app", "t")
    assert Configuration(im_customer_number="20-1\r\n").im_customer_number == "20-1"
    assert Configuration(client_secret=" s ").client_secret == " s "


@pytest.mark.parametrize("path", ["oauth/token", "", "/a b", "/token?x=1", "//other.example/token", "/a/../b", "/t#x"])
def test_a_token_path_that_is_none_is_refused(path: str) -> None:
    with pytest.raises(ApiValueError, match="token_path must be a path such as /oauth/oauth30/token"):
        Configuration(token_path=path)


@pytest.mark.parametrize("name", ["ssl_ca_cert", "cert_file", "key_file"])
def test_paths_may_begin_with_the_home_folder(name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    configuration = Configuration(**{name: "~/x.pem"})  # type: ignore[arg-type]
    assert getattr(configuration, name) == str(tmp_path / "x.pem")


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
        ("im_application_id", 20, ApiTypeError),
        ("im_customer_contact", b"jo@example.com", ApiTypeError),
        ("im_customer_contact", "jo", ApiValueError),
        ("im_customer_contact", "jo@example.com, al@example.com", ApiValueError),
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


class HalfABudget:
    def take(self, endpoint: str) -> None: ...


async def later(event: object) -> None: ...


HOOK = ((5, "must be a function, not int"), (later, "must be a plain function, not a coroutine function"))
SECONDS = (
    ("5", r"must be a number of seconds, not str \('5'\)"),
    (True, "must be a number of seconds, not bool"),
    (0, "must be more than 0 seconds, not 0"),
    (1e9, "must be more than 0 seconds"),
)
COUNT = (
    (1.5, r"must be a whole number, not float \(1.5\)"),
    (True, "whole number, not bool"),
    (0, "at least 1, not 0"),
)
TEXT = ((5, "must be text, not int"),)
PATH = ((5, "must be the path of a file, not int"),)
NAME = (
    (5, "must be text, not int"),
    ("", "must be the name of a host, not ''"),
    ("a\0b", "must be the name of a host"),
)
WRONG: dict[str, tuple[tuple[Any, str], ...]] = {
    **dict.fromkeys(("on_request", "on_response", "on_retry", "on_drift"), HOOK),
    **dict.fromkeys(("connect_timeout", "read_timeout", "total_timeout"), SECONDS),
    **dict.fromkeys(
        ("connection_pool_maxsize", "max_response_bytes", "max_response_objects", "max_response_headers"), COUNT
    ),
    **dict.fromkeys(("client_id", "client_secret", "proxy", "safe_chars_for_path_param", "user_agent"), TEXT),
    **dict.fromkeys(("im_customer_number", "im_country_code", "im_sender_id", "im_application_id"), TEXT),
    **dict.fromkeys(("ssl_ca_cert", "cert_file", "key_file"), PATH),
    **dict.fromkeys(("assert_hostname", "tls_server_name"), NAME),
    "access_token": ((5, "must be text or a callable that returns it, not int"),),
    "im_customer_contact": ((5, "must be text, not int"), ("jo", "must be")),
    "token_path": ((5, "must be text, not int"), ("x", "must be a path such as")),
    "retries": (("3", "retries"),),
    "wait": ((5, "must be a callable that takes seconds, not int"),),
    "rate_budget": ((HalfABudget(), "must be a RateBudget, which has .*, not HalfABudget"), (5, "not int")),
}
MAPPINGS = ("api_key", "api_key_prefix", "proxy_headers", "server_variables", "server_operation_index")


@pytest.mark.parametrize("name", WRONG)
def test_each_setting_says_what_it_must_be(name: str) -> None:
    configuration = Configuration()
    for value, words in WRONG[name]:
        for refused in (lambda: Configuration(**{name: value}), lambda: setattr(configuration, name, value)):  # noqa: B023
            with pytest.raises((ApiTypeError, ApiValueError), match=f"{name} {words}" if "must" in words else words):
                refused()


@pytest.mark.parametrize("name", ["on_request", "on_response", "on_retry", "on_drift"])
def test_a_hook_can_be_set_looked_at_and_taken_away(name: str) -> None:
    configuration, told = Configuration(), list[object]()
    assert (getattr(configuration, name), configuration.hooks) == (None, None)
    setattr(configuration, name, told.append)
    others = {"on_request", "on_response", "on_retry", "on_drift"} - {name}
    assert getattr(configuration, name) == told.append
    assert {getattr(configuration, other) for other in others} == {None}
    setattr(configuration, name, None)
    assert (getattr(configuration, name), configuration.hooks) == (None, None)


@pytest.mark.parametrize(
    ("name", "wrong"),
    [*((name, 5) for name in MAPPINGS), ("server_operation_variables", 5), ("server_operation_variables", {1: 5})],
)
def test_a_mapping_must_be_one(name: str, wrong: Any) -> None:
    with pytest.raises(ApiTypeError, match=f"{name} must be a mapping, not int"):
        Configuration(**{name: wrong})


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
    header = {"type": "oauth2", "in": "header", "key": "Authorization", "value": "Bearer t"}
    assert configuration.auth_settings() == {"application": header}
    assert Configuration(access_token=lambda: "t").auth_settings() == {"application": header}
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
