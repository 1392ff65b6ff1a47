"""One vocabulary of status: every spelling is one member, the texts stay as they came."""

import copy
import json
import pickle

import pytest

from test.support.samples import SAMPLES
from xi_sdk_resellers import (
    LineStatus,
    OrderDetailB2B,
    OrderDetailB2BLine,
    OrderModifyResponse,
    OrderSearchResponseOrder,
    OrderSearchResponseSubOrder,
    OrderSearchStatus,
    OrderStatus,
    OrderStatusAsyncNotificationLine,
    OrderStatusAsyncNotificationResource,
    Status,
)

SPELLINGS = {
    Status.OPEN: ["OPEN", "Open", "im::open"],
    Status.PROCESSING: ["PROCESSING", "Processing", "In Progress", "in-progress", "IM::in_progress"],
    Status.ON_HOLD: ["ON HOLD", "On Hold", "im::hold", "im::order_hold", "on_hold", "IM::HOLD", " on  hold "],
    Status.BACKORDERED: ["BACKORDERED", "Backordered", "im::backordered", "im::order_backordered", "Back Ordered"],
    Status.PARTIALLY_SHIPPED: ["IM::PARTIALLY_SHIPPED", "Partially Shipped"],
    Status.SHIPPED: ["SHIPPED", "Shipped", "im::order_shipped", "IM::shipped"],
    Status.INVOICED: ["im::order_invoiced", "IM::INVOICED"],
    Status.DELIVERED: ["Delivered"],
    Status.CANCELLED: ["CANCELLED", "CANCELED", "Canceled", "cancelled", "im::order_voided", "VOIDED"],
    Status.CLOSED: ["CLOSED", "Closed"],
}
EACH = [pytest.param(status, text, id=text) for status, texts in SPELLINGS.items() for text in texts]


@pytest.mark.parametrize(("status", "text"), EACH)
def test_every_spelling_is_one_member(status, text):
    assert Status(text) is status
    assert status == text
    assert text == status
    assert (status != text) is False
    assert (text != status) is False
    assert len({Status(text), status}) == 1
    assert [other for other in Status if other == text] == [status]


@pytest.mark.parametrize(
    ("model", "field"),
    [
        (OrderDetailB2B, "order_status"),
        (OrderDetailB2BLine, "line_status"),
        (OrderModifyResponse, "order_status"),
        (OrderSearchResponseOrder, "order_status"),
        (OrderSearchResponseSubOrder, "sub_order_status"),
        (OrderStatusAsyncNotificationLine, "line_status"),
        (OrderStatusAsyncNotificationResource, "event_type"),
    ],
)
@pytest.mark.parametrize(("status", "text"), EACH)
def test_a_model_has_the_status_and_the_text(model, field, status, text):
    made = model(**{field: text})
    assert made.status is status
    assert getattr(made, field) == text
    assert list(made.to_dict().values()) == [text]
    again = pickle.loads(pickle.dumps(made))
    assert again == made
    assert again.status is status


@pytest.mark.parametrize("known", [*OrderStatus, *LineStatus, *OrderSearchStatus])
def test_the_known_texts_of_fields_are_words_of_it(known):
    status = Status(known)
    assert status in list(Status)
    assert known == status
    assert status == known
    assert (known != status) is False


def test_known_texts_are_compared_as_texts():
    assert OrderStatus.SHIPPED == "Shipped"
    assert OrderStatus.SHIPPED != "SHIPPED"
    assert {OrderStatus.SHIPPED: 1}["Shipped"] == 1


def test_a_word_that_nobody_knows_is_a_member_of_its_own():
    new, same = Status("im::order_tele_ported"), Status("Tele-Ported")
    assert new == same == "tele ported"
    assert hash(new) == hash(same)
    assert (new.name, new.value, str(new), f"{new}") == ("TELE PORTED",) * 4
    assert new not in list(Status)
    assert new != Status.SHIPPED
    for copied in (copy.deepcopy(new), pickle.loads(pickle.dumps(new))):
        assert copied == new


@pytest.mark.parametrize("value", [None, "", "  ", 5, {"a": 1}, ["Shipped"]])
def test_what_is_no_text_is_no_status(value):
    assert OrderDetailB2B.from_dict({"orderStatus": value}).status in (None, "5")
    assert value != Status.SHIPPED
    assert (value == Status.SHIPPED) is False


@pytest.mark.parametrize("value", ["", "   ", 5, None])
def test_a_member_is_made_of_texts_only(value):
    with pytest.raises(ValueError, match="is not a valid Status"):
        Status(value)


def test_members_are_written_like_texts():
    assert json.dumps({"status": Status.ON_HOLD}) == '{"status": "ON HOLD"}'
    assert f"{Status.ON_HOLD} {Status.ON_HOLD!s} {Status.ON_HOLD:>8}" == "ON HOLD ON HOLD  ON HOLD"
    assert Status.CANCELED is Status.CANCELLED


def test_every_status_of_every_sample_is_known():
    def texts(value):
        if isinstance(value, dict):
            for key, item in value.items():
                if key in ("orderStatus", "lineStatus", "subOrderStatus") and isinstance(item, str):
                    yield item
                yield from texts(item)
        elif isinstance(value, list):
            for item in value:
                yield from texts(item)

    found = {text for sample in SAMPLES.values() for text in texts(sample["value"])}
    assert found
    assert {text for text in found if Status(text) not in list(Status)} == set()


def test_a_key_that_the_vendor_calls_so_is_kept():
    order = OrderDetailB2B.from_dict({"orderStatus": "Shipped", "status": "other"})
    assert order.status is Status.SHIPPED
    assert order.model_extra == {"status": "other"}
    assert order.to_dict() == {"orderStatus": "Shipped", "status": "other"}
