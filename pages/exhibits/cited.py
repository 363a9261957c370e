"""How a figure of a view is cited."""

from components.exhibit import Exhibit
from components.view import ViewState
from components.words.citing import Work
from models.catalogue import Catalogue
from pages.known import releases


def work(catalogue: Catalogue, view: ViewState, shown: Exhibit, base: str = "") -> Work:
    """A figure as a work to be cited.

    Args:
        catalogue: for the service's name.
        view: where it stands.
        shown: the figure.
        base: address of the server, without slash at its end; without it the address begins at the page.
    """
    came = {one.id: one.created.year for one in releases.history()}
    measure = shown.measure.split(". ")[0]
    return Work(
        service=catalogue.identity.name[view.lang],
        title=f"{shown.finding}. {measure}",
        publisher=shown.source.publisher,
        datasets=tuple(code for code, url in shown.source.datasets if url),
        years=shown.source.years,
        release=view.release,
        year=came[view.release],
        address=f"{base}{view.address}#{shown.key}",
        key=f"osloregionen-{view.page}-{shown.key}-{view.release}",
    )
