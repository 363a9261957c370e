"""What is true of the figures: pure functions and frozen types, without screen, web or database."""

import pandas as pd

# Region codes and names are short texts in small tables: as Python's own they are looked up and compared in two thirds
# of the time that they take as Arrow's, which pandas would choose.
pd.options.mode.string_storage = "python"
