"""Orders: placing, changing, finding and showing them."""
