"""The generator: what it writes for this project and for a foreign contract, and what it refuses."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from codegen.__main__ import main
from codegen.everything import FOLDERS
from codegen.names import RESERVED, camel, field_name, identifier, snake, unique
from codegen.output import present
from codegen.reader import read
from xi_sdk_resellers._modelling.base import RequestModel, TableModel
from xi_sdk_resellers._modelling.names import wire_name

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
FOREIGN = HERE / "foreign.json"


@pytest.fixture(scope="module")
def foreign(tmp_path_factory):
    """A package of our hand-written modules and of what is generated for the foreign contract."""
    root = tmp_path_factory.mktemp("foreign")
    package = root / "xi_sdk_resellers"
    shutil.copytree(ROOT / "xi_sdk_resellers", package, ignore=shutil.ignore_patterns("__pycache__"))
    for name in present(root, FOLDERS):
        (root / name).unlink()
    assert main(["--contract", str(FOREIGN), "--output", str(root)]) == 0
    return root


def run(*command, cwd):
    environment = {**os.environ, "PYTHONPATH": str(cwd), "PYTHONWARNINGS": "error"}
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


def test_everything_in_the_project_is_as_generated(capsys):
    assert main(["--check"]) == 0, capsys.readouterr().out


def test_an_operation_takes_few_generated_lines():
    folders = ("_operations", "api", "aio/api")
    paths = [path for name in folders for path in (ROOT / "xi_sdk_resellers" / name).glob("*.py")]
    lines = [line for path in paths if path.name != "__init__.py" for line in path.read_text().splitlines()]
    assert len(lines) / len(read(ROOT / "openapi.json").operations) <= 210


def test_the_foreign_package_can_be_used(foreign):
    done = run(sys.executable, str(HERE / "foreign_program.py"), cwd=foreign)
    assert done.stdout == "used\n", done.stdout + done.stderr


@pytest.mark.parametrize("face", ["blocking", "asyncio", "alias"])
def test_what_a_call_does_at_the_service_is_in_the_contract_alone(foreign, face):
    done = run(sys.executable, str(HERE / "foreign_calls.py"), face, cwd=foreign)
    assert done.stdout == "used\n", done.stdout + done.stderr


@pytest.mark.parametrize("face", ["blocking", "asyncio", "alias"])
def test_lists_trees_and_odd_arguments_need_no_line_by_hand(foreign, face):
    done = run(sys.executable, str(HERE / "foreign_lists.py"), face, cwd=foreign)
    assert done.stdout == "used\n", done.stdout + done.stderr


def test_the_foreign_package_is_formatted_and_free_of_lint(foreign):
    ruff = shutil.which("ruff", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}")
    if ruff is None:
        pytest.fail("ruff is needed: install the dev extra")
    shutil.copy(ROOT / "pyproject.toml", foreign)
    for arguments in (("format", "--check"), ("check", "--ignore", "I001")):  # nothing is installed: all is first party
        done = run(ruff, *arguments, *FOLDERS, "xi_sdk_resellers/__init__.pyi", cwd=foreign)
        assert done.returncode == 0, done.stdout


def test_writing_twice_changes_nothing(foreign, capsys):
    assert main(["--check", "--contract", str(FOREIGN), "--output", str(foreign)]) == 0
    assert main(["--contract", str(FOREIGN), "--output", str(foreign)]) == 0
    assert "up to date" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda root: (root / "xi_sdk_resellers/models/thing.py").write_text("x = 1\n"), "models/thing.py: differs"),
        (
            lambda root: (root / "xi_sdk_resellers/models/old.py").write_text(""),
            "models/old.py: not generated any more",
        ),
        (lambda root: (root / "docs/reference/index.md").unlink(), "reference/index.md: missing"),
        (lambda root: (root / "xi/more.py").write_text(""), "xi/more.py: not generated any more"),
    ],
)
def test_check_notices_what_differs_and_writing_puts_it_right(tmp_path, capsys, change, said):
    arguments = ["--contract", str(FOREIGN), "--output", str(tmp_path)]
    assert main(arguments) == 0
    change(tmp_path)
    capsys.readouterr()
    assert main([*arguments, "--check"]) == 1
    assert said in capsys.readouterr().out
    assert main(arguments) == 0
    assert main([*arguments, "--check"]) == 0


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("orderNumber", "order_number"),
        ("OrderDetailB2B", "order_detail_b2_b"),
        ("backOrderETADate", "back_order_eta_date"),
        ("IM-CustomerNumber", "im_customer_number"),
        ("get-orderdetails-v6.1", "get_orderdetails_v6_1"),
        ("addressLine1", "address_line1"),
        ("dateofPurchase", "dateof_purchase"),
        ("planUId", "plan_uid"),
        ("isIMLCapable", "is_iml_capable"),
    ],
)
def test_names_are_written_as_the_vendors_sdk_writes_them(name, expected):
    assert snake(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"), [("class", "class_"), ("2nd", "n2nd"), ("@", "value"), ("self", "self_")]
)
def test_every_name_becomes_an_identifier(name, expected):
    assert identifier(name) == expected


@pytest.mark.parametrize("base", [TableModel, RequestModel])
def test_no_field_can_hide_an_attribute_of_the_base_classes(base):
    public = {name for name in (*dir(base), *vars(base)) if not name.startswith("_")}
    assert public <= RESERVED
    assert all(field_name(name) == f"{name}_" for name in public)


def test_names_that_are_taken_are_numbered():
    assert unique(["a", "b", "a", "a", "b_2", "b"]) == ["a", "b", "a_2", "a_3", "b_2", "b_3"]


def test_the_generator_and_the_models_agree_on_keys():
    for schema in read(ROOT / "openapi.json").schemas:
        for field in schema.fields:
            assert camel(field.name) == wire_name(field.name)
