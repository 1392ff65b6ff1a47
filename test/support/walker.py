"""``python -m test.support.walker TWIN AREA URL PAGE ITEM [KILLED]``: walk in a process of its own, and tell each item.

One line for each: its number, and where another process would go on. It kills itself after the item KILLED. The AREA
``Prices`` has no pages: it asks for the prices of PARTS, from the place ITEM on.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from typing import Any

import xi_sdk_resellers as xi

NUMBERS = {"Catalog": "ingram_part_number", "Invoices": "invoice_number", "Prices": "part"}
PARTS = [f"{place:05}X" for place in range(330)]


def settings(url: str) -> xi.Configuration:
    return xi.Configuration(
        url,
        access_token=os.environ.get("WALKER_TOKEN", "token"),
        im_customer_number="20-222222",
        im_country_code="US",
        im_application_id="tests",
        retries=0,
    )


def main() -> None:
    twin, area, url, page, item, *killed = sys.argv[1:]
    left = int(killed[0]) if killed else 0

    def told(found: Any, search: Any) -> None:
        nonlocal left
        number = getattr(found, NUMBERS[area])
        where = (0, search.next_part) if area == "Prices" else (search.next_page, search.next_item)
        os.write(1, f"{number} {where[0] or 0} {where[1] or 0}\n".encode())
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def begun(package: Any, client: Any) -> Any:
        if area == "Prices":
            return package.Catalog(client).prices(PARTS, start=int(item))
        return getattr(package, area)(client).search(start_page=int(page), start_item=int(item))

    async def walk_aio() -> None:
        async with xi.aio.ApiClient(settings(url)) as client:
            search = begun(xi.aio, client)
            async for found in search:
                told(found, search)

    if twin == "asyncio":
        asyncio.run(walk_aio())
        return
    with xi.ApiClient(settings(url)) as client:
        search = begun(xi, client)
        for found in search:
            told(found, search)


if __name__ == "__main__":
    main()
