"""Print the asyncio twins of the workflow classes out of the blocking ones.

A module in the root of the package that defines a workflow class (its base is called a face) has a twin of the same
name in ``aio``; one in a room of the workflows has its twin beside it, as ``…_aio``. The twin differs in what it
imports (the asyncio sibling of every module that has one), in ``async`` and ``await``, and in the examples of its docs.
What is awaited follows from the siblings: their coroutine functions, the coroutine methods of their classes, and every
method of an endpoint class.
"""

from __future__ import annotations

import ast
import re
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from codegen import PACKAGE
from codegen.formatting import formatted
from codegen.models import HEADER

_ROOT = Path(__file__).resolve().parent.parent
_FACE = "Face"
_CANCELLED = (
    f"When a task is cancelled in the middle, :func:`{PACKAGE}.aio.cancelled_call` tells whether a change may have\n"
    "taken effect."
)
_SAID = {
    "can be shared by threads, like its client": "can be shared by the tasks of its client",
    "An iterator over": "An asynchronous iterator over",
}
"""What is said otherwise of the twin."""


def files(root: Path = _ROOT) -> dict[str, str]:
    """Print every twin, by its path below the project."""
    result: dict[str, str] = {}
    for path in sorted([*(root / PACKAGE).glob("*.py"), *(root / PACKAGE / "_workflows").glob("*/*.py")]):
        source = path.read_text(encoding="utf-8")
        if path.stem.endswith("_aio") or not _has_face(ast.parse(source)):
            continue
        name = path.relative_to(root / PACKAGE).with_suffix("").as_posix()
        place = f"{name}_aio" if "/" in name else f"aio/{name}"
        result[f"{PACKAGE}/{place}.py"] = twin(source, name.replace("/", "."), root)
    return result


def _has_face(tree: ast.Module) -> bool:
    """Tell whether a module has a workflow class: one whose base is called a face."""
    return any(base.endswith(_FACE) for node in tree.body for base in _bases(node))


def twin(source: str, name: str, root: Path = _ROOT) -> str:
    """Print the asyncio twin of a module.

    Args:
        source: the module.
        name: what it is called, below the package.
        root: the folder that the package is in.

    Raises:
        ValueError: something is called where it cannot be awaited.
    """
    tree = ast.parse(source)
    edits = _Edits(source)
    imports = _read_imports(tree, root, edits)
    coroutines = _await_calls(tree, imports, edits)
    _write_docs(tree, name, coroutines, edits)
    return formatted(f"{HEADER}\n{_renamed(edits.applied(), imports.renamed)}")


class _Edits:
    """Changes of a source at places of its syntax tree."""

    def __init__(self, source: str) -> None:
        self._source = source.encode()
        self._starts = [0]
        for line in self._source.splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))
        self._changes: list[tuple[int, int, bytes]] = []

    def at(self, line: int, column: int, text: str) -> None:
        """Insert a text."""
        place = self._starts[line - 1] + column
        self._changes.append((place, place, text.encode()))

    def replace(self, node: ast.stmt | ast.expr, text: str) -> None:
        """Write a node otherwise."""
        self._changes.append((*self._span(node), text.encode()))

    def text(self, node: ast.stmt | ast.expr) -> str:
        """Give a node as it is written."""
        start, end = self._span(node)
        return self._source[start:end].decode()

    def _span(self, node: ast.stmt | ast.expr) -> tuple[int, int]:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        start = self._starts[node.lineno - 1] + node.col_offset
        return start, self._starts[node.end_lineno - 1] + node.end_col_offset

    def applied(self) -> str:
        """Give the source with all changes."""
        source = self._source
        for start, end, text in sorted(self._changes, reverse=True):
            source = source[:start] + text + source[end:]
        return source.decode()


@dataclass
class _Imports:
    """What a module takes from modules with an asyncio sibling."""

    renamed: dict[str, str] = field(default_factory=dict[str, str])
    """Names that are called otherwise there."""
    functions: set[str] = field(default_factory=set[str])
    """Functions that are coroutine functions there."""
    methods: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    """The coroutine methods of classes, by the name of the class here."""


def _read_imports(tree: ast.Module, root: Path, edits: _Edits) -> _Imports:
    """Import from the asyncio sibling of every module that has one what stands there."""
    found = _Imports()
    for node in ast.walk(tree):
        if not isinstance(node, ast.ImportFrom) or not node.module:
            continue
        sibling = _sibling(node.module, root)
        if sibling is None:
            continue
        there = _defined(sibling, root)
        names = {
            alias.name: next((n for n in (alias.name, f"Async{alias.name}") if n in there), None)
            for alias in node.names
        }
        here = [name for name, other in names.items() if other is None]  # they stand once, beside the blocking twin
        moved = [name for name, other in names.items() if other is not None]
        lines = [f"from {sibling} import {', '.join(moved)}"] if moved else []
        lines += [f"from {node.module} import {', '.join(here)}"] if here else []
        edits.replace(node, f"\n{' ' * node.col_offset}".join(lines))
        for name, other in names.items():
            definition = there.get(other or "")
            if other is not None and other != name:
                found.renamed[name] = other
            if isinstance(definition, ast.AsyncFunctionDef):
                found.functions.add(name)
            elif isinstance(definition, ast.ClassDef):
                found.methods[name] = _coroutines(definition, sibling, root)
    return found


def _coroutines(owner: ast.ClassDef, module: str, root: Path) -> set[str]:
    """Name the coroutine methods of a class, those of its bases included."""
    found = {method for node in owner.body for method in _coroutine(node)}
    for node in ast.parse(_path(module, root).read_text(encoding="utf-8")).body:
        if not isinstance(node, ast.ImportFrom) or not node.module or not _path(node.module, root).exists():
            continue
        for alias in node.names:
            base = _defined(node.module, root).get(alias.name) if alias.name in _bases(owner) else None
            if isinstance(base, ast.ClassDef):
                found |= _coroutines(base, node.module, root)
    return found


def _sibling(module: str, root: Path) -> str | None:
    """Name the asyncio sibling of a module: ``…_aio`` beside it, or the same name below ``aio``."""
    if not module.startswith(f"{PACKAGE}."):
        return None
    names = (f"{module}_aio", module.replace(PACKAGE, f"{PACKAGE}.aio", 1))
    return next((name for name in names if _path(name, root).exists()), None)


def _path(module: str, root: Path) -> Path:
    return root.joinpath(*module.split(".")).with_suffix(".py")


def _defined(module: str, root: Path) -> dict[str, ast.stmt]:
    """List what a module defines."""
    found: dict[str, ast.stmt] = {}
    for node in ast.parse(_path(module, root).read_text(encoding="utf-8")).body:
        if isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            found[node.name] = node
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            found[node.target.id] = node
    return found


def _coroutine(node: ast.stmt) -> list[str]:
    """Name the coroutine method that a statement of a class defines: written, or derived from a written one."""
    match node:
        case ast.AsyncFunctionDef(name=name):
            return [name]
        case ast.AnnAssign(target=ast.Name(id=name), value=ast.Call(func=ast.Name(id=form))):
            return [name] if form.startswith("awaited_") else []
        case _:
            return []


def _bases(node: ast.stmt) -> list[str]:
    return [base.id for base in node.bases if isinstance(base, ast.Name)] if isinstance(node, ast.ClassDef) else []


def _await_calls(tree: ast.Module, imports: _Imports, edits: _Edits) -> dict[str, set[str]]:
    """Await what the twin awaits; return the methods that became coroutine methods, by class."""
    result: dict[str, set[str]] = {}
    for owner in tree.body:
        if not isinstance(owner, ast.ClassDef):
            continue
        methods = [node for node in owner.body if isinstance(node, ast.FunctionDef)]
        own = {name for base in _bases(owner) for name in imports.methods.get(base, set())}
        parts = _parts(owner, imports)
        coroutines: set[str] = set()
        while more := [
            method.name
            for method in methods
            if method.name not in coroutines and any(_awaited(method, imports.functions, own | coroutines, parts))
        ]:
            coroutines.update(more)
        for method in methods:
            if method.name in coroutines:
                edits.at(method.lineno, method.col_offset, "async ")
                for call, above in _awaited(method, imports.functions, own | coroutines, parts):
                    _await(call, above, edits)
        result[owner.name] = coroutines
    return result


def _parts(owner: ast.ClassDef, imports: _Imports) -> dict[str, set[str]]:
    """List the attributes of ``self`` that are declared as a class with coroutine methods, and those methods."""
    return {
        node.target.attr: imports.methods[node.annotation.id]
        for node in ast.walk(owner)
        if isinstance(node, ast.AnnAssign)
        and isinstance(node.target, ast.Attribute)
        and isinstance(node.annotation, ast.Name)
        and node.annotation.id in imports.methods
    }


def _awaited(
    method: ast.FunctionDef, functions: set[str], own: set[str], parts: dict[str, set[str]]
) -> Iterator[tuple[ast.Call, list[ast.AST]]]:
    """List the calls of a method that the twin awaits, each with what it stands in."""
    for call, above in _calls(method, []):
        match call.func:
            case ast.Name(id=name):
                found = name in functions
            case ast.Attribute(value=ast.Name(id="self"), attr=name):
                found = name in own
            case ast.Attribute(value=ast.Attribute(value=ast.Name(id="self"), attr=part), attr=name):
                found = name in parts.get(part, set())
            case _:
                found = False
        if found:
            yield call, above


def _calls(node: ast.AST, above: list[ast.AST]) -> Iterator[tuple[ast.Call, list[ast.AST]]]:
    for below in ast.iter_child_nodes(node):
        if isinstance(below, ast.Call):
            yield below, [*above, node]
        yield from _calls(below, [*above, node])


def _await(call: ast.Call, above: list[ast.AST], edits: _Edits) -> None:
    if any(isinstance(node, (ast.Lambda, ast.FunctionDef, ast.GeneratorExp)) for node in above[1:]):
        raise ValueError(f"line {call.lineno}: {ast.unparse(call)} cannot be awaited in a function of its own")
    holder = above[-1]
    tight = isinstance(holder, (ast.Attribute, ast.Subscript)) or (isinstance(holder, ast.Call) and holder.func is call)
    edits.at(call.lineno, call.col_offset, "(await " if tight else "await ")
    if tight:
        assert call.end_lineno is not None
        assert call.end_col_offset is not None
        edits.at(call.end_lineno, call.end_col_offset, ")")


def _write_docs(tree: ast.Module, name: str, coroutines: dict[str, set[str]], edits: _Edits) -> None:
    """Rewrite the examples in docstrings, and what they say of the twin."""
    variables: dict[str, set[str]] = {}
    for owner, methods in coroutines.items():
        for variable in re.findall(rf"(\w+) = {owner}\(", ast.get_docstring(tree) or ""):
            variables[variable] = methods
    for node in ast.walk(tree):
        if not isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)) or ast.get_docstring(node) is None:
            continue
        text = _example(edits.text(node.body[0]), variables)
        if isinstance(node, ast.Module):
            inner = text.strip().strip('"').strip()
            text = f'"""The asyncio twin of :mod:`{PACKAGE}.{name}`.\n\n{inner}\n\n{_CANCELLED}\n"""'
        edits.replace(node.body[0], text)


def _example(text: str, variables: dict[str, set[str]]) -> str:
    text = re.sub(r"^( +)with ApiClient\(", r"\1async with ApiClient(", text, flags=re.MULTILINE)
    for variable, methods in variables.items():
        text = re.sub(rf"^( +)for (\w+) in {variable}\.", rf"\1async for \2 in {variable}.", text, flags=re.MULTILINE)
        for method in methods:
            call = rf"^( +(?:\w+ = |return |print\()?)({variable}\.{method}\()"
            text = re.sub(call, r"\1await \2", text, flags=re.MULTILINE)
    for blocking, other in _SAID.items():
        text = text.replace(blocking, other)
    return text


def _renamed(source: str, names: dict[str, str]) -> str:
    """Rename classes: in code, in short texts, and between the backticks of docs. Prose stays as it is."""
    if not names:
        return source
    name = re.compile(rf"\b({'|'.join(map(re.escape, names))})\b")

    def renamed(text: str) -> str:
        return name.sub(lambda found: names[found[1]], text)

    lines = source.splitlines(keepends=True)
    for token in reversed(list(tokenize.generate_tokens(iter(lines).__next__))):
        if token.type not in (tokenize.NAME, tokenize.STRING):
            continue
        quoted = token.string.startswith('"""')
        text = re.sub(r"`[^`\n]+`", lambda found: renamed(found[0]), token.string) if quoted else renamed(token.string)
        (first, start), (last, end) = token.start, token.end
        if text != token.string:
            lines[first - 1 : last] = [f"{lines[first - 1][:start]}{text}{lines[last - 1][end:]}"]
    return "".join(lines)
