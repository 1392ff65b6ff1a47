"""What answers the operations of the deals."""
