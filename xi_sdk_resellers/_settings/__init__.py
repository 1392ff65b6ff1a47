"""What a Configuration holds, one topic a module."""
