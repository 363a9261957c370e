"""From a figure to the form that says what may be said of it."""

from components.view import ViewState
from pages.choices import NONE
from pages.exhibits.registry import PAGES, look_at

SAYING = "kan-jeg-si"
_CLAIMS = {"ranking": "rank", "trend": "change", "distribution": "europe", "certainty": "rank"}


def asking(view: ViewState, key: str) -> ViewState:
    """The form with the subject of a figure, its statement, and the region pointed out.

    A reader's own weights and method are left behind: the form answers by the usual ones.
    """
    chosen = view.options
    subject = chosen.get("score") or (chosen.get("indicator") if "theme" in PAGES[view.page].parameters else None)
    other = chosen.get("mark", NONE)
    claim = _CLAIMS.get(key, "rank")
    asked = {"subject": subject, "claim": "above" if other != NONE and claim == "rank" else claim} if subject else {}
    return look_at(view).at(SAYING, **asked, **({"against": other} if other != NONE else {}))
