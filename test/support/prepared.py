"""Requests as they would be sent, made without sending anything."""

from __future__ import annotations

from typing import Any

from xi_sdk_resellers import Configuration
from xi_sdk_resellers._calls.messages import Request
from xi_sdk_resellers._calls.prepare import prepare
from xi_sdk_resellers._settings.headers import HeaderDict
from xi_sdk_resellers._values.missing import MISSING
from xi_sdk_resellers.api.orders_api import GET_RESELLERS_V6_ORDERSEARCH
from xi_sdk_resellers.operation import Operation

SETTINGS = {"im_customer_number": "20-222222", "im_country_code": "US", "access_token": "token"}


def build(operation: Operation, body: Any = MISSING, /, **given: Any) -> Request:
    """Prepare a call; ``settings`` are those of the Configuration, ``defaults`` the client's headers."""
    settings = given.pop("settings", {})
    defaults = given.pop("defaults", {})
    if operation.body_argument:
        given[operation.body_argument] = body
    configuration = Configuration(**{**SETTINGS, **settings})
    return prepare(operation, given, configuration=configuration, default_headers=HeaderDict(defaults))


def search(**given: Any) -> Request:
    """Prepare a search."""
    return build(GET_RESELLERS_V6_ORDERSEARCH, **given)
