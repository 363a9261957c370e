"""What every exhibit says, shows and gives away is what was reviewed last."""

import pytest

from components.words.text import LANGUAGES
from pages.navigation import NAVIGATION
from tests.golden import exhibits
from tests.kept import looking_at, put_aside

RENEW = "if this is meant: .venv/bin/python -m tests.golden"


@pytest.fixture(scope="module", autouse=True)
def store(database_url):
    """The pages read the tests' store, and nothing made on this day is there on another."""
    with put_aside(), looking_at(database_url):
        yield


@pytest.fixture(scope="module")
def kept():
    return exhibits.lines()


def difference(name, field, before, now, folder):
    """Write both values where they can be compared, and say which they are."""
    stem = "-".join((*name, field))
    (folder / f"{stem}.before").write_text(before, encoding="utf-8")
    (folder / f"{stem}.now").write_text(now, encoding="utf-8")
    return f"{'/'.join(name)}: {field} (diff {folder}/{stem}.before {folder}/{stem}.now)"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", [spec.slug for spec in NAVIGATION])
def test_as_reviewed(kept, slug, language, tmp_path):
    made = exhibits.of_page(slug, language)
    before = {name: fields for name, fields in kept.items() if name[:2] == (slug, language)}
    assert list(made) == list(before), RENEW
    other = [
        (name, field)
        for name, fields in made.items()
        for field, value in exhibits.hashed(fields).items()
        if value != before[name][field]
    ]
    whole = exhibits.values() if other else {}
    told = [
        difference(name, field, {**before[name], **whole[name]}[field], made[name][field], tmp_path)
        for name, field in other
    ]
    assert told == [], "\n".join([*told, RENEW])


def test_nothing_is_kept_that_is_no_more(kept):
    assert {name[0] for name in kept} <= {spec.slug for spec in NAVIGATION}
    assert len(kept) > 100


def test_lines_and_values_are_of_the_same_exhibits(kept):
    whole = exhibits.values()
    assert list(whole) == list(kept)
    for name, fields in whole.items():
        assert exhibits.hashed(fields).items() <= kept[name].items()
