"""Models for people: text, cards, HTML, tables.

Whatever shows a model comes here when it is shown, so each name is loaded when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xi_sdk_resellers._display.frames import frame as frame
    from xi_sdk_resellers._display.frames import require_pandas as require_pandas
    from xi_sdk_resellers._display.frames import table as table
    from xi_sdk_resellers._display.help import constructor as constructor
    from xi_sdk_resellers._display.html import list_html as list_html
    from xi_sdk_resellers._display.html import model_html as model_html
    from xi_sdk_resellers._display.html import response_html as response_html
    from xi_sdk_resellers._display.html import search_html as search_html
    from xi_sdk_resellers._display.notebook import load_ipython_extension as load_ipython_extension
    from xi_sdk_resellers._display.parcels import shipments_of as shipments_of
    from xi_sdk_resellers._display.polars_frames import polars_frame as polars_frame
    from xi_sdk_resellers._display.polars_frames import polars_table as polars_table
    from xi_sdk_resellers._display.polars_frames import require_polars as require_polars
    from xi_sdk_resellers._display.text import directory as directory
    from xi_sdk_resellers._display.text import model_repr as model_repr
    from xi_sdk_resellers._display.text import model_text as model_text
    from xi_sdk_resellers._display.text import repr_arguments as repr_arguments
    from xi_sdk_resellers._display.values import is_secret as is_secret

_MODULES = {
    "constructor": "help",
    "directory": "text",
    "frame": "frames",
    "is_secret": "values",
    "list_html": "html",
    "load_ipython_extension": "notebook",
    "model_html": "html",
    "model_repr": "text",
    "model_text": "text",
    "polars_frame": "polars_frames",
    "polars_table": "polars_frames",
    "repr_arguments": "text",
    "require_pandas": "frames",
    "require_polars": "polars_frames",
    "response_html": "html",
    "search_html": "html",
    "table": "frames",
    "shipments_of": "parcels",
}


def __getattr__(name: str) -> Any:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{module}"), name)
    globals()[name] = value
    return value
