"""Modules of the asyncio twin of 1.0.0 that are elsewhere now."""
