"""What code says to readers, read from the code itself."""

import ast
import importlib
from dataclasses import dataclass, field

from components.export import columns
from components.screen.chrome import _PARTS
from components.view import COUNTED
from components.words.flags import FLAGS
from pages.navigation import NAVIGATION

NUMBERS_ONLY = "components/charts/"  # charts get their words from the caller; their `say` writes numbers
IN_FILES = {text for meaning in columns.MEANINGS.values() for text in (meaning.label, meaning.unit) if text}
IN_FILES |= {*columns._CODES.values(), *FLAGS.values(), "Merknad"}
# Messages that come from elsewhere than the file that says them.
ELSEWHERE = {
    ("components/export/columns.py", "message"): IN_FILES,
    ("pages/shell/found.py", "spec.entry"): {spec.entry for spec in NAVIGATION},
    ("pages/shell/found.py", "spec.title"): {spec.title for spec in NAVIGATION},
    ("server/asked.py", "PAGES[slug].title"): {spec.title for spec in NAVIGATION},
    ("server/files.py", "spec.title"): {spec.title for spec in NAVIGATION},
    ("components/screen/chrome.py", "named[one.name]"): set(_PARTS.values()),
    ("pages/exhibits/looked_at.py", "option.label"): set(),  # read where the option is declared
    ("components/screen/chrome.py", "entry"): {spec.entry for spec in NAVIGATION},
    ("components/screen/chrome.py", "here.entry"): {spec.entry for spec in NAVIGATION},
    ("components/screen/chrome.py", "page.title"): {spec.title for spec in NAVIGATION},
}
# What stands over a choice where the catalogue says it, in every language.
OF_THE_CATALOGUE = {"theme.title"}


@dataclass
class Messages:
    """What code says: single messages, plural pairs (one, many), and what could not be read from the code."""

    single: set[str] = field(default_factory=set)
    plural: set[tuple[str, str]] = field(default_factory=set)
    unread: list[str] = field(default_factory=list)

    @property
    def ids(self):
        return self.single | {one for one, _ in self.plural}


def is_speaker(node):
    """`say`, `context.say`, and `self` inside the Speaker."""
    return (isinstance(node, ast.Name) and node.id in ("say", "self")) or (
        isinstance(node, ast.Attribute) and node.attr == "say"
    )


def literals(node, scope, tables):
    """The texts that an expression may stand for; None where the code alone does not tell.

    Args:
        node: the expression.
        scope: the function or module around it, where names are given their texts.
        tables: the module's dictionaries and texts by name.
    """
    match node:
        case ast.Constant(value=str(text)):
            return {text}
        case ast.IfExp(body=first, orelse=second):
            found = [literals(part, scope, tables) for part in (first, second)]
        case ast.Name(id=name):
            given = [
                n.value for n in ast.walk(scope) if isinstance(n, ast.Assign) and ast.unparse(n.targets[0]) == name
            ]
            found = [literals(value, scope, tables) for value in given] or [{tables[name]} if name in tables else None]
        case ast.Subscript(value=ast.Name(id=name)) if name in tables:
            return set(tables[name].values())
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="get"), args=[_, default]) if name in tables:
            return set(tables[name].values()) | (literals(default, scope, tables) or set())
        case _:
            return None
    return None if None in found else set().union(*found)


def collect(path, text, tables):
    """The messages of one file."""
    tree = ast.parse(text)
    found = Messages()
    scopes = [tree, *(n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef))]
    inner = {}  # each node's innermost function; functions come outermost first
    for scope in scopes:
        inner.update(dict.fromkeys(ast.walk(scope), scope))
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        if isinstance(node.func, ast.Attribute) and node.func.attr == "count" and is_speaker(node.func.value):
            pair = [literals(argument, inner[node], tables) for argument in node.args[:2]]
            if all(texts and len(texts) == 1 for texts in pair):
                found.plural.add((pair[0].pop(), pair[1].pop()))
            else:
                found.unread.append(f"{path}: {ast.unparse(node)}")
        elif ast.unparse(node.func) in ("Option", "Option.among", "Option.words") and path.startswith("pages/"):
            # What notices call a choice; one of many alike is only counted and has no name.
            if (texts := literals(node.args[1], inner[node], tables)) is None:
                found.unread.append(f"{path}: {ast.unparse(node)}")
            else:
                found.single |= texts - {COUNTED}
            label = next((one.value for one in node.keywords if one.arg == "label"), None)
            if label is not None and ast.unparse(label) not in OF_THE_CATALOGUE:
                if (texts := literals(label, inner[node], tables)) is None:
                    found.unread.append(f"{path}: {ast.unparse(node)}")
                else:
                    found.single |= texts
        elif is_speaker(node.func):
            texts = ELSEWHERE.get((path, ast.unparse(node.args[0])))
            if texts is None:
                texts = literals(node.args[0], inner[node], tables)
            if texts is not None:
                found.single |= texts
            elif not path.startswith(NUMBERS_ONLY):
                found.unread.append(f"{path}: {ast.unparse(node)}")
    return found


def tables_of(path):
    """The dictionaries and the texts of a module, by name."""
    module = importlib.import_module(path.removesuffix(".py").removesuffix("/__init__").replace("/", "."))
    return {name: value for name, value in vars(module).items() if isinstance(value, dict | str)}
