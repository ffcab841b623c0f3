"""One message file as the commands show it: the message, and the pictures it brings along."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from composer.cli.checker import read_bytes
from composer.document.errors import DocumentError
from composer.library.importing import pictures_of
from composer.library.pictures import is_local, read_image, with_sources
from composer.library.source_file import SUFFIXES, Scene, open_source
from composer.policy import Policy
from composer.template import Template


@dataclass(frozen=True, slots=True)
class MessageFile:
    """A message; in `shown` every picture that `pictures` holds has a name of this table."""

    path: str
    template: Template
    shown: Template
    pictures: Mapping[str, bytes]

    def own_image(self, source: str) -> bytes | None:
        """Return the bytes of a picture as an approval counts it: only what lies in its folder."""
        return read_image(Path(self.path), source)


def open_message(path: str, policy: Policy, scene: Scene) -> MessageFile:
    """Open the message in the file at `path`: of an email its HTML, where it has some.

    Raises:
        DocumentError: where there is no such file, or no message in it.
        OSError: where the system refuses.
    """
    if Path(path).is_dir():
        raise DocumentError("this is a folder; name one file in it")
    try:
        data = read_bytes(path)
    except FileNotFoundError:
        kinds = ", ".join(sorted(SUFFIXES))
        raise DocumentError(f"no such file; name a message ({kinds})") from None
    opened = open_source(path, data, policy, scene)
    template = opened.messages[0].template if opened.messages else Template()
    if not template.body.text.strip():
        raise DocumentError("there is no message in this file; write one first")
    found = pictures_of(Path(path), data, template)
    named = {
        source: source if is_local(source) else f"picture-{number}"
        for number, source in enumerate(found, 1)
    }
    shown = replace(template, body=with_sources(template.body, named))
    return MessageFile(path, template, shown, {named[it]: data for it, data in found.items()})
