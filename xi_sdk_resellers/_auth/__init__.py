"""Credentials, the token request, and where tokens come from."""
