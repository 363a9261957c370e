import gzip
import hashlib
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_sources.bodies import save, unpacked
from data_sources.errors import NotData, SourceError, TooLarge, Truncated


def pieces(data, size):
    return iter([data[i : i + size] for i in range(0, len(data), size)])


@given(st.binary(max_size=2000), st.integers(1, 50), st.integers(0, 2))
def test_packed_or_not_the_body_is_the_same(data, size, layers):
    packed = data
    for _ in range(layers):
        packed = gzip.compress(packed)
    if layers == 0 and data.startswith(b"\x1f\x8b"):
        return
    deeper = data.startswith(b"\x1f\x8b") and layers < 2
    if not deeper:
        assert b"".join(unpacked(pieces(packed, size))) == data


def test_several_members_and_padding_are_one_body():
    packed = gzip.compress(b"one ") + gzip.compress(b"two") + b"\0" * 100
    for size in (1, 7, 1000):
        assert b"".join(unpacked(pieces(packed, size))) == b"one two"


@given(st.binary(max_size=400), st.integers(1, 60))
def test_any_packed_bytes_are_a_body_or_a_typed_error(data, size):
    try:
        b"".join(unpacked(pieces(b"\x1f\x8b" + data, size)))
    except SourceError as error:
        assert error.kind in ("not_data", "truncated")  # noqa: PT017


@given(st.binary(min_size=50, max_size=500), st.data())
def test_a_cut_body_is_found_out(data, draw):
    packed = gzip.compress(data)
    cut = draw.draw(st.integers(2, len(packed) - 1))
    with pytest.raises(Truncated):
        list(unpacked(pieces(packed[:cut], 64)))


def test_a_damaged_body_is_found_out():
    packed = bytearray(gzip.compress(b"figures " * 1000))
    packed[-6] ^= 255  # its checksum
    with pytest.raises(NotData, match="damaged"):
        list(unpacked(pieces(bytes(packed), 64)))


def test_a_body_is_hashed_as_it_lies_there(tmp_path):
    assert save(pieces(gzip.compress(b"body"), 3), tmp_path / "file", 100) == hashlib.sha256(b"body").hexdigest()
    assert (tmp_path / "file").read_bytes() == b"body"


@pytest.mark.parametrize(
    "data",
    [b"x" * 101, gzip.compress(b"x" * 101), gzip.compress(b"") * 6],
    ids=["plain", "packed", "parts"],  # what is packed holds the time, and a name must not change with it
)
def test_a_body_larger_than_allowed_is_given_up(tmp_path, data):
    """Packed or unpacked, and also where a hundred packed bytes hold nothing."""
    with pytest.raises(TooLarge):
        save(pieces(data, 10), tmp_path / "file", 100)


def test_a_bomb_costs_neither_memory_nor_disk(tmp_path):
    bomb = gzip.compress(gzip.compress(bytes(300_000_000), 9), 9)
    tracemalloc.start()
    with pytest.raises(TooLarge):
        save(iter([bomb]), tmp_path / "file", 2_000_000)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000
    assert (tmp_path / "file").stat().st_size <= 2_000_000
