"""What answers the operations of test events."""
