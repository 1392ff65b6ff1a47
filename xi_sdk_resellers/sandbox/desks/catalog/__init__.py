"""The desk of the product catalog."""
