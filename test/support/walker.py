"""``python -m test.support.walker TWIN AREA URL PAGE ITEM [KILLED]``: walk in a process of its own, and tell each item.

One line for each: its number, and where another process would go on. It kills itself after the item KILLED.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from typing import Any

import xi_sdk_resellers as xi

NUMBERS = {"Catalog": "ingram_part_number", "Invoices": "invoice_number"}


def settings(url: str) -> xi.Configuration:
    return xi.Configuration(
        url,
        access_token="token",
        im_customer_number="20-222222",
        im_country_code="US",
        im_application_id="tests",
        retries=0,
    )


def main() -> None:
    twin, area, url, page, item, *killed = sys.argv[1:]
    place: dict[str, Any] = {"start_page": int(page), "start_item": int(item)}
    left = int(killed[0]) if killed else 0

    def told(found: Any, search: Any) -> None:
        nonlocal left
        number = getattr(found, NUMBERS[area])
        os.write(1, f"{number} {search.next_page or 0} {search.next_item}\n".encode())
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    async def walk_aio() -> None:
        async with xi.aio.ApiClient(settings(url)) as client:
            search = getattr(xi.aio, area)(client).search(**place)
            async for found in search:
                told(found, search)

    if twin == "asyncio":
        asyncio.run(walk_aio())
        return
    with xi.ApiClient(settings(url)) as client:
        search = getattr(xi, area)(client).search(**place)
        for found in search:
            told(found, search)


if __name__ == "__main__":
    main()
