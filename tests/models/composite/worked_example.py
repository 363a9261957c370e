"""The worked example of the method: five regions, four indicators, one missing figure (golden numbers by COINr)."""

import pandas as pd

from models.composite import Framework, Node

FIGURES = pd.DataFrame(
    {
        "x1": [10, 20, 30, 40, 50],
        "x2": [5, 3, None, 1, 4],
        "x3": [8, 4, 6, 2, 10],
        "x4": [100, 300, 200, 500, 400],
    },
    index=list("ABCDE"),
    dtype=float,
)
FRAMEWORK = Framework.of(
    [
        Node("Index", None),
        Node("T1", "Index"),
        Node("T2", "Index"),
        Node("x1", "T1"),
        Node("x2", "T1"),
        Node("x3", "T2", -1, 3),
        Node("x4", "T2", 1, 2),
    ]
)
