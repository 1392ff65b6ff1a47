"""Pickles: those that 1.0.0 has made still load, and what is loaded can be pickled again."""

import base64
import json
import pickle
from pathlib import Path

import pytest

MADE = json.loads((Path(__file__).parents[1] / "samples" / "pickles-1.0.0.json").read_text())


@pytest.mark.parametrize("name", MADE)
def test_a_pickle_of_1_0_0_loads(name):
    loaded = pickle.loads(base64.b64decode(MADE[name]))
    again = pickle.loads(pickle.dumps(loaded))
    assert type(again) is type(loaded)
    if isinstance(loaded, Exception):
        assert (again.args, vars(again)) == (loaded.args, vars(loaded)) or str(again) == str(loaded)
    elif name not in ("ApiResponse", "Configuration"):
        assert again == loaded
    assert repr(again) == repr(loaded)


@pytest.mark.parametrize("name", ["Drift", "Retries", "Token", "DifferentOrderException", "OrderConfirmation"])
def test_new_pickles_name_public_modules(name):
    loaded = pickle.loads(base64.b64decode(MADE[name]))
    assert "._" not in type(loaded).__module__
