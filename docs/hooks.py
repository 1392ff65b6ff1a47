"""What the site needs beyond its Markdown pages: the reference in the navigation, a page for each public module of the
package, and notebooks as pages."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File

REFERENCE = "reference/"
MODULES = "package/"
ROOT = "xi_sdk_resellers"
PACKAGE = Path(__file__).parents[1] / ROOT
SETTINGS = PACKAGE / "_settings" / "groups.py"
NO_DOORS = {"__init__", "__main__", "_version", "operation", "api", "models"}
"""What the package's own page or the reference shows, or nobody needs."""


def on_config(config: Any) -> Any:
    """Replace the entry that names the reference folder by its pages: the index, the API classes, the models."""
    root = Path(config["docs_dir"])

    def pages(pattern: str) -> list[dict[str, str]]:
        found = sorted(root.joinpath(REFERENCE).glob(pattern))
        return [{_heading(page): page.relative_to(root).as_posix()} for page in found]

    for entry in config["nav"]:
        if REFERENCE in entry.values():
            (title,) = entry
            entry[title] = [*pages("*.md"), {"Classes": pages("api/*.md")}, {"Models": pages("models/*.md")}]
        elif MODULES in entry.values():
            (title,) = entry
            entry[title] = [{name: f"{MODULES}{name}.md"} for name in doors()]
    return config


def _heading(page: Path) -> str:
    """The first heading of a page; MkDocs does not find one behind a comment."""
    lines = page.read_text(encoding="utf-8").splitlines()
    return next(line.removeprefix("# ") for line in lines if line.startswith("# "))


def on_files(files: Any, *, config: Any) -> Any:
    """Add a page for each public module, and for each notebook, made from its cells and their stored results."""
    for name in doors():
        files.append(File.generated(config, f"{MODULES}{name}.md", content=_module_page(name)))
    for file in list(files):
        if file.src_uri.endswith(".ipynb"):
            notebook = json.loads(Path(file.abs_src_path).read_text(encoding="utf-8"))
            text = "\n\n".join(part for cell in notebook["cells"] for part in _cell(cell))
            files.append(File.generated(config, file.src_uri.removesuffix(".ipynb") + ".md", content=text))
    return files


def doors() -> list[str]:
    """List the public modules and packages of the package."""
    found = {
        path.stem: path for path in [*PACKAGE.glob("*.py"), *(each.parent for each in PACKAGE.glob("*/__init__.py"))]
    }
    return [ROOT, *sorted(name for name in found if not name.startswith("_") and name not in NO_DOORS)]


def _homeless() -> list[str]:
    """List the public names that live in private modules, by where they live."""
    for node in ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "_MODULES":
            homes: dict[str, str] = ast.literal_eval(node.value)
            return [f"{home}.{name}" for name, home in homes.items() if home.startswith("_") and home != "_version"]
    return []


def _module_page(name: str) -> str:
    """A page that shows a module by its docstrings."""
    if name == ROOT:
        return f"# {ROOT}\n\nWhat has no module of its own.\n\n" + "\n\n".join(
            f"::: {ROOT}.{each}" for each in _homeless()
        )
    path = PACKAGE / f"{name}.py"
    tree = ast.parse((path if path.exists() else PACKAGE / name / "__init__.py").read_text(encoding="utf-8"))
    own = [node.name for node in tree.body if isinstance(node, (ast.ClassDef, ast.FunctionDef))]
    exports = _exports(tree)
    # What a module is for is what it defines; the exceptions and results that it hands on come behind.
    members = [each for each in own if each in exports] + [each for each in exports if each not in own]
    shown = f"      members: [{', '.join(members)}]\n" if members else ""
    options = f"    options:\n      show_root_heading: false\n      show_root_toc_entry: false\n{shown}"
    if name == "exceptions":
        options += "      show_signature: false\n"  # programs catch them
    if name == "aio":
        options += "      filters: ['!^_', '!Api$']\n"  # endpoint classes are those of the reference
    settings = "\n".join(_settings()) if name == "configuration" else ""
    return f"# {name}\n\n`xi_sdk_resellers.{name}`\n\n{settings}\n::: xi_sdk_resellers.{name}\n{options}"


def _exports(tree: ast.Module) -> list[str]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__":
            return sorted(ast.literal_eval(node.value)) if isinstance(node.value, (ast.List, ast.Tuple)) else []
    return []


def _settings() -> Iterator[str]:
    """A table of settings for each of their groups."""
    for group in ast.parse(SETTINGS.read_text(encoding="utf-8")).body:
        if not isinstance(group, ast.ClassDef):
            continue
        yield f"## {group.name}\n\n{ast.get_docstring(group)}\n\n| setting | type | what it is |\n| --- | --- | --- |"
        for setting, said in zip(group.body, group.body[1:], strict=False):
            if isinstance(setting, ast.AnnAssign) and isinstance(said, ast.Expr):
                kind = ast.unparse(setting.annotation).replace(" |", " or")
                words = " ".join(ast.literal_eval(said.value).split()).replace("``", "`")
                yield f"| `{ast.unparse(setting.target)}` | `{kind}` | {words} |"
        yield ""


def _cell(cell: dict[str, Any]) -> list[str]:
    """One cell as parts of a Markdown page."""
    source = "".join(cell["source"])
    if cell["cell_type"] == "markdown":
        return [source]
    return [_fenced("python", source), *(_output(output) for output in cell["outputs"])]


def _output(output: dict[str, Any]) -> str:
    """One stored result: a picture, HTML, or text."""
    data = output.get("data", {})
    if "image/png" in data:
        picture = "".join(data["image/png"]).replace("\n", "")
        return f'<img class="notebook-output" alt="Plot made by the cell above" src="data:image/png;base64,{picture}">'
    if "text/html" in data:
        lines = "".join(data["text/html"]).splitlines()
        return '<div class="notebook-output">' + "\n".join(line for line in lines if line.strip()) + "</div>"
    return _fenced("text", "".join(output.get("text", data.get("text/plain", ""))))


def _fenced(language: str, text: str) -> str:
    return f"```{language}\n{text.rstrip()}\n```"
