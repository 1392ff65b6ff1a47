"""What programs written for the vendor's SDK find on a Configuration."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypedDict

from xi_sdk_resellers._settings.groups import Identity
from xi_sdk_resellers._values.hidden import hidden
from xi_sdk_resellers.exceptions import ApiTypeError, ApiValueError

PRODUCTION = "https://api.ingrammicro.com:443"
"""The vendor's production base URL."""


VENDOR_SANDBOX = "https://api.ingrammicro.com:443/sandbox"
"""The vendor's own test system; its token endpoint stays on the production base."""


class HostSetting(TypedDict):
    """One base URL that the vendor offers."""

    url: str
    description: str


class VendorSettings(Identity):
    """Settings that this API does not use, and methods around those that it does."""

    server_index: int | None
    """0 for production, 1 for the vendor's test system; None when a host is set."""
    server_variables: dict[str, str]
    """Values for ``{…}`` in the base URL."""
    server_operation_index: dict[int, int]
    """Kept for the vendor's SDK."""
    server_operation_variables: dict[int, dict[str, str]]
    """Kept for the vendor's SDK."""
    ignore_operation_servers: bool
    """Kept for the vendor's SDK."""
    api_key: dict[str, str]
    """Kept for the vendor's SDK."""
    api_key_prefix: dict[str, str]
    """Kept for the vendor's SDK."""
    refresh_api_key_hook: Callable[[Any], None] | None = None
    """Kept for the vendor's SDK."""
    username: str | None
    """Kept for the vendor's SDK."""
    password: str | None
    """Kept for the vendor's SDK."""
    temp_folder_path: str | None = None
    """Kept for the vendor's SDK."""
    datetime_format: str = "%Y-%m-%dT%H:%M:%S.%f%z"
    """Kept for the vendor's SDK."""
    date_format: str = "%Y-%m-%d"
    """Kept for the vendor's SDK."""
    _base_path: str | None = None

    def get_host_settings(self) -> list[HostSetting]:
        """List the base URLs that the vendor offers."""
        return [
            {"url": PRODUCTION, "description": "Production"},
            {"url": VENDOR_SANDBOX, "description": "Sandbox of the vendor"},
        ]

    def get_host_from_settings(
        self, index: int | None, variables: dict[str, str] | None = None, servers: list[HostSetting] | None = None
    ) -> str:
        """Choose a base URL by its index.

        Args:
            index: position in ``servers``; None for the configured host.
            variables: values for ``{…}`` in the URL.
            servers: the URLs to choose from; default :meth:`get_host_settings`.

        Returns:
            The base URL.

        Raises:
            ApiValueError: no server has this index.
        """
        if index is None:
            return self._base_path or PRODUCTION
        offered = self.get_host_settings() if servers is None else servers
        if not isinstance(index, int) or isinstance(index, bool):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise ApiTypeError(f"server_index must be a whole number, not {type(index).__name__} ({index!r})")
        if not 0 <= index < len(offered):
            raise ApiValueError(f"server_index must be from 0 to {len(offered) - 1}, not {index}")
        url = offered[index]["url"]
        for name, value in (variables or {}).items():
            url = url.replace(f"{{{name}}}", value)
        return url

    def get_api_key_with_prefix(self, identifier: str, alias: str | None = None) -> str | None:
        """Return a configured API key with its prefix, or None."""
        if self.refresh_api_key_hook is not None:
            self.refresh_api_key_hook(self)
        key = self.api_key.get(identifier, self.api_key.get(alias) if alias is not None else None)
        prefix = self.api_key_prefix.get(identifier)
        return f"{prefix} {key}" if key and prefix else key or None

    def get_basic_auth_token(self) -> str | None:
        """Return ``username`` and ``password`` as a Basic authorization, or None without both."""
        if self.username is None and self.password is None:
            return None
        from base64 import b64encode

        return "Basic " + b64encode(f"{self.username or ''}:{self.password or ''}".encode()).decode()

    def auth_settings(self) -> dict[str, dict[str, str]]:
        """Return how calls authenticate, in the vendor SDK's form. Holds the token in clear."""
        token = hidden(self.access_token()) if callable(self.access_token) else self.access_token
        if not token:
            return {}
        value = hidden(f"Bearer {token}")
        return {"application": {"type": "oauth2", "in": "header", "key": "Authorization", "value": value}}
