"""The style sheet: a rule that is left open swallows all that follow, and no browser says so."""

import re

from tests.conftest import PROJECT

TEXT = re.sub(r"/\*.*?\*/", "", (PROJECT / "components" / "style.css").read_text(encoding="utf-8"), flags=re.DOTALL)


def test_every_rule_is_closed_before_the_next_at_the_outermost_level_begins():
    depth = 0
    for number, line in enumerate(TEXT.splitlines(), start=1):
        if line.strip() and not line.startswith((" ", "}")):
            assert depth == 0 or "{" not in line, f"line {number} begins inside a rule: {line[:60]}"
        depth += line.count("{") - line.count("}")
        assert depth >= 0, f"line {number} closes what is not open"
    assert depth == 0
