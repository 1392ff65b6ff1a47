"""The retry rule, as a table."""

from __future__ import annotations

import pytest

from xi_sdk_resellers import ApiTypeError, ApiValueError, Retries
from xi_sdk_resellers._calls.retry import Situation, decide
from xi_sdk_resellers._settings.retries import DEFAULT, NEVER
from xi_sdk_resellers._values.dates import utc
from xi_sdk_resellers._values.limits import retry_after
from xi_sdk_resellers.api_response import Headers

NOW = 1_800_000_000.0
STATUSES = {200, 301, 400, 401, 403, 404, 405, 408, 409, 422, 429, 500, 501, 502, 503, 504}


def situation(**more: object) -> Situation:
    return Situation(**{"repeatable": True, "attempt": 1, "elapsed": 0.0, "budget": 120.0, **more})  # type: ignore[arg-type]


def wait(retries: Retries = DEFAULT, chance: float = 1.0, **more: object) -> float | None:
    return decide(situation(**more), retries, now=NOW, chance=chance).wait


@pytest.mark.parametrize("status", sorted(STATUSES))
def test_reads_are_repeated_after_passing_failures_and_mutations_only_after_429(status: int) -> None:
    assert (wait(status=status) is not None) is (status in {408, 429, 500, 502, 503, 504})
    assert (wait(status=status, repeatable=False) is not None) is (status == 429)


@pytest.mark.parametrize(
    ("repeatable", "maybe_sent", "permanent", "again"),
    [
        (True, True, False, True),
        (True, False, False, True),
        (False, False, False, True),
        (False, True, False, False),
        (True, False, True, False),
        (False, False, True, False),
    ],
)
def test_without_an_answer_a_mutation_is_repeated_only_when_nothing_was_sent(
    repeatable: bool, maybe_sent: bool, permanent: bool, again: bool
) -> None:
    found = wait(status=None, repeatable=repeatable, maybe_sent=maybe_sent, permanent=permanent)
    assert (found is not None) is again


def test_the_number_of_attempts_is_kept() -> None:
    assert [wait(attempt=attempt, status=503) is not None for attempt in (1, 2, 3, 4, 5)] == [True] * 3 + [False] * 2
    assert wait(NEVER, status=429) is None


def test_waits_double_up_to_the_cap_with_full_jitter() -> None:
    retries = Retries(max_attempts=2000, backoff=1, max_backoff=10)
    assert [wait(retries, attempt=attempt, status=503) for attempt in (1, 2, 3, 4, 5, 1500)] == [1, 2, 4, 8, 10, 10]
    assert wait(retries, chance=0.0, attempt=3, status=503) == 0
    assert wait(retries, chance=0.25, attempt=3, status=503) == 1


def test_what_the_vendor_says_is_waited() -> None:
    retries = Retries(backoff=1)
    headers = Headers([("Retry-After", "30")])
    assert wait(retries, chance=0.5, status=503, headers=headers) == 30.5
    assert wait(retries, chance=0.0, status=429, repeatable=False, headers=headers) == 30
    assert wait(retries, chance=0.0, status=429, headers=Headers([("X-RateLimit-Reset", str(NOW + 12))])) == 12


def test_the_reset_is_read_by_the_clock_that_wrote_it() -> None:
    # The vendor's clock is an hour ahead of ours: Fri, 15 Jan 2027 09:00:00 GMT is NOW + 3600.
    headers = Headers([("X-RateLimit-Reset", str(NOW + 3610)), ("Date", "Fri, 15 Jan 2027 09:00:00 GMT")])
    assert wait(chance=0.0, status=429, headers=headers) == 10


@pytest.mark.parametrize("reset", ["", "soon", "nan", "inf", "-5", "1e300"])
def test_a_reset_that_makes_no_sense_is_passed_over(reset: str) -> None:
    assert wait(Retries(backoff=1), status=429, headers=Headers([("X-RateLimit-Reset", reset)])) == 1


def test_the_reset_counts_only_for_429_and_a_small_one_is_seconds() -> None:
    headers = Headers([("X-RateLimit-Reset", "40")])
    assert wait(Retries(backoff=1), status=503, headers=headers) == 1
    assert wait(chance=0.0, status=429, headers=headers) == 40


def test_a_wait_beyond_the_budget_is_not_begun_and_says_until_when() -> None:
    late = Headers([("Retry-After", "200")])
    decision = decide(situation(status=429, headers=late), DEFAULT, now=NOW, chance=0.0)
    assert decision == (None, NOW + 200)
    assert wait(elapsed=100.0, status=503, headers=Headers([("Retry-After", "25")])) is None
    assert wait(elapsed=100.0, chance=0.0, status=503, headers=Headers([("Retry-After", "15")])) == 15
    assert wait(Retries(budget=10), status=429, chance=0.0, headers=Headers([("Retry-After", "11")])) is None
    assert wait(budget=None, status=429, chance=0.0, headers=late) == 200


def test_a_wait_that_ends_with_the_budget_is_not_begun() -> None:
    twenty = Headers([("Retry-After", "20")])
    assert wait(elapsed=100.0, chance=0.0, status=503, headers=twenty) is None
    assert wait(elapsed=99.9, chance=0.0, status=503, headers=twenty) == 20
    assert wait(Retries(budget=20), status=503, chance=0.0, headers=twenty) is None
    assert wait(Retries(budget=20.1), status=503, chance=0.0, headers=twenty) == 20


def test_a_mutation_that_is_given_up_says_until_when_as_well() -> None:
    headers = Headers([("Retry-After", "7")])
    assert decide(situation(status=503, repeatable=False, headers=headers), DEFAULT, now=NOW, chance=0) == (
        None,
        NOW + 7,
    )


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("0", 0),
        ("1.5", 1.5),
        ("-3", 0),
        ("Fri, 15 Jan 2027 08:00:30 GMT", 30),
        ("Fri, 15 Jan 2027 07:00:00 GMT", 0),
        ("Friday, 15-Jan-27 08:00:30 GMT", 30),
        ("nan", None),
        ("1e400", None),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_retry_after_is_seconds_or_a_date(text: str | None, seconds: float | None) -> None:
    assert retry_after(text, NOW) == seconds


def test_short_forms() -> None:
    assert Retries.of(None) == Retries.of(True) == Retries()
    assert Retries.of(False) == Retries.of(0) == Retries(max_attempts=1)
    assert Retries.of(2) == Retries(max_attempts=3)
    own = Retries(backoff=3)
    assert Retries.of(own) is own


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda: Retries.of(-1), ApiValueError),
        (lambda: Retries.of("3"), ApiTypeError),  # type: ignore[arg-type]
        (lambda: Retries(max_attempts=0), ApiValueError),
        (lambda: Retries(max_attempts=True), ApiTypeError),
        (lambda: Retries(max_attempts=1.5), ApiTypeError),  # type: ignore[arg-type]
        (lambda: Retries(backoff=-1), ApiValueError),
        (lambda: Retries(budget=1e9), ApiValueError),
        (lambda: Retries(backoff=float("nan")), ApiValueError),
        (lambda: Retries(max_backoff="1"), ApiTypeError),  # type: ignore[arg-type]
        (lambda: Retries(budget=-1), ApiValueError),
    ],
)
def test_bad_settings_are_named(make: object, error: type[Exception]) -> None:
    with pytest.raises(error):
        make()  # type: ignore[operator]


def test_times_that_cannot_be_are_none() -> None:
    assert utc(None) is None
    assert utc(1e30) is None
    assert utc(0).isoformat() == "1970-01-01T00:00:00+00:00"  # type: ignore[union-attr]
