"""Tests, type-checked user programs and benchmarks of xi-resellers."""
