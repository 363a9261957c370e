"""What the service is called, and its mark."""

from base64 import b64encode

from models.catalogue.texts import Frozen, Name


class Identity(Frozen):
    """Name and logo.

    Attributes:
        name: of the service.
        logo: an SVG or PNG picture as it is; none where empty.
    """

    name: Name
    logo: bytes = b""

    @property
    def logo_address(self) -> str:
        """The logo as an address that holds it (`data:`), or ""."""
        if not self.logo:
            return ""
        kind = "png" if self.logo.startswith(b"\x89PNG") else "svg+xml"
        return f"data:image/{kind};base64,{b64encode(self.logo).decode()}"
