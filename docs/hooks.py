"""Fills the navigation's reference section from the pages that the generator wrote."""

from __future__ import annotations

from pathlib import Path
from typing import Any

FOLDER = "reference/"


def on_config(config: Any) -> Any:
    """Replace the entry that names the reference folder by the list of its pages, the index first."""
    root = Path(config["docs_dir"])
    pages = sorted(root.joinpath(FOLDER).rglob("*.md"), key=lambda page: (page.name != "index.md", page.as_posix()))
    for entry in config["nav"]:
        if FOLDER in entry.values():
            (title,) = entry
            entry[title] = [page.relative_to(root).as_posix() for page in pages]
    return config
