"""Tables of one's own into the store: read, checked like what publishers answer, and one new release."""
