import pandas as pd
import pytest

from models.figures.read_only import read_only
from models.index.attractiveness import attractiveness


def test_numbers_refuse_to_be_written_and_a_copy_does_not():
    frame = pd.DataFrame({"a": [1.0, 2.0], "b": ["x", "y"]}, index=["r", "s"])
    shared = read_only(frame)
    pd.testing.assert_frame_equal(shared, frame)
    for write in (
        lambda: shared.loc.__setitem__(("r", "a"), 5.0),
        lambda: shared.iloc.__setitem__((0, 0), 5.0),
        lambda: shared["a"].to_numpy().__setitem__(0, 5.0),
    ):
        with pytest.raises(ValueError, match="read-only"):
            write()
    own = shared.copy()
    own.loc["r", "a"] = 9.0
    taken = shared[["a"]]
    taken.loc["r", "a"] = 9.0
    frame.loc["r", "a"] = 9.0
    assert shared["a"].tolist() == [1.0, 2.0]


def test_what_readers_share_is_read_only(figures, catalogue):
    index = attractiveness(figures, catalogue, list(catalogue.reference_regions))
    for frame in (figures.frame[["value"]], index.result.scores, index.result.figures, index.table.values):
        with pytest.raises(ValueError, match="read-only"):
            frame.iloc[:, 0].to_numpy()[0] = 1.0
