"""The wheel's contract says of requests and answers what the whole one says, without the words for people."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from codegen.build_hook import bare

DOCUMENT: Any = json.loads(Path(__file__).parents[2].joinpath("openapi.json").read_text(encoding="utf-8"))


def properties(schema: Any) -> set[str]:
    return set(schema.get("properties", ()))


def test_every_operation_and_every_field_is_still_there() -> None:
    small = bare(DOCUMENT)
    assert {path: set(calls) for path, calls in small["paths"].items()} == {
        path: set(calls) - {"description", "summary"} for path, calls in DOCUMENT["paths"].items()
    }
    schemas = DOCUMENT["components"]["schemas"]
    assert {name: properties(schema) for name, schema in small["components"]["schemas"].items()} == {
        name: properties(schema) for name, schema in schemas.items()
    }
    assert len(json.dumps(small)) < len(json.dumps(DOCUMENT)) * 2 / 3


def test_a_field_that_is_called_as_a_word_of_openapi_stays() -> None:
    schema = {"description": "words", "properties": {"description": {"type": "string", "description": "words"}}}
    assert bare(schema) == {"properties": {"description": {"type": "string"}}}
    nested = {"properties": {"properties": {"properties": {"title": {"title": "words", "example": 1}}}}}
    assert bare(nested) == {"properties": {"properties": {"properties": {"title": {}}}}}
