"""The asyncio transport's public classes. Importing this loads aiohttp."""

from __future__ import annotations

from xi_sdk_resellers._transport.aio.client import RESTClientObject, RESTResponse

__all__ = ["RESTClientObject", "RESTResponse"]
