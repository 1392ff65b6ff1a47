"""What the sandbox knows and keeps."""
