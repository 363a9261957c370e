"""Tables that people keep in files: CSV as programs or a Norwegian spreadsheet write it, and Excel workbooks."""

from models.tables.reading import read
from models.tables.table import Row, Table, TableError, as_seen

__all__ = ["Row", "Table", "TableError", "as_seen", "read"]
