"""How the region does on what it set out to do."""
