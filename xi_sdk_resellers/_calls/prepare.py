"""Turn the arguments of a call into a request. No I/O."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from os import urandom
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from xi_sdk_resellers._calls.arguments import check_path_value, wire_text, wire_values
from xi_sdk_resellers._calls.messages import Request
from xi_sdk_resellers._modelling.load import load_model
from xi_sdk_resellers._settings.headers import (
    CORRELATION_ID,
    VARIABLES,
    bearer,
    check_header_name,
    check_header_value,
    merge,
)
from xi_sdk_resellers._settings.retries import DEFAULT, Retries
from xi_sdk_resellers._values.missing import MISSING
from xi_sdk_resellers._values.narrow import is_mapping, is_sequence
from xi_sdk_resellers._values.tables import as_text
from xi_sdk_resellers.exceptions import ApiTypeError, ApiValueError
from xi_sdk_resellers.operation import ANY_JSON, Operation, Parameter

if TYPE_CHECKING:
    from xi_sdk_resellers.configuration import Configuration


def prepare(
    operation: Operation,
    arguments: Mapping[str, Any],
    *,
    configuration: Configuration,
    default_headers: Mapping[str, str],
    within: float | None = None,
) -> Request:
    """Check the arguments of a call and build its request.

    What is given with the call wins over ``default_headers``, and those win over the IM-* defaults
    of the Configuration.

    Args:
        operation: what is called.
        arguments: values by Python name, the body and the options of :class:`CallOptions` among them; None for left
            out. Names that mean nothing here are no business of this function.
        configuration: settings and defaults.
        default_headers: headers of every call of the client.
        within: seconds that the whole call may take at most, besides its own limits.

    Returns:
        The request.

    Raises:
        ApiTypeError: an argument is missing or has the wrong type.
        ApiValueError: an argument breaks a rule.
    """
    given = arguments.get
    request = Request(
        operation,
        headers=dict(default_headers),
        connect_timeout=configuration.connect_timeout,
        read_timeout=configuration.read_timeout,
        total_timeout=configuration.total_timeout,
        retries=DEFAULT if configuration.retries is None else Retries.of(configuration.retries),
    )
    request.debug = configuration.debug
    if configuration.hooks is not None:
        request.hooks = configuration.hooks.of_call()
    if not operation.secret:
        request.budget = configuration.rate_budget
    if operation.secret and configuration.token_path is not None:
        request.target = configuration.token_path
    sent, headers = request.headers, given("_headers")
    _place_arguments(request, arguments, configuration, _names(headers))
    if operation.body is not None:
        body = given(operation.body_argument or "body")
        if body is not None or operation.body_required or operation.body == ANY_JSON:
            _place_body(request, body, configuration)
            if "Content-Type" not in sent:
                sent["Content-Type"] = "application/json"
    if (content_type := given("_content_type")) is not None:
        sent["Content-Type"] = check_header_value("_content_type", content_type)
    if headers is not None:
        merge(sent, headers)
        request.correlation_id = sent.get(CORRELATION_ID, "")
    if (timeout := given("_request_timeout")) is not None:
        _set_timeouts(request, timeout)
    if (retries := given("_retries")) is not None:
        request.retries = Retries.of(retries)
    if operation.authenticated:
        _authenticate(request, configuration, given("_request_auth"))
    if within is not None:
        request.total_timeout = within if request.total_timeout is None else min(within, request.total_timeout)
        if request.retries.budget is not None and request.retries.budget > within:
            request.retries = replace(request.retries, budget=within)
    return request


def _names(headers: object) -> frozenset[str]:
    """Give the names of the headers that come with the call, in lower case."""
    if not headers or not is_mapping(headers):
        return frozenset()
    return frozenset(str(name).lower() for name, value in headers.items() if value is not None)


def _place_arguments(
    request: Request, arguments: Mapping[str, Any], configuration: Configuration, given: frozenset[str]
) -> None:
    """Write the arguments into path, query, headers and form."""
    limits = configuration.client_side_validation
    query: list[str] = []
    form: list[tuple[str, str]] = []
    target = request.target
    for parameter in request.operation.parameters:
        value = arguments.get(parameter.name)
        place = parameter.place
        if place == "header":
            _place_header(request, parameter, value, configuration, given)
        elif value is None or value is MISSING:
            if parameter.required:
                raise ApiTypeError(f"{parameter.name} is missing")
        elif place == "path":
            text = wire_text(parameter, value, limits=limits)
            safe = configuration.safe_chars_for_path_param
            check_path_value(parameter.name, text, safe)
            target = target.replace(f"{{{parameter.wire}}}", quote(text, safe=safe))
        elif request.operation.form:
            form.append((parameter.wire, wire_text(parameter, value, limits=limits)))
        else:
            wire = quote(parameter.wire, safe="")
            texts = [quote(text, safe="") for text in wire_values(parameter, value, limits=limits)]
            query.extend([f"{wire}={text}" for text in ([",".join(texts)] if parameter.joined else texts)])
    request.target = f"{target}?{'&'.join(query)}" if query else target
    if request.operation.form:
        request.body = urlencode(form).encode("ascii")
        request.headers["Content-Type"] = "application/x-www-form-urlencoded"
    request.customer_order_number = _text_or_none(arguments.get("customer_order_number"))


def _place_header(
    request: Request, parameter: Parameter, value: Any, configuration: Configuration, given: frozenset[str]
) -> None:
    """Write one argument into a header, from the defaults when it was left out."""
    name, wire, sent = parameter.name, parameter.wire, request.headers
    if value is None or value is MISSING:
        if wire == CORRELATION_ID:
            request.correlation_id = sent[wire] = urandom(16).hex()
            return
        if wire in sent or wire.lower() in given:
            return
        variable = VARIABLES.get(name)
        value = getattr(configuration, name) if variable else None
        if value is None:
            if parameter.required:
                advice = f": give it with the call or set Configuration({name}=…) or {variable}" if variable else ""
                raise ApiTypeError(f"{name} is missing{advice}{_when_nothing_is_set(configuration)}")
            return
    text = wire_text(parameter, value, limits=configuration.client_side_validation)
    if wire == CORRELATION_ID:
        if not text.isascii():
            raise ApiValueError(f"{name} must be ASCII text ({text!r})")
        request.correlation_id = text
    if parameter.required and not text.strip():
        raise ApiValueError(f"{name} must not be empty ({text!r})")
    sent[wire] = text


def _when_nothing_is_set(configuration: Configuration) -> str:
    """Say how a client gets its settings, to who has not given it any."""
    if configuration.client_id or configuration.access_token:
        return ""
    return (
        ". No credentials are set either: ApiClient(Configuration.from_env()) reads all settings from the XI_… "
        "variables, ApiClient(Configuration(client_id=…, client_secret=…, im_customer_number=…, …)) takes them"
    )


def _place_body(request: Request, body: Any, configuration: Configuration) -> None:
    """Turn the body into bytes, checked against its model."""
    operation = request.operation
    name = operation.body_argument or "body"
    if operation.body == ANY_JSON:
        request.body = body
        return
    if body is MISSING or body is None:
        raise ApiTypeError(f"{name} is missing")
    # Late: only calls with a body need it.
    from xi_sdk_resellers._modelling.base import coerce_body, encode

    model = coerce_body(load_model(operation.body or ""), body, limits=configuration.client_side_validation)
    request.body = encode(model)
    request.customer_order_number = _text_or_none(getattr(model, "customer_order_number", None))


def _text_or_none(value: object) -> str | None:
    text = value if value is None or isinstance(value, str) else as_text(value)
    return text if isinstance(text, str) and text else None


def _set_timeouts(request: Request, value: Any) -> None:
    """Read ``_request_timeout``: one number for the whole call, or a pair for each attempt."""
    if is_sequence(value):
        pair = list(value)
        if len(pair) != 2:
            raise ApiValueError(f"_request_timeout must be a number or a pair of connect and read ({value!r})")
        if pair[0] is not None:
            request.connect_timeout = _seconds(pair[0])
        if pair[1] is not None:
            request.read_timeout = _seconds(pair[1])
        if request.total_timeout is not None:
            request.total_timeout = max(request.total_timeout, request.connect_timeout + request.read_timeout)
        return
    total = _seconds(value)
    request.total_timeout = total
    request.connect_timeout = min(request.connect_timeout, total)
    request.read_timeout = total


def _seconds(value: Any) -> float:
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        raise ApiTypeError(f"_request_timeout must be a number of seconds or a pair of them ({value!r})")
    if not 0 < value < 1e9:
        raise ApiValueError(f"_request_timeout must be more than 0 seconds ({value!r})")
    return float(value)


def _authenticate(request: Request, configuration: Configuration, auth: Any) -> None:
    """Set the Authorization header, or leave it to the client's token source."""
    sent = request.headers
    if auth is not None:
        _apply_request_auth(sent, auth)
        return
    if "Authorization" in sent:
        return
    token = configuration.access_token
    if token is not None:
        if isinstance(token, str):
            sent["Authorization"] = bearer(token)
        else:
            request.managed_token = True
    elif configuration.client_id and configuration.client_secret:
        request.managed_token = True
    elif configuration.client_id is not None or configuration.missing_secrets():
        missing = ", ".join(configuration.missing_secrets()) or (
            "client_secret" if configuration.client_id else "client_id"
        )
        raise ApiValueError(
            f"{missing} is missing: set it on the Configuration "
            "(pickles and environment-built settings leave secrets out; see XI_CLIENT_SECRET)"
        )


def _apply_request_auth(sent: dict[str, str], auth: Any) -> None:
    """Read ``_request_auth``: a token, or the vendor SDK's mapping with ``in``, ``key`` and ``value``."""
    if isinstance(auth, str):
        sent["Authorization"] = bearer(auth)
        return
    if not is_mapping(auth):
        raise ApiTypeError(f"_request_auth must be a token or a mapping, not {type(auth).__name__}")
    place, key, value = auth.get("in", "header"), auth.get("key", "Authorization"), auth.get("value")
    if place == "cookie":
        sent["Cookie"] = check_header_value("_request_auth", value, secret=True)
    elif place == "header":
        name = str(check_header_name(key))
        sent[name] = check_header_value("_request_auth", value, secret=True)
    else:
        raise ApiValueError("_request_auth must go into a header or cookie: secrets do not belong in URLs")
