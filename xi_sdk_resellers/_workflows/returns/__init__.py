"""Giving back what was invoiced, once, and following it."""
