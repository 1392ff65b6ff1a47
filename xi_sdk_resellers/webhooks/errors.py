"""What is wrong with a request to a webhook."""

from __future__ import annotations

from xi_sdk_resellers.exceptions import OpenApiException
from xi_sdk_resellers.webhooks import shapes as shapes


class WebhookError(OpenApiException, ValueError):
    """An event that must not be acted on."""

    http_status: int = 400
    """The HTTP status to answer with."""
    retry_after: int | None = None
    """Seconds after which the sender should try again; None when it should not, or when nobody knows."""

    def __init__(self, message: str = "", *, event_id: str | None = None, retry_after: int | None = None) -> None:
        super().__init__(message)
        self.event_id = event_id
        self.retry_after = retry_after

    @property
    def http_headers(self) -> dict[str, str]:
        """The headers to answer with: ``Retry-After``, when there is something to say."""
        return {} if self.retry_after is None else {"Retry-After": str(self.retry_after)}


class MissingSignature(WebhookError):  # noqa: N818 - reads better where it is caught
    """The request carries no signature."""

    http_status = 401


class WrongSignature(WebhookError):  # noqa: N818
    """The signature was not made for this event ID with any of the secrets."""

    http_status = 401


class MalformedEvent(WebhookError):  # noqa: N818
    """The body is not an event: no JSON, no object, or no event ID."""

    http_status = 400


class OversizedEvent(WebhookError):  # noqa: N818
    """The body is larger than the receiver allows."""

    http_status = 413


class ReplayedEvent(WebhookError):  # noqa: N818
    """The event was taken before. Answer 200, so that the sender stops, and do nothing."""

    http_status = 200


class EventInProgress(WebhookError):  # noqa: N818
    """Somebody is handling the event at this moment. Answer 503, so that it comes again should that one fail."""

    http_status = 503


class EventStoreError(WebhookError):
    """The store that remembers events cannot be asked; the event was not handled. Answer 503."""

    http_status = 503
