"""The style sheet: every block is closed, so that no rule ends up inside another's."""

import re

from tests.conftest import PROJECT

RULES = re.sub(r"/\*.*?\*/", "", (PROJECT / "components" / "style.css").read_text(encoding="utf-8"), flags=re.DOTALL)


def depths():
    """How deep each line begins, and the line."""
    depth = 0
    for line in RULES.splitlines():
        yield depth, line
        depth += line.count("{") - line.count("}")
    yield depth, ""


def test_every_block_is_closed_and_none_twice():
    found = list(depths())
    assert found[-1][0] == 0
    assert min(depth for depth, _ in found) == 0


def test_media_rules_stand_at_the_top_level():
    assert [line for depth, line in depths() if line.lstrip().startswith("@media") and depth] == []
