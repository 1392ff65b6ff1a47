"""Valid requests that nobody thought of, against the sandbox: what it refuses must be explained."""
