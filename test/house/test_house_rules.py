"""The rules of the house, counted from the source: doors, generated folders, sizes, late imports, no circles."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEADER = '# Generated from the contract by "python -m codegen". Changes made here are lost.'
MOST_LINES_OF_A_FILE = 450
MOST_LINES_OF_A_FUNCTION = 50
MOST_LATE_IMPORTS = 30

DOORS = {
    "xi_sdk_resellers": {
        "__init__",
        "__main__",
        "_version",
        "api_client",
        "api_response",
        "catalog",
        "configuration",
        "dataframes",
        "deals",
        "freight",
        "invoices",
        "journal",
        "maintenance",
        "operation",
        "orders",
        "quotes",
        "renewals",
        "rest",
        "returns",
        "rate_budget",
        "token_cache",
    },
    "xi_sdk_resellers/aio": {
        "__init__",
        "api_client",
        "cancellation",
        "catalog",
        "deals",
        "freight",
        "invoices",
        "orders",
        "quotes",
        "renewals",
        "rest",
        "returns",
    },
}
"""The modules of the package's root, and of its asyncio twin. A new area of the API adds its door here."""
PUBLIC_FOLDERS = {"aio", "api", "exceptions", "models", "sandbox", "webhooks"}
GENERATED_FOLDERS = ["xi_sdk_resellers/api", "xi_sdk_resellers/aio/api", "xi_sdk_resellers/models"]
GENERATED_FOLDERS += ["xi_sdk_resellers/_operations", "xi"]


@dataclass(frozen=True)
class Module:
    """One Python file of the package or of the generator."""

    path: Path

    @cached_property
    def source(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def lines(self) -> list[str]:
        return self.source.splitlines()

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.source)

    @property
    def place(self) -> str:
        return self.path.relative_to(ROOT).as_posix()

    @property
    def generated(self) -> bool:
        return self.source.startswith(HEADER)

    @property
    def name(self) -> str:
        parts = self.path.relative_to(ROOT).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def package(self) -> str:
        """The package that relative imports start from."""
        return self.name if self.path.stem == "__init__" else self.name.rpartition(".")[0]

    def targets(self, statement: ast.stmt) -> Iterator[str]:
        """Name the modules that an import statement asks for; a name may also be something inside its module."""
        if isinstance(statement, ast.Import):
            yield from (alias.name for alias in statement.names)
        elif isinstance(statement, ast.ImportFrom):
            steps = self.package.split(".")
            start = steps[: len(steps) - statement.level + 1] if statement.level else []
            base = ".".join([*start, *filter(None, [statement.module])])
            yield from (f"{base}.{alias.name}" for alias in statement.names)


MODULES = [
    Module(path) for folder in ("xi_sdk_resellers", "codegen") for path in sorted(ROOT.joinpath(folder).rglob("*.py"))
]
NAMED = {module.name: module for module in MODULES}
WRITTEN = [module for module in MODULES if not module.generated]
OWN = ("xi_sdk_resellers", "codegen")


def own(target: str) -> bool:
    return target.partition(".")[0] in OWN


def functions(module: Module) -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    """Give every function of a module with its name and the classes and functions around it."""

    def walk(node: ast.AST, around: str) -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
        for child in ast.iter_child_nodes(node):
            named = isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))
            inside = f"{around}{child.name}" if named else around  # type: ignore[attr-defined]
            if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
                yield inside, child
            yield from walk(child, f"{inside}." if named else around)

    return walk(module.tree, "")


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count the lines of a body from its first statement to its last, the docstring aside."""
    body = function.body[1:] if ast.get_docstring(function, clean=False) is not None else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


# Doors and folders.


@pytest.mark.parametrize("folder", DOORS)
def test_a_file_in_the_root_is_a_public_door(folder: str) -> None:
    assert {path.stem for path in ROOT.joinpath(folder).glob("*.py")} == DOORS[folder]


def test_a_public_folder_is_one_that_programs_import() -> None:
    folders = {path.parent.name for path in ROOT.joinpath("xi_sdk_resellers").glob("*/__init__.py")}
    assert {name for name in folders if not name.startswith("_")} == PUBLIC_FOLDERS


@pytest.mark.parametrize("folder", GENERATED_FOLDERS)
def test_a_generated_folder_holds_nothing_else(folder: str) -> None:
    files = [path for path in ROOT.joinpath(folder).rglob("*.py*") if path.suffix in (".py", ".pyi")]
    assert files
    assert [path.name for path in files if not path.read_text(encoding="utf-8").startswith(HEADER)] == []


# Sizes.


def test_no_file_written_by_hand_is_long() -> None:
    tests = [Module(path) for path in ROOT.joinpath("test").rglob("*.py")]
    long = {module.place: len(module.lines) for module in [*WRITTEN, *tests]}
    assert {place: count for place, count in long.items() if count > MOST_LINES_OF_A_FILE} == {}


def test_no_function_is_long() -> None:
    long = {
        f"{module.place}::{name}": body_lines(function) for module in WRITTEN for name, function in functions(module)
    }
    assert {place: count for place, count in long.items() if count > MOST_LINES_OF_A_FUNCTION} == {}


# Imports inside functions.


def late_imports() -> Iterator[tuple[Module, ast.stmt]]:
    for module in MODULES:
        found = {
            node.lineno: node
            for _, function in functions(module)
            for node in ast.walk(function)
            if isinstance(node, (ast.Import, ast.ImportFrom)) and any(map(own, module.targets(node)))
        }
        yield from ((module, node) for node in found.values())


def explained(module: Module, statement: ast.stmt) -> bool:
    """Whether a comment that begins with "Late:" stands above an import, or above the block that it is in."""
    ends = {node.end_lineno: node for node in ast.walk(module.tree) if isinstance(node, (ast.Import, ast.ImportFrom))}
    first = statement.lineno
    while first - 1 in ends:
        first = ends[first - 1].lineno
    above = first - 2  # the line before it, counted from 0
    comments = []
    while module.lines[above].lstrip().startswith("#"):
        comments.append(module.lines[above].strip())
        above -= 1
    return bool(comments) and comments[-1].startswith("# Late: ")


def test_own_imports_inside_functions_are_few() -> None:
    by_module = Counter(module.place for module, _ in late_imports())
    assert by_module.total() <= MOST_LATE_IMPORTS, f"{by_module.total()} of them: {dict(by_module)}"


def test_own_imports_inside_functions_say_why() -> None:
    assert [f"{module.place}:{node.lineno}" for module, node in late_imports() if not explained(module, node)] == []


# Circles.


def home(target: str) -> str | None:
    """The module that an import asks for: itself, or the one that it is inside of."""
    while target and target not in NAMED:
        target = target.rpartition(".")[0]
    return target or None


def imports_of(module: Module) -> set[str]:
    """Every module that a module imports, anywhere in it, also for type checkers alone."""
    asked = (home(target) for node in ast.walk(module.tree) for target in module.targets(node))  # type: ignore[arg-type]
    return {found for found in asked if found is not None and found != module.name}


def circles(graph: dict[str, set[str]]) -> list[list[str]]:
    """Find the groups of modules that import each other, directly or by others."""

    def reached(start: str) -> set[str]:
        seen: set[str] = set()
        ahead = [start]
        while ahead:
            for target in graph[ahead.pop()] - seen:
                seen.add(target)
                ahead.append(target)
        return seen

    reach = {name: reached(name) for name in graph}
    groups = {tuple(sorted(other for other in reach[name] if name in reach[other])) for name in graph}
    return [list(group) for group in sorted(groups) if group]


def test_no_modules_import_each_other() -> None:
    assert circles({module.name: imports_of(module) for module in MODULES}) == []


# The counting itself.

EXAMPLE = '''
def outer():
    """A docstring
    of two lines."""
    # Late: saves time,
    # and says so in two lines.
    from xi_sdk_resellers import orders
    from xi_sdk_resellers.orders import Orders

    def inner():
        import json
        import codegen
        return json, codegen

    return inner, orders, Orders
'''


@pytest.fixture
def example(tmp_path: Path) -> Module:
    tmp_path.joinpath("example.py").write_text(EXAMPLE)
    return Module(tmp_path / "example.py")


def test_bodies_are_counted_without_their_docstring(example: Module) -> None:
    assert {name: body_lines(function) for name, function in functions(example)} == {"outer": 9, "outer.inner": 3}


def test_late_imports_need_their_comment(example: Module) -> None:
    found = [node for node in ast.walk(example.tree) if isinstance(node, (ast.Import, ast.ImportFrom))]
    said = {ast.unparse(node): explained(example, node) for node in found}
    assert said == {
        "from xi_sdk_resellers import orders": True,
        "from xi_sdk_resellers.orders import Orders": True,
        "import json": False,
        "import codegen": False,
    }


def test_circles_are_found() -> None:
    graph = {"a": {"b"}, "b": {"c"}, "c": {"b", "d"}, "d": set(), "e": {"e", "d"}}
    assert circles({name: set(targets) for name, targets in graph.items()}) == [["b", "c"], ["e"]]
    assert home("xi_sdk_resellers.orders.Orders") == "xi_sdk_resellers.orders"
    assert home("json") is None
