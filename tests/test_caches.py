"""Whatever is kept of figures, catalogue and views is let go of by one call, `models.keeping.forget`."""

import ast

from tests.test_architecture import sources

HOME = "models/keeping.py"
# Python's own means of keeping, and those of cachetools; a property that is kept goes with its object.
WAYS = ("functools", "cachetools", "streamlit", "st")
CHANGING = {"Figures", "Catalogue", "ViewState", "Context", "Attractiveness", "Reader", "Release"}
REMEDY = (
    "keep it by @kept or @noted of models/keeping.py, which one call lets go of; "
    "or say behind `# constant:` why it can never change while the program runs"
)


def kept_by(module, name):
    """Whether a module's name keeps something."""
    return module == "cachetools" or name in {"cache", "lru_cache", "cache_data", "cache_resource"}


def keepers(tree):
    """The names that keep something in a file: `cache`, `cached`, `LRUCache`, also under another name."""
    found = set()
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Attribute)
            and getattr(node.value, "id", "") in WAYS
            and kept_by(node.value.id, node.attr)
        ):
            found.add(node.attr)
        if isinstance(node, ast.ImportFrom) and node.module in WAYS:
            found |= {a.asname or a.name for a in node.names if kept_by(node.module, a.name)}
    return found


def called(node):
    """The last name of what is called or written over a function: "lru_cache" of `functools.lru_cache(maxsize=2)`."""
    while isinstance(node, ast.Call | ast.Subscript):
        node = node.func if isinstance(node, ast.Call) else node.value
    return getattr(node, "id", getattr(node, "attr", ""))


def keeping_in(text):
    """Where a file keeps something: each line, and the types of what the function over which it stands takes."""
    tree = ast.parse(text)
    names = keepers(tree)
    for node in ast.walk(tree):
        for mark in getattr(node, "decorator_list", ()):
            if called(mark) in names:
                yield mark.lineno, {n.id for a in node.args.args for n in ast.walk(a) if isinstance(n, ast.Name)}
        made = getattr(node, "value", None) if isinstance(node, ast.Assign | ast.AnnAssign) else None
        if isinstance(made, ast.Call) and called(made) in names:
            yield node.lineno, set()


def wrong_in(path, text):
    """What is kept in a file beside the one call."""
    lines = text.splitlines()
    for number, types in keeping_in(text):
        said = f"{lines[number - 2]}\n{lines[number - 1]}"  # beside it, or in the line above
        if "# constant: " not in said:
            yield f"{path}:{number}: {lines[number - 1].strip()}"
        elif types & CHANGING:
            yield f"{path}:{number}: called constant, and made from {', '.join(sorted(types & CHANGING))}"


def test_nothing_is_kept_beside_what_one_call_lets_go_of():
    # Files by their bytes: they tell the one call by themselves.
    own = {HOME, "server/making.py"}
    wrong = [one for path, text in sources().items() if path not in own for one in wrong_in(path, text)]
    assert wrong == [], f"{REMEDY}: {wrong}"


def test_every_way_to_keep_is_seen():
    plain = "from functools import cache\n@cache\ndef a(): ...\n"
    bounded = "import functools\n@functools.lru_cache(maxsize=2)\ndef a(): ...\n"
    other = "from cachetools import LRUCache as Kept\nkept: Kept[int, int] = Kept(maxsize=2)\n"
    method = "from cachetools import cachedmethod\nclass A:\n    @cachedmethod(of)\n    def a(self): ...\n"
    screen = "from streamlit import cache_data\n@cache_data\ndef a(): ...\n"
    for text in (plain, bounded, other, method, screen):
        assert len(list(wrong_in("a.py", text))) == 1, text
    assert list(wrong_in("a.py", plain.replace("@cache", "@cache  # constant: a file that ships"))) == []
    made = "from functools import cache\n@cache  # constant: never\ndef a(given: Figures | None): ...\n"
    assert list(wrong_in("a.py", made)) == ["a.py:2: called constant, and made from Figures"]


def test_files_made_for_readers_are_let_go_of_too():
    from models.keeping import forget
    from server import making

    made = []
    for _ in range(2):
        making.made_once("of a store that is replaced", lambda: made.append(True) or b"file")
        forget()
    assert len(made) == 2
