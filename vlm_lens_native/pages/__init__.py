"""Pages that combine several analyses."""
