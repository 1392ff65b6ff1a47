"""Finding and showing invoices."""
