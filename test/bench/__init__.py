"""The benchmark: this package beside the vendor's SDK and a hand-written floor, interleaved in one run."""
