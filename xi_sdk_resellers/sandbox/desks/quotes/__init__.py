"""Quotes: finding, showing and asking for them, and what is demanded before they are ordered."""
