"""The floor for asyncio: one aiohttp session and the same models."""

from __future__ import annotations

import uuid
from typing import Any

import aiohttp
from floor.detail_models import Detail


class AsyncClient:
    """One call, one session."""

    def __init__(self, url: str, token: str, pool_size: int) -> None:
        self._details = f"{url}/resellers/v6.1/orders"
        self._headers = {
            "Authorization": f"Bearer {token}",
            "IM-CustomerNumber": "20-222222",
            "IM-CountryCode": "US",
            "Accept": "application/json",
            "User-Agent": "floor/1",
        }
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=pool_size), timeout=aiohttp.ClientTimeout(connect=10, sock_read=60)
        )

    async def __aenter__(self) -> AsyncClient:
        return self

    async def __aexit__(self, *_: Any) -> None:
        await self._session.close()

    async def detail(self, number: str) -> Detail:
        headers = {**self._headers, "IM-CorrelationID": uuid.uuid4().hex}
        async with self._session.get(f"{self._details}/{number}", headers=headers) as answer:
            body = await answer.read()
            if answer.status >= 300:
                raise RuntimeError(f"{answer.status} {body!r}")
        return Detail.model_validate_json(body)
