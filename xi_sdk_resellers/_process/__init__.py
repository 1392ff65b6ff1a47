"""What belongs to the process: forks, and the package's log."""
