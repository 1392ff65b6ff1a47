"""A call without I/O: from its arguments to its answer or its exception."""
