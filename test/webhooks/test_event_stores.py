"""Stores of events: one holder at a time, leases that end by themselves, marks that only the holder makes."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from test.support.event_stores import LEASE, Kept, Time
from xi_sdk_resellers import webhooks
from xi_sdk_resellers.exceptions import ApiTypeError, ApiValueError

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


def state(kept: Kept, event_id: str, holder: str) -> str:
    return str(kept.store.begin(event_id, holder, LEASE).state)


def test_an_event_has_one_holder_at_a_time(kept: Kept) -> None:
    assert kept.store.begin("e", "a", LEASE) == webhooks.Claim("yours")
    busy = kept.store.begin("e", "b", LEASE)
    assert busy.state == "busy"
    assert 0 < busy.seconds <= LEASE
    assert state(kept, "E", "b") == "yours"
    assert kept.store.done("e", "a")
    assert kept.store.begin("e", "b", LEASE) == webhooks.Claim("taken")


def test_a_released_event_is_free(kept: Kept) -> None:
    assert state(kept, "e", "a") == "yours"
    kept.store.release("e", "b")
    assert state(kept, "e", "b") == "busy"
    kept.store.release("e", "a")
    assert state(kept, "e", "b") == "yours"


def test_a_lease_ends_by_itself_and_a_mark_does_not(kept: Kept) -> None:
    assert [state(kept, "e", "a"), state(kept, "f", "a")] == ["yours", "yours"]
    assert kept.store.done("f", "a")
    kept.let_leases_end()
    assert [state(kept, "e", "b"), state(kept, "f", "b")] == ["yours", "taken"]


def test_whoever_is_late_marks_and_frees_nothing_of_the_next_holder(kept: Kept) -> None:
    assert state(kept, "e", "a") == "yours"
    kept.let_leases_end()
    assert state(kept, "e", "b") == "yours"
    assert not kept.store.done("e", "a")
    kept.store.release("e", "a")
    assert state(kept, "e", "c") == "busy"
    assert kept.store.done("e", "b")
    kept.store.release("e", "b")
    assert state(kept, "e", "c") == "taken"


def test_whoever_is_late_marks_what_nobody_else_has(kept: Kept) -> None:
    assert [state(kept, event, "a") for event in "ef"] == ["yours", "yours"]
    kept.let_leases_end()
    assert kept.store.done("e", "a")
    assert state(kept, "f", "b") == "yours"
    kept.store.release("f", "b")
    assert kept.store.done("f", "a")
    assert [state(kept, event, "c") for event in "ef"] == ["taken", "taken"]


@pytest.mark.parametrize("event_id", ["", " ", "x" * 5_000, "ü€😀", "a\x00b", "half \ud83d", "':%s{};--", "taken"])
def test_any_text_is_an_event_id(kept: Kept, event_id: str) -> None:
    assert state(kept, event_id, "a") == "yours"
    assert state(kept, event_id, "b") == "busy"
    assert kept.store.done(event_id, "a")
    assert state(kept, event_id, "b") == "taken"


def test_of_many_threads_one_gets_the_event(kept: Kept) -> None:
    got: list[tuple[str, str]] = []
    start = threading.Barrier(6)

    def take(name: str) -> None:
        start.wait()
        got.extend((event, name) for event in map(str, range(20)) if state(kept, event, name) == "yours")

    threads = [threading.Thread(target=take, args=(f"holder-{number}",)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(event for event, _ in got) == sorted(map(str, range(20)))
    assert all(kept.store.done(event, name) for event, name in got)


@dataclass
class Plain:
    """What a store has to do, in the fewest words."""

    held: dict[str, tuple[str, float]] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)

    def begin(self, event_id: str, holder: str, now: float) -> str:
        if event_id in self.taken:
            return "taken"
        if event_id in self.held and self.held[event_id][1] > now:
            return "busy"
        self.held[event_id] = (holder, now + LEASE)
        return "yours"

    def done(self, event_id: str, holder: str, now: float) -> bool:
        owner, ends = self.held.get(event_id, ("", now))
        free = event_id not in self.taken and (ends <= now or owner == holder)
        if free:
            self.taken.add(event_id)
            self.held.pop(event_id, None)
        return free

    def release(self, event_id: str, holder: str) -> None:
        if self.held.get(event_id, ("", 0))[0] == holder:
            del self.held[event_id]


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["begin", "begin", "done", "release", "wait"]), st.sampled_from("ef"), st.integers(1, 40)
    ),
    max_size=20,
)


def every_holder_is_new(steps: list[tuple[str, str, int]]) -> Iterator[tuple[str, str, str, int]]:
    """Give each attempt a name of its own, and let what ends one be of any attempt so far."""
    begun: list[tuple[str, str]] = []
    for number, (step, event_id, choice) in enumerate(steps):
        if step == "begin":
            begun.append((event_id, f"holder-{number}"))
            yield step, *begun[-1], 0
        elif step == "wait":
            yield step, "", "", choice
        elif begun:
            yield step, *begun[choice % len(begun)], 0


@settings(derandomize=True, deadline=None, max_examples=150)
@given(steps=STEPS)
@pytest.mark.parametrize("kind", ["memory", "sqlite"])
def test_stores_agree_with_a_plain_one(kind: str, steps: list[tuple[str, str, int]]) -> None:
    clock, plain = Time(), Plain()
    store: Any = webhooks.MemoryEventStore(clock=clock)
    engine = None
    if kind == "sqlite":
        sql = pytest.importorskip("sqlalchemy", reason="the sql extra is not installed")
        pool = pytest.importorskip("sqlalchemy.pool").StaticPool
        engine = sql.create_engine("sqlite://", poolclass=pool, connect_args={"check_same_thread": False})
        store = webhooks.SqlEventStore(engine, clock=clock)
    mine = set()
    for step, event_id, holder, seconds in every_holder_is_new(steps):
        if step == "wait":
            clock.now += seconds
        elif step == "begin":
            found = store.begin(event_id, holder, LEASE).state
            assert found == plain.begin(event_id, holder, clock.now)
            mine |= {holder} if found == "yours" else set()
        elif holder in mine:
            mine.discard(holder)
            if step == "release":
                store.release(event_id, holder)
                plain.release(event_id, holder)
            else:
                plain.done(event_id, holder, clock.now)
                store.done(event_id, holder)
    for event_id in "ef":
        assert (store.begin(event_id, "last", LEASE).state == "taken") is (event_id in plain.taken)
    if engine is not None:
        engine.dispose()


# What only one kind has.


def test_the_memory_is_bounded() -> None:
    clock = Time()
    store = webhooks.MemoryEventStore(maxsize=3, clock=clock)
    for event_id in "abcd":
        store.begin(event_id, "h", LEASE)
        store.done(event_id, "h")
    assert [store.begin(event_id, "h", LEASE).state for event_id in "dcba"] == ["taken", "taken", "taken", "yours"]
    assert repr(store) == "MemoryEventStore(maxsize=3, taken=3, in_progress=1)"
    for number in range(50):
        clock.now += LEASE
        store.begin(str(number), "killed", LEASE)
    assert repr(store) == "MemoryEventStore(maxsize=3, taken=3, in_progress=1)"
    with pytest.raises(ApiValueError, match="maxsize must be at least 1, not 0"):
        webhooks.MemoryEventStore(maxsize=0)
    assert webhooks.MemoryEventStore(maxsize=1).maxsize == 1


FORKED = """
import os, sys
from xi_sdk_resellers import webhooks

def begin_in_a_child(event_id):
    told, tell = os.pipe()
    if os.fork() == 0:
        os.write(tell, store.begin(event_id, "child", 60).state.encode())
        os._exit(0)
    os.wait()
    return os.read(told, 10).decode()

url = sys.argv[1]
store = webhooks.SqlEventStore(url, table="forked") if url else webhooks.MemoryEventStore()
for event_id in ("taken", "held"):
    assert store.begin(event_id, "parent", 60).state == "yours"
assert store.done("taken", "parent")
with store._lock:  # as another thread of the parent may have it at that moment
    print([begin_in_a_child("taken"), begin_in_a_child("held")])
assert store.begin("held", "parent again", 60).state == "busy"
"""


def states_in_a_child(url: str) -> str:
    """Fork in a process of its own: pytest's may have threads."""
    done = subprocess.run([sys.executable, "-c", FORKED, url], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@needs_fork
def test_a_fork_leaves_to_the_parent_what_it_is_handling() -> None:
    assert states_in_a_child("") == "['taken', 'yours']"


@needs_fork
def test_a_child_has_connections_of_its_own(store_url: Callable[[str], str]) -> None:
    assert states_in_a_child(store_url("postgres")) == "['taken', 'busy']"


def test_redis_forgets_a_mark_when_it_is_old(store_url: Callable[[str], str]) -> None:
    import redis

    with redis.Redis.from_url(store_url("redis"), decode_responses=True) as client:
        client.flushdb()
        store = webhooks.RedisEventStore(client, prefix="shop:", keep=1000)
        assert store.begin("e", "a", LEASE).state == "yours"
        assert 50_000 < client.pttl("shop:e") <= 60_000
        assert store.done("e", "a")
        assert 990_000 < client.pttl("shop:e") <= 1_000_000
        assert repr(store) == "RedisEventStore(prefix='shop:')"


def test_redis_is_found_by_its_url(store_url: Callable[[str], str]) -> None:
    store = webhooks.RedisEventStore(store_url("redis"), prefix="by url:")
    assert store.begin("e", "a", LEASE).state == "yours"
    made = store._redis.connection_pool.connection_kwargs
    assert (made["socket_timeout"], made["socket_connect_timeout"]) == (5.0, 5.0)
    store._redis.close()


@pytest.fixture
def sqlite(store_url: Callable[[str], str]) -> str:
    pytest.importorskip("sqlalchemy", reason="the sql extra is not installed")
    return store_url("sqlite")


def test_a_table_forgets_a_mark_when_it_is_old(sqlite: str) -> None:
    clock = Time()
    store = webhooks.SqlEventStore(sqlite, table="events", keep=7200, clock=clock)
    for event_id in ("old", "killed"):
        store.begin(event_id, "a", LEASE)
    store.done("old", "a")
    clock.now += 7200
    assert store.begin("old", "b", LEASE).state == "yours"
    store.begin("new", "b", LEASE)
    store.done("new", "b")
    with store._engine.connect() as connection:
        rows = connection.execute(store.table.select()).all()
    assert sorted((row.event_id, row.holder) for row in rows) == [("new", None), ("old", "b")]
    assert repr(store) == "SqlEventStore(table='events', dialect='sqlite')"
    store.close()


def test_a_table_of_a_migration_is_used_as_it_is(sqlite: str) -> None:
    import sqlalchemy

    engine = sqlalchemy.create_engine(sqlite)
    first = webhooks.SqlEventStore(engine)
    first.table.create(engine)
    made = []
    sqlalchemy.event.listen(engine, "before_cursor_execute", lambda *given: made.append(given[2]))
    assert first.begin("e", "a", LEASE).state == "yours"
    assert not [statement for statement in made if "CREATE" in statement]
    first.close()  # somebody else's engine: left alone
    assert webhooks.SqlEventStore(engine).begin("e", "b", LEASE).state == "busy"
    engine.dispose()


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_many_workers_that_start_at_once_make_one_table(kind: str, store_url: Callable[[str], str]) -> None:
    url = store_url(kind)
    context = multiprocessing.get_context("spawn")
    start, states = context.Barrier(3), context.Queue()
    workers = [context.Process(target=begin_at_once, args=(url, start, states, name)) for name in "abc"]
    for worker in workers:
        worker.start()
    assert sorted(states.get(timeout=60) for _ in workers) == ["busy", "busy", "yours"]
    for worker in workers:
        worker.join()


def begin_at_once(url: str, start: Any, states: Any, name: str) -> None:
    store = webhooks.SqlEventStore(url, table="made_at_once")
    start.wait()
    states.put(store.begin("e", name, LEASE).state)
    store.close()


def test_what_is_no_store_to_be_is_refused_without_its_password(monkeypatch: pytest.MonkeyPatch) -> None:
    for wrong in (
        lambda: webhooks.RedisEventStore("http://u:s3cr3t@localhost"),
        lambda: webhooks.RedisEventStore("redis://localhost", keep=0),
        lambda: webhooks.SqlEventStore("u:s3cr3t@localhost"),
        lambda: webhooks.SqlEventStore("nosuch://u:s3cr3t@localhost/db"),
        lambda: webhooks.SqlEventStore("mysql+oursql://u:s3cr3t@localhost/db"),
        lambda: webhooks.SqlEventStore("sqlite://", keep=-1),
    ):
        with pytest.raises(ApiValueError) as caught:
            wrong()
        assert "s3cr3t" not in str(caught.value)
    for package, store in (("redis", "RedisEventStore"), ("sqlalchemy", "SqlEventStore")):
        monkeypatch.setitem(sys.modules, package, None)
        with pytest.raises(ApiValueError, match=rf"xi-resellers\[{'sql' if package[0] == 's' else 'redis'}\]"):
            getattr(webhooks, store)("redis://localhost")


def test_clients_for_asyncio_are_refused() -> None:
    import redis.asyncio
    import sqlalchemy.ext.asyncio

    with pytest.raises(ApiTypeError, match="in a thread"):
        webhooks.RedisEventStore(redis.asyncio.Redis())
    engine = object.__new__(sqlalchemy.ext.asyncio.AsyncEngine)  # a real one needs a driver for asyncio
    with pytest.raises(ApiTypeError, match="in a thread"):
        webhooks.SqlEventStore(engine)
