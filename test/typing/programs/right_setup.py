"""Everything that is set up once: configuration, tokens, a cache of one's own, tests with the sandbox."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import date

from xi_sdk_resellers import ApiClient, Configuration, OrdersApi, Retries
from xi_sdk_resellers.sandbox import Fault, FaultPlan, Sandbox
from xi_sdk_resellers.token_cache import Token, TokenCache


class DatabaseCache:
    """A cache as a user would write it; it fits the protocol without naming it."""

    def __init__(self) -> None:
        self.rows: dict[str, Token] = {}

    def load(self, key: str) -> Token | None:
        return self.rows.get(key)

    def save(self, key: str, token: Token) -> None:
        self.rows[key] = token

    def lock(self, key: str, timeout: float) -> contextlib.AbstractContextManager[object]:
        return contextlib.nullcontext((key, timeout))


def configured() -> Configuration:
    cache: TokenCache = DatabaseCache()
    configuration = Configuration(
        "https://api.ingrammicro.com:443/sandbox",
        client_id="id",
        client_secret="secret",
        im_customer_number="20-222222",
        im_country_code="US",
        retries=Retries(max_attempts=2),
        token_cache=cache,
        proxy_headers={"Proxy-Authorization": "Basic …"},
    )
    configuration.read_timeout = 30.0
    configuration.access_token = lambda: "from somewhere else"
    return configuration


def client() -> Iterator[ApiClient]:
    plan = FaultPlan.random(seed=1, rate=0.1)
    with Sandbox(faults=plan, index_delay=1) as sandbox:
        sandbox.faults.add(Fault("status", status=503, times=2))
        sandbox.seed_orders(10, start=date(2026, 10, 1))
        with ApiClient(sandbox.configuration(total_timeout=10.0)) as made:
            yield made


def raw(api: OrdersApi) -> bytes:
    response = api.get_resellers_v6_ordersearch_without_preload_content(page_size=10)
    try:
        return response.read()
    finally:
        response.close()
