"""Taking back what was invoiced."""
