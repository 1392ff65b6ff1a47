"""What models can do besides holding their fields, one module each; the contract names which model has which."""
