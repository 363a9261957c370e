"""Places by size in words: "sjuende høyest", "nest lavest"."""

from components.words.text import Speaker

_HIGHEST = {
    1: "høyest",
    2: "nest høyest",
    3: "tredje høyest",
    4: "fjerde høyest",
    5: "femte høyest",
    6: "sjette høyest",
    7: "sjuende høyest",
    8: "åttende høyest",
    9: "niende høyest",
    10: "tiende høyest",
    11: "ellevte høyest",
    12: "tolvte høyest",
}
_LOWEST = {
    1: "lavest",
    2: "nest lavest",
    3: "tredje lavest",
    4: "fjerde lavest",
    5: "femte lavest",
    6: "sjette lavest",
    7: "sjuende lavest",
    8: "åttende lavest",
    9: "niende lavest",
    10: "tiende lavest",
    11: "ellevte lavest",
    12: "tolvte lavest",
}


def place(say: Speaker, rank: int, count: int, *, lowest: bool = False) -> str:
    """A place counted from the highest, or from the lowest figure: "sjuende høyest"; the last one by its own end.

    Args:
        say: the reader's language.
        rank: 1 is the first.
        count: regions ranked.
        lowest: whether the lowest figure is the first.
    """
    if rank == count > 1:
        return say(_HIGHEST[1]) if lowest else say(_LOWEST[1])
    if rank in _HIGHEST:
        return say(_LOWEST[rank]) if lowest else say(_HIGHEST[rank])
    return say("nr. {rank} fra bunnen", rank=rank) if lowest else say("nr. {rank} fra toppen", rank=rank)
