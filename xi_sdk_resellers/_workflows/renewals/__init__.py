"""What is asked of renewals, and how their pages come."""
