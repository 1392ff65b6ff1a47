"""Caches of tokens: in memory, in files, in Redis, and those that break."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from test.support.client_twins import ApiClient, OrdersApi
from test.support.servers import redis_server
from xi_sdk_resellers import ApiValueError, Retries
from xi_sdk_resellers.sandbox import Sandbox
from xi_sdk_resellers.token_cache import FileTokenCache, MemoryTokenCache, RedisTokenCache, Token

pytestmark = pytest.mark.usefixtures("twins")


def client_of(sandbox: Sandbox, **settings: Any) -> ApiClient:
    return ApiClient(sandbox.configuration(**{"retries": Retries(backoff=0), **settings}))


def search(client: ApiClient) -> int:
    return OrdersApi(client).get_resellers_v6_ordersearch_with_http_info().status_code


@pytest.fixture(params=["memory", "file", "redis"])
def cache(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Any]:
    if request.param == "memory":
        yield MemoryTokenCache()
    elif request.param == "file":
        yield FileTokenCache(tmp_path / "tokens")
    else:
        with redis_server() as server:
            made = RedisTokenCache(server.url)
            yield made
            made._redis.close()


def test_a_cache_keeps_tokens(cache: Any) -> None:
    token = Token("t0p-secret", time.time(), time.time() + 100)
    assert cache.load("k") is None
    cache.save("k", token)
    assert cache.load("k") == token
    newer = Token("newer", time.time(), time.time() + 100)
    cache.save("k", newer)
    assert cache.load("k") == newer
    assert cache.load("other") is None
    assert "t0p-secret" not in repr(cache)


def test_a_cache_lets_one_in_at_a_time(cache: Any) -> None:
    inside: list[int] = []

    def run(_: int) -> int:
        with cache.lock("k", 10.0):
            inside.append(1)
            found = len(inside)
            time.sleep(0.001)
            inside.pop()
        return found

    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(run, range(12))) == {1}


def test_a_lock_that_takes_too_long_is_passed_over(cache: Any) -> None:
    with cache.lock("k", 1.0), cache.lock("k", 0.0):
        pass
    with cache.lock("k", 0.0):
        pass


def test_many_clients_share_one_token(cache: Any, sandbox: Sandbox) -> None:
    clients = [client_of(sandbox, token_cache=cache) for _ in range(6)]
    with ThreadPoolExecutor(6) as pool:
        assert set(pool.map(search, clients)) == {204}
        assert sandbox.ledger.tokens_issued == 1
        sandbox.revoke_tokens()
        assert set(pool.map(search, clients)) == {204}
        assert sandbox.ledger.tokens_issued == 2
    for client in clients:
        client.close()


def test_a_client_goes_over_to_the_cache_that_its_settings_name_now(sandbox: Sandbox) -> None:
    first, second = MemoryTokenCache(), MemoryTokenCache()
    with client_of(sandbox, token_cache=first) as client, client_of(sandbox, token_cache=second) as other:
        assert search(client) == 204
        client.configuration.token_cache = second
        assert search(client) == 204
        assert sandbox.ledger.tokens_issued == 2
        assert search(other) == 204
        client.configuration.token_cache = first
        assert search(client) == 204
    assert sandbox.ledger.tokens_issued == 2


class BrokenCache:
    """Fails whatever it is asked."""

    def load(self, key: str) -> None:
        raise OSError("load")

    def save(self, key: str, token: Token) -> None:
        raise OSError("save")

    def lock(self, key: str, timeout: float) -> Any:
        raise OSError("lock")


def test_a_broken_cache_never_fails_a_call(sandbox: Sandbox, caplog: pytest.LogCaptureFixture) -> None:
    with client_of(sandbox, token_cache=BrokenCache()) as client:
        assert search(client) == 204
        assert search(client) == 204
    assert sandbox.ledger.tokens_issued == 1
    # Nothing of what somebody else's exception says, in which there may be a password.
    assert "the token cache could not read a token: OSError; the call goes on" in caplog.text


@pytest.mark.parametrize("odd", ["x", {"access_token": "x"}, Token(5, 0.0, 1e12), Token("x", None, None)])  # type: ignore[arg-type]
def test_nor_does_one_that_gives_no_token(sandbox: Sandbox, caplog: pytest.LogCaptureFixture, odd: Any) -> None:
    class OddCache(MemoryTokenCache):
        def load(self, key: str) -> Any:
            return odd

    with client_of(sandbox, token_cache=OddCache()) as client:
        assert search(client) == 204
    assert sandbox.ledger.tokens_issued == 1
    assert "the token cache could not read a token: TypeError" in caplog.text


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_token_files_are_for_their_owner_only(tmp_path: Path) -> None:
    cache = FileTokenCache(tmp_path / "a" / "b")
    cache.save("k", Token("t", 0.0, 1.0))
    with cache.lock("k", 0.0):
        pass
    assert stat.S_IMODE((tmp_path / "a" / "b").stat().st_mode) == 0o700
    files = sorted((tmp_path / "a" / "b").iterdir())
    assert [path.name for path in files] == ["k.json", "k.lock"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
    files[0].chmod(0o644)
    with pytest.raises(PermissionError):
        cache.load("k")


@pytest.mark.parametrize("twin", ["blocking"])
def test_many_processes_share_one_token(sandbox: Sandbox, tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "from xi_sdk_resellers import ApiClient, Configuration, OrdersApi\n"
        "from xi_sdk_resellers.token_cache import FileTokenCache\n"
        "with ApiClient(Configuration.from_env(token_cache=FileTokenCache(sys.argv[1]))) as client:\n"
        "    print(OrdersApi(client).get_resellers_v6_ordersearch_with_http_info().status_code)\n"
    )
    environment = {**os.environ, **sandbox.environment()}
    command = [sys.executable, "-c", program, str(tmp_path)]
    running = [subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) for _ in range(3)]
    assert [process.communicate(timeout=60)[0].strip() for process in running] == [b"204"] * 3
    assert sandbox.ledger.tokens_issued == 1


def test_redis_keeps_a_token_only_as_long_as_it_lives() -> None:
    with redis_server() as server:
        cache = RedisTokenCache(server.url, prefix="p:")
        cache.save("k", Token("t", time.time(), time.time() + 50))
        assert 40_000 < cache._redis.pttl("p:k") <= 50_000
        cache.save("gone", Token("t", 0.0, 1.0))
        assert cache.load("gone") is None
        cache._redis.close()


def test_redis_that_is_away_does_not_fail_a_call(sandbox: Sandbox, caplog: pytest.LogCaptureFixture) -> None:
    pytest.importorskip("redis", reason="the redis extra is not installed")
    with client_of(sandbox, token_cache=RedisTokenCache("redis://127.0.0.1:1/0")) as client:
        assert search(client) == 204
    assert "token cache" in caplog.text


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "redis", None)
    with pytest.raises(ApiValueError, match=r"xi-resellers\[redis\]"):
        RedisTokenCache("redis://127.0.0.1/0")
