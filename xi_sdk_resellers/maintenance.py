"""When the vendor's platform is down for maintenance, by country.

::

    if maintenance.in_maintenance("US") is False:
        ...                                     # v6 answers at once
    else:
        ...                                     # v7 queues the order

The hours are those of the vendor's portal, at the fixed distance from UTC that it gives for each region.
Countries follow the United Nations' regions. Where nothing is known, the answer is None and
:func:`why_unknown` says why: the rows of other regions, and half a weekend in the United Kingdom. What
the vendor tells you goes into :data:`HOURS`::

    maintenance.HOURS["DE"] = maintenance.Region("Germany", 1, ["22:00-02:00"] * 6 + [""])
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

from xi_sdk_resellers.exceptions import ApiTypeError, ApiValueError

__all__ = ["HOURS", "Region", "Window", "in_maintenance", "next_window", "why_unknown"]

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NIGHT = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-(?:([01]\d|2[0-3]):([0-5]\d))?", re.ASCII)
_DAY = timedelta(days=1)
_NO_TIME = timedelta(0)


@dataclass(frozen=True, slots=True)
class Window:
    """One time of maintenance.

    Attributes:
        start: when it begins, in the region's time.
        end: when it is over; None when the vendor does not say.
        region: the name of the region.
    """

    start: datetime
    end: datetime | None
    region: str


@dataclass(frozen=True, slots=True)
class Region:
    """The hours of maintenance of one region.

    Args:
        name: what to call it.
        utc_offset: hours from UTC, such as -8 or 5.5; the same all year.
        nights: what begins on each day, Monday first: ``"23:00-04:00"``, ``"21:00-"`` when the end is not known,
            ``""`` when nothing does, None when it is not known.

    Raises:
        ApiValueError: there are not seven nights, one is not written like that, or the offset is none.
    """

    name: str
    utc_offset: float
    nights: Sequence[str | None]

    def __post_init__(self) -> None:
        if not -24 < self.utc_offset < 24:
            raise ApiValueError(f"utc_offset must be hours from UTC, not {self.utc_offset!r}")
        if len(self.nights) != 7:
            raise ApiValueError(f"nights must be seven, Monday first, not {len(self.nights)}")
        for day, night in zip(_DAYS, self.nights, strict=True):
            if night and not _NIGHT.fullmatch(night):
                raise ApiValueError(f"the night of {day} must be written like '23:00-04:00' or '21:00-', not {night!r}")

    @property
    def zone(self) -> timezone:
        """The region's time."""
        return timezone(timedelta(hours=self.utc_offset))

    def window(self, day: date) -> Window | None:
        """Return the window that begins on a day of the region; None when there is none, or nobody knows."""
        found = _NIGHT.fullmatch(self.nights[day.weekday()] or "")
        if found is None:
            return None
        hour, minute, end_hour, end_minute = found.groups()
        start = datetime.combine(day, time(int(hour), int(minute)), self.zone)
        if end_hour is None:
            return Window(start, None, self.name)
        end = start.replace(hour=int(end_hour), minute=int(end_minute))
        return Window(start, end if end > start else end + _DAY, self.name)

    def gap(self, day: date) -> str | None:
        """Say what is not known about a day of the region; None when all is."""
        name, before = _DAYS[day.weekday()], self.window(day - _DAY)
        if self.nights[day.weekday()] is None:
            return f"the hours of {self.name} on a {name} are not known"
        if before is not None and before.end is None:
            return f"it is not known when the maintenance of {self.name} ends that begins on the day before a {name}"
        return None


def _hours() -> dict[str, Region]:
    """The portal's table."""
    usual = ["23:00-04:00"] * 5
    regions = {
        "US CA": Region("North America", -8, [*usual, "18:00-05:00", "18:00-05:00"]),
        "BZ CR GT HN MX NI PA SV": Region("Central America", -7, [*["00:00-03:00"] * 5, "20:00-22:00", "00:00-03:00"]),
        "AR BO BR CL CO EC FK GF GY PE PY SR UY VE": Region(
            "South America", -3, [*["00:00-02:00"] * 4, "00:00-04:00", "", "20:00-07:00"]
        ),
        "GB": Region("the United Kingdom", 0, [*["02:00-06:30"] * 4, "02:00-08:00", "21:00-", None]),
    }
    return {country: region for countries, region in regions.items() for country in countries.split()}


HOURS: dict[str, Region] = _hours()
"""The hours by country, two letters in capitals. Add and replace as the vendor tells you."""


def in_maintenance(
    country_code: str,
    now: datetime | None = None,
    *,
    ahead: timedelta = _NO_TIME,
    hours: Mapping[str, Region] | None = None,
) -> bool | None:
    """Tell whether the vendor's platform is down for maintenance.

    Args:
        country_code: two letters, as in ``IM-CountryCode``.
        now: the time to ask about, with its zone; None for this moment.
        ahead: a window that begins within this time counts, too.
        hours: other hours than :data:`HOURS`.

    Returns:
        None when nobody knows; :func:`why_unknown` says why.

    Raises:
        ApiValueError: the time has no zone, or ``ahead`` is negative.
        ApiTypeError: an argument is of the wrong type.
    """
    region, moment = _region(country_code, hours), _moment(now)
    if ahead < _NO_TIME:
        raise ApiValueError(f"ahead must not be negative, it is {ahead}")
    if region is None:
        return None
    until = moment + ahead
    if any(window.start <= until and moment < _end(window) for window in _windows(region, moment, until)):
        return True
    return None if _gap(region, moment, until) else False


def next_window(
    country_code: str, now: datetime | None = None, *, hours: Mapping[str, Region] | None = None
) -> Window | None:
    """Find the window that is under way, or else the next one.

    Args:
        country_code: two letters, as in ``IM-CountryCode``.
        now: the time to ask about, with its zone; None for this moment.
        hours: other hours than :data:`HOURS`.

    Returns:
        The window; it is under way when its ``start`` is not after ``now``. None when none is known.

    Raises:
        ApiValueError: the time has no zone.
        ApiTypeError: an argument is of the wrong type.
    """
    region, moment = _region(country_code, hours), _moment(now)
    if region is None:
        return None
    windows = _windows(region, moment, moment + 8 * _DAY)
    return next((window for window in windows if moment < _end(window)), None)


def why_unknown(
    country_code: str,
    now: datetime | None = None,
    *,
    ahead: timedelta = _NO_TIME,
    hours: Mapping[str, Region] | None = None,
) -> str | None:
    """Say why :func:`in_maintenance` returns None.

    Args:
        country_code: two letters, as in ``IM-CountryCode``.
        now: the time to ask about, with its zone; None for this moment.
        ahead: a window that begins within this time counts, too.
        hours: other hours than :data:`HOURS`.

    Returns:
        The reason in one line; None when the answer is known.

    Raises:
        ApiValueError: the time has no zone, or ``ahead`` is negative.
        ApiTypeError: an argument is of the wrong type.
    """
    if in_maintenance(country_code, now, ahead=ahead, hours=hours) is not None:
        return None
    region, moment = _region(country_code, hours), _moment(now)
    if region is None:
        return f"the hours of maintenance in {country_code} are not known; maintenance.HOURS takes them"
    return _gap(region, moment, moment + ahead)


def _region(country_code: str, hours: Mapping[str, Region] | None) -> Region | None:
    if not isinstance(country_code, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise ApiTypeError(f"country_code is two letters, not {type(country_code).__name__}")
    return (HOURS if hours is None else hours).get(country_code.strip().upper())


def _moment(now: datetime | None) -> datetime:
    if now is None:
        return datetime.now(timezone.utc)
    if not isinstance(now, datetime):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise ApiTypeError(f"now is a datetime, not {type(now).__name__}")
    if now.utcoffset() is None:
        raise ApiValueError("now must have a zone, such as datetime.now(timezone.utc)")
    return now


def _days(region: Region, first: datetime, last: datetime) -> Iterator[date]:
    day, end = first.astimezone(region.zone).date(), last.astimezone(region.zone).date()
    while day <= end:
        yield day
        day += _DAY


def _windows(region: Region, moment: datetime, until: datetime) -> Iterator[Window]:
    """List what begins from the day before a moment, whose night may not be over, to another."""
    for day in _days(region, moment - _DAY, until):
        window = region.window(day)
        if window is not None:
            yield window


def _end(window: Window) -> datetime:
    """When a window is over as far as is known: at midnight, when the vendor does not say."""
    return window.end or datetime.combine(window.start.date() + _DAY, time(), window.start.tzinfo)


def _gap(region: Region, moment: datetime, until: datetime) -> str | None:
    return next((gap for day in _days(region, moment, until) if (gap := region.gap(day))), None)
