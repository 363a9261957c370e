"""Figures that several readers look at the same time, which none of them can change."""

import pandas as pd


def read_only(frame: pd.DataFrame) -> pd.DataFrame:
    """The same frame, whose numbers refuse to be written in place (ValueError).

    A change in place would reach every reader, at no error and no trace; a copy may be changed as ever.
    """
    if (frame.dtypes == "float64").all():  # in one piece, as pages take whole rows
        numbers = frame.to_numpy(copy=True)
        numbers.flags.writeable = False
        return pd.DataFrame(numbers, index=frame.index, columns=frame.columns, copy=False)
    numeric = frame.dtypes == "float64"
    columns = {name: read_only(frame[[name]])[name] if numeric[name] else frame[name] for name in frame}
    return pd.DataFrame(columns, index=frame.index, columns=frame.columns, copy=False)
