"""Clients that differ in some options and share everything else: with_options and for_account."""

from __future__ import annotations

import copy
import gc
import pickle
import warnings
from typing import Any

import pytest

from test.support.client_twins import ApiClient, OrdersApi
from xi_sdk_resellers import (
    ApiTimeoutException,
    ApiTypeError,
    ApiValueError,
    ClientClosedError,
    Configuration,
    ServiceException,
    aio,
)
from xi_sdk_resellers.sandbox import Fault, Sandbox

pytestmark = pytest.mark.usefixtures("twins")

SEARCH = "get_resellers_v6_ordersearch"


def other(client: Any, **options: Any) -> Any:
    """Make the other client, behind the face that the twins have in tests."""
    return faced(client, getattr(client, "inner", client).with_options(**options))


def account(client: Any, *arguments: Any) -> Any:
    return faced(client, getattr(client, "inner", client).for_account(*arguments))


def faced(client: Any, made: Any) -> Any:
    return type(client)(made, client.loop) if hasattr(client, "inner") else made


def search(client: Any, **options: Any) -> Any:
    return OrdersApi(client).get_resellers_v6_ordersearch(**options)


def sent(sandbox: Sandbox) -> list[Any]:
    return [request for request in sandbox.ledger.requests if request.operation == SEARCH]


def test_connections_and_tokens_are_shared(sandbox: Sandbox) -> None:
    with ApiClient(sandbox.configuration()) as client:
        patient = other(client, total_timeout=300)
        search(patient)  # also when it is the first to need them
        search(client)
        search(other(patient, retries=0))
        assert (sandbox.connection_count, sandbox.ledger.tokens_issued) == (1, 1)


def test_what_differs_counts_for_the_other_client_alone(sandbox: Sandbox) -> None:
    with ApiClient(sandbox.configuration()) as client:
        client.configuration.access_token = sandbox.issue_token()
        quick = other(client, read_timeout=0.5, retries=0, headers={"X-Team": "blue", "Accept": "text/json"})
        search(quick)
        search(client)
        first, second = sent(sandbox)
        assert (first.headers["X-Team"], first.headers["Accept"]) == ("blue", "text/json")
        assert ("X-Team" in second.headers, second.headers["Accept"]) == (False, "application/json")
        sandbox.faults.add(Fault("status", status=503, operation=SEARCH))
        with pytest.raises(ServiceException):
            search(quick)
        sandbox.faults.add(Fault("stall", operation=SEARCH))
        with pytest.raises(ApiTimeoutException):
            search(quick)
        assert client.configuration.read_timeout == 60


def test_an_account_of_its_own_wins_over_every_default(sandbox: Sandbox) -> None:
    with ApiClient(sandbox.configuration(im_sender_id="me")) as client:
        client.set_default_header("IM-CustomerNumber", "20-222222")
        search(account(client, "20-222222", "DE"))
        search(account(account(client, "20-222222", "DE"), "20-222222"))
        search(client)
        seen = [(found.headers["IM-CountryCode"], found.headers["IM-SenderID"]) for found in sent(sandbox)]
        assert seen == [("DE", "me"), ("DE", "me"), ("US", "me")]
        elsewhere = account(client, "30-1", "CA")
        assert elsewhere.default_headers.get("IM-CustomerNumber") is None
        assert elsewhere.configuration.im_customer_number == "30-1"


def test_what_is_not_changed_stays_that_of_the_first_client(sandbox: Sandbox) -> None:
    with ApiClient(sandbox.configuration(client_secret="wrong")) as client:
        german = account(client, "20-222222", "DE")
        client.configuration.client_secret = "sandbox-secret"
        client.configuration.im_sender_id = "late"
        search(german)
        assert sent(sandbox)[0].headers["IM-SenderID"] == "late"
        german.configuration.im_sender_id = "mine"
        assert client.configuration.im_sender_id == "late"


def test_closing_the_other_client_leaves_the_connections(sandbox: Sandbox) -> None:
    with ApiClient(sandbox.configuration()) as client:
        with other(client, retries=0) as short:
            search(short)
        with pytest.raises(ClientClosedError):
            search(short)
        search(client)
        later = other(client, retries=0)
    for closed in (client, later, other(later, retries=1)):
        with pytest.raises(ClientClosedError):
            search(closed)
    assert sandbox.connection_count == 1


def test_a_client_that_was_dropped_says_nothing(sandbox: Sandbox) -> None:
    with ApiClient(sandbox.configuration()) as client:
        search(other(client, retries=0))
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            gc.collect()


def test_its_settings_copy_pickle_and_show_themselves_like_any_others() -> None:
    mine = Configuration(host="https://localhost:8443", client_id="id", client_secret="planted", total_timeout=5)
    client = ApiClient(mine)
    settings = account(client, "30-1", "CA").configuration
    assert isinstance(settings, Configuration)
    for made in (copy.copy(settings), copy.deepcopy(settings), pickle.loads(pickle.dumps(settings))):
        assert type(made) is Configuration
        assert (made.host, made.im_customer_number, made.total_timeout) == ("https://localhost:8443", "30-1", 5)
        assert repr(made).rstrip(")") == repr(settings).partition(", client_secret")[0] or repr(made) == repr(settings)
    assert copy.copy(settings).client_secret == "planted"
    assert vars(copy.copy(settings)).keys() == vars(copy.copy(mine)).keys()
    for missing in ("__length_hint__", "nonsense"):
        with pytest.raises(AttributeError, match=f"onfiguration' object has no attribute '{missing}'"):
            getattr(settings, missing)
    assert "planted" not in repr(settings)
    assert settings.host == "https://localhost:8443"
    with pytest.raises(ApiValueError, match="make an ApiClient of its own"):
        settings.host = "https://localhost:1"
    assert settings.date_format == mine.date_format
    mine.date_format = "%d"
    assert settings.date_format == "%d"
    with pytest.raises(AttributeError):
        _ = settings.nothing


@pytest.mark.parametrize(
    ("options", "error", "said"),
    [
        ({"tiemout": 5}, ApiTypeError, "with_options\\(\\) takes headers, connect_timeout.*not 'tiemout'"),
        ({"host": "https://localhost"}, ApiTypeError, "not 'host'"),
        ({"total_timeout": 0}, ApiValueError, "total_timeout must be more than 0"),
        ({"retries": "many"}, ApiTypeError, "retries"),
        ({"headers": "X-Team"}, ApiTypeError, "headers must be a mapping"),
        ({"headers": {"X-Team": "a\r\nb"}}, ApiValueError, "must not hold a line break"),
        ({"im_country_code": 49}, ApiTypeError, "im_country_code must be text"),
    ],
    ids=str,
)
def test_what_makes_no_sense_is_refused(options: dict[str, Any], error: type[Exception], said: str) -> None:
    client = ApiClient(Configuration(host="https://localhost"))
    with pytest.raises(error, match=said):
        other(client, **options)


def test_an_account_needs_a_number() -> None:
    client = ApiClient(Configuration(host="https://localhost"))
    with pytest.raises(ApiTypeError, match="customer_number must be text"):
        account(client, None)


def test_subclasses_keep_their_class_and_what_they_hold() -> None:
    class Mine(aio.ApiClient):
        pass

    first = Mine(Configuration(host="https://localhost"))
    first.note = "kept"  # type: ignore[attr-defined]
    made = first.for_account("30-1", "CA")
    assert (type(made), made.note) == (Mine, "kept")  # type: ignore[attr-defined]


@pytest.mark.parametrize("planted", ["planted-secret"])
def test_a_secret_header_does_not_show(planted: str) -> None:
    client = ApiClient(Configuration(host="https://localhost"))
    made = other(client, headers={"X-Api-Key": planted})
    assert planted not in repr(made.default_headers) + repr(vars(getattr(made, "inner", made)))
    assert made.default_headers["X-Api-Key"] == planted
