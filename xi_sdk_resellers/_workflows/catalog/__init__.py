"""Workflows of the product catalog."""
