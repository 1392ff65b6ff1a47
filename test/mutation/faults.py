"""The faults of a file: what mutmut's operators make of it, where that means something."""

from __future__ import annotations

import ast
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider, WhitespaceInclusivePositionProvider
from mutmut.mutation.mutators import mutation_operators

_QUIET = ("log", "logger")
"""Objects whose methods only write to the log."""


@dataclass(frozen=True)
class Fault:
    """One change of one file."""

    path: str
    line: int
    before: str
    after: str
    source: str
    """The whole file with the change."""

    @property
    def name(self) -> str:
        """What it is called in reports and in the list of survivors: without the number of the line, which moves."""
        return f"{self.path}: {self.before} -> {self.after}"


@dataclass(frozen=True)
class _Place:
    line: int
    begin: tuple[int, int]
    end: tuple[int, int]
    instead: cst.CSTNode


class _Finder(cst.CSTVisitor):
    """Finds every node that can be changed."""

    METADATA_DEPENDENCIES = (PositionProvider, WhitespaceInclusivePositionProvider)

    def __init__(self) -> None:
        super().__init__()
        self.places: list[_Place] = []
        self._bases: set[cst.CSTNode] = set()

    def on_visit(self, node: cst.CSTNode) -> bool:
        if _means_nothing(node) or node in self._bases:
            return False
        if isinstance(node, cst.ClassDef):
            self._bases.update(node.bases)  # with the types that they are of
        for kind, operator in mutation_operators:
            if isinstance(node, kind):
                position: Any = self.get_metadata(PositionProvider, node, None)
                if position is not None:
                    line = position.start.line
                    whole: Any = self.get_metadata(WhitespaceInclusivePositionProvider, node)
                    begin, end = ((at.line - 1, at.column) for at in (whole.start, whole.end))
                    self.places += [_Place(line, begin, end, new) for new in _changes(operator, node)]
        return super().on_visit(node)


def _changes(operator: Any, node: cst.CSTNode) -> Sequence[cst.CSTNode]:
    """Apply an operator; of a text only one change counts, and none of a sentence for people."""
    if (
        isinstance(node, (cst.Assign, cst.AnnAssign))
        and isinstance(node.value, cst.Name)
        and node.value.value == "False"
    ):
        return []  # None says the same
    changed = list(operator(node))
    if not isinstance(node, cst.SimpleString):
        return changed
    return [] if " " in node.value else changed[:1]


def _means_nothing(node: cst.CSTNode) -> bool:
    """Tell whether a node has no effect: types, imports, docstrings, exports, what is written to the log."""
    if isinstance(node, (cst.Annotation, cst.Import, cst.ImportFrom, cst.Decorator)):
        return True
    if isinstance(node, cst.Expr) and isinstance(node.value, (cst.SimpleString, cst.ConcatenatedString)):
        return True
    if isinstance(node, cst.If) and isinstance(node.test, cst.Name) and node.test.value == "TYPE_CHECKING":
        return True
    if isinstance(node, cst.AnnAssign) and isinstance(node.annotation.annotation, cst.Name):
        return node.annotation.annotation.value == "TypeAlias"
    if isinstance(node, cst.Assign):
        targets = [target.target for target in node.targets]
        names = [target.attr if isinstance(target, cst.Attribute) else target for target in targets]
        exports = any(isinstance(name, cst.Name) and name.value.startswith("__") for name in names)
        return exports or _calls(node.value, "TypeVar", "getLogger")
    if isinstance(node, cst.Call) and isinstance(node.func, cst.Attribute) and isinstance(node.func.value, cst.Name):
        return node.func.value.value in _QUIET
    return _calls(node, "cast", "TypeVar")


def _calls(node: cst.CSTNode, *names: str) -> bool:
    if not isinstance(node, cst.Call):
        return False
    named = node.func.attr if isinstance(node.func, cst.Attribute) else node.func
    return isinstance(named, cst.Name) and named.value in names


def faults_of(path: str, source: str, most: int | None, seed: int) -> Iterator[Fault]:
    """Draw faults of a file.

    Args:
        path: where it is in the tree.
        source: what is in it.
        most: how many; None for all.
        seed: the same seed draws the same faults.
    """
    wrapper = MetadataWrapper(cst.parse_module(source), unsafe_skip_copy=True)
    finder = _Finder()
    wrapper.visit(finder)
    places = finder.places
    random.Random(f"{seed} {path}").shuffle(places)
    statements = _Statements(source)
    lines = source.splitlines(keepends=True)
    starts = list(accumulate(map(len, lines), initial=0))
    made = 0
    for place in places:
        if most is not None and made >= most:
            return
        # Text is put into text: a tree of the whole file for each fault would take as long as the tests.
        begin, end = (starts[line] + column for line, column in (place.begin, place.end))
        changed = source[:begin] + wrapper.module.code_for_node(place.instead) + source[end:]
        if not statements.is_changed(place.line, changed):
            continue
        made += 1
        yield Fault(path, place.line, *_difference(lines, changed.splitlines()), changed)


class _Statements:
    """Tells what a change means by the function around it alone, or else by the statement of the module."""

    def __init__(self, source: str) -> None:
        tree = ast.parse(source)
        functions = [node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]
        # The innermost ones last.
        self._found = [*tree.body, *sorted(functions, key=lambda node: node.col_offset)]
        self._lines = source.splitlines(keepends=True)
        self._meant: dict[ast.stmt, str] = {}

    def is_changed(self, line: int, changed: str) -> bool:
        """Tell whether a version of the source is valid, and another program."""
        *_, around = (node for node in self._found if _first(node) <= line <= (node.end_lineno or 0))
        lines = changed.splitlines(keepends=True)
        if around not in self._meant:
            self._meant[around] = self._meaning(around, self._lines)
        try:
            return self._meaning(around, lines) != self._meant[around]
        except SyntaxError:
            return False

    def _meaning(self, around: ast.stmt, lines: list[str]) -> str:
        behind = len(self._lines) - (around.end_lineno or 0)
        text = "".join(lines[_first(around) - 1 : len(lines) - behind])
        return ast.dump(ast.parse("if True:\n" + text if around.col_offset else text))


def _first(node: ast.stmt) -> int:
    """Give the first line of a statement, with what decorates it."""
    return min([node.lineno, *(above.lineno for above in getattr(node, "decorator_list", []))])


def _difference(before: Sequence[str], after: Sequence[str]) -> tuple[str, str]:
    """Give what was there and what is there instead, each in one line."""
    before, after = ([line.strip() for line in lines] for lines in (before, after))
    first = next((at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), 0)
    tail = 0
    while tail < min(len(before), len(after)) - first - 1 and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    changed = (before[first : len(before) - tail], after[first : len(after) - tail])
    return " ".join(changed[0]), " ".join(changed[1])


def in_a_body(source: str, line: int) -> bool:
    """Tell whether a line is inside the body of a function, and so not run when the file is imported."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    functions = [node for node in ast.walk(ast.parse(source)) if isinstance(node, kinds)]
    return any(node.body[0].lineno <= line <= (node.end_lineno or 0) for node in functions)
