"""What axe finds on a page: its rules for WCAG 2.0, 2.1 and 2.2 at A and AA, and what it calls best practice."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# The rule of WCAG 2.2, for the size of what is pressed, is left out by axe unless asked for.
_OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
_TAGS = {"wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"}  # of 2.1 A axe has one rule only, on trial


def violations(page: Page) -> dict[str, list]:
    """What is found, by rule: the first few places of each.

    Raises:
        AssertionError: axe ran no rule at all of some kind that we want.
    """
    told = Axe().run(page, options=_OPTIONS).response
    run = [*told["violations"], *told["passes"], *told["inapplicable"], *told["incomplete"]]
    assert {tag for rule in run for tag in rule["tags"]} >= _TAGS
    return {
        v["id"]: [(n["target"], n["failureSummary"], n["html"][:200]) for n in v["nodes"][:3]]
        for v in told["violations"]
    }
