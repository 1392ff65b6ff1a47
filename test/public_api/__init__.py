"""The public names of the package, as griffe reads them, compared with those of the last release."""
