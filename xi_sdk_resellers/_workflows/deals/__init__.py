"""How deals are told apart, and how their pages come."""
