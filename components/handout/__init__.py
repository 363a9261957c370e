"""A page on paper: what stood on the screen as a PDF of A4 that can be read aloud, set by typst."""
