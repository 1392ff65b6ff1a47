"""What the vendor's SDK 1.3.0 and 1.1.0 show to programs is here, too: methods, parameters, models and fields."""

from __future__ import annotations

import asyncio
import importlib
import inspect
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import xi.sdk.resellers as vendor
import xi_sdk_resellers as package
from codegen.names import camel, snake
from xi_sdk_resellers import aio
from xi_sdk_resellers._modelling.names import wire_name
from xi_sdk_resellers.sandbox import Sandbox

SURFACE = json.loads((Path(__file__).parent / "vendor_surface.json").read_text(encoding="utf-8"))
METHODS: dict[str, dict[str, str]] = SURFACE["methods"]
"""The parameters of every method in their order, optional ones with ``=``; those of 1.1.0 where they differ."""
FIELDS: dict[str, str] = SURFACE["fields"]
"""The fields of every model of 1.3.0, with the key of the wire where the name does not give it."""
FORMS = ("", "_with_http_info", "_without_preload_content")
OPTIONS = ["_request_timeout", "_request_auth", "_content_type", "_headers", "_host_index"]
SECOND_NAMES = {"order_create_v7_request": "async_order_create_dto"}
"""Arguments that the two versions call otherwise: the signature has one, and the other is taken as well."""
LATER_SPELLINGS = {"HasReturnLimits": "hasReturnLimits", "IsBackOrderAllowed": "isBackOrderAllowed"}
"""Keys that 1.1.0 and the service spell otherwise than 1.3.0; both are read."""


def test_the_facts_are_whole() -> None:
    classes = {name.partition(".")[0] for name in METHODS}
    fields = sum(len(names.split()) for names in FIELDS.values())
    assert (len(classes), len(METHODS), len(FIELDS), fields) == (11, 27, 225, 1542)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", METHODS)
def test_methods_take_the_vendors_parameters_in_the_vendors_order(name: str, form: str) -> None:
    owner, _, method = name.partition(".")
    module = importlib.import_module(f"xi.sdk.resellers.api.{snake(owner)}")
    assert getattr(module, owner) is getattr(vendor, owner) is getattr(package, owner)
    wanted = METHODS[name]["1.3.0"].split()
    for api in (getattr(package, owner), getattr(aio, owner)):
        found = dict(inspect.signature(getattr(api, f"{method}{form}")).parameters)
        assert found.pop("self").name == "self"
        names = [SECOND_NAMES.get(each.rstrip("="), each.rstrip("=")) for each in wanted]
        assert [*found][: len(names)] == names
        assert [each for each in found if each in OPTIONS] == OPTIONS
        needed = {each for each, parameter in found.items() if parameter.default is parameter.empty}
        assert needed <= {each for each in wanted if not each.endswith("=")}


@pytest.mark.parametrize("name", [name for name, found in METHODS.items() if "1.1.0" in found])
def test_methods_take_every_parameter_of_the_older_version(name: str) -> None:
    owner, _, method = name.partition(".")
    older = METHODS[name]["1.1.0"].split()
    parameters = inspect.signature(getattr(package, owner).__dict__[method]).parameters
    assert {each for each in older if each != "same"} <= parameters.keys()


@pytest.mark.parametrize("name", FIELDS)
def test_models_have_the_vendors_fields_under_the_vendors_keys(name: str) -> None:
    found = getattr(importlib.import_module(f"xi.sdk.resellers.models.{snake(name)}"), name)
    assert getattr(vendor, name) is found
    keys = {field: info.validation_alias or wire_name(field) for field, info in found.model_fields.items()}
    for each in FIELDS[name].split():
        field, _, key = each.partition(":")
        key = key or camel(field)
        assert keys.get(field) == LATER_SPELLINGS.get(key, key), f"{name}.{field}"
        assert key == keys[field] or found.other_spellings[key] == field


def blocking(sandbox: Sandbox, owner: str, method: str, *arguments: object) -> Any:
    with package.ApiClient(sandbox.configuration()) as client:
        return getattr(getattr(package, owner)(client), method)(*arguments)


def asynchronous(sandbox: Sandbox, owner: str, method: str, *arguments: object) -> Any:
    async def run() -> Any:
        async with aio.ApiClient(sandbox.configuration()) as client:
            return await getattr(getattr(aio, owner)(client), method)(*arguments)

    return asyncio.run(run())


@pytest.mark.parametrize("call", [blocking, asynchronous])
def test_positional_arguments_are_taken_in_the_order_of_both_versions(call: Callable[..., Any]) -> None:
    account = ("20-222222", "US", "c0ffee")
    body = package.PriceAndAvailabilityRequest.from_dict({"products": [{"ingramPartNumber": "2GZ200"}]})
    with Sandbox() as sandbox:
        prices = [
            call(sandbox, "ProductCatalogApi", "post_priceandavailability", True, True, *account, *rest)
            for rest in ((body, False, "me"), (body.to_dict(),), (False, "me", body), (None, None, body.to_dict()))
        ]
        assert [[product.ingram_part_number for product in answer] for answer in prices] == [["2GZ200"]] * 4
        deal = call(sandbox, "DealsApi", "get_resellers_v6_dealssearch", *account).deals[0]
        deals = [
            call(sandbox, "DealsApi", "get_resellers_v6_dealsdetails", *account, "app", *rest)
            for rest in (("Sandbox", deal.deal_id), (deal.deal_id, deal.vendor), (deal.deal_id,))
        ]
        assert [found.deal_id for found in deals] == [deal.deal_id] * 3
