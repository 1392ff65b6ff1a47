"""The desk that sends stock events of somebody's choice."""
