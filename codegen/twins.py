"""Print the asyncio twins of the workflow classes out of the blocking ones.

A module in the root of the package that defines a workflow class (a subclass of ``Face``) has a twin of the same name
in ``aio``. The twin differs in what it imports (the asyncio sibling of every module that has one), in ``async`` and
``await``, and in the examples of its docs.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

from codegen import PACKAGE
from codegen.models import HEADER

_ROOT = Path(__file__).resolve().parent.parent
_AWAITED = re.compile(r"(?<!await )(?<!partial\()\b(self\._run|self\._call|self\.api\.\w+|first_result)\(")
"""Calls of the workflow classes that the twin awaits."""


def files() -> dict[str, str]:
    """Print every twin, by its path below the project."""
    folder = _ROOT / PACKAGE
    sources = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py"))}
    return {
        f"{PACKAGE}/aio/{name}": twin(source, name.removesuffix(".py"))
        for name, source in sources.items()
        if "(Face):" in source
    }


def twin(source: str, name: str) -> str:
    """Print the asyncio twin of a module."""
    source, renamed = _imports(source)
    for blocking, other in renamed.items():
        source = re.sub(rf"\b{blocking}\b", other, source)
    lines = source.splitlines()
    for start, end in _functions(source):
        body = "\n".join(lines[start:end])
        if _AWAITED.search(body):
            lines[start] = re.sub(r"^(\s*)def ", r"\1async def ", lines[start])
            lines[start:end] = [_AWAITED.sub(r"await \1(", line) for line in lines[start:end]]
    return _formatted(f"{HEADER}\n{_documented(chr(10).join(lines), name)}\n")


def _imports(source: str) -> tuple[str, dict[str, str]]:
    """Import from the asyncio sibling of every module that has one; return what is called otherwise there."""
    renamed: dict[str, str] = {}
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module and (sibling := _sibling(node.module)):
            there = _defined(sibling)
            source = re.sub(rf"\bfrom {re.escape(node.module)} import\b", f"from {sibling} import", source)
            renamed |= {a.name: f"Async{a.name}" for a in node.names if f"Async{a.name}" in there}
            missing = [a.name for a in node.names if a.name not in there and f"Async{a.name}" not in there]
            if missing:  # they stand once, beside the blocking twin
                line = f"from {sibling} import {', '.join(a.name for a in node.names)}"
                own = f"from {sibling} import {', '.join(a.name for a in node.names if a.name not in missing)}"
                source = source.replace(line, f"from {node.module} import {', '.join(missing)}\n{own}")
    return source, renamed


def _sibling(module: str) -> str | None:
    """Name the asyncio sibling of a module: ``…_aio`` beside it, or the same name below ``aio``."""
    if not module.startswith(f"{PACKAGE}."):
        return None
    for name in (f"{module}_aio", module.replace(PACKAGE, f"{PACKAGE}.aio", 1)):
        if _path(name).exists():
            return name
    return None


def _path(module: str) -> Path:
    return _ROOT.joinpath(*module.split(".")).with_suffix(".py")


def _defined(module: str) -> set[str]:
    found: set[str] = set()
    for node in ast.parse(_path(module).read_text(encoding="utf-8")).body:
        if isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            found.add(node.name)
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            found.add(node.target.id)
    return found


def _functions(source: str) -> list[tuple[int, int]]:
    """List the methods of the module: the lines from each ``def`` to its end."""
    classes = [node for node in ast.parse(source).body if isinstance(node, ast.ClassDef)]
    methods = [node for each in classes for node in each.body if isinstance(node, ast.FunctionDef)]
    return [(method.lineno - 1, method.end_lineno or method.lineno) for method in methods]


def _documented(source: str, name: str) -> str:
    """Rewrite the examples in docstrings, and what they say of the twin."""
    head, _, rest = source.partition("\n")
    source = f'"""The asyncio twin of :mod:`{PACKAGE}.{name}`.\n\n{head.removeprefix(chr(34) * 3)}\n{rest}'
    source = source.replace('\n"""\n', f'\n\n{_CANCELLED}\n"""\n', 1)
    source = re.sub(r"^(    +)with ApiClient\(", r"\1async with ApiClient(", source, flags=re.MULTILINE)
    source = re.sub(r"^(    +)for (\w+) in orders\.", r"\1async for \2 in orders.", source, flags=re.MULTILINE)
    source = re.sub(r"= orders\.", "= await orders.", source)
    source = source.replace("can be shared by threads, like its client", "can be shared by the tasks of its client")
    return source.replace("An iterator over", "An asynchronous iterator over")


_CANCELLED = (
    f"When a task is cancelled in the middle, :func:`{PACKAGE}.aio.cancelled_call` tells whether a change may have\n"
    "taken effect."
)


def _formatted(source: str) -> str:
    """Sort the imports and break the lines as the project's formatter does."""
    for command in (["check", "--fix-only", "--quiet", "--select", "I,RUF022"], ["format", "--quiet"]):
        ruff = [sys.executable, "-m", "ruff", *command, "--config", str(_ROOT / "pyproject.toml"), "-"]
        source = subprocess.run(ruff, input=source, capture_output=True, text=True, check=True, cwd=_ROOT).stdout
    return source
