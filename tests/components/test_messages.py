"""Everything that is said to readers stands in every catalogue of messages, and nothing else does."""

import ast
import importlib
from collections import Counter
from dataclasses import dataclass, field
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from components.export import columns
from components.screen.chrome import _PARTS
from components.view import COUNTED
from components.words.flags import FLAGS
from components.words.text import LANGUAGES
from pages.navigation import NAVIGATION
from tests.conftest import PROJECT

LOCALE = PROJECT / "components" / "locale"
TRANSLATED = LANGUAGES[1:]  # bokmål is the msgid
SPEAKERS = ("components", "pages", "server")
NUMBERS_ONLY = "components/charts/"  # charts get their words from the caller; their `say` writes numbers
IN_FILES = {text for meaning in columns.MEANINGS.values() for text in (meaning.label, meaning.unit) if text}
IN_FILES |= {*columns._CODES.values(), *FLAGS.values(), "Merknad"}
# Messages that come from elsewhere than the file that says them.
ELSEWHERE = {
    ("components/export/columns.py", "message"): IN_FILES,
    ("pages/shell/found.py", "spec.entry"): {spec.entry for spec in NAVIGATION},
    ("pages/shell/found.py", "spec.title"): {spec.title for spec in NAVIGATION},
    ("server/asked.py", "PAGES[slug].title"): {spec.title for spec in NAVIGATION},
    ("server/decks.py", "PAGES[view.page].title"): {spec.title for spec in NAVIGATION},
    ("server/files.py", "spec.title"): {spec.title for spec in NAVIGATION},
    ("server/handouts.py", "spec.title"): {spec.title for spec in NAVIGATION},
    ("server/head.py", "spec.title"): {spec.title for spec in NAVIGATION},
    ("components/screen/chrome.py", "named[one.name]"): set(_PARTS.values()),
    ("pages/exhibits/looked_at.py", "option.label"): set(),  # read where the option is declared
    ("components/screen/chrome.py", "entry"): {spec.entry for spec in NAVIGATION},
    ("components/screen/chrome.py", "here.entry"): {spec.entry for spec in NAVIGATION},
    ("components/screen/chrome.py", "page.title"): {spec.title for spec in NAVIGATION},
}
# What stands over a choice where the catalogue says it, in every language.
OF_THE_CATALOGUE = {"theme.title"}
# The same in bokmål and in the other language, and why.
SAME = {
    "Region": "the same word in English",
    "best": "the same word in English",
    "Status": "the same word in English",
    "EU = 1": "holds nothing but a sign",
    "Sum": "the same word in English",
    "Talent": "the same word in English",
    "{title}: {value} ({year})": "holds nothing but a name, a figure and a year",
    "{name}, {year}": "holds nothing but a name and a year",
    "{title}, {year}: {new}": "holds nothing but a name, a year and a figure",
}


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


@pytest.fixture(scope="module")
def said():
    """All that the code says."""
    every = Messages()
    for file in sorted(f for folder in SPEAKERS for f in (PROJECT / folder).rglob("*.py")):
        path = file.relative_to(PROJECT).as_posix()
        found = collect(path, file.read_text(encoding="utf-8"), tables_of(path))
        every.single |= found.single
        every.plural |= found.plural
        every.unread += found.unread
    return every


def entries(language):
    """The entries of a language's file, without the header."""
    with (LOCALE / language / "LC_MESSAGES" / "messages.po").open("rb") as handle:
        return [message for message in read_po(handle, locale=language) if message.id]


def one(message):
    """The msgid that the speaker looks up."""
    return message.id if isinstance(message.id, str) else message.id[0]


def values(text):
    """The names of the values that a message takes."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def pairs(message):
    """Each bokmål text of an entry with its translation."""
    if isinstance(message.id, str):
        return [(message.id, message.string)]
    return list(zip(message.id, message.string, strict=True))


def test_every_message_can_be_read_from_the_code(said):
    assert said.unread == [], "say() takes a literal, a dictionary of the same file, or an entry of ELSEWHERE here"


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated(said, language):
    known = {one(message) for message in entries(language) if all(text for _, text in pairs(message))}
    missing = sorted(said.ids - known)
    assert missing == [], "\n".join(missing)


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_translation_is_left_over(said, language):
    unused = sorted({one(message) for message in entries(language)} - said.ids)
    assert unused == [], "\n".join(unused)


@pytest.mark.parametrize("language", TRANSLATED)
def test_numbers_of_things_have_both_their_forms(said, language):
    assert {message.id for message in entries(language) if not isinstance(message.id, str)} == said.plural
    assert said.single & {one for one, _ in said.plural} == set()


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_take_the_same_values(language):
    wrong = [pair for message in entries(language) for pair in pairs(message) if values(pair[0]) != values(pair[1])]
    assert wrong == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_are_not_copies(language):
    same = {message.id for message in entries(language) if any(nb == text for nb, text in pairs(message))}
    assert sorted(same ^ SAME.keys()) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_entry_stands_twice_or_waits_for_a_translator(language):
    text = (LOCALE / language / "LC_MESSAGES" / "messages.po").read_text(encoding="utf-8")
    ids = Counter(line for line in text.splitlines() if line.startswith("msgid "))
    assert [line for line, count in ids.items() if count > 1] == []
    assert [message.id for message in entries(language) if message.fuzzy] == []


def test_every_language_has_its_file_and_no_other_is_there():
    assert sorted(folder.name for folder in LOCALE.iterdir()) == sorted(TRANSLATED)


def test_messages_are_found_wherever_code_may_keep_them():
    text = """
def outer(say, context, kind, number):
    say("literal {x}", x=1)
    context.say("of the context")
    words = "one" if kind else "other"
    say(words, x=1)
    say(TABLE[kind])
    say(TABLE.get(kind, "default"))
    say(TEXT)
    say.count("{n} thing", "{n} things", number)
    say(context.title)
    Option("year", "what it is called", known)
    Option.among(name, "another name", known, "first", label="over it", width=300)
    Option.among(name, "another name", known, "first", label=theme.title)
    Option.words("q", TEXT, label=TABLE[kind], width=240)
    def inner(words):
        say(words)
"""
    found = collect("pages/made_up.py", text, {"TABLE": {"a": "from a table"}, "TEXT": "of the module"})
    assert found.single == {
        "literal {x}",
        "of the context",
        "one",
        "other",
        "from a table",
        "default",
        "of the module",
    } | {
        "what it is called",
        "another name",
        "over it",
    }
    assert found.plural == {("{n} thing", "{n} things")}
    assert found.unread == ["pages/made_up.py: say(context.title)", "pages/made_up.py: say(words)"]
