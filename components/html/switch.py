"""Choices without typing: ways beside each other, the one taken marked."""

from html import escape

from components.exhibit import Switch


def switch_html(switch: Switch, *, labelled: bool = False) -> str:
    """The ways as links; they open in a new tab as links do, and change this page when followed.

    Args:
        switch: what is chosen, and the ways.
        labelled: whether the label is seen; screen readers are told it in any case.
    """
    ways = "".join(
        f'<a href="{escape(way.address)}" target="_self"{" aria-current=true" if way.chosen else ""}>'
        f"{escape(way.text)}</a>"
        for way in switch.ways
    )
    label = f'<span class="label" aria-hidden="true">{escape(switch.label)}</span>' if labelled else ""
    return f'<nav class="switch" aria-label="{escape(switch.label)}">{label}{ways}</nav>'
