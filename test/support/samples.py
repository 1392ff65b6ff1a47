"""The payloads that the vendor shows for its operations, and what the contract says they are."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

_TESTS = Path(__file__).parents[1]

SAMPLES: dict[str, dict[str, Any]] = {
    path.stem: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted((_TESTS / "samples" / "payloads").glob("*.json"))
}
"""Each sample by its name: the ``operation``, whether it is a request or a response (``kind``), and the ``value``."""

_CONTRACT: dict[str, Any] = json.loads((_TESTS.parent / "openapi.json").read_text(encoding="utf-8"))
_CALLS = [call for group in ("paths", "x-webhooks") for item in _CONTRACT[group].values() for call in item.values()]
_BY_ID = {call["operationId"]: call for call in _CALLS if "operationId" in call}


def sample(name: str) -> Any:
    """Return a payload of its own, to be changed at will."""
    return copy.deepcopy(SAMPLES[name]["value"])


def schema_of(payload: dict[str, Any]) -> dict[str, Any]:
    """Return what the contract says of a sample's value: a reference, or a list of what is referred to."""
    call = _BY_ID[payload["operation"]]
    place = call["requestBody"] if payload["kind"] == "request" else call["responses"][payload["status"]]
    schema: dict[str, Any] = place["content"]["application/json"]["schema"]
    return schema


def reference_of(payload: dict[str, Any]) -> str:
    """Return the model of a sample's value as operations name it: ``"module:Class"``, with ``[]`` for a list."""
    schema = schema_of(payload)
    many = schema.get("type") == "array"
    held = schema["items"] if many else next(iter(schema.get("anyOf", [schema])))
    name = held["$ref"].rpartition("/")[2]
    return f"{_CONTRACT['components']['schemas'][name]['x-family']}:{name}{'[]' if many else ''}"
