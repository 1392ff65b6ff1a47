"""The wheel's contract says of requests what the whole one says, without the words for people and without answers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from codegen.build_hook import bare
from xi_sdk_resellers.sandbox import contract
from xi_sdk_resellers.sandbox.checks import check_body

DOCUMENT: Any = json.loads(Path(__file__).parents[2].joinpath("openapi.json").read_text(encoding="utf-8"))
MISSING = object()
ODD = (MISSING, None, True, -1, 10**9, "", "x" * 5000, "2026-02-30", [])


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    yield
    forget()


def forget() -> None:
    for cached in (contract.read_document, contract.operations, contract.path_prefixes):
        cached.cache_clear()


def full_value(schema: Mapping[str, Any], depth: int = 0) -> Any:
    """A value that has every part that the schema knows, down to objects that hold their own kind."""
    schema = contract.resolve(schema)
    for part in (*schema.get("allOf", ()), *schema.get("anyOf", ()), *schema.get("oneOf", ())):
        return full_value(part, depth)
    if depth > 8:
        return None
    match schema.get("type"):
        case "object":
            return {name: full_value(part, depth + 1) for name, part in schema.get("properties", {}).items()}
        case "array":
            return [full_value(schema.get("items", {}), depth + 1)]
        case kind:
            return {"integer": 1, "number": 1.0, "boolean": True}.get(str(kind), "x")


def damaged(value: Any) -> Iterator[Any]:
    """The value, and copies in which one part is odd or missing."""
    yield from (odd for odd in ODD if odd is not MISSING)
    places: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for place, part in places:
        for other in (MISSING, *damaged(part)):
            copy = value.copy()
            if other is MISSING:
                del copy[place]
            else:
                copy[place] = other
            yield copy


def told(document: Any, values: dict[str, list[Any]], folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Everything that the sandbox reads of a contract, and what it says of the values under it."""
    file = folder / "contract.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    monkeypatch.setattr(contract, "_PLACES", (file,))
    forget()
    yield contract.path_prefixes()
    for name, operation in contract.operations().items():
        yield name, operation.method, operation.path, operation.body_required, operation.needs_token
        yield operation.defaults()
        schemas = {parameter.name: parameter.schema for parameter in operation.parameters} | {**operation.bodies}
        yield [(each.name, each.place, each.required, each.joined) for each in operation.parameters]
        for place, schema in schemas.items():
            known = f"{name} {place}"
            if known not in values:
                values[known] = [*damaged(full_value(schema))]
            yield known, [[*map(str, check_body(value, schema))] for value in values[known]]


def test_the_sandbox_says_the_same_of_every_request(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    values: dict[str, list[Any]] = {}
    whole = [*told(DOCUMENT, values, tmp_path, monkeypatch)]
    small = [*told(bare(DOCUMENT), values, tmp_path, monkeypatch)]
    assert len(whole) > len(DOCUMENT["paths"])
    assert sum(map(len, values.values())) > 2000
    assert small == whole


def test_it_is_a_quarter_of_what_stands_in_the_project() -> None:
    assert len(json.dumps(bare(DOCUMENT))) < len(json.dumps(DOCUMENT)) / 4


def test_a_field_that_is_called_as_a_word_of_openapi_stays() -> None:
    parts: Any = {name: {"type": "string", "description": "words"} for name in ("description", "properties", "$ref")}
    schema: Any = {"description": "words", "properties": {**parts, "title": {"title": "words", "example": 1}}}
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}
    call: Any = {"summary": "words", "requestBody": {"content": content}, "responses": {"200": {}}}
    document = {"paths": {"/things": {"post": call}}, "components": {"schemas": {"Thing": schema, "Other": {}}}}
    assert bare(document)["paths"] == {"/things": {"post": {"requestBody": {"content": content}}}}
    assert bare(document)["components"] == {
        "schemas": {"Thing": {"properties": {**{name: {"type": "string"} for name in parts}, "title": {}}}}
    }
