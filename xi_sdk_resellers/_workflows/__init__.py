"""Several calls that are one task: the decisions, without I/O."""
