"""The example notebooks: each runs from top to bottom, and what is stored in it is what it gives."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import nbformat
import pytest
from IPython.lib.pretty import pretty
from nbclient import NotebookClient
from nbformat import NotebookNode

from xi_sdk_resellers import ApiClient, Orders
from xi_sdk_resellers.sandbox import Sandbox

GUIDE = Path(__file__).parents[2] / "docs/guide"
NOTEBOOKS = sorted(GUIDE.glob("*.ipynb"))
PRIVATE = re.compile(r"/(home|root|tmp|usr|work|Users)/|[A-Z]:\\\\|127\.0\.0\.1|localhost|sandbox-secret|[Bb]earer ")


@pytest.fixture(scope="module", params=NOTEBOOKS, ids=lambda path: path.stem)
def notebook(request: pytest.FixtureRequest) -> Path:
    found: Path = request.param
    return found


@pytest.fixture(scope="module")
def stored(notebook: Path) -> NotebookNode:
    return nbformat.read(notebook, as_version=4)


def code_cells(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def results(cell: NotebookNode) -> list[Any]:
    """What a cell gives: printed text as it is, of everything else only the formats (pandas' texts differ)."""
    return [output.get("text") or sorted(output.get("data", {})) for output in cell.outputs]


def test_it_runs_and_gives_what_is_stored(notebook: Path, stored: NotebookNode) -> None:
    fresh = nbformat.read(notebook, as_version=4)
    place = {"metadata": {"path": str(GUIDE)}}
    client = NotebookClient(fresh, timeout=120, kernel_name="python3", record_timing=False, resources=place)
    client.execute()
    for cell, before in zip(code_cells(fresh), code_cells(stored), strict=True):
        assert not [output for output in cell.outputs if output.get("name") == "stderr"]
        assert results(cell) == results(before), cell.source


def test_it_is_stored_with_what_it_gives(notebook: Path, stored: NotebookNode) -> None:
    nbformat.validate(stored)
    formats = [name for cell in code_cells(stored) for output in cell.outputs for name in output.get("data", {})]
    assert formats.count("image/png") == 2
    assert formats.count("text/html") >= 4
    assert [cell.execution_count for cell in code_cells(stored)] == [*range(1, len(code_cells(stored)) + 1)]
    assert notebook.stat().st_size < 300_000


def test_nothing_of_the_machine_is_stored(stored: NotebookNode) -> None:
    for cell in stored.cells:
        outputs = [{**output} for output in cell.get("outputs", [])]
        for output in outputs:
            output["data"] = {name: data for name, data in output.get("data", {}).items() if name != "image/png"}
        assert not PRIVATE.search(str(outputs)), cell.source
        assert set(cell.metadata) <= {"tags"}
    assert set(stored.metadata) == {"kernelspec", "language_info"}
    assert stored.metadata.language_info == {"name": "python"}


def test_figures_fit_light_and_dark_pages(stored: NotebookNode) -> None:
    outputs = [output for cell in code_cells(stored) for output in cell.outputs]
    pictures = [output for output in outputs if "image/png" in output.get("data", {})]
    assert not [picture for picture in pictures if picture.metadata.get("needs_background")]


def test_it_reads_as_a_story(stored: NotebookNode) -> None:
    assert stored.cells[0].source.startswith("# ")
    assert len([cell for cell in stored.cells if cell.source.startswith("## ")]) >= 4
    assert max(len(cell.source.splitlines()) for cell in code_cells(stored)) <= 18


def test_showing_a_search_fetches_one_page_and_hands_out_nothing() -> None:
    with Sandbox() as sandbox:
        sandbox.seed_orders(30, start=date(2026, 8, 1), end=date(2026, 10, 31), seed=1)
        with ApiClient(sandbox.configuration()) as client:
            search = Orders(client).search(ingram_order_date=(date(2026, 8, 1), date(2026, 10, 31)), page_size=12)
            html = search._repr_html_()
            assert search._repr_html_() == html
            assert "30 orders" in html
            assert "2026-08-01 to 2026-10-31" in html
            assert "The first 10 are shown. A loop or to_dataframe() gives all of them." in html
            assert html.count("<tr>") == 1 + 10
            assert len([request for request in sandbox.ledger.requests if request.method == "GET"]) == 1
            assert repr(search) in pretty(search)
            first = next(search).ingram_order_number or ""
            assert first in html
            assert first not in search._repr_html_()
            assert len([*search]) == 29
            assert "Used up: all 30 were handed out." in search._repr_html_()
