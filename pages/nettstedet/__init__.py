"""What a public site owes its readers: the foot of every page leads here."""
