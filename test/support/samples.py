"""The payloads that the vendor shows for its operations."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

SAMPLES: dict[str, dict[str, Any]] = {
    path.stem: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted((Path(__file__).parents[1] / "samples" / "payloads").glob("*.json"))
}
"""Each sample by its name: the ``operation``, whether it is a request or a response (``kind``), and the ``value``."""


def sample(name: str) -> Any:
    """Return a payload of its own, to be changed at will."""
    return copy.deepcopy(SAMPLES[name]["value"])
