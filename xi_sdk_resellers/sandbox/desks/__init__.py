"""What answers the operations, one module an area."""
