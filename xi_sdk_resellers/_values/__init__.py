"""Values as the vendor and people write them: text, dates, narrowing, drift."""
