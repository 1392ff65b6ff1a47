"""What the site needs beyond its Markdown pages: the reference in the navigation, and notebooks as pages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File

REFERENCE = "reference/"


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
    return config


def _heading(page: Path) -> str:
    """The first heading of a page; MkDocs does not find one behind a comment."""
    lines = page.read_text(encoding="utf-8").splitlines()
    return next(line.removeprefix("# ") for line in lines if line.startswith("# "))


def on_files(files: Any, *, config: Any) -> Any:
    """Add a page for each notebook, made from its cells and the results that are stored in it."""
    for file in list(files):
        if file.src_uri.endswith(".ipynb"):
            notebook = json.loads(Path(file.abs_src_path).read_text(encoding="utf-8"))
            text = "\n\n".join(part for cell in notebook["cells"] for part in _cell(cell))
            files.append(File.generated(config, file.src_uri.removesuffix(".ipynb") + ".md", content=text))
    return files


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
