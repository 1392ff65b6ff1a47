"""What a journal of changes is, and the ones that are built in."""
