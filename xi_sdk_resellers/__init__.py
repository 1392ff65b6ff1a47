"""Typed client for the Ingram Micro reseller API."""
