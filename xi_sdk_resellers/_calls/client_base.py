"""What the blocking and the asyncio client have in common. No I/O."""

from __future__ import annotations

import sys
from enum import Enum
from typing import TYPE_CHECKING, Any, NoReturn

from xi_sdk_resellers._settings.headers import HeaderDict
from xi_sdk_resellers._settings.origin import token_base
from xi_sdk_resellers._values.narrow import is_mapping, is_sequence
from xi_sdk_resellers._version import __version__
from xi_sdk_resellers.configuration import Configuration
from xi_sdk_resellers.exceptions import ApiTypeError
from xi_sdk_resellers.operation import MISSING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xi_sdk_resellers._calls.messages import Request
    from xi_sdk_resellers.operation import Operation


class ClientBase:
    """Settings and default headers of a client, and what programs written for the vendor's SDK call on it."""

    def __init__(
        self,
        configuration: Configuration | None = None,
        header_name: str | None = None,
        header_value: str | None = None,
        cookie: str | None = None,
    ) -> None:
        if configuration is not None and not isinstance(configuration, Configuration):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise ApiTypeError(f"configuration must be a Configuration, not {type(configuration).__name__}")
        self.configuration: Configuration = Configuration.get_default() if configuration is None else configuration
        self.default_headers = {"Accept": "application/json", "Accept-Encoding": "gzip"}
        self.user_agent = _user_agent(self.configuration)
        if header_name is not None:
            self.default_headers[header_name] = header_value or ""
        self.cookie = cookie
        if cookie is not None:
            self.default_headers["Cookie"] = cookie
        self._closed = False

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.configuration!r}{', closed' if self._closed else ''})"

    def __getstate__(self) -> NoReturn:
        raise ApiTypeError(
            "a client holds connections and cannot be pickled or copied: "
            "pass on its configuration, and make another client from it"
        )

    def _destination(self, request: Request, host_index: int, token_host: str | None) -> tuple[str, bool]:
        """Give the base URL of a call, and whether it carries a secret there."""
        configuration = self.configuration
        base_url = configuration.host if host_index == 0 else configuration.get_host_from_settings(host_index)
        if request.operation.secret:
            return token_host or token_base(base_url), True
        return base_url, request.managed_token or "Authorization" in request.headers

    # What programs written for the vendor's SDK call.

    @property
    def default_headers(self) -> HeaderDict:
        """Headers of every call; what is given with a call wins over them. Each is checked when it is set."""
        return self._default_headers

    @default_headers.setter
    def default_headers(self, value: Mapping[str, str]) -> None:
        if not is_mapping(value):
            raise ApiTypeError(f"default_headers must be a mapping, not {type(value).__name__}")
        self._default_headers = value if isinstance(value, HeaderDict) else HeaderDict(value)

    @property
    def user_agent(self) -> str:
        """The User-Agent header."""
        return self.default_headers.get("User-Agent", "")

    @user_agent.setter
    def user_agent(self, value: str) -> None:
        self.default_headers["User-Agent"] = value

    @property
    def client_side_validation(self) -> bool:
        """Whether lengths, enums and ranges are checked before anything is sent."""
        return self.configuration.client_side_validation

    @client_side_validation.setter
    def client_side_validation(self, value: bool) -> None:
        self.configuration.client_side_validation = value

    def set_default_header(self, header_name: str, header_value: str) -> None:
        """Send a header with each call. What is given with a call wins over it.

        Args:
            header_name: its name.
            header_value: its value.

        Raises:
            ApiTypeError: not texts.
            ApiValueError: they cannot be sent.
        """
        self.default_headers[header_name] = header_value

    def select_header_accept(self, accepts: list[str]) -> str | None:
        """Choose the Accept header from what an operation offers: JSON when it is there."""
        return next((kind for kind in accepts if "json" in kind.lower()), accepts[0] if accepts else None)

    def select_header_content_type(self, content_types: list[str]) -> str | None:
        """Choose the Content-Type header from what an operation takes: JSON when it is there."""
        return self.select_header_accept(content_types)

    def sanitize_for_serialization(self, obj: Any) -> Any:
        """Turn models, dates and Decimals into what :mod:`json` can write."""
        from datetime import date, time
        from decimal import Decimal

        if obj is None or isinstance(obj, (str, bool, int, float)):
            return obj.value if isinstance(obj, Enum) else obj
        if isinstance(obj, Enum):
            return self.sanitize_for_serialization(obj.value)
        if isinstance(obj, (date, time)):
            return obj.isoformat()
        if isinstance(obj, Decimal):
            return int(obj) if obj == obj.to_integral_value() else float(obj)
        if hasattr(obj, "to_dict"):
            return self.sanitize_for_serialization(obj.to_dict())
        if is_mapping(obj):
            return {key: self.sanitize_for_serialization(value) for key, value in obj.items()}
        if is_sequence(obj):
            return [self.sanitize_for_serialization(item) for item in obj]
        raise ApiTypeError(f"a {type(obj).__name__} cannot be written as JSON")


def all_arguments(
    operation: Operation, arguments: Mapping[str, Any], body: Any, options: Mapping[str, Any]
) -> Mapping[str, Any]:
    """Put the arguments, the body and the options of a call into one mapping."""
    if body is MISSING:
        return {**arguments, **options} if options else arguments
    return {**arguments, **options, operation.body_argument or "body": body}


def _user_agent(configuration: Configuration) -> str:
    own = f"xi-sdk-resellers/{__version__} Python/{sys.version.partition(' ')[0]}"
    return f"{configuration.user_agent} {own}" if configuration.user_agent else own
