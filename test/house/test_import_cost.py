"""What importing the package and constructing a client may load, by name: nothing that only a call needs."""

import json
import os
import subprocess
import sys
from datetime import date
from importlib import import_module
from pkgutil import iter_modules

import pytest

from xi_sdk_resellers import _operations
from xi_sdk_resellers.operation import Operation

IMPORT = "import xi_sdk_resellers"
CLIENT = """
from xi_sdk_resellers import ApiClient, Configuration, OrdersApi
client = ApiClient(Configuration(host="https://localhost", client_id="id", client_secret="secret"))
OrdersApi(client)
"""
ERRORS = "from xi_sdk_resellers import ApiException, NotFoundException, Outcome"
FIRST_MODEL = "from xi_sdk_resellers import OrderModifyRequest"

# Standard library modules that take milliseconds, or that only a call needs.
HEAVY = {
    "asyncio",
    "decimal",
    "concurrent",
    "email",
    "http",
    "json",
    "logging",
    "multiprocessing",
    "socket",
    "ssl",
    "subprocess",
    "tempfile",
    "unittest",
    "urllib.request",
    "uuid",
    "xml",
    "zoneinfo",
}


def loaded_by(code: str, **environment: str) -> set[str]:
    """Names of the modules that a new interpreter loads for some code."""
    probe = f"import json, sys\nbefore = set(sys.modules)\n{code}\nprint(json.dumps(sorted(set(sys.modules) - before)))"
    more = {**os.environ, **environment}
    done = subprocess.run([sys.executable, "-c", probe], env=more, capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


def own(modules: set[str]) -> set[str]:
    return {name for name in modules if name.partition(".")[0] in {"xi_sdk_resellers", "xi"}}


def foreign(modules: set[str]) -> set[str]:
    """Modules of other distributions: neither ours nor the standard library's."""
    return {name for name in modules - own(modules) if name.partition(".")[0] not in sys.stdlib_module_names}


def heavy(modules: set[str]) -> set[str]:
    return {name for name in modules if any(name == entry or name.startswith(f"{entry}.") for entry in HEAVY)}


def test_importing_the_package_loads_only_the_package():
    assert own(loaded_by(IMPORT)) == {"xi_sdk_resellers"}


@pytest.mark.parametrize("code", [IMPORT, ERRORS, CLIENT])
def test_neither_import_nor_client_loads_another_distribution(code):
    assert foreign(loaded_by(code)) == set()


@pytest.mark.parametrize("code", [IMPORT, ERRORS, CLIENT])
def test_neither_import_nor_client_loads_what_only_a_call_needs(code):
    assert heavy(loaded_by(code)) == set()


def test_a_client_loads_no_model_no_transport_and_no_extra():
    modules = {name.removeprefix("xi_sdk_resellers.") for name in own(loaded_by(CLIENT))}
    unwanted = ("rest", "_decode", "models.", "aio", "sandbox", "orders", "webhooks", "token_cache")
    assert not [name for name in modules if name.startswith(unwanted)]


@pytest.mark.parametrize(
    ("name", "foreign_words"),
    [
        ("Orders", ("catalog", "product", "price", "invoice", "return")),
        ("Catalog", ("order", "quote", "invoice", "sandbox")),
        ("Invoices", ("catalog", "quote", "return", "_workflows.orders", "models.", "sandbox")),
        ("Returns", ("catalog", "quote", "invoice", "order", "models.", "sandbox")),
    ],
)
def test_the_workflows_of_an_area_load_nothing_of_another(name, foreign_words):
    loaded = {m.removeprefix("xi_sdk_resellers.") for m in own(loaded_by(f"from xi_sdk_resellers import {name}"))}
    assert [m for m in loaded if any(word in m for word in foreign_words)] == []


def test_one_model_loads_only_its_family_and_the_shared_shapes():
    families = {name for name in loaded_by(FIRST_MODEL) if name.startswith("xi_sdk_resellers.models.")}
    assert "xi_sdk_resellers.models.order_modify_request" in families
    assert families.isdisjoint(
        {
            "xi_sdk_resellers.models.order_detail_b2_b",
            "xi_sdk_resellers.models.order_create_request",
            "xi_sdk_resellers.models.order_search_response",
        }
    )


def test_the_asyncio_twin_is_not_loaded_by_the_blocking_client():
    assert not {name for name in loaded_by(CLIENT) if name.startswith(("aiohttp", "xi_sdk_resellers.aio"))}


# Each area by itself: nothing of another comes along. A new area is found in the contract's operations.

AREAS = [each.name for each in iter_modules(_operations.__path__) if each.name != "parameters"]


def families(area):
    """The modules of models that the operations of an area name."""
    operations = vars(import_module(f"xi_sdk_resellers._operations.{area}")).values()
    named = [name for each in operations if isinstance(each, Operation) for name in (*each.answers.values(), each.body)]
    return {f"xi_sdk_resellers.models.{name.partition(':')[0]}" for name in named if name}


def of_others(area):
    """What is another area's alone: its models, operations and endpoint classes."""
    others = [other for other in AREAS if other != area]
    rooms = {f"xi_sdk_resellers.{room}" for other in others for room in (f"api.{other}_api", f"_operations.{other}")}
    return rooms | set().union(*map(families, others)) - families(area)


READING = """
from xi_sdk_resellers._modelling.listed import read
from xi_sdk_resellers._operations import {area}
from xi_sdk_resellers.operation import Operation
for operation in vars({area}).values():
    for reference in operation.answers.values() if isinstance(operation, Operation) else ():
        if reference:
            read(reference, b'{{"somethingNew": 1}}', pause_gc=True)
"""


@pytest.mark.parametrize("area", AREAS)
def test_the_endpoints_and_models_of_an_area_load_nothing_of_another(area):
    modules = [f"xi_sdk_resellers.api.{area}_api", *sorted(families(area))]
    loaded = loaded_by("\n".join(f"import {module}" for module in modules) + READING.format(area=area))
    assert loaded >= set(modules)
    assert loaded & of_others(area) == set()


def test_a_call_that_reads_an_invoice_loads_nothing_of_another_area(sandbox):
    sandbox.seed_orders(60, start=date(2026, 4, 1), end=date(2026, 6, 30), seed=3)
    number = next(number for order in sandbox.ledger.orders for number in order.invoice_numbers)
    code = f"""
import xi_sdk_resellers as xi
with xi.ApiClient(xi.Configuration.from_env()) as client:
    found = xi.InvoicesApi(client).get_invoicedetails_v6_1({number!r}, im_application_id="tests")
    assert found.lines
"""
    known = {**sandbox.environment(), "XI_ACCESS_TOKEN": sandbox.issue_token()}
    loaded = loaded_by(code, **{name: value for name, value in known.items() if "CLIENT" not in name})
    assert loaded & of_others("invoices") == set()
