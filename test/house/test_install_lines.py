"""Every line of the project that installs the package names this one, and no name that brings the vendor's."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).resolve().parents[2]
KINDS = {".py", ".pyi", ".md", ".toml", ".yml", ".ipynb", ".json", ""}
SKIPPED = {".git", ".venv", "site", "dist", "build", "node_modules"}
INSTALL = re.compile(r"pip3?\s+install\s+(?P<rest>[^\n`;&|]*)")
NAME = re.compile(r"xi[-_.]+(?:sdk[-_.]+)?resellers(?:\[[\w,-]+\])?")
DOCUMENTATION = "https://xi-resellers.readthedocs.io/en/latest/"


def canonical(name: str) -> str:
    """Write a name as package indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def texts() -> Iterator[tuple[Path, str]]:
    for path in ROOT.rglob("*"):
        parts = path.relative_to(ROOT).parts
        if path.suffix in KINDS and path.is_file() and not {*parts} & SKIPPED and not parts[0].endswith("_cache"):
            try:
                yield path, path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue


def test_every_install_line_brings_this_package() -> None:
    project = tomllib.loads(ROOT.joinpath("pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert canonical(project["name"]) == "xi-resellers" != canonical("xi.sdk.resellers")
    extras = {*project["optional-dependencies"]}
    seen = 0
    for path, text in texts():
        for line in INSTALL.finditer(text):
            for found in NAME.finditer(line["rest"]):
                name, _, extra = found.group().partition("[")
                ours = canonical(name) == "xi-resellers"
                told = path.name in {"migration.md", "CHANGELOG.md"} or path.is_relative_to(ROOT / "test")
                assert ours or told, f"{path.relative_to(ROOT)}: {line.group()}"
                if ours and extra:
                    assert set(extra.strip("]").split(",")) <= extras, f"{path.relative_to(ROOT)}: {line.group()}"
                seen += 1
    assert seen > 15


@pytest.mark.parametrize("name", ["project", "optional-dependencies"])
def test_nothing_in_the_metadata_asks_for_the_vendors_package(name: str) -> None:
    project = tomllib.loads(ROOT.joinpath("pyproject.toml").read_text(encoding="utf-8"))["project"]
    groups = [project["dependencies"]] if name == "project" else project["optional-dependencies"].values()
    required = {canonical(re.split(r"[\[<>=;! ]", line)[0]) for group in groups for line in group}
    assert "xi-sdk-resellers" not in required


def test_the_links_of_the_readme_are_absolute_and_lead_to_pages() -> None:
    links = re.findall(r"\]\(([^)]+)\)", ROOT.joinpath("README.md").read_text(encoding="utf-8"))
    assert links
    for link in links:
        assert link.startswith("https://"), link
        if link.startswith(DOCUMENTATION):
            page = link.removeprefix(DOCUMENTATION).partition("#")[0].strip("/") or "index"
            assert ROOT.joinpath("docs", f"{page}.md").exists() or ROOT.joinpath("docs", page, "index.md").exists(), (
                link
            )
