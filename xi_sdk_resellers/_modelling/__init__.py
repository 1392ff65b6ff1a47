"""The bases of the models, and the ways between them and the wire."""
