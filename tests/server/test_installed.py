"""The signs of the site: each file is what the manifest says of it."""

import io

from PIL import Image

from components.theme import LIGHT
from server.redirects import target


def test_the_manifest_names_signs_that_are_there_in_their_size(client):
    answer = client.get("/manifest.webmanifest")
    assert answer.headers["content-type"] == "application/manifest+json"
    told = answer.json()
    assert told["name"] == "Osloregionen i Europa"
    assert told["theme_color"] == LIGHT.focus
    for icon in told["icons"]:
        assert target(icon["src"], "") is None
        got = client.get(icon["src"])
        assert got.headers["content-type"] == icon["type"]
        if icon["type"] == "image/png":
            with Image.open(io.BytesIO(got.content)) as picture:
                assert f"{picture.width}x{picture.height}" == icon["sizes"]
                assert picture.convert("RGB").getpixel((2, 2)) == tuple(bytes.fromhex(LIGHT.focus[1:]))
    assert {icon["sizes"] for icon in told["icons"]} == {"any", "192x192", "512x512"}
    assert client.get("/icon-180.png").status_code == 200
    assert client.get("/icon-181.png").status_code == 404
