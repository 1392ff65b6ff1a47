"""Find the way to a base URL: its parts, the proxy, and whether secrets may go there."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from xi_sdk_resellers._settings.origin import Origin, parse_origin
from xi_sdk_resellers._transport.proxy import INSECURE, choose_proxy, may_carry_token, parse_proxy
from xi_sdk_resellers.exceptions import ApiValueError

if TYPE_CHECKING:
    from xi_sdk_resellers.configuration import Configuration


class AnyRoute(Protocol):
    """What a way to a base URL tells."""

    origin: Origin
    proxy: str | None


R = TypeVar("R", bound=AnyRoute)


class Routes(Generic[R]):
    """What both transports do to find their way.

    Args:
        configuration: proxy and limits.
    """

    def __init__(self, configuration: Configuration) -> None:
        self._configuration = configuration
        self._routes: dict[tuple[str, str | None], R] = {}

    def _make_route(self, origin: Origin, proxy: str | None) -> R:
        raise NotImplementedError

    def route(self, base_url: str, secret: bool = False) -> R:
        """Find the way to a base URL.

        Args:
            base_url: ``https://…``, with or without a base path.
            secret: whether a token or another secret will be sent there.

        Returns:
            The way; the same one for the same URL.

        Raises:
            ApiValueError: the URL, the proxy's URL or a TLS setting makes no sense, or a secret would be readable.
        """
        key = (base_url, self._configuration.proxy)
        found = self._routes.get(key)
        if found is None:
            origin = parse_origin(base_url)
            proxy = choose_proxy(origin, self._configuration.proxy, os.environ)
            if proxy is not None:
                parse_proxy(proxy)
            found = self._routes.setdefault(key, self._make_route(origin, proxy))
        if secret and found.origin.scheme != "https":
            allowed = self._configuration.allow_insecure_http
            if not may_carry_token(found.origin, found.proxy, allow_insecure=allowed):
                raise ApiValueError(INSECURE.format(found.origin.host))
        return found
