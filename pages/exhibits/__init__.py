"""What pages show as values: from an address alone, without a session."""
