"""Every Python block of the README and the documentation runs here, page by page, against the sandbox.

A page's blocks share one namespace, in order. A block titled `test_….py` or `conftest.py` is a file of a reader's
tests: it is written down and given to pytest. A block titled "Output" must be what the block before it printed.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import logging
import os
import re
import subprocess
import sys
import types
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from xi_sdk_resellers.sandbox import Sandbox

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted(ROOT.joinpath("docs").rglob("*.md"))]
LIFECYCLE = ROOT / "docs/examples/order_lifecycle.py"
DAY = ROOT / "docs/examples/reseller_day.py"
FENCE = re.compile(r"^(?P<indent> *)```(?P<info>[^`\n]+)\n(?P<code>.*?)^(?P=indent)```$", re.MULTILINE | re.DOTALL)
INCLUDED = re.compile(r'--8<-- "(?P<path>[^"]+\.py)"\s*')
INCLUDED_PROGRAMS = {found["path"] for page in PAGES for found in INCLUDED.finditer(page.read_text(encoding="utf-8"))}
PYTEST_OPTIONS = ("-q", "-W", "error", "-p", "no:cacheprovider", "-o", "asyncio_default_fixture_loop_scope=function")
OUTPUT_RULES = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


@dataclass(frozen=True)
class Block:
    """One fenced block: language, title, text, and the line in the page at which the text starts."""

    language: str
    title: str
    code: str
    line: int


def blocks_of(page: Path) -> list[Block]:
    """All fenced blocks of a page, without the indentation that lists and tabs add."""
    text = page.read_text(encoding="utf-8")
    found = []
    for match in FENCE.finditer(text):
        title = re.search(r'title="([^"]*)"', match["info"])
        code = re.sub(rf"^{match['indent']}", "", match["code"], flags=re.MULTILINE)
        line = text.count("\n", 0, match.start("code"))
        language = match["info"].strip("{} ").split()[0].lstrip(".")
        found.append(Block(language, title[1] if title else "", code, line))
    return found


def is_test_file(block: Block) -> bool:
    """Whether the block is a file for pytest, told by its title."""
    return block.language == "python" and (block.title == "conftest.py" or block.title.startswith("test_"))


@pytest.fixture
def namespace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, object]]:
    """A module of its own for one page, in an empty folder, with a sandbox's environment and the logging put back."""
    module = types.ModuleType("documentation_page")
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(logging.root, "handlers", list(logging.root.handlers))
    with Sandbox() as sandbox:
        for name, value in sandbox.environment().items():
            monkeypatch.setenv(name, value)
        yield vars(module)
    logging.getLogger("xi_sdk_resellers").setLevel(logging.NOTSET)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_the_blocks_of_a_page_run(page: Path, namespace: dict[str, object]) -> None:
    printed = io.StringIO()
    for block in blocks_of(page):
        if block.title == "Output":
            got = printed.getvalue()
            assert doctest.OutputChecker().check_output(block.code, got, OUTPUT_RULES), f"line {block.line}: {got}"
        if block.language != "python" or is_test_file(block) or INCLUDED.fullmatch(block.code):
            continue
        printed = io.StringIO()
        code = compile("\n" * block.line + block.code, str(page), "exec", dont_inherit=True)
        with contextlib.redirect_stdout(printed):
            exec(code, namespace)


@pytest.mark.parametrize(
    "page", [page for page in PAGES if any(map(is_test_file, blocks_of(page)))], ids=lambda page: page.name
)
def test_the_test_files_of_a_page_pass(page: Path, tmp_path: Path) -> None:
    for block in (block for block in blocks_of(page) if block.title.endswith(".py")):
        tmp_path.joinpath(block.title).write_text(block.code, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", *PYTEST_OPTIONS, str(tmp_path)]
    done = subprocess.run(command, cwd=tmp_path, env=bare_environment(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("program", sorted(INCLUDED_PROGRAMS))
def test_the_programs_that_pages_include_load(program: str) -> None:
    """In a process of their own, because a web framework is set up once for each process."""
    environment = {**bare_environment(), "XI_WEBHOOK_SECRET": "secret"}
    command = [sys.executable, str(ROOT / program)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    missing = re.search(r"^ModuleNotFoundError: No module named '(?!xi)(\S+)'", done.stderr, re.MULTILINE)
    if missing:
        pytest.skip(f"{missing[1]} is not installed; the extra test has it")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_python_blocks_are_all_marked_as_python(page: Path) -> None:
    assert {block.language for block in blocks_of(page)} <= {"python", "text", "sh", "json", "ini", "toml"}


def test_the_comparison_names_tests_that_exist() -> None:
    text = ROOT.joinpath("docs/guide/comparison.md").read_text(encoding="utf-8")
    named = re.findall(r"`(?P<file>[\w/]+\.py)(?:::(?P<test>\w+))?`", text)
    assert named
    for file, test in named:
        (found,) = ROOT.joinpath("test").rglob(file)
        assert not test or f"def {test}(" in found.read_text(encoding="utf-8"), f"{file}::{test}"


def bare_environment() -> dict[str, str]:
    """The environment without anything that names a host or credentials."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("XI_", "PYTEST_"))}


def run_program(program: Path, environment: dict[str, str]) -> str:
    """Run an example to its end; returns what it printed."""
    command = [sys.executable, "-W", "error", str(program)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    return done.stdout


def test_the_day_goes_from_a_product_to_a_return() -> None:
    printed = run_program(DAY, bare_environment())
    steps = [line.split()[0] for line in printed.splitlines() if line[2:3].strip()]
    for step in ("catalog", "quote", "ordered", "placed", "event", "shipped", "invoice", "return"):
        assert step in steps
    assert "adds up" in printed
    assert "does not add up" not in printed


def test_the_lifecycle_starts_a_sandbox_of_its_own() -> None:
    printed = run_program(LIFECYCLE, bare_environment())
    assert "local sandbox" in printed
    assert "signature verified" in printed
    assert max(map(len, printed.splitlines())) <= 80


def test_the_lifecycle_uses_the_host_of_the_environment() -> None:
    with Sandbox() as sandbox:
        printed = run_program(LIFECYCLE, {**bare_environment(), **sandbox.environment()})
        assert sandbox.url in printed
        assert {"cancelled", "released"} <= set(printed.lower().split())
        assert "can't reach this machine" in printed
        paths = {(request.method, request.path.split("?")[0]) for request in sandbox.ledger.requests}
    assert ("POST", "/oauth/oauth20/token") in paths
    assert ("POST", "/resellers/v7/orders") in paths


def test_the_day_uses_the_host_of_the_environment() -> None:
    more = {"XI_CUSTOMER_CONTACT": "jo.field@example.com", "XI_APPLICATION_ID": "Example"}
    with Sandbox() as sandbox:
        printed = run_program(DAY, {**bare_environment(), **sandbox.environment(), **more})
    assert "not written yet" in printed


@pytest.mark.parametrize("program", [LIFECYCLE, DAY], ids=lambda program: program.stem)
def test_an_example_asks_before_it_places_orders_in_production(program: Path) -> None:
    environment = {**bare_environment(), "XI_CLIENT_ID": "id", "XI_CLIENT_SECRET": "secret"}
    done = subprocess.run([sys.executable, str(program)], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "--production" in done.stderr
