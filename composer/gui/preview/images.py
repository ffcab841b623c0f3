"""The images of the shown message, held in memory for the browser engine."""

import hashlib
from collections.abc import Callable

from composer.gui.preview import address

ImageProvider = Callable[[str], bytes | None]
"""Bytes of the image the seller placed under a relative path, or None when there is none."""


class ImageStore:
    """Maps the relative paths of one message to addresses that change with the bytes.

    An image that was replaced on disk therefore shows at once, and one that was not stays as it
    is on screen.
    """

    def __init__(self, provider: ImageProvider) -> None:
        self._provider = provider
        self._bytes: dict[str, bytes] = {}
        self._used: dict[str, bytes] = {}

    def begin(self) -> None:
        """Forget the images of the message before the last one."""
        self._bytes = self._used
        self._used = {}

    def resolve(self, path: str) -> str | None:
        """The address under which the image at `path` is served, or None."""
        data = self._provider(path)
        if data is None:
            return None
        found = address.image(hashlib.sha256(data).hexdigest()[:32])
        self._used[found] = data
        return found

    def content(self, found: str) -> bytes | None:
        """The bytes served under an address that `resolve` gave."""
        return self._used.get(found) or self._bytes.get(found)
