"""The vendor SDK's import name gives the same modules, classes and fields."""

import ast
import importlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

import xi.sdk.resellers as vendor
import xi_sdk_resellers as package
from xi_sdk_resellers._values.missing import MISSING

NAMES = {"modules": [], "apis": {}, "models": {}, "renamed": {}, "exceptions": []}
"""What the vendor's SDK 1.1.0 and 1.3.0 have: modules, endpoint and model classes. Each area may have a file."""
for _path in sorted(Path(__file__).parent.glob("vendor_names*.json")):
    for _kind, _found in json.loads(_path.read_text()).items():
        NAMES[_kind] = [*NAMES[_kind], *_found] if isinstance(_found, list) else NAMES[_kind] | _found
MODELS = NAMES["models"]
"""The model classes: the module, the versions that have it, and the fields of each."""
NOT_HERE = {
    "AsyncOrderCreateDTO.vmfadditional_attributes": "1.3.0 and this package write vmf_additional_attributes",
}
"""The vendor's names that this package does not have, and why."""
MODULES = [
    *NAMES["modules"],
    *(f"api.{found['module']}" for name, found in NAMES["apis"].items() if name not in NOT_HERE),
]


@pytest.mark.parametrize("name", package.__all__)
def test_every_public_name_is_the_same_object(name):
    assert getattr(vendor, name) is getattr(package, name)


@pytest.mark.parametrize("name", MODULES)
def test_modules_are_the_same_module(name):
    alias = importlib.import_module(f"xi.sdk.resellers.{name}")
    assert alias is importlib.import_module(f"xi_sdk_resellers.{name}")


@pytest.mark.parametrize("name", [name for name in MODELS if name not in NOT_HERE])
def test_the_vendors_classes_are_found_in_their_modules_with_their_fields(name):
    found = getattr(importlib.import_module(f"xi.sdk.resellers.models.{MODELS[name]['module']}"), name)
    assert getattr(vendor, name) is found
    assert getattr(vendor.models, name) is found
    assert name in vendor.__all__
    assert name in vendor.models.__all__
    assert found.__module__.startswith("xi_sdk_resellers.models.")
    missing = set(MODELS[name]["fields"]) - set(found.model_fields)
    assert missing == {field for field in missing if f"{name}.{field}" in NOT_HERE}


@pytest.mark.parametrize("older", NAMES["renamed"])
def test_names_of_both_versions_of_the_vendors_sdk_lead_to_one_class(older):
    newer = NAMES["renamed"][older]
    assert (MODELS[older]["versions"], MODELS[newer]["versions"]) == (["1.1.0"], ["1.3.0"])
    assert getattr(vendor, older) is getattr(vendor, newer)


@pytest.mark.parametrize("name", [name for name in NAMES["apis"] if name not in NOT_HERE])
def test_the_vendors_endpoint_classes_are_found_in_their_modules_with_their_methods(name):
    found = getattr(importlib.import_module(f"xi.sdk.resellers.api.{NAMES['apis'][name]['module']}"), name)
    assert found is getattr(package, name)
    assert getattr(vendor, name) is found
    assert getattr(vendor.api, name) is found
    missing = [method for method in NAMES["apis"][name]["methods"] if not hasattr(found, method)]
    assert missing == [method for method in missing if f"{name}.{method}" in NOT_HERE]


@pytest.mark.parametrize("name", NAMES["exceptions"])
def test_the_vendors_exceptions_are_found_where_it_has_them(name):
    assert getattr(importlib.import_module("xi.sdk.resellers.exceptions"), name) is getattr(package, name)


@pytest.mark.parametrize("name", NOT_HERE)
def test_what_is_said_not_to_be_here_is_not(name):
    owner, _, attribute = name.partition(".")
    if not attribute:
        assert not hasattr(vendor, owner)
        folder, found = ("api", NAMES["apis"][owner]) if owner in NAMES["apis"] else ("models", MODELS[owner])
        with pytest.raises(ModuleNotFoundError):
            importlib.import_module(f"xi.sdk.resellers.{folder}.{found['module']}")
    elif owner in MODELS:
        assert attribute not in getattr(vendor, owner).model_fields
    else:
        assert not hasattr(getattr(vendor, owner), attribute)


def test_a_name_that_is_not_here_says_what_to_use():
    with pytest.raises(AttributeError, match=r"NoSuchApi is not in xi-resellers: call .* ApiClient\.request\("):
        _ = vendor.NoSuchApi
    assert not hasattr(vendor, "__wrapped__")


def test_a_part_under_its_vendor_name_takes_the_same_keywords():
    from xi.sdk.resellers.models.order_create_request_lines_inner import OrderCreateRequestLinesInner

    assert OrderCreateRequestLinesInner is package.OrderCreateRequestLine
    line = OrderCreateRequestLinesInner(customer_line_number="001", ingram_part_number="4AW708", quantity=2)
    request = vendor.OrderCreateRequest(customer_order_number="PO-1", lines=[line])
    assert request.to_dict()["lines"] == [{"customerLineNumber": "001", "ingramPartNumber": "4AW708", "quantity": 2}]


def test_the_v7_body_is_taken_under_the_vendors_name_alone():
    class Client:
        def perform(self, operation, arguments):
            assert operation is package.api.orders_api.POST_CREATEORDER_V7
            data = arguments[operation.body_argument]
            return package.ApiResponse(status_code=200, headers=None, data=data, raw_data=b"")

    api = package.OrdersApi(Client())
    body = {"quoteNumber": "QUO-1"}
    assert api.post_createorder_v7(order_create_v7_request=body) is body
    assert api.post_createorder_v7(async_order_create_dto=body) is body
    with pytest.raises(package.ApiTypeError, match="given twice"):
        api.post_createorder_v7(async_order_create_dto=body, order_create_v7_request=body)


def test_importing_the_alias_loads_no_model_and_no_other_distribution():
    code = "import sys, xi.sdk.resellers; print([m for m in sys.modules if m.split('.')[0] in {'pydantic', 'urllib3'}])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_unknown_names_are_attribute_errors():
    for module in (package, vendor, package.models, vendor.models, package.api, vendor.api):
        assert not hasattr(module, "NoSuchName")
    with pytest.raises(ImportError):
        importlib.import_module("xi.sdk.resellers.models.no_such_model")


def test_everything_that_is_listed_can_be_had_and_is_listed_by_dir():
    for module in (package, vendor, package.models, vendor.models, package.api, vendor.api):
        assert set(module.__all__) <= set(dir(module))
        for name in module.__all__:
            getattr(module, name)


def test_a_star_import_gives_the_names_that_type_checkers_are_told():
    stub = ast.parse(Path(package.__file__).with_suffix(".pyi").read_text(encoding="utf-8"))
    told = next(ast.literal_eval(node.value) for node in stub.body if isinstance(node, ast.Assign))
    names = {}
    exec("from xi_sdk_resellers import *", names)
    assert {*names} - {"__builtins__"} == {*told} == {*package.__all__}


def test_the_missing_argument_sentinel_is_false_and_itself_after_pickling():
    import pickle

    assert pickle.loads(pickle.dumps(MISSING)) is MISSING
    assert not MISSING
