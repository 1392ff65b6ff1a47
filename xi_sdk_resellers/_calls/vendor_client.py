"""What programs written for the vendor's SDK call on a client, below the endpoint classes. No I/O but files to send."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from enum import Enum
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import quote, urlencode

from xi_sdk_resellers._modelling.load import find_model
from xi_sdk_resellers._values.dates import day
from xi_sdk_resellers._values.narrow import is_list, is_mapping, is_sequence
from xi_sdk_resellers.api_response import ApiResponse
from xi_sdk_resellers.exceptions import ApiException, ApiTypeError, ApiValueError

if TYPE_CHECKING:
    from decimal import Decimal

    from xi_sdk_resellers.configuration import Configuration

_SEPARATORS = {"csv": ",", "ssv": " ", "tsv": "\t", "pipes": "|"}
_TEXT = ("text/plain", "text/html", "text/csv", "application/xml", "text/xml")

Pairs = list[tuple[str, Any]]


def sanitized(value: Any) -> Any:
    """Turn models, dates and Decimals into what :mod:`json` can write."""
    if isinstance(value, Enum):
        return sanitized(value.value)
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    if isinstance(value, (date, time)):
        return value.isoformat()
    from decimal import Decimal

    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if hasattr(value, "to_dict"):
        return sanitized(value.to_dict())
    if is_mapping(value):
        return {key: sanitized(item) for key, item in value.items()}
    if is_sequence(value):
        return [sanitized(item) for item in value]
    raise ApiTypeError(f"a {type(value).__name__} cannot be written as JSON")


def as_tuples(params: Any, formats: Mapping[str, str] | None) -> Pairs:
    """List parameters as pairs; a list of values is joined, or repeated for the format ``multi``."""
    found: Pairs = []
    for name, value in params.items() if is_mapping(params) else cast("Iterable[tuple[str, Any]]", params):
        kind = (formats or {}).get(name)
        if kind is None or not is_list(value):
            found.append((name, value))
        elif kind == "multi":
            found.extend((name, item) for item in value)
        else:
            found.append((name, _SEPARATORS.get(kind, ",").join(str(item) for item in value)))
    return found


def as_query(params: Any, formats: Mapping[str, str] | None) -> str:
    """Write parameters as a query."""
    pairs: list[str] = []
    for name, value in params.items() if is_mapping(params) else cast("Iterable[tuple[str, Any]]", params):
        kind = (formats or {}).get(name)
        if kind is not None and is_list(value):
            texts = [quote(str(item)) for item in value]
            pairs += [f"{name}={text}" for text in texts] if kind == "multi" else [f"{name}={_joined(kind, texts)}"]
            continue
        if isinstance(value, bool):
            value = str(value).lower()
        elif is_mapping(value):
            value = json.dumps(value)
        pairs.append(f"{name}={quote(str(value))}")
    return "&".join(pairs)


def _joined(kind: str, texts: list[str]) -> str:
    return _SEPARATORS.get(kind, ",").join(texts)


def as_files(files: Mapping[str, Any]) -> list[tuple[str, tuple[str, bytes, str]]]:
    """List the files of a form: their names, their bytes, and what kind they are.

    Args:
        files: for each field a path, bytes, a pair of file name and bytes, or a list of those.

    Raises:
        ApiValueError: something else, or a file that cannot be read.
    """
    import mimetypes

    found: list[tuple[str, tuple[str, bytes, str]]] = []
    for field, given in files.items():
        for item in given if isinstance(given, list) else [given]:  # pyright: ignore[reportUnknownVariableType]
            name, data = _file(field, item)
            found.append((field, (name, data, mimetypes.guess_type(name)[0] or "application/octet-stream")))
    return found


def form_body(
    body: Any, fields: Pairs | None, headers: Mapping[str, str] | None
) -> tuple[Any, Mapping[str, str] | None]:
    """Write the fields of a form as the body that their Content-Type asks for.

    Returns:
        The body, as bytes when there are fields, and the headers that go with it.

    Raises:
        ApiValueError: both a body and fields, or fields for another Content-Type.
    """
    if not fields:
        return body, headers
    if body is not None:
        raise ApiValueError("body cannot be given together with post_params")
    kept = {name: value for name, value in (headers or {}).items() if name.lower() != "content-type"}
    kind = next((value for name, value in (headers or {}).items() if name.lower() == "content-type"), "")
    if kind == "application/x-www-form-urlencoded":
        return urlencode(fields).encode("ascii"), {**kept, "Content-Type": kind}
    if kind not in ("", "multipart/form-data"):
        raise ApiValueError(f"post_params need a form as their Content-Type, not {kind!r}")
    # Late: only files need it.
    from urllib3.filepost import encode_multipart_formdata

    data, made = encode_multipart_formdata(fields)
    return data, {**kept, "Content-Type": made}


def _file(field: str, item: Any) -> tuple[str, bytes]:
    kind = type(item).__name__
    if isinstance(item, bytes):
        return field, item
    if isinstance(item, tuple):
        pair: tuple[Any, ...] = item  # pyright: ignore[reportUnknownVariableType]
        if len(pair) == 2:
            return str(pair[0]), bytes(pair[1])
    if isinstance(item, str):
        try:
            with open(item, "rb") as file:
                return os.path.basename(item), file.read()
        except OSError as error:
            raise ApiValueError(f"files[{field!r}] cannot be read: {error.strerror} ({item!r})") from None
    raise ApiValueError(f"files[{field!r}] must be a path, bytes or a pair, not {kind}")


def authorize(
    headers: dict[str, str], settings: list[str] | None, configuration: Configuration, request_auth: Any
) -> None:
    """Put the authentication of a call into its headers, the way the vendor's SDK does.

    A secret for the query is refused: URLs end up in logs.
    """
    found = [request_auth] if request_auth else [configuration.auth_settings().get(name) for name in settings or ()]
    for each in found:
        if not each:
            continue
        if each.get("in") == "query":
            raise ApiValueError("_request_auth must go into a header or cookie: secrets do not belong in URLs")
        name = "Cookie" if each.get("in") == "cookie" else each.get("key", "Authorization")
        headers[name] = each["value"]


def serialized(
    configuration: Configuration,
    default_headers: Mapping[str, str],
    *,
    method: str,
    path: str,
    given: Mapping[str, Any],
) -> tuple[str, str, dict[str, str], Any, Pairs]:
    """Build what :meth:`call_api` takes out of the parts of a request, as the vendor's ``param_serialize`` does.

    Args:
        configuration: host and credentials.
        default_headers: headers of every call of the client.
        method: HTTP method.
        path: path with ``{…}`` for the path parameters.
        given: the other arguments of ``param_serialize``, by name.

    Returns:
        Method, URL, headers, body and form fields.
    """
    formats = given.get("collection_formats")
    own = as_tuples(sanitized(given.get("header_params") or {}), formats)
    texts = {name: value if isinstance(value, str) else str(value) for name, value in own}
    headers = {**default_headers, **texts}
    for name, value in as_tuples(sanitized(given.get("path_params") or {}), formats):
        safe = configuration.safe_chars_for_path_param
        path = path.replace(f"{{{name}}}", quote(str(value), safe=safe))
    fields: Pairs = []
    if given.get("post_params") or given.get("files"):
        fields = as_tuples(sanitized(given.get("post_params") or []), formats)
        fields += as_files(given.get("files") or {})
    authorize(headers, given.get("auth_settings"), configuration, given.get("_request_auth"))
    body = sanitized(given["body"]) if given.get("body") else None
    host = given.get("_host")
    url = f"{configuration.host if host is None else str(host).rstrip('/')}{path}"
    query = given.get("query_params")
    if query:
        pairs = query.items() if is_mapping(query) else cast("Pairs", query)
        url = f"{url}?{as_query([(name, sanitized(value)) for name, value in pairs], formats)}"
    return method, url, headers, body, fields


def deserialized(text: str, response_type: str, content_type: str | None) -> Any:
    """Read the text of an answer as a type that the vendor's SDK names, such as ``List[OrderDetailB2B]``.

    Raises:
        ApiException: neither JSON nor text.
        ApiValueError: the text is no JSON, or the type does not exist.
    """
    kind = (content_type or "application/json").partition(";")[0].strip().lower()
    if kind in _TEXT:
        return text
    if "json" not in kind:
        raise ApiException(status=0, reason=f"Unsupported content type: {kind}")
    if not text:
        return ""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ApiValueError(f"the answer is no JSON ({error})") from None
    return _typed(value, response_type)


def _typed(value: Any, kind: str) -> Any:
    if value is None:
        return None
    if kind.startswith("List[") and is_list(value):
        return [_typed(item, kind[5:-1]) for item in value]
    if kind.startswith("Dict[") and is_mapping(value):
        inner = kind[5:-1].partition(",")[2].strip()
        return {key: _typed(item, inner) for key, item in value.items()}
    if kind == "object":
        return value
    if kind in _PLAIN:
        try:
            return _PLAIN[kind](value)
        except (ValueError, TypeError, ArithmeticError) as error:
            raise ApiValueError(f"{kind} was expected: {error}") from None
    model = find_model(kind)
    if model is None:
        raise ApiValueError(f"there is no model {kind!r}: see xi_sdk_resellers.models")
    return model.from_dict(value)


def _moment(value: Any) -> datetime:
    from dateutil.parser import isoparse

    return isoparse(str(value))


def _amount(value: Any) -> Decimal:
    from decimal import Decimal

    return Decimal(str(value))


_PLAIN: dict[str, Callable[[Any], Any]] = {
    "int": int,
    "float": float,
    "str": str,
    "bool": bool,
    "decimal": _amount,
    "date": day,
    "datetime": _moment,
}


def response_of_raw(response: Any, types: Mapping[str, str] | None) -> ApiResponse[Any]:
    """Turn a raw response into an ApiResponse, or raise the exception for its status.

    Args:
        response: what ``call_api`` returned, read.
        types: the type for each status, such as ``{"200": "OrderDetailB2B", "4XX": "ErrorResponse"}``.

    Raises:
        ApiValueError: the response has not been read.
        ApiException: its status is no success.
    """
    if response.data is None:
        raise ApiValueError("call read() on the response before response_deserialize()")
    status = str(response.status)
    named = (types or {}).get(status) or (types or {}).get(f"{status[0]}XX")
    content_type = response.getheader("content-type")
    text = response.data.decode("utf-8", "replace")
    data = response.data if named in ("bytearray", "bytes", "file") else None
    if named is not None and data is None and (text or response.status < 300):
        data = deserialized(text, named, content_type)
    if not 200 <= response.status <= 299:
        raise ApiException.from_response(http_resp=response, body=text, data=data)
    return ApiResponse(status_code=response.status, headers=response.getheaders(), data=data, raw_data=response.data)
