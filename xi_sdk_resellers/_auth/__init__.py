"""Credentials, the token request, and where tokens come from."""

from typing import Any


def __getattr__(name: str) -> Any:
    # Pickles of 1.0.0 ask for tokens here.
    if name in ("Token", "TokenState"):
        # Late: nobody else does.
        from xi_sdk_resellers._settings import token

        return getattr(token, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
