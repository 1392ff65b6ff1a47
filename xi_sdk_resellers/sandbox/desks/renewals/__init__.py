"""What answers the operations of the renewals."""
