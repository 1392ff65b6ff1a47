# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The operations of the contract as data, one module a tag."""
