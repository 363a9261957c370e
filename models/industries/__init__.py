"""What regions specialise in, and the directory of clusters."""
