"""Read the public names of the package without importing it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import griffe

PACKAGE = "xi_sdk_resellers"
_DOORS_OF_DOORS = {PACKAGE, f"{PACKAGE}.aio", f"{PACKAGE}.api", f"{PACKAGE}.aio.api", f"{PACKAGE}.models"}
_STARS: dict[griffe.ParameterKind | None, str] = {
    griffe.ParameterKind.var_positional: "*",
    griffe.ParameterKind.var_keyword: "**",
}


def public_names(root: Path) -> set[str]:
    """List what the package offers: classes, functions with their parameters, attributes and fields.

    Args:
        root: the folder that holds the package.

    Returns:
        A line for each; a parameter that may be left out ends with ``=``.
    """
    tree = griffe.load(PACKAGE, search_paths=[str(root)], allow_inspection=False, resolve_aliases=True)
    return {line.removeprefix(f"{PACKAGE}.") for line in _lines(tree, PACKAGE)}


def undocumented(released: set[str], found: set[str], changelog: str) -> list[str]:
    """List what was released, is gone or has another signature, and is not named in the changelog's newest section.

    Args:
        released: the names of the last release.
        found: the names of today.
        changelog: the text of the changelog.
    """
    newest = changelog.split("\n## ")[1]
    words = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`]+)`", newest))))
    names = {line.partition("(")[0] for line in found}
    made = {line for line in found if "(" not in line}
    silent: list[str] = []
    for line in sorted(released - found):
        name, _, parameters = line.partition("(")
        owner = name.rpartition(".")[0]
        if name in made or _still_takes(parameters, [new for new in found if new.startswith(f"{name}(")]):
            continue
        gone = owner if "." in owner and owner not in names and not _is_module(owner, released) else name
        if gone.rpartition(".")[2] not in words:
            silent.append(line)
    return silent


def _is_module(name: str, released: set[str]) -> bool:
    """Tell whether a name is a module's: modules have no line of their own."""
    return name not in released


def _still_takes(parameters: str, today: list[str]) -> bool:
    """Tell whether a call with the old parameters is still one: new ones may only come behind, and be left out."""
    old = [each for each in parameters.rstrip(")").split(", ") if each]
    for line in today:
        new = [each for each in line.partition("(")[2].rstrip(")").split(", ") if each]
        more = [each for each in new if each not in old]
        if [each for each in new if each in old] == old and all(each.endswith("=") or "*" in each for each in more):
            return True
    return False


def _lines(scope: griffe.Object, path: str) -> Iterator[str]:
    inherits = scope.is_class and ".models." not in path
    for name, member in (scope.all_members if inherits else scope.members).items():
        if (name.startswith("_") and name != "__init__") or (scope.is_module and not _offered(scope, name, member)):
            continue
        try:
            found: griffe.Object = member.final_target if isinstance(member, griffe.Alias) else member
        except (griffe.AliasResolutionError, griffe.CyclicAliasError):
            continue  # of another package
        place = f"{path}.{name}"
        if found.is_module:
            yield from _lines(found, place)
        elif found.is_class:
            yield place
            # A package shows what its own modules hold; where those are doors themselves, once is enough.
            at_home = member is found or (path not in _DOORS_OF_DOORS and found.path.startswith(f"{path}."))
            if scope.is_class or at_home or "._" in found.path:  # else its lines are where it lives
                yield from _lines(found, place)
        elif isinstance(found, griffe.Function):
            yield f"{place}({_parameters(found)})"
        else:
            yield place


def _offered(module: griffe.Object, name: str, member: griffe.Object | griffe.Alias) -> bool:
    """Tell whether a module means a name for its users. What the package itself hands on is listed where it lives."""
    if not isinstance(member, griffe.Alias):
        return (
            module.exports is None or name in _exports(module) or (member.is_module and ".sandbox" not in module.path)
        )
    return module.exports is not None and name in _exports(module)


def _exports(module: griffe.Object) -> set[str]:
    return {str(each) for each in module.exports or ()}


def _parameters(function: griffe.Function) -> str:
    shown: list[str] = []
    for parameter in function.parameters:
        if parameter.name in ("self", "cls"):
            continue
        stars = _STARS.get(parameter.kind, "")
        left_out = "=" if not stars and parameter.default is not None else ""
        shown.append(f"{stars}{parameter.name}{left_out}")
    return ", ".join(shown)
