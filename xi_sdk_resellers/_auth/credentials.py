"""Whose token a call carries, and where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from xi_sdk_resellers._auth.request import cache_key
from xi_sdk_resellers._settings.origin import token_base

if TYPE_CHECKING:
    from xi_sdk_resellers._settings.origin import Origin
    from xi_sdk_resellers.configuration import Configuration


class Credentials(NamedTuple):
    """Whom a token is for, and where it comes from and goes to."""

    origin: Origin
    client_id: str
    client_secret: str
    cache: int
    """The identity of the cache that it is shared in."""

    def __repr__(self) -> str:
        return f"Credentials({self.origin!r}, {self.client_id!r}, '***')"

    @classmethod
    def of(cls, configuration: Configuration, origin: Origin) -> Credentials:
        """Give the credentials in use."""
        return cls(
            origin, configuration.client_id or "", configuration.client_secret or "", id(configuration.token_cache)
        )

    def place(self) -> tuple[str, str]:
        """Give the base URL of the token endpoint, and the token's key in a cache."""
        origin = self.origin._replace(base_path=token_base(self.origin.base_path))
        base_url = f"{origin.scheme}://{origin.netloc}{origin.base_path}"
        return base_url, cache_key(base_url, self.client_id, self.client_secret)

    def arguments(self) -> dict[str, str]:
        """Give the arguments of the token request."""
        return {
            "grant_type": "client_credentials",
            "client_id": self.client_id,
            "client_secret": self.client_secret,
        }
