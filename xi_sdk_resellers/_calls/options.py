"""What every call takes besides its own arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from typing_extensions import TypedDict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xi_sdk_resellers._settings.retries import Retries


class CallOptions(TypedDict, total=False):
    """Keyword arguments of every method of the endpoint classes. The generator prints them from here."""

    _request_timeout: float | tuple[float, float] | None
    """Seconds for the whole call, or a pair: seconds to connect, seconds to wait for data."""
    _request_auth: Mapping[str, Any] | None
    """Authentication of this call alone."""
    _content_type: str | None
    """The request's content type, when it is not the usual one."""
    _headers: Mapping[str, str] | None
    """More headers. They win over defaults."""
    _host_index: int
    """Which of the Configuration's servers to use, from 0."""
    _retries: Retries | int | bool | None
    """How this call is tried again; False or 0 for not at all."""
