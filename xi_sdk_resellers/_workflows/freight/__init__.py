"""Freight: what is asked, and what follows from the answer."""
