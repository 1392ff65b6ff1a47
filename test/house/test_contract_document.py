"""The contract itself: a valid document, named shapes only, described throughout, and true to every sample."""

from __future__ import annotations

import json
import keyword
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import validate

from test.support.samples import SAMPLES, schema_of

ROOT = Path(__file__).resolve().parents[2]
CONTRACT: dict[str, Any] = json.loads((ROOT / "openapi.json").read_text(encoding="utf-8"))
SCHEMAS: dict[str, Any] = CONTRACT["components"]["schemas"]

STATUSES = {
    "get-accesstoken": {"200", "400", "401", "429", "500"},
    "post-createorder_v6": {"201", "207", "400", "401", "429", "500"},
    "post-createorder_v7": {"200", "201", "400", "401", "429", "500"},
    "put-ordermodify": {"200", "201", "207", "400", "401", "404", "405", "429", "500"},
    "delete-ordercancel": {"200", "400", "401", "404", "405", "429", "500"},
    "get-orderdetails-v6.1": {"200", "400", "401", "404", "429", "500"},
    "get-resellers-v6-ordersearch": {"200", "204", "400", "401", "429", "500"},
    "get-resellers-v6-renewalsdetails": {"200", "400", "401", "404", "429", "500"},
    "get-resellers-v6-dealsdetails": {"200", "400", "401", "404", "429", "500"},
    "get-invoicedetails-v6.1": {"200", "400", "401", "404", "429", "500"},
    "get-resellers-v6-returnsdetails": {"200", "400", "401", "404", "429", "500"},
    "get-quotessearch_v6": {"200", "400", "401", "404", "429", "500"},
    "post-priceandavailability": {"200", "207", "400", "401", "429", "500"},
    "get-reseller-v6-productsearch": {"200", "400", "401", "404", "429", "500"},
    "get-reseller-v6-productdetail": {"200", "400", "401", "404", "429", "500"},
    "get-reseller-v6-productdetailcmp": {"200", "400", "401", "404", "429", "500"},
    "resellers-v1-webhooks-availabilityupdate-post": {"200", "400", "401", "429", "500"},
}
USUAL_STATUSES = {"200", "400", "401", "429", "500"}

MONEY = re.compile(r"(?<!quantity)(price|total|amount|charges|tax|fees)$", re.IGNORECASE)


def operations() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, item in CONTRACT["paths"].items():
        for method in ("get", "post", "put", "delete"):
            if method in item:
                yield path, method, item[method]


OPERATIONS = {operation["operationId"]: operation for _, _, operation in operations()}
WEBHOOKS = {name: item["post"] for name, item in CONTRACT["x-webhooks"].items()}


def resolve(node: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in node:
        target: Any = CONTRACT
        for step in node["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        node = target
    return node


def plain_json_schema(node: Any) -> Any:
    """OpenAPI 3.0 as JSON Schema: `nullable` beside a `type` adds null to that type, and does nothing elsewhere."""
    if isinstance(node, list):
        return [plain_json_schema(item) for item in node]
    if not isinstance(node, dict):
        return node
    out = {key: plain_json_schema(value) for key, value in node.items() if key not in {"example", "examples"}}
    if out.get("nullable") is True and isinstance(out.get("type"), str):
        out["type"] = [out["type"], "null"]
    return out


COMPONENTS = {"schemas": {name: plain_json_schema(schema) for name, schema in SCHEMAS.items()}}


def problems(schema: dict[str, Any], value: Any) -> list[str]:
    validator = Draft202012Validator(
        {"components": COMPONENTS, "allOf": [plain_json_schema(schema)]}, format_checker=FormatChecker(["date"])
    )
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]


def body_schema(owner: dict[str, Any], media: str = "application/json") -> dict[str, Any]:
    schema: dict[str, Any] = owner["content"][media]["schema"]
    return schema


def properties() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for name, schema in SCHEMAS.items():
        for key, node in schema["properties"].items():
            yield name, key, node


def branches(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every schema inside a property: itself, its alternatives, the items of its lists."""
    yield node
    for word in ("anyOf", "allOf", "oneOf"):
        for part in node.get(word, []):
            yield from branches(part)
    if "items" in node:
        yield from branches(node["items"])


def described() -> Iterator[tuple[str, dict[str, Any]]]:
    """Everything that a reader meets and that must explain itself."""
    for name, schema in SCHEMAS.items():
        yield name, schema
    for name, key, node in properties():
        yield f"{name}.{key}", node
    for group in ("headers", "parameters", "securitySchemes"):
        for name, node in CONTRACT["components"][group].items():
            yield name, node
    for name, operation in [*OPERATIONS.items(), *WEBHOOKS.items()]:
        yield name, operation
        for parameter in operation.get("parameters", []):
            yield f"{name} {resolve(parameter)['name']}", resolve(parameter)
        if "requestBody" in operation:
            yield f"{name} body", operation["requestBody"]
        for status, response in operation["responses"].items():
            yield f"{name} {status}", response


def examples() -> Iterator[tuple[str, dict[str, Any], Any]]:
    for name, key, node in properties():
        if "example" in node:
            yield f"{name}.{key}", node, node["example"]
    for name, header in CONTRACT["components"]["headers"].items():
        yield name, header["schema"], header["example"]
    for name, operation in [*OPERATIONS.items(), *WEBHOOKS.items()]:
        for parameter in map(resolve, operation.get("parameters", [])):
            if "example" in parameter:
                yield f"{name} {parameter['name']}", parameter["schema"], parameter["example"]
        for place in [operation.get("requestBody", {}), *operation["responses"].values()]:
            for media in place.get("content", {}).values():
                for key, example in media.get("examples", {}).items():
                    yield f"{name} {key}", media["schema"], example["value"]


def test_document_is_valid_openapi() -> None:
    assert CONTRACT["openapi"] == "3.0.3"
    validate(CONTRACT)


def test_operations_have_their_statuses_and_unique_ids() -> None:
    listed = [operation["operationId"] for _, _, operation in operations()]
    listed += [operation["operationId"] for operation in WEBHOOKS.values()]
    assert [name for name, count in Counter(listed).items() if count > 1] == []
    expected = dict.fromkeys(OPERATIONS, USUAL_STATUSES) | STATUSES
    assert {name: set(operation["responses"]) for name, operation in OPERATIONS.items()} == expected
    python_names = [operation["x-python-name"] for operation in OPERATIONS.values()]
    assert len(set(python_names)) == len(python_names)
    assert all(name.isidentifier() for name in python_names)


def test_answers_carry_their_bodies_and_headers() -> None:
    for name, operation in OPERATIONS.items():
        for status, response in operation["responses"].items():
            expected = {"X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"}
            taken = {resolve(parameter)["name"] for parameter in operation.get("parameters", [])}
            expected |= {"IM-CorrelationID", "IM-SenderID"} & taken
            if status in {"429", "500"}:
                expected |= {"Retry-After"}
            assert set(response["headers"]) == expected, (name, status)
            if status >= "400":
                error = {"$ref": "#/components/schemas/ErrorResponse"}
                assert body_schema(response) in (error, one_or_a_list_of_one(error)), (name, status)


def one_or_a_list_of_one(named: dict[str, Any]) -> dict[str, Any]:
    """An object that was seen as the one item of a list, too."""
    return {"anyOf": [named, {"type": "array", "minItems": 1, "maxItems": 1, "items": named}]}


def test_only_named_objects() -> None:
    for name, schema in SCHEMAS.items():
        assert schema["type"] == "object", name
    for name, key, node in properties():
        for part in branches(node):
            nothing = part.get("enum") == [None]
            assert part.get("type") != "object" or "allOf" in part or nothing, (
                f"{name}.{key} nests an object without a name"
            )
            assert "properties" not in part, f"{name}.{key} nests an object without a name"
    for name, operation in [*OPERATIONS.items(), *WEBHOOKS.items()]:
        for place in [operation.get("requestBody", {}), *operation["responses"].values()]:
            for media in place.get("content", {}).values():
                schema = media["schema"]
                first = schema["anyOf"][0] if "anyOf" in schema else schema.get("items", schema)
                assert set(first) == {"$ref"}, name
                assert schema in (first, one_or_a_list_of_one(first)) or schema["type"] == "array", name


def test_every_schema_is_in_use() -> None:
    text = json.dumps(CONTRACT)
    assert [name for name in SCHEMAS if f'"#/components/schemas/{name}"' not in text] == []


def test_everything_is_described() -> None:
    poor = [where for where, node in described() if len(node.get("description", "").strip()) < 5]
    assert poor == []
    unfinished = [where for where, node in described() if node["description"].rstrip()[-1] not in ".…"]
    assert unfinished == []


def test_python_names_are_usable_and_unique() -> None:
    for name, schema in SCHEMAS.items():
        chosen = [node["x-python-name"] for node in schema["properties"].values() if "x-python-name" in node]
        assert all(word.isidentifier() and not keyword.iskeyword(word) for word in chosen), name
        assert len(set(chosen)) == len(chosen), name
        assert re.fullmatch(r"[a-z0-9_]+", schema["x-family"]), name
        assert schema["x-direction"] in {"request", "answer", "both"}, name


def test_vendor_names_belong_to_one_schema_each() -> None:
    listed = Counter(name for schema in SCHEMAS.values() for name in schema.get("x-vendor-name", []))
    assert [name for name, count in listed.items() if count > 1] == []
    known = [json.loads(path.read_text(encoding="utf-8")) for path in Path(__file__).parent.glob("vendor_names*.json")]
    assert set(listed) <= {name for names in known for name in names["models"]}


def test_other_spellings_do_not_hide_a_key() -> None:
    for name, schema in SCHEMAS.items():
        keys = set(schema["properties"])
        listed = [word for node in schema["properties"].values() for word in node.get("x-other-spellings", [])]
        assert keys.isdisjoint(listed), name
        assert len(set(listed)) == len(listed), name


def test_money_is_decimal() -> None:
    for name, key, node in properties():
        if MONEY.search(key):
            first = node.get("anyOf", [node])[0]
            if first.get("type") in {"array", "boolean"} or "allOf" in first:
                continue
            assert (first["type"], first.get("format")) == ("number", "decimal"), f"{name}.{key}"


def test_enum_names_mean_one_set_of_values_each() -> None:
    seen: dict[str, list[str]] = {}
    named: set[str] = set()
    nodes = [part for _, _, node in properties() for part in branches(node)]
    for operation in OPERATIONS.values():
        for parameter in map(resolve, operation.get("parameters", [])):
            nodes += branches(parameter["schema"])
    for node in nodes:
        if "x-enum-name" in node:
            values = node.get("enum") or node.get("x-known-values")
            if values is None:
                named.add(node["x-enum-name"])
                continue
            assert seen.setdefault(node["x-enum-name"], values) == values, node["x-enum-name"]
            assert len({re.sub(r"\W", "_", value.upper()) for value in values}) == len(values)
    assert named <= seen.keys()
    assert len(seen["CountryCode"]) == 249


def test_limits_of_the_search() -> None:
    limits = {p["name"]: p["schema"] for p in map(resolve, OPERATIONS["get-resellers-v6-ordersearch"]["parameters"])}
    assert (limits["pageSize"]["minimum"], limits["pageSize"]["maximum"], limits["pageSize"]["default"]) == (1, 100, 25)
    assert (limits["pageNumber"]["minimum"], limits["pageNumber"]["default"]) == (1, 1)
    for name in ("ingramOrderDate-bt", "invoiceDate_bt", "shipDate_bt", "deliveryDate_bt"):
        assert (limits[name]["minItems"], limits[name]["maxItems"]) == (2, 2)
        assert limits[name]["items"] == {"type": "string", "format": "date"}


def test_examples_are_valid() -> None:
    wrong = {where: found for where, schema, value in examples() if (found := problems(schema, value))}
    assert wrong == {}


def test_operations_show_examples() -> None:
    for name, operation in OPERATIONS.items():
        if "requestBody" in operation:
            assert all(media["examples"] for media in operation["requestBody"]["content"].values()), name
        bodies = [r for status, r in operation["responses"].items() if status < "300" and "content" in r]
        assert all(media["examples"] for r in bodies for media in r["content"].values()), name


# None of the samples is left out as broken: what looks broken at first (numbers as text, one object for a
# list, a null answer, misspelled keys) is what the service really sends, so the contract says it.
@pytest.mark.parametrize("name", SAMPLES)
def test_sample_matches_the_contract(name: str) -> None:
    assert problems(schema_of(SAMPLES[name]), SAMPLES[name]["value"]) == []


def test_nullable_properties_accept_null() -> None:
    stubborn = [f"{name}.{key}" for name, key, node in properties() if node.get("nullable") and problems(node, None)]
    assert stubborn == []


def unknown_keys(node: dict[str, Any], value: Any, where: str) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from unknown_keys(node, item, where)
    if not isinstance(value, dict):
        return
    shape = next(resolve(part) for part in branches(node) if "$ref" in part)
    known = dict(shape["properties"])
    for key in shape["properties"]:
        known |= dict.fromkeys(shape["properties"][key].get("x-other-spellings", []), shape["properties"][key])
    for key, item in value.items():
        if key not in known:
            yield f"{where}.{key}"
        else:
            yield from unknown_keys(known[key], item, f"{where}.{key}")


@pytest.mark.parametrize("name", SAMPLES)
def test_every_key_of_a_sample_is_documented(name: str) -> None:
    assert list(unknown_keys(schema_of(SAMPLES[name]), SAMPLES[name]["value"], "")) == []


WITHOUT_SAMPLES = {
    "get-accesstoken",
    "resellers-v1-webhooks-availabilityupdate-post",
    "resellers-v1-webhooks-orderstatusevent-post",
}
"""The events that the last two take are among the samples of webhooks."""


def test_samples_cover_every_operation() -> None:
    seen = {sample["operation"] for sample in SAMPLES.values()}
    assert set(OPERATIONS) - seen == WITHOUT_SAMPLES


def test_null_is_allowed_beside_a_type_only_and_never_in_a_list() -> None:
    for name, key, node in properties():
        for part in branches(node):
            assert "type" in part or "nullable" not in part, f"{name}.{key}"
            assert not resolve(part.get("items", {})).get("nullable"), f"{name}.{key}: an item must not be null"
    assert {"contact", "license"} <= CONTRACT["info"].keys()
