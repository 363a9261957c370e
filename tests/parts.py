"""What an arrangement holds, flat."""

from collections.abc import Iterator, Sequence

from components.arrangement import Box, Columns, Fold, Part


def every(parts: Sequence[Part]) -> Iterator[Part]:
    """Parts and all that they hold, in order."""
    for part in parts:
        yield part
        if isinstance(part, Box | Fold):
            yield from every(part.parts)
        elif isinstance(part, Columns):
            for column in part.parts:
                yield from every(column)
