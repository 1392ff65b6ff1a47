"""The vendor's hours of maintenance: by country, in the region's own time, with what is not known."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xi_sdk_resellers import maintenance
from xi_sdk_resellers.exceptions import ApiTypeError, ApiValueError
from xi_sdk_resellers.models.enums import CountryCode

MONDAY = date(2026, 11, 23)
# The windows of one week in UTC, with Monday as day 0; a window inside another is left out.
WEEK = {
    "US": [
        "0 02:00 - 0 13:00", "1 07:00 - 1 12:00", "2 07:00 - 2 12:00", "3 07:00 - 3 12:00", "4 07:00 - 4 12:00",
        "5 07:00 - 5 12:00", "6 02:00 - 6 13:00", "7 02:00 - 7 13:00",
    ],
    "MX": [
        "0 07:00 - 0 10:00", "1 07:00 - 1 10:00", "2 07:00 - 2 10:00", "3 07:00 - 3 10:00", "4 07:00 - 4 10:00",
        "6 03:00 - 6 05:00", "6 07:00 - 6 10:00",
    ],
    "BR": [
        "-1 23:00 - 0 10:00", "1 03:00 - 1 05:00", "2 03:00 - 2 05:00", "3 03:00 - 3 05:00", "4 03:00 - 4 07:00",
        "6 23:00 - 7 10:00",
    ],
    "GB": [
        "0 02:00 - 0 06:30", "1 02:00 - 1 06:30", "2 02:00 - 2 06:30", "3 02:00 - 3 06:30", "4 02:00 - 4 08:00",
        "5 21:00 - 6 00:00",
    ],
}  # fmt: skip
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(timezone.utc))
COUNTRIES = sorted(maintenance.HOURS)


def at(text: str) -> datetime:
    """A time of the week of the table."""
    day, hour, minute = map(int, re.split("[ :]", text))
    return datetime(MONDAY.year, MONDAY.month, MONDAY.day, hour, minute, tzinfo=timezone.utc) + timedelta(days=day)


def spans(country: str) -> list[tuple[datetime, datetime]]:
    return [(at(start), at(end)) for start, end in (text.split(" - ") for text in WEEK[country])]


@pytest.mark.parametrize("country", WEEK)
def test_every_quarter_of_an_hour_of_a_week_is_as_the_table_says(country: str) -> None:
    found = spans(country)
    for number in range(7 * 24 * 4):
        now = at("0 00:00") + timedelta(minutes=15 * number)
        expected: bool | None = any(start <= now < end for start, end in found)
        if country == "GB" and now.weekday() == 6:
            expected = None
        assert maintenance.in_maintenance(country, now) is expected, now
        assert (maintenance.why_unknown(country, now) is None) is (expected is not None)


@pytest.mark.parametrize("country", WEEK)
def test_a_window_includes_its_start_and_not_its_end(country: str) -> None:
    second = timedelta(seconds=1)
    for start, end in spans(country):
        around = [start - second, start, end - second, end]
        states = [maintenance.in_maintenance(country, moment) for moment in around]
        assert states[1:3] == [True, True]
        assert True not in (states[0], states[3])


def test_a_window_that_begins_soon_counts_when_asked() -> None:
    soon = at("1 06:50")
    assert maintenance.in_maintenance("US", soon) is False
    assert maintenance.in_maintenance("US", soon, ahead=timedelta(minutes=9)) is False
    assert maintenance.in_maintenance("US", soon, ahead=timedelta(minutes=10)) is True
    assert maintenance.in_maintenance("GB", at("5 08:00"), ahead=timedelta(days=2)) is True
    assert maintenance.in_maintenance("GB", at("6 01:00"), ahead=timedelta(hours=2)) is None


def test_the_next_window_is_the_one_under_way_or_the_one_to_come() -> None:
    zone = timezone(timedelta(hours=-8))
    expected = maintenance.Window(
        datetime(2026, 11, 24, 23, tzinfo=zone), datetime(2026, 11, 25, 4, tzinfo=zone), "North America"
    )
    for now in ("1 12:00", "2 06:59", "2 07:00", "2 11:59"):
        assert maintenance.next_window("US", at(now)) == expected
    assert maintenance.next_window("US", at("2 12:00")) != expected
    saturday = maintenance.next_window("GB", at("4 08:00"))
    assert saturday is not None
    assert (saturday.start, saturday.end) == (at("5 21:00"), None)
    monday = maintenance.next_window("GB", at("6 00:00"))
    assert monday is not None
    assert monday.start == at("7 02:00")


@settings(derandomize=True, deadline=None, max_examples=300)
@given(
    country=st.sampled_from(COUNTRIES),
    now=MOMENTS,
    ahead=st.timedeltas(timedelta(0), timedelta(days=9)),
    offset=st.integers(-12, 14),
)
def test_the_answers_agree_with_each_other(country: str, now: datetime, ahead: timedelta, offset: int) -> None:
    window = maintenance.next_window(country, now)
    assert window is not None
    assert (maintenance.in_maintenance(country, now) is True) is (window.start <= now)
    assert (maintenance.in_maintenance(country, now, ahead=ahead) is True) is (window.start <= now + ahead)
    assert window.end is None or now < window.end
    elsewhere = now.astimezone(timezone(timedelta(hours=offset)))
    assert maintenance.next_window(country, elsewhere) == window


def test_this_moment_is_meant_when_none_is_given() -> None:
    always = {"ZZ": maintenance.Region("always", 0, ["00:00-00:00"] * 7)}
    never = {"ZZ": maintenance.Region("never", 0, [""] * 7)}
    assert maintenance.in_maintenance("ZZ", hours=always) is True
    assert maintenance.in_maintenance("ZZ", hours=never) is False
    assert maintenance.next_window("ZZ", hours=always) is not None
    assert maintenance.next_window("ZZ", hours=never) is None
    assert maintenance.why_unknown("ZZ", hours=never) is None


@pytest.mark.parametrize("country", ["DE", "de ", CountryCode.AU, "", "USA", "UK"])
def test_of_other_countries_nothing_is_known(country: str) -> None:
    now = at("1 08:00")
    assert maintenance.in_maintenance(country, now) is None
    assert maintenance.next_window(country, now) is None
    reason = maintenance.why_unknown(country, now)
    assert reason is not None
    assert "HOURS" in reason


def test_what_is_not_known_is_said() -> None:
    assert maintenance.why_unknown("GB", at("6 12:00")) == "the hours of the United Kingdom on a Sunday are not known"
    assert maintenance.why_unknown("GB", at("1 12:00")) is None
    late = {"GB": maintenance.Region("Late", 0, ["21:00-", *[""] * 6])}
    assert maintenance.in_maintenance("GB", at("0 22:00"), hours=late) is True
    assert maintenance.in_maintenance("GB", at("1 01:00"), hours=late) is None
    assert "begins on the day before a Tuesday" in str(maintenance.why_unknown("GB", at("1 01:00"), hours=late))
    assert maintenance.in_maintenance("GB", at("2 01:00"), hours=late) is False


def test_a_program_adds_what_it_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(maintenance.HOURS, "IN", maintenance.Region("India", 5.5, ["23:30-01:00", *[""] * 6]))
    window = maintenance.next_window("in", at("0 00:00"))
    assert window is not None
    assert (window.start, window.end) == (at("0 18:00"), at("0 19:30"))
    assert maintenance.in_maintenance(CountryCode.US, at("1 08:00")) is True


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: maintenance.in_maintenance("US", datetime(2026, 1, 1)), ApiValueError, "zone"),
        (lambda: maintenance.next_window("US", datetime(2026, 1, 1)), ApiValueError, "zone"),
        (lambda: maintenance.in_maintenance("US", ahead=-timedelta(1)), ApiValueError, "negative"),
        (lambda: maintenance.in_maintenance(None), ApiTypeError, "two letters"),  # type: ignore[arg-type]
        (lambda: maintenance.in_maintenance("US", 5), ApiTypeError, "not int"),  # type: ignore[arg-type]
        (lambda: maintenance.Region("x", 24, [""] * 7), ApiValueError, "utc_offset"),
        (lambda: maintenance.Region("x", 0, [""] * 6), ApiValueError, "seven"),
        (lambda: maintenance.Region("x", 0, [*[""] * 6, "9-10"]), ApiValueError, "night of Sunday"),
        (lambda: maintenance.Region("x", 0, ["24:00-25:00", *[""] * 6]), ApiValueError, "night of Monday"),
    ],
)
def test_what_makes_no_sense_is_refused(call: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        call()
