"""Quotes: finding them, what their manufacturers demand, asking for new ones, ordering."""
