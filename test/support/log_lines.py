"""What the log page promises: the names of attributes and events, and what stands in every line."""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import Any

import pytest

from test.support.pages import GUIDE

PAGE = (GUIDE / "observing.md").read_text(encoding="utf-8")


def _first_column(heading: str) -> set[str]:
    """The names in the first column of a table of the page."""
    table = PAGE.split(f"| {heading} |")[1].split("\n\n")[0]
    rows = [line.split("|")[1] for line in table.splitlines()[2:]]
    return {name for row in rows for name in re.findall(r"`(\w+)`", row)}


ATTRIBUTES = _first_column("attribute | is")
EVENTS = _first_column("`xi_event` | level | says")
DEEDS = {
    end
    for path in (Path(__file__).parents[2] / "xi_sdk_resellers" / "_workflows").rglob("*.py")
    for done in re.findall(r'Deed\(\w+, "\w+", "\w+", "(\w+)"', path.read_text(encoding="utf-8"))
    for end in (done, f"{done}_in_part")
}
"""The events of what workflows have done: each area has its own."""


def lines(caplog: pytest.LogCaptureFixture) -> list[logging.LogRecord]:
    """The package's lines."""
    return [record for record in caplog.records if record.name.startswith("xi_sdk_resellers")]


def attributes(record: logging.LogRecord) -> dict[str, Any]:
    """What a line has for machines."""
    return {name: value for name, value in vars(record).items() if name.startswith("xi_")}


def check(record: logging.LogRecord, url: str) -> None:
    """Check what must be in every line about a call or a workflow."""
    text, facts = record.getMessage(), attributes(record)
    assert url in text
    assert facts["xi_host"] == url
    assert f"[{facts.get('xi_correlation_id') or facts['xi_operation']}]" in text
    assert set(facts) <= ATTRIBUTES
    assert None not in facts.values()
    assert facts["xi_event"] in EVENTS | DEEDS
