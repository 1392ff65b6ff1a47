"""Programs that stand in the documentation."""

from __future__ import annotations

import re
from pathlib import Path

GUIDE = Path(__file__).parents[2] / "docs" / "guide"


def program(page: str, title: str) -> str:
    """The code of the block with a title on a page of the guide."""
    text = (GUIDE / page).read_text(encoding="utf-8")
    found = re.search(rf'^```python title="{re.escape(title)}"\n(.*?)^```$', text, re.MULTILINE | re.DOTALL)
    assert found is not None, f"{page} has no program {title}"
    return found[1]
