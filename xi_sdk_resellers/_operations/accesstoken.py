# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The Accesstoken operations as data."""

from __future__ import annotations

from xi_sdk_resellers.operation import Operation, Parameter

GET_ACCESSTOKEN = Operation(
    "get_accesstoken",
    "POST",
    "/oauth/oauth20/token",
    parameters=(
        Parameter("grant_type", "grant_type", "form", required=True, secret=True),
        Parameter("client_id", "client_id", "form", required=True, min_length=1, secret=True),
        Parameter("client_secret", "client_secret", "form", required=True, min_length=1, secret=True),
    ),
    answers={
        200: "accesstoken_response:AccesstokenResponse",
        **dict.fromkeys((400, 401, 429, 500), "error_response:ErrorResponse"),
    },
    secret=True,
    form=True,
    authenticated=False,
)
