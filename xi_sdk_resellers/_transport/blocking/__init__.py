"""The transport over urllib3."""
