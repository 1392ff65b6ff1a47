"""Finding, reading and adding up invoices."""
