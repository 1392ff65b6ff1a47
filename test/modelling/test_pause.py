"""Garbage collection around large answers: switched back on in every case, and never starved."""

import gc
import json
import threading
import weakref

import pytest

from xi_sdk_resellers import ApiValueError, OrderCreateRequest, OrderDetailB2B, OrderSearchResponse
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


# What reads with it: any model of a large text, as the answer to a call is read.

LINES = [{"customerLineNumber": str(number % 1000), "notes": "n" * 130} for number in range(4_000)]
LARGE = {
    OrderDetailB2B: json.dumps({"lines": LINES}),
    OrderCreateRequest: json.dumps({"customerOrderNumber": "PO-1", "lines": LINES}),
    # One that does not fit is read a second time, by another way.
    OrderSearchResponse: json.dumps({"orders": [{"ingramOrderNumber": [], "links": LINES}], "recordsFound": "few"}),
}


def collections_during(work):
    """Count how often the collector runs while something is done."""
    began = []

    def note(phase, about):
        if phase == "start":
            began.append(about["generation"])

    gc.collect()
    gc.callbacks.append(note)
    try:
        kept = work()
    finally:
        gc.callbacks.remove(note)
    assert kept is not None
    return len(began)


@pytest.mark.parametrize("form", [str, str.encode])
@pytest.mark.parametrize("model", LARGE)
def test_a_large_text_is_read_in_one_pause(model, form):
    text = form(LARGE[model])
    assert len(text) >= 512 * 1024
    model.from_json(text)  # what is loaded late is there then
    waiting = collections_during(lambda: model.from_json(text))
    not_waiting = collections_during(lambda: model.from_json(text, pause_gc=False))
    # One look at what was young before, and at most one full collection afterwards.
    assert waiting <= 2
    assert not_waiting > 4
    assert gc.isenabled()


@pytest.mark.parametrize("model", LARGE)
def test_a_large_text_that_is_no_json_lets_collection_go_on(model):
    with pytest.raises(ApiValueError, match="this is no JSON"):
        model.from_json("[" + "1," * 512 * 1024)
    assert gc.isenabled()


@pytest.mark.parametrize("model", LARGE)
def test_a_small_text_is_read_without_touching_the_collector(model, monkeypatch):
    monkeypatch.setattr(gc, "disable", lambda: pytest.fail("it was switched off"))
    assert model.from_json('{"lines": [], "customerOrderNumber": "1"}') is not None
