"""Write the generated files, or compare them with what is there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

Files = Mapping[str, str]


def present(root: Path, folders: tuple[str, ...]) -> set[str]:
    """List the files in the generated folders, relative to the root."""
    found = (path for folder in folders for path in (root / folder).rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix() for path in found if "__pycache__" not in path.parts}


def write(root: Path, folders: tuple[str, ...], files: Files) -> list[str]:
    """Write all files and remove those that are no longer generated.

    Returns:
        What changed, one line each.
    """
    changes = differences(root, folders, files)
    for name in present(root, folders) - set(files):
        (root / name).unlink()
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
    return changes


def differences(root: Path, folders: tuple[str, ...], files: Files) -> list[str]:
    """Compare whole files, and the set of files in the generated folders."""
    there = present(root, folders)
    lines = [f"{name}: not generated any more" for name in sorted(there - set(files))]
    for name in sorted(files):
        path = root / name
        if not path.exists():
            lines.append(f"{name}: missing")
        elif path.read_bytes() != files[name].encode():
            lines.append(f"{name}: differs")
    return lines
