"""What answers the operations of freight estimates."""
