"""Addresses inside the preview: the shell page and the images of the message, all in memory."""

SCHEME = "permitted-preview"
HOST = f"{SCHEME}://message"
SHELL = f"{HOST}/"
MISSING_IMAGE = f"{HOST}/missing"
"""Stands for every image that is not loaded; never answered."""


def image(digest: str) -> str:
    """The address of the image whose bytes have this digest."""
    return f"{HOST}/image/{digest}"
