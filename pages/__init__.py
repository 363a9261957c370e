"""The pages: each takes the reader's view, asks the model, and hands results to components."""
