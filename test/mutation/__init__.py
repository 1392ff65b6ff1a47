"""Small faults put into the rooms that decide outcomes, secrets and framing, one at a time: do the tests notice?

``python -m test.mutation`` draws faults of each file from a seed, with the operators of mutmut, and runs those tests
that reach the line. Everything happens in a copy of the tree. ``survivors.txt`` lists the faults that no test needs to
notice, and why.

mutmut's own runner keeps every fault in one file and chooses by a wrapper around each function. Here a fault is written
into the file itself: wrappers show in tracebacks and interrupts, which the tests look at, and crash the interpreter.
"""
