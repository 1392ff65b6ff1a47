"""The commands of ``xi-resellers``, one module each."""
