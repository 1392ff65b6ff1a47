"""Workers that are killed while they change orders: every change must be made once, and known to be.

``python -m test.crashes --jobs 1000`` prints a table; a short run is one of the tests.

A job is one change. Its worker is a process of its own, killed (SIGKILL) at a stage of its first run, perhaps of its
second one, too; then the job runs again until it ends. The sandbox is a process of its own, and its ledger is the
truth. A gate between the two sees every byte: it kills the worker's process at the chosen one, so that nothing depends
on timing.
"""
