"""Garbage collection around large answers: switched back on in every case, and never starved."""

import gc
import threading
import weakref

import pytest

from xi_sdk_resellers._process import pause as _pause
from xi_sdk_resellers._process.pause import paused_collection


@pytest.fixture(autouse=True)
def collector_on():
    gc.enable()
    yield
    gc.unfreeze()
    gc.enable()


class Node:
    """An object that is part of a cycle."""

    def __init__(self):
        self.itself = self


def test_collection_is_off_inside_and_on_outside():
    with paused_collection:
        assert not gc.isenabled()
    assert gc.isenabled()


def test_collection_is_on_again_after_an_error():
    with pytest.raises(ValueError, match="broken"), paused_collection:
        raise ValueError("broken")
    assert gc.isenabled()


def test_nested_pauses_end_with_the_outermost():
    with paused_collection:
        with paused_collection:
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_program_that_collects_by_hand_stays_in_charge():
    gc.disable()
    with paused_collection:
        pass
    assert not gc.isenabled()


def test_pauses_of_several_threads_end_with_the_last():
    inside, leave = threading.Barrier(3), threading.Event()

    def work():
        with paused_collection:
            inside.wait(10)
            leave.wait(10)

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    inside.wait(10)
    assert not gc.isenabled()
    leave.set()
    for thread in threads:
        thread.join()
    assert gc.isenabled()


def test_many_new_objects_are_not_looked_at_again():
    with paused_collection:
        kept = [[] for _ in range(2 * _pause.MANY)]
    assert gc.get_count()[0] < _pause.MANY
    assert gc.get_freeze_count() < _pause.MANY
    assert len(kept) > _pause.MANY


def test_objects_that_the_program_froze_stay_frozen():
    early = Node()
    gc.freeze()
    with paused_collection:
        kept = [[] for _ in range(2 * _pause.MANY)]
    assert len(kept) > _pause.MANY
    # The collector knows what is not frozen. How many objects are frozen says less: some die in between.
    known = {id(thing) for thing in gc.get_objects()}
    assert id(early) not in known
    assert id(kept) in known


def test_garbage_among_large_answers_is_collected(monkeypatch):
    monkeypatch.setattr(paused_collection, "_last_collection", 0.0)
    old = Node()
    gc.collect()
    garbage = weakref.ref(old)
    del old
    with paused_collection:
        kept = [[] for _ in range(2 * _pause.MANY)]
    assert garbage() is None
    assert len(kept) > _pause.MANY
