"""What is said, in both languages: texts and numbers, findings, judgements, refusals, claims."""
