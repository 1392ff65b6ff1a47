"""What importing the package and constructing a client may load, by name: nothing that only a call needs."""

import json
import subprocess
import sys

import pytest

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


def loaded_by(code: str) -> set[str]:
    """Names of the modules that a new interpreter loads for some code."""
    probe = f"import json, sys\nbefore = set(sys.modules)\n{code}\nprint(json.dumps(sorted(set(sys.modules) - before)))"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
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
