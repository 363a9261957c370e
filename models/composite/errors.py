"""What the composite model refuses, in words that name the cause."""


class CompositeError(ValueError):
    """The index cannot be computed from what was given; the message says which figure, region or weight."""
