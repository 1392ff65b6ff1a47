"""How a program tells failures apart."""

from __future__ import annotations

from datetime import datetime

from xi_sdk_resellers import (
    ApiClient,
    ApiConnectionException,
    ApiException,
    ApiTimeoutException,
    ApiValueError,
    NotFoundException,
    OpenApiException,
    OrdersApi,
    Outcome,
    TooManyRequestsException,
)


def exists(client: ApiClient, number: str) -> bool:
    try:
        OrdersApi(client).get_orderdetails_v6_1(number)
    except NotFoundException:
        return False
    return True


def when_again(error: ApiException) -> datetime | None:
    if isinstance(error, TooManyRequestsException):
        return error.retry_at
    return None


def advice(error: OpenApiException) -> str:
    if isinstance(error, ApiValueError):
        return str(error)
    if error.outcome is Outcome.UNKNOWN:
        return f"look for {error.customer_order_number or 'the order'} ({error.correlation_id or 'no ID'})"
    return str(error.outcome)


def status_of(error: ApiException) -> int:
    return error.status if error.status is not None else 0


def is_down(error: ApiException) -> bool:
    return isinstance(error, (ApiConnectionException, ApiTimeoutException))


def complaints(error: ApiException) -> list[str]:
    return [f"{problem.field}: {problem.message}" for problem in error.fields]
