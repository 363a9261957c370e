"""What a person sees: texts, numbers, charts and frames. Knows the model's results, never where figures come from."""
