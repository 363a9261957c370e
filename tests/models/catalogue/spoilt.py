"""A copy of the catalogue that a test may spoil."""

import pytest

from models.catalogue import CatalogueError, load_catalogue


class Folder:
    """A copy of the catalogue that a test may spoil."""

    def __init__(self, path):
        self.path = path

    def replace(self, file, old, new, *, after=""):
        """Replace the first `old` that stands after `after`."""
        text = (self.path / file).read_text(encoding="utf-8")
        start = text.index(after)
        at = text.index(old, start)
        (self.path / file).write_text(text[:at] + new + text[at + len(old) :], encoding="utf-8")

    def append(self, file, text):
        with (self.path / file).open("a", encoding="utf-8") as handle:
            handle.write(text)

    def entry(self, file, name):
        """The text of one indicator."""
        text = (self.path / file).read_text(encoding="utf-8")
        start = text.index(f'[[indicator]]\nid = "{name}"\n')
        end = text.find("[[indicator]]", start + 1)
        return text[start : end if end > 0 else None]

    def mistakes(self):
        """What loading complains of: file, key and words."""
        with pytest.raises(CatalogueError) as caught:
            load_catalogue(self.path)
        return {(p.file, p.key): p.message for p in caught.value.problems}, str(caught.value)
