"""What all endpoint classes share."""
