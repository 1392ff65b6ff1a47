"""Placing, changing and finding orders."""
