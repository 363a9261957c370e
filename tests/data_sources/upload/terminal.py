"""The command over a small store of its own, and tables to give it."""

import io

import xlsxwriter

from data_sources.store import engine as store
from data_sources.store.reader import Reader
from data_sources.upload.__main__ import main
from tests import command
from tests.data_sources.refresh.small import small_store

TIDY = "region,period,value,flag\nNO08,2023,4400001,\nSE11,2024,4500000,p\nDK01,2024,,c\n"


class Terminal:
    """The command over a small store of its own."""

    def __init__(self, folder):
        self.folder, self.url = folder, f"sqlite:///{folder / 'store.sqlite'}"
        self.reader = Reader(small_store(self.url))

    def __call__(self, content, *arguments, name="table.csv", indicator="nights_total"):
        path = self.folder / name
        if content is not None:
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        words = (str(path), "--indicator", indicator, *arguments)
        return command.run(main, words, {"OSLOREGION_DATABASE_URL": self.url})

    @property
    def newest(self):
        return Reader(store.create(self.url)).newest_release()

    def figure(self, indicator, region, period):
        rows = Reader(store.create(self.url)).newest().indicator(indicator)
        rows = rows.loc[(rows["region"] == region) & (rows["period"] == period)]
        return rows["value"].item(), rows["flag"].item()


def workbook(rows, change=lambda _made, _sheet: None):
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as made:
        sheet = made.add_worksheet("Ark1")
        for number, cells in enumerate(rows):
            sheet.write_row(number, 0, cells)
        change(made, sheet)
    return buffer.getvalue()
