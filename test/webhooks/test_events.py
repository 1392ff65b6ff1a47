"""Verifying and reading events: signatures, spellings, shapes, replays, and everything that must be refused."""

import base64
import copy
import hashlib
import hmac
import json
import pickle
import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from test.support.samples import SAMPLES, sample
from xi_sdk_resellers import webhooks
from xi_sdk_resellers.exceptions import ApiTypeError, ApiValueError, OpenApiException

SECRET = "s3cr3t-of-the-hook"
STATUS = {
    "topic": "resellers/orders",
    "event": "im::updated",
    "eventTimeStamp": "2021-11-01T13:02:06.369Z",
    "eventId": "N01CIB9VVFYKR9J6ZW",
    "resource": [
        {
            "eventType": "im::order_shipped",
            "orderNumber": "20-RD128",
            "customerOrderNumber": "ZENPO",
            "lines": [
                {
                    "ingramLineNumber": "001",
                    "lineStatus": "IM::shipped",
                    "ingramPartNumber": "5CX895",
                    "requestedQuantity": 3,
                    "shippedQuantity": 2,
                    "backOrderedQuantity": 1,
                }
            ],
        }
    ],
}
CREATED = {
    "topic": "resellers/orders",
    "event": "IM::created",
    "eventTimeStamp": "2024-03-24T09:30:00Z",
    "eventId": "EV-77",
    "eventType": "IM::async_order_create",
    "resource": {
        "customerOrderNumber": "PO-7",
        "purchaseOrderTotal": 120.50,
        "orders": [{"ingramOrderNumber": "20-AAAAA"}, {"ingramOrderNumber": "20-BBBBB"}],
    },
}


def signature(event_id, secret=SECRET):
    """What the vendor sends, made without the code under test."""
    return base64.b64encode(hmac.new(secret.encode(), event_id.encode(), hashlib.sha512).digest()).decode()


def parse(event, headers=None, **options):
    body = event if isinstance(event, bytes) else json.dumps(event).encode()
    if headers is None:
        single = event[0] if isinstance(event, list) else event
        headers = {"X-Hub-Signature": signature(str(single.get("eventId", single.get("eventid", ""))))}
    return webhooks.parse(body, headers, **{"secret": SECRET, "seen": None, **options})


def respelled(event, **names):
    """The event with other spellings of some keys, wherever they stand."""
    if isinstance(event, dict):
        return {names.get(key, key): respelled(value, **names) for key, value in event.items()}
    return [respelled(item, **names) for item in event] if isinstance(event, list) else event


def test_a_signature_is_made_and_checked_as_the_vendor_does():
    assert webhooks.sign("N01", SECRET) == signature("N01")
    assert webhooks.verify("N01", signature("N01"), SECRET)
    assert webhooks.verify("N01", f" {signature('N01')}\r\n".encode(), SECRET.encode())


@pytest.mark.parametrize("wrong", ["", "x", "ü", signature("N02"), signature("N01")[:-1], signature("N01").lower()])
def test_a_wrong_signature_is_not_accepted(wrong):
    assert not webhooks.verify("N01", wrong, SECRET)


@pytest.mark.parametrize("secrets", [["new", SECRET], (SECRET.encode(), "new"), [SECRET]])
def test_several_secrets_let_the_secret_be_changed(secrets):
    assert webhooks.verify("N01", signature("N01"), secrets)
    assert not webhooks.verify("N01", signature("N01", "third"), secrets)


@pytest.mark.parametrize("secret", ["", b"", [], [SECRET, ""], None, 7])
def test_a_missing_secret_is_never_a_key(secret):
    with pytest.raises(ApiValueError, match="secret"):
        webhooks.verify("N01", signature("N01", ""), secret)


@settings(derandomize=True, deadline=None, max_examples=200)
@given(event_id=st.text(), given_signature=st.one_of(st.text(), st.binary()))
def test_verify_never_raises_for_what_comes_from_outside(event_id, given_signature):
    assert webhooks.verify(event_id, given_signature, SECRET) in (True, False)


def test_an_order_status_event_is_typed():
    event = parse(STATUS)
    assert isinstance(event, webhooks.OrderStatusEvent)
    assert (event.event_id, event.event_type, event.event) == ("N01CIB9VVFYKR9J6ZW", "im::order_shipped", "im::updated")
    assert (event.order_number, event.customer_order_number) == ("20-RD128", "ZENPO")
    assert event.time is not None
    assert event.time.isoformat() == "2021-11-01T13:02:06.369000+00:00"
    line = event.orders[0].lines[0]
    assert (line.line_number, line.shipped_quantity, line.backordered_quantity) == ("001", 2, 1)
    assert event.raw == STATUS
    assert json.loads(event.body) == STATUS
    assert event.drift == ()


def test_the_result_of_v7_is_typed():
    event = parse(CREATED)
    assert isinstance(event, webhooks.OrderCreatedEvent)
    assert event.event_type == "im::async_order_create"
    assert event.customer_order_number == "PO-7"
    assert event.order_numbers == ["20-AAAAA", "20-BBBBB"]
    assert str(event.order.purchase_order_total) == "120.5"


@pytest.mark.parametrize(
    "event",
    [
        pytest.param([STATUS], id="a list of one event"),
        pytest.param({**STATUS, "resource": STATUS["resource"][0]}, id="one resource as an object"),
        pytest.param(respelled(STATUS, eventId="eventid"), id="eventid"),
        pytest.param(respelled(STATUS, eventId="EventID", resource="Resource", lines="LINES"), id="capitals"),
        pytest.param(respelled(STATUS, ingramLineNumber="LineNumber"), id="LineNumber"),
        pytest.param(respelled(STATUS, ingramLineNumber="lineNumber"), id="lineNumber"),
        pytest.param(respelled(STATUS, ingramLineNumber="INGRAMLINENUMBER"), id="INGRAMLINENUMBER"),
        pytest.param(respelled(STATUS, backOrderedQuantity="backorderedQuantity"), id="backorderedQuantity"),
        pytest.param({**STATUS, "event": "IM::UPDATED", "topic": "Resellers/Orders"}, id="letter case of codes"),
        pytest.param(json.loads(json.dumps(STATUS).replace(": 3,", ': "3",').replace(": 2,", ': "2",')), id="text"),
    ],
)
def test_every_spelling_and_shape_gives_the_same_event(event):
    single = event[0] if isinstance(event, list) else event
    event_id = next(value for key, value in single.items() if key.lower() == "eventid")
    found = parse(event, {"x-hub-signature": signature(event_id)})
    assert isinstance(found, webhooks.OrderStatusEvent)
    assert (found.event_id, found.event_type) == (STATUS["eventId"], "im::order_shipped")
    line = found.orders[0].lines[0]
    assert (line.line_number, line.requested_quantity, line.backordered_quantity) == ("001", 3, 1)


@pytest.mark.parametrize(
    "event",
    [
        pytest.param([CREATED], id="a list of one event"),
        pytest.param({**CREATED, "resource": [CREATED["resource"]]}, id="a list of one resource"),
        pytest.param({**CREATED, "eventType": "im::ASYNC_order_create"}, id="letter case of codes"),
        pytest.param({key: value for key, value in CREATED.items() if key != "eventType"}, id="no event type"),
        pytest.param(
            {
                **{key: value for key, value in CREATED.items() if key != "eventType"},
                "resource": [{**CREATED["resource"], "eventType": "IM::async_order_create"}],
            },
            id="the type inside the resource",
        ),
    ],
)
def test_every_shape_of_the_v7_result_gives_the_same_event(event):
    found = parse(event, {"x-hub-signature": signature("EV-77")})
    assert isinstance(found, webhooks.OrderCreatedEvent)
    assert found.order_numbers == ["20-AAAAA", "20-BBBBB"]


def test_a_type_of_order_event_that_is_new_is_still_a_status():
    event = copy.deepcopy(STATUS)
    event["resource"][0]["eventType"] = "im::order_teleported"
    found = parse(event)
    assert isinstance(found, webhooks.OrderStatusEvent)
    assert found.event_type == "im::order_teleported"


@pytest.mark.parametrize(
    "event",
    [
        {
            "eventId": "1",
            "topic": "resellers/shelves",
            "event": "im::updated",
            "resource": [{"eventType": "im::shelf"}],
        },
        {"eventId": "1", "event": "im::something", "resource": None},
        {"eventId": "1", "resource": [None, 4, "text"]},
        {"eventId": 1, "more": {"a": [1, 2]}},
    ],
)
def test_an_unknown_event_keeps_everything(event):
    found = parse(event, {"x-hub-signature": signature("1")})
    assert type(found) is webhooks.UnknownEvent
    assert found.raw == event
    assert json.loads(found.body) == event
    assert found.event_id == "1"


@settings(derandomize=True, deadline=None, max_examples=150)
@given(
    st.dictionaries(
        st.sampled_from(["topic", "event", "eventTimeStamp", "eventType", "resource", "lines", "orders", "x"]),
        st.recursive(
            st.none() | st.booleans() | st.floats() | st.integers() | st.text() | st.just("im::order_shipped"),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(st.sampled_from(["lines", "orders", "eventType", "orderNumber"]), inner, max_size=3)
            ),
            max_leaves=8,
        ),
    ),
    st.sampled_from(["im::updated", "IM::created", "other"]),
)
def test_a_genuine_event_of_any_shape_never_raises(event, code):
    event = {**event, "eventId": "1", "event": code, "topic": "resellers/orders"}
    found = parse(event)
    assert found.event_id == "1"
    assert isinstance(found, webhooks.Event)
    assert repr(found)
    if isinstance(found, webhooks.OrderCreatedEvent):
        assert all(isinstance(number, str) for number in found.order_numbers)
        assert found.order is None or hasattr(found.order, "orders")
    if isinstance(found, webhooks.OrderStatusEvent):
        assert all(hasattr(order, "order_number") for order in found.orders)
        assert found.order_number is None or isinstance(found.order_number, str)
    assert found.customer_order_number is None or isinstance(found.customer_order_number, str)


@pytest.mark.parametrize(
    "headers",
    [
        {"x-hub-signature": signature(STATUS["eventId"])},
        {"X-HUB-SIGNATURE": signature(STATUS["eventId"])},
        {"HTTP_X_HUB_SIGNATURE": signature(STATUS["eventId"]), "wsgi.version": (1, 0)},
        [(b"x-hub-signature", signature(STATUS["eventId"]).encode())],
        [("Content-Type", "application/json"), ("X-Hub-Signature", signature(STATUS["eventId"]))],
        {"x-hub-signature": [signature(STATUS["eventId"]), "a second one"]},
    ],
)
def test_headers_come_as_frameworks_have_them(headers):
    assert parse(STATUS, headers).event_id == STATUS["eventId"]


@pytest.mark.parametrize("body", [json.dumps(STATUS), bytearray(json.dumps(STATUS).encode()),
                                  memoryview(b"\xef\xbb\xbf" + json.dumps(STATUS).encode())])  # fmt: skip
def test_bodies_come_as_frameworks_have_them(body):
    headers = {"x-hub-signature": signature(STATUS["eventId"])}
    assert webhooks.parse(body, headers, secret=SECRET, seen=None).raw == STATUS


def test_a_request_without_any_headers_is_not_signed():
    with pytest.raises(webhooks.MissingSignature):
        webhooks.parse(json.dumps(STATUS), None, secret=SECRET)
    assert not webhooks.verify(STATUS["eventId"], None, SECRET)
    with pytest.raises(ApiTypeError, match="event ID is text, not NoneType"):
        webhooks.verify(None, signature(STATUS["eventId"]), SECRET)


@pytest.mark.parametrize("headers", [5, [5], ["x-hub-signature"], "x-hub-signature: x", [("a", "b", "c")]])
def test_what_is_no_headers_or_no_signature_is_refused(headers):
    with pytest.raises(ApiTypeError, match=r"the headers are a mapping or pairs, not (int|list|str)"):
        webhooks.parse(json.dumps(STATUS), headers, secret=SECRET)
    with pytest.raises(ApiTypeError, match="a signature is text, not int"):
        webhooks.verify(STATUS["eventId"], 5, SECRET)


def test_a_body_that_was_parsed_already_is_refused():
    with pytest.raises(TypeError, match="dict"):
        webhooks.parse(STATUS, {"x-hub-signature": "x"}, secret=SECRET)


WORDS = {
    webhooks.MissingSignature: "the request has no x-hub-signature header",
    webhooks.WrongSignature: "the signature was not made for this event ID with a known secret",
    webhooks.OversizedEvent: "the body is larger than 50 bytes",
}


@pytest.mark.parametrize(
    ("body", "headers", "options", "error", "status"),
    [
        pytest.param(STATUS, {}, {}, webhooks.MissingSignature, 401, id="no signature"),
        pytest.param(STATUS, {"x-hub-signature": " "}, {}, webhooks.MissingSignature, 401, id="empty signature"),
        pytest.param(STATUS, {"x-hub-signature": None}, {}, webhooks.MissingSignature, 401, id="null signature"),
        pytest.param(STATUS, {"x-hub-signature": []}, {}, webhooks.MissingSignature, 401, id="no signature in a list"),
        pytest.param(STATUS, {"x-hub-signature": "x"}, {}, webhooks.WrongSignature, 401, id="wrong signature"),
        pytest.param(
            {**STATUS, "eventId": "other"},
            {"x-hub-signature": signature(STATUS["eventId"])},
            {},
            webhooks.WrongSignature,
            401,
            id="signature of another event",
        ),
        pytest.param(STATUS, None, {"max_bytes": 50}, webhooks.OversizedEvent, 413, id="too large"),
        pytest.param(b"", {"x-hub-signature": "x"}, {}, webhooks.MalformedEvent, 400, id="empty"),
        pytest.param(b"{", {"x-hub-signature": "x"}, {}, webhooks.MalformedEvent, 400, id="cut short"),
        pytest.param(b"\xff\xfe", {"x-hub-signature": "x"}, {}, webhooks.MalformedEvent, 400, id="not UTF-8"),
        pytest.param(b"[" * 100_000, {"x-hub-signature": "x"}, {}, webhooks.MalformedEvent, 400, id="too deep"),
        pytest.param(b"9" * 5_000, {"x-hub-signature": "x"}, {}, webhooks.MalformedEvent, 400, id="endless number"),
        pytest.param(b"null", {"x-hub-signature": "x"}, {}, webhooks.MalformedEvent, 400, id="null"),
        pytest.param(b"[]", {"x-hub-signature": "x"}, {}, webhooks.MalformedEvent, 400, id="empty list"),
        pytest.param([STATUS, CREATED], {"x-hub-signature": "x"}, {}, webhooks.MalformedEvent, 400, id="two events"),
        pytest.param({"event": "x"}, {"x-hub-signature": "x"}, {}, webhooks.MalformedEvent, 400, id="no event ID"),
        pytest.param({"eventId": {}}, {"x-hub-signature": "x"}, {}, webhooks.MalformedEvent, 400, id="odd event ID"),
    ],
)
def test_what_must_not_be_acted_on_is_refused(body, headers, options, error, status):
    guard = webhooks.ReplayGuard()
    with pytest.raises(error) as caught:
        parse(body, headers, **{"seen": guard, **options})
    assert caught.value.http_status == status
    assert WORDS.get(error, "the ") in str(caught.value)
    assert isinstance(caught.value, (webhooks.WebhookError, OpenApiException, ValueError))
    assert len(guard) == 0
    assert pickle.loads(pickle.dumps(caught.value)).args == caught.value.args


def test_neither_secret_nor_signature_is_in_an_error_or_an_event():
    with pytest.raises(webhooks.WrongSignature) as caught:
        parse(STATUS, {"x-hub-signature": "the-given-signature"})
    told = f"{caught.value}{caught.value!r}{vars(caught.value)}{parse(STATUS)!r}"
    assert SECRET not in told
    assert "the-given-signature" not in told
    assert signature(STATUS["eventId"]) not in told


def test_an_event_is_taken_once():
    guard = webhooks.ReplayGuard()
    assert parse(STATUS, seen=guard).event_id == STATUS["eventId"]
    with pytest.raises(webhooks.ReplayedEvent) as caught:
        parse(STATUS, seen=guard)
    assert (caught.value.http_status, caught.value.event_id) == (200, STATUS["eventId"])
    guard.forget(STATUS["eventId"])
    guard.forget("never seen")
    assert parse(STATUS, seen=guard).event_id == STATUS["eventId"]


def test_the_guard_of_the_process_is_used_when_none_is_given():
    event = {**STATUS, "eventId": "only-in-this-test"}
    headers = {"x-hub-signature": signature("only-in-this-test")}
    webhooks.parse(json.dumps(event), headers, secret=SECRET)
    with pytest.raises(webhooks.ReplayedEvent):
        webhooks.parse(json.dumps(event), headers, secret=SECRET)
    webhooks.replay_guard.forget("only-in-this-test")


def test_any_function_can_remember_events():
    asked = []
    with pytest.raises(webhooks.ReplayedEvent):
        parse(STATUS, seen=lambda event_id: asked.append(event_id) or True)
    assert asked == [STATUS["eventId"]]


def test_the_guard_is_bounded():
    guard = webhooks.ReplayGuard(maxsize=3)
    assert [guard(event_id) for event_id in "abcadab"] == [False, False, False, True, False, False, False]
    assert len(guard) == 3
    assert repr(guard) == "ReplayGuard(maxsize=3, known=3)"
    with pytest.raises(ApiValueError, match="maxsize must be at least 1, not 0"):
        webhooks.ReplayGuard(maxsize=0)
    assert webhooks.ReplayGuard(maxsize=1).maxsize == 1


def test_of_many_threads_one_takes_the_event():
    guard = webhooks.ReplayGuard()
    taken = []
    start = threading.Barrier(8)

    def receive():
        start.wait()
        taken.extend(number for number in range(200) if not guard(str(number)))

    threads = [threading.Thread(target=receive) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(taken) == list(range(200))


def test_events_are_pickled_for_a_task_queue():
    for event in (parse(STATUS), parse(CREATED), parse({"eventId": "1"})):
        twin = pickle.loads(pickle.dumps(event))
        assert twin == event
        assert twin.raw == event.raw


def test_the_vendors_own_sample_is_understood():
    found = [sample(name) for name in SAMPLES if name.startswith("order-status-webhook")]
    assert found
    for value in found:
        event = parse(value, {"x-hub-signature": signature(value["eventId"])})
        assert isinstance(event, webhooks.OrderStatusEvent)
        assert event.raw == value
