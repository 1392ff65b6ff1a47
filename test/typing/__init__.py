"""Programs as users write them, checked by mypy and pyright: `python -m test.typing`."""
