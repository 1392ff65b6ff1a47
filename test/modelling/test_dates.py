"""Days in requests: one reading is read, two are refused with both of them named."""

import re
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xi_sdk_resellers import ApiTypeError, ApiValueError, Drift, OrderCreateRequest, OrderCreateRequestShipmentDetails
from xi_sdk_resellers._modelling.base import AnswerModel, coerce_body
from xi_sdk_resellers._modelling.decode import decode
from xi_sdk_resellers._modelling.problems import to_date
from xi_sdk_resellers._values.dates import day

NOVEMBER_5 = date(2026, 11, 5)
ONE_READING = [
    "2026-11-05", "2026/11/05", "2026.11.05", "2026-11-5", "2026 11 05", "20261105", " 2026-11-05 ",
    "2026-11-05T00:00:00", "2026-11-05T23:59:59Z", "2026-11-05T23:59:59.123456+14:00", "2026-11-05 00:01 -0800",
    "20261105T101010", "2026/11/05 10:00 PM", "5 November 2026", "November 5, 2026", "5 Nov 2026", "05-NOV-26",
    "Nov 5th, 2026", "Thu Nov 05 00:00:00 UTC 2026", "2026 Nov 5", "thursday, 5 november 2026 10:15",
]  # fmt: skip
TWO_READINGS = {
    "05/11/2026": ("2026-05-11", "2026-11-05"),
    "05.11.2026": ("2026-05-11", "2026-11-05"),
    "5-11-2026": ("2026-05-11", "2026-11-05"),
    "05 11 2026": ("2026-05-11", "2026-11-05"),
    "Thu 05/11/2026": ("2026-05-11", "2026-11-05"),
    "05/11/2026 10:30": ("2026-05-11", "2026-11-05"),
    "10:30 05/11/2026": ("2026-05-11", "2026-11-05"),
    "12/01/2026": ("2026-12-01", "2026-01-12"),
    "13/11/26": ("2026-11-13", "2013-11-26"),
    "05/11/26": ("2026-05-11", "2026-11-05", "2005-11-26"),
}
NO_DAY = [
    "", " ", "soon", "May", "May 2026", "2026", "2026-11", "13:00", "32 May 2026", "2026-13-01", "2026-02-30",
    "20261305", "051126", "05112026", "5/2026", "2026-11-05 and more", "9" * 400, "\0", "ä", "0000-00-00",
    "99999-01-01",
]  # fmt: skip


def sent(value, *, limits):
    body = {"customerOrderNumber": "PO-1", "shipmentDetails": {"requestedDeliveryDate": value}}
    return coerce_body(OrderCreateRequest, body, limits=limits).shipment_details.requested_delivery_date


@pytest.mark.parametrize("text", ONE_READING)
def test_a_text_with_one_reading_is_that_day(text):
    assert day(text) == sent(text, limits=True) == sent(text, limits=False) == NOVEMBER_5


@pytest.mark.parametrize(
    ("text", "found"),
    [("13/11/2026", date(2026, 11, 13)), ("11/13/2026", date(2026, 11, 13)), ("05/05/2026", date(2026, 5, 5))],
)
def test_numbers_that_can_be_read_in_one_way_only_are_that_day(text, found):
    assert day(text) == found


@pytest.mark.parametrize(("text", "readings"), TWO_READINGS.items())
def test_a_text_with_two_readings_is_refused_with_both(text, readings):
    said = f"may be {' or '.join(readings)}: write it as yyyy-MM-dd"
    for limits in (True, False):
        with pytest.raises(ApiValueError, match=said) as caught:
            sent(text, limits=limits)
        assert str(caught.value).startswith(
            "OrderCreateRequest: shipmentDetails.requestedDeliveryDate: it must name one day"
        )
    details = OrderCreateRequestShipmentDetails(requested_delivery_date=NOVEMBER_5)
    with pytest.raises(ApiValueError, match=said):
        details.requested_delivery_date = text
    assert details.requested_delivery_date == NOVEMBER_5


@pytest.mark.parametrize("text", NO_DAY)
def test_a_text_that_names_no_day_is_refused(text):
    with pytest.raises(ApiValueError, match=r"requestedDeliveryDate: it must (name a day|be a date)"):
        sent(text, limits=True)


@pytest.mark.parametrize("value", [20261105, 1.5, True, b"2026-11-05", ["2026-11-05"], object()])
def test_what_is_neither_date_nor_text_is_refused(value):
    with pytest.raises(ApiValueError, match="requestedDeliveryDate: it must be a date, a datetime or a text"):
        sent(value, limits=True)


@pytest.mark.parametrize("hours", [-12, -8, 0, 2, 9, 14])
@pytest.mark.parametrize("clock", ["00:00:00", "12:00:00", "23:59:59.999999"])
def test_the_day_of_a_moment_is_its_own_calendar_day(hours, clock):
    moment = datetime.fromisoformat(f"2026-11-05T{clock}").replace(tzinfo=timezone(timedelta(hours=hours)))
    for value in (moment, moment.replace(tzinfo=None), moment.isoformat()):
        assert day(value) == sent(value, limits=True) == NOVEMBER_5


@settings(derandomize=True, database=None, deadline=None)
@given(st.dates(date(1970, 1, 1), date(2099, 12, 31)))
def test_numbers_are_refused_exactly_when_day_and_month_could_be_exchanged(chosen):
    for text in (f"{chosen:%d/%m/%Y}", f"{chosen:%m/%d/%Y}", f"{chosen:%d.%m.%Y}"):
        if chosen.day <= 12 and chosen.day != chosen.month:
            with pytest.raises(ValueError, match=re.escape(chosen.isoformat())):
                day(text)
        else:
            assert day(text) == chosen
    for text in (f"{chosen:%Y/%m/%d}", f"{chosen:%Y%m%d}", f"{chosen:%d %B %Y}", f"{chosen:%b %d, %Y}"):
        assert day(text) == chosen


@settings(derandomize=True, database=None, deadline=None, max_examples=300)
@given(st.text(st.sampled_from("0123456789/-. :TZ") | st.characters(max_codepoint=0x2FF), max_size=14))
def test_any_text_is_a_day_or_refused(text):
    try:
        assert type(day(text)) is date
    except ValueError as error:
        assert str(error).startswith("must ")  # noqa: PT017 - most texts are refused


class Dated(AnswerModel):
    """An answer with a day."""

    shipped: date | None = None


@pytest.mark.parametrize("text", ["05/11/2026", "soon", ""])
def test_a_day_of_an_answer_that_cannot_be_read_stays_text_and_is_reported(text):
    model, drift = decode(Dated, f'{{"shipped": "{text}"}}', pause_gc=False)
    assert (model.shipped, drift) == (text, (Drift("shipped", "a date was expected", text),))
    assert model.to_dict() == {"shipped": text}
    assert decode(Dated, b'{"shipped": "13/11/2026"}', pause_gc=False)[0].shipped == date(2026, 11, 13)


def test_a_wrong_type_is_a_type_error():
    with pytest.raises(ApiTypeError, match="not NoneType"):
        to_date(None)
