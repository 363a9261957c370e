"""Choices without typing: ways beside each other, the one taken marked."""

from markupsafe import Markup

from components.exhibit import Switch


def switch_html(switch: Switch, *, labelled: bool = False) -> Markup:
    """The ways as links; they open in a new tab as links do, and change this page when followed.

    Args:
        switch: what is chosen, and the ways.
        labelled: whether the label is seen; screen readers are told it in any case.
    """
    ways = Markup().join(
        Markup('<a href="%s" target="_self"%s>%s</a>')
        % (way.address, " aria-current=true" if way.chosen else "", way.text)
        for way in switch.ways
    )
    label = Markup('<span class="label" aria-hidden="true">%s</span>') % (switch.label,) if labelled else Markup()
    return Markup('<nav class="switch" aria-label="%s">%s%s</nav>') % (switch.label, label, ways)
