"""Everything that is said to readers stands in every catalogue of messages, and nothing else does."""

from collections import Counter
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from components.words.text import LANGUAGES
from tests.components.messages import Messages, collect, tables_of
from tests.conftest import PROJECT

LOCALE = PROJECT / "components" / "locale"
TRANSLATED = LANGUAGES[1:]  # bokmål is the msgid
SPEAKERS = ("components", "pages", "server")
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
