"""What a link to a page or figure shows where it is pasted: a picture of the very view."""

from markupsafe import Markup

from components.sizes import SIZES, USUAL

LONGEST = 420  # characters of a picture's text; what is longer is cut by those who show it


def picture_tags(address: str, alt: str) -> Markup:
    """The picture of a view for the head of its page.

    Args:
        address: of the picture, absolute, with the release in it: networks keep pictures for weeks.
        alt: the picture in words.
    """
    size = SIZES[USUAL]
    words = alt if len(alt) <= LONGEST else alt[: LONGEST - 1].rsplit(" ", 1)[0] + "…"
    tags = {
        "og:image": address,
        "og:image:type": "image/png",
        "og:image:width": str(size.width),
        "og:image:height": str(size.height),
        "og:image:alt": words,
    }
    cards = {"twitter:card": "summary_large_image", "twitter:image": address, "twitter:image:alt": words}
    kinds = (("property", tags), ("name", cards))
    return Markup().join(
        Markup('<meta %s="%s" content="%s">') % (kind, name, text)
        for kind, texts in kinds
        for name, text in texts.items()
    )
