# Generated from the contract by "python -m codegen". Changes made here are lost.
"""AccesstokenResponse."""

from pydantic import Field

from xi_sdk_resellers._modelling.base import AnswerModel


class AccesstokenResponse(AnswerModel):
    """An access token."""

    access_token: str | None = Field(default=None, validation_alias="access_token", serialization_alias="access_token")
    """The token. Send it as `Authorization: Bearer …` with every call."""
    token_type: str | None = Field(default=None, validation_alias="token_type", serialization_alias="token_type")
    """How to send the token, always Bearer."""
    expires_in: int | None = Field(default=None, validation_alias="expires_in", serialization_alias="expires_in")
    """How long the token is good for, in seconds. Sent as a number or as text."""
    client_id: str | None = Field(default=None, validation_alias="client_id", serialization_alias="client_id")
    """The client ID that the token belongs to."""
